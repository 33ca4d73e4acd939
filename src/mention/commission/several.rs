//! Committees that one plural names together: "the committees on Trade and on Fisheries".
//!
//! In comes the place behind the first of them, out come the others. This module never splits the topic of one committee.

use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::topic::topic;
use crate::lexicon::{Class, NameTraits};
use crate::ontology::{BodyForm, NodeKind};

/// Reads "and on Fisheries" behind the committee of a mention at the item before `at`: adds a mention for it, gives both the
/// names that they have alone, and gives the range of the items from the "on" on.
pub(in crate::mention) fn coordinated(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<Range<usize>> {
    let joint = items.get(at)?;
    if !joint.is(Class::And) && !joint.is_mark(',') {
        return None;
    }
    let comma_and = joint.is_mark(',') && items.get(at + 1)?.is(Class::And);
    let on = at + 1 + usize::from(comma_and);
    let end = topic(words, items, on + 1);
    if words.text_of(&items.get(on)?.words) != "on" || end <= on + 1 {
        return None;
    }
    let number = items.get(at.checked_sub(1)?)?.body()?;
    let first = found.get(number)?;
    let head = match &first.called {
        Some(name) => name.split_once(" on ")?.0.to_owned(),
        None if first.means == Means::Named && first.kind == NodeKind::Commission => {
            singular(words.text_of(&first.words).split_once(" on ")?.0)?
        }
        None => return None,
    };
    let whole = items.get(on)?.words.start..items.get(end - 1)?.words.end;
    let named = |text: &str| format!("{head} {}", text.trim_start());
    let second = BodyMention {
        form: first.form,
        called: Some(named(words.text_of(&whole))),
        ..BodyMention::new(whole.clone(), whole, first.kind, Means::Named)
    };
    let text = words.text_of(&first.words);
    let own = text.find(" on ").and_then(|n| text.get(n..)).map(named);
    if let Some(first) = found.get_mut(number) {
        first.called = first.called.take().or(own);
        first.plural = false;
    }
    found.push(second);
    Some(on..end)
}

/// "committees" as the name of one begins: "Committee". Nothing where the word is no plural.
fn singular(heads: &str) -> Option<String> {
    let one = heads.strip_suffix('s')?;
    let mut letters = one.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// "the chairpersons of the foreign affairs and European integration committees": reads the two committees whose noun in the plural stands at
/// an item, behind a title, "of" and an article: adds a mention for each, and gives the ranges of their items.
pub(in crate::mention) fn joined_before(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    found: &mut Vec<BodyMention>,
) -> Option<[Range<usize>; 2]> {
    /// How many items the topic of one committee may have.
    const LONGEST: usize = 4;
    let noun = items.get(at)?;
    if !words.say(&noun.words, &["committees", "commissions"]) {
        return None;
    }
    let topical = |n: &usize| {
        items.get(*n).is_some_and(|i| {
            let word = words.at(i.words.start);
            let known =
                word.traits.has(NameTraits::COMMON) || i.is_any(&[Class::Topic, Class::NotPerson]);
            matches!(i.kind, Kind::Plain(_))
                && known
                && !i.is(Class::And)
                && !i.is(Class::Of)
                && !i.is(Class::Article)
        })
    };
    let second = (0..at).rev().take(LONGEST).take_while(topical).last()?;
    let and = second
        .checked_sub(1)
        .filter(|a| items.get(*a).is_some_and(|i| i.is(Class::And)))?;
    let first = (0..and).rev().take(LONGEST).take_while(topical).last()?;
    let before = |n: usize| first.checked_sub(n).and_then(|b| items.get(b));
    let held = before(1)?.is(Class::Article) && before(2)?.is(Class::Of) && before(3)?.is_title();
    if !held {
        return None;
    }
    let one = words.text_of(&noun.words).strip_suffix('s')?.to_owned();
    let mut add = |range: Range<usize>, topic: Range<usize>| {
        let span = |r: &Range<usize>| {
            Some(items.get(r.start)?.words.start..items.get(r.end - 1)?.words.end)
        };
        let (whole, topic) = (span(&range)?, span(&topic)?);
        found.push(BodyMention {
            form: Some(BodyForm::Committee),
            called: Some(format!("{} {one}", words.text_of(&topic))),
            ..BodyMention::new(whole.clone(), whole, NodeKind::Commission, Means::Named)
        });
        Some(range)
    };
    let one = add(first..and, first..and)?;
    let other = add(second..at + 1, second..at)?;
    Some([one, other])
}
