//! Who leads what, told in the passive: "a delegation led by A B", "friendship groups led by A and B".
//!
//! In comes the place of "led by", out come the holdings of the names behind it. This module never reads the active verb.

use std::ops::Range;

use super::{Held, Reader};
use crate::lexicon::{Class, Cue};
use crate::mention::{Item, OfficeMention};
use crate::ontology::{NodeKind, Office};

/// How many items before "led by" what is led may stand.
const REACH: usize = 14;

impl Reader<'_, '_, '_> {
    /// "a delegation led by A B", "friendship groups led by A and B"; "at the head of a delegation".
    pub(super) fn at_word(&mut self, at: usize) {
        if at < 2 {
            self.leading(at);
        }
        self.with_leader(at);
        self.at_the_head(at);
        let Some(mut next) = self.leader_behind(at) else {
            return;
        };
        if (at.saturating_sub(2)..at).any(|b| self.is(b, Class::Negation)) {
            return;
        }
        let (titled, title);
        (next, titled, title) = self.titles(next);
        let (people, end) = self.list(next);
        // Two share a lead; of more, only the first leads and the others follow.
        let several = if people.len() == 2 { 2 } else { 1 };
        let mut leaders: Vec<usize> = people.iter().take(several).map(|(_, p)| *p).collect();
        leaders.extend(self.leader_of_second(at, end));
        if leaders.is_empty() || self.another_group(at) {
            return;
        }
        let cover = next..end;
        if let Some(delegation) = self.told_elsewhere(at, end) {
            return self.delegation_led(&leaders, delegation, &cover);
        }
        // "a group that will be headed by A": a body has no leader yet by that.
        let to_come = at.checked_sub(1).is_some_and(|b| self.is(b, Class::Future));
        if let Some(body) = self.body_apart(at).filter(|_| !to_come) {
            return self.body_led(&leaders, body, &cover, titled);
        }
        if let Some(back) = self.sent_before(at) {
            if let (Some(office), [leader]) = (title, leaders.as_slice()) {
                self.of_sender(office, *leader, back, &cover);
            }
            return self.delegation_led(&leaders, (self.sentence, back), &cover);
        }
        // "A delegation from the Senate, ..., was in China on a visit, led by A": what the sentence is about.
        let subject = (0..at.min(4)).find(|n| self.is(*n, Class::Delegation));
        let alone = |n: usize| (n..at).all(|m| self.person(m).is_none());
        if let Some(place) = subject.filter(|n| self.mark(at.saturating_sub(1), ',') && alone(*n)) {
            return self.delegation_led(&leaders, (self.sentence, place), &cover);
        }
        if let Some(body) = self.body_before(at).filter(|_| !to_come) {
            self.body_led(&leaders, body, &cover, titled);
        }
    }

    /// "Led by A, the delegation", "It is headed by A": the sentence and place of a delegation that is led but does not stand before
    /// the word; `end` is where the names of the leaders end.
    fn told_elsewhere(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let last = self.sentence.saturating_sub(1);
        let place_before = self.delegation_in(last);
        // "Led by A, Speaker of B, the delegation consists of": what is led stands behind.
        if at == 0 && place_before.is_none() {
            let behind = (end..end + REACH).find(|n| self.is(*n, Class::Delegation));
            let comma = behind.is_some_and(|b| (end..b).any(|n| self.mark(n, ',')));
            if let Some(place) = behind.filter(|_| comma) {
                return Some((self.sentence, place));
            }
        }
        // "Headed by its President, A, it arrived", "It is headed by A": the delegation of the sentence before.
        let about_last = self.is_about_last(at);
        if let Some(place) = place_before.filter(|_| about_last) {
            return Some((last, place));
        }
        // "Fourteen MPs left for Ghana. At the head of the delegation is A": they are the delegation.
        let travellers = self.travellers_in(last);
        if let Some(place) = travellers.filter(|_| at == 0 && about_last) {
            return Some((last, place));
        }
        (at == 0 && self.names_delegation(at)).then_some((self.sentence, at))
    }

    /// The places before "led by" where what is led may stand, from the nearest on: no name parts it from the word.
    pub(super) fn near_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let near = (0..at).rev().take(REACH);
        near.take_while(|b| self.person(*b).is_none())
    }

    /// "the delegation of the Senate, led by": the nearest place before the word that speaks of those who were sent.
    fn sent_before(&self, at: usize) -> Option<usize> {
        self.near_before(at).find(|b| self.is_sent(*b))
    }

    /// Whether a place speaks of a delegation, or of guests or travellers as of one.
    pub(super) fn is_sent(&self, at: usize) -> bool {
        self.is(at, Class::Delegation) || self.are_guests(at) || self.travel(at)
    }

    /// "friendship groups led by", and not "the session of the group, chaired by A": the body before the word, if no session is led.
    fn body_before(&self, at: usize) -> Option<usize> {
        let sessions = [Class::SessionNoun, Class::ConferenceNoun];
        let session = |n: usize| self.is_any(n, &sessions) || self.is_session_of(n);
        let mut near = self.near_before(at).take_while(|b| !session(*b));
        // "members of the Friendship Group, headed by A".
        let members = |n: usize| {
            let office = self.mentions.offices.get(self.office(n)?)?;
            let body = office.bodies.first().copied().filter(|_| office.plural)?;
            // "members of the Senate headed by A": a house is led by its speaker.
            let kind = self.mentions.bodies.get(body)?.kind;
            (kind == NodeKind::Commission).then_some(body)
        };
        let place = near.find(|b| self.body(*b).or_else(|| members(*b)).is_some())?;
        // "the committee of women parliamentarians of the Eighth Parliament of Ghana": of the committee.
        let part = |n: usize| self.mentions.bodies.get(self.body(n)?).map(|b| b.kind);
        let counted = place.checked_sub(4).filter(|c| {
            let of = self.is(c + 1, Class::Of) && self.is(c + 2, Class::Article);
            of && part(*c) == Some(NodeKind::Commission)
                && part(place) != Some(NodeKind::Commission)
        });
        let place = counted.unwrap_or(place);
        // "The House has constituted its group under the leadership of A": A leads the group, and no house.
        let house = part(place).is_some_and(|k| k != NodeKind::Commission);
        let group = (place + 1..at).any(|n| self.says(n, &["group", "team", "its group"]));
        // "officials of the Senate, headed by A": of its staff.
        let staff = (place.saturating_sub(3)..place).any(|n| self.is_cue(n, Cue::Staff));
        if house && (group || staff) {
            return None;
        }
        self.body(place).or_else(|| members(place))
    }

    /// "Headed by A, it arrived", "It is headed by A", "At its head is A": whether the word of a place is said of the delegation of the
    /// sentence before, which is what that sentence is about or what it speaks of last.
    fn is_about_last(&self, at: usize) -> bool {
        let text = self.item(at).map(|i| self.mentions.words.small(&i.words));
        let its = text.is_some_and(|t| t.contains("its ") || t.contains("whose"));
        let its = at == 0 && its;
        let pronoun = at <= 2 && self.is(0, Class::It) || its;
        if !pronoun {
            return at == 0;
        }
        let items = self
            .sentence
            .checked_sub(1)
            .and_then(|s| self.mentions.items.get(s));
        let Some(items) = items else {
            return false;
        };
        let Some(place) = items.iter().position(|i| i.is(Class::Delegation)) else {
            return false;
        };
        let other =
            |i: &Item<'_>| i.body().is_some() || i.office().is_some() || i.person().is_some();
        let subject = items.get(..place).unwrap_or_default();
        let acts = [
            Class::Meet,
            Class::Receive,
            Class::CallOn,
            Class::Say,
            Class::Be,
            Class::Hold,
        ];
        let new = subject
            .iter()
            .any(|i| self.mentions.words.say(&i.words, &["a", "an"]));
        let subject = new && !subject.iter().any(|i| other(i) || i.is_any(&acts));
        // "a delegation of Japanese deputies": its own complement.
        let rest = items.get(place + 1..).unwrap_or_default();
        let own = rest.iter().take(4).take_while(|i| !i.is_mark(',')).count();
        let last = rest.len() <= own + 1;
        let meets = [Class::Meet, Class::Receive, Class::CallOn];
        // "At its head is A": of the only delegation of which that sentence speaks.
        let only = its && at == 0 && items.iter().filter(|i| i.is(Class::Delegation)).count() == 1;
        (subject || last || only) && !rest.iter().any(|i| i.is_any(&meets))
    }

    /// "The delegation met lawmakers, led by A", "was greeted by ministers, led by A": whether several others stand between the
    /// delegation and the word, who are then led.
    fn another_group(&self, at: usize) -> bool {
        let verbs = [Class::Meet, Class::Receive, Class::CallOn, Class::By];
        let reach = at.saturating_sub(REACH)..at;
        let verb = reach.rev().find(|n| self.is_any(*n, &verbs));
        // "met with members of the Friendship Group, led by A, on a visit": those who have come.
        // "met with a delegation of French MPs headed by A": they are the delegation.
        let sent = |n: usize| {
            let of = n.checked_sub(1).is_some_and(|b| self.is(b, Class::Of));
            of && n
                .checked_sub(2)
                .is_some_and(|b| self.is(b, Class::Delegation))
        };
        // "welcomed the members of the Friendship Group, which is chaired by A": the group.
        let relative = at >= 2 && self.is(at - 1, Class::Be) && self.is(at - 2, Class::Which);
        let group = |o: usize| {
            let bodies = self.mentions.offices.get(o).map(|o| o.bodies.as_slice());
            let kind = |b: &usize| self.mentions.bodies.get(*b).map(|b| b.kind);
            relative
                && bodies.is_some_and(|b| b.iter().all(|b| kind(b) == Some(NodeKind::Commission)))
        };
        let several = |n: usize| {
            let office = self.office(n).filter(|o| self.plural(*o) && !group(*o));
            office.is_some() && !self.travel(n) && !sent(n)
        };
        verb.is_some_and(|v| (v + 1..at).any(several))
    }

    /// The place of several who sit in a house, in a sentence about a journey.
    fn travellers_in(&self, sentence: usize) -> Option<usize> {
        let items = self.mentions.items.get(sentence)?;
        let words = &self.mentions.words;
        let journey = [Class::VisitNoun, Class::Travel, Class::Visit, Class::Leave];
        let travels = items.iter().any(|i| i.is_any(&journey));
        let seats = |i: &Item<'_>| {
            let office = i.office().and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.plural && o.can_be(words, Office::Member))
        };
        items
            .iter()
            .position(seats)
            .filter(|_| travels && sentence < self.sentence)
    }

    /// "At the head of the delegation is": whether a phrase of leading has the word for a delegation in it.
    fn names_delegation(&self, at: usize) -> bool {
        let text = self.item(at).map(|i| self.mentions.words.small(&i.words));
        text.is_some_and(|t| t.contains("delegation"))
    }

    /// "the delegation of the Bundestag led by President A": a title that names no body is one in the body that sent them.
    fn of_sender(&mut self, office: usize, leader: usize, delegation: usize, cover: &Range<usize>) {
        let bare = self
            .mentions
            .offices
            .get(office)
            .is_some_and(OfficeMention::bare);
        let behind = self.past(delegation + 1, &[Class::Of, Class::From, Class::Article]);
        // "of the Senate's Foreign Affairs Committee, led by its Chair".
        let part = self.body(behind + 2).is_some() && self.mark(behind + 1, '’');
        let behind = behind + if part { 2 } else { 0 };
        let body = self
            .body(behind)
            .or_else(|| self.body(delegation.checked_sub(1)?));
        if let Some(body) = body.filter(|_| bare) {
            let held = Held::OfficeOf {
                mention: office,
                body,
            };
            self.push(leader, held, cover.clone(), "office-before-name");
        }
    }

    /// "the seven guests, led by A", "the visiting group is headed by A": whether a place speaks of guests as of a delegation.
    fn are_guests(&self, at: usize) -> bool {
        let several = self.is(at, Class::Guest) && !self.mark(at + 1, '’');
        several && (self.mark(at + 1, ',') || self.is(at + 1, Class::Be))
    }

    /// "MPs of the Parliament of Uganda, led by A, are on a visit": whether a place speaks of several who sit in a house and travel.
    fn travel(&self, at: usize) -> bool {
        let words = &self.mentions.words;
        let seats = self.office(at).and_then(|o| self.mentions.offices.get(o));
        let several = seats.is_some_and(|o| o.plural && o.can_be(words, Office::Member));
        let journey = [Class::VisitNoun, Class::Travel, Class::Visit];
        let closed = self.mark(at + 1, ',')
            || self.is_any(at + 1, &[Class::Be, Class::Travel, Class::Visit]);
        // "members of the Senate headed by A", "Kenyan MPs led by B": a house is led by its speaker, its members by one of them.
        let house = seats.is_some_and(|o| {
            let mut bodies = o.bodies.iter().filter_map(|b| self.mentions.bodies.get(*b));
            let house = |k| matches!(k, NodeKind::Chamber | NodeKind::Parliament);
            !o.states.is_empty() || bodies.any(|b| house(b.kind))
        });
        let adjacent = self.is(at + 1, Class::LedBy) && !self.is_with(at + 1);
        several
            && (house && adjacent || closed)
            && (house && adjacent || (0..self.items.len()).any(|n| self.is_any(n, &journey)))
    }

    /// Whether a body of a place is named as that of a session: "the 4th session of the group".
    fn is_session_of(&self, at: usize) -> bool {
        let before = (at.saturating_sub(4)..at)
            .rev()
            .find(|b| !self.is_any(*b, &[Class::Article, Class::Of]));
        self.body(at).is_some()
            && before.is_some_and(|b| self.is(b, Class::SessionNoun) && self.is(b + 1, Class::Of))
    }

    /// "leading the delegation to the airport": whether who leads the delegation of a place does so for a moment, and not as
    /// its head.
    pub(super) fn is_shown(&self, delegation: usize) -> bool {
        is_shown(self.items, delegation)
    }

    /// Where those who lead begin to be named, if the word of a place is one of leading in the passive: "led by", "led to Ghana
    /// by"; "under" only behind a delegation.
    fn leader_behind(&self, at: usize) -> Option<usize> {
        if self.is(at, Class::LedBy) {
            return (!self.is_with(at)).then_some(at + 1);
        }
        let text = self
            .item(at)
            .map(|i| self.mentions.words.text_of(&i.words))?;
        let delegation = (at.saturating_sub(7)..at).any(|b| self.is(b, Class::Delegation));
        if text == "under" && delegation {
            return Some(at + 1);
        }
        let quiet = |n: usize| self.person(n).is_none() && !self.mark(n, ',');
        let by = (at + 1..at + 5)
            .take_while(|n| quiet(*n))
            .find(|n| self.is(*n, Class::By))?;
        // "the delegation he led was received by A" is led by him.
        let active = self.is(at.saturating_sub(1), Class::He);
        (["led", "headed"].contains(&text) && delegation && !active).then_some(by + 1)
    }

    /// "the delegations led by Speaker A and Speaker B": who has an office behind the first leader, whose names end at `end`, where a word tells of several.
    fn leader_of_second(&self, at: usize, end: usize) -> Option<usize> {
        let words = &self.mentions.words;
        let sent = self.sent_before(at).and_then(|n| self.item(n))?;
        let several = words.small(&sent.words).ends_with("delegations");
        let and = self.is(end, Class::And) && several;
        let (name, _, title) = self.titles(end + 1);
        title.filter(|_| and)?;
        self.person(name)
    }

    /// Whether an office is one of the body that is led: "chaired by its President". A seat in a house says nothing of what
    /// its holder leads: "the friendship group led by Deputy A".
    pub(super) fn of_context(&self, office: usize) -> bool {
        self.mentions
            .offices
            .get(office)
            .is_some_and(|o| o.bare() && !o.can_be(&self.mentions.words, Office::Member))
    }

    /// Whether the word of a place is "with", which leads nothing by itself.
    pub(super) fn is_with(&self, at: usize) -> bool {
        self.says(at, &["with"])
    }

    /// Notes the leaders of a body. Where the sentence speaks of a delegation of the sentence before as "it", they lead
    /// that delegation; where an office stands before their names (`titled`), that office says what they are in the body.
    fn body_led(&mut self, leaders: &[usize], body: usize, cover: &Range<usize>, titled: bool) {
        let before = self.sentence.saturating_sub(1);
        if self.is(0, Class::It)
            && let Some(place) = self.delegation_in(before)
        {
            self.delegation_led(leaders, (before, place), cover);
        }
        if titled || self.chairs_sitting(body, cover) {
            return;
        }
        for person in leaders {
            self.push(*person, Held::Leads { body }, cover.clone(), "body-led-by");
        }
    }

    /// The place of the word for a delegation in a sentence.
    fn delegation_in(&self, sentence: usize) -> Option<usize> {
        let items = self.mentions.items.get(sentence)?;
        items.iter().position(|i| i.is(Class::Delegation))
    }
}

/// "led the delegation to the airport", "through the chamber", "on a tour of the archive": whether the words behind the word for a
/// delegation at an item say that somebody shows it the way, which is no lead.
pub(in crate::rule::en) fn is_shown(items: &[Item<'_>], delegation: usize) -> bool {
    let is = |n: usize, class: Class| items.get(n).is_some_and(|i| i.is(class));
    let tour = |n: usize| is(n, Class::VisitNoun) && is(n + 1, Class::Of);
    is(delegation + 1, Class::Through)
        || is(delegation + 1, Class::On) && (delegation + 2..delegation + 4).any(tour)
        || is(delegation + 1, Class::To)
            && (delegation + 2..delegation + 6).any(|n| is(n, Class::Sight))
}
