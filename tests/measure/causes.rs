//! Each cause is found where it is made.

use interparl::lexicon::Lexicon;
use interparl::score::{
    Annotation, Cause, Comparison, Layer, Mistake, Prediction, Quotable, RuleTallies, Topic,
    Verdict,
};
use serde_json::{Value, json};

use crate::sample::Checked;

/// Facts of invented people: two who met in a call, two who sat on one side with one on the other, a session with two
/// guests.
fn facts() -> Value {
    let person =
        |name: &str, state: &str| json!({"name": name, "legislator": true, "state": state});
    json!({"id": "a", "states": ["XA", "XB"],
        "people": [person("Aru Bekova", "XA"), person("Milo Drast", "XB"), person("Ana Kim", "XA"), person("Lone Wolff", "XB")],
        "bodies": [{"name": "House", "kind": "chamber", "states": ["XA"]}, {"name": "Joint Commission", "kind": "commission"}],
        "roles": [{"person": "Aru Bekova", "role": "speaker", "body": "House"}],
        "meetings": [
            {"kind": "bilateral", "sides": [["Aru Bekova", "Ana Kim"], ["Milo Drast"]], "date": "2031-03-04", "place": "Port Alva"},
            {"kind": "session", "sides": [["Ana Kim"], ["Lone Wolff"]], "body": "Joint Commission"}],
        "visits": [{"person": "Milo Drast", "state": "XA"}]})
}

fn node(id: &str, kind: &str, name: &str) -> Value {
    json!({"id": id, "kind": kind, "name": name, "code": if kind == "state" { Some(id) } else { None }})
}

fn people() -> Vec<Value> {
    [
        ("b", "Aru Bekova"),
        ("d", "Milo Drast"),
        ("k", "Ana Kim"),
        ("w", "Lone Wolff"),
    ]
    .map(|(id, name)| node(id, "legislator", name))
    .to_vec()
}

/// Everybody and everything by the right name.
fn nodes() -> Vec<Value> {
    let mut nodes = people();
    nodes.extend([
        node("h", "chamber", "House"),
        node("j", "commission", "Joint Commission"),
        node("XA", "state", "Alvania"),
        node("XB", "state", "Borduna"),
    ]);
    nodes
}

fn edge(kind: &str, source: &str, target: &str) -> Value {
    json!({"source": source, "target": target, "kind": kind})
}

fn role(person: &str, office: &str, body: &str) -> Value {
    json!({"source": person, "target": body, "kind": "role", "role": office,
        "evidence": [{"rule": "some-rule", "quote": "as the article says"}]})
}

fn mistakes(
    nodes: &[Value],
    edges: &[Value],
    meetings: &Value,
) -> Result<Vec<Mistake>, Box<dyn std::error::Error>> {
    let graph = json!({"graph": {"meetings": meetings}, "nodes": nodes, "edges": edges});
    let facts = Annotation::from_json(facts().to_string().as_bytes())?;
    let graph = Prediction::from_json(graph.to_string().as_bytes())?;
    Ok(Comparison::new(&facts, &graph).mistakes(None))
}

/// The cause of the error with that fact, and what stands in its place.
fn cause(mistakes: &[Mistake], verdict: Verdict, fact: &str) -> Vec<(Cause, String)> {
    let found = mistakes
        .iter()
        .filter(|m| m.verdict == verdict && m.fact == fact);
    found
        .map(|m| (m.cause, m.instead.clone().unwrap_or_default()))
        .collect()
}

/// Exactly one error, with that cause.
fn is(cause: Cause, instead: &str) -> [(Cause, String); 1] {
    [(cause, instead.to_owned())]
}

#[test]
fn names_that_are_nearly_right() -> Checked {
    let nodes = [
        node("1", "official", "Bekova"),
        node("2", "official", "Deputy Milo Drast"),
        node("3", "legislator", "Ana Kim"),
        node("4", "legislator", "Kim"),
        node("5", "legislator", "Lona Wolff"),
        node("6", "legislator", "Saeima Riga"),
    ];
    let found = mistakes(&nodes, &[], &json!([]))?;
    let (wrong, missed) = (Verdict::Wrong, Verdict::Missed);
    for (verdict, fact, expected) in [
        (wrong, "Bekova", is(Cause::CutShort, "for \"Aru Bekova\"")),
        (
            missed,
            "Aru Bekova",
            is(Cause::CutShort, "found as \"Bekova\""),
        ),
        (
            wrong,
            "Deputy Milo Drast",
            is(Cause::TooLong, "for \"Milo Drast\""),
        ),
        (wrong, "Kim", is(Cause::Twice, "for \"Ana Kim\"")),
        (
            wrong,
            "Lona Wolff",
            is(Cause::OtherName, "for \"Lone Wolff\""),
        ),
        (
            missed,
            "Lone Wolff",
            is(Cause::OtherName, "found as \"Lona Wolff\""),
        ),
        (wrong, "Saeima Riga", is(Cause::NotAnnotated, "")),
        (missed, "House", is(Cause::NotFound, "")),
        (missed, "XA", is(Cause::PeopleFound, "of \"Ana Kim\"")),
    ] {
        assert_eq!(cause(&found, verdict, fact), expected, "{fact}");
    }
    Ok(())
}

