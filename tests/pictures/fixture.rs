//! Graphs of invented people for the tests of pictures and exports.

use interparl::claim::Confidence;
use interparl::document::DocumentRecord;
use interparl::graph::{
    Document, Edge, Evidence, GraphError, Meeting, Node, Participant, RelationGraph, Spell, Tie,
};
use interparl::ontology::{BodyForm, MeetingKind, MeetingStatus, NodeKind, Office, StateCode};
use interparl::text::PartialDate;

/// Builds a graph step by step.
pub(super) struct Builder {
    pub(super) graph: RelationGraph,
}

type Built = Result<(), GraphError>;

impl Builder {
    pub(super) fn new(documents: &[(&str, &str)]) -> Self {
        let mut graph = RelationGraph::new();
        for (id, date) in documents {
            graph.put_document(Document {
                record: DocumentRecord {
                    id: (*id).to_owned(),
                    title: Some(format!("Delegations meet ({id})")),
                    date: date.parse().ok(),
                    url: None,
                    publisher: Some("Sample Agency".to_owned()),
                    lang: Some("en".to_owned()),
                    sha256: String::new(),
                    extra: std::collections::BTreeMap::new(),
                },
                same_text: std::collections::BTreeSet::new(),
            });
        }
        Self { graph }
    }

    pub(super) fn node(
        &mut self,
        id: &str,
        kind: NodeKind,
        name: &str,
        state: Option<&str>,
    ) -> Built {
        let code = state.and_then(StateCode::parse);
        let is_state = kind == NodeKind::State;
        self.graph.add_node(Node {
            id: id.to_owned(),
            kind,
            name: name.to_owned(),
            aliases: std::collections::BTreeSet::new(),
            state: code.filter(|_| !is_state),
            form: (kind == NodeKind::Commission).then_some(BodyForm::Commission),
            code: code.filter(|_| is_state),
            wikidata: None,
            life: Vec::new(),
        })?;
        Ok(())
    }

    pub(super) fn edge(&mut self, from: &str, to: &str, tie: Tie, quote: &str) -> Built {
        let (Some(source), Some(target)) = (self.graph.find(from), self.graph.find(to)) else {
            return Err(GraphError::DuplicateNode(format!(
                "{from} or {to} is not there"
            )));
        };
        let evidence = vec![Evidence::Words {
            document: self
                .graph
                .documents()
                .next()
                .map_or_else(String::new, |d| d.record.id.clone()),
            start: 0,
            end: quote.chars().count(),
            quote: Some(quote.to_owned()),
            rule: "sample".to_owned(),
        }];
        self.graph.add_edge(
            source,
            target,
            Edge {
                tie,
                confidence: Confidence::hundredths(90),
                evidence,
            },
        )
    }

    pub(super) fn role(&mut self, person: &str, body: &str, office: Office, title: &str) -> Built {
        let spells = vec![Spell::default()];
        let tie = Tie::Role {
            office,
            title: title.to_owned(),
            spells,
        };
        self.edge(person, body, tie, &format!("the {title}"))
    }

    /// A meeting of two sides; one with a body is a session that all attended.
    pub(super) fn meeting(
        &mut self,
        id: &str,
        date: &str,
        place: &str,
        sides: [&[&str]; 2],
        body: Option<&str>,
    ) -> Built {
        let kind = if body.is_some() {
            MeetingKind::Session
        } else {
            MeetingKind::Bilateral
        };
        let date = PartialDate::parse(date);
        let place = Some(place.to_owned());
        let (meeting, quote) = (
            id.to_owned(),
            format!("met in {}", place.as_deref().unwrap_or("")),
        );
        for one in sides[0] {
            for other in sides[1] {
                let tie = Tie::Met {
                    kind,
                    meeting: meeting.clone(),
                    date,
                    place: place.clone(),
                };
                self.edge(one.min(other), one.max(other), tie, &quote)?;
            }
        }
        if let Some(body) = body {
            for person in sides.iter().flat_map(|side| side.iter()) {
                let tie = Tie::Attended {
                    kind,
                    meeting: meeting.clone(),
                    date,
                    place: place.clone(),
                };
                self.edge(person, body, tie, &quote)?;
            }
        }
        self.graph.put_meeting(Meeting {
            id: meeting,
            kind,
            status: MeetingStatus::Held,
            date,
            place,
            body: body.map(str::to_owned),
            session: None,
            sides: sides
                .iter()
                .map(|s| s.iter().map(|p| (*p).to_owned()).collect())
                .collect(),
            participants: Vec::<Participant>::new(),
            outcomes: Vec::new(),
            confidence: Confidence::hundredths(90),
            evidence: Vec::new(),
        });
        Ok(())
    }

    pub(super) fn visit(
        &mut self,
        person: &str,
        state: &str,
        date: Option<&str>,
        planned: bool,
    ) -> Built {
        let date = date.and_then(PartialDate::parse);
        self.edge(
            person,
            state,
            Tie::Visited { date, planned },
            "paid an official visit",
        )
    }

