//! The tests of the page in a browser, which are in `web/test`.

use std::path::Path;
use std::process::Command;

use crate::sample::{Checked, is_there, skipped, told};

#[test]
fn the_page_works_in_a_browser() -> Checked {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("web");
    let what = "the tests of the page in a browser";
    if !is_there("node") {
        return skipped(what, "there is no Node");
    }
    if !web.join("node_modules/playwright-core").exists() {
        return skipped(what, "its tools are not installed (npm ci --prefix web)");
    }
    let named = std::env::var_os("CHROMIUM").is_some();
    if !named
        && !["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .any(is_there)
    {
        return skipped(what, "there is no Chromium");
    }
    let mut tests = vec![
        "test/units.test.mjs",
        "test/briefing.test.mjs",
        "test/page.test.mjs",
        "test/large.test.mjs",
        "test/look.test.mjs",
    ];
    // Without the feature there is no server to ask.
    if cfg!(feature = "serve") {
        tests.extend([
            "test/served.test.mjs",
            "test/edit.test.mjs",
            "test/add.test.mjs",
            "test/facts.test.mjs",
            "test/review.test.mjs",
            "test/follow.test.mjs",
        ]);
    }
    let output = Command::new("node")
        .args(["--test", "--test-reporter=tap"])
        .args(tests)
        .current_dir(web)
        .env("INTERPARL", env!("CARGO_BIN_EXE_interparl"))
        .env_remove("NODE_TEST_CONTEXT")
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    let (passed, passed_over) = (counted(&said, "pass")?, counted(&said, "skipped")?);
    told(&format!("{what}: {passed} passed, {passed_over} skipped"));
    // All were skipped where the browser is not where the tests look for it: that would be no test.
    assert!(passed > passed_over, "{said}");
    if passed_over > 0 {
        return skipped(what, &format!("{passed_over} of them cannot run here"));
    }
    Ok(())
}

/// A number of the last lines of TAP: `# pass 58`.
fn counted(said: &str, word: &str) -> Result<usize, Box<dyn std::error::Error>> {
    let start = format!("# {word} ");
    let number = said
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix(&start));
    Ok(number
        .ok_or_else(|| format!("no \"{start}\" in {said}"))?
        .parse()?)
}
