//! Officers whom a body chooses: "elected A (Ghana) as President and B as one of its Vice-Presidents", "A, a member of C, was elected chairperson".
//!
//! In comes the place of a name, out come the holdings of its bearer. This module never reads an office without a word of election before it.

use std::borrow::Cow;

use super::{Held, Name, Reader};
use crate::lexicon::Class;
use crate::mention::{Item, Means, OfficeMention};
use crate::ontology::{NodeKind, Office};

/// How many items before a name the verb may stand by which its bearer is chosen.
const REACH: usize = 40;

/// How many items a remark behind a name may have.
const LONGEST: usize = 18;

/// The offices for which officers of a body are chosen.
const OFFICES: &[Office] = &[
    Office::Chair,
    Office::CoChair,
    Office::DeputyChair,
    Office::Speaker,
    Office::DeputySpeaker,
    Office::SecretaryGeneral,
];

impl Reader<'_, '_, '_> {
    /// "The Assembly elected A (Ghana), unopposed, as one of its Vice-Presidents".
    pub(super) fn chosen_as(&mut self, name: Name) {
        let behind = self.past_remarks(name.at + 1);
        if !self.is(behind, Class::As) {
            return;
        }
        if let Some(verb) = self.choice_before(name.at) {
            self.take_office(name, behind + 1, verb);
        }
    }

    /// "A, Member for C, was unanimously elected chairperson, and B vice-chairperson".
    pub(super) fn was_chosen(&mut self, name: Name) {
        let behind = self.past_remarks(name.at + 1);
        let is = self.is_any(behind, &[Class::Be, Class::Have]);
        let open = |n: &usize| self.person(*n).is_none() && self.office(*n).is_none();
        // "was on Friday in Tarn elected".
        let mut near = (behind..behind + 9).take_while(open);
        let verb = near.find(|n| self.chooses(*n) || self.says(*n, &["made", "been made"]));
        // "was elected Speaker", "was on Monday elected Speaker".
        // "was happy with the elected Speaker, B": somebody else's.
        let others = [Class::With, Class::By, Class::Article];
        let quiet = |n: &usize| {
            self.person(*n).is_none() && !self.mark(*n, ',') && !self.is_any(*n, &others)
        };
        let title = || {
            let mut near = (behind + 1..behind + 6).take_while(quiet);
            near.find(|n| self.office(*n).is_some())
        };
        let verb = verb.or_else(|| self.elected_in_title(title()?));
        let denied = |v: &usize| (behind..*v).any(|n| self.is(n, Class::Negation));
        let year = (0..self.items.len()).any(|n| self.is_year(n));
        let sure = |v: &usize| !denied(v) && !self.is_doubted_choice(*v);
        let Some(verb) = verb.filter(|v| is && !year && sure(v)) else {
            return;
        };
        let next = self.past_position(verb + 1);
        let next = next + usize::from(self.is(next, Class::As));
        // "A was elected Speaker of B": `name-is-office` reads it.
        let front = self.body_in_front();
        let mut end = if let Some(office) = self.office(verb) {
            let held = Held::office(office);
            if verb > behind + 1 {
                self.push(name.person, held, name.at..verb + 1, "elected-as-office");
            }
            let bare = self
                .mentions
                .offices
                .get(office)
                .is_some_and(OfficeMention::bare);
            if let Some(body) = front.filter(|_| bare) {
                let held = Held::OfficeOf {
                    mention: office,
                    body,
                };
                self.push(name.person, held, name.at..verb + 1, "elected-as-office");
            }
            Some(verb + 1)
        } else if behind == name.at + 1 && next == behind + 2 {
            let at = self.past(next, &[Class::Article, Class::His, Class::Current]);
            self.office(at).map(|_| at + 1)
        } else {
            self.take_office(name, next, verb)
        };
        // "and B vice-chairperson", ", MP C its Treasurer": the verb is not said again.
        while let Some(behind) = end {
            end = self.chosen_too(behind, verb);
        }
    }

    /// "elected President of B": the place of an office to which the word of election belongs, which `name-is-office` reads.
    fn elected_in_title(&self, at: usize) -> Option<usize> {
        let office = self.office(at).and_then(|o| self.mentions.offices.get(o));
        office.is_some_and(|o| o.elected && !o.plural).then_some(at)
    }

    /// Gives the office behind the next name of a row of those who were chosen by one verb to its bearer, where the office of the one before
    /// ends at a place. Gives the place behind it.
    fn chosen_too(&mut self, end: usize, verb: usize) -> Option<usize> {
        let other = self.past(end, &[Class::And, Class::With]);
        let other = other + usize::from(self.mark(other, ','));
        let other = self.past(other, &[Class::And, Class::With]);
        let seat = self
            .office(other)
            .filter(|o| self.seats(*o) && !self.plural(*o));
        let at = self.past_address(other + usize::from(seat.is_some()));
        let person = self.person(at).filter(|_| other > end)?;
        let next = self.past_remarks(at + 1);
        let next = next + usize::from(self.is(next, Class::As));
        self.take_office(Name { at, person }, next, verb)
    }

    /// Gives the bearer of a name the office that begins at a place, if it is one for which a body chooses somebody; in the body that chooses, where
    /// one stands before the verb. Gives the place behind the office.
    fn take_office(&mut self, name: Name, from: usize, verb: usize) -> Option<usize> {
        let grammar = [Class::Article, Class::His, Class::Current];
        let mut at = self.past(from, &grammar);
        // "as one of its Vice-Presidents".
        let one = self.says(at, &["one"]) && self.is(at + 1, Class::Of);
        if one {
            at = self.past(at + 2, &grammar);
        }
        let words = &self.mentions.words;
        let mention = self.office(at)?;
        let office = self.mentions.offices.get(mention)?;
        let chosen = OFFICES.iter().any(|o| office.can_be(words, *o));
        if !chosen || office.plural != one || self.person(at + 1).is_some() {
            return None;
        }
        // "was elected president of the Group, with A as vice-president": of the body whose first officer was chosen.
        let between = (verb..name.at).filter_map(|n| self.office(n));
        let between = between.filter_map(|o| self.mentions.offices.get(o));
        let of_first = || {
            let mut bodies = between.flat_map(|o| o.bodies.iter().copied());
            bodies.find(|b| {
                let body = self.mentions.bodies.get(*b);
                body.is_some_and(|b| matches!(b.kind, NodeKind::Commission | NodeKind::Assembly))
            })
        };
        let chooser = self.body_in_front();
        let chooser = chooser
            .or_else(|| self.chooser_before(verb))
            .or_else(of_first);
        let held = match chooser.filter(|_| office.bare()) {
            Some(body) => Held::OfficeOf { mention, body },
            // "elected A, a member of the Senate, as one of its officers": of a body that nobody names, and not of the Senate.
            None if office.bare() && self.mark(from.saturating_sub(2), ',') => return None,
            None => Held::office(mention),
        };
        self.push(name.person, held, name.at..at + 1, "elected-as-office");
        Some(at + 1)
    }

    /// "In the Committee on Trade, A was elected Chair, B Vice-Chair": the commission or assembly in which a sentence says that people were chosen.
    fn body_in_front(&self) -> Option<usize> {
        let at = self.past(1, &[Class::Article]);
        let opens = self.is(0, Class::In) && self.mark(at + 1, ',');
        let body = self.body(at).filter(|_| opens)?;
        let kind = self.mentions.bodies.get(body)?.kind;
        matches!(kind, NodeKind::Commission | NodeKind::Assembly).then_some(body)
    }

    /// The commission or assembly that stands nearest before the verb by which it chooses somebody, in its sentence or else in one of the two before.
    fn chooser_before(&self, verb: usize) -> Option<usize> {
        let officers = |item: &Item<'_>| {
            let number = item.body()?;
            let body = self.mentions.bodies.get(number)?;
            let officers = matches!(body.kind, NodeKind::Commission | NodeKind::Assembly);
            officers.then_some(number)
        };
        let chooses = |item: &Item<'_>| {
            let named = |n: &usize| {
                let body = self.mentions.bodies.get(*n);
                body.is_some_and(|b| b.means != Means::Reference)
            };
            officers(item).filter(named)
        };
        let near = (0..verb).rev().take_while(|n| self.person(*n).is_none());
        let here = near.filter_map(|n| self.item(n)).find_map(officers);
        here.or_else(|| {
            let before = (self.sentence.saturating_sub(2)..self.sentence).rev();
            let before = before.filter_map(|s| self.mentions.items.get(s));
            let mut items = before.flat_map(|items| items.iter().rev());
            items.find_map(chooses)
        })
    }

    /// The verb of election before a name in its clause, in a sentence about no other year.
    fn choice_before(&self, name: usize) -> Option<usize> {
        let ends = [Class::Say, Class::Meet, Class::Receive, Class::Who];
        let mut before = (name.saturating_sub(REACH)..name)
            .rev()
            .take_while(|n| !self.is_any(*n, &ends) && !self.mark(*n, ';'));
        let verb = before.find(|n| self.chooses(*n))?;
        let year = (0..self.items.len()).any(|n| self.is_year(n));
        let doubted = self.is_doubted_choice(verb) || verb > 0 && self.is(verb - 1, Class::Article);
        (!year && !doubted).then_some(verb)
    }

    /// "did not elect", "was to elect", "Had they elected", "refused to elect", "declared void the vote that elected": whether nobody was chosen by the verb
    /// of a place, or it is open.
    pub(super) fn is_doubted_choice(&self, verb: usize) -> bool {
        /// How many items before the verb may open or deny what it says.
        const NEAR: usize = 4;
        let words = &self.mentions.words;
        let text = |n: usize| {
            let item = self.item(n);
            item.map_or(Cow::Borrowed(""), |i| words.small(&i.words))
        };
        let open = [Class::Negation, Class::Wish, Class::Future];
        let near = (verb.saturating_sub(NEAR)..verb).any(|n| self.is_any(n, &open));
        let base = text(verb).ends_with("elect") && !(verb > 1 && self.is(verb - 2, Class::On));
        let undone = [
            "void", "annulled", "mistake", "wrongly", "claimed", "refused",
        ];
        let undone = (0..self.items.len()).any(|n| undone.contains(&text(n).as_ref()));
        near || base || undone || text(0) == "had"
    }

    /// "elected to the position of", "appointed to the post of": the place behind such words.
    fn past_position(&self, at: usize) -> usize {
        let noun = self.past(at + 1, &[Class::Article]);
        let position = self.says(noun, &["position", "post", "office"]);
        let to = self.is(at, Class::To) && position && self.is(noun + 1, Class::Of);
        if to { noun + 2 } else { at }
    }

    /// Whether the word of a place is a finite verb of election.
    fn chooses(&self, at: usize) -> bool {
        let finite = [
            "elected",
            "chose",
            "chosen",
            "named",
            "voted in",
            "appointed",
        ];
        let text = self.item(at).map(|i| self.mentions.words.text_of(&i.words));
        let text = text.unwrap_or_default().to_lowercase();
        self.is_any(at, &[Class::Elect, Class::Become]) && finite.iter().any(|f| text.ends_with(f))
    }

    /// The place behind brackets, letters and remarks between commas behind a name: " (Ghana)", ", unopposed,", ", a member of B,".
    fn past_remarks(&self, from: usize) -> usize {
        let mut at = from;
        if self.office(at).is_some_and(|o| self.post_nominal(o)) {
            at += 1;
        }
        if self.mark(at, '(') {
            let close = (at + 1..at + LONGEST).find(|n| self.mark(*n, ')'));
            at = close.map_or(at, |c| c + 1);
        }
        // "A from France as its President".
        let state = self.item(at + 1).is_some_and(|i| i.state().is_some());
        if self.is(at, Class::From) && state {
            at += 2;
        }
        if !self.mark(at, ',') {
            return at;
        }
        let goes_on = |n: usize| self.is_any(n, &[Class::As, Class::Be, Class::Have]);
        if goes_on(at + 1) {
            return at + 1;
        }
        let ends = [Class::Say, Class::Meet, Class::Receive];
        let mut inside = (at + 1..at + LONGEST)
            .take_while(|n| self.person(*n).is_none() && !self.is_any(*n, &ends));
        let close = inside.find(|n| self.mark(*n, ',') && goes_on(n + 1));
        close.map_or(at, |c| c + 1)
    }
}
