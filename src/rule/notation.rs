//! A claim in one line, the way in which manuals, traces and tests write it.
//!
//! | claim | line |
//! |---|---|
//! | office | `speaker: Jaan Tamm, Riigikogu`, with `(former)` where it is over, `(since 2019, until 2023)` where that is told, `(new)` for a newly elected one, `(in 2012)` or `(of the past)` where it is told of another time than that of the article |
//! | people met | `met: Daiga Ozola + Ilze Kalve, Jaan Tamm (bilateral, 2024-06-14, Riga)`: a comma between sides, a plus within one |
//! | people at a session | `attended: Aigul Bekova, Bo Lind (session of Friendship Group, number 3, 2024-06-14)` |
//! | visit | `visited: Jaan Tamm, LV (2024-06, planned)` |
//! | structure | `part_of: Saeima, LV`, `links: Friendship Group, Saeima` |
//! | life of a body | `life: Friendship Group (founded, 2024)` |
//!
//! States stand as their codes; what is not known is left out. This module never judges a claim.

use crate::claim::{Assertion, Claim, EntityIndex, Reading};
use crate::ontology::NodeKind;
use crate::text::PartialDate;

/// The claim in one line, its entities named as the reading names them.
///
/// ```
/// use interparl::{document::Article, lexicon::Lexicon, pipeline, rule};
///
/// let text = "Speaker of the Riigikogu Jaan Tamm opened the sitting.".to_owned();
/// let reading = pipeline::read(&Article { text, ..Article::default() }, Lexicon::builtin());
/// let lines: Vec<String> = reading.claims.iter().map(|c| rule::in_one_line(c, &reading)).collect();
/// assert_eq!(lines, ["speaker: Jaan Tamm, Riigikogu", "part_of: Riigikogu, EE"]);
/// ```
#[must_use]
pub fn in_one_line(claim: &Claim, reading: &Reading) -> String {
    let name = |index: &EntityIndex| name(reading, *index);
    match &claim.assertion {
        Assertion::Role {
            person,
            office,
            target,
            former,
            term,
            ..
        } => {
            let mut notes = Notes::default();
            notes.add_if(*former, "former");
            notes.add_if(term.newly, "new");
            let told = [("since", term.since), ("until", term.until)];
            for (word, date) in told {
                notes.0.extend(date.map(|date| format!("{word} {date}")));
            }
            notes.0.extend(term.at.map(|date| format!("in {date}")));
            notes.add_if(term.past, "of the past");
            format!(
                "{office}: {}, {}{}",
                name(person),
                name(target),
                notes.text()
            )
        }
        Assertion::Meeting { .. } => meeting(&claim.assertion, reading),
        Assertion::Visited {
            person,
            state,
            date,
            planned,
        } => {
            let mut notes = Notes::default();
            notes.add_date(*date);
            notes.add_if(*planned, "planned");
            format!("visited: {}, {}{}", name(person), name(state), notes.text())
        }
        Assertion::PartOf { part, whole } => format!("part_of: {}, {}", name(part), name(whole)),
        Assertion::Links { body, target } => format!("links: {}, {}", name(body), name(target)),
        Assertion::Life { body, event, date } => {
            let mut notes = Notes(vec![event.to_string()]);
            notes.add_date(*date);
            format!("life: {}{}", name(body), notes.text())
        }
    }
}

fn meeting(assertion: &Assertion, reading: &Reading) -> String {
    let Assertion::Meeting {
        kind,
        status,
        sides,
        body,
        session,
        date,
        place,
        outcomes,
        ..
    } = assertion
    else {
        return String::new();
    };
    let side = |people: &Vec<EntityIndex>| {
        let names: Vec<&str> = people.iter().map(|p| name(reading, *p)).collect();
        names.join(" + ")
    };
    let people: Vec<String> = sides.iter().map(side).collect();
    let (predicate, what) = match body {
        Some(body) => ("attended", format!("{kind} of {}", name(reading, *body))),
        None => ("met", kind.to_string()),
    };
    let mut notes = Notes(vec![what]);
    notes.0.extend(session.map(|n| format!("number {n}")));
    notes.add_if(
        *status == crate::ontology::MeetingStatus::Planned,
        "planned",
    );
    notes.add_date(*date);
    notes.0.extend(place.clone());
    notes.0.extend(outcomes.iter().map(|o| o.kind.to_string()));
    let people = if people.is_empty() {
        "nobody named".to_owned()
    } else {
        people.join(", ")
    };
    format!("{predicate}: {people}{}", notes.text())
}

/// What stands in brackets behind a claim.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    fn add_date(&mut self, date: Option<PartialDate>) {
        self.0.extend(date.map(|d| d.to_string()));
    }

    fn add_if(&mut self, so: bool, note: &str) {
        self.0.extend(so.then(|| note.to_owned()));
    }

    fn text(&self) -> String {
        if self.0.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.0.join(", "))
        }
    }
}

/// The name of an entity; a state's code. A place that the reading does not have is a question mark.
fn name(reading: &Reading, index: EntityIndex) -> &str {
    reading
        .entities
        .get(index)
        .map_or("?", |entity| match (entity.kind, &entity.row) {
            (NodeKind::State, Some(code)) => code,
            _ => &entity.name,
        })
}
