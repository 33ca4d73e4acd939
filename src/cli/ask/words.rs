//! What the questions tell alike: a meeting, a visit, what has no date, an empty answer.

use interparl::graph::{NodeRef, RelationGraph};
use interparl::ontology::{MeetingKind, MeetingStatus};
use interparl::query::{Brief, EdgeAnswer, HeldOffice, LifeAnswer, MeetingRecord};
use interparl::text::PartialDate;

use crate::cli::failure::Failure;
use crate::cli::telling::{View, doubt};
use crate::cli::{naming, phrase};

/// People of a side that are named without `--all`.
const NAMED: usize = 8;
/// Capacities that are told without it.
const CAPACITIES: usize = 4;

/// The nodes that are meant.
pub(super) fn resolve(graph: &RelationGraph, names: &[String]) -> Result<Vec<NodeRef>, Failure> {
    names.iter().map(|n| naming::resolve(graph, n)).collect()
}

/// The date, or that it is not known.
pub(super) fn date(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "date not known".to_owned(), |d| d.to_string())
}

/// A meeting with its words, its capacities and its outcomes.
pub(super) fn meeting(view: &mut View, meeting: &MeetingRecord) {
    let place = meeting.place.as_ref();
    let place = place.map_or_else(String::new, |p| format!(", {p}"));
    let head = format!("{}{place}: {}", date(meeting.date), what(view, meeting));
    view.page.item(2, &head);
    details(view, meeting);
}

/// What stands below the head of a meeting.
pub(super) fn details(view: &mut View, meeting: &MeetingRecord) {
    let shown = view.shown(meeting.capacities.len(), CAPACITIES);
    for capacity in meeting.capacities.iter().take(shown) {
        let (person, body) = (phrase::name(&capacity.person), phrase::name(&capacity.body));
        let office = phrase::post(capacity.office);
        view.page
            .item(4, &format!("{person} as {office} of {body}"));
    }
    if meeting.capacities.len() > shown {
        let more = format!("and {} more offices", meeting.capacities.len() - shown);
        view.page.item(4, &more);
    }
    view.reasons(&meeting.evidence);
    view.differences(&meeting.differences);
    for outcome in &meeting.outcomes {
        let what = format!("outcome: {}", phrase::outcome(outcome.kind));
        view.page.item(4, &what);
        view.reasons_at(6, &outcome.evidence);
    }
}

/// What sort of meeting it was, and of whom: `talks of A and B with C`, `session no. 4 of D: A, B`.
pub(super) fn what(view: &View, meeting: &MeetingRecord) -> String {
    let name = meeting.body.as_ref().map(phrase::name);
    let what = phrase::gathering(meeting.kind, meeting.session, name.as_deref());
    let alone = name.is_none();
    let talks = matches!(meeting.kind, MeetingKind::Bilateral | MeetingKind::Call);
    let named = |people: &[Brief]| names(people, view.all);
    let people = match meeting.sides.as_slice() {
        [] => String::new(),
        [one] if talks && alone => format!(" of {}", named(one)),
        [one] => format!(", with {}", named(one)),
        [a, b] if talks && alone => format!(" of {} with {}", named(a), named(b)),
        sides => {
            let all: Vec<Brief> = sides.iter().flatten().cloned().collect();
            let word = if talks && alone { " of" } else { ", with" };
            format!("{word} {}", named(&all))
        }
    };
    let others = if meeting.others.is_empty() {
        String::new()
    } else {
        format!("; also {}", named(&meeting.others))
    };
    let planned = match meeting.status {
        MeetingStatus::Planned => " (planned)",
        MeetingStatus::Held => "",
    };
    let doubt = doubt(meeting.confidence.as_hundredths());
    format!("{what}{people}{others}{planned}{doubt}")
}

/// Names in a row; of many only the first.
fn names(people: &[Brief], all: bool) -> String {
    if all || people.len() <= NAMED + 1 {
        return phrase::names(people);
    }
    let first: Vec<String> = people.iter().take(NAMED).map(phrase::name).collect();
    format!("{} and {} more", first.join(", "), people.len() - NAMED)
}

/// An edge with its words.
pub(super) fn edge(view: &mut View, edge: &EdgeAnswer) {
    let doubt = doubt(edge.confidence.as_hundredths());
    view.page.item(2, &format!("{}{doubt}", phrase::edge(edge)));
    view.reasons(&edge.evidence);
}

/// Who holds an office of a body, with the words.
pub(super) fn chair(view: &mut View, indent: usize, office: &HeldOffice) {
    let post = phrase::post(office.office);
    let title = phrase::title(&office.title, office.office);
    let seen = phrase::spells(&office.spells);
    let doubt = doubt(office.confidence.as_hundredths());
    let who = phrase::name(&office.other);
    view.page
        .item(indent, &format!("{post}: {who}{title}{seen}{doubt}"));
    view.reasons_at(indent + 2, &office.evidence);
}

/// What happened to a body, with the words.
pub(super) fn life(view: &mut View, indent: usize, who: &str, life: &LifeAnswer) {
    let event = phrase::life_event(life.event);
    view.page
        .item(indent, &format!("{}: {who}{event}", date(life.date)));
    view.reasons_at(indent + 2, &life.evidence);
}

/// Says how much was left out for want of a date.
pub(super) fn undated(view: &mut View, undated: usize, what: &str) {
    if undated > 0 {
        view.page.gap();
        let s = if undated == 1 { "" } else { "s" };
        view.page
            .item(0, &format!("left out: {undated} {what}{s} without a date"));
    }
}

/// The end of a question to which the graph has no answer.
pub(super) fn nothing(what: &str, undated: usize) -> Failure {
    let failure = Failure::nothing_found(format!("the graph has no {what}"));
    if undated > 0 {
        failure.hint(format!(
            "{undated} would fit but for the time: nobody says when they were"
        ))
    } else {
        failure.hint(
            "ask for a longer time or with fewer names; interparl show tells what is known of each",
        )
    }
}

/// `1 visit`, `3 visits`.
pub(super) fn counted(number: usize, one: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {one}{s}")
}
