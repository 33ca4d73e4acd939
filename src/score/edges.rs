//! Why offices, meetings and visits are wrong or missed, and what is wrong with those that are right.

use std::collections::BTreeSet;

use super::facts::{Facts, Label};
use super::mistake::{Because, Mistake, Topic, Verdict};
use super::{Cause, Comparison, Detail, Fact};
use crate::ontology::{EdgeKind, NodeKind};

/// A meeting of the graph with the labels of its people.
struct Met<'c> {
    planned: bool,
    has_body: bool,
    sides: Vec<BTreeSet<&'c Label>>,
}

impl Met<'_> {
    fn has(&self, label: &Label) -> bool {
        self.sides.iter().any(|side| side.contains(label))
    }
}

impl Comparison<'_> {
    pub(super) fn wrong_edge(&self, fact: &Fact) -> Because {
        let stray = fact
            .ends()
            .and_then(|(a, b)| of_ends(a.is_stray(), b.is_stray(), matches!(fact, Fact::Met(..))));
        if let Some(cause) = stray {
            return Because::of(cause);
        }
        if let Fact::Met(a, b) = fact {
            return self.wrong_pair(a.name(), b.name());
        }
        nearest(fact, &self.asked, "asked for").unwrap_or(Because::of(Cause::NotAnnotated))
    }

    fn wrong_pair(&self, a: &str, b: &str) -> Because {
        let meetings = &self.annotation.meetings;
        let together = meetings.iter().flat_map(|m| &m.sides).any(|side| {
            let has = |name: &str| side.iter().any(|n| n == name);
            has(a) && has(b)
        });
        let takes_part = |name: &str| {
            meetings
                .iter()
                .flat_map(|m| m.sides.iter().flatten())
                .any(|n| n == name)
        };
        Because::of(match (together, takes_part(a), takes_part(b)) {
            (true, _, _) => Cause::OneSide,
            (false, true, true) => Cause::Apart,
            (false, true, false) | (false, false, true) => Cause::SideMissing,
            (false, false, false) => Cause::NotAnnotated,
        })
    }

    pub(super) fn missed_edge(&self, fact: &Fact) -> Because {
        let lacks = |label: &Label| !self.labels.contains(label);
        let lacking = fact
            .ends()
            .and_then(|(a, b)| of_ends(lacks(a), lacks(b), matches!(fact, Fact::Met(..))));
        if let Some(cause) = lacking {
            return Because::of(cause);
        }
        match fact {
            Fact::Met(a, b) => self.missed_pair(a, b),
            Fact::Attended { person, body } => self.missed_guest(fact, person, body),
            _ => nearest(fact, &self.found, "found").unwrap_or(Because::of(Cause::NotFound)),
        }
    }

    fn missed_pair(&self, a: &Label, b: &Label) -> Because {
        let meetings = self.meetings();
        let of_both = || meetings.iter().filter(|m| m.has(a) && m.has(b));
        let held = |label: &Label| meetings.iter().any(|m| !m.planned && m.has(label));
        let one_side = |m: &Met<'_>| {
            m.sides
                .iter()
                .any(|side| side.contains(a) && side.contains(b))
        };
        Because::of(if of_both().any(|m| !m.planned && one_side(m)) {
            Cause::TakenForOneSide
        } else if of_both().any(|m| !m.planned) {
            Cause::Many
        } else if of_both().next().is_some() {
            Cause::Planned
        } else {
            match (held(a), held(b)) {
                (true, true) => Cause::Apart,
                (true, false) | (false, true) => Cause::SideMissing,
                (false, false) => Cause::NotFound,
            }
        })
    }

    fn missed_guest(&self, fact: &Fact, person: &Label, body: &Label) -> Because {
        if let Some(because) = nearest(fact, &self.found, "found") {
            return because;
        }
        // Somebody else who was asked for at the same meeting, so that it can be known again without its body.
        let others: BTreeSet<&str> = self
            .asked
            .keys()
            .filter_map(|other| match other {
                Fact::Attended { person: p, body: b } if b == body && p != person => Some(p.name()),
                _ => None,
            })
            .collect();
        let meetings = self.meetings();
        let same = |m: &&Met<'_>| {
            m.has(person)
                && m.sides
                    .iter()
                    .flatten()
                    .any(|guest| others.contains(guest.name()))
        };
        Because::of(match meetings.iter().find(same) {
            Some(meeting) if meeting.planned => Cause::Planned,
            Some(meeting) if !meeting.has_body => Cause::NoBody,
            _ => Cause::NotFound,
        })
    }

    /// The meetings that the graph lists; those of its edges where it lists none.
    fn meetings(&self) -> Vec<Met<'_>> {
        let label = |node: &usize| self.labels.get(*node);
        let listed = self.prediction.meetings.iter().map(|meeting| Met {
            planned: meeting.planned,
            has_body: meeting.has_body,
            sides: meeting
                .sides
                .iter()
                .map(|side| side.iter().filter_map(label).collect())
                .collect(),
        });
        let edges = self
            .prediction
            .edges
            .iter()
            .filter(|edge| edge.kind == EdgeKind::Met);
        let told = edges.map(|edge| Met {
            planned: edge.planned,
            has_body: false,
            sides: [edge.source, edge.target]
                .iter()
                .map(|end| label(end).into_iter().collect())
                .collect(),
        });
        if self.prediction.meetings.is_empty() {
            told.collect()
        } else {
            listed.collect()
        }
    }

    /// The details of right facts that are not right.
    pub(super) fn inexact(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for (node, person) in self.matched_people() {
            let found = self.kind(node) == Some(NodeKind::Legislator);
            if found != person.legislator {
                let word = |is: bool| if is { "legislator" } else { "official" };
                let told = (word(person.legislator), word(found));
                mistakes.push(inexact(Detail::Legislator, &person.name, told));
            }
        }
        for (node, body) in self.matched_bodies() {
            let found = self.kind(node).map_or("", NodeKind::as_str);
            if found != body.kind {
                mistakes.push(inexact(Detail::BodyKind, &body.name, (&body.kind, found)));
            }
        }
        for (fact, asked, found) in self.encounters() {
            for (detail, a, b) in [
                (Detail::Date, &asked.dates, &found.dates),
                (Detail::Place, &asked.places, &found.places),
            ] {
                if !a.is_disjoint(b) {
                    continue;
                }
                let told = (join(a), join(b));
                let mistake = inexact(detail, &fact.to_string(), (&told.0, &told.1));
                let (rules, quotes) = self.evidence(fact);
                mistakes.push(Mistake {
                    rules,
                    quotes,
                    ..mistake
                });
            }
        }
        mistakes.sort_by_key(|mistake| mistake.topic);
        mistakes
    }
}

