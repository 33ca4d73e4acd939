//! `draw --view` and `matrix -o` as somebody types them: files come out, the rest is told; and the gallery is fresh.

use std::path::{Path, PathBuf};

use crate::sample::{Checked, folder_with_graph, interparl, run, run_in, same_as_file};

/// What is typed for each view of the sample.
const VIEWS: [&[&str]; 8] = [
    &["--view", "relations"],
    &["--view", "offices"],
    &["--view", "commissions"],
    &["--view", "timeline"],
    &["--view", "timeline", "drast"],
    &["--view", "matrix"],
    &["--view", "ego", "aru", "bekova"],
    &["--view", "path", "Aru Bekova", "Milo Drast", "-k", "2"],
];

/// Checks that a picture is refused with a code and a message, and that nothing is written.
fn refuses(folder: &Path, words: &[&str], code: i32, message: &str) -> Checked {
    let arguments = [&["draw", "graph.json"], words, &["-o", "never.svg"]].concat();
    let ended = run_in(folder, &arguments)?;
    assert_eq!(ended.code, Some(code), "{arguments:?}: {}", ended.err);
    assert!(ended.err.contains(message), "{arguments:?}: {}", ended.err);
    assert!(!folder.join("never.svg").exists(), "{arguments:?}");
    Ok(())
}

#[test]
fn each_view_is_drawn_in_each_theme_with_title_and_description() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for words in VIEWS {
        let mut pictures = Vec::new();
        for theme in ["light", "dark", "print"] {
            let arguments = [&["draw", "graph.json"], words, &["--theme", theme]].concat();
            let ended = run_in(folder.path(), &arguments)?;
            assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
            assert!(ended.out.starts_with("<svg "), "{arguments:?}");
            assert!(ended.out.contains("role=\"img\""), "{arguments:?}");
            for part in ["<title>", "<desc>From 1 article", "</svg>\n"] {
                assert!(ended.out.contains(part), "{arguments:?}: {part}");
            }
            pictures.push(ended.out);
        }
        pictures.dedup();
        assert_eq!(pictures.len(), 3, "{words:?}");
    }
    Ok(())
}

#[cfg(feature = "png")]
#[test]
fn each_view_comes_as_pixels_too() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for words in VIEWS {
        let arguments = [&["draw", "graph.json"], words, &["-o", "view.png"]].concat();
        let ended = run_in(folder.path(), &arguments)?;
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
        let bytes = std::fs::read(folder.path().join("view.png"))?;
        assert_eq!(bytes.get(1..4), Some(&b"PNG"[..]), "{arguments:?}");
    }
    Ok(())
}

#[test]
fn a_view_shows_what_it_is_of() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let drawn = |words: &[&str]| -> Result<String, Box<dyn std::error::Error>> {
        let ended = run_in(folder.path(), &[&["draw", "graph.json"], words].concat())?;
        Ok(ended.out)
    };
    let ego = drawn(&["--view", "ego", "bekova"])?;
    assert!(ego.contains("<title>Around Aru Bekova</title>"), "{ego}");
    assert!(
        ego.contains("Milo Drast") && ego.contains(">Met (1)<"),
        "{ego}"
    );
    let path = drawn(&["--view", "path", "Aru Bekova", "Milo Drast"])?;
    assert!(path.contains("Path 1: 1 step<"), "{path}");
    let offices = drawn(&["--view", "offices", "bekova"])?;
    assert!(offices.contains("seen 2031-03-04") && !offices.contains(">Milo Drast<"));
    let timeline = drawn(&["--view", "timeline"])?;
    assert!(
        timeline.contains("talks · Port Alva · invitation"),
        "{timeline}"
    );
    let matrix = drawn(&["--view", "matrix"])?;
    assert!(matrix.contains("Alvania – Borduna: 2 meetings"), "{matrix}");
    let without = drawn(&["--view", "timeline", "--no-quotes"])?;
    assert!(timeline.contains('“') && !without.contains('“'));
    Ok(())
}

#[test]
fn a_picture_is_of_a_time_and_of_states_and_says_so() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let drawn = |words: &[&str]| run_in(folder.path(), &[&["draw", "graph.json"], words].concat());
    let whole = drawn(&[])?.out;
    let day = drawn(&["--on", "2031-03-04"])?;
    assert_eq!(day.code, Some(0), "{}", day.err);
    assert!(
        day.out.contains("Only what is of 2031-03-04."),
        "{}",
        day.out
    );
    assert_ne!(day.out, whole);
    // All that has a day in the sample has one in that year, and a picture of it has no other people.
    let year = drawn(&["--view", "timeline", "--from", "2031", "--to", "2031"])?;
    assert!(year.out.contains("Only what is from 2031 to 2031.") || year.out.contains("of 2031."));
    assert!(year.out.contains("talks · Port Alva"), "{}", year.out);
    let states = drawn(&[
        "--state",
        "Alvania",
        "--state",
        "XB",
        "--min-confidence",
        "0.5",
    ])?;
    let line = "Only what is with Alvania and Borduna, at least 50 % sure.";
    assert!(states.out.contains(line), "{}", states.out);
    assert!(!states.out.contains("Lone Wolff"), "{}", states.out);
    let ego = drawn(&["--view", "ego", "bekova", "--from", "2031-03-04"])?;
    assert!(ego.out.contains("Milo Drast"), "{}", ego.out);
    let offices = drawn(&["--view", "offices", "--from", "2031"])?;
    let margin = "Offices count from a year before they are first shown to a year after";
    assert!(offices.out.contains(margin), "{}", offices.out);
    assert!(!ego.out.contains(margin), "{}", ego.out);
    Ok(())
}

