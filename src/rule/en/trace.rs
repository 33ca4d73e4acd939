//! What the rules for English saw, as lines for people. Decides nothing.

use super::event::{Events, Sign};
use super::facts::{Facts, Target};
use super::holding::Held;
use super::party::Parties;
use crate::document::DocumentRecord;
use crate::mention::Mentions;
use crate::rule::trace::{self, StageTrace, words};

/// What each stage of the reading of a text saw, in the order of the stages.
#[must_use]
pub fn trace(document: DocumentRecord, mentions: &Mentions<'_>) -> Vec<StageTrace> {
    let (facts, events) = super::read_facts(document.date, mentions);
    let mut stages = vec![
        trace::sentences(mentions),
        trace::offices(mentions),
        holdings(&facts),
        entities(&facts),
        told(&facts, &events),
    ];
    let reading = super::assemble::reading(document, &facts, &events);
    stages.push(trace::claims(&reading));
    stages
}

/// Who is said to hold what, and what that is taken for.
fn holdings(facts: &Facts<'_, '_>) -> StageTrace {
    let mentions = facts.mentions;
    let name = |mention: usize| {
        mentions
            .people
            .get(mention)
            .map_or_else(|| "?".to_owned(), |p| words(mentions, &p.words))
    };
    let title = |office: usize| {
        let office = mentions.offices.get(office).map(|o| &o.words);
        office.map_or_else(String::new, |o| words(mentions, o))
    };
    let body_name = |body: usize| {
        let body = mentions.bodies.get(body).map(|b| &b.words);
        body.map_or_else(String::new, |b| words(mentions, b))
    };
    let said = facts.holdings.iter().map(|holding| {
        let held = match holding.held {
            Held::Office { mention, share } => {
                let office = title(mention);
                let share = share.map_or_else(String::new, |n| format!(", its part {}", n + 1));
                format!("holds \"{office}\"{share}")
            }
            Held::OfficeOf { mention, body } => {
                format!("holds \"{}\" of \"{}\"", title(mention), body_name(body))
            }
            Held::OfficeLike { mention, owner } => {
                format!(
                    "holds \"{}\" of what \"{}\" names",
                    title(mention),
                    title(owner)
                )
            }
            Held::Leads { body } => {
                format!("leads \"{}\"", body_name(body))
            }
            Held::SitsIn { body } => {
                format!("sits in \"{}\"", body_name(body))
            }
            Held::HeadsDelegation { .. } => "heads a delegation".to_owned(),
        };
        format!("{} {held} [{}]", name(holding.person), holding.rule)
    });
    let resolved = facts.roles.iter().map(|role| {
        let former = if role.former { " (former)" } else { "" };
        format!(
            "  {}: {}, {}{former} [{}]",
            role.office,
            person(facts, role.person),
            target(facts, role.target),
            role.rule
        )
    });
    StageTrace {
        stage: "holdings",
        lines: said.chain(resolved).collect(),
    }
}

/// Who and what the article is about, once its mentions are grouped.
fn entities(facts: &Facts<'_, '_>) -> StageTrace {
    let people = facts.people.entities.iter().enumerate().map(|(n, entity)| {
        let state = facts.states.get(n).copied().flatten();
        let state = state.map_or_else(String::new, |s| format!(", for {s}"));
        let times = entity.mentions.len();
        format!("person {}{state}, named {times}x", person(facts, n))
    });
    let bodies = facts.bodies.entities.iter().enumerate().map(|(n, entity)| {
        let states: Vec<String> = entity.states.iter().map(ToString::to_string).collect();
        let times = entity.mentions.len();
        format!(
            "{} {} [{}], named {times}x",
            entity.kind,
            target(facts, Target::Body(n)),
            states.join(" ")
        )
    });
    let home = facts.home.map(|home| format!("home {home}"));
    let parties = Parties::new(facts);
    let sent = parties.delegations.iter().map(|sent| {
        let names: Vec<String> = sent.people.iter().map(|p| person(facts, *p)).collect();
        let state = sent.state.map_or_else(String::new, |s| format!(" of {s}"));
        format!("delegation{state}: {}", names.join(" + "))
    });
    StageTrace {
        stage: "entities",
        lines: people.chain(bodies).chain(home).chain(sent).collect(),
    }
}

/// The meetings and visits that were told.
fn told(facts: &Facts<'_, '_>, events: &Events) -> StageTrace {
    let mut lines = Vec::new();
    for meeting in &events.meetings {
        let side = |people: &Vec<usize>| {
            let names: Vec<String> = people.iter().map(|p| person(facts, *p)).collect();
            names.join(" + ")
        };
        let sides: Vec<String> = meeting.sides.iter().map(side).collect();
        let mut line = format!("{} {}: {}", meeting.status, meeting.kind, sides.join(", "));
        for part in [
            meeting.body.map(|b| target(facts, Target::Body(b))),
            meeting.date.map(|d| d.to_string()),
            meeting.place.clone(),
        ] {
            line.extend(part.map(|part| format!(", {part}")));
        }
        lines.push(line);
        let supposed = meeting.supposed.iter().map(|s| &s.sign);
        let signs = meeting.signs.iter().chain(supposed);
        lines.extend(signs.map(|s| sign(facts, s)));
    }
    for visit in &events.visits {
        let status = if visit.planned { "planned" } else { "held" };
        let date = visit.date.map_or_else(String::new, |d| format!(", {d}"));
        let who = person(facts, visit.person);
        lines.push(format!("{status} visit: {who}, {}{date}", visit.state));
        lines.extend(visit.signs.iter().map(|s| sign(facts, s)));
    }
    StageTrace {
        stage: "events",
        lines,
    }
}

fn sign(facts: &Facts<'_, '_>, sign: &Sign) -> String {
    format!("  {}: {}", sign.rule, words(facts.mentions, &sign.words))
}

fn person(facts: &Facts<'_, '_>, person: usize) -> String {
    let entity = facts.people.entities.get(person);
    entity.map_or_else(|| "?".to_owned(), |e| trace::clean(&e.name))
}

fn target(facts: &Facts<'_, '_>, target: Target) -> String {
    match target {
        Target::State(code) => code.to_string(),
        Target::Body(body) => {
            let entity = facts.bodies.entities.get(body);
            entity.map_or_else(|| "?".to_owned(), |e| trace::clean(&e.name))
        }
    }
}