    pub(super) fn plain(&mut self, from: &str, to: &str, tie: Tie) -> Built {
        self.edge(from, to, tie, "between the two chambers")
    }
}

/// About what one article gives: two states, six people, six bodies.
pub(super) fn article() -> Result<RelationGraph, GraphError> {
    use NodeKind::{Chamber, Commission, Legislator, Official, Parliament, State};
    let mut b = Builder::new(&[("sample-1", "2024-06-14")]);
    b.node("state/KZ", State, "Kazakhstan", Some("KZ"))?;
    b.node("state/UZ", State, "Uzbekistan", Some("UZ"))?;
    b.node("kz/majilis", Chamber, "Majilis", Some("KZ"))?;
    b.node(
        "kz/parliament",
        Parliament,
        "Parliament of the Republic of Kazakhstan",
        Some("KZ"),
    )?;
    b.node(
        "uz/legislative-chamber",
        Chamber,
        "Legislative Chamber",
        Some("UZ"),
    )?;
    b.node(
        "uz/oliy-majlis",
        Parliament,
        "Oliy Majlis of the Republic of Uzbekistan",
        Some("UZ"),
    )?;
    b.node("commission/cooperation", Commission, "Inter-chamber Parliamentary Commission on Cooperation between the Majilis of the Parliament of Kazakhstan and the Legislative Chamber of Uzbekistan", None)?;
    b.node(
        "commission/friendship",
        Commission,
        "parliamentary groups of friendship between the two countries",
        None,
    )?;
    b.node("person/a", Legislator, "Serik Ormanbek", Some("KZ"))?;
    b.node("person/b", Legislator, "Rustam Yodgorov", Some("UZ"))?;
    b.node("person/c", Official, "Daulet-Kerim Asanov", Some("KZ"))?;
    b.node("person/d", Official, "Botir Nazarmatov", Some("UZ"))?;
    b.node("person/e", Legislator, "Marat Zhumabay", None)?;
    b.node("person/f", Legislator, "Lola Karimberdiyeva", None)?;
    b.role("person/a", "kz/majilis", Office::Speaker, "Majilis Speaker")?;
    b.role(
        "person/b",
        "uz/legislative-chamber",
        Office::DeputySpeaker,
        "First Deputy Speaker of the Legislative Chamber",
    )?;
    b.role(
        "person/b",
        "commission/cooperation",
        Office::CoChair,
        "Co-Chair of the Uzbek side of the Commission",
    )?;
    b.role("person/c", "state/KZ", Office::HeadOfState, "President")?;
    b.role("person/d", "state/UZ", Office::HeadOfState, "President")?;
    b.role("person/e", "commission/friendship", Office::Chair, "led by")?;
    b.role("person/f", "commission/friendship", Office::Chair, "led by")?;
    b.meeting(
        "meeting/1",
        "2024-06-14",
        "Astana",
        [&["person/a"], &["person/b"]],
        None,
    )?;
    b.meeting(
        "meeting/2",
        "2024-06-14",
        "Astana",
        [&["person/a"], &["person/b"]],
        Some("commission/cooperation"),
    )?;
    b.visit("person/a", "state/UZ", None, false)?;
    b.visit("person/d", "state/KZ", Some("2024-09"), true)?;
    for (part, whole) in [
        ("kz/majilis", "kz/parliament"),
        ("kz/parliament", "state/KZ"),
        ("uz/legislative-chamber", "uz/oliy-majlis"),
        ("uz/oliy-majlis", "state/UZ"),
    ] {
        b.plain(part, whole, Tie::PartOf)?;
    }
    for (body, target) in [
        ("commission/cooperation", "kz/majilis"),
        ("commission/cooperation", "uz/legislative-chamber"),
        ("commission/friendship", "state/KZ"),
        ("commission/friendship", "state/UZ"),
    ] {
        b.plain(body, target, Tie::Links)?;
    }
    Ok(b.graph)
}

/// A row of numbers that looks like chance and is always the same.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2) + 1)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

const GIVEN: [&str; 12] = [
    "Aidar", "Bela", "Ciara", "Dmitri", "Elif", "Farid", "Gulnara", "Henrik", "Ines", "Jamshid",
    "Kateryna", "Levan",
];
const FAMILY: [&str; 12] = [
    "Abenov",
    "Bergstrom-Lund",
    "Costa",
    "Dvali",
    "Ergashev",
    "Fontaine",
    "Grigoryan",
    "Hakimzade",
    "Ivarsson",
    "Jumaliev",
    "Kowalczyk",
    "Lorincz",
];
const STATES: [(&str, &str); 12] = [
    ("KZ", "Kazakhstan"),
    ("UZ", "Uzbekistan"),
    ("TR", "Türkiye"),
    ("AZ", "Azerbaijan"),
    ("GE", "Georgia"),
    ("HU", "Hungary"),
    ("KG", "Kyrgyzstan"),
    ("PL", "Poland"),
    ("TJ", "Tajikistan"),
    ("AM", "Armenia"),
    ("FR", "France"),
    ("CN", "China"),
];

