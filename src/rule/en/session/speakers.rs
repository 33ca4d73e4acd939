//! Those who act in an article about one session or conference, and so have attended it.
//!
//! In come the sentences of an article, then its meetings, out come more people of the only session. This module never adds
//! a session.

use super::super::event::{Events, Meeting, Sign};
use super::super::party::governed;
use super::super::scene::Scene;
use super::Sessions;
use crate::lexicon::Class;
use crate::mention::Zone;
use crate::ontology::MeetingStatus;
use jiff::civil::Date;

/// What people do away from a session.
const DEEDS: &[&str] = &["opened", "inaugurated", "visited", "toured", "laid"];

impl Sessions {
    /// Remembers who acts in a sentence of running text.
    pub(in crate::rule::en) fn note_speaker(&mut self, scene: &Scene<'_, '_, '_, '_>) {
        if scene.zone() != Some(Zone::Body) {
            return;
        }
        let open = [Class::Future, Class::Wish, Class::Negation, Class::Letter];
        // "A was appointed President, while B and C became Vice Presidents": whoever is elected need not be there.
        let elected = scene.has(Class::Elect) && !scene.has(Class::Say);
        if scene.has_any(&open) || elected {
            return;
        }
        // "opened a school": done elsewhere, unless it is the gathering that was opened.
        let elsewhere = scene
            .items
            .iter()
            .any(|i| i.is(Class::Away) || DEEDS.contains(&scene.text(i)))
            && !scene.names_gathering()
            && !scene.has_any(&[Class::SessionNoun, Class::MeetingNoun]);
        if elsewhere || scene.is_of_another_year() {
            return;
        }
        let words = scene.words(0..scene.chunks.len());
        for n in (0..scene.chunks.len()).filter(|n| !scene.people(*n).is_empty()) {
            let free =
                !governed(scene.items, &scene.chunks, n) || scene.governed_by(n, &[Class::By]);
            if !free || scene.absent(n) || scene.chunks.get(n).is_some_and(|c| c.delegation) {
                continue;
            }
            self.speakers
                .extend(scene.people(n).iter().map(|p| (*p, words.clone())));
        }
    }

    /// In an article about one conference or session of an assembly and no other meeting, those who speak have attended it.
    pub(in crate::rule::en) fn seat_speakers(&self, published: Option<Date>, events: &mut Events) {
        // "A travelled to Geneva to attend the Assembly. B saw A off": the article does not tell of the Assembly itself.
        let told = |m: &Meeting| m.signs.iter().any(|s| s.rule == "session-of-body");
        if self.only_goals.contains(&0) && !events.meetings.first().is_some_and(told) {
            return;
        }
        let body = events.meetings.first().and_then(|m| m.body);
        let one = body.is_some()
            && events
                .meetings
                .iter()
                .all(|m| m.body == body && m.status == MeetingStatus::Held);
        let past = |m: &Meeting| m.is_before(published.map(Date::year));
        let first = events.meetings.first_mut().filter(|m| one && !past(m));
        let Some(meeting) = first else {
            return;
        };
        for (person, words) in &self.speakers {
            if meeting.people().any(|p| p == *person) {
                continue;
            }
            meeting.sides.push(vec![*person]);
            meeting.signs.push(Sign {
                words: words.clone(),
                rule: "speaks-at-session",
                confidence: 82,
            });
        }
    }
}