#[test]
fn where_nothing_lies_in_a_time_nothing_is_drawn() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (words, code, message) in [
        (&["--to", "1990"][..], 1, "Only what is up to 1990"),
        (
            &["--view", "timeline", "--to", "1990"],
            1,
            "no meeting or visit",
        ),
        (
            &["--view", "ego", "bekova", "--to", "1990"],
            1,
            "Only what is up to 1990",
        ),
        (
            &["--view", "ego", "bekoba", "--to", "1990"],
            1,
            "did you mean \"Bekova\"",
        ),
        (
            &["--view", "path", "bekova", "Milo Drast", "--to", "1990"],
            1,
            "no path from",
        ),
        (&["--state", "Aru Bekova"], 2, "is not a state"),
        (&["--from", "yesterday"], 2, "not a date such as"),
        (
            &["--on", "2031", "--from", "2030"],
            2,
            "cannot be used with",
        ),
        (
            &["--from", "2031", "--engine", "graphviz"],
            2,
            "Graphviz draws all of a graph",
        ),
    ] {
        refuses(folder.path(), words, code, message)?;
    }
    Ok(())
}

#[test]
fn the_matrix_is_drawn_where_a_file_is_named() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for words in [
        &["--per", "year"][..],
        &["--by", "chamber"],
        &["--theme", "print"],
    ] {
        let arguments = [&["matrix", "graph.json"], words, &["-o", "m.svg"]].concat();
        let ended = run_in(folder.path(), &arguments)?;
        assert_eq!(
            (ended.code, ended.out.as_str()),
            (Some(0), ""),
            "{}",
            ended.err
        );
        let svg = std::fs::read_to_string(folder.path().join("m.svg"))?;
        assert!(svg.contains("<title>Meetings between 2 "), "{svg}");
    }
    let ended = run_in(folder.path(), &["matrix", "graph.json", "-o", "m.dot"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("pictures are SVG and PNG"),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn only_what_can_be_drawn_is_proposed_as_an_ending() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for command in ["draw", "matrix"] {
        let ended = run_in(folder.path(), &[command, "graph.json", "-o", "x.pdf"])?;
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        let hint = "hint: end it with .svg or .png\n";
        assert!(ended.err.ends_with(hint), "{}", ended.err);
    }
    // A folder of tables is no picture either, and how to name one is no help.
    let ended = run_in(folder.path(), &["draw", "graph.json", "-o", "x.csv"])?;
    let told = "error: pictures are SVG and PNG\nhint: for all other formats";
    assert!(ended.err.starts_with(told), "{}", ended.err);
    Ok(())
}

#[test]
fn what_cannot_be_drawn_is_said_with_what_to_do() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (words, code, message) in [
        (&["--view", "ego"][..], 2, "wants the name of one node"),
        (
            &["--view", "path", "bekova"],
            2,
            "wants the name of two nodes",
        ),
        (
            &["--view", "path", "bekova", "bekova"],
            2,
            "are the same node",
        ),
        (&["--view", "matrix", "bekova"], 2, "is of the whole graph"),
        (
            &["bekova"],
            2,
            "hint: for one node there is: --view ego NAME",
        ),
        (&["--view", "ego", "bekoba"], 1, "did you mean \"Bekova\""),
        (&["--view", "ego", "kim"], 2, "may be any of 2"),
        (
            &["--view", "commissions", "wolff"],
            1,
            "the graph tells of no commission",
        ),
        (&["--view", "path", "wolff", "bekova"], 1, "no path from"),
        (
            &["--view", "timeline", "--engine", "graphviz"],
            2,
            "relations",
        ),
        (
            &["--view", "clouds"],
            2,
            "possible values: relations, offices",
        ),
    ] {
        refuses(folder.path(), words, code, message)?;
    }
    Ok(())
}

#[test]
fn a_line_says_what_was_left_out() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (view, line) in [
        ("offices", "Showing 2 of "),
        ("timeline", "Showing 2 of 3: "),
    ] {
        let arguments = ["draw", "graph.json", "--view", view, "--max-nodes", "2"];
        let ended = run_in(folder.path(), &arguments)?;
        assert!(ended.out.contains(line), "{view}: {}", ended.out);
    }
    Ok(())
}

/// The folder of the gallery.
fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery")
}

#[test]
fn the_gallery_shows_what_the_program_draws_today() -> Checked {
    let folder = tempfile::tempdir()?;
    let graph = folder.path().join("graph.json");
    let articles = gallery().join("articles.jsonl");
    let ended = run(interparl()
        .arg("build")
        .arg("-q")
        .arg(&articles)
        .arg("-o")
        .arg(&graph))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let page = std::fs::read_to_string(gallery().with_extension("md"))?;
    let rows = std::fs::read_to_string(gallery().join("pictures.tsv"))?;
    let mut known = Vec::new();
    for row in rows.lines() {
        let (name, words) = row.split_once('\t').ok_or("a row without a tab")?;
        let mut words = words.split(' ');
        let fresh = folder.path().join("fresh.svg");
        let mut command = interparl();
        command
            .args(words.next())
            .arg(&graph)
            .args(words)
            .arg("-o")
            .arg(&fresh);
        let ended = run(&mut command)?;
        assert_eq!(ended.code, Some(0), "{row}: {}", ended.err);
        let file = format!("{name}.svg");
        same_as_file(&gallery().join(&file), &std::fs::read(&fresh)?)?;
        assert!(
            page.contains(&format!("(gallery/{file})")),
            "{file} is not on the page"
        );
        known.push(file);
    }
    for entry in std::fs::read_dir(gallery())? {
        let path = entry?.path();
        let is_picture = path.extension().is_some_and(|ending| ending == "svg");
        let is_known = known.iter().any(|name| path.ends_with(name));
        assert!(!is_picture || is_known, "{} is in no row", path.display());
    }
    Ok(())
}
