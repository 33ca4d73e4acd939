//! Any graph, written and read back: nothing that the format has is lost, and nothing else is said.

use std::collections::{BTreeMap, BTreeSet};

use interparl::claim::{
    Assertion, Capacity, Claim, Confidence, Entity, Form, Outcome, Reading, SCHEMA, TableRow, Why,
};
use interparl::document::DocumentRecord;
use interparl::export::{ExportOptions, Format, csv, write_text};
use interparl::graph::{RelationGraph, Spell, Tie, fold};
use interparl::import::{File, Imported, Problem, read};
use interparl::ontology::{
    BodyForm, LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind, StateCode,
};
use interparl::text::PartialDate;
use proptest::prelude::*;
use proptest::sample::select;

/// People, then states, then bodies; a name that is parted by `/` has an alias.
const WORLD: [(NodeKind, &str, &str); 14] = [
    (NodeKind::Legislator, "Anna Lee/A. Lee; of the north", "XA"),
    (NodeKind::Legislator, "Boris Ma", "XB"),
    (NodeKind::Official, "Clara Doe/Doe\\Roe", "XA"),
    (NodeKind::Legislator, "Dan Roe", "XB"),
    (NodeKind::Legislator, "Eva Poe", "XC"),
    (NodeKind::State, "Alvania", "XA"),
    (NodeKind::State, "Borduna", "XB"),
    (NodeKind::State, "Cravia", "XC"),
    (NodeKind::Chamber, "Upper House of Elders", "XA"),
    (NodeKind::Chamber, "Upper House of Elders", "XB"),
    (NodeKind::Commission, "Friendship Group", ""),
    (NodeKind::Commission, "Friendship Group", ""),
    (NodeKind::Commission, "Committee on Trade", "XA"),
    (NodeKind::Assembly, "Assembly of the Three Rivers/=TRA", ""),
];
const PEOPLE: std::ops::Range<usize> = 0..5;
const STATES: std::ops::Range<usize> = 5..8;
const BODIES: std::ops::Range<usize> = 8..14;
const DAYS: [&str; 6] = [
    "2030-01-15",
    "2030-05-02",
    "2031-02-28",
    "2031-03-01",
    "2033-12-31",
    "2034-07-09",
];
const DATES: [&str; 6] = [
    "",
    "2031",
    "2031-03",
    "2031-03-01",
    "2030-05-02",
    "2034-07-09",
];
const PLACES: [&str; 3] = ["", "Port Alva", "=Old \"Town\", upper part; west"];
/// What ties which chambers and states: each group of one name ties others.
const TIES: [(usize, usize); 6] = [(8, 5), (9, 6), (10, 5), (10, 6), (11, 5), (11, 7)];

fn entity(number: usize, (kind, names, state): &(NodeKind, &str, &str), twins: bool) -> Entity {
    let names = if number == 11 && !twins {
        "Group on Rivers"
    } else {
        names
    };
    let mut names = names.split('/');
    let name = names.next().unwrap_or_default();
    let form = |text: &str| Form {
        text: text.to_owned(),
        start: 0,
        end: 0,
        name: true,
    };
    let state = StateCode::parse(state);
    Entity {
        kind: *kind,
        name: name.to_owned(),
        row: state
            .filter(|_| *kind == NodeKind::State)
            .map(|s| s.to_string()),
        form: match number {
            10 | 11 => Some(BodyForm::FriendshipGroup),
            12 => Some(BodyForm::Committee),
            _ => None,
        },
        state,
        forms: std::iter::once(name).chain(names).map(form).collect(),
        keys: Vec::new(),
    }
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    select(&DATES[..]).prop_map(PartialDate::parse)
}

/// The sides with everybody on the first of theirs: who stands on two of them met himself, and no import takes that.
fn parted(mut sides: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut seen = BTreeSet::new();
    for side in &mut sides {
        side.retain(|person| !seen.contains(person));
        seen.extend(side.iter().copied());
    }
    sides
}

fn meeting() -> impl Strategy<Value = Assertion> {
    let what = (
        select(MeetingKind::ALL),
        select(MeetingStatus::ALL),
        prop::option::of(BODIES),
        prop::option::of(1..9_u32),
    );
    let sides = prop::collection::vec(prop::collection::vec(PEOPLE, 1..3), 0..4);
    let capacities = prop::collection::vec((PEOPLE, select(Office::ALL), STATES.start..14), 0..2);
    let outcomes = prop::collection::vec(select(OutcomeKind::ALL), 0..3);
    let details = (date(), select(&PLACES[..]), capacities, outcomes);
    (what, sides, details).prop_map(
        |((kind, status, body, session), sides, (date, place, capacities, outcomes))| {
            Assertion::Meeting {
                kind,
                status,
                sides: parted(sides),
                capacities: capacities
                    .into_iter()
                    .map(|(person, office, target)| Capacity {
                        person,
                        office,
                        target,
                    })
                    .collect(),
                body,
                session,
                date,
                place: (!place.is_empty()).then(|| place.to_owned()),
                outcomes: outcomes
                    .into_iter()
                    .map(|kind| Outcome {
                        kind,
                        evidence: Vec::new(),
                    })
                    .collect(),
            }
        },
    )
}