#[test]
fn bodies_and_states() -> Checked {
    let mut nodes = people();
    nodes.extend([
        node("h", "chamber", "House"),
        node("j", "assembly", "Joint Commission"),
        node("XC", "state", "Cathay"),
        node("XD", "state", "Dorne"),
    ]);
    let edges = [edge("part_of", "h", "XC"), edge("visited", "d", "XD")];
    let found = mistakes(&nodes, &edges, &json!([]))?;
    let states = is(Cause::OtherStates, "for \"House\"");
    assert_eq!(cause(&found, Verdict::Wrong, "House"), states);
    assert_eq!(
        cause(&found, Verdict::Wrong, "XC"),
        is(Cause::CameWithBody, "of \"House\"")
    );
    assert_eq!(
        cause(&found, Verdict::Wrong, "XD"),
        is(Cause::CameWithEdge, "of \"Milo Drast\"")
    );
    let kind = is(Cause::Differs, "found assembly, it is commission");
    assert_eq!(cause(&found, Verdict::Inexact, "Joint Commission"), kind);
    Ok(())
}

#[test]
fn offices_and_visits() -> Checked {
    let missed = "Aru Bekova / speaker / House";
    for (edges, wrong, cause_of_wrong, cause_of_missed) in [
        (
            role("b", "member", "h"),
            "Aru Bekova / member / House",
            is(Cause::OtherOffice, "asked for: speaker"),
            is(Cause::OtherOffice, "found: member"),
        ),
        (
            role("b", "speaker", "j"),
            "Aru Bekova / speaker / Joint Commission",
            is(Cause::OtherBody, "asked for: House"),
            is(Cause::OtherBody, "found: Joint Commission"),
        ),
        (
            role("k", "speaker", "h"),
            "Ana Kim / speaker / House",
            is(Cause::OtherPerson, "asked for: Aru Bekova"),
            is(Cause::OtherPerson, "found: Ana Kim"),
        ),
        (
            role("w", "member", "XB"),
            "Lone Wolff / member / XB",
            is(Cause::NotAnnotated, ""),
            is(Cause::NotFound, ""),
        ),
    ] {
        let found = mistakes(&nodes(), &[edges], &json!([]))?;
        assert_eq!(
            cause(&found, Verdict::Wrong, wrong),
            cause_of_wrong,
            "{wrong}"
        );
        assert_eq!(
            cause(&found, Verdict::Missed, missed),
            cause_of_missed,
            "{wrong}"
        );
        let wrong = found
            .iter()
            .find(|m| m.fact == wrong)
            .ok_or("it is there")?;
        assert_eq!(
            (wrong.topic, wrong.rules.join(" ")),
            (Topic::Layer(Layer::Roles), "some-rule".to_owned())
        );
        assert_eq!(wrong.quotes, ["as the article says"]);
    }
    let found = mistakes(&nodes(), &[edge("visited", "d", "XB")], &json!([]))?;
    assert_eq!(
        cause(&found, Verdict::Wrong, "Milo Drast / XB"),
        is(Cause::OtherBody, "asked for: XA")
    );
    assert_eq!(
        cause(&found, Verdict::Missed, "Milo Drast / XA"),
        is(Cause::OtherBody, "found: XB")
    );
    Ok(())
}

#[test]
fn an_end_that_nothing_matches_comes_first() -> Checked {
    let nodes = [
        node("b", "legislator", "Aru Bekova"),
        node("x", "official", "Bo Chill"),
        node("y", "assembly", "Forum"),
        node("XA", "state", "Alvania"),
    ];
    let edges = [
        role("x", "chair", "y"),
        role("b", "speaker", "y"),
        role("x", "minister", "XA"),
        edge("met", "b", "x"),
    ];
    let found = mistakes(&nodes, &edges, &json!([]))?;
    let (wrong, missed) = (Verdict::Wrong, Verdict::Missed);
    for (verdict, fact, expected) in [
        (wrong, "Bo Chill / chair / Forum", Cause::BothUnmatched),
        (wrong, "Aru Bekova / speaker / Forum", Cause::BodyUnmatched),
        (wrong, "Bo Chill / minister / XA", Cause::PersonUnmatched),
        (wrong, "Aru Bekova / Bo Chill", Cause::PersonUnmatched),
        (missed, "Aru Bekova / speaker / House", Cause::BodyUnmatched),
        (missed, "Milo Drast / XA", Cause::PersonUnmatched),
        (missed, "Ana Kim / Milo Drast", Cause::BothUnmatched),
    ] {
        assert_eq!(cause(&found, verdict, fact), is(expected, ""), "{fact}");
        assert!(expected.is_of_ends(), "{fact}");
    }
    Ok(())
}

