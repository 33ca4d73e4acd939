//! Commissions, groups and assemblies, and what happened to them.

use super::Writer;
use crate::ontology::LifeEvent;
use crate::query::{BodyCard, Brief, HeldOffice};
use crate::report::paper::{Entry, Line, Section};
use crate::report::words;

/// Chairs of one body that are named.
const CHAIRS: usize = 6;

impl Writer<'_> {
    pub(super) fn bodies(&mut self) -> Section {
        let briefing = self.briefing;
        let rest = ("body active longer ago", "bodies active longer ago");
        let is_itself = |card: &BodyCard| {
            let mut subjects = briefing.subjects.iter();
            subjects.any(|s| s.node.id == card.body.id)
        };
        // Its chairs and sessions have their own sections.
        let shown: Vec<&BodyCard> = briefing
            .bodies
            .iter()
            .filter(|card| !is_itself(card) || !card.sides.is_empty())
            .collect();
        let heading = if shown.iter().all(|card| is_itself(card)) {
            "Whom it ties"
        } else {
            "Commissions, groups and assemblies"
        };
        self.section(heading, &shown, rest, |writer, card| {
            writer.card(card, is_itself(card))
        })
    }

    fn card(&mut self, card: &BodyCard, is_itself: bool) -> Entry {
        let mut lead = Line::default();
        lead.name(&card.body);
        let mut line = Line::default();
        let form = card.form.map_or(card.body.kind.as_str(), |f| f.as_str());
        line.say(&form.replace('_', " "));
        match card.stopped {
            Some(LifeEvent::Suspended) => _ = line.say(", suspended"),
            Some(LifeEvent::Ended) => _ = line.say(", ended"),
            _ => {}
        }
        match card.last_activity {
            Some(day) => line.say(&format!(", last active {day}")),
            None => line.say(", no activity with a date"),
        };
        if !card.sides.is_empty() {
            let sides: Vec<Brief> = card.sides.iter().map(|e| e.target.clone()).collect();
            line.say("; ties ").names(&sides, 6);
            let said: Vec<_> = card.sides.iter().flat_map(|e| e.evidence.clone()).collect();
            let marks = self.notes.of(&said);
            line.mark(&marks);
        }
        let mut details: Vec<Line> = Vec::new();
        for chair in card.chairs.iter().take(CHAIRS).filter(|_| !is_itself) {
            details.push(self.chair(chair));
        }
        if card.chairs.len() > CHAIRS && !is_itself {
            let mut line = Line::default();
            line.say(&format!(
                "and {} more in the chair",
                card.chairs.len() - CHAIRS
            ));
            details.push(line);
        }
        if let Some(session) = card.sessions.first().filter(|_| !is_itself) {
            let mut line = Line::default();
            line.say("last met: ");
            line.0.extend(self.when_and_where(session).0);
            if let Some(number) = session.session {
                line.say(&format!(", session no. {number}"));
            }
            line.say(&words::doubt(session.confidence.as_hundredths()));
            let marks = self.notes.of(&session.evidence);
            line.mark(&marks);
            details.push(line);
        }
        Entry {
            lead,
            line,
            details,
        }
    }

    fn chair(&mut self, chair: &HeldOffice) -> Line {
        let mut line = Line::default();
        line.say(&format!("{}: ", crate::diagram::office(chair.office)));
        line.name(&chair.other);
        if let Some(term) = chair.spells.last() {
            line.say(&format!(", {}", words::term(term)));
        }
        line.say(&words::doubt(chair.confidence.as_hundredths()));
        let marks = self.notes.of(&chair.evidence);
        line.mark(&marks);
        line
    }

    /// What happened to the bodies, the latest first.
    pub(super) fn life(&mut self) -> Section {
        let briefing = self.briefing;
        let mut events = Vec::new();
        for subject in &briefing.subjects {
            events.extend(subject.life.iter().map(|life| (&subject.node, life)));
        }
        for card in &briefing.bodies {
            if !briefing.subjects.iter().any(|s| s.node.id == card.body.id) {
                events.extend(card.life.iter().map(|life| (&card.body, life)));
            }
        }
        events.sort_by_key(|(_, life)| std::cmp::Reverse(life.date));
        let rest = ("earlier event", "earlier events");
        let heading = "Founded, suspended, resumed, ended";
        self.section(heading, &events, rest, |writer, (body, life)| {
            let lead = writer.when(life.date, None, &life.evidence);
            let mut line = Line::default();
            line.name(body).say(" ").say(words::life(life.event));
            let marks = writer.notes.of(&life.evidence);
            line.mark(&marks);
            Entry {
                lead,
                line,
                details: Vec::new(),
            }
        })
    }
}
