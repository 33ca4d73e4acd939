//! Companions who make no journey: those who were at a meeting only, and those of an embassy, who live where they are posted.
//!
//! In come the facts of an article and a companion, out comes yes or no. This module never says who travels.

use super::facts::Facts;
use crate::lexicon::Class;
use crate::mention::Item;

/// How many items before a name what somebody is may stand.
const NEAR: usize = 12;

/// Words of an office of a diplomatic post.
const POSTS: &[&str] = &[
    "embassy",
    "high commission",
    "consulate",
    "deputy head of mission",
    "head of mission",
    "chargé",
    "charge d'affaires",
];

/// Whether a member of a delegation makes none of its journeys.
pub(super) fn stays(facts: &Facts<'_, '_>, member: usize) -> bool {
    facts.is_ambassador(member) || is_of_embassy(facts, member) || only_at_meeting(facts, member)
}

/// "; and Deputy Head of Mission at the Embassy of Kenya in Latvia, A": whether somebody is named with a post at an embassy.
fn is_of_embassy(facts: &Facts<'_, '_>, person: usize) -> bool {
    let words = &facts.mentions.words;
    facts.mentions.items.iter().any(|items| {
        let at = items
            .iter()
            .position(|i| i.person().and_then(|p| facts.people.of(p)) == Some(person));
        let Some(before) = at.and_then(|at| items.get(at.saturating_sub(NEAR)..at)) else {
            return false;
        };
        // What is told of the one before ends at a semicolon, a name or the verb.
        let ends = |i: &&Item<'_>| {
            i.person().is_none() && !i.is_mark(';') && !i.is_any(&[Class::Be, Class::Comprise])
        };
        before.iter().rev().take_while(ends).any(|i| {
            let text = words.small(&i.words);
            POSTS.iter().any(|p| text.starts_with(p))
        })
    })
}

/// "Accompanying the Speaker at the meeting were A and B": whether every list of companions with somebody tells who was at a meeting.
fn only_at_meeting(facts: &Facts<'_, '_>, person: usize) -> bool {
    let mut own = facts.rosters.iter().filter(|r| r.members.contains(&person));
    let at_meeting = |r: &super::facts::Roster| {
        let items = facts.mentions.items.get(r.sentence);
        let before = items
            .and_then(|i| i.get(..r.items.start))
            .unwrap_or_default();
        let nouns = [Class::MeetingNoun, Class::SessionNoun];
        before.windows(3).any(|w| match w {
            [at, the, noun] => {
                let here = facts.mentions.words.say(&at.words, &["at"]);
                here && the.is(Class::Article) && noun.is_any(&nouns)
            }
            _ => false,
        })
    };
    own.clone().next().is_some() && own.all(at_meeting)
}
