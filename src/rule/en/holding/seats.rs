//! Seats in committees told by nothing but a name and a committee: "- A (Michigan), Ways and Means Committee."
//!
//! In come the sentences of an article, out come the holdings of such items of a list. This module never reads running text.

use super::{Held, Holding, Times};
use crate::mention::{Item, Kind, Mentions, Zone};
use crate::ontology::NodeKind;

/// Adds the seats of the items of lists that are nothing but a name and a committee.
pub(super) fn seated(mentions: &Mentions<'_>, found: &mut Vec<Holding>) {
    let sentences = mentions.words.sentences.iter();
    for (sentence, (place, items)) in sentences.zip(&mentions.items).enumerate() {
        if place.zone == Zone::Item
            && let Some((person, body, at, end)) = seat(mentions, items)
        {
            found.push(Holding {
                person,
                held: Held::SitsIn { body },
                sentence,
                cover: at..end + 1,
                rule: "sits-in-body",
                times: Times::default(),
            });
        }
    }
}

/// The person and the committee of an item of a list, and where they stand.
fn seat(mentions: &Mentions<'_>, items: &[Item<'_>]) -> Option<(usize, usize, usize, usize)> {
    let at = items.iter().position(|i| i.person().is_some())?;
    let end = items.iter().rposition(|i| i.body().is_some())?;
    let comma = items.get(end.checked_sub(1)?)?.is_mark(',');
    let mark = |i: &Item<'_>| matches!(i.kind, Kind::Mark(_));
    // "(Michigan)": a party or a constituency.
    let bare = |i: &Item<'_>| {
        mark(i) || matches!(i.kind, Kind::Plain(_)) && !i.is_title() && i.honorific().is_none()
    };
    let between = items.get(at + 1..end)?;
    let others = items.get(..at)?.iter().chain(items.get(end + 1..)?);
    let person = items.get(at)?.person()?;
    let body = items.get(end)?.body()?;
    let committee = mentions.bodies.get(body)?.kind == NodeKind::Commission;
    let only = between.len() < 8 && between.iter().all(bare) && others.into_iter().all(mark);
    (comma && only && committee).then_some((person, body, at, end))
}
