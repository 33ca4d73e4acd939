//! From words of a text to the entity that a reading has for them.

use std::collections::BTreeMap;

use super::pointer::{EntityRef, MentionRef};
use crate::claim::{Entity, EntityIndex, Form, Reading};
use crate::identity::mention::Mention;
use crate::identity::name::fold_name;

/// The readings by the texts that they are of.
pub(super) struct Texts<'r> {
    readings: &'r [Reading],
    by_hash: BTreeMap<&'r str, usize>,
}

/// How well a form fits words that are looked for; the greater the better.
type Fit = (usize, bool, bool);

impl<'r> Texts<'r> {
    pub(super) fn new(readings: &'r [Reading]) -> Self {
        let by_hash = readings.iter().enumerate();
        let by_hash = by_hash.map(|(place, reading)| (reading.document.sha256.as_str(), place));
        Self {
            readings,
            // Of one text one reading speaks, so that no place is lost here.
            by_hash: by_hash.collect(),
        }
    }

    /// The place of the reading of a text.
    pub(super) fn reading(&self, sha256: &str) -> Option<usize> {
        self.by_hash.get(sha256).copied()
    }

    /// The entity for which the words stand.
    pub(super) fn mention(&self, words: &MentionRef) -> Option<Mention> {
        let reading = self.reading(&words.sha256)?;
        let entity = self.at_span(reading, (words.start, words.end), &words.name)?;
        Some(Mention { reading, entity })
    }

    /// The entity of a reading that is meant.
    pub(super) fn entity(&self, reading: usize, meant: &EntityRef) -> Option<EntityIndex> {
        match meant {
            EntityRef::Span { start, end, name } => self.at_span(reading, (*start, *end), name),
            EntityRef::Row { kind, row, .. } => {
                let entities = &self.readings.get(reading)?.entities;
                entities.iter().position(|entity| {
                    let alike = entity.kind == *kind || (entity.kind.is_body() && kind.is_body());
                    alike && entity.row.as_deref() == Some(row)
                })
            }
        }
    }

    /// The entity one of whose forms covers the span best. The words need not be exactly those of a form: newer rules may
    /// take a title off a name or find its other half.
    fn at_span(&self, reading: usize, span: (usize, usize), name: &str) -> Option<EntityIndex> {
        let name = fold_name(name);
        let entities = &self.readings.get(reading)?.entities;
        let mut best: Option<(Fit, EntityIndex)> = None;
        for (index, entity) in entities.iter().enumerate() {
            let fits = entity.forms.iter().filter_map(|form| fit(form, span));
            let Some((share, named)) = fits.max() else {
                continue;
            };
            let fit = (share, named, is_called(entity, &name));
            // Of equals the first of the article stays.
            if best.is_none_or(|(known, _)| fit > known) {
                best = Some((fit, index));
            }
        }
        best.map(|(_, index)| index)
    }
}

fn is_called(entity: &Entity, folded: &str) -> bool {
    fold_name(&entity.name) == folded
        || entity
            .forms
            .iter()
            .any(|form| fold_name(&form.text) == folded)
}

/// The thousandths of the words of both that both have, and whether the form is a name; nothing where they have too little
/// in common: less than half, unless one is a part of a name.
fn fit(form: &Form, (start, end): (usize, usize)) -> Option<(usize, bool)> {
    let both = end.min(form.end).checked_sub(start.max(form.start))?;
    let either = end.max(form.end) - start.min(form.start);
    let is_part = both == end - start || both == form.end.saturating_sub(form.start);
    let enough = both > 0 && (2 * both >= either || (form.name && is_part));
    enough.then(|| (1000 * both / either, form.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(form: (usize, usize), span: (usize, usize), name: bool) -> Option<usize> {
        let form = Form {
            text: String::new(),
            start: form.0,
            end: form.1,
            name,
        };
        fit(&form, span).map(|(share, _)| share)
    }

    #[test]
    fn words_fit_where_they_are_the_same_or_a_part_of_a_name() {
        assert_eq!(share((10, 20), (10, 20), false), Some(1000));
        assert_eq!(share((10, 20), (14, 20), false), Some(600));
        assert_eq!(share((10, 30), (25, 30), true), Some(250));
        assert_eq!(share((10, 30), (25, 30), false), None);
        assert_eq!(share((10, 20), (18, 30), true), None);
        assert_eq!(share((10, 20), (20, 30), true), None);
        assert_eq!(share((10, 20), (40, 50), true), None);
    }
}
