//! Each question on a graph of invented people.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::Value;

use crate::sample::{Checked, folder_with_graph, run_in};

/// Runs a question, and looks for parts of what it prints.
fn told(arguments: &[&str], parts: &[&str]) -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), arguments)?;
    assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
    assert!(ended.err.is_empty(), "{}", ended.err);
    for part in parts {
        assert!(ended.out.contains(part), "{part} in:\n{}", ended.out);
    }
    Ok(())
}

/// Runs a question that has no answer.
fn nothing(arguments: &[&str], message: &str) -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), arguments)?;
    assert_eq!(ended.code, Some(1), "{arguments:?}: {}", ended.out);
    let start = format!("error: {message}");
    assert!(ended.err.starts_with(&start), "{}", ended.err);
    assert!(ended.err.contains("\nhint: "), "{}", ended.err);
    Ok(())
}

fn json(arguments: &[&str]) -> Result<Value, Box<dyn std::error::Error>> {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &[arguments, &["--json"]].concat())?;
    Ok(serde_json::from_str(&ended.out)?)
}

#[test]
fn meetings_are_told_with_sides_capacities_outcomes_and_words() -> Checked {
    told(
        &["meetings", "graph.json"],
        &[
            "2 meetings\n",
            "  2031-03-04, Port Alva: talks of Aru Bekova (Alvania) with Milo Drast (Borduna)\n",
            "    Aru Bekova (Alvania) as speaker of House (Alvania)\n",
            "    \"Bekova received Drast in Port Alva on Tuesday\" [1]\n",
            "    outcome: an invitation\n      \"invited her colleague to Alvania\" [1]\n",
            "  2031-03: session no. 4 of Joint Commission, with Ana Kim (Alvania)\n",
            "Sources\n  [1] \"Speakers meet in Port Alva\"",
        ],
    )
}

#[test]
fn meetings_are_asked_for_by_anybody_who_had_a_part() -> Checked {
    for (arguments, ids) in [
        (&["drast"][..], &["meeting/2031-03-04-bekova-drast"][..]),
        (&["joint"], &["meeting/2031-03-joint"]),
        (&["house", "assembly"], &["meeting/2031-03-04-bekova-drast"]),
        (
            &["Alvania", "xb"],
            &["meeting/2031-03-04-bekova-drast", "meeting/2031-03-joint"],
        ),
        (&["--place", "PORT"], &["meeting/2031-03-04-bekova-drast"]),
        (&["--kind", "session"], &["meeting/2031-03-joint"]),
        (&["--on", "2031-03-09"], &["meeting/2031-03-joint"]),
        (&["--to", "2031-02"], &[]),
        (
            &["--state", "borduna", "--outcomes"],
            &["meeting/2031-03-04-bekova-drast"],
        ),
        (
            &["--min-confidence", "0.95"],
            &["meeting/2031-03-04-bekova-drast"],
        ),
        (&["--status", "planned"], &[]),
    ] {
        let found = json(&[&["meetings", "graph.json"], arguments].concat())?;
        let found = found["meetings"].as_array().cloned().unwrap_or_default();
        let found: Vec<&str> = found.iter().filter_map(|m| m["id"].as_str()).collect();
        assert_eq!(found, ids, "{arguments:?}");
    }
    nothing(
        &["meetings", "graph.json", "--from", "2032"],
        "the graph has no such meetings",
    )
}

#[test]
fn a_timeline_is_in_order_with_a_heading_for_each_year() -> Checked {
    told(
        &["timeline", "graph.json", "milo", "drast"],
        &[
            "Milo Drast (legislator, Borduna)\n\n2031\n",
            "  2031-03-04: Milo Drast (Borduna) seen as the speaker of Assembly (Borduna) (\"President",
            "  2031-03-04, Port Alva: talks of Aru Bekova",
            "  2031-03-04: Milo Drast (Borduna) visits Alvania\n",
        ],
    )?;
    let events = json(&["timeline", "graph.json", "joint"])?;
    assert_eq!(events["events"][0]["what"], "life");
    assert_eq!(events["events"][0]["of"]["life"]["event"], "resumed");
    nothing(
        &["timeline", "graph.json", "drast", "--to", "2030"],
        "the graph has no such events",
    )
}

#[test]
fn visits_say_who_owes_one() -> Checked {
    told(
        &["visits", "graph.json"],
        &[
            "1 visit\n  2031-03-04: Milo Drast (Borduna) visited Alvania\n    \"arrived in Alvania\" [1]\n",
            "Each way\n  1 visit by Borduna to Alvania, last 2031-03-04; Alvania owes one\n",
        ],
    )?;
    let owed = json(&["visits", "graph.json", "--owed"])?;
    assert_eq!(owed["balances"][0]["owed"], true);
    assert_eq!(owed["balances"][0]["guest"]["id"], "state/XB");
    nothing(
        &["visits", "graph.json", "bekova"],
        "the graph has no such visits",
    )
}

#[test]
fn between_two_stand_meetings_bodies_and_visits_each_way() -> Checked {
    told(
        &["between", "graph.json", "XA", "XB"],
        &[
            "Between Alvania and Borduna\n",
            "Meetings\n  2031-03-04, Port Alva",
            "Shared bodies\n  Joint Commission (commission)\n    Joint Commission links House (Alvania)\n",
            "Visits from Borduna to Alvania\n",
        ],
    )?;
    let ended = json(&["between", "graph.json", "wolff", "bekova"])?;
    assert_eq!(ended["meetings"], Value::Array(Vec::new()));
    nothing(
        &["between", "graph.json", "wolff", "bekova"],
        "nothing ties Lone Wolff (Borduna) and Aru Bekova (Alvania) directly",
    )
}

