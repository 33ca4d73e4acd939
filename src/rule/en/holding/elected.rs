//! Offices to which the bearer of a name is elected or newly called: "elected A B as President of C", "A elected President of B".
//!
//! In comes the place of a name, out come the holdings of its bearer. This module never reads an election whose verb stands behind the
//! office.

use std::borrow::Cow;

use super::{Held, Name, Reader};
use crate::lexicon::Class;
use crate::mention::OfficeMention;
use crate::ontology::NodeKind;

impl Reader<'_, '_, '_> {
    /// "A new President of the B", "A elected President of the B": headings leave out the comma and the verb.
    pub(super) fn headed(&mut self, name: Name) {
        let Some(office) = self.office(name.at + 1).filter(|o| !self.plural(*o)) else {
            return;
        };
        let told = self.mentions.offices.get(office);
        let taken = told.is_some_and(|o| (o.newly || o.elected) && !o.bare());
        if taken && self.person(name.at + 2).is_none() {
            let held = Held::office(office);
            self.push(name.person, held, name.at..name.at + 2, "office-after-name");
        }
    }

    /// "A was elected its President, B its Treasurer", "Chair of C and MP D as Vice-Chair": whether an office of its own stands right behind a name,
    /// before this place, as where the verb of the clause before is meant again.
    pub(super) fn is_chosen_next(&self, behind: usize) -> bool {
        let whose = self.past(behind, &[Class::As, Class::His]);
        let office = self
            .office(whose)
            .and_then(|o| self.mentions.offices.get(o));
        // "was elected Chair" is one office.
        let taken = |n: usize| {
            let office = self.office(n).and_then(|o| self.mentions.offices.get(o));
            office.is_some_and(|o| o.elected)
        };
        let elects = (0..behind).any(|n| self.is(n, Class::Elect) || taken(n));
        let as_ = self.is(behind, Class::As);
        office.is_some_and(|o| o.possessive || as_ || elects && !o.plural)
    }

    /// "elected A B as President of C".
    pub(super) fn elected_as(&mut self, name: Name) {
        // "A B, reelected as Speaker of C".
        let comma = usize::from(self.mark(name.at + 1, ','));
        if comma == 1 && self.is(name.at + 2, Class::Elect) && self.is(name.at + 3, Class::As) {
            let at = self.past(name.at + 4, &[Class::Article, Class::His, Class::Current]);
            if let Some(office) = self.office(at) {
                let held = Held::office(office);
                self.push(name.person, held, name.at..at + 1, "elected-as-office");
            }
        }
        self.chosen_as(name);
        self.was_chosen(name);
        self.whom_they_elected(name);
        self.congratulated(name);
        self.as_its_own(name);
        // "to elect A Head of the Group": the office right behind the name.
        if let Some(office) = self.office(name.at + 1)
            && self.is_elected(name.at + 1)
        {
            let held = Held::office(office);
            self.push(name.person, held, name.at..name.at + 2, "elected-as-office");
        }
        if !self.is(name.at + 1, Class::As) {
            return;
        }
        let next = self.past(name.at + 2, &[Class::Article, Class::His, Class::Current]);
        let row = self.list_before(name.at);
        let first = row.first().map_or(name.at, |(at, _)| *at);
        let elects = |b: usize| self.is(b, Class::Elect) && !self.is_doubted_choice(b);
        let elected = (first.saturating_sub(6)..first).any(elects);
        let Some(office) = self.office(next).filter(|_| elected) else {
            return;
        };
        if self.plural(office) {
            self.all_of(name, (next, office), "elected-as-office");
        } else {
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "elected-as-office");
        }
    }

    /// "formed a Friendship Group with A as its president": the office of the group that is named before.
    fn as_its_own(&mut self, name: Name) {
        let letters = self
            .office(name.at + 1)
            .is_some_and(|o| self.post_nominal(o));
        let comma = self.mark(name.at + 1, ',');
        let letters_behind = comma
            && self
                .office(name.at + 2)
                .is_some_and(|o| self.post_nominal(o));
        let at = name.at + 1 + usize::from(letters) + 2 * usize::from(letters_behind);
        if !self.is(at, Class::As) {
            return;
        }
        let next = self.past(at + 1, &[Class::His]);
        let told = self.office(next).and_then(|o| self.mentions.offices.get(o));
        let its = told.is_some_and(|o| o.bare() && !o.plural) && {
            let first = self
                .item(at + 1)
                .map(|i| self.mentions.words.text_of(&i.words));
            first.is_some_and(|t| t.to_lowercase().starts_with("its"))
        };
        let with = (0..name.at).rev().find(|n| self.is(*n, Class::With));
        let group = |n: &usize| {
            let body = self.body(*n).and_then(|b| self.mentions.bodies.get(b));
            body.is_some_and(|b| b.kind == NodeKind::Commission)
        };
        let body = with.and_then(|w| (0..w).rev().find(group));
        let body = body.and_then(|n| self.body(n)).filter(|_| its);
        if let (Some(mention), Some(body)) = (self.office(next), body) {
            let held = Held::OfficeOf { mention, body };
            self.push(name.person, held, name.at..next + 1, "elected-as-office");
        }
    }

    /// "congratulated A on his election as Speaker of B", "received A, whom she congratulated on having been elected Speaker of B".
    fn congratulated(&mut self, name: Name) {
        /// How many items there may be from the name to "on", and from there to the office.
        const REACH: usize = 9;
        let words = &self.mentions.words;
        let text = |n: usize| {
            let item = self.item(n);
            item.map_or(Cow::Borrowed(""), |i| words.small(&i.words))
        };
        let open = |n: &usize| self.person(*n).is_none() && !self.mark(*n, '.');
        let mut near = (name.at + 1..name.at + 6).take_while(open);
        let Some(on) = near.find(|n| ["on", "upon", "for"].contains(&text(*n).as_ref())) else {
            return;
        };
        let relative = (name.at + 1..on).any(|n| self.is(n, Class::Who));
        let from = if relative {
            name.at + 1
        } else {
            name.at.saturating_sub(REACH)
        };
        let wishes = (from..on).any(|n| text(n).contains("congratulat"));
        let mut behind = (on + 1..on + 1 + REACH).take_while(open);
        let Some(at) = behind.find(|n| self.office(*n).is_some()) else {
            return;
        };
        let comes_in = (on + 1..at).any(|n| {
            let word = text(n);
            ["elect", "appoint", "assum"]
                .iter()
                .any(|w| word.contains(w))
        });
        let told = self.office(at).and_then(|o| self.mentions.offices.get(o));
        // "Congratulating A on his election, the Speaker said": who congratulates.
        let apart = self.mark(at.saturating_sub(1), ',') || self.mark(at.saturating_sub(2), ',');
        let comes_in = comes_in && !apart || told.is_some_and(|o| o.elected || o.newly);
        let of_name = !relative && on > name.at + 2;
        let next = self.office(at).filter(|o| !self.plural(*o));
        if let Some(office) = next.filter(|_| wishes && comes_in && !of_name)
            && self.person(at + 1).is_none()
        {
            let held = Held::office(office);
            self.push(name.person, held, name.at..at + 1, "elected-as-office");
        }
    }

    /// "A, whom the deputies of the National Assembly elected on Tuesday as their Chairman".
    fn whom_they_elected(&mut self, name: Name) {
        /// How many items behind the verb the office may stand.
        const REACH: usize = 6;
        let whom = name.at + 1 + usize::from(self.mark(name.at + 1, ','));
        let voters = self.past(whom + 1, &[Class::Article]);
        let seats = self
            .office(voters)
            .and_then(|o| self.mentions.offices.get(o));
        let house = seats.and_then(|o| o.bodies.first().copied().filter(|_| o.plural));
        let house = house.or_else(|| self.body(voters));
        let as_what = (voters + 2..voters + 2 + REACH).find(|n| self.is(*n, Class::As));
        let told = self.is(whom, Class::Who) && self.is(voters + 1, Class::Elect);
        let at = as_what.map(|n| self.past(n + 1, &[Class::Article, Class::His]));
        let office = at.and_then(|n| self.office(n)).filter(|_| told);
        let bare = |o: &usize| {
            let office = self.mentions.offices.get(*o);
            office.is_some_and(OfficeMention::bare)
        };
        if let (Some(mention), Some(body), Some(at)) = (office.filter(bare), house, at) {
            let held = Held::OfficeOf { mention, body };
            self.push(name.person, held, name.at..at + 1, "elected-as-office");
        }
    }

    /// "to elect A Head of the Group, and B Head of the Club": whether the office of a place is what the name right before it is
    /// elected to, which neither comma nor letters part from it.
    pub(super) fn is_elected(&self, at: usize) -> bool {
        let office = self
            .office(at)
            .filter(|o| !self.plural(*o) && !self.post_nominal(*o));
        let name = at.checked_sub(1).is_some_and(|b| self.person(b).is_some());
        if office.is_none() || !name || self.person(at + 1).is_some() {
            return false;
        }
        // "the elected Speaker" is no verb, "failed to elect", "the vote that elected" no election.
        let elects = |n: usize| {
            if !self.is(n, Class::Elect) {
                return false;
            }
            let text = self.item(n).map(|i| self.mentions.words.small(&i.words));
            let text = text.unwrap_or_default();
            let finite = text.ends_with("elected") || text.ends_with("chose");
            let goes_on = text.ends_with("elect")
                && n.checked_sub(2)
                    .is_some_and(|b| self.is(b + 1, Class::To) && self.is(b, Class::On));
            let near = n.saturating_sub(4)..n;
            let doubted = near
                .clone()
                .any(|b| self.is_any(b, &[Class::Negation, Class::Wish]))
                || n.checked_sub(1).is_some_and(|b| {
                    self.is_any(
                        b,
                        &[Class::Article, Class::Which, Class::Who, Class::Future],
                    )
                });
            (finite || goes_on) && !doubted
        };
        // "elected in 1995": long ago.
        (at.saturating_sub(24)..at).any(elects) && !(0..self.items.len()).any(|n| self.is_year(n))
    }
}
