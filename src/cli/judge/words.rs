//! Judgements in words for people.

use interparl::identity::{
    EntityRef, Fact, Judgement, MentionRef, Opinion, Party, Statement, Voided, WrongClaim,
    WrongPart,
};
use interparl::text::PartialDate;

use crate::cli::phrase;

/// Digits of a hash that are enough to tell texts apart by eye.
const DIGITS: usize = 8;

/// What a judgement says, as a sentence without its full stop.
pub(crate) fn says(judgement: &Judgement) -> String {
    match &judgement.says {
        Opinion::Same(a, b) => format!("{} and {} are one", mention(a), mention(b)),
        Opinion::Different(a, b) => format!("{} and {} are two", mention(a), mention(b)),
        Opinion::Wrong(wrong) => wrong_claim(wrong),
        Opinion::Fact(fact) => added_fact(fact),
        Opinion::Undo(id) => format!("judgement {id} no longer counts"),
    }
}

/// Which judgement no longer counts beside which, as a sentence without its full stop.
pub(crate) fn voided(Voided { same, different }: &Voided) -> String {
    format!(
        "{} does not count ({}): {} contradicts it ({})",
        same.id(),
        says(same),
        different.id(),
        says(different)
    )
}

/// What stands beside a judgement: who, when, why. Empty where nothing does.
pub(crate) fn beside(judgement: &Judgement) -> String {
    let by = judgement.by.as_ref().map(|by| format!("by {by}"));
    let on = judgement.on.map(|day| format!("on {day}"));
    let said = [by, on].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let note = judgement.note.clone();
    let parts = [Some(said).filter(|s| !s.is_empty()), note];
    parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
}

fn text(sha256: &str) -> String {
    format!("text {}", sha256.chars().take(DIGITS).collect::<String>())
}

fn named(name: &str, start: usize, end: usize) -> String {
    if name.is_empty() {
        format!("who is at {start} to {end}")
    } else {
        format!("\"{name}\"")
    }
}

fn mention(mention: &MentionRef) -> String {
    let name = named(&mention.name, mention.start, mention.end);
    format!("{name} of {}", text(&mention.sha256))
}

fn entity(entity: &EntityRef) -> String {
    match entity {
        EntityRef::Span { start, end, name } => named(name, *start, *end),
        EntityRef::Row { row, name, .. } if name.is_empty() => format!("\"{row}\""),
        EntityRef::Row { name, .. } => format!("\"{name}\""),
    }
}

fn entities(of: &[EntityRef]) -> String {
    of.iter().map(entity).collect::<Vec<_>>().join(", ")
}

fn party(party: &Party) -> String {
    match party {
        Party::Mention(mention) => named(&mention.name, mention.start, mention.end),
        Party::Named { name, .. } => format!("\"{name}\""),
    }
}

fn when(date: Option<PartialDate>) -> String {
    phrase::when(date)
}

fn wrong_claim(wrong: &WrongClaim) -> String {
    let claim = match &wrong.part {
        WrongPart::Role {
            person,
            office,
            target,
            former,
        } => {
            let is = if *former { "was" } else { "is" };
            let office = phrase::office_of(*office);
            format!("{} {is} {office} {}", entity(person), entity(target))
        }
        WrongPart::Meeting {
            kind,
            people,
            body,
            date,
            ..
        } => {
            let of = body.as_ref().map(|body| format!(" of {}", entity(body)));
            let who = Some(entities(people)).filter(|who| !who.is_empty());
            let who = who.map(|who| format!(" with {who}"));
            let (of, who) = (of.unwrap_or_default(), who.unwrap_or_default());
            format!("{}{of}{who}{}", phrase::meeting(*kind), when(*date))
        }
        WrongPart::TookPart {
            person,
            kind,
            body,
            date,
            ..
        } => {
            let of = body.as_ref().map(|body| format!(" of {}", entity(body)));
            let of = of.unwrap_or_default();
            let kind = phrase::meeting(*kind);
            format!("{} was at {kind}{of}{}", entity(person), when(*date))
        }
        WrongPart::Visited {
            person,
            state,
            date,
            planned,
        } => {
            let visits = if *planned { "is to visit" } else { "visited" };
            let (who, whither) = (entity(person), entity(state));
            format!("{who} {visits} {whither}{}", when(*date))
        }
        WrongPart::PartOf { part, whole } => {
            format!("{} is part of {}", entity(part), entity(whole))
        }
        WrongPart::Links { body, target } => format!("{} links {}", entity(body), entity(target)),
        WrongPart::Life { body, event, date } => {
            let event = phrase::life_event(*event);
            format!("{}: {event}{}", entity(body), when(*date))
        }
    };
    format!("{} is wrong: {claim}", text(&wrong.sha256))
}

fn added_fact(fact: &Fact) -> String {
    let says = match &fact.says {
        Statement::Role {
            person,
            office,
            target,
            former,
            date,
            ..
        } => {
            let is = if *former { "was" } else { "is" };
            let office = phrase::office_of(*office);
            let date = date.map(|day| format!(" on {day}")).unwrap_or_default();
            format!("{} {is} {office} {}{date}", party(person), party(target))
        }
        Statement::Meeting {
            kind,
            sides,
            body,
            date,
            ..
        } => {
            let side = |side: &Vec<Party>| side.iter().map(party).collect::<Vec<_>>().join(", ");
            let sides: Vec<String> = sides.iter().map(side).collect();
            let of = body.as_ref().map(|body| format!(" of {}", party(body)));
            let (of, who) = (of.unwrap_or_default(), sides.join(" and "));
            format!("{}{of} with {who}{}", phrase::meeting(*kind), when(*date))
        }
        Statement::Visited {
            person,
            state,
            date,
            planned,
        } => {
            let visits = if *planned { "is to visit" } else { "visited" };
            let (who, whither) = (party(person), party(state));
            format!("{who} {visits} {whither}{}", when(*date))
        }
        Statement::PartOf { part, whole } => format!("{} is part of {}", party(part), party(whole)),
        Statement::Links { body, target } => format!("{} links {}", party(body), party(target)),
        Statement::Life { body, event, date } => {
            let event = phrase::life_event(*event);
            format!("{}: {event}{}", party(body), when(*date))
        }
    };
    format!("{says} (from {})", fact.source)
}