/// A graph of about so many nodes in so many states, always the same for the same numbers.
pub(super) fn invented(
    nodes: usize,
    states: usize,
    seed: u64,
) -> Result<RelationGraph, GraphError> {
    let mut dice = Dice::new(seed);
    let mut b = Builder::new(&[("sample-1", "2023-02-01"), ("sample-2", "2024-06-14")]);
    let states = &STATES[..states.min(STATES.len())];
    let mut chambers: Vec<Vec<String>> = Vec::new();
    for (code, name) in states {
        b.node(&format!("state/{code}"), NodeKind::State, name, Some(code))?;
        let lower = code.to_lowercase();
        let mut of_state = Vec::new();
        let two = dice.below(3) == 0;
        for house in if two {
            &["Senate", "House of Representatives"][..]
        } else {
            &["National Assembly"][..]
        } {
            let id = format!("{lower}/{}", house.to_lowercase().replace(' ', "-"));
            b.node(&id, NodeKind::Chamber, house, Some(code))?;
            of_state.push(id);
        }
        let whole = if two {
            let id = format!("{lower}/parliament");
            b.node(
                &id,
                NodeKind::Parliament,
                &format!("Parliament of {name}"),
                Some(code),
            )?;
            b.plain(&id, &format!("state/{code}"), Tie::PartOf)?;
            id
        } else {
            format!("state/{code}")
        };
        for chamber in &of_state {
            b.plain(chamber, &whole, Tie::PartOf)?;
        }
        chambers.push(of_state);
    }
    let commissions = nodes / 10;
    for index in 0..commissions {
        let id = format!("commission/{index:03}");
        let (one, two) = (dice.below(states.len()), dice.below(states.len()));
        let (a, z) = (states[one], states[two]);
        let assembly = index % 7 == 6;
        let kind = if assembly {
            NodeKind::Assembly
        } else {
            NodeKind::Commission
        };
        let name = if assembly {
            format!("Parliamentary Assembly of Region {index}")
        } else {
            format!("{}–{} parliamentary friendship group {index}", a.1, z.1)
        };
        b.node(&id, kind, &name, None)?;
        b.plain(&id, &chambers[one][0], Tie::Links)?;
        if one != two {
            b.plain(&id, &format!("state/{}", z.0), Tie::Links)?;
        }
    }
    let mut people: Vec<(String, usize)> = Vec::new();
    let left = nodes.saturating_sub(b.graph.node_count());
    for index in 0..left {
        let state = (dice.below(states.len()) + dice.below(states.len())) / 2;
        let id = format!("person/{index:04}");
        let name = format!("{} {}", GIVEN[dice.below(12)], FAMILY[dice.below(12)]);
        let official = dice.below(6) == 0;
        let kind = if official {
            NodeKind::Official
        } else {
            NodeKind::Legislator
        };
        let stateless = dice.below(25) == 0 && !official;
        b.node(&id, kind, &name, (!stateless).then_some(states[state].0))?;
        if official {
            b.role(
                &id,
                &format!("state/{}", states[state].0),
                Office::Minister,
                "Minister of Foreign Affairs",
            )?;
        } else if !stateless {
            let houses = &chambers[state];
            let house = &houses[dice.below(houses.len())];
            match dice.below(4) {
                0 => b.role(&id, house, Office::Speaker, "Speaker")?,
                1 => b.role(&id, house, Office::DeputySpeaker, "Deputy Speaker")?,
                _ => b.role(&id, house, Office::Member, "Member of Parliament")?,
            }
        }
        if commissions > 0 && dice.below(4) == 0 {
            let body = format!("commission/{:03}", dice.below(commissions));
            b.role(&id, &body, Office::CoChair, "Co-Chair")?;
        }
        people.push((id, state));
    }
    for index in 0..left * 6 / 10 {
        let (one, two) = (
            &people[dice.below(people.len())],
            &people[dice.below(people.len())],
        );
        if one.0 == two.0 {
            continue;
        }
        let id = format!("meeting/{index:04}");
        let date = format!(
            "20{}-0{}-1{}",
            18 + dice.below(7),
            1 + dice.below(9),
            dice.below(10)
        );
        match dice.below(6) {
            0 if commissions > 0 => {
                let body = format!("commission/{:03}", dice.below(commissions));
                b.meeting(&id, &date, "Geneva", [&[&one.0], &[&two.0]], Some(&body))?;
            }
            1 => {
                let state = format!("state/{}", states[two.1].0);
                let _ = b.visit(&one.0, &state, Some(&date), dice.below(3) == 0);
            }
            _ => b.meeting(&id, &date, "Vienna", [&[&one.0], &[&two.0]], None)?,
        }
    }
    Ok(b.graph)
}
