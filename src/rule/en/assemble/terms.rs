//! When an office was held, taken and left, as dates.
//!
//! In come an office as the facts have it, the events and the day of the article, out come the dates that its words mean. This
//! module never reads words but those that open another clause.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::event::{Events, Sign};
use super::super::facts::Role;
use super::Builder;
use crate::claim::Term;
use crate::mention::When;
use crate::ontology::MeetingStatus;
use crate::text::PartialDate;

/// The rule under which the words that tell the term are kept.
pub(super) const RULE: &str = "term-of-office";

/// The rules of events whose verb is that of the whole sentence, where nothing opens another clause.
const BY_VERB: [&str; 4] = ["meet-verb", "receive-verb", "visit-verb", "travel-verb"];

/// Words that open another clause, or tell what somebody says of another time.
const OPENS: [&str; 10] = [
    "who", "whom", "which", "that", "when", "after", "since", "said", "recalled", "noted",
];

/// What an article of a day says of when an office was taken and left, and whether it is over: what is held until a day to come
/// is not.
///
/// A day to come on which it is taken is none yet, and one on which it is left bounds nothing: plans change. A time at which it was
/// held counts where it is long before the article; else it is that of the article.
pub(super) fn term(role: &Role, published: Option<Date>) -> (Term, bool) {
    let past = |date: &PartialDate| published.is_none_or(|day| date.first_day() <= day);
    let resolve = |when: When| when.resolve(published, false);
    let since = role.times.since.and_then(resolve).filter(past);
    let left = role.times.until.and_then(resolve);
    let until = left.filter(past);
    // Dates that go backwards are none of a term.
    let ordered = since
        .zip(until)
        .is_none_or(|(a, b)| a.first_day() <= b.first_day());
    let bounded = role.times.since.is_some() || role.times.until.is_some();
    let long_ago = |when: Option<When>| {
        let told = when.and_then(resolve).filter(|_| !bounded);
        told.filter(|date| is_long_ago(*date, published))
    };
    let at = long_ago(role.times.at);
    let term = Term {
        since: since.filter(|_| ordered),
        until: until.filter(|_| ordered),
        newly: role.times.newly && since.is_none() && !role.former,
        at,
        past: at.is_none() && long_ago(role.times.told_of).is_some(),
    };
    let ends_later = left.is_some() && until.is_none();
    let was = role.times.was && at.is_some();
    (term, (role.former || was) && !ends_later)
}

/// Whether a date is so long before an article that its day says nothing of who held an office then: half a year.
fn is_long_ago(date: PartialDate, published: Option<Date>) -> bool {
    let Some(published) = published else {
        return true;
    };
    let since = date.last_day().checked_add(6.months());
    since.is_ok_and(|day| day < published)
}

impl Builder<'_, '_, '_> {
    /// When somebody met or visited, where all sentences that tell an office of that person tell of nothing but that, long ago.
    pub(super) fn event_of_then(&self, person: usize, events: &Events) -> Option<PartialDate> {
        let mut sentences: Vec<usize> = Vec::new();
        for holding in &self.facts.holdings {
            if self.facts.people.of(holding.person) == Some(person) {
                sentences.push(holding.sentence);
            }
        }
        let mut dates = sentences
            .iter()
            .map(|sentence| self.told_in(*sentence, person, events));
        let first = dates.next()??;
        dates
            .all(|date| date == Some(first))
            .then_some(first)
            .filter(|date| is_long_ago(*date, self.published))
    }

    /// The date of the event of a person that a sentence of one clause tells.
    fn told_in(&self, sentence: usize, person: usize, events: &Events) -> Option<PartialDate> {
        let items = self.facts.mentions.items.get(sentence)?;
        let words = &self.facts.mentions.words;
        if items.iter().any(|i| words.say(&i.words, &OPENS)) {
            return None;
        }
        let span = items.first()?.words.start..items.last()?.words.end;
        let tells = |signs: &[Sign]| {
            let mut signs = signs.iter();
            signs.any(|s| BY_VERB.contains(&s.rule) && span.contains(&s.words.start))
        };
        let met = events.meetings.iter().filter(|meeting| {
            let held = meeting.status == MeetingStatus::Held;
            held && tells(&meeting.signs) && meeting.people().any(|p| p == person)
        });
        let visited = events
            .visits
            .iter()
            .filter(|visit| !visit.planned && visit.person == person && tells(&visit.signs));
        let dates = met.map(|m| m.date).chain(visited.map(|v| v.date));
        let mut dates = dates.collect::<Vec<_>>().into_iter();
        let first = dates.next()??;
        dates.all(|date| date == Some(first)).then_some(first)
    }
}