#[test]
fn meetings_that_were_not_understood() -> Checked {
    let meeting = |status: &str, body: Value, sides: Value| json!([{"status": status, "body": body, "sides": sides}]);
    let pair = "Aru Bekova / Milo Drast";
    let none = Value::Null;
    for (meetings, expected) in [
        (json!([]), Cause::NotFound),
        (
            meeting("planned", none.clone(), json!([["b"], ["d"]])),
            Cause::Planned,
        ),
        (
            meeting("held", none.clone(), json!([["b", "d"]])),
            Cause::TakenForOneSide,
        ),
        (
            meeting("held", none.clone(), json!([["b"], ["d"], ["k"]])),
            Cause::Many,
        ),
        (
            meeting("held", none.clone(), json!([["b"], ["k"]])),
            Cause::SideMissing,
        ),
    ] {
        let found = mistakes(&nodes(), &[], &meetings)?;
        assert_eq!(
            cause(&found, Verdict::Missed, pair),
            is(expected, ""),
            "{meetings}"
        );
    }
    let apart = [
        edge("met", "b", "w"),
        edge("met", "d", "w"),
        edge("met", "b", "k"),
    ];
    let found = mistakes(&nodes(), &apart, &json!([]))?;
    assert_eq!(cause(&found, Verdict::Missed, pair), is(Cause::Apart, ""));
    assert_eq!(
        cause(&found, Verdict::Wrong, "Aru Bekova / Lone Wolff"),
        is(Cause::Apart, "")
    );
    assert_eq!(
        cause(&found, Verdict::Wrong, "Ana Kim / Aru Bekova"),
        is(Cause::OneSide, "")
    );

    let guest = "Ana Kim / Joint Commission";
    for (status, body, expected) in [
        ("held", none.clone(), Cause::NoBody),
        ("planned", "j".into(), Cause::Planned),
        ("held", "j".into(), Cause::NotFound),
    ] {
        let found = mistakes(&nodes(), &[], &meeting(status, body, json!([["k"], ["w"]])))?;
        assert_eq!(
            cause(&found, Verdict::Missed, guest),
            is(expected, ""),
            "{status}"
        );
    }
    let found = mistakes(&nodes(), &[edge("attended", "w", "j")], &json!([]))?;
    assert_eq!(
        cause(&found, Verdict::Missed, guest),
        is(Cause::OtherPerson, "found: Lone Wolff")
    );
    Ok(())
}

#[test]
fn days_and_places_that_are_not_right() -> Checked {
    let met = |date: Option<&str>, place: Option<&str>| json!({"source": "d", "target": "b", "kind": "met", "date": date, "place": place});
    let session = json!({"source": "k", "target": "w", "kind": "met", "date": "2031-03"});
    let edges = [met(Some("2031-03-05"), None), session];
    let found = mistakes(&nodes(), &edges, &json!([]))?;
    let inexact: Vec<(&str, Cause, &str)> = found
        .iter()
        .filter(|m| m.verdict == Verdict::Inexact)
        .map(|m| {
            (
                m.topic.as_str(),
                m.cause,
                m.instead.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        inexact,
        [
            ("date", Cause::Added, "found 2031-03"),
            ("date", Cause::Differs, "found 2031-03-05, it is 2031-03-04"),
            ("place", Cause::Missing, "it is port alva"),
        ]
    );
    let found = mistakes(
        &nodes(),
        &[met(Some("2031-03-04"), Some("Port Álva"))],
        &json!([]),
    )?;
    assert!(
        found.iter().all(|m| m.verdict != Verdict::Inexact),
        "{found:?}"
    );
    Ok(())
}

#[test]
fn what_was_missed_is_quoted_from_the_text() -> Checked {
    let facts = Annotation::from_json(facts().to_string().as_bytes())?;
    let text = "Talks in Port Alva. Milo Drast was met by Aru Bekova. Nothing more is known.";
    let text = Quotable::new(text, Lexicon::builtin());
    let nothing = Prediction::default();
    let found = Comparison::new(&facts, &nothing).mistakes(Some(&text));
    let pair = found
        .iter()
        .find(|m| m.fact == "Aru Bekova / Milo Drast")
        .ok_or("it was missed")?;
    assert_eq!(pair.quotes, ["Milo Drast was met by Aru Bekova."]);
    let kim = found
        .iter()
        .find(|m| m.fact == "Ana Kim")
        .ok_or("she was missed")?;
    assert_eq!(kim.quotes, Vec::<String>::new());
    Ok(())
}

#[test]
fn rules_are_told_from_their_luck_with_names() -> Checked {
    let mut nodes = nodes();
    nodes.push(node("x", "official", "Bo Chill"));
    let edges = [
        role("b", "speaker", "h"),
        role("k", "member", "h"),
        role("x", "member", "h"),
    ];
    let graph = json!({"nodes": nodes, "edges": edges});
    let facts = Annotation::from_json(facts().to_string().as_bytes())?;
    let graph = Prediction::from_json(graph.to_string().as_bytes())?;
    let mut tallies = RuleTallies::new();
    Comparison::new(&facts, &graph).tally(&mut tallies);
    let tally = tallies
        .get(&("some-rule".to_owned(), Layer::Roles))
        .ok_or("the rule counts")?;
    assert_eq!((tally.right, tally.wrong, tally.wrong_end), (1, 2, 1));
    Ok(())
}