fn role() -> impl Strategy<Value = Assertion> {
    let title = select(&["Speaker", "the \"First\" <Chair>", "=Member; of two"][..]);
    let offices = select(Office::ALL);
    (PEOPLE, offices, STATES.start..14, title, any::<bool>()).prop_map(
        |(person, office, target, title, former)| Assertion::Role {
            person,
            office,
            target,
            title: title.to_owned(),
            former,
            term: interparl::claim::Term::default(),
        },
    )
}

fn assertion() -> impl Strategy<Value = Assertion> {
    let visit =
        (PEOPLE, STATES, date(), any::<bool>()).prop_map(|(person, state, date, planned)| {
            Assertion::Visited {
                person,
                state,
                date,
                planned,
            }
        });
    let life = (BODIES, select(LifeEvent::ALL), date())
        .prop_map(|(body, event, date)| Assertion::Life { body, event, date });
    prop_oneof![3 => role(), 1 => visit, 1 => life, 3 => meeting()]
}

/// An article of a day, or of none, in which all the world stands.
fn article(number: usize, day: Option<&str>, claims: Vec<(Assertion, u8)>, twins: bool) -> Reading {
    let tie = |(from, to): &(usize, usize)| {
        let assertion = if *from < 10 {
            Assertion::PartOf {
                part: *from,
                whole: *to,
            }
        } else {
            Assertion::Links {
                body: *from,
                target: *to,
            }
        };
        (assertion, 90)
    };
    let claims = TIES.iter().map(tie).chain(claims);
    let claim = |(assertion, hundredths)| Claim {
        assertion,
        confidence: Confidence::hundredths(hundredths),
        evidence: vec![Why::Table(TableRow {
            table: format!("table {number}"),
            row: "1".to_owned(),
        })],
    };
    Reading {
        schema: SCHEMA,
        document: DocumentRecord {
            id: format!("document {number}"),
            title: None,
            date: day.and_then(PartialDate::parse).and_then(PartialDate::day),
            url: None,
            publisher: None,
            lang: None,
            sha256: format!("hash {number}"),
            extra: BTreeMap::new(),
        },
        entities: (0..)
            .zip(&WORLD)
            .map(|(number, of)| entity(number, of, twins))
            .collect(),
        claims: claims.map(claim).collect(),
        findings: Vec::new(),
        sketch: None,
    }
}

/// A graph; `twins` is whether two groups have one name and differ in what they tie.
fn graph(twins: bool) -> impl Strategy<Value = RelationGraph> {
    let claims = prop::collection::vec((assertion(), 60..100_u8), 0..7);
    let articles = prop::collection::vec((prop::option::of(select(&DAYS[..])), claims), 1..6);
    articles.prop_map(move |articles| {
        let articles = articles.into_iter().enumerate();
        fold(
            articles
                .map(|(number, (day, claims))| article(number, day, claims, twins))
                .collect(),
        )
    })
}

fn files(graph: &RelationGraph, format: Format) -> Vec<File> {
    if format == Format::Csv {
        let tables = csv::tables(graph, ExportOptions::default(), csv::Flavour::Plain);
        let mut files: Vec<File> = tables
            .into_iter()
            .map(|table| File {
                name: table.name.to_owned(),
                bytes: table.text.into_bytes(),
            })
            .collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        return files;
    }
    let mut bytes = Vec::new();
    let written = write_text(graph, format, ExportOptions::default(), &mut bytes);
    assert!(written.is_ok());
    let ending = match format {
        Format::GraphMl => "graphml",
        Format::Gexf => "gexf",
        _ => "json",
    };
    vec![File {
        name: format!("graph.{ending}"),
        bytes,
    }]
}

/// What is read back, and the graph that comes of it.
fn back(graph: &RelationGraph, format: Format) -> Result<(Imported, RelationGraph), TestCaseError> {
    let imported = read("graph", &files(graph, format));
    let imported = imported.map_err(|e| TestCaseError::fail(e.to_string()))?;
    let again = fold(imported.readings.clone());
    Ok((imported, again))
}

