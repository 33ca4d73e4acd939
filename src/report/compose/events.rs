//! Meetings, invitations and visits.

use super::Writer;
use crate::diagram::office;
use crate::ontology::{MeetingKind, NodeKind};
use crate::query::{
    Attendee, Balance, Brief, FollowUp, Invitation, MeetingRecord, Proof, Trip, last_day,
};
use crate::report::paper::{Entry, Line, Section};
use crate::report::words;
use crate::text::PartialDate;

/// People of a side that are named.
const NAMED: usize = 3;

/// What is to come, or was when a document spoke of it.
enum Plan<'b> {
    Meeting(&'b MeetingRecord),
    Visit(&'b Trip),
}

impl Plan<'_> {
    const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Meeting(meeting) => meeting.date,
            Self::Visit(trip) => trip.date,
        }
    }
}

impl Writer<'_> {
    /// What happened, and what is to.
    pub(super) fn events(&mut self) -> [Section; 5] {
        [
            self.meetings(),
            self.planned(),
            self.invitations(),
            self.visits(),
            self.balances(),
        ]
    }

    fn meetings(&mut self) -> Section {
        let briefing = self.briefing;
        let rest = ("earlier meeting", "earlier meetings");
        self.section("Latest meetings", &briefing.meetings, rest, |w, m| {
            w.meeting(m)
        })
    }

    /// A meeting with what came of it.
    fn meeting(&mut self, meeting: &MeetingRecord) -> Entry {
        let mut line = self.what(meeting);
        line.say(&words::doubt(meeting.confidence.as_hundredths()));
        let marks = self.notes.of(&meeting.evidence);
        line.mark(&marks);
        let mut details = Vec::new();
        for outcome in &meeting.outcomes {
            let mut line = Line::default();
            line.say(&format!("outcome: {}", words::outcome(outcome.kind)));
            let marks = self.notes.of(&outcome.evidence);
            details.push({
                line.mark(&marks);
                line
            });
        }
        for difference in &meeting.differences {
            let number = difference.sources.len();
            let who = words::counted(number, "document says", "documents say");
            let detail = difference.detail.as_str();
            let value = words::cut(&difference.value, 60);
            let mut line = Line::default();
            line.say(&format!("{who} otherwise: {detail} {value}"));
            details.push(line);
        }
        Entry {
            lead: self.when_and_where(meeting),
            line,
            details,
        }
    }

    /// What sort of meeting it was, and of whom.
    fn what(&self, meeting: &MeetingRecord) -> Line {
        let mut line = Line::default();
        match meeting.session {
            Some(number) => {
                let kind = words::meeting(meeting.kind).trim_start_matches("a ");
                line.say(&format!("{kind} no. {number}"));
            }
            // "conference of speakers" says itself what it is.
            None if names_itself(meeting) => {}
            None => _ = line.say(words::meeting(meeting.kind)),
        }
        match &meeting.body {
            Some(body) if meeting.session.is_none() && names_itself(meeting) => {
                line.name(body);
            }
            Some(body) => _ = line.say(" of ").name(body),
            None => {}
        }
        let sides = self.sides(meeting);
        let talks = matches!(meeting.kind, MeetingKind::Bilateral | MeetingKind::Call)
            && meeting.body.is_none();
        match sides.as_slice() {
            [] => {}
            [own, other] if talks => {
                self.own_side(&mut line, own, meeting);
                line.say(" with ");
                self.people(&mut line, other, &meeting.capacities);
            }
            [one, other] => {
                line.say(", ");
                self.people(&mut line, one, &meeting.capacities);
                line.say(" with ");
                self.people(&mut line, other, &meeting.capacities);
            }
            several => {
                line.say(if talks { " of " } else { ", with " });
                let all: Vec<Brief> = several.concat();
                self.people(&mut line, &all, &meeting.capacities);
            }
        }
        if !meeting.others.is_empty() {
            line.say(if meeting.sides.is_empty() {
                ", with "
            } else {
                "; also "
            });
            self.people(&mut line, &meeting.others, &meeting.capacities);
        }
        line
    }

    /// The sides, that of the subject first.
    fn sides<'m>(&self, meeting: &'m MeetingRecord) -> Vec<&'m [Brief]> {
        let first = self.briefing.subjects.first().map(|s| &s.node);
        let own = first.and_then(|node| {
            let code = node.state.map(|code| code.to_string());
            code.or_else(|| Some(node.id.strip_prefix("state/")?.to_owned()))
        });
        let far = |side: &&[Brief]| {
            let is_there = side
                .iter()
                .any(|p| first.is_some_and(|node| node.id == p.id));
            let of_state = |p: &Brief| own.is_some() && p.state.map(|c| c.to_string()) == own;
            (!is_there, !side.iter().any(of_state))
        };
        let mut sides: Vec<&[Brief]> = meeting.sides.iter().map(Vec::as_slice).collect();
        sides.sort_by_key(far);
        sides
    }

    /// The side of the subject in talks: a page about a person need not say each time that this one was there.
    fn own_side(&self, line: &mut Line, side: &[Brief], meeting: &MeetingRecord) {
        let subject = self.briefing.subjects.first().map(|s| &s.node);
        let alone = self.briefing.subjects.len() == 1;
        let is_subject = |p: &&Brief| alone && subject.is_some_and(|s| s.id == p.id);
        let others: Vec<Brief> = side.iter().filter(|p| !is_subject(p)).cloned().collect();
        if others.len() == side.len() {
            line.say(" of ");
            self.people(line, side, &meeting.capacities);
        } else if !others.is_empty() {
            line.say(", together with ");
            self.people(line, &others, &meeting.capacities);
            line.say(",");
        }
    }

    /// When and where a meeting was.
    pub(super) fn when_and_where(&self, meeting: &MeetingRecord) -> Line {
        self.when(meeting.date, meeting.place.as_deref(), &meeting.evidence)
    }

    /// The day and the city; of what has no day, the day of the document that tells of it.
    pub(super) fn when(
        &self,
        date: Option<PartialDate>,
        place: Option<&str>,
        evidence: &[Proof],
    ) -> Line {
        let mut lead = Line::default();
        match (date, self.notes.told_on(evidence)) {
            (Some(date), _) => lead.say(&date.to_string()),
            (None, Some(day)) => lead.say(&format!("No date (document of {day})")),
            (None, None) => lead.say("No date"),
        };
        if let Some(place) = place {
            lead.say(&format!(", {}", words::cut(place, 60)));
        }
        lead
    }

    /// People with the office in which they came.
    fn people(&self, line: &mut Line, people: &[Brief], capacities: &[Attendee]) {
        // Whom the page is about is named first, and never among "others"; then those of its states.
        let subjects = &self.briefing.subjects;
        let is_subject = |p: &Brief| subjects.iter().any(|s| s.node.id == p.id);
        let of_state = |p: &Brief| {
            let id = p.state.map(|code| format!("state/{code}"));
            subjects.iter().any(|s| id.as_deref() == Some(&s.node.id))
        };
        let mut people: Vec<&Brief> = people.iter().collect();
        people.sort_by_key(|p| (!is_subject(p), !of_state(p)));
        let shown = if people.len() <= NAMED + 1 {
            people.len()
        } else {
            NAMED
        };
        for (place, person) in people.iter().take(shown).enumerate() {
            if place > 0 {
                line.say(if place + 1 == people.len() {
                    " and "
                } else {
                    ", "
                });
            }
            let came_as = capacities.iter().find(|c| c.person.id == person.id);
            line.person(person, came_as.map(capacity));
        }
        if people.len() > shown {
            line.say(&format!(" and {} others", people.len() - shown));
        }
    }

    /// Planned meetings and visits, the latest first.
    fn planned(&mut self) -> Section {
        let briefing = self.briefing;
        let meetings = briefing.planned.iter().map(Plan::Meeting);
        let visits = briefing
            .visits
            .iter()
            .filter(|v| v.planned)
            .map(Plan::Visit);
        let mut plans: Vec<Plan<'_>> = meetings.chain(visits).collect();
        plans.sort_by_key(|plan| std::cmp::Reverse(plan.date()));
        let rest = ("more plan", "more plans");
        self.section("Announced", &plans, rest, |writer, plan| {
            let mut entry = match plan {
                Plan::Meeting(meeting) => writer.meeting(meeting),
                Plan::Visit(trip) => writer.trip(trip),
            };
            let day = writer.briefing.day;
            let past = plan.date().zip(day).is_some_and(|(plan, day)| last_day(plan) < day);
            if past {
                let mut line = Line::default();
                line.say("the time is past; what came of it stands under meetings and visits, if any document tells of it");
                entry.details.push(line);
            }
            entry
        })
    }

    /// Invitations, those first that nobody has followed as far as documents tell.
    fn invitations(&mut self) -> Section {
        let mut all: Vec<&Invitation> = self.briefing.invitations.iter().collect();
        all.sort_by_key(|i| match i.follow_up {
            FollowUp::Open => 0,
            FollowUp::Unknown => 1,
            FollowUp::Visit(_) => 2,
        });
        let rest = ("more invitation", "more invitations");
        self.section("Invitations", &all, rest, |writer, invitation| {
            writer.invitation(invitation)
        })
    }

    fn invitation(&mut self, invitation: &Invitation) -> Entry {
        let mut line = Line::default();
        let word = match invitation.follow_up {
            FollowUp::Open => "open: made at the meeting of ",
            FollowUp::Unknown | FollowUp::Visit(_) => "made at the meeting of ",
        };
        line.say(word);
        for (side, people) in invitation.sides.iter().enumerate() {
            if side > 0 {
                line.say(" with ");
            }
            line.names(people, NAMED);
        }
        let marks = self.notes.of(&invitation.evidence);
        line.mark(&marks);
        let mut then = Line::default();
        match &invitation.follow_up {
            FollowUp::Open => {
                then.say("no document tells of a later visit between the two states");
            }
            FollowUp::Unknown => {
                then.say("whether a visit followed cannot be told");
            }
            FollowUp::Visit(visit) => {
                then.say("since then: ");
                then.0.extend(self.edge(visit).0);
            }
        }
        Entry {
            lead: self.when(invitation.date, None, &invitation.evidence),
            line,
            details: vec![then],
        }
    }

    fn visits(&mut self) -> Section {
        let made: Vec<&Trip> = self.briefing.visits.iter().filter(|v| !v.planned).collect();
        let rest = ("earlier visit", "earlier visits");
        self.section("Visits", &made, rest, |writer, trip| writer.trip(trip))
    }

    fn trip(&mut self, trip: &Trip) -> Entry {
        let mut line = Line::default();
        self.people(&mut line, &trip.travellers, &[]);
        line.say(match (trip.planned, trip.travellers.len()) {
            (false, _) => " visited ",
            (true, 1) => " is to visit ",
            (true, _) => " are to visit ",
        });
        line.name(&trip.host);
        line.say(&words::doubt(trip.confidence.as_hundredths()));
        let marks = self.notes.of(&trip.evidence);
        line.mark(&marks);
        Entry {
            lead: self.when(trip.date, None, &trip.evidence),
            line,
            details: Vec::new(),
        }
    }

    /// How the visits between states were returned. Of one person or body it would tell what no document says.
    fn balances(&mut self) -> Section {
        let briefing = self.briefing;
        let of_states = briefing
            .subjects
            .iter()
            .all(|s| s.node.kind == NodeKind::State);
        let all: &[Balance] = if of_states { &briefing.balances } else { &[] };
        let rest = ("more pair of states", "more pairs of states");
        self.section("Visits each way", all, rest, |_, balance| {
            let mut line = Line::default();
            let last = |date: Option<PartialDate>| {
                date.map_or_else(String::new, |d| format!(", last {d}"))
            };
            let visits = words::counted(balance.visits, "visit", "visits");
            line.say(&format!("{visits} by "))
                .name(&balance.guest)
                .say(" to ")
                .name(&balance.host);
            line.say(&last(balance.last_visit)).say("; ");
            if balance.returned > 0 {
                let back = words::counted(balance.returned, "visit", "visits");
                line.say(&format!("{back} back{}", last(balance.last_returned)));
            } else {
                line.say("none back that a document tells of");
            }
            if balance.return_planned > 0 {
                line.say(", one announced");
            }
            Entry {
                line,
                ..Entry::default()
            }
        })
    }
}

/// The office, and in what, but for houses and states: from where somebody comes is said beside it.
fn capacity(came_as: &Attendee) -> String {
    let office = office(came_as.office);
    match came_as.body.kind {
        NodeKind::State | NodeKind::Chamber | NodeKind::Parliament => office.to_owned(),
        _ => format!("{office}, {}", words::cut(&came_as.body.name, 60)),
    }
}

/// Whether the body of a conference is named as the conference it is.
fn names_itself(meeting: &MeetingRecord) -> bool {
    let body = meeting.body.as_ref();
    body.is_some_and(|body| meeting.kind.is_told_by(&body.name))
}
