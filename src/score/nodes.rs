//! Why people, bodies and states are wrong or missed.

use std::collections::BTreeSet;

use super::align::{Body, forms_closeness, person_closeness};
use super::mistake::Because;
use super::name::Forms;
use super::{Cause, Comparison, Label};
use crate::ontology::EdgeKind;

impl Comparison<'_> {
    pub(super) fn missed_person(&self, place: usize) -> Because {
        let forms = self.alignment.people.get(place);
        let strays = self.alignment.found_people.iter();
        let strays = strays.filter(|(node, _)| !self.alignment.who.contains_key(node));
        let near = strays.filter_map(|(node, key)| Some((likeness(forms?, key)?, *node)));
        self.instead_node(near.min(), Cause::NotFound)
    }

    pub(super) fn wrong_person(&self, node: usize) -> Because {
        let Some(key) = self.alignment.found_people.get(&node) else {
            return Because::of(Cause::NotAnnotated);
        };
        let matched: BTreeSet<usize> = self.alignment.who.values().copied().collect();
        let people = || self.alignment.people.iter().enumerate();
        let open = people().filter(|(place, _)| !matched.contains(place));
        let near = open.filter_map(|(place, forms)| Some((likeness(forms, key)?, place)));
        let near = near.min();
        let twin = people().find(|(place, forms)| {
            let like = likeness(forms, key).is_some_and(|cause| cause != Cause::OtherName);
            matched.contains(place) && (like || person_closeness(forms, key) > 0)
        });
        let name = |place: usize| self.annotation.people.get(place).map(|p| p.name.as_str());
        because_of(near, twin.map(|(place, _)| place), name)
    }

    pub(super) fn missed_body(&self, place: usize) -> Because {
        let Some(body) = self.alignment.bodies.get(place) else {
            return Because::of(Cause::NotFound);
        };
        let strays = self.alignment.found_bodies.iter();
        let strays = strays.filter(|(node, _)| !self.alignment.what.contains_key(node));
        let near = strays.filter_map(|(node, found)| Some((body_likeness(body, found)?, *node)));
        self.instead_node(near.min(), Cause::NotFound)
    }

    pub(super) fn wrong_body(&self, node: usize) -> Because {
        let Some(found) = self.alignment.found_bodies.get(&node) else {
            return Because::of(Cause::NotAnnotated);
        };
        let matched: BTreeSet<usize> = self.alignment.what.values().copied().collect();
        let bodies = || self.alignment.bodies.iter().enumerate();
        let open = bodies().filter(|(place, _)| !matched.contains(place));
        let near = open.filter_map(|(place, body)| Some((body_likeness(body, found)?, place)));
        let near = near.min();
        let twin = bodies().find(|(place, body)| {
            let same = body.agrees(found) && forms_closeness(&body.forms, &found.forms) > 0;
            let like = body_likeness(body, found).is_some_and(|cause| cause != Cause::OtherName);
            matched.contains(place) && (same || like)
        });
        let name = |place: usize| self.annotation.bodies.get(place).map(|b| b.name.as_str());
        because_of(near, twin.map(|(place, _)| place), name)
    }

    /// A cause with the name of the node that stands in the place of what was missed.
    fn instead_node(&self, near: Option<(Cause, usize)>, otherwise: Cause) -> Because {
        let Some((cause, node)) = near else {
            return Because::of(otherwise);
        };
        match self.prediction.nodes.get(node) {
            Some(node) => Because::with(cause, format!("found as \"{}\"", node.name)),
            None => Because::of(cause),
        }
    }

    pub(super) fn wrong_state(&self, label: &Label) -> Because {
        let is_it = |node: usize| self.labels.get(node) == Some(label);
        let mut edges = self
            .prediction
            .edges
            .iter()
            .filter(|edge| is_it(edge.target));
        let of_body = |kind| matches!(kind, EdgeKind::PartOf | EdgeKind::Links);
        let Some(first) = edges
            .clone()
            .find(|edge| of_body(edge.kind))
            .or_else(|| edges.next())
        else {
            return Because::of(Cause::NotAnnotated);
        };
        let cause = if of_body(first.kind) {
            Cause::CameWithBody
        } else {
            Cause::CameWithEdge
        };
        match self.labels.get(first.source) {
            Some(source) => Because::with(cause, format!("of \"{}\"", source.name())),
            None => Because::of(cause),
        }
    }

    pub(super) fn missed_state(&self, code: &str) -> Because {
        let body = self
            .matched_bodies()
            .find(|(_, body)| body.states.iter().any(|s| s == code));
        if let Some((_, body)) = body {
            return Because::with(Cause::BodyFound, format!("of \"{}\"", body.name));
        }
        let person = self
            .matched_people()
            .find(|(_, person)| person.state.as_deref() == Some(code));
        match person {
            Some((_, person)) => {
                Because::with(Cause::PeopleFound, format!("of \"{}\"", person.name))
            }
            None => Because::of(Cause::NotFound),
        }
    }
}

/// The cause of a wrong node: a name near to one that is still open, else a second one of what was found, else nothing
/// of the sort.
fn because_of<'n>(
    near: Option<(Cause, usize)>,
    twin: Option<usize>,
    name: impl Fn(usize) -> Option<&'n str>,
) -> Because {
    let of = |cause: Cause, place: usize| match name(place) {
        Some(name) => Because::with(cause, format!("for \"{name}\"")),
        None => Because::of(cause),
    };
    match (near, twin) {
        (Some((cause, place)), _) if cause != Cause::OtherName => of(cause, place),
        (_, Some(place)) => of(Cause::Twice, place),
        (Some((cause, place)), None) => of(cause, place),
        (None, None) => Because::of(Cause::NotAnnotated),
    }
}

/// In which way a name is nearly one of the forms: first by the name itself, then by what else is accepted for it.
fn likeness(forms: &Forms, key: &str) -> Option<Cause> {
    let first =
        |forms: &BTreeSet<String>| forms.iter().filter_map(|form| compared(form, key)).min();
    first(&forms.names).or_else(|| first(&forms.others))
}

/// In which way a name is nearly another.
fn compared(form: &str, key: &str) -> Option<Cause> {
    let words = |name: &'_ str| {
        name.split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (form, found): (BTreeSet<String>, BTreeSet<String>) = (words(form), words(key));
    let shared = form.intersection(&found).count();
    if shared == 0 {
        None
    } else if shared == found.len() {
        Some(Cause::CutShort)
    } else if shared == form.len() {
        Some(Cause::TooLong)
    } else {
        let is_half = shared * 2 >= form.len().max(found.len());
        is_half.then_some(Cause::OtherName)
    }
}

fn body_likeness(body: &Body, found: &Body) -> Option<Cause> {
    if forms_closeness(&body.forms, &found.forms) > 0 && !body.agrees(found) {
        return Some(Cause::OtherStates);
    }
    if !body.agrees(found) {
        return None;
    }
    found
        .forms
        .names
        .iter()
        .find_map(|key| likeness(&body.forms, key))
}
