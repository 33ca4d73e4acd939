//! What stands behind a title: "of the State Duma", "of Russia and Azerbaijan", "of Foreign Affairs", "to Samoa".
//!
//! In comes the place behind a title, out comes where the office ends. This module never looks before the title.

use super::super::item::{Item, Kind};
use super::super::word::Words;
use super::OfficeMention;
use super::adjoining::adjoining;
use super::each::is_of_something;
use super::portfolio::{is_region, ministry, something_else};
use super::several::second_commission;
use super::staff::{behind_staff, secretariat, staff_of};
use crate::lexicon::{Class, Cue, NameTraits};
use crate::ontology::Office;
use crate::text::Shape;

/// Words behind "of" that leave it to the context of what an office is.
const OF_CONTEXT: &[&str] = &["state", "government"];

/// Reads what stands behind the title: "of the State Duma", "of Russia and Azerbaijan", "of Foreign Affairs", "to Samoa".
pub(super) fn complement(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> usize {
    let mut end = from;
    if let Some(behind) = adjoining(words, items, end, new) {
        return behind;
    }
    if let Some(next) = behind_comma(words, items, end, new.plural) {
        new.bodies.extend(items.get(next).and_then(Item::body));
        return next + 1;
    }
    end = past_gloss(items, end);
    loop {
        let Some(item) = items.get(end) else {
            return end;
        };
        let preposition = words.small(&item.words);
        match preposition.as_ref() {
            "of" | "at" | "in" | "for" | "to" | "from" => {}
            _ => return end,
        }
        // "Minister of Fisheries of Greenland": an office of a part of a state is none of the state that an article speaks of.
        let region = preposition == "of" && is_region(words, items, end + 1);
        if region && new.bare() && !new.can_be(words, Office::Member) {
            new.foreign = true;
            return end + 2;
        }
        // "head of the friendship group at the State Duma": the house is where the group is.
        let known = new.bodies.len();
        let next = behind(words, items, (preposition.as_ref(), end + 1), new);
        if known > 0 && ["at", "in"].contains(&preposition.as_ref()) {
            new.bodies.truncate(known);
        }
        match next {
            Some(next) => end = past_state(words, items, next, new),
            None if preposition == "of" => {
                new.foreign = new.bare();
                return if new.foreign {
                    behind_other(words, items, end)
                } else {
                    end
                };
            }
            None => return end,
        }
    }
}

/// Where an office of something that we do not know ends, whose "of" is at an item.
fn behind_other(words: &Words<'_>, items: &[Item<'_>], of: usize) -> usize {
    if let Some(behind) = behind_staff(words, items, of + 1) {
        return behind;
    }
    let end = behind_article(items, of, something_else(words, items, of + 1));
    past_house(items, end)
}

/// "Speaker, Lok Sabha, A B", "A B, Chairman, Standing Committee on Finance;": the place of the body that a comma alone parts from
/// its title, where the body is closed off too.
fn behind_comma(words: &Words<'_>, items: &[Item<'_>], at: usize, plural: bool) -> Option<usize> {
    let body = items.get(at + 1).and_then(Item::body);
    let comma = items.get(at)?.is_mark(',') && body.is_some();
    // "Secretary General, Lok Sabha A B": a name begins right behind it.
    let named = items.get(at + 2).is_some_and(|i| {
        let word = words.at(i.words.start);
        let plain = matches!(i.kind, Kind::Plain(_)) && !i.is_title() && !plural;
        let common = word.traits.has(NameTraits::COMMON) && !word.traits.has(NameTraits::GIVEN);
        plain && word.token.shape == Shape::Capital && !common && i.state().is_none()
    });
    let closed = items.get(at + 2).is_none_or(|i| {
        let mark = [',', ';', '.', ')'].iter().any(|m| i.is_mark(*m));
        mark || i.honorific().is_some()
    });
    (comma && (closed || named)).then_some(at + 1)
}

/// "Chairman of the Federal Assembly, Federal Republic of Germany;": the place behind the state that a comma alone parts from the body of an
/// office, where the state is closed off too.
fn past_state(words: &Words<'_>, items: &[Item<'_>], at: usize, new: &mut OfficeMention) -> usize {
    let body = at
        .checked_sub(1)
        .and_then(|b| items.get(b))
        .is_some_and(|i| i.body().is_some());
    let comma = items.get(at).is_some_and(|i| i.is_mark(','));
    if body && let Some(end) = super::adjoining::adjoining_state(words, items, at, new) {
        return end;
    }
    let state = items.get(at + 1).filter(|i| i.demonym().is_none());
    let state = state.and_then(Item::state).filter(|_| body && comma);
    let address = |n: usize| items.get(n).is_some_and(|i| i.honorific().is_some());
    let closed = items.get(at + 2).is_none_or(|i| {
        let mark = [';', '.', ')'].iter().any(|m| i.is_mark(*m));
        mark || i.is(Class::And) && address(at + 3)
    });
    match state.filter(|_| closed && !new.plural && new.states.is_empty()) {
        Some(state) => {
            new.states.push(state);
            at + 2
        }
        None => at,
    }
}

