//! What the program has of the page is what its sources give.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::sample::Checked;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The hash that `web/build.mjs` writes into what it makes: over the names and contents of all sources.
fn hash_of_sources() -> Result<String, Box<dyn std::error::Error>> {
    let source = root().join("web/src");
    let mut folders = vec![source.clone()];
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&source)?.to_string_lossy();
                files.push((name.replace('\\', "/"), path));
            }
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for (name, path) in files {
        hash.update(format!("{name}\n"));
        hash.update(fs::read(path)?);
        hash.update("\n");
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        write!(hex, "{byte:02x}")?;
    }
    Ok(hex)
}

#[test]
fn the_page_in_the_program_was_made_of_the_sources_as_they_are() -> Checked {
    let hash = hash_of_sources()?;
    for name in ["explorer.js", "explorer.css"] {
        let made = fs::read_to_string(root().join("src/explorer/page").join(name))?;
        let first = made.lines().next().unwrap_or_default();
        assert!(
            first.contains(&hash),
            "src/explorer/page/{name} was made of other sources: run node web/build.mjs"
        );
    }
    Ok(())
}

#[test]
fn a_module_of_the_page_has_one_subject_and_says_it() -> Checked {
    for folder in ["", "edit", "network", "panel", "views"] {
        for entry in fs::read_dir(root().join("web/src").join(folder))? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "js") {
                let text = fs::read_to_string(&path)?;
                assert!(text.starts_with("// "), "{} has no head", path.display());
                assert!(text.lines().count() <= 400, "{} is long", path.display());
                // Text of articles goes in as text: nothing of the page may take it for markup or run it.
                for never in [
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "document.write",
                    "eval(",
                    "new Function",
                ] {
                    assert!(!text.contains(never), "{never} in {}", path.display());
                }
            }
        }
    }
    Ok(())
}

/// The page and the program leave the same signs out of what they show.
#[test]
fn the_page_shows_no_sign_that_the_program_does_not_show() -> Checked {
    let text = fs::read_to_string(root().join("web/src/text.js"))?;
    let class = text
        .split_once("const UNSEEN = /[")
        .and_then(|(_, rest)| rest.split_once("]/gu"))
        .ok_or("no signs")?
        .0;
    let mut unseen = Vec::new();
    let mut signs = class.split("\\u").skip(1);
    while let Some(first) = signs.next() {
        let last = if first.ends_with('-') {
            signs.next().ok_or("no end")?
        } else {
            first
        };
        let code = |sign: &str| u32::from_str_radix(sign.trim_end_matches('-'), 16);
        unseen.push(code(first)?..=code(last)?);
    }
    assert!(unseen.len() > 9, "{class}");
    for sign in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
        let left_out = interparl::identity::clean(&format!("a{sign}b")) == "ab";
        let here = unseen.iter().any(|range| range.contains(&u32::from(sign)));
        assert_eq!(here, left_out, "U+{:04X}", u32::from(sign));
    }
    Ok(())
}

#[test]
fn the_page_is_small() -> Checked {
    let mut size = 0;
    for name in ["explorer.js", "explorer.css"] {
        let bytes = fs::read(root().join("src/explorer/page").join(name))?;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packed, &bytes)?;
        size += packed.finish()?.len();
    }
    assert!(size <= 60 * 1024, "{size} bytes gzipped");
    Ok(())
}

#[test]
fn the_pictures_of_the_manual_are_there_and_no_others() -> Checked {
    let manual = fs::read_to_string(root().join("docs/explorer.md"))?;
    let named: BTreeSet<String> = manual
        .split("](explorer/")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name.to_owned())
        .collect();
    let mut there = BTreeSet::new();
    for entry in fs::read_dir(root().join("docs/explorer"))? {
        there.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    assert!(named.len() > 20, "{named:?}");
    assert_eq!(named, there);
    Ok(())
}
