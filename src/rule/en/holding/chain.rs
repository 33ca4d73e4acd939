//! Several offices before one name: "First Deputy Chairman of A, Co-Chair of B C D", "Speaker of the House Rep. A B".
//!
//! In comes the place of an office, out comes the holding of the name at the end of the row of offices that begins there. This module
//! never reads the last office of a row, nor offices of several.

use super::{Held, Reader};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Means, OfficeMention};
use crate::ontology::{NodeKind, Office};

/// How many offices may stand behind one before the name of who holds all.
const LONGEST: usize = 3;

/// How many words the name of a constituency or a party may have.
const LONGEST_PLACE: usize = 4;

impl Reader<'_, '_, '_> {
    /// "First Deputy Chairman of A, Co-Chair of B C D": the earlier offices of a chain belong to the same name.
    pub(super) fn chain(&mut self, at: usize, office: usize) {
        let of_row = self
            .name_before(at)
            .is_some_and(|name| self.is_of_titled_row(name, at));
        if self.belongs_to_name_before(at) && !of_row
            || self.plural(office)
            || self.ends_opening(at)
        {
            return;
        }
        let (mut last, mut place) = (office, at);
        for length in 1..=LONGEST {
            let next = self.next_of_chain(place);
            let Some(second) = self.office(next).filter(|o| !self.plural(*o)) else {
                return;
            };
            // "Speaker of the House Rep. A", "President of the Association Member of Parliament A": of offices without a sign between them
            // the second is a seat.
            let adjacent = next == place + 1;
            let seat = self.is_seat(second) || adjacent && self.is_membership(second);
            if adjacent && !seat
                || self.apart(last, second)
                || self.apart(office, second)
                || self.speaks_again(office, second)
            {
                return;
            }
            let name = self.past_address(next + 1);
            // "the Prime Minister and Minister of Energy, Mr. A, received".
            let behind = self.past_bracket(next + 1).unwrap_or(next + 1);
            let apposed = self.past_address(behind + 1);
            let joined = next == place + 2 && self.is(place + 1, Class::And);
            let name = match self.person(apposed) {
                Some(_) if joined && self.mark(behind, ',') => apposed,
                _ => name,
            };
            if let Some(person) = self.person(name) {
                // "was elected its President, MP A its Treasurer": A was elected to what stands behind.
                if (length < 2 || seat) && !self.is_chosen_next(name + 1) {
                    let held = Held::office(office);
                    self.push(person, held, at..name + 1, "office-before-name");
                }
                return;
            }
            (last, place) = (second, next);
        }
    }

    /// The place of the name of which a comma alone parts the office of a place.
    fn name_before(&self, at: usize) -> Option<usize> {
        let comma = (0..at).rev().find(|n| !self.is(*n, Class::Article))?;
        let name = comma.checked_sub(1).filter(|_| self.mark(comma, ','))?;
        self.person(name).map(|_| name)
    }

    /// The place of the next office of a chain behind the one of a place: signs, "and", articles and the name of a constituency
    /// are passed over.
    fn next_of_chain(&self, at: usize) -> usize {
        let mut next = at + 1;
        next += usize::from(self.mark(next, ','));
        next += usize::from(self.is(next, Class::And) || self.is(next, Class::Current));
        next += usize::from(self.is(next, Class::Article));
        self.past_constituency(next)
    }

    /// "Tarn East MP A": the place of the seat behind the name of its constituency, or the place itself where none stands there.
    pub(super) fn past_constituency(&self, at: usize) -> usize {
        let capital = |n: &usize| {
            self.item(*n).is_some_and(|i| {
                let words = &self.mentions.words;
                let plain = matches!(i.kind, Kind::Plain(_)) && i.honorific().is_none();
                plain && words.at(i.words.start).token.shape.is_capital()
            })
        };
        let end = at + (at..at + LONGEST_PLACE).take_while(capital).count();
        let seat = self.office(end).is_some_and(|o| self.is_seat(o));
        if seat { end } else { at }
    }

    /// Whether an office is a seat that names no house: "MP", "Rep.", "Senator".
    pub(super) fn is_seat(&self, office: usize) -> bool {
        let bare = self
            .mentions
            .offices
            .get(office)
            .is_some_and(OfficeMention::bare);
        bare && self.is_membership(office)
    }

    /// Whether an office is that of a member, of whatever house.
    fn is_membership(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let titles = o.titles(&self.mentions.words);
            !titles.is_empty() && titles.iter().all(|t| t.office == Some(Office::Member))
        })
    }

    /// "Chair of A, Tarn East MP B, Chair of C, MP D", "the Speaker, A, Chair of B, MP C": whether the name of a place has an office
    /// before it other than the seat right before, so that in its list the offices stand before the names.
    pub(super) fn alternate_seats(&self, name: usize) -> bool {
        let Some(before) = name.checked_sub(1) else {
            return false;
        };
        if !self.office(before).is_some_and(|o| self.is_seat(o)) {
            return true;
        }
        let comma = (before.saturating_sub(LONGEST_PLACE + 1)..before)
            .rev()
            .find(|n| self.mark(*n, ','));
        let office = comma.and_then(|c| self.office(c.checked_sub(1)?));
        office.is_some_and(|o| !self.plural(o))
    }

    /// "A, Speaker of B, C, Speaker of D", "by A, MP, Minister of B, Mr C, Clerk of D": whether the office of a place is that of the name
    /// before it, over whatever offices stand between, and not of the one behind.
    pub(super) fn follows_its_name(&self, at: usize) -> bool {
        let mut office = at;
        let name = loop {
            let comma = self.before_address(office).filter(|c| self.mark(*c, ','));
            let Some(before) = comma.and_then(|c| c.checked_sub(1)) else {
                return false;
            };
            if self.person(before).is_some() {
                break before;
            }
            if self.office(before).is_none() {
                return false;
            }
            office = before;
        };
        let behind = self.named_behind(at + 1);
        let own_office = behind.is_some_and(|n| self.has_office_behind(n));
        self.begins_with_name(name) || own_office && office < at && !self.is_titled(name)
    }

    /// The place before another one, articles and forms of address passed over.
    fn before_address(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while self.is_any(before, &[Class::Article, Class::Current])
            || self.item(before).is_some_and(|i| i.honorific().is_some())
        {
            before = before.checked_sub(1)?;
        }
        Some(before)
    }

    /// "A, Speaker B", "A, Representative of the Senate to the Assembly B": whether the office of a place is that of the name behind it.
    pub(super) fn is_right_before_name(&self, at: usize, office: usize) -> bool {
        self.person(at + 1).is_some()
            || self.behind_dashes(office, at + 1).is_some()
            || self.behind_post(at, office).is_some()
    }

    /// Whether an office is that of one person, and no rank.
    pub(super) fn is_of_one(&self, office: usize) -> bool {
        !self.plural(office) && !self.is_rank(office)
    }

    /// "Ambassador A, Minister of Foreign Affairs of B": whether an office is a rank, which says nothing of where the next title stands.
    pub(super) fn is_rank(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let title = self.mentions.words.text_of(&o.title);
            title == "Ambassador" && o.bare()
        })
    }

    /// Whether an office stands right before the name of a place, or before the comma there.
    pub(super) fn is_titled(&self, name: usize) -> bool {
        let office = |n: usize| self.office(n).is_some_and(|o| !self.is_rank(o));
        self.before_address(name)
            .is_some_and(|b| office(b) || self.mark(b, ',') && b.checked_sub(1).is_some_and(office))
    }

    /// "A, Speaker of B, C, Speaker of D": whether the list in which the name of a place stands begins with a name that nothing
    /// introduces, so that its offices stand behind the names.
    pub(super) fn begins_with_name(&self, name: usize) -> bool {
        // Each step goes from a name over the comma and the office before it to the name before that.
        let mut first = name;
        let mut steps = 0;
        loop {
            let step = || {
                let comma = self.before_address(first).filter(|c| self.mark(*c, ','))?;
                let office = comma.checked_sub(1).filter(|o| self.office(*o).is_some())?;
                self.name_apposed_before(office)
            };
            match step() {
                Some(earlier) => first = earlier,
                None => break,
            }
            steps += 1;
        }
        steps > 0 && !self.is_titled(first)
    }

    /// "A, Speaker of B", "A (PSD), Speaker of B", "A, MP, Speaker of B", "A – Speaker of B": the name to which the office of a place stands in
    /// apposition.
    pub(super) fn name_apposed_before(&self, office: usize) -> Option<usize> {
        /// The words of a party or a constituency.
        const LONGEST: usize = 7;
        let signs = [',', '–', '—', '-', ':'];
        let mut at = self.before_address(office)?;
        // "A, who is Speaker of B, C, who is Speaker of D".
        let who = at
            .checked_sub(1)
            .filter(|w| self.is(at, Class::Be) && self.is(*w, Class::Who));
        if let Some(who) = who {
            at = who.checked_sub(1)?;
        }
        if !signs.iter().any(|m| self.mark(at, *m)) {
            return None;
        }
        let letters = |n: usize| self.office(n).is_some_and(|o| self.post_nominal(o));
        loop {
            let before = at.checked_sub(1)?;
            if self.person(before).is_some() {
                return Some(before);
            }
            let inside = before.saturating_sub(LONGEST)..before;
            let bracket = self.mark(before, ')').then_some(inside);
            at = match bracket {
                Some(inside) => inside.rev().find(|n| self.mark(*n, '('))?,
                // "A, Vice-President of B, Chair of C".
                None if self.is_behind_comma(before) && self.closes_with_office() => before - 1,
                None if letters(before) || letters(at) && self.mark(before, ',') => before,
                None => return None,
            };
        }
    }

    /// Whether the last name of the sentence has an office behind it, as all of a list have that begins with a name.
    pub(super) fn closes_with_office(&self) -> bool {
        let last = (0..self.items.len())
            .rev()
            .find(|n| self.person(*n).is_some());
        last.is_some_and(|n| self.has_office_behind(n))
    }

    /// Whether an office of one with its body stands at a place, right behind a comma.
    fn is_behind_comma(&self, at: usize) -> bool {
        let comma = at.checked_sub(1).is_some_and(|b| self.mark(b, ','));
        let office = self.office(at).filter(|_| comma);
        let mention = office.and_then(|o| self.mentions.offices.get(o));
        mention.is_some_and(|o| !o.plural && !o.bare())
    }

    /// "A, Chair of B": whether an office of one stands behind the name of a place and a comma.
    pub(super) fn has_office_behind(&self, name: usize) -> bool {
        let office = self.office(self.past(name + 2, &[Class::Article, Class::Current]));
        self.mark(name + 1, ',') && office.is_some_and(|o| !self.plural(o))
    }

    /// Whether an office is a seat, of whatever house: "Member of Parliament", "Senator".
    pub(super) fn seats(&self, office: usize) -> bool {
        self.mentions.offices.get(office).is_some_and(|o| {
            let titles = o.titles(&self.mentions.words);
            let member = titles.iter().all(|t| t.office == Some(Office::Member));
            member && !titles.is_empty()
        })
    }

    /// The name that a row of offices goes on to behind a comma at a place: "..., A", "..., Tarn East MP A".
    pub(super) fn named_behind(&self, at: usize) -> Option<usize> {
        // "the MP for Tarn/Melat, A".
        if let Some(seat) = self.past_seat(at).filter(|s| self.mark(*s, ',')) {
            let name = self.past_address(seat + 1);
            return self.person(name).is_some().then_some(name);
        }
        if !self.mark(at, ',') {
            return None;
        }
        if self.person(at + 1).is_some() {
            return Some(at + 1);
        }
        let seat = self.past_constituency(self.past(at + 1, &[Class::Article]));
        let titled = self.office(seat).is_some_and(|o| self.is_seat(o));
        let name = self.past_address(seat + 1);
        (titled && self.person(name).is_some()).then_some(name)
    }

    /// "A, Chair of B and the Speaker of C and President of D (East), E.": whether the office of a place, with others behind it that "and"
    /// joins, goes on to a name that ends the sentence and has no office of its own.
    pub(super) fn ends_with_name(&self, office: usize) -> bool {
        let mut last = office;
        let behind_office = |at: usize| self.past_bracket(at + 1).unwrap_or(at + 1);
        let mut behind = behind_office(office);
        loop {
            let next = self.past(behind + 1, &[Class::Article, Class::Current]);
            if !self.is(behind, Class::And) || self.office(next).is_none_or(|o| self.plural(o)) {
                break;
            }
            last = next;
            behind = behind_office(next);
        }
        let name = self.named_behind(behind).filter(|_| last > office);
        name.is_some_and(|n| self.item(n + 1).is_none() || self.mark(n + 1, '.'))
    }

    /// Whether an office stands before a dash and a name, as the one before a name does.
    pub(super) fn stands_before_dash(&self, name: usize, office: usize) -> bool {
        let dash = |n: usize| ['–', '—', '-'].iter().any(|m| self.mark(n, *m));
        let dashed = name > 1 && dash(name - 1) && self.office(name - 2).is_some();
        dashed && dash(office + 1) && self.person(office + 2).is_some()
    }

    /// "A, and the Chair of B, C.": whether "and" and an office with its article stand right behind the name of a place, and end with a name,
    /// so that in the list the offices stand before the names.
    pub(super) fn closes_before_name(&self, name: usize) -> bool {
        let and = name + 1 + usize::from(self.mark(name + 1, ','));
        let article = self.is(and, Class::And) && self.is(and + 1, Class::Article);
        let last = self.office(and + 2).filter(|o| article && !self.plural(*o));
        let behind = last.and_then(|_| self.named_behind(and + 3));
        let follows = |n: usize| {
            let office = self.past(n + 2, &[Class::Article]);
            self.mark(n + 1, ',') && self.office(office).is_some()
        };
        behind.is_some_and(|n| !follows(n))
    }

    /// "the Majilis Speaker and the Deputy Speaker of the Seimas": whether two offices are of bodies or states that differ, so
    /// that one person can hardly hold both.
    fn apart(&self, one: usize, other: usize) -> bool {
        let lexicon = self.mentions.words.lexicon;
        let houses = |office: usize| {
            let mention = self.mentions.offices.get(office);
            let bodies = mention.map_or(&[][..], |o| o.bodies.as_slice()).iter();
            let house = bodies
                .filter_map(|b| self.mentions.bodies.get(*b))
                .find(|b| matches!(b.kind, NodeKind::Chamber | NodeKind::Parliament));
            let mut states = house.map_or_else(Vec::new, |b| b.states.clone());
            // "the Majilis Speaker": of the state that the tables tell, where no words do.
            if let (true, Some(Means::Chambers(rows))) =
                (states.is_empty(), house.map(|b| &b.means))
            {
                states.extend(rows.iter().filter_map(|r| Some(lexicon.chamber(*r)?.state)));
            }
            states
        };
        let (one, other) = (houses(one), houses(other));
        !one.is_empty() && !other.is_empty() && !one.iter().any(|s| other.contains(s))
    }
}

