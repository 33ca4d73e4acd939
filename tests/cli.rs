//! Every command on a graph of invented people: what it prints and how it ends.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::Value;

use crate::sample::{Checked, folder_with_graph, run_in};

#[test]
fn show_tells_offices_meetings_and_the_words_that_say_so() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["show", "graph.json", "bekova"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.err.is_empty(), "{}", ended.err);
    for part in [
        "Aru Bekova (legislator, Alvania)",
        "also: Bekova",
        "id: person/aru-bekova",
        "speaker of House (Alvania), seen 2031-03-04",
        "2031-03-04, Port Alva: talks with Milo Drast (Borduna)",
        "\"Bekova received Drast in Port Alva on Tuesday\" [1]",
        "outcome: an invitation",
        "[1] \"Speakers meet in Port Alva\", The Example, 2031-03-05, https://news.example/talks",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    Ok(())
}

#[test]
fn show_finds_names_in_any_spelling_and_bodies_and_states() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (name, title) in [
        ("БЕКОВА", "Aru Bekova (legislator, Alvania)"),
        ("person/bo-kim", "Bo Kim (legislator, Alvania)"),
        ("joint commission", "Joint Commission (commission)"),
        ("xb", "Borduna (state)"),
        ("assembly borduna", "Assembly (chamber, Borduna)"),
    ] {
        let words: Vec<&str> = ["show", "graph.json"]
            .into_iter()
            .chain(name.split(' '))
            .collect();
        let ended = run_in(folder.path(), &words)?;
        assert_eq!(ended.out.lines().next(), Some(title), "{}", ended.err);
    }
    Ok(())
}

#[test]
fn show_prints_json_for_programs() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["show", "graph.json", "joint", "--json"])?;
    let value: Value = serde_json::from_str(&ended.out)?;
    assert_eq!(value["node"]["id"], "commission/joint");
    assert_eq!(value["members"][0]["office"], "co_chair");
    assert_eq!(value["life"][0]["event"], "resumed");
    assert_eq!(value["sources"][0]["number"], 1);
    Ok(())
}

#[test]
fn a_name_of_two_is_a_list_to_choose_from() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["show", "graph.json", "kim"])?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.out.is_empty());
    assert_eq!(
        ended.err,
        "error: \"kim\" may be any of 2\nhint: say which by its id:\n  \
         person/ana-kim: Ana Kim (legislator, Alvania)\n  person/bo-kim: Bo Kim (legislator, Alvania)\n"
    );
    Ok(())
}

#[test]
fn an_unknown_name_is_offered_near_ones() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["show", "graph.json", "bekvoa"])?;
    assert_eq!(ended.code, Some(1));
    assert_eq!(
        ended.err,
        "error: nothing in the graph is called \"bekvoa\"\n\
         hint: did you mean \"Bekova\" (person/aru-bekova)?\n"
    );
    let ended = run_in(folder.path(), &["path", "graph.json", "bekova", "qqqqqq"])?;
    assert_eq!(ended.code, Some(1));
    assert!(!ended.err.contains("did you mean"));
    Ok(())
}

#[test]
fn path_tells_the_most_telling_way_with_its_evidence() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["path", "graph.json", "ana kim", "drast"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "From Ana Kim (Alvania) to Milo Drast (Borduna)",
        "Path 1: 3 steps, cost",
        "Ana Kim (Alvania) – Joint Commission",
        "also: Ana Kim (Alvania) attended a session of Joint Commission in 2031-03",
        "Path 2:",
        "[1] \"Speakers meet",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    let ended = run_in(
        folder.path(),
        &["path", "graph.json", "bekova", "drast", "-k", "1", "--json"],
    )?;
    let value: Value = serde_json::from_str(&ended.out)?;
    assert_eq!(value["paths"][0]["steps"][0]["edges"][0]["kind"], "met");
    assert_eq!(value["paths"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn where_there_is_no_path_the_exit_code_says_so() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(
        folder.path(),
        &["path", "graph.json", "wolff", "bekova", "--json"],
    )?;
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.err.starts_with(
            "error: no path from Lone Wolff (Borduna) to Aru Bekova (Alvania)\nhint: "
        )
    );
    let value: Value = serde_json::from_str(&ended.out)?;
    assert_eq!(value["paths"].as_array().map(Vec::len), Some(0));
    let ended = run_in(folder.path(), &["path", "graph.json", "bekova", "Бекова"])?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("are the same node"));
    Ok(())
}

#[test]
fn explain_gives_every_reason_of_an_edge() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["explain", "graph.json", "drast", "bekova"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "Aru Bekova (Alvania) and Milo Drast (Borduna) met for talks on 2031-03-04 in Port Alva",
        "97 % sure",
        "read by the rule made-by-hand",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    let ended = run_in(
        folder.path(),
        &["explain", "graph.json", "house", "alvania"],
    )?;
    assert!(
        ended.out.contains("the row xa/house of the table chambers"),
        "{}",
        ended.out
    );
    let ended = run_in(
        folder.path(),
        &["explain", "graph.json", "bekova", "senate"],
    )?;
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.err.contains("hint: how they are connected"),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn the_graph_may_come_from_standard_input() -> Checked {
    let graph = crate::sample::sample_graph().to_string();
    let mut command = crate::sample::interparl();
    let ended = crate::sample::run(command.args(["show", "-", "bekova"]).write_stdin(graph))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    Ok(())
}

#[test]
fn every_command_has_help_with_an_example() -> Checked {
    let folder = tempfile::tempdir()?;
    let commands = [
        "build",
        "extract",
        "add",
        "refresh",
        "remove",
        "documents",
        "check",
        "compact",
        "judgements",
        "salvage",
        "fold",
        "show",
        "path",
        "explain",
        "meetings",
        "timeline",
        "visits",
        "between",
        "bodies",
        "gaps",
        "changes",
        "same",
        "different",
        "wrong",
        "fact",
        "undo",
        "review",
        "export",
        "draw",
        "rules",
        "lexicon",
        "completions",
        "man",
    ];
    for command in commands {
        for help in ["--help", "-h"] {
            let ended = run_in(folder.path(), &[command, help])?;
            assert_eq!(ended.code, Some(0));
            assert!(ended.out.contains("Examples:"), "{command}");
            assert!(
                ended.out.contains(&format!("interparl {command}")),
                "{command}"
            );
        }
    }
    let ended = run_in(folder.path(), &["--help"])?;
    for command in commands {
        assert!(ended.out.contains(&format!("  {command} ")), "{command}");
    }
    assert!(ended.out.contains("Exit codes:"));
    let ended = run_in(folder.path(), &["--version"])?;
    assert_eq!(
        ended.out,
        format!("interparl {}\n", env!("CARGO_PKG_VERSION"))
    );
    Ok(())
}

#[test]
fn completions_and_manual_pages_are_generated() -> Checked {
    let folder = tempfile::tempdir()?;
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ended = run_in(folder.path(), &["completions", shell])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(ended.out.contains("explain"), "{shell}");
    }
    let ended = run_in(folder.path(), &["man"])?;
    assert!(ended.out.contains(".TH interparl 1"), "{}", ended.out);
    let ended = run_in(folder.path(), &["man", "--dir", "."])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let page = std::fs::read_to_string(folder.path().join("interparl-build.1"))?;
    assert!(page.contains("input\\-format"), "{page}");
    assert_eq!(
        std::fs::read_dir(folder.path())?.count(),
        45 + usize::from(cfg!(feature = "serve")) + usize::from(cfg!(feature = "sparql"))
    );
    Ok(())
}
