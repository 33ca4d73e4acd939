//! Offices of several in a state each, where every state stands before the name: "the Ambassadors of France, A, Italy, B, and Spain, C", "the
//! ambassadors of France (A) and Italy (B)".
//!
//! In come the items of a sentence in which offices and people are found, out come the states that such offices are of besides the first.
//! This module never says who holds them.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use crate::lexicon::Class;
use crate::ontology::StateCode;

/// Those of whom it is said whose family they are.
const KIN: &[&str] = &[
    "wives",
    "husbands",
    "spouses",
    "widows",
    "partners",
    "sons",
    "daughters",
    "children",
    "families",
];

/// Adds the further states of each such list to the mention of its office.
pub(in crate::mention) fn add_states(
    words: &Words<'_>,
    items: &[Item<'_>],
    offices: &mut [OfficeMention],
) {
    for (at, item) in items.iter().enumerate() {
        let Some(office) = item.office().and_then(|o| offices.get_mut(o)) else {
            continue;
        };
        if !office.plural || !office.bodies.is_empty() || office.states.len() != 1 {
            continue;
        }
        let Some((_, mut next)) =
            name_of_state(items, at + 1).filter(|_| !is_of_others(words, items, at))
        else {
            continue;
        };
        let mut states = Vec::new();
        while let Some((state, at)) = next_state(items, next)
            && let Some((_, end)) = name_of_state(items, at)
            // "the Ambassadors of France, A, and Italy, B told": B may be whoever speaks.
            && !items.get(end).is_some_and(|i| i.is(Class::Say))
        {
            states.push(state);
            next = end;
        }
        office.states.append(&mut states);
    }
}

/// "the wives of the Ambassadors of France, A, and Italy, B", "Student Presidents of": whether words before an office make what is told of those
/// who hold it, or the office itself, something else.
fn is_of_others(words: &Words<'_>, items: &[Item<'_>], at: usize) -> bool {
    let article = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| i.is(Class::Article));
    let start = at - usize::from(article);
    let before = start.checked_sub(1).and_then(|b| items.get(b));
    let noun = start.checked_sub(2).and_then(|b| items.get(b));
    let kin = noun.is_some_and(|i| words.say(&i.words, KIN));
    let plain = |i: &Item<'_>| matches!(i.kind, Kind::Plain([]));
    let relation = before.is_some_and(|i| i.is(Class::Of)) && kin;
    let capital = |i: &Item<'_>| words.at(i.words.start).token.shape.is_capital();
    relation || !article && start > 0 && before.is_some_and(|i| plain(i) && capital(i))
}

/// "A", ", A", "(A)": the item of the name behind a state that ends before an item, and the place behind it, the bracket closed.
pub(crate) fn name_of_state(items: &[Item<'_>], at: usize) -> Option<(usize, usize)> {
    let mark = |n: usize, sign: char| items.get(n).is_some_and(|i| i.is_mark(sign));
    let bracket = mark(at, '(');
    let mut name = at + usize::from(bracket || mark(at, ','));
    while items
        .get(name)
        .is_some_and(|i| i.is(Class::Address) || i.honorific().is_some())
    {
        name += 1;
    }
    items.get(name)?.person()?;
    let end = name + 1;
    if bracket {
        return mark(end, ')').then_some((name, end + 1));
    }
    Some((name, end))
}

/// ", Italy", "and of Spain": the next state of such a list behind a name, and the place behind the state.
pub(crate) fn next_state(items: &[Item<'_>], at: usize) -> Option<(StateCode, usize)> {
    let is = |n: usize, class: Class| items.get(n).is_some_and(|i| i.is(class));
    let mark = |n: usize, sign: char| items.get(n).is_some_and(|i| i.is_mark(sign));
    let comma = mark(at, ',') || mark(at, ';');
    let mut next = at + usize::from(comma);
    let and = is(next, Class::And);
    next += usize::from(and);
    next += usize::from(is(next, Class::Of));
    next += usize::from(is(next, Class::Article));
    let item = items.get(next).filter(|_| comma || and)?;
    let state = item.state().filter(|_| item.demonym().is_none())?;
    Some((state, next + 1))
}

/// "Chairman of the Armenian something", "president of the Peru-Japan League": whether the state at an item tells of what something is that we
/// do not know, and not whose an office is.
pub(super) fn is_of_something(items: &[Item<'_>], at: usize) -> bool {
    let mark = |sign: char| items.get(at + 1).is_some_and(|i| i.is_mark(sign));
    let tied = items.get(at + 2).and_then(Item::state).is_some();
    let demonym = |i: &Item<'_>| i.demonym().is_some() && i.entries().len() == 1;
    items.get(at).is_some_and(demonym) || tied && (mark('-') || mark('–'))
}