impl Reader<'_, '_, '_> {
    /// "the meeting with the Speaker of A, Speaker B said": whether the second of two offices says that somebody is a speaker whom the first has
    /// told to be the one of a house: another one then, behind the words that open a sentence.
    pub(super) fn speaks_again(&self, one: usize, other: usize) -> bool {
        let words = &self.mentions.words;
        let offices = &self.mentions.offices;
        let (Some(one), Some(other)) = (offices.get(one), offices.get(other)) else {
            return false;
        };
        let title = words.small(&one.title);
        let again = title == words.small(&other.title) && title == "speaker";
        !one.bare() && other.bare() && again && self.opens_with_preposition()
    }

    /// "At a meeting", "In the talks", "During".
    fn opens_with_preposition(&self) -> bool {
        let openers = ["at", "in", "during", "after", "before", "following"];
        self.item(0).is_some_and(|i| {
            let text = self.mentions.words.small(&i.words);
            text.split(' ').next().is_some_and(|w| openers.contains(&w))
        })
    }

    /// "At a meeting with the Speaker, Vice-President A said": whether a title that names nothing ends the words that open a sentence.
    pub(super) fn ends_opening(&self, at: usize) -> bool {
        let opens = self.opens_with_preposition();
        let definite = at > 1 && self.is(at - 1, Class::Article);
        let ends = |i: &Item<'_>| {
            let text = self.mentions.words.text_of(&i.words);
            text.ends_with("with") || text.ends_with("by")
        };
        let governed = definite && self.item(at - 2).is_some_and(ends);
        let office = self.office(at).and_then(|o| self.mentions.offices.get(o));
        let bare = office.is_some_and(OfficeMention::bare);
        let next = self.past(at + 2, &[Class::Article]);
        let other = self.office(next).is_some();
        opens && governed && bare && other && self.mark(at + 1, ',')
    }
}