/// "Toraga (Speaker) of the Jogorku Kenesh": the place behind a title in brackets that says another one in other words, where
/// an "of" follows.
fn past_gloss(items: &[Item<'_>], at: usize) -> usize {
    let is = |n: usize, mark: char| items.get(n).is_some_and(|i| i.is_mark(mark));
    let gloss = is(at, '(') && items.get(at + 1).is_some_and(Item::is_title) && is(at + 2, ')');
    let of = items.get(at + 3).is_some_and(|i| i.is(Class::Of));
    if gloss && of { at + 3 } else { at }
}

/// "Chair of the Arctic delegation in the Storting": the place behind the house in which an office of something else is.
fn past_house(items: &[Item<'_>], at: usize) -> usize {
    let inside = items.get(at).is_some_and(|i| i.is(Class::In));
    let article = usize::from(items.get(at + 1).is_some_and(|i| i.is(Class::Article)));
    if inside && names_body(items, at + 1) {
        at + 2 + article
    } else {
        at
    }
}

/// Where an office ends whose "of" is at an item, with words up to `end` behind it: before the "of" where there are none but
/// an article.
fn behind_article(items: &[Item<'_>], of: usize, end: usize) -> usize {
    let article = items.get(of + 1).is_some_and(|i| i.is(Class::Article));
    if end > of + 1 + usize::from(article) {
        end
    } else {
        of
    }
}

/// Where what a preposition governs ends, which begins at an item: an owner, a post abroad, a portfolio.
fn behind(
    words: &Words<'_>,
    items: &[Item<'_>],
    (preposition, from): (&str, usize),
    new: &mut OfficeMention,
) -> Option<usize> {
    let ambassador = new.can_be(words, Office::Ambassador);
    let next = match preposition {
        "of" | "at" => owners(words, items, from, new),
        // "Leader of the Opposition in the Senate of A": an office that we do not tell is one of somewhere too.
        "in" | "from" if new.can_be(words, Office::Member) || is_other(words, new) => {
            names_body(items, from)
                .then(|| owners(words, items, from, new))
                .flatten()
        }
        "from" => return None,
        // "High Commissioner for Canada in the United Kingdom": of Canada.
        "for" if ambassador => owners(words, items, from, new),
        _ if ambassador => posted(items, from, new),
        // "Chairperson for the Committee on Trade": of it.
        "for" if names_body(items, from) && new.bare() && new.can_be(words, Office::Chair) => {
            owners(words, items, from, new)
        }
        // "takes Senators to Kenya": where somebody goes is not whose an office is; "adviser to the Senate" is.
        // "welcomed members of the Senate to the Assembly": where they came.
        "to" if names_body(items, from) && new.bodies.is_empty() => owners(words, items, from, new),
        _ => None,
    };
    next.or_else(|| {
        let minister =
            new.can_be(words, Office::Minister) && !new.can_be(words, Office::HeadOfGovernment);
        // "Shadow Minister for Minerals": an office that we do not tell has its field too.
        let other = preposition == "for" && is_other(words, new);
        (minister && preposition != "in" || other)
            .then(|| ministry(words, items, from))
            .filter(|n| *n > from)
    })
}

/// Whether a title is of none of the offices that we tell.
fn is_other(words: &Words<'_>, new: &OfficeMention) -> bool {
    new.titles(words).iter().all(|t| t.office.is_none()) && !new.rows.is_empty()
}

/// Whether a body stands at an item, an article passed over.
pub(super) fn names_body(items: &[Item<'_>], from: usize) -> bool {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    items.get(next).is_some_and(|i| i.body().is_some())
}

/// "the State Duma", "Russia and Azerbaijan", "the Russian side".
fn owners(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let mut end = owner(words, items, from, new)?;
    if let Some(behind) = second_commission(words, items, end, new) {
        return Some(behind);
    }
    while new.plural
        && items
            .get(end)
            .is_some_and(|i| i.is(Class::And) || i.is_mark(','))
    {
        let mut next = end + 1;
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::And)));
        next += usize::from(items.get(next).is_some_and(|i| i.is(Class::Of)));
        let Some(after) = owner(words, items, next, new) else {
            break;
        };
        end = after;
    }
    Some(end)
}

/// One owner: a body, a side, a state, or words that leave it to the context.
pub(super) fn owner(
    words: &Words<'_>,
    items: &[Item<'_>],
    from: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let next = from
        + usize::from(
            items
                .get(from)
                .is_some_and(|i| i.is_any(&[Class::Article, Class::His, Class::Both])),
        );
    let item = items.get(next)?;
    if let Some(end) = sent_by(items, next, new).or_else(|| sent_from(items, next, new)) {
        return Some(end);
    }
    if let Kind::Body(number) = item.kind {
        if let Some(staff) = staff_of(words, items, (next, number), new) {
            return staff.end();
        }
        // "of the Italian Parliament's Chamber of Deputies": of the chamber.
        let part = items
            .get(next + 2)
            .and_then(Item::body)
            .filter(|_| items.get(next + 1).is_some_and(|i| i.is_mark('’')));
        new.bodies.push(part.unwrap_or(number));
        return Some(if part.is_some() { next + 3 } else { next + 1 });
    }
    let state = item.state();
    if state.is_some() && items.get(next + 1).is_some_and(|i| i.is(Class::Sides)) {
        new.side = state;
        return Some(next + 2);
    }
    if let Some(state) = state {
        let possessive = items.get(next + 1).is_some_and(|i| i.is_mark('’'));
        if possessive && let Some(Kind::Body(number)) = items.get(next + 2).map(|i| i.kind) {
            new.bodies.push(number);
            new.states.push(state);
            return Some(next + 3);
        }
        if is_of_something(items, next) {
            return None;
        }
        new.states.push(state);
        return Some(next + 1);
    }
    if new.plural
        && let Some(end) = of_countries(words, items, next, new)
    {
        return Some(end);
    }
    let text = words.small(&item.words);
    if let Some(told) = secretariat(words, items, next, new) {
        return told.end();
    }
    let named =
        OF_CONTEXT.contains(&text.as_ref()) || words.are_cue(&item.words, Cue::Organisation);
    (named || item.is_any(&[Class::Country, Class::Delegation])).then_some(next + 1)
}

/// "of our countries", "of three countries": offices of several states that the context or the names behind tell.
fn of_countries(
    words: &Words<'_>,
    items: &[Item<'_>],
    at: usize,
    new: &mut OfficeMention,
) -> Option<usize> {
    let text = |n: usize| {
        let item = items.get(n)?;
        Some(words.small(&item.words))
    };
    let countries = |n: usize| {
        let text = text(n);
        text.is_some_and(|t| {
            ["countries", "nations", "states", "parliaments"].contains(&t.as_ref())
        })
    };
    if countries(at) {
        new.countries = true;
        return Some(at + 1);
    }
    // "the ambassadors of three countries: A of B": each will be told with the name.
    let several = items.get(at).is_some_and(|i| i.is(Class::Number))
        || text(at).is_some_and(|t| ["several", "various", "some"].contains(&t.as_ref()));
    (several && countries(at + 1)).then_some(at + 2)
}

/// "Head of the Seimas Delegation", "of the PABSEC Serbian Delegation", "of the Bahamian delegation": the delegation that a
/// body or a state has sent.
fn sent_by(items: &[Item<'_>], at: usize, new: &mut OfficeMention) -> Option<usize> {
    let item = items.get(at)?;
    let body = item.body();
    let next = at + usize::from(body.is_some());
    // "Head of the Belarusian Parliament's delegation".
    let next =
        next + usize::from(body.is_some() && items.get(next).is_some_and(|i| i.is_mark('’')));
    let state = items.get(next).and_then(Item::state);
    let sent = next + usize::from(state.is_some());
    if body.is_none() && state.is_none() || !items.get(sent)?.is(Class::Delegation) {
        return None;
    }
    new.bodies.extend(body);
    new.states.extend(state);
    new.delegation = true;
    Some(sent + 1)
}

/// "Head of a parliamentary delegation of the Senate", "leader of a delegation from Kenya": the same, with the sender behind it.
fn sent_from(items: &[Item<'_>], at: usize, new: &mut OfficeMention) -> Option<usize> {
    /// So many words may say of which sort it is: "a five-member parliamentary".
    const MOST: usize = 4;
    let sort = |n: &usize| {
        let item = items.get(*n);
        item.is_some_and(|i| {
            matches!(i.kind, Kind::Plain(_)) && !i.is(Class::Delegation) || i.is_mark('-')
        })
    };
    let sent = at + (at..at + MOST).take_while(sort).count();
    let of = items.get(sent + 1)?.is_any(&[Class::Of, Class::From]);
    if !of || !items.get(sent)?.is(Class::Delegation) {
        return None;
    }
    let sender = sent + 2 + usize::from(items.get(sent + 2)?.is(Class::Article));
    let (body, state) = (items.get(sender)?.body(), items.get(sender)?.state());
    new.bodies.extend(body);
    new.states.extend(state);
    new.delegation = body.is_some() || state.is_some();
    new.delegation.then_some(sender + 1)
}

/// "to Samoa", "in the country", "in Muscat": where an ambassador is posted, which is not whom the ambassador acts for.
fn posted(items: &[Item<'_>], from: usize, new: &mut OfficeMention) -> Option<usize> {
    let next = from + usize::from(items.get(from).is_some_and(|i| i.is(Class::Article)));
    let item = items.get(next)?;
    let place = item.state().is_some()
        || item.city().is_some()
        || next > from && matches!(item.kind, Kind::Plain(_));
    new.post = new.post.or(item.state());
    place.then_some(next + 1)
}