fn join(values: &BTreeSet<String>) -> String {
    let values: Vec<&str> = values
        .iter()
        .map(String::as_str)
        .filter(|v| !v.is_empty())
        .collect();
    values.join(", ")
}

/// A detail that the annotation tells in one way and the graph in another.
fn inexact(detail: Detail, fact: &str, (asked, found): (&str, &str)) -> Mistake {
    let (cause, instead) = match (asked, found) {
        (asked, "") => (Cause::Missing, format!("it is {asked}")),
        ("", found) => (Cause::Added, format!("found {found}")),
        (asked, found) => (Cause::Differs, format!("found {found}, it is {asked}")),
    };
    Mistake {
        topic: Topic::Detail(detail),
        verdict: Verdict::Inexact,
        cause,
        fact: fact.to_owned(),
        instead: Some(instead),
        rules: Vec::new(),
        quotes: Vec::new(),
    }
}

/// The cause where an end, or both, is not there.
const fn of_ends(first: bool, second: bool, both_people: bool) -> Option<Cause> {
    match (first, second) {
        (true, true) => Some(Cause::BothUnmatched),
        (true, false) => Some(Cause::PersonUnmatched),
        (false, true) if both_people => Some(Cause::PersonUnmatched),
        (false, true) => Some(Cause::BodyUnmatched),
        (false, false) => None,
    }
}

/// The fact of the other side that is most like this one: another office of the same person in the same body, the same
/// of another body, the same of another person. `told` says of which side.
fn nearest(fact: &Fact, others: &Facts, told: &str) -> Option<Because> {
    let (person, body) = fact.ends()?;
    let office = |fact: &Fact| match fact {
        Fact::Role { office, .. } => office.clone(),
        _ => None,
    };
    let like = |other: &Fact| {
        let (p, b) = other.ends()?;
        let same_office = office(fact) == office(other);
        if p == person && b == body {
            let instead = office(other).unwrap_or_else(|| "no office".to_owned());
            Some((Cause::OtherOffice, instead))
        } else if p == person && same_office {
            Some((Cause::OtherBody, b.name().to_owned()))
        } else if b == body && same_office {
            Some((Cause::OtherPerson, p.name().to_owned()))
        } else {
            None
        }
    };
    let same_layer = others.keys().filter(|other| other.layer() == fact.layer());
    let (cause, instead) = same_layer.filter_map(like).min()?;
    Some(Because::with(cause, format!("{told}: {instead}")))
}
