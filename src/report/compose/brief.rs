//! The first lines, for whoever reads no further.

use super::Writer;
use crate::ontology::Office;
use crate::query::{FollowUp, HeldTerm, Post, Standing};
use crate::report::paper::{Entry, Line, Section};
use crate::report::words;

/// Offices, and states, that the first lines name.
const FEW: usize = 3;

impl Writer<'_> {
    pub(super) fn in_brief(&mut self) -> Section {
        let lines = [
            self.offices_in_brief(),
            self.meetings_in_brief(),
            self.counterparts_in_brief(),
            self.invitations_in_brief(),
            self.bodies_in_brief(),
        ];
        let entries = lines.into_iter().flatten().map(|line| Entry {
            line,
            ..Entry::default()
        });
        Section {
            heading: "In brief",
            entries: entries.collect(),
            left_out: None,
        }
    }

    /// The offices that are held, or that likely are.
    fn offices_in_brief(&mut self) -> Option<Line> {
        let in_office =
            |term: &&HeldTerm| matches!(term.standing, Some(Standing::Held | Standing::Likely));
        let mut held: Vec<(&Post, &HeldTerm)> = Vec::new();
        for post in &self.briefing.offices {
            let first = post.terms.iter().find(in_office);
            let plain = post.office == Office::Member && !self.is_of_people();
            held.extend(first.filter(|_| !plain).map(|term| (post, term)));
        }
        held.sort_by_key(|(post, _)| crate::diagram::rank(post.office));
        let mut line = Line::default();
        let named = !(self.briefing.subjects.len() == 1 && self.is_of_people());
        for (place, (post, term)) in held.iter().take(FEW).enumerate() {
            line.say(if place > 0 { "; " } else { "" });
            line.say(&format!("{} of ", words::post(post.office)))
                .name(&post.body);
            if named {
                line.say(": ").name(&term.holder);
            }
            if term.standing == Some(Standing::Likely) {
                line.say(" (likely)");
            }
            let marks = self.notes.of(&term.evidence);
            line.mark(marks.get(..1).unwrap_or_default());
        }
        (!held.is_empty()).then_some(line)
    }

    fn meetings_in_brief(&mut self) -> Option<Line> {
        let meetings = &self.briefing.meetings;
        let last = meetings.first()?;
        let mut line = Line::default();
        line.say(&words::counted(
            meetings.len(),
            "held meeting",
            "held meetings",
        ));
        if let Some(date) = last.date {
            line.say(&format!(", the last {date}"));
            if let Some(place) = &last.place {
                line.say(&format!(" in {}", words::cut(place, 60)));
            }
        }
        let marks = self.notes.of(&last.evidence);
        line.mark(marks.get(..1).unwrap_or_default());
        Some(line)
    }

    fn counterparts_in_brief(&self) -> Option<Line> {
        let counterparts = &self.briefing.counterparts;
        let mut line = Line::default();
        line.say("Met most often: ");
        for (place, counterpart) in counterparts.iter().take(FEW + 1).enumerate() {
            line.say(if place > 0 { ", " } else { "" });
            let last = counterpart.last;
            let last = last.map_or_else(String::new, |d| format!(", last {d}"));
            line.name(&counterpart.state);
            line.say(&format!(" ({}{last})", counterpart.meetings));
        }
        (!counterparts.is_empty()).then_some(line)
    }

    fn invitations_in_brief(&mut self) -> Option<Line> {
        let invitations = self.briefing.invitations.iter();
        let mut open = invitations.filter(|i| i.follow_up == FollowUp::Open);
        let latest = open.next()?;
        let number = 1 + open.count();
        let mut line = Line::default();
        line.say(&words::counted(
            number,
            "open invitation",
            "open invitations, the latest",
        ));
        if let Some(date) = latest.date {
            line.say(&format!(" of {date}"));
        }
        let marks = self.notes.of(&latest.evidence);
        line.mark(marks.get(..1).unwrap_or_default());
        Some(line)
    }

    fn bodies_in_brief(&self) -> Option<Line> {
        let subjects = &self.briefing.subjects;
        let bodies = self.briefing.bodies.iter();
        let mut bodies = bodies.filter(|c| !subjects.iter().any(|s| s.node.id == c.body.id));
        let first = bodies.next()?;
        let mut line = Line::default();
        let number = 1 + bodies.count();
        line.say(&words::counted(
            number,
            "body in common: ",
            "bodies in common, the last active: ",
        ));
        if subjects.len() == 1 {
            line = Line::default();
            line.say(&words::counted(
                number,
                "commission, group or assembly: ",
                "commissions, groups and assemblies, the last active: ",
            ));
        }
        line.name(&first.body);
        if let Some(day) = first.last_activity {
            line.say(&format!(" ({day})"));
        }
        Some(line)
    }
}
