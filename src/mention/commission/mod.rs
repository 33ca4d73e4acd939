//! The composed names of commissions, committees, friendship groups and conferences.

mod behind;
mod head;

use std::ops::Range;

use super::body::{BodyMention, Means, ordinal};
use super::item::{Item, Kind, replace};
use super::word::Words;
use crate::lexicon::{Class, Entry};
use crate::ontology::{BodyForm, NodeKind, StateCode};
use behind::behind;
use head::{before, gathering_of, head_of};

/// What the words around a head noun add to the name.
#[derive(Default)]
struct Parts {
    states: Vec<StateCode>,
    bodies: Vec<usize>,
}

/// Reads a commission whose head noun is at an item: adds the mention and gives the range of its items, which may begin
/// before the head.
pub(super) fn commission_at(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let item = items.get(at)?;
    let (form, composed) = head_of(words, items, at)?;
    let mut parts = Parts::default();
    let mut start = before(words, items, at, &mut parts, found);
    let mark = found.len();
    let end = behind(words, items, at + 1, &mut parts, found, form);
    let bare = start == at && end == at + 1;
    let capital = words.at(item.words.start).token.shape.is_capital();
    if bare && !composed {
        let definite = super::chamber::definite(items, at);
        if !(definite || capital) || words.text_of(&item.words).ends_with('s') {
            found.truncate(mark);
            return None;
        }
    }
    if form == BodyForm::Forum && !capital && end == at + 1 && !composed {
        return None;
    }
    let number = start
        .checked_sub(1)
        .and_then(|i| items.get(i))
        .and_then(|i| ordinal(words, i));
    if form == BodyForm::Forum && number.is_some() {
        start -= 1;
    }
    let whole = items.get(start)?.words.start..items.get(end - 1)?.words.end;
    parts.states.sort_unstable();
    parts.states.dedup();
    let means = if bare && !composed {
        Means::Reference
    } else {
        Means::Named
    };
    let kind = if form == BodyForm::Forum {
        NodeKind::Assembly
    } else {
        NodeKind::Commission
    };
    let form = Some(form).filter(|f| *f != BodyForm::Forum);
    found.push(BodyMention {
        words: whole.clone(),
        name: whole,
        kind,
        form,
        means,
        states: parts.states,
        parts: parts.bodies,
        house: None,
        plural: several(words, item),
        ordinal: number,
    });
    Some(start..end)
}

/// Whether a head noun is in the plural.
fn several(words: &Words<'_>, item: &Item<'_>) -> bool {
    let one = item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::BodyHead(_)));
    let many = item
        .entries()
        .iter()
        .any(|e| matches!(e, Entry::BodyHeads(_)));
    many && !one
        || words
            .text_of(&item.words)
            .to_lowercase()
            .ends_with("groups")
}

/// A list item that names a committee and then its people: "Human rights committee: ...".
pub(super) fn labelled_item(
    words: &Words<'_>,
    items: &mut Vec<Item<'_>>,
    found: &mut Vec<BodyMention>,
) {
    let start = items
        .iter()
        .take_while(|i| matches!(i.kind, Kind::Mark(_)))
        .count();
    let Some(colon) = items.iter().take(start + 12).position(|i| i.is_mark(':')) else {
        return;
    };
    let head = colon.checked_sub(1).and_then(|i| items.get(i));
    let is_head = head.is_some_and(|i| {
        i.word(Class::BodyNoun)
            .is_some_and(|row| words.lexicon.value(row) == 1)
    });
    if !is_head || colon <= start + 1 {
        return;
    }
    let (Some(first), Some(last)) = (items.get(start), items.get(colon - 1)) else {
        return;
    };
    let whole = first.words.start..last.words.end;
    found.push(BodyMention {
        words: whole.clone(),
        name: whole,
        kind: NodeKind::Commission,
        form: Some(BodyForm::Committee),
        means: Means::Named,
        states: Vec::new(),
        parts: Vec::new(),
        house: None,
        plural: false,
        ordinal: None,
    });
    replace(items, start..colon, Kind::Body(found.len() - 1));
}
