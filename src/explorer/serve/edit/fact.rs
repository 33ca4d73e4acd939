//! Facts that no article tells: from what is asked to what is to be kept, as the command `fact` has it.

use serde::Deserialize;

use super::judge::{cannot, unjudgeable};
use super::request::Signature;
use crate::explorer::serve::answer::{Refusal, one};
use crate::graph::RelationGraph;
use crate::identity::{Fact, FactPlace, MentionRef, Opinion, Party, Statement, is_named_twice};
use crate::ontology::{LifeEvent, MeetingKind, MeetingStatus, NodeKind, Office};
use crate::query::{newcomer, party_of};
use crate::text::PartialDate;

/// What a name, a title or a place may have at most, in bytes.
const LONGEST_NAME: usize = 300;
/// What a source may have at most, in bytes.
const LONGEST_SOURCE: usize = 1_000;
/// So many people a meeting has at most.
const MOST_PEOPLE: usize = 60;

/// A fact that is added, with where it is from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Added {
    fact: Asked,
    source: String,
    #[serde(default)]
    pub(super) signed: Signature,
}

/// Somebody of the graph by an id or a name that only one has, or somebody new by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    node: Option<String>,
    kind: Option<NodeKind>,
    name: Option<String>,
    state: Option<String>,
}

/// The sorts of facts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Asked {
    Role {
        person: Who,
        office: Office,
        target: Who,
        title: Option<String>,
        #[serde(default)]
        former: bool,
        date: Option<PartialDate>,
    },
    Met {
        sides: Vec<Vec<Who>>,
        kind: Option<MeetingKind>,
        date: Option<PartialDate>,
        place: Option<String>,
        #[serde(default)]
        planned: bool,
    },
    Attended {
        body: Who,
        people: Vec<Who>,
        kind: Option<MeetingKind>,
        date: Option<PartialDate>,
        place: Option<String>,
        #[serde(default)]
        planned: bool,
    },
    Visited {
        person: Who,
        state: Who,
        date: Option<PartialDate>,
        #[serde(default)]
        planned: bool,
    },
    PartOf {
        part: Who,
        whole: Who,
    },
    Links {
        body: Who,
        target: Who,
    },
    Life {
        body: Who,
        event: LifeEvent,
        date: Option<PartialDate>,
    },
}

/// The opinion that an added fact is, and the mentions that it points at.
pub(super) fn opinion(
    graph: &RelationGraph,
    added: &Added,
) -> Result<(Opinion, Vec<MentionRef>), Refusal> {
    let source = text(Some(&added.source), LONGEST_SOURCE)?;
    let source = source.ok_or_else(|| {
        Refusal::bad("a fact needs a source: an address, or where it is from in free words")
    })?;
    let says = statement(graph, &added.fact)?;
    let mentions = says.parties().into_iter().filter_map(|party| match party {
        Party::Mention(mention) => Some(mention.clone()),
        Party::Named { .. } => None,
    });
    let mentions = mentions.collect();
    Ok((Opinion::Fact(Fact { says, source }), mentions))
}

fn statement(graph: &RelationGraph, asked: &Asked) -> Result<Statement, Refusal> {
    let who = |asked: &Who, wanted| party(graph, asked, wanted);
    Ok(match asked {
        Asked::Role {
            person,
            office,
            target,
            title,
            former,
            date,
        } => {
            let day = |date: &PartialDate| {
                let why = "an office is seen on a day, and not in a month or a year";
                date.day().ok_or_else(|| Refusal::bad(why))
            };
            Statement::Role {
                person: who(person, FactPlace::Person)?,
                office: *office,
                target: who(target, FactPlace::of_office(*office))?,
                title: text(title.as_deref(), LONGEST_NAME)?,
                former: *former,
                date: checked(*date)?.as_ref().map(day).transpose()?,
            }
        }
        Asked::Met { .. } | Asked::Attended { .. } => meeting(graph, asked)?,
        Asked::Visited {
            person,
            state,
            date,
            planned,
        } => Statement::Visited {
            person: who(person, FactPlace::Person)?,
            state: who(state, FactPlace::State)?,
            date: checked(*date)?,
            planned: *planned,
        },
        Asked::PartOf { part, whole } => {
            let (part, whole) = two(graph, part, whole)?;
            Statement::PartOf { part, whole }
        }
        Asked::Links { body, target } => {
            let (body, target) = two(graph, body, target)?;
            Statement::Links { body, target }
        }
        Asked::Life { body, event, date } => Statement::Life {
            body: who(body, FactPlace::Body)?,
            event: *event,
            date: checked(*date)?,
        },
    })
}

