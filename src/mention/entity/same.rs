//! Whether two names are of one body, as far as the names alone tell it.
//!
//! In comes a mention and a body, out comes yes or no. This module never decides between several bodies.

use std::ops::Range;

use super::super::body::{BodyMention, Means};
use super::super::word::Words;
use super::bodies::BodyEntity;
use super::written;
use crate::lexicon::Class;
use crate::ontology::{BodyForm, NodeKind};
use crate::text::fold;

/// The words of a mention among which the noun of its body is: all of a bare name, but of a commission's name those up to
/// "on", "of" or "between", because what stands behind is not the name's noun.
pub(super) fn noun_of(words: &Words<'_>, mention: &BodyMention) -> Range<usize> {
    if mention.means != Means::Named {
        return mention.name.clone();
    }
    let Range { start, end } = mention.words;
    let ends = |w: &usize| {
        let word = fold(words.at(*w).token.span.of(words.text));
        matches!(word.as_str(), "on" | "of" | "between" | "for" | "with")
    };
    start..(start + 1..end).find(ends).unwrap_or(end)
}

/// Whether a mention is a lone common noun of bodies: "the Council".
pub(crate) fn is_noun(words: &Words<'_>, mention: &BodyMention) -> bool {
    is_word_of(words, mention, &[Class::BodyNoun, Class::ParliamentWord])
}

/// Whether a mention is a lone word for any parliament: "the Parliament", which several states may mean by it.
pub(super) fn is_any_parliament(words: &Words<'_>, mention: &BodyMention) -> bool {
    is_word_of(words, mention, &[Class::ParliamentWord])
}

fn is_word_of(words: &Words<'_>, mention: &BodyMention, classes: &[Class]) -> bool {
    mention.name.len() == 1 && words.is_of(mention.name.start, classes)
}

/// Whether a mention speaks of so many bodies of one name, each of which has another: "the two Foreign Affairs Committees".
pub(super) fn is_counted(words: &Words<'_>, mention: &BodyMention) -> bool {
    let before = mention.words.start.checked_sub(1);
    let counted = before.is_some_and(|b| words.is_of(b, &[Class::Number, Class::Both]));
    mention.plural && mention.called.is_none() && counted
}

/// In which pass a mention is looked at: what names its body first, shared names next, references last.
pub(super) fn pass_of(words: &Words<'_>, mention: &BodyMention) -> usize {
    match &mention.means {
        Means::Assembly(_) | Means::Named => 0,
        Means::Chambers(rows) => {
            usize::from(rows.len() > 1 || mention.states.is_empty() && is_noun(words, mention))
        }
        Means::Reference => 2,
    }
}

/// Whether the name that the table has for an assembly has a noun in it: "the Assembly" means PABSEC too.
pub(super) fn table_name_has(words: &Words<'_>, mention: &BodyMention, noun: &str) -> bool {
    let Means::Assembly(row) = mention.means else {
        return false;
    };
    let row = words.lexicon.assembly(row);
    row.is_some_and(|a| fold(&a.name).split_whitespace().any(|w| w == noun))
}

/// Whether a noun is the first word of the name that the table has for a chamber; other bodies have no name but those that articles
/// give them.
pub(super) fn is_called(words: &Words<'_>, mention: &BodyMention, noun: &str) -> bool {
    let Means::Chambers(rows) = &mention.means else {
        return true;
    };
    let row = rows.first().and_then(|r| words.lexicon.chamber(*r));
    row.is_some_and(|c| fold(&c.name).split_whitespace().next() == Some(noun))
}

/// A name folded, without "the" and all signs, to compare it with others.
pub(super) fn key(name: &str) -> String {
    let name = fold(name);
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|w| !w.is_empty() && *w != "the").collect();
    words.join(" ")
}

/// Whether a mention that means this, with this key, is of a body.
pub(super) fn same(
    entity: &BodyEntity,
    means: &Means,
    mention_key: &str,
    mention: &BodyMention,
) -> bool {
    match (&entity.means, means) {
        (Means::Chambers(a), Means::Chambers(b)) => a == b,
        (Means::Assembly(a), Means::Assembly(b)) => a == b,
        (Means::Named, Means::Named) => same_named(entity, mention_key, mention),
        _ => false,
    }
}

