//! A small graph of invented people, built by hand, for the tests of this module.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;

use crate::claim::Confidence;
use crate::document::DocumentRecord;
use crate::graph::{
    Document, Edge, Evidence, LifeRecord, Meeting, MeetingOutcome, Node, Participant,
    RelationGraph, Spell, Tie,
};
use crate::ontology::{
    LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind, StateCode,
};
use crate::text::PartialDate;

const TALKS: &str = "meeting/2031-03-04-bekova-drast";
const SESSION: &str = "meeting/2031-03-05-joint";

/// Two states with three chambers, a joint commission, four people, one held meeting, one session, one planned call.
pub(super) fn two_chambers() -> RelationGraph {
    let mut graph = RelationGraph::new();
    for (id, kind, name, state) in [
        ("state/XA", NodeKind::State, "Alvania", "XA"),
        ("state/XB", NodeKind::State, "Borduna", "XB"),
        ("state/XC", NodeKind::State, "Cravia", "XC"),
        ("xa/house", NodeKind::Chamber, "House", "XA"),
        ("xa/senate", NodeKind::Chamber, "Senate", "XA"),
        ("xb/assembly", NodeKind::Chamber, "Assembly", "XB"),
        (
            "commission/joint",
            NodeKind::Commission,
            "Joint Commission",
            "",
        ),
        (
            "person/aru-bekova",
            NodeKind::Legislator,
            "Aru Bekova",
            "XA",
        ),
        ("person/ana-kim", NodeKind::Legislator, "Ana Kim", "XA"),
        ("person/bo-kim", NodeKind::Legislator, "Bo Kim", "XA"),
        (
            "person/milo-drast",
            NodeKind::Legislator,
            "Milo Drast",
            "XB",
        ),
    ] {
        put_node(&mut graph, id, kind, name, StateCode::parse(state));
    }
    put_document(&mut graph);
    put_meetings(&mut graph);
    put_ties(&mut graph);
    put_events(&mut graph);
    graph
}

fn put_ties(graph: &mut RelationGraph) {
    for (from, to) in [
        ("xa/house", "state/XA"),
        ("xa/senate", "state/XA"),
        ("xb/assembly", "state/XB"),
    ] {
        put_edge(graph, from, to, Tie::PartOf, 100);
    }
    for chamber in ["xa/house", "xb/assembly"] {
        put_edge(graph, "commission/joint", chamber, Tie::Links, 90);
    }
    for (person, office, body) in [
        ("person/aru-bekova", Office::Speaker, "xa/house"),
        ("person/milo-drast", Office::Speaker, "xb/assembly"),
        ("person/ana-kim", Office::Member, "xa/house"),
        ("person/bo-kim", Office::Member, "xa/senate"),
        ("person/ana-kim", Office::CoChair, "commission/joint"),
        ("person/bo-kim", Office::Member, "commission/joint"),
    ] {
        put_edge(graph, person, body, role(office), 95);
    }
}

fn put_events(graph: &mut RelationGraph) {
    let met = Tie::Met {
        kind: MeetingKind::Bilateral,
        meeting: TALKS.to_owned(),
        date: PartialDate::parse("2031-03-04"),
        place: Some("Port Alva".to_owned()),
    };
    put_edge(graph, "person/aru-bekova", "person/milo-drast", met, 97);
    let attended = Tie::Attended {
        kind: MeetingKind::Session,
        meeting: SESSION.to_owned(),
        date: PartialDate::parse("2031-03"),
        place: None,
    };
    put_edge(graph, "person/ana-kim", "commission/joint", attended, 90);
    let visited = Tie::Visited {
        date: PartialDate::parse("2031-03-04"),
        planned: false,
    };
    put_edge(graph, "person/milo-drast", "state/XA", visited, 92);
}

fn role(office: Office) -> Tie {
    Tie::Role {
        office,
        title: office.to_string(),
        spells: vec![Spell {
            first_seen: Some(date(2031, 3, 4)),
            last_seen: Some(date(2031, 3, 4)),
            ..Spell::default()
        }],
    }
}

fn words(start: usize, quote: &str) -> Evidence {
    Evidence::Words {
        document: "doc/talks".to_owned(),
        start,
        end: start + quote.chars().count(),
        quote: Some(quote.to_owned()),
        rule: "made-by-hand".to_owned(),
    }
}

fn put_node(
    graph: &mut RelationGraph,
    id: &str,
    kind: NodeKind,
    name: &str,
    state: Option<StateCode>,
) {
    let is_state = kind == NodeKind::State;
    let surname = name.split(' ').next_back().filter(|_| kind.is_person());
    let life = LifeRecord {
        date: PartialDate::parse("2031-03"),
        event: LifeEvent::Resumed,
        evidence: vec![words(80, "took up its work again")],
    };
    let node = Node {
        id: id.to_owned(),
        kind,
        name: name.to_owned(),
        aliases: surname.map(str::to_owned).into_iter().collect(),
        state: state.filter(|_| !is_state),
        form: None,
        code: state.filter(|_| is_state),
        wikidata: None,
        names: Vec::new(),
        life: if kind == NodeKind::Commission {
            vec![life]
        } else {
            Vec::new()
        },
    };
    let _ = graph.add_node(node);
}

