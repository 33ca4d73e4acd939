//! People of whom an article gives no more than a surname, and whom their office tells.
//!
//! "Speaker Lee" of a house joins the only person of a full name with that word in it who is shown in that office of that
//! house at about that date. Where two could be meant, nobody is. Each joins by itself, so a surname never bridges two
//! people of full names. "Speaker Lee" of one house in several articles, none of which gives a full name, is one person as
//! far as the dates are near.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::group::{Group, put_together};
use super::holding::{Days, Holdings, Post, held, is_in_term, nearest};
use super::matching::{PersonName, Verdict};
use super::name::fold_name;
use super::rival::{Initialed, Rivals, is_initialed};
use super::sets::connected;
use super::spelling::{SURE, have_common};
use crate::claim::Reading;
use crate::lexicon::Lexicon;
use crate::ontology::StateCode;
use crate::text::days_between;

/// So many people of full names are looked at for one post, or for one surname in a state; where there are more, a surname
/// tells nothing.
pub(super) const MOST: usize = 64;

/// Between two articles that give the same surname to the holder of an office there may be so many days: a year.
pub(super) const NEAR: i64 = 366;

/// Somebody, and the offices that articles show.
pub(super) struct Bearer<'r> {
    pub(super) group: usize,
    pub(super) name: PersonName,
    pub(super) written: &'r str,
    pub(super) posts: BTreeMap<Post, Days>,
}

/// Who could be meant: the people of full names, by post and by words of their names in a state.
pub(super) struct Holders<'r> {
    pub(super) people: Vec<Bearer<'r>>,
    pub(super) by_post: BTreeMap<Post, Vec<usize>>,
    pub(super) by_word: BTreeMap<(StateCode, u16), Vec<usize>>,
    pub(super) rivals: Rivals,
}

/// Joins those of whom only a surname is known with whom it can only be, and counts the pairs of names that it compared.
///
/// Complexity: for each mention a look at no more than [`MOST`] holders of each of its posts and bearers of like names.
pub(super) fn attach(
    readings: &[Reading],
    groups: Vec<Group>,
    holdings: &Holdings,
) -> (Vec<Group>, usize) {
    let bearers = groups.iter().enumerate();
    let bearers = bearers.filter(|(_, g)| g.block.is_person() && !g.block.is_full_person());
    let bearers: Vec<Bearer<'_>> = bearers
        .filter_map(|(place, group)| Bearer::of(readings, place, group, holdings))
        .collect();
    if bearers.is_empty() {
        return (groups, 0);
    }
    let mut compared = 0;
    let mut holders = Holders::new(readings, &groups, holdings);
    for group in groups.iter().filter(|g| is_initialed(&g.block)) {
        let name = group.name(readings).unwrap_or_default();
        let posts = held(holdings.of(group));
        holders.rivals.add(name, posts.keys(), &group.states);
    }
    let mut pairs = Vec::new();
    let mut strangers = Vec::new();
    for bearer in bearers {
        let place = bearer.group;
        match holders.meant(&groups, &bearer, &mut compared) {
            Meant::One(home) => pairs.push((home, place)),
            Meant::Nobody => strangers.push(bearer),
            Meant::Several => {}
        }
    }
    pairs.extend(same_strangers(&strangers));
    drop(strangers);
    drop(holders);
    // Several surnames may mean one person; those who do are one team with that person, and no team has two full names.
    let teams = connected(pairs).into_iter();
    let teams: Vec<Vec<usize>> = teams.map(|team| team.into_iter().collect()).collect();
    (put_together(groups, &teams), compared)
}

/// Whom a surname with an office can mean.
pub(super) enum Meant {
    /// Nobody of a full name holds the office.
    Nobody,
    /// Only this group.
    One(usize),
    /// More than one, or somebody of whom it is not sure.
    Several,
}