/// Whether a body known by its name only has this one too: the same, a shorter or a longer one, or a name that ties the
/// same states ("Inter-chamber Commission" for the one "on cooperation between ...").
fn same_named(entity: &BodyEntity, mention_key: &str, mention: &BodyMention) -> bool {
    let known = |s: &_| entity.states.contains(s);
    let states_agree =
        mention.states.is_empty() || entity.states.is_empty() || mention.states.iter().any(known);
    // "members of the working group", behind the Inter-Parliamentary Working Group of two states.
    let name = key(&entity.name);
    let noun = generic(&name, entity.states.len(), mention_key, mention)
        && entity.kind == NodeKind::Commission;
    if !states_agree || entity.form != mention.form && !noun {
        return false;
    }
    let same_states = mention.states.len() > 1
        && mention.states.iter().all(known)
        && entity.states.len() == mention.states.len();
    if entity.form == Some(BodyForm::FriendshipGroup) && turned(entity, mention_key, mention) {
        return false;
    }
    if entity.kind == NodeKind::Chamber && mention.kind == NodeKind::Chamber {
        return sorted(&name) == sorted(mention_key);
    }
    // "APPG Ghana", "the Ghana APPG".
    let of_one = entity.states.len() == 1
        && entity.states == mention.states
        && sorted(&name) == sorted(mention_key);
    // "24th Interparliamentary Meeting", "the 24th Mexico-Canada Interparliamentary Meeting".
    let both = entity.kind == NodeKind::Assembly && mention.kind == NodeKind::Assembly;
    let counted = both && mention_key.contains(' ') && name.contains(' ');
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|r| r.ends_with(' '));
    same_states && entity.kind == NodeKind::Commission
        || counted && (ends(&name, mention_key) || ends(mention_key, &name))
        || of_one
        || generic(&name, entity.states.len(), mention_key, mention)
        || name == mention_key
        || begins_with(&name, mention_key)
        || begins_with(mention_key, &name)
}

/// "the Friendship Group", behind "Ghana-Latvia Friendship Group": whether a mention is the bare noun of several words with which
/// the name of a body of two states ends.
fn generic(name: &str, states: usize, mention_key: &str, mention: &BodyMention) -> bool {
    let ends = |name: &str| {
        name.strip_suffix(mention_key)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    let head = name.split(" in ").next().unwrap_or(name);
    mention.states.is_empty()
        && mention.parts.is_empty()
        && !mention.plural
        && states == 2
        && mention_key.contains(' ')
        && matches!(
            mention.form,
            Some(BodyForm::FriendshipGroup | BodyForm::Commission)
        )
        && ends(head)
}

/// "Ghana-Latvia Friendship Group", "Latvia-Ghana Friendship Group": each parliament has its own, and names its own state first.
fn turned(entity: &BodyEntity, mention_key: &str, mention: &BodyMention) -> bool {
    let name = key(&entity.name);
    let joined = ["between", "of", "with", "for"];
    let mut words = pair(&name).split(' ').chain(pair(mention_key).split(' '));
    let paired = !words.any(|w| joined.contains(&w));
    let (Some(a), Some(b)) = (entity.states.first(), mention.states.first()) else {
        return false;
    };
    paired && a != b && entity.states.len() == 2 && mention.states.len() == 2
}

/// "the France-Armenia Friendship Group of the National Assembly of France": what stands before the noun of a group, where a pair of states does.
fn pair(name: &str) -> &str {
    name.find(" group")
        .map_or(name, |n| name.get(..n).unwrap_or(name))
}

/// The words of a name in the order of the alphabet, to compare "Tarn Provincial Assembly" with "Provincial Assembly of Tarn".
fn sorted(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split(' ').filter(|w| *w != "of").collect();
    words.sort_unstable();
    words
}

/// Whether a name begins with all words of a shorter one.
fn begins_with(name: &str, shorter: &str) -> bool {
    name.strip_prefix(shorter)
        .is_some_and(|rest| rest.starts_with(' '))
}

/// The name that a mention gives its body.
pub(super) fn name_of(words: &Words<'_>, mention: &BodyMention) -> String {
    if let Some(name) = &mention.called {
        return name.clone();
    }
    // "XXIst Inter-Parliamentary Meeting" is one of several of that name.
    let Range { start, end } = mention.words;
    let counted = mention.ordinal.is_some() && mention.means == Means::Named && end > start + 1;
    written(words, &(start + usize::from(counted)..end))
}