fn meeting(graph: &RelationGraph, asked: &Asked) -> Result<Statement, Refusal> {
    let (sides, body, usual) = match asked {
        Asked::Met { sides, .. } => {
            let sides: Vec<&[Who]> = sides.iter().map(Vec::as_slice).collect();
            (sides, None, MeetingKind::Bilateral)
        }
        Asked::Attended { body, people, .. } => {
            let body = party(graph, body, FactPlace::Body)?;
            (people.chunks(1).collect(), Some(body), MeetingKind::Session)
        }
        _ => return Err(Refusal::bad("this is no meeting")),
    };
    let (Asked::Met {
        kind,
        date,
        place,
        planned,
        ..
    }
    | Asked::Attended {
        kind,
        date,
        place,
        planned,
        ..
    }) = asked
    else {
        return Err(Refusal::bad("this is no meeting"));
    };
    let side = |side: &&[Who]| {
        let people = side
            .iter()
            .map(|person| party(graph, person, FactPlace::Person));
        people.collect::<Result<Vec<_>, _>>()
    };
    let sides = sides.iter().map(side).collect::<Result<Vec<_>, _>>()?;
    check_people(&sides, body.is_some())?;
    Ok(Statement::Meeting {
        kind: kind.unwrap_or(usual),
        status: MeetingStatus::of_plan(*planned),
        sides,
        body,
        session: None,
        date: checked(*date)?,
        place: text(place.as_deref(), LONGEST_NAME)?,
    })
}

/// Refuses a meeting of nobody, of one side alone, and of somebody with himself or herself.
fn check_people(sides: &[Vec<Party>], of_body: bool) -> Result<(), Refusal> {
    let least = if of_body { 1 } else { 2 };
    if sides.len() < least || sides.iter().any(Vec::is_empty) {
        return Err(Refusal::bad(if of_body {
            "a session is attended by somebody"
        } else {
            "a meeting has at least two sides, with somebody on each"
        }));
    }
    if is_named_twice(sides) {
        return Err(unjudgeable("one person is named twice among those who met"));
    }
    if sides.iter().flatten().count() > MOST_PEOPLE {
        let why = format!("a meeting has at most {MOST_PEOPLE} people here");
        return Err(Refusal::bad(why));
    }
    Ok(())
}

/// A body, and another body or a state.
fn two(graph: &RelationGraph, one: &Who, other: &Who) -> Result<(Party, Party), Refusal> {
    let body = party(graph, one, FactPlace::Body)?;
    let target = party(graph, other, FactPlace::BodyOrState)?;
    if body == target {
        return Err(unjudgeable("both are the same body"));
    }
    Ok((body, target))
}

fn party(graph: &RelationGraph, who: &Who, wanted: FactPlace) -> Result<Party, Refusal> {
    let (kind, party) = match (&who.node, who.kind, &who.name) {
        (Some(node), None, None) if who.state.is_none() => {
            let node = one(graph, node)?;
            let kind = graph.node(node).map_or(NodeKind::Official, |n| n.kind);
            (kind, party_of(graph, node).map_err(|why| cannot(&why))?)
        }
        (None, Some(kind), Some(name)) => {
            let name = text(Some(name), LONGEST_NAME)?.unwrap_or_default();
            let state = text(who.state.as_deref(), LONGEST_NAME)?;
            let party = newcomer(kind, &name, state.as_deref());
            (kind, party.map_err(|why| unjudgeable(why.to_string()))?)
        }
        _ => {
            let why = "who a fact is about has \"node\", or \"kind\" and \"name\"";
            return Err(Refusal::bad(why));
        }
    };
    if wanted.takes(kind) {
        return Ok(party);
    }
    Err(unjudgeable(format!(
        "this is a {kind}, and {wanted} is meant here"
    )))
}

/// Words without the white space around them and without what is not seen; none where there is nothing else.
fn text(words: Option<&str>, most: usize) -> Result<Option<String>, Refusal> {
    let words = crate::identity::clean(words.unwrap_or_default());
    if words.len() > most {
        return Err(Refusal::bad(format!(
            "these words have more than {most} bytes"
        )));
    }
    let words = words.trim();
    Ok((!words.is_empty()).then(|| words.to_owned()))
}

/// A date of a year that can be read again.
fn checked(date: Option<PartialDate>) -> Result<Option<PartialDate>, Refusal> {
    match date {
        Some(date) if date.year() < 1 => Err(Refusal::bad("the year of a date is from 1 to 9999")),
        date => Ok(date),
    }
}
