//! Visits whose country goes without saying: those to where the article comes from.
//!
//! In comes a word of visiting, out comes the home of the article where the visit was to it. This module never reads the name of
//! a state.

use super::super::scene::Scene;
use super::{Teller, Told};
use crate::lexicon::{Class, Cue};
use crate::mention::Item;
use crate::ontology::StateCode;

/// "the visiting Speaker A": a party whose office is said with the word visits the country from which the article comes.
pub(super) fn visiting(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Told> {
    let words = &scene.facts.mentions.words;
    let first = scene.words(at..at + 1).start;
    if words.text_of(&(first..first + 1)) != "visiting" || scene.doubted(at) {
        return None;
    }
    let people = scene.people(at).to_vec();
    let own = scene.state_of(&people)?;
    let state = scene.facts.home.filter(|home| *home != own)?;
    let teller = Teller {
        at,
        planned: false,
        noun: false,
        rule: "visit-verb",
    };
    Some(Told {
        teller,
        from: at,
        to: at,
        people,
        state,
        confidence: 82,
    })
}

/// Whether the word is the "visiting" of "the visiting Speaker", and not that of "visiting hours".
pub(super) fn is_adjective(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .is_some_and(|b| scene.is_any(b, &[Class::Article, Class::His, Class::With, Class::Both]));
    before && scene.says(at, &["visiting"])
}

/// A visit whose country goes without saying is one to where the article comes from: "is here on an official visit",
/// "the visiting Speaker".
pub(super) fn home(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
    visitor: Option<StateCode>,
) -> Option<(usize, StateCode)> {
    let at = teller.at;
    let text = scene.word(at);
    // "flew in on Monday", "had arrived the day before": here.
    let arrives = teller.rule == "travel-verb"
        && ["arriv", "flew in", "landed", "had arrived", "have arrived"]
            .iter()
            .any(|w| text.starts_with(w))
        && !scene.is_any(at + 1, &[Class::To, Class::In]);
    // "Kenya's A and B of Zambia have arrived": whose people arrive is not where.
    let owner = |n: usize, state: StateCode| {
        scene.mark(n + 1, '’') && scene.item(n).and_then(Item::state) == Some(state)
    };
    if arrives {
        let home = scene
            .facts
            .home
            .filter(|h| visitor.is_some() && Some(*h) != visitor)
            .filter(|h| !(0..at).any(|n| owner(n, *h)));
        return home.map(|h| (at, h));
    }
    // "are official guests of the Parliament and are visiting from 10 December".
    let bare = text == "visiting"
        && (scene.is_any(at + 1, &[Class::From, Class::On, Class::With]) || scene.breaks(at + 1));
    let official = teller.noun && text.contains("visit")
        || is_adjective(scene, at)
        || text == "touring"
        || bare && at.checked_sub(1).is_some_and(|b| scene.is(b, Class::Be));
    // "reported on this visit": it is somebody else's.
    let spoken = |n: usize| {
        n.checked_sub(1)
            .is_some_and(|b| scene.is_cue(b, Cue::TellsOf))
    };
    let said = (at.saturating_sub(5)..at).any(|n| {
        scene.is_any(n, &[Class::His, Class::Travel])
            || scene.says(n, &["on", "paying", "for", "during"]) && !spoken(n)
    });
    // "The visit of A ended": somebody's own, and nowhere else.
    let said = said || scene.is(at + 1, Class::Of);
    let home = scene
        .facts
        .home
        .filter(|h| visitor.is_some() && Some(*h) != visitor);
    home.filter(|_| official && (said || !teller.noun))
        .map(|h| (at, h))
}