impl<'r> Bearer<'r> {
    fn of(
        readings: &'r [Reading],
        place: usize,
        group: &Group,
        holdings: &Holdings,
    ) -> Option<Self> {
        let posts = held(holdings.of(group));
        let written = group.name(readings)?;
        (!posts.is_empty()).then(|| Self {
            group: place,
            name: PersonName::new(written, Lexicon::builtin()),
            written,
            posts,
        })
    }
}

impl<'r> Holders<'r> {
    fn new(readings: &'r [Reading], groups: &[Group], holdings: &Holdings) -> Self {
        let full = Group::is_known_person;
        let all = groups.par_iter().enumerate().filter(|(_, g)| full(g));
        let people = all.filter_map(|(place, group)| {
            let written = group.name(readings)?;
            Some(Bearer {
                group: place,
                name: PersonName::new(written, Lexicon::builtin()),
                written,
                posts: held(holdings.of(group)),
            })
        });
        let people: Vec<Bearer<'_>> = people.collect();
        let mut by_post: BTreeMap<Post, Vec<usize>> = BTreeMap::new();
        let mut by_word: BTreeMap<(StateCode, u16), Vec<usize>> = BTreeMap::new();
        for (place, person) in people.iter().enumerate() {
            for post in person.posts.keys() {
                by_post.entry(*post).or_default().push(place);
            }
            let words = person.name.words_begin();
            let states = groups.get(person.group).map(|group| &group.states);
            for state in states.into_iter().flatten() {
                for word in &words {
                    by_word.entry((*state, *word)).or_default().push(place);
                }
            }
        }
        Self {
            people,
            by_post,
            by_word,
            rivals: Rivals::default(),
        }
    }

    pub(super) fn meant(
        &self,
        groups: &[Group],
        bearer: &Bearer<'_>,
        compared: &mut usize,
    ) -> Meant {
        let mut found: BTreeMap<usize, (bool, &PersonName)> = BTreeMap::new();
        for (post, days) in &bearer.posts {
            let of_post = self.by_post.get(post).map_or(&[][..], Vec::as_slice);
            if of_post.len() > MOST {
                return Meant::Several;
            }
            let people = of_post.iter().filter_map(|place| self.people.get(*place));
            let (others, alike): (Vec<_>, Vec<_>) = people.partition(|person| {
                *compared += 1;
                bearer.name.is_another_than(&person.name)
                    || !bearer.name.is_surname_in(&person.name, Verdict::LEAST_SAME)
            });
            for person in alike {
                let near = person.posts.get(post).is_some_and(|theirs| {
                    let mut shown = days.shown.iter();
                    shown.any(|day| is_one_term(*post, (theirs, days), *day, &others))
                });
                let (sure, _) = found.entry(person.group).or_insert((false, &person.name));
                let is_spelled = || bearer.name.is_surname_in(&person.name, SURE);
                *sure |= near && may_be_one(groups, bearer, person) && is_spelled();
            }
        }
        let mut found = found.into_iter();
        let (home, (sure, name)) = match (found.next(), found.next()) {
            (None, _) if self.has_rival(groups, bearer, None) => return Meant::Several,
            (None, _) => return Meant::Nobody,
            (Some(only), None) => only,
            (Some(_), Some(_)) => return Meant::Several,
        };
        let sure = sure && !self.has_rival(groups, bearer, Some((home, name)));
        let alone = bearer.posts.keys().any(|post| post.office.has_one_holder())
            || self.is_only_bearer(groups, bearer, home, compared);
        if sure && alone {
            Meant::One(home)
        } else {
            Meant::Several
        }
    }

