//! What an article brings that no article before it told: people, offices and meetings, by what it calls them itself.
//!
//! Who is who across articles is settled when the graph is folded; to ask that for each article would cost as much as
//! all of them. So a person who comes under a new spelling counts as new here.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::claim::{Assertion, Entity, EntityIndex, Reading};
use crate::identity::{clean, fold_name, is_full};
use crate::ontology::{MeetingKind, MeetingStatus, Office, StateCode};
use crate::text::PartialDate;

use super::packed::hash;

/// Something that no article told before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "new", rename_all = "snake_case")]
pub enum News {
    /// A person with a full name.
    Person {
        /// The name.
        name: String,
        /// The state that the person acts for.
        #[serde(skip_serializing_if = "Option::is_none")]
        state: Option<StateCode>,
    },
    /// A person with a full name in an office.
    Office {
        /// Who.
        person: String,
        /// The class of the office.
        office: Office,
        /// The title as written.
        title: String,
        /// In which body or for which state.
        of: String,
    },
    /// A meeting on a known day, of known people or of a known body.
    Meeting {
        /// When.
        date: PartialDate,
        /// How people came together.
        kind: MeetingKind,
        /// Whether it took place.
        status: MeetingStatus,
        /// Who.
        people: Vec<String>,
        /// The body whose session or conference it was.
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// The city.
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<String>,
    },
}

/// What a reading tells, in its order, each under the key by which the archive knows it again; a key comes once.
pub(super) fn told(reading: &Reading) -> Vec<(i64, News)> {
    let mut told = Vec::new();
    for entity in &reading.entities {
        if let Some(words) = person_words(entity) {
            let news = News::Person {
                name: clean(&entity.name),
                state: entity.state,
            };
            told.push((key("person", &[&words]), news));
        }
    }
    for claim in &reading.claims {
        let found = match &claim.assertion {
            Assertion::Role {
                person,
                office,
                target,
                title,
                former: false,
                ..
            } => office_news(reading, (*person, *target), *office, title),
            Assertion::Meeting { .. } => meeting_news(reading, &claim.assertion),
            _ => None,
        };
        told.extend(found);
    }
    let mut seen = BTreeSet::new();
    told.retain(|(key, _)| seen.insert(*key));
    told
}

fn office_news(
    reading: &Reading,
    (person, target): (EntityIndex, EntityIndex),
    office: Office,
    title: &str,
) -> Option<(i64, News)> {
    let (person, target) = (reading.entities.get(person)?, reading.entities.get(target)?);
    let words = [
        &person_words(person)?,
        &office.to_string(),
        &body_words(target),
    ];
    let news = News::Office {
        person: clean(&person.name),
        office,
        title: clean(title),
        of: clean(&target.name),
    };
    Some((key("office", &words), news))
}

fn meeting_news(reading: &Reading, assertion: &Assertion) -> Option<(i64, News)> {
    let Assertion::Meeting {
        kind,
        status,
        sides,
        body,
        date: Some(date),
        place,
        ..
    } = assertion
    else {
        return None;
    };
    date.day()?;
    let people: Vec<&Entity> = sides
        .iter()
        .flatten()
        .filter_map(|p| reading.entities.get(*p))
        .collect();
    let body = body.and_then(|body| reading.entities.get(body));
    if people.is_empty() && body.is_none() {
        return None;
    }
    let who: BTreeSet<String> = people
        .iter()
        .map(|p| person_words(p).unwrap_or_else(|| loose_words(p, &reading.document.id)))
        .collect();
    let who: Vec<String> = who.into_iter().collect();
    let words = [
        &date.to_string(),
        &kind.to_string(),
        &who.join("\n"),
        &body.map(body_words).unwrap_or_default(),
    ];
    let news = News::Meeting {
        date: *date,
        kind: *kind,
        status: *status,
        people: people.iter().map(|p| clean(&p.name)).collect(),
        body: body.map(|body| clean(&body.name)),
        place: place.as_deref().map(clean),
    };
    Some((key("meeting", &words), news))
}

/// A person whose name is full enough to mean the same one in another article: two words that are more than initials.
fn person_words(entity: &Entity) -> Option<String> {
    if !entity.kind.is_person() {
        return None;
    }
    let name = fold_name(&entity.name);
    let state = entity.state.map(|code| code.to_string());
    is_full(&entity.name).then(|| format!("{name}|{}", state.unwrap_or_default()))
}

/// A name of one word means somebody only within its article.
fn loose_words(entity: &Entity, document: &str) -> String {
    format!("{}|{document}", fold_name(&entity.name))
}

fn body_words(entity: &Entity) -> String {
    let state = entity.state.map(|code| code.to_string());
    match &entity.row {
        Some(row) => row.clone(),
        None => format!("{}|{}", fold_name(&entity.name), state.unwrap_or_default()),
    }
}

/// A number that stands for words. Two of a million million are the same by chance with one in a million; then one thing
/// less would be called new, and nothing else happens.
fn key(sort: &str, words: &[&String]) -> i64 {
    let mut all = sort.to_owned();
    for word in words {
        all.push('\u{0}');
        all.push_str(word);
    }
    let mut number = [0; 8];
    for (slot, byte) in number.iter_mut().zip(hash(all.as_bytes())) {
        *slot = byte;
    }
    i64::from_be_bytes(number)
}