fn put_edge(graph: &mut RelationGraph, from: &str, to: &str, tie: Tie, confidence: u8) {
    let ends = graph.find(from).zip(graph.find(to));
    let quote = format!("{from} and {to}");
    let edge = Edge {
        tie,
        confidence: Confidence::hundredths(confidence),
        evidence: vec![words(10, &quote)],
    };
    if let Some((source, target)) = ends {
        let _ = graph.add_edge(source, target, edge);
    }
}

fn put_document(graph: &mut RelationGraph) {
    graph.put_document(Document {
        record: DocumentRecord {
            id: "doc/talks".to_owned(),
            title: Some("Speakers meet in Port Alva".to_owned()),
            date: Some(date(2031, 3, 5)),
            url: Some("https://news.example/talks".to_owned()),
            publisher: Some("The Example".to_owned()),
            lang: Some("en".to_owned()),
            sha256: "0".repeat(64),
            extra: BTreeMap::new(),
        },
        same_text: BTreeSet::new(),
    });
}

fn put_meetings(graph: &mut RelationGraph) {
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let talks = Meeting {
        id: TALKS.to_owned(),
        kind: MeetingKind::Bilateral,
        status: MeetingStatus::Held,
        date: PartialDate::parse("2031-03-04"),
        place: Some("Port Alva".to_owned()),
        body: None,
        session: None,
        sides: vec![
            ids(&["person/ana-kim", "person/aru-bekova"]),
            ids(&["person/milo-drast"]),
        ],
        participants: vec![Participant {
            person: "person/aru-bekova".to_owned(),
            capacity: Office::Speaker,
            body: "xa/house".to_owned(),
        }],
        outcomes: vec![MeetingOutcome {
            kind: OutcomeKind::Invitation,
            evidence: vec![words(120, "invited her colleague")],
        }],
        differences: Vec::new(),
        confidence: Confidence::hundredths(97),
        evidence: vec![words(0, "Bekova received Drast")],
    };
    let session = Meeting {
        id: SESSION.to_owned(),
        kind: MeetingKind::Session,
        date: PartialDate::parse("2031-03"),
        place: None,
        body: Some("commission/joint".to_owned()),
        session: Some(4),
        sides: vec![ids(&["person/ana-kim"])],
        participants: Vec::new(),
        outcomes: Vec::new(),
        ..talks.clone()
    };
    let call = Meeting {
        id: "meeting/2031-04-bekova-drast".to_owned(),
        kind: MeetingKind::Call,
        status: MeetingStatus::Planned,
        date: PartialDate::parse("2031-04"),
        place: None,
        participants: Vec::new(),
        outcomes: Vec::new(),
        ..talks.clone()
    };
    for meeting in [talks, session, call] {
        graph.put_meeting(meeting);
    }
}

/// Puts in that somebody was a member of a body up to the end of 2030.
pub(super) fn put_former_member(graph: &mut RelationGraph, person: &str, body: &str) {
    let tie = Tie::Role {
        office: Office::Member,
        title: "Member".to_owned(),
        spells: vec![Spell {
            first_seen: Some(date(2030, 3, 4)),
            last_seen: Some(date(2030, 6, 4)),
            not_after: Some(date(2030, 12, 31)),
            ..Spell::default()
        }],
    };
    put_edge(graph, person, body, tie, 95);
}

/// Puts one more visit in.
pub(super) fn put_visit(
    graph: &mut RelationGraph,
    person: &str,
    to: &str,
    day: &str,
    planned: bool,
) {
    let date = PartialDate::parse(day);
    put_edge(graph, person, to, Tie::Visited { date, planned }, 90);
}

/// Puts in that somebody became speaker, as a document of June says.
pub(super) fn put_later_speaker(graph: &mut RelationGraph, person: &str, body: &str) {
    let mut document = graph.document("doc/talks").cloned();
    if let Some(document) = &mut document {
        "doc/later".clone_into(&mut document.record.id);
        document.record.date = Some(date(2031, 6, 2));
    }
    if let Some(document) = document {
        graph.put_document(document);
    }
    let ends = graph.find(person).zip(graph.find(body));
    let edge = Edge {
        tie: role(Office::Speaker),
        confidence: Confidence::hundredths(90),
        evidence: vec![Evidence::Words {
            document: "doc/later".to_owned(),
            start: 0,
            end: 5,
            quote: Some("words".to_owned()),
            rule: "made-by-hand".to_owned(),
        }],
    };
    if let Some((source, target)) = ends {
        let _ = graph.add_edge(source, target, edge);
    }
}

/// A person without anything but an id.
pub(super) fn person(id: &str) -> Node {
    Node {
        id: id.to_owned(),
        kind: NodeKind::Legislator,
        name: id.to_owned(),
        aliases: BTreeSet::new(),
        state: None,
        form: None,
        code: None,
        wikidata: None,
        names: Vec::new(),
        life: Vec::new(),
    }
}

/// Puts in that two of these people met.
pub(super) fn put_talks(graph: &mut RelationGraph, one: usize, other: usize, number: usize) {
    let met = Tie::Met {
        kind: MeetingKind::Bilateral,
        meeting: format!("meeting/{number}"),
        date: None,
        place: None,
    };
    let (one, other) = (format!("person/{one}"), format!("person/{other}"));
    put_edge(graph, &one, &other, met, 90);
}