    /// Whether somebody else is known by an initial who has the surname and holds an office of the bearer, or in an office of many has the surname in
    /// the state; `home` is who is meant otherwise.
    fn has_rival(
        &self,
        groups: &[Group],
        bearer: &Bearer<'_>,
        home: Option<(usize, &PersonName)>,
    ) -> bool {
        let name = home.map(|(_, name)| name);
        let is_told = |names: Option<&Initialed>| {
            names.is_some_and(|names| names.tells_two(&bearer.name, name))
        };
        let of_state = || {
            let place = home.map_or(bearer.group, |(place, _)| place);
            let states = groups.get(place).map(|group| &group.states);
            let mut keys = states.into_iter().flatten().flat_map(|state| {
                let words = bearer.name.words_begin().into_iter();
                words.map(move |word| (*state, word))
            });
            keys.any(|key| is_told(self.rivals.by_word.get(&key)))
        };
        let mut posts = bearer.posts.keys();
        posts.any(|post| is_told(self.rivals.by_post.get(post)))
            || (!bearer.posts.keys().any(|post| post.office.has_one_holder()) && of_state())
    }

    /// Whether nobody else of the state has the name, as far as it is known.
    fn is_only_bearer(
        &self,
        groups: &[Group],
        bearer: &Bearer<'_>,
        home: usize,
        compared: &mut usize,
    ) -> bool {
        let states = groups.get(home).map(|group| &group.states);
        let words = bearer.name.words_begin();
        let keys = states
            .into_iter()
            .flatten()
            .flat_map(|state| words.iter().map(move |word| (*state, *word)));
        for key in keys {
            let like = self.by_word.get(&key).map_or(&[][..], Vec::as_slice);
            if like.len() > MOST {
                return false;
            }
            for other in like.iter().filter_map(|place| self.people.get(*place)) {
                *compared += 1;
                let bears = !bearer.name.is_another_than(&other.name);
                if other.group != home && bears {
                    return false;
                }
            }
        }
        true
    }
}

/// Whether a day is near one of the days on which somebody is shown in a post: neither of the two has taken or left it between them, and
/// where one person holds it at a time, nobody else is shown in it.
fn is_one_term(
    post: Post,
    (theirs, own): (&Days, &Days),
    day: Date,
    others: &[&Bearer<'_>],
) -> bool {
    let between = |from: Date, to: Date| {
        let others = others.iter().filter_map(|o| o.posts.get(&post));
        let mut days = others.flat_map(|days| &days.shown);
        days.any(|d| from.min(to) < *d && *d < from.max(to))
    };
    let is_parted = |other| theirs.are_parted(other, day) || own.are_parted(other, day);
    let alone = |other: Date| !post.office.has_one_holder() || !between(other, day);
    nearest(&theirs.shown, day)
        .any(|other| is_in_term(other, day) && alone(other) && !is_parted(other))
}

/// Whether neither the states nor an article tell the two apart.
fn may_be_one(groups: &[Group], bearer: &Bearer<'_>, person: &Bearer<'_>) -> bool {
    let (Some(one), Some(other)) = (groups.get(bearer.group), groups.get(person.group)) else {
        return false;
    };
    let states =
        one.states.is_empty() || other.states.is_empty() || !one.states.is_disjoint(&other.states);
    states && !have_common(&one.readings(), &other.readings())
}

/// Those of one surname in one office that one person holds at a time, from one article to the next near one.
fn same_strangers(strangers: &[Bearer<'_>]) -> Vec<(usize, usize)> {
    let mut told: BTreeMap<(String, Post), BTreeSet<(Date, usize)>> = BTreeMap::new();
    for stranger in strangers {
        for (post, days) in &stranger.posts {
            if post.office.has_one_holder() {
                let key = (fold_name(stranger.written), *post);
                let days = days.shown.iter().map(|day| (*day, stranger.group));
                told.entry(key).or_default().extend(days);
            }
        }
    }
    let mut near = Vec::new();
    for tellings in told.values() {
        for ((day, one), (next, other)) in tellings.iter().zip(tellings.iter().skip(1)) {
            if one != other && days_between(*day, *next) <= NEAR {
                near.push((*one, *other));
            }
        }
    }
    near
}
