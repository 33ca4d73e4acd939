//! A graph whose every text is an attack on terminals and on whoever reads from right to left.

use serde_json::Value;

use crate::sample::{Checked, run_in, sample_graph};

const ATTACK: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}evil\u{2066}\r\n=cmd|' /C calc'!A0 <script>alert(1)</script> \u{0} & \"'`";

/// The sample with the attack in every name, title, quote and place.
pub(crate) fn hostile_graph() -> Value {
    let mut graph = sample_graph();
    poison(&mut graph, "");
    graph
}

fn poison(value: &mut Value, field: &str) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                poison(value, name);
            }
        }
        Value::Array(values) => {
            for value in values {
                poison(value, field);
            }
        }
        Value::String(text)
            if matches!(
                field,
                "name" | "aliases" | "title" | "quote" | "place" | "publisher"
            ) =>
        {
            *text = format!("{text} {ATTACK}");
        }
        _ => {}
    }
}

#[test]
fn nothing_that_a_terminal_obeys_comes_out_of_any_question() -> Checked {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("graph.json");
    std::fs::write(path, serde_json::to_vec(&hostile_graph())?)?;
    for arguments in [
        &["meetings", "graph.json", "--all"][..],
        &["timeline", "graph.json", "person/milo-drast"],
        &["visits", "graph.json"],
        &["between", "graph.json", "XA", "XB"],
        &["bodies", "graph.json"],
        &["gaps", "graph.json", "--since", "2032"],
        &["changes", "graph.json", "--since", "2031"],
        &["rank", "graph.json"],
        &["rank", "graph.json", "--by", "communities"],
        &["stats", "graph.json"],
        &["matrix", "graph.json"],
        &["search", "graph.json", "evil"],
        &["report", "graph.json", "person/milo-drast"],
        &["report", "graph.json", "XA", "XB"],
    ] {
        for json in [&[][..], &["--json"]] {
            let ended = run_in(folder.path(), &[arguments, json].concat())?;
            assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
            let obeyed =
                |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{2069}').contains(&c);
            assert!(
                !ended.out.contains(obeyed),
                "{arguments:?}: {:?}",
                ended.out
            );
            if !json.is_empty() {
                serde_json::from_str::<Value>(&ended.out)?;
            }
        }
    }
    Ok(())
}