#[test]
fn bodies_are_cards_with_sides_chairs_sessions_and_lives() -> Checked {
    told(
        &["bodies", "graph.json"],
        &[
            "1 body\n  Joint Commission (commission), last active 2031-03\n",
            "    ties House (Alvania) and Assembly (Borduna)\n",
            "    co-chair: Ana Kim (Alvania), seen 2031-03-04\n",
            "    2031-03: session no. 4 of Joint Commission",
            "    2031-03: resumed its work\n",
        ],
    )?;
    let none = json(&["bodies", "graph.json", "--form", "friendship_group"])?;
    assert_eq!(none["bodies"], Value::Array(Vec::new()));
    nothing(
        &["bodies", "graph.json", "senate"],
        "the graph has no such bodies",
    )
}

#[test]
fn gaps_tell_who_is_quiet_and_for_how_long() -> Checked {
    told(
        &[
            "gaps",
            "graph.json",
            "--since",
            "2031-06",
            "--on",
            "2031-12-31",
        ],
        &[
            "Quiet since 2031-06, as of 2031-12-31\n",
            "  Joint Commission: quiet for 275 days, last on 2031-03; active once only\n",
            "Pairs of states\n  Alvania and Borduna: quiet for 275 days",
        ],
    )?;
    let pairs = json(&[
        "gaps",
        "graph.json",
        "--since",
        "2031-06",
        "--only",
        "pairs",
    ])?;
    assert_eq!(pairs["gaps"].as_array().map(Vec::len), Some(1));
    // The last document is of the day of the talks and one more; the graph knows no later day.
    assert_eq!(pairs["on"], "2031-03-05");
    nothing(
        &["gaps", "graph.json", "--since", "2031-03"],
        "nobody who met before has gone quiet since 2031-03",
    )
}

#[test]
fn changes_tell_what_later_articles_say_first() -> Checked {
    told(
        &["changes", "graph.json", "--since", "2031-03-05"],
        &[
            "New since 2031-03-05, from 1 article\n",
            "Offices\n",
            "Meetings\n  2031-03-04, Port Alva",
            "Lives of bodies\n  2031-03: Joint Commission resumed its work\n",
            "Named for the first time\n",
        ],
    )?;
    nothing(
        &["changes", "graph.json", "--since", "2031-03-06"],
        "nothing is new since 2031-03-06",
    )
}

#[test]
fn for_a_state_that_is_not_there_states_are_offered_and_no_people() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (typed, part) in [
        ("bekoba", "hint: name a state of the graph, such as \""),
        ("Bordunia", "hint: did you mean \"Borduna\"?"),
    ] {
        let ended = run_in(folder.path(), &["meetings", "graph.json", "--state", typed])?;
        assert_eq!(ended.code, Some(1), "{}", ended.err);
        let called = format!("no state in the graph is called \"{typed}\"");
        assert!(ended.err.contains(&called), "{}", ended.err);
        assert!(ended.err.contains(part), "{}", ended.err);
        assert!(!ended.err.contains("Bekova"), "{}", ended.err);
    }
    Ok(())
}

#[test]
fn a_time_that_ends_before_it_begins_is_one_error_everywhere() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for question in [
        &["meetings", "graph.json"][..],
        &["visits", "graph.json"],
        &["bodies", "graph.json"],
        &["matrix", "graph.json"],
        &["timeline", "graph.json", "drast"],
        &["between", "graph.json", "drast", "bekova"],
        &["path", "graph.json", "drast", "bekova"],
        &["report", "graph.json", "drast"],
        &["draw", "graph.json"],
    ] {
        let asked = [question, &["--from", "2031-04", "--to", "2031-03-31"]].concat();
        let ended = run_in(folder.path(), &asked)?;
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{asked:?}");
        let told = "error: --from 2031-04 is later than --to 2031-03-31\nhint: ";
        assert!(ended.err.starts_with(told), "{asked:?}: {}", ended.err);
        let one_month = [question, &["--from", "2031-03-31", "--to", "2031-03"]].concat();
        let ended = run_in(folder.path(), &one_month)?;
        assert!(!ended.err.contains("is later than"), "{one_month:?}");
    }
    Ok(())
}

#[test]
fn a_bad_date_state_or_kind_is_told_with_what_would_do() -> Checked {
    let (folder, _) = folder_with_graph()?;
    for (arguments, part) in [
        (
            &["meetings", "graph.json", "--on", "yesterday"][..],
            "not a date such as 2024-06-14, 2024-06 or 2024",
        ),
        (&["meetings", "graph.json", "--kind", "party"], "bilateral"),
        (
            &["meetings", "graph.json", "--state", "bekova"],
            "\"bekova\" is not a state",
        ),
        (
            &["meetings", "graph.json", "--on", "2031", "--from", "2030"],
            "cannot be used with",
        ),
        (&["gaps", "graph.json"], "--since"),
    ] {
        let ended = run_in(folder.path(), arguments)?;
        assert_eq!(ended.code, Some(2), "{arguments:?}");
        assert!(ended.err.contains(part), "{part} in:\n{}", ended.err);
    }
    Ok(())
}
