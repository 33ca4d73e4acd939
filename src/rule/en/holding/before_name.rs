//! Offices that stand before the names of their holders: "Speaker A B", "Vice-Presidents: A, B and C".
//!
//! In comes the place of an office, out come the holdings of the names behind it. This module never looks for an office
//! behind a name.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::{Kind, OfficeMention};
use crate::ontology::{NodeKind, Office};

/// Words that may stand behind a name before which its office stands with a comma.
const BEHIND_NAME: &[Class] = &[
    Class::Say,
    Class::And,
    Class::Who,
    Class::Meet,
    Class::Receive,
    Class::Lead,
];

impl Reader<'_, '_, '_> {
    /// "Speaker A B", "the Speaker, A B,", "Vice-Presidents: A, B and C": reads the names behind the office of a place.
    pub(super) fn at_office(&mut self, at: usize, office: usize) {
        if self.one_each_ahead(at) {
            return;
        }
        let behind_name = at.checked_sub(1).is_some_and(|b| self.person(b).is_some());
        // "A MP and Senator B": the letters are A's.
        if !(behind_name && self.post_nominal(office)) {
            self.chain(at, office);
        }
        // "A, M.P. Also there was B": letters with dots stand behind a name, never before one.
        let dotted = self
            .item(at)
            .is_some_and(|i| self.mentions.words.text_of(&i.words).contains('.'));
        if self.post_nominal(office) && (behind_name || dotted)
            || self.is_run_for(at)
            || self.is_of_party(at)
            || self.is_of_who_came_to_hold(at)
            || self.is_of_whom_staff_serves(at)
        {
            return;
        }
        if self.each_of_its_own(at, office) || self.stacked(at, office) {
            return;
        }
        let name = self.past_address(at + 1);
        if let Some(person) = self
            .person(name)
            .filter(|_| name > at + 1 && !self.plural(office))
        {
            // "Senator Dr. the Honourable A".
            self.push(
                person,
                Held::office(office),
                at..name + 1,
                "office-before-name",
            );
        } else if let Some(person) = self.person(at + 1) {
            self.right_before(at, office, person);
        } else if let Some((person, end)) = self
            .behind_bracket(at + 1)
            .or_else(|| self.behind_dashes(office, at + 1))
            && !self.plural(office)
        {
            self.push(person, Held::office(office), at..end, "office-before-name");
        } else if let Some((person, end)) = self.behind_post(at, office) {
            self.push(person, Held::office(office), at..end, "office-before-name");
        } else if self.ends_opening(at) {
            // "At a meeting with the Speaker, Vice-President A said".
        } else {
            self.is_held_by(at, office);
            self.at_a_distance(at, office);
            self.before_mark(at, office);
        }
    }

    /// "Candidate for Speaker of A", "the nominee for Ambassador": whether an office at a place is one that somebody would have.
    fn is_run_for(&self, at: usize) -> bool {
        let words = &self.mentions.words;
        let says = |n: Option<usize>, phrases: &[&str]| {
            let item = n.and_then(|n| self.item(n));
            item.is_some_and(|i| words.say(&i.words, phrases))
        };
        let article = at
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article));
        let back = |n: usize| at.checked_sub(n + usize::from(article));
        let wanted = [
            "candidate",
            "candidates",
            "contender",
            "contenders",
            "nominee",
            "nominees",
            "aspirant",
            "hopeful",
            "favourite",
        ];
        says(back(1), &["for", "as", "to"]) && says(back(2), &wanted)
    }

    /// "Head of the Seimas' delegation to the Baltic Assembly A": the person right behind the body to which a delegation is sent, and the
    /// place behind the name.
    pub(super) fn behind_post(&self, at: usize, office: usize) -> Option<(usize, usize)> {
        let sent = self.mentions.offices.get(office)?;
        // "Plenipotentiary Representative of the Senate to the Assembly A".
        let title = self.mentions.words.small(&sent.title);
        let sent = sent.delegation || title.ends_with("representative");
        let to = self.is_any(at + 1, &[Class::To, Class::In]) && sent;
        let body = self.past(at + 2, &[Class::Article]);
        self.body(body).filter(|_| to)?;
        Some((self.person(body + 1)?, body + 2))
    }

    /// "MPs A and B of the Senate": the house behind a list of those who sit in it.
    fn house_behind_list(&self, office: usize, end: usize) -> Option<usize> {
        let mention = self.mentions.offices.get(office)?;
        let seat = mention.bare() && mention.can_be(&self.mentions.words, Office::Member);
        let house = self.past(end + 1, &[Class::Article]);
        let of = seat && self.is(end, Class::Of);
        let body = self.body(house).filter(|_| of)?;
        let kind = self.mentions.bodies.get(body)?.kind;
        matches!(kind, NodeKind::Chamber | NodeKind::Parliament).then_some(body)
    }

    /// "Speaker A B", "Senators A, B and C": nothing stands between the office and the first name.
    fn right_before(&mut self, at: usize, office: usize, person: usize) {
        let plural = self.plural(office);
        let (people, end) = self.counted(at, self.list(at + 1));
        if plural && people.len() > 1 {
            self.shared(at, office, &people, end);
        } else if !plural || people.len() == 1 {
            // "President A of the Senate of B", "Marshal A for the Sejm".
            if self.is_from_elsewhere(office, at + 2) {
                return;
            }
            let of = (self.is(at + 2, Class::Of) || self.says(at + 2, &["for"]))
                .then(|| self.past(at + 3, &[Class::Article]))
                .filter(|_| !self.is_chief(office));
            let bare = self
                .mentions
                .offices
                .get(office)
                .is_some_and(OfficeMention::bare);
            if let Some(body) = of.and_then(|n| self.body(n)).filter(|_| bare) {
                let held = Held::OfficeOf {
                    mention: office,
                    body,
                };
                self.push(person, held, at..at + 2, "office-before-name");
                return;
            }
            let like = self.chair_before(at, office);
            let held = like.map_or(Held::office(office), |owner| Held::OfficeLike {
                mention: office,
                owner,
            });
            self.push(person, held, at..at + 2, "office-before-name");
        }
    }

    /// Notes the office of several at a place for everybody of the list that ends before `end`.
    fn shared(&mut self, at: usize, office: usize, people: &[(usize, usize)], end: usize) {
        if self.leaves_open(office, people.len()) {
            return;
        }
        let shares = self.shares(office, people.len());
        let owner = self.owner_of_list(at, office);
        let house = self.house_behind_list(office, end);
        let mut last = people.first().map_or(end, |(at, _)| *at);
        for (n, (place, person)) in people.iter().enumerate() {
            let other = self.is_one_more(*place) || self.is_aide(*place);
            if other || self.is_of_another_house(last..*place) {
                break;
            }
            last = *place;
            let held = Held::Office {
                mention: office,
                share: shares.then_some(n),
            };
            let held = owner.map_or(held, |owner| Held::OfficeLike {
                mention: office,
                owner,
            });
            let held = house.map_or(held, |body| Held::OfficeOf {
                mention: office,
                body,
            });
            self.push(*person, held, at..end, "offices-before-names");
        }
    }

    /// "two MPs, A and B, the Mayor, C": of the list behind the office of several at a place no more than their number, where one
    /// stands before the office.
    pub(super) fn counted(
        &self,
        at: usize,
        (mut people, end): (Vec<(usize, usize)>, usize),
    ) -> (Vec<(usize, usize)>, usize) {
        let before = (0..at).rev().find(|b| !self.is(*b, Class::Current));
        let row = before.and_then(|b| self.item(b)?.word(Class::Number));
        let number = row.map(|r| usize::from(self.mentions.words.lexicon.value(r)));
        let Some(number) = number.filter(|n| *n > 1 && *n < people.len()) else {
            return (people, end);
        };
        people.truncate(number);
        let end = people.last().map_or(end, |(at, _)| at + 1);
        (people, end)
    }

    /// "Chairman of the Group A and members B and C": the office that says of what, where a title of several follows in the
    /// list without its body.
    fn owner_of_list(&self, at: usize, office: usize) -> Option<usize> {
        let mention = self.mentions.offices.get(office)?;
        // "the Rwandan Senate President and his two Vice Presidents, A and B".
        if mention.possessive && mention.bare() {
            let before = (at.saturating_sub(3)..at)
                .rev()
                .find(|n| !self.is(*n, Class::And) && self.office(*n).is_some());
            let owner = before.and_then(|n| self.office(n));
            let house = |o: &usize| self.mentions.offices.get(*o).is_some_and(|o| !o.bare());
            return owner.filter(house);
        }
        let text = self.mentions.words.text_of(&mention.title);
        let deputies = mention.can_be(&self.mentions.words, Office::DeputyChair);
        if !mention.bare() || !text.eq_ignore_ascii_case("members") && !deputies {
            return None;
        }
        let linked =
            |n: &usize| self.mark(*n, ',') || self.is(*n, Class::And) || self.person(*n).is_some();
        let owner = (0..at).rev().find(|n| !linked(n))?;
        self.person(owner + 1)?;
        let owner = self.office(owner)?;
        let bodies = &self.mentions.offices.get(owner)?.bodies;
        let mut kinds = bodies.iter().filter_map(|b| self.mentions.bodies.get(*b));
        kinds
            .any(|b| b.kind == NodeKind::Commission)
            .then_some(owner)
    }

    /// "The Speaker of the Senate is A B.": the office is the subject.
    fn is_held_by(&mut self, at: usize, office: usize) {
        // "its new President is Member of Parliament A".
        let seat = self
            .office(at + 2)
            .is_some_and(|o| !self.plural(o) && self.seats(o));
        let name = at + 2 + usize::from(seat);
        let closed = self
            .item(name + 1)
            .is_none_or(|i| matches!(i.kind, Kind::Mark(_)));
        let Some(person) = self.person(name).filter(|_| self.is(at + 1, Class::Be)) else {
            return;
        };
        if closed && !self.plural(office) && !self.of_kin(at) {
            let held = Held::office(office);
            self.push(person, held, at..name + 1, "name-is-office");
        }
    }

    /// "the Speaker, A B,", "Vice-Presidents: A, B and C": a comma or a colon stands between the office and the names.
    fn before_mark(&mut self, at: usize, office: usize) {
        let colon = [':', '–', '—'].iter().any(|m| self.mark(at + 1, *m));
        let comma = self.mark(at + 1, ',');
        if !colon && !comma {
            return;
        }
        if self.is_served(at, office) || comma && self.is_behind_its_one(at, office) {
            return;
        }
        let plural = self.plural(office);
        let held = Held::office(office);
        // "the Speaker, the Rt. Hon. A B".
        let (people, end) = self.counted(at, self.list(self.past(at + 2, &[Class::Article])));
        if plural && people.len() > 1 {
            self.shared(at, office, &people, end);
        } else if let [(first, person), rest @ ..] = people.as_slice()
            && !plural
            && (!self.belongs_to_name_before(at) || comma && self.alternates(at))
            && !self.follows_its_name(at)
            && !(comma && self.has_own_office((at + 2, office), *first))
        {
            // "its Vice President, A, B thanked": a list behind the title of one has the next party of the sentence in it.
            let end = if rest.is_empty() { end } else { first + 1 };
            // "the Hon A MP, today".
            let letters = self.office(end).is_some_and(|o| self.post_nominal(o));
            let closed = self.item(end + usize::from(letters)).is_none_or(|i| {
                matches!(i.kind, Kind::Mark(_) | Kind::Date(_)) || i.is_any(BEHIND_NAME)
            });
            // "Senate President, A on Tuesday said": a title that begins the sentence.
            let begins = comma && (at == 0 || at == 1 && self.is(0, Class::Article));
            let other = self.of_kin(at) || comma && self.is_chosen_next(end);
            if (closed || comma && (self.definite(at) || self.is_by(at)) || begins) && !other {
                self.push(*person, held, at..end, "office-before-name");
            }
        }
    }

    /// "with the Speaker, OSCE PA Vice-President A": whether an office that is no seat stands right before a name, from a place on.
    fn has_own_office(&self, (from, first): (usize, usize), name: usize) -> bool {
        let words = &self.mentions.words;
        let own = |o: &OfficeMention| o.plural || !o.bare() && !o.can_be(words, Office::Member);
        (from..name)
            .filter_map(|n| self.office(n))
            .any(|o| self.mentions.offices.get(o).is_some_and(own) || self.speaks_again(first, o))
    }

    /// "Special Adviser to the Speaker, House of Elders, A B": whether an office whose body a comma parts from it is that of
    /// somebody whom the one named serves or writes to.
    fn is_served(&self, at: usize, office: usize) -> bool {
        let mention = self.mentions.offices.get(office);
        let parted = mention.is_some_and(|o| self.mentions.words.text_of(&o.words).contains(", "));
        let before = (at.saturating_sub(2)..at)
            .rev()
            .find(|b| !self.is(*b, Class::Article));
        parted
            && before.is_some_and(|b| self.is_any(b, &[Class::To, Class::Of, Class::Preposition]))
    }

    /// "Speaker A, the Secretary General, B, and": in a list in which the name before has its office before it, the office
    /// of a place belongs to the name behind.
    fn alternates(&self, at: usize) -> bool {
        let passed = |n: usize| self.mark(n, ',') || self.is_any(n, &[Class::And, Class::Article]);
        let Some(name) = (0..at).rev().find(|n| !passed(*n)) else {
            return false;
        };
        let before = (0..name).rev().find(|n| !self.mark(*n, ','));
        self.person(name).is_some()
            && before.is_some_and(|b| self.office(b).is_some_and(|o| !self.is_rank(o)))
            && !self.in_shared_list(name)
    }

    /// "the wife of the Speaker of B, A,": the name is not that of the office-holder.
    fn of_kin(&self, at: usize) -> bool {
        let before = (at.saturating_sub(3)..at)
            .rev()
            .find(|b| !self.is_any(*b, &[Class::Article, Class::Of]));
        before.is_some_and(|b| self.is(b, Class::Kin))
    }

    /// The place behind forms of address: "Dr. the Honourable".
    pub(super) fn past_address(&self, at: usize) -> usize {
        let mut next = at;
        while self
            .item(next)
            .is_some_and(|i| i.honorific().is_some() && i.state().is_none())
            || self.is(next, Class::Article)
        {
            next += 1;
        }
        next
    }

    /// Whether an article stands before a place.
    fn definite(&self, at: usize) -> bool {
        // "Senate Vice Speaker, A,": the body before the title does the work of an article.
        let of_body = self.office(at).and_then(|o| self.mentions.offices.get(o));
        let of_body = of_body.is_some_and(|o| !o.bodies.is_empty() && o.words.end == o.title.end);
        let article = |b| self.is(b, Class::Article);
        at.checked_sub(1).is_some_and(article) || of_body
    }

    /// "received by Speaker of the Lok Sabha, A on Tuesday": whether an office that names its body stands behind "by".
    fn is_by(&self, at: usize) -> bool {
        let office = self.office(at).and_then(|o| self.mentions.offices.get(o));
        let by = at.checked_sub(1).is_some_and(|b| self.is(b, Class::By));
        by && office.is_some_and(|o| !o.bodies.is_empty() && !o.plural)
    }

    /// Whether an office stands in apposition to the name before it.
    pub(super) fn belongs_to_name_before(&self, at: usize) -> bool {
        // "Congratulating A on her election as Chair of B, Speaker C": A's.
        let election = at
            .checked_sub(2)
            .and_then(|b| self.item(b))
            .is_some_and(|i| {
                let text = self.mentions.words.small(&i.words);
                text.ends_with("election") || text.ends_with("appointment")
            });
        if election && self.is(at - 1, Class::As) {
            return true;
        }
        if self.is_elected(at) {
            return true;
        }
        let mut before = at;
        while before
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::Article) || self.mark(b, ',') || self.mark(b, '('))
        {
            before -= 1;
        }
        let apposed = before < at
            && before
                .checked_sub(1)
                .is_some_and(|b| self.person(b).is_some());
        apposed || self.name_apposed_before(at).is_some()
    }
}
