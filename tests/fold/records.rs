//! What stands beside nodes and edges: outcomes, capacities, the life of bodies, rows of tables.

use super::made::{article, bytes_of, edge, graph_of};
use interparl::claim::{Assertion, Capacity, Outcome, Reading, TableRow, Why, Words};
use interparl::export::json;
use interparl::graph::Evidence;
use interparl::ontology::{LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office, OutcomeKind};
use interparl::text::PartialDate;

fn words(start: usize) -> Words {
    Words {
        start,
        end: start + 4,
        quote: None,
        rule: "made-up".to_owned(),
    }
}

/// A session of a commission that was resumed, told by an article.
fn session(id: &str) -> Reading {
    let date = PartialDate::parse("2024-06-14");
    let meeting = Assertion::Meeting {
        kind: MeetingKind::Session,
        status: MeetingStatus::Held,
        sides: vec![vec![0], vec![1]],
        capacities: vec![Capacity {
            person: 0,
            office: Office::CoChair,
            target: 2,
        }],
        body: Some(2),
        session: Some(6),
        date,
        place: Some("Astana".to_owned()),
        outcomes: vec![
            Outcome {
                kind: OutcomeKind::Decision,
                evidence: vec![words(90)],
            },
            Outcome {
                kind: OutcomeKind::Decision,
                evidence: vec![words(40), words(40)],
            },
        ],
    };
    let resumed = Assertion::Life {
        body: 2,
        event: LifeEvent::Resumed,
        date,
    };
    let links = Assertion::Links { body: 2, target: 3 };
    let mut reading = article(id, "2024-06-14")
        .person("Anna Lee", "KZ")
        .person("Boris Ma", "")
        .entity(NodeKind::Commission, "Joint Commission", "", "")
        .entity(NodeKind::State, "Kazakhstan", "", "KZ")
        .claim(meeting, 80)
        .claim(resumed, 80)
        .claim(links, 100)
        .read();
    if let Some(links) = reading.claims.last_mut() {
        links.evidence = vec![Why::Table(TableRow {
            table: "bodies".to_owned(),
            row: "joint".to_owned(),
        })];
    }
    reading
}

#[test]
fn records_of_two_articles_come_together() -> Result<(), Box<dyn std::error::Error>> {
    let graph = graph_of(vec![session("a"), session("b")]);
    let meeting = graph.meetings().next().ok_or("no meeting")?;
    assert_eq!(meeting.id, "meeting/2024-06-14-joint-commission");
    assert_eq!(
        (meeting.session, meeting.confidence.as_hundredths()),
        (Some(6), 96)
    );
    let capacities: Vec<_> = meeting
        .participants
        .iter()
        .map(|p| (p.person.as_str(), p.capacity, p.body.as_str()))
        .collect();
    assert_eq!(
        capacities,
        [(
            "person/anna-lee",
            Office::CoChair,
            "commission/joint-commission"
        )]
    );
    let outcomes: Vec<_> = meeting
        .outcomes
        .iter()
        .map(|o| (o.kind, o.evidence.len()))
        .collect();
    assert_eq!(outcomes, [(OutcomeKind::Decision, 4)]);

    let body = graph.find("commission/joint-commission").ok_or("no body")?;
    let life: Vec<_> = graph
        .node(body)
        .into_iter()
        .flat_map(|node| &node.life)
        .map(|l| (l.event, l.evidence.len()))
        .collect();
    assert_eq!(life, [(LifeEvent::Resumed, 2)]);
    let row = Evidence::Table {
        table: "bodies".to_owned(),
        row: "joint".to_owned(),
    };
    assert_eq!(edge(&graph, "links").evidence, [row]);

    let bytes = bytes_of(&graph);
    assert_eq!(bytes_of(&json::read(&bytes)?), bytes);
    Ok(())
}