fn nodes(graph: &RelationGraph) -> Vec<String> {
    let told = graph.nodes().map(|(_, n)| {
        let life: Vec<_> = n.life.iter().map(|l| (l.date, l.event)).collect();
        format!(
            "{} {} {:?} {:?} {:?} {:?} {:?} {life:?}",
            n.id, n.kind, n.name, n.aliases, n.state, n.code, n.form
        )
    });
    told.collect()
}

/// The id of a meeting without the letters by which ids of one wording are told apart: they come of the file.
fn id(meeting: &str) -> &str {
    let is_hash = |end: &&str| end.len() == 8 && end.chars().all(|c| c.is_ascii_hexdigit());
    let parts = meeting.rsplit_once('-');
    parts
        .filter(|(_, end)| is_hash(end))
        .map_or(meeting, |(id, _)| id)
}

/// The edges, with the ids of meetings or without.
fn edges(graph: &RelationGraph, with_meetings: bool) -> Vec<String> {
    let end = |n| graph.node(n).map_or("", |n| n.id.as_str());
    let edges = graph.edges();
    let told = edges.iter().map(|e| {
        let what = match &e.edge.tie {
            Tie::Role { title, spells, .. } => {
                format!("{} {title} {}", e.edge.key(), terms(spells))
            }
            Tie::Met {
                kind,
                meeting,
                date,
                place,
            }
            | Tie::Attended {
                kind,
                meeting,
                date,
                place,
            } => {
                let meeting = if with_meetings { id(meeting) } else { "" };
                format!("{} {kind} {meeting} {date:?} {place:?}", e.edge.kind())
            }
            Tie::Visited { .. } | Tie::PartOf | Tie::Links => e.edge.key(),
        };
        let ends = [end(e.source), end(e.target)];
        format!("{ends:?} {what} {}", e.edge.confidence.as_hundredths())
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

fn terms(spells: &[Spell]) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
    let term = |s: &Spell| {
        [s.not_before, s.first_seen, s.last_seen, s.not_after]
            .map(day)
            .join("/")
    };
    spells.iter().map(term).collect::<Vec<_>>().join(";")
}

fn meetings(graph: &RelationGraph) -> Vec<String> {
    let told = graph.meetings().map(|m| {
        let outcomes: Vec<_> = m.outcomes.iter().map(|o| o.kind).collect();
        format!(
            "{} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {outcomes:?} {:?}",
            id(&m.id),
            m.kind,
            m.status,
            m.date,
            m.place,
            m.body,
            m.session,
            m.sides,
            m.participants,
            m.confidence
        )
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_csv_and_popolo_lose_nothing(graph in graph(true)) {
        for format in [Format::Json, Format::Csv, Format::Popolo] {
            let (imported, again) = back(&graph, format)?;
            prop_assert_eq!(&imported.skipped, &vec![], "{:?}", format);
            prop_assert_eq!(&imported.left_out, &vec![], "{:?}", format);
            prop_assert_eq!(nodes(&again), nodes(&graph), "{:?}", format);
            prop_assert_eq!(meetings(&again), meetings(&graph), "{:?}", format);
            prop_assert_eq!(edges(&again, true), edges(&graph, true), "{:?}", format);
        }
    }

    #[test]
    fn graphml_and_gexf_lose_no_node_and_no_edge(graph in graph(true)) {
        for format in [Format::GraphMl, Format::Gexf] {
            let (imported, again) = back(&graph, format)?;
            prop_assert_eq!(&imported.skipped, &vec![], "{:?}", format);
            // Where one person stands on both sides the edges do not tell the sides, and that is told.
            let is_told = |p: &Problem| p.message.contains("do not tell who stood on which side");
            prop_assert!(imported.left_out.iter().all(is_told), "{:?}", imported.left_out);
            prop_assert_eq!(nodes(&again), nodes(&graph), "{:?}", format);
            prop_assert_eq!(edges(&again, false), edges(&graph, false), "{:?}", format);
        }
    }

    #[test]
    fn a_file_with_a_hole_is_refused_or_read_and_never_a_panic(
        graph in graph(true),
        format in select(&[Format::Json, Format::Csv, Format::GraphMl, Format::Gexf, Format::Popolo][..]),
        file in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        bytes in 1..40_usize,
    ) {
        let mut files = files(&graph, format);
        let file = file.get_mut(&mut files);
        let from = from.index(file.bytes.len());
        let to = (from + bytes).min(file.bytes.len());
        file.bytes.drain(from..to);
        if let Ok(imported) = read("graph", &files) {
            let again = fold(imported.readings);
            prop_assert_eq!(nodes(&again).len(), again.nodes().count());
        }
    }
}
