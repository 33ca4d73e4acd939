//! Meetings that are announced, in whatever words: "Talks with A are on the agenda", "The programme includes a meeting with B".
//!
//! In comes a sentence or the events of an article, out comes whether a meeting of it is still to come. This module never adds a meeting.

use super::super::event::{Events, Meeting, Sign};
use super::super::facts::Facts;
use super::super::scene::Scene;
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, Words, Zone};
use crate::ontology::MeetingStatus;

/// Verbs that may tell what has happened, by their tense.
const TELLING: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Hold,
    Class::Visit,
    Class::Travel,
    Class::Say,
    Class::Tell,
    Class::Brief,
    Class::Discuss,
    Class::Converse,
    Class::Gather,
    Class::Attend,
    Class::Address,
    Class::Phone,
    Class::Sign,
    Class::Have,
];

/// "Talks with A are on the agenda", "A meeting with B is planned, as are talks with C": whether a sentence speaks of a programme or of what is to
/// come, and of nothing that has happened.
pub(super) fn is_announced(scene: &Scene<'_, '_, '_, '_>) -> bool {
    *scene.known.announced.get_or_init(|| announces(scene))
}

fn announces(scene: &Scene<'_, '_, '_, '_>) -> bool {
    let words = &scene.facts.mentions.words;
    let programme = scene
        .items
        .iter()
        .any(|i| words.are_cue(&i.words, Cue::Programme));
    let future = scene.items.iter().any(|i| i.is(Class::Future));
    (programme || future) && !tells_past(words, scene.items)
}

/// Whether a sentence has a verb in the past tense that nothing in the present makes a participle.
fn tells_past(words: &Words<'_>, items: &[Item<'_>]) -> bool {
    items.iter().enumerate().any(|(at, item)| {
        let text = words.small(&item.words);
        let before = at.checked_sub(1).and_then(|b| items.get(b));
        // "is received", "to be held".
        let participle = before.is_some_and(|b| {
            let be = words.small(&b.words);
            ["is", "are", "be", "being", "also"].contains(&be.as_ref()) || b.is(Class::Future)
        });
        let first = text.split(' ').next().unwrap_or_default();
        let verb = item.is_any(TELLING) && first.ends_with("ed");
        // "were held": the whole is one phrase.
        let mut past = words.lexicon.cue(Cue::Past).iter();
        let past = past.any(|p| p == first) && !text.ends_with(" to");
        !participle && !item.is(Class::Future) && (verb || past)
    })
}

/// Makes those meetings planned that are told in the present tense of guests whose journey is only announced: "The Speaker will visit Latvia. On Monday
/// he is received by the President".
pub(in crate::rule::en) fn complete(facts: &Facts<'_, '_>, events: &mut Events) {
    let visits = &events.visits;
    let coming = !visits.is_empty() && visits.iter().all(|v| v.planned);
    for meeting in &mut events.meetings {
        let held = meeting.status == MeetingStatus::Held && meeting.body.is_none();
        let guests = meeting.people().any(|person| {
            let mut own = visits.iter().filter(|v| v.person == person);
            let announced = own.clone().any(|v| {
                v.planned
                    && meeting.people().any(|host| {
                        facts.state_of(host) == Some(v.state) && !facts.is_ambassador(host)
                    })
            });
            announced && own.all(|v| v.planned)
        });
        if held && (guests && !told_in_past(facts, meeting) || is_on_programme(facts, meeting)) {
            meeting.status = MeetingStatus::Planned;
        }
        // "will visit Slovakia. 09:00 Opening address at the Conference": those who are only to come have sat nowhere.
        let visitor = |p: usize| visits.iter().any(|v| v.person == p);
        let only_visitors = !meeting.sides.is_empty() && meeting.people().all(visitor);
        if meeting.body.is_some() && coming && only_visitors && !told_in_past(facts, meeting) {
            meeting.status = MeetingStatus::Planned;
        }
    }
}

/// "The programme foresees a meeting with A", "Agenda: 10.00 the Speaker meets A": whether all that tells of a meeting speaks of a programme, or
/// stands in one, and of nothing that has happened.
fn is_on_programme(facts: &Facts<'_, '_>, meeting: &Meeting) -> bool {
    let words = &facts.mentions.words;
    let sentences = &facts.mentions.items;
    let is_programme = |i: &Item<'_>| words.are_cue(&i.words, Cue::Programme);
    let opens = |items: &Vec<Item<'_>>| {
        let colon = items.iter().take(7).position(|i| i.is_mark(':'));
        // "The programme included:" is one that is over.
        let programme = colon.is_some_and(|c| items.iter().take(c).any(is_programme));
        programme && !tells_past(words, items)
    };
    let of_it = |sign: &Sign| {
        let at = sentences
            .iter()
            .position(|items| items.last().is_some_and(|i| sign.words.start < i.words.end));
        let Some(at) = at else { return false };
        // "Full schedule for the Speaker" heads what has happened as well.
        let headline = words
            .sentences
            .get(at)
            .is_some_and(|s| s.zone == Zone::Headline);
        let own = sentences.get(at).map_or(&[][..], Vec::as_slice);
        let listed = sentences.iter().take(at + 1).any(opens);
        let tells = |i: &Item<'_>| words.are_cue(&i.words, Cue::Foresees);
        let programme = own.iter().position(is_programme);
        let foreseen = programme.is_some_and(|p| own.iter().skip(p).take(8).any(tells));
        (listed || foreseen) && !headline && !tells_past(words, own)
    };
    !meeting.signs.is_empty() && meeting.signs.iter().all(of_it)
}

/// Whether a sentence that tells of a meeting has a verb in the past tense.
fn told_in_past(facts: &Facts<'_, '_>, meeting: &Meeting) -> bool {
    let words = &facts.mentions.words;
    let told = |items: &Vec<Item<'_>>| {
        let start = items.first().map_or(0, |i| i.words.start);
        let end = items.last().map_or(0, |i| i.words.end);
        let inside = |w: usize| start <= w && w < end;
        meeting.signs.iter().any(|s| inside(s.words.start))
    };
    let mut sentences = facts.mentions.items.iter().filter(|i| told(i));
    sentences.any(|items| tells_past(words, items))
}
