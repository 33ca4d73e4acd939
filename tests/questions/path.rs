//! Paths with limits: in time, through and without kinds, weighed by number and age.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::{Value, json};

use crate::sample::{Checked, Ended, run_in, sample_graph};

/// The sample with talks more: each is two people and a day.
fn path(
    more: &[(&str, &str, &str)],
    arguments: &[&str],
) -> Result<Ended, Box<dyn std::error::Error>> {
    let mut graph = sample_graph();
    for (one, other, day) in more {
        let id = format!("meeting/{day}-{one}-{other}");
        let (one, other) = (format!("person/{one}"), format!("person/{other}"));
        let mut meeting = graph["graph"]["meetings"][0].clone();
        meeting["id"] = json!(id);
        meeting["date"] = json!(day);
        meeting["sides"] = json!([[one], [other]]);
        meeting["participants"] = json!([]);
        let mut edge = graph["edges"][4].clone();
        edge["source"] = json!(one);
        edge["target"] = json!(other);
        edge["key"] = json!(format!("met:{id}"));
        edge["meeting_id"] = json!(id);
        edge["date"] = json!(day);
        if let Some(list) = graph["graph"]["meetings"].as_array_mut() {
            list.push(meeting);
        }
        if let Some(list) = graph["edges"].as_array_mut() {
            list.push(edge);
        }
    }
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("graph.json"), graph.to_string())?;
    run_in(
        folder.path(),
        &[&["path", "graph.json"], arguments].concat(),
    )
}

fn stops(ended: &Ended) -> Result<Vec<Vec<String>>, Box<dyn std::error::Error>> {
    let found: Value = serde_json::from_str(&ended.out)?;
    let id = |node: &Value| node["id"].as_str().unwrap_or_default().to_owned();
    let route = |path: &Value| {
        let steps = path["steps"].as_array().cloned().unwrap_or_default();
        let first = steps.first().map(|s| id(&s["from"]));
        first
            .into_iter()
            .chain(steps.iter().map(|s| id(&s["to"])))
            .collect()
    };
    Ok(found["paths"]
        .as_array()
        .into_iter()
        .flatten()
        .map(route)
        .collect())
}

const TALKS: &[(&str, &str, &str)] = &[
    ("lone-wolff", "milo-drast", "2031-03-09"),
    ("aru-bekova", "bo-kim", "2031-03-01"),
];

