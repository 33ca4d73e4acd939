//! Groups that are delegations by what they are made of: "a group of British parliamentarians", "a team of MPs".
//!
//! In come the items of all sentences, out come the same items, of which the nouns for such groups are of the class of delegations, and so
//! is "the group" behind one. This module never says who belongs to a group.

use super::item::{Item, Kind};
use super::word::Words;
use crate::lexicon::{Class, Entry};
use crate::ontology::Office;

/// Nouns for some people of whom one is a group.
const GROUPS: &[&str] = &["group", "team", "trio"];

/// Words for other groups, behind which "the group" may be theirs.
const OTHERS: &[&str] = &[
    "party",
    "caucus",
    "faction",
    "company",
    "organization",
    "organisation",
    "alliance",
];

/// How many words may stand between the noun and those of whom the group is.
const BETWEEN: usize = 5;

/// Marks the nouns of a sentence for groups of members of parliaments, and "the group" if that was told of last. Gives the noun of the group that is
/// told of then.
pub(super) fn find<'a>(
    words: &Words<'a>,
    items: &mut [Item<'_>],
    told: Option<&'a str>,
) -> Option<&'a str> {
    let mut known = told;
    for at in 0..items.len() {
        let noun = is_noun(words, items, at);
        // Nothing but a noun is of members, or "the group" again.
        if !noun && known.is_none() {
            continue;
        }
        let text = items.get(at).map_or("", |i| words.text_of(&i.words));
        let of_members = noun && is_of_members(words, items, at);
        if of_members || known == Some(text) && is_that_group(words, items, at) {
            known = Some(text);
            if let Some(item) = items.get_mut(at) {
                item.add(Class::Delegation);
            }
        } else if known.is_some() && (noun || is_other(words, items, at)) {
            known = None;
        }
    }
    known
}

/// Whether an item is a noun for another group: that of a body, or of people who are no members of a parliament.
fn is_other(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items.get(at).is_some_and(|i| {
        let text = words.small(&i.words);
        let head = |e: &Entry| matches!(e, Entry::BodyHead(_) | Entry::BodyHeads(_));
        i.entries().iter().any(head) || OTHERS.contains(&text.as_ref()) || text.ends_with("group")
    })
}

/// Whether an item is one of the nouns, in small letters: with a capital it may be the name of a body.
fn is_noun(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    items
        .get(at)
        .is_some_and(|i| matches!(i.kind, Kind::Plain(_)) && words.read(&i.words, GROUPS))
}

/// "of four British parliamentarians": whether members of parliaments stand behind the noun at an item, with no name before them.
fn is_of_members(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let members = |i: &Item<'_>| {
        words.text_of(&i.words) != "members"
            && i.entries().iter().any(|e| match e {
                Entry::Titles(row) => words
                    .lexicon
                    .title(*row)
                    .is_some_and(|t| t.office == Some(Office::Member)),
                _ => false,
            })
    };
    // "of visiting Zambian MPs", "of 12 cross-party lawmakers".
    let passed = |i: &Item<'_>| {
        i.state().is_some()
            || i.is_mark('-')
            || i.is(Class::Number)
            || matches!(i.kind, Kind::Plain([]))
    };
    let behind = items.get(at + 2..).unwrap_or_default();
    items.get(at + 1).is_some_and(|i| i.is(Class::Of))
        && behind
            .iter()
            .take(BETWEEN)
            .find(|i| !passed(i))
            .is_some_and(members)
}

/// "the group", which is the one told of, unless its name follows: "the group for friendship with Japan".
fn is_that_group(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let the = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| words.say(&i.words, &["the"]));
    let goes_on = items.get(at + 1).is_some_and(|i| {
        i.is_any(&[Class::Of, Class::Between, Class::With]) || words.say(&i.words, &["for", "on"])
    });
    the && is_noun(words, items, at) && !goes_on
}
