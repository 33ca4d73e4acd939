//! What a new judgement takes away from earlier ones, told when it is given and not only when a graph is folded.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Pair, contradicted};
use super::{Judgement, JudgementId, Judgements, MentionRef, Opinion};

/// A `same` that does not count, since a chain of such leads from one to the other of two that a `different` tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voided {
    /// The `same`.
    pub same: Judgement,
    /// The `different`.
    pub different: Judgement,
}

/// The words of a text, without the name that only reminds.
type Place<'j> = (&'j str, usize, usize);

impl Judgements {
    /// Which `same` would no longer count if these opinions were added, or would not count although it is one of them; in the order of their ids.
    ///
    /// Only the words of texts are looked at: two places of one text may be one entity of its reading, which nobody knows here.
    ///
    /// ```
    /// use interparl::identity::{Judgement, Judgements, MentionRef, Opinion};
    /// let place = |sha256: &str| MentionRef { sha256: sha256.to_owned(), start: 0, end: 9, name: String::new() };
    /// let same = |a, b| Judgement::of(Opinion::Same(place(a), place(b)));
    /// let known: Judgements = [same("0a", "0b"), same("0b", "0c")].into_iter().collect();
    /// let voided = known.voided_by(&[Opinion::Different(place("0a"), place("0c"))]);
    /// assert_eq!(voided.len(), 2);
    /// assert!(known.voided_by(&[Opinion::Different(place("0a"), place("0d"))]).is_empty());
    /// ```
    ///
    /// Complexity: n log n in the judgements, and for each `different` two walks along the chains of `same` that its mentions are in.
    #[must_use]
    pub fn voided_by(&self, opinions: &[Opinion]) -> Vec<Voided> {
        let before = void(&self.in_force());
        let mut with = self.clone();
        with.extend(opinions.iter().cloned().map(Judgement::of));
        let in_force = with.in_force();
        let new = void(&in_force);
        let new = new.difference(&before).filter_map(|(same, different)| {
            Some(Voided {
                same: (*in_force.get(same)?).clone(),
                different: (*in_force.get(different)?).clone(),
            })
        });
        new.collect()
    }
}

/// Each `same` among some judgements that does not count, with the `different` that it would contradict.
fn void(all: &BTreeMap<JudgementId, &Judgement>) -> BTreeSet<(JudgementId, JudgementId)> {
    let mut same: BTreeSet<Pair<Place<'_>>> = BTreeSet::new();
    let mut different: BTreeSet<Pair<Place<'_>>> = BTreeSet::new();
    for (id, judgement) in all {
        let (pairs, a, b) = match &judgement.says {
            Opinion::Same(a, b) => (&mut same, a, b),
            Opinion::Different(a, b) => (&mut different, a, b),
            _ => continue,
        };
        let (a, b) = (place(a), place(b));
        pairs.insert((a.min(b), a.max(b), id.clone()));
    }
    let found = contradicted(&same, &different).into_iter();
    found.map(|((.., same), by)| (same, by)).collect()
}

fn place(words: &MentionRef) -> Place<'_> {
    (&words.sha256, words.start, words.end)
}
