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
            aliases: name
                .split_once(" between ")
                .map(|(short, _)| short.to_owned())
                .into_iter()
                .collect(),
            state: code.filter(|_| !is_state),
            form: (kind == NodeKind::Commission).then_some(BodyForm::Commission),
            code: code.filter(|_| is_state),
            wikidata: None,
            names: Vec::new(),
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
            differences: Vec::new(),
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
    let mut b = Builder::new(&[("sample-1", "2024-06-14")]);
    add_nodes_of_article(&mut b)?;
    let (uz, cooperation) = ("uz/legislative-chamber", "commission/cooperation");
    for (person, body, office, title) in [
        ("person/a", "kz/majilis", Office::Speaker, "Majilis Speaker"),
        (
            "person/b",
            uz,
            Office::DeputySpeaker,
            "First Deputy Speaker of the Legislative Chamber",
        ),
        (
            "person/b",
            cooperation,
            Office::CoChair,
            "Co-Chair of the Uzbek side of the Commission",
        ),
        ("person/c", "state/KZ", Office::HeadOfState, "President"),
        ("person/d", "state/UZ", Office::HeadOfState, "President"),
        ("person/e", "commission/friendship", Office::Chair, "Chair"),
        ("person/f", "commission/friendship", Office::Chair, "Chair"),
    ] {
        b.role(person, body, office, title)?;
    }
    let sides: [&[&str]; 2] = [&["person/a"], &["person/b"]];
    b.meeting("meeting/1", "2024-06-14", "Astana", sides, None)?;
    b.meeting(
        "meeting/2",
        "2024-06-14",
        "Astana",
        sides,
        Some(cooperation),
    )?;
    b.visit("person/a", "state/UZ", None, false)?;
    b.visit("person/d", "state/KZ", Some("2024-09"), true)?;
    for (part, whole) in [
        ("kz/majilis", "kz/parliament"),
        ("kz/parliament", "state/KZ"),
        (uz, "uz/oliy-majlis"),
        ("uz/oliy-majlis", "state/UZ"),
    ] {
        b.plain(part, whole, Tie::PartOf)?;
    }
    for (body, target) in [
        (cooperation, "kz/majilis"),
        (cooperation, uz),
        ("commission/friendship", "state/KZ"),
        ("commission/friendship", "state/UZ"),
    ] {
        b.plain(body, target, Tie::Links)?;
    }
    Ok(b.graph)
}

fn add_nodes_of_article(b: &mut Builder) -> Built {
    use NodeKind::{Chamber, Commission, Legislator, Official, Parliament, State};
    let cooperation = "Joint Commission for the Partnership of the Legislative Chamber of Uzbekistan with the Majilis of the Parliament of the Republic of Kazakhstan";
    for (id, kind, name, state) in [
        ("state/KZ", State, "Kazakhstan", "KZ"),
        ("state/UZ", State, "Uzbekistan", "UZ"),
        ("kz/majilis", Chamber, "Majilis", "KZ"),
        (
            "kz/parliament",
            Parliament,
            "Parliament of the Republic of Kazakhstan",
            "KZ",
        ),
        (
            "uz/legislative-chamber",
            Chamber,
            "Legislative Chamber",
            "UZ",
        ),
        (
            "uz/oliy-majlis",
            Parliament,
            "Oliy Majlis of the Republic of Uzbekistan",
            "UZ",
        ),
        ("commission/cooperation", Commission, cooperation, ""),
        (
            "commission/friendship",
            Commission,
            "friendship groups of the parliaments of both neighbouring states",
            "",
        ),
        ("person/a", Legislator, "Serik Ormanbek", "KZ"),
        ("person/b", Legislator, "Rustam Yodgorov", "UZ"),
        ("person/c", Official, "Daulet-Kerim Asanov", "KZ"),
        ("person/d", Official, "Botir Nazarmatov", "UZ"),
        ("person/e", Legislator, "Marat Zhumabay", ""),
        ("person/f", Legislator, "Lola Karimberdiyeva", ""),
    ] {
        b.node(id, kind, name, Some(state).filter(|s| !s.is_empty()))?;
    }
    Ok(())
}