#[test]
fn a_path_in_time_never_goes_back() -> Checked {
    // Bo Kim met Bekova on the 1st, she Drast on the 4th, he Wolff on the 9th.
    let there = [
        "bo kim",
        "wolff",
        "--through",
        "met",
        "-k",
        "1",
        "--chronological",
    ];
    let ended = path(TALKS, &there)?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for part in [
        "Bo Kim (Alvania) – Aru Bekova (Alvania) (from 2031-03-01 on)\n",
        "Aru Bekova (Alvania) – Milo Drast (Borduna) (from 2031-03-04 on)\n",
        "Milo Drast (Borduna) – Lone Wolff (Borduna) (from 2031-03-09 on)\n",
    ] {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    let back = ["wolff", "bo kim", "--through", "met", "--chronological"];
    let ended = path(TALKS, &back)?;
    assert_eq!(ended.code, Some(1), "{}", ended.out);
    assert!(
        ended
            .err
            .contains("hint: no chain of ties goes forward in time"),
        "{}",
        ended.err
    );
    // Without the time there is the same way back.
    let ended = path(TALKS, &["wolff", "bo kim", "--through", "met", "--json"])?;
    assert_eq!(stops(&ended)?.first().map(Vec::len), Some(4));
    Ok(())
}

#[test]
fn a_month_holds_each_of_its_days() -> Checked {
    let talks = &[("lone-wolff", "milo-drast", "2031-03")];
    for ends in [["bekova", "wolff"], ["wolff", "bekova"]] {
        let arguments = [
            &ends[..],
            &["--through", "met", "--chronological", "--json"],
        ]
        .concat();
        let ended = path(talks, &arguments)?;
        assert_eq!(ended.code, Some(0), "{ends:?}: {}", ended.err);
        let found: Value = serde_json::from_str(&ended.out)?;
        let day = if ends[0] == "bekova" {
            "2031-03-04"
        } else {
            "2031-03-01"
        };
        let step = usize::from(ends[0] == "bekova");
        assert_eq!(found["paths"][0]["steps"][step]["day"], day, "{found}");
    }
    Ok(())
}

#[test]
fn an_office_holds_for_a_year_around_what_is_shown() -> Checked {
    // Bekova is shown as speaker on 2031-03-04; what she did as such two years later is another matter.
    for (day, code) in [("2032-02-01", 0), ("2033-02-01", 1)] {
        let talks = &[("lone-wolff", "aru-bekova", day)];
        let arguments = [
            "wolff",
            "house",
            "--without",
            "state",
            "--without",
            "visited",
            "--chronological",
        ];
        let ended = path(talks, &[&arguments[..], &["--from", "2031-06"]].concat())?;
        assert_eq!(ended.code, Some(code), "{day}: {}{}", ended.out, ended.err);
    }
    Ok(())
}

#[test]
fn a_path_goes_through_and_without_kinds() -> Checked {
    let ask = |more: &[&str]| {
        path(
            &[],
            &[&["bekova", "drast", "-k", "9", "--json"], more].concat(),
        )
    };
    let all = stops(&ask(&[])?)?;
    assert!(all.len() > 2, "{all:?}");
    let direct = stops(&ask(&["--through", "person"])?);
    assert!(direct.is_err(), "person is no kind");
    let direct = stops(&ask(&["--through", "legislator"])?)?;
    assert_eq!(direct, [["person/aru-bekova", "person/milo-drast"]]);
    let bodies = stops(&ask(&[
        "--through",
        "chamber",
        "--through",
        "commission",
        "--without",
        "met",
    ])?)?;
    assert!(
        bodies
            .iter()
            .any(|p| p.contains(&"commission/joint".to_owned())),
        "{bodies:?}"
    );
    let is_state = |id: &String| id.starts_with("state/");
    let stateless = stops(&ask(&["--without", "state"])?)?;
    assert!(
        !stateless.is_empty() && !stateless.iter().flatten().any(is_state),
        "{stateless:?}"
    );
    let unsure = stops(&ask(&["--min-confidence", "0.96"])?)?;
    assert_eq!(unsure.first().map(Vec::len), Some(2));
    let ended = ask(&["--through", "assembly", "--without", "met"])?;
    assert_eq!(ended.code, Some(1), "{}", ended.out);
    assert!(
        ended.err.contains("hint: ask with fewer limits"),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn number_and_age_of_ties_weigh_where_they_are_asked_to() -> Checked {
    let cost =
        |more: &[(&str, &str, &str)], weigh: &[&str]| -> Result<u64, Box<dyn std::error::Error>> {
            let arguments = [&["bekova", "drast", "-k", "1", "--json"], weigh].concat();
            let found: Value = serde_json::from_str(&path(more, &arguments)?.out)?;
            Ok(found["paths"][0]["cost"].as_u64().unwrap_or(0))
        };
    let more = &[
        ("aru-bekova", "milo-drast", "2011-03-04"),
        ("aru-bekova", "milo-drast", "2012-03-04"),
        ("aru-bekova", "milo-drast", "2013-03-04"),
    ];
    assert_eq!(cost(&[], &[])?, 103);
    assert_eq!(cost(more, &["--weigh", "number"])?, 63);
    assert_eq!(
        cost(more, &["--weigh", "age"])?,
        103,
        "the latest of the ties counts"
    );
    let old = ["--weigh", "age", "--to", "2012-12"];
    assert_eq!(cost(more, &old)?, 203);
    Ok(())
}
