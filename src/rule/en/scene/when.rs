//! Whether and when what a sentence tells has happened, and where.
//!
//! In comes the chunk of a verb or noun, out come its status, the nearest date and place. This module never reads who acts.

use super::Scene;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, When, Zone};
use crate::ontology::MeetingStatus;
use crate::text::{PartialDate, Shape};

impl Scene<'_, '_, '_, '_> {
    /// Whether what a verb says happened, is to come, or did not happen (`None`).
    pub(in crate::rule::en) fn status(&self, verb: usize) -> Option<MeetingStatus> {
        if self.doubted(verb) || self.is_wished(verb) {
            return None;
        }
        // "will lead", "is due in": some verbs stand in the tables with what puts them off.
        let will = self.is_yet_to_be(verb);
        // "President A to visit Slovakia" is how a headline tells of what is to come.
        let headed = self.zone() == Some(Zone::Headline)
            && verb.checked_sub(1).is_some_and(|b| self.is(b, Class::To));
        let mut status = MeetingStatus::of_plan(will || headed || self.is_of_days_to_come(verb));
        // "will call on A and meet B": what is said of the first verb holds for the second.
        let coordinated = verb.checked_sub(1).is_some_and(|b| self.is(b, Class::And));
        // "B will deputise for him at the meeting with C".
        let noun = self.word(verb).starts_with("meeting");
        // "will stop over in Hanoi to meet with B".
        let infinitive = verb.checked_sub(1).is_some_and(|b| self.is(b, Class::To));
        let reach = if coordinated || noun || infinitive {
            20
        } else {
            5
        };
        let mut future = None;
        for n in (verb.saturating_sub(reach)..verb).rev() {
            let party = !self.people(n).is_empty() && verb - n > 1 && !coordinated && !noun;
            let goes_on = self.parts(n) && self.is_further_infinitive(n + 2);
            if party || self.breaks(n) || self.parts(n) && !goes_on {
                break;
            }
            if self.is(n, Class::Negation) || self.is(n, Class::Wish) {
                return None;
            }
            if self.is(n, Class::Future) || self.is_yet_to_be(n) {
                future = Some(n);
                status = MeetingStatus::Planned;
            }
        }
        // "the meeting with B would open the programme".
        let mut behind = (verb + 1..(verb + 12).min(self.chunks.len()))
            .take_while(|n| !self.is(*n, Class::Say) && !self.breaks(*n) && !self.mark(*n, ','));
        if noun && behind.any(|n| self.is(n, Class::Future)) {
            status = MeetingStatus::Planned;
        }
        if future.is_some_and(|n| self.came_to_nothing(n, verb)) {
            return None;
        }
        // "was due to meet B, but the meeting was postponed", "A's meeting with B was cancelled".
        let off = |n: usize| self.is(n, Class::CalledOff);
        let open = status == MeetingStatus::Planned || noun;
        (!open || !(verb..self.chunks.len()).any(off)).then_some(status)
    }

    /// "is scheduled to visit the villa, and hold meetings with A": whether a chunk is a verb behind "and" in the form that stands behind "to" or "will".
    pub(in crate::rule::en) fn is_further_infinitive(&self, chunk: usize) -> bool {
        let forms = [
            "hold", "meet", "have", "visit", "attend", "pay", "take", "receive", "conduct", "make",
        ];
        let and = chunk.checked_sub(1).is_some_and(|a| self.is(a, Class::And));
        let word = self.word(chunk);
        and && forms.contains(&word.split(' ').next().unwrap_or_default())
    }

    /// Whether a chunk is a verb that stands in the tables with what puts it off: "will lead", "is due in", "is to tour".
    pub(in crate::rule::en) fn is_yet_to_be(&self, at: usize) -> bool {
        let lexicon = self.facts.mentions.words.lexicon;
        let item = self.item(at);
        let mut rows = [Class::Lead, Class::Travel, Class::Visit]
            .into_iter()
            .filter_map(|c| item?.word(c));
        rows.any(|row| lexicon.value(row) == 1)
    }

    /// "invited B to visit": whether a verb is what somebody is to do by another's wish, which has not happened.
    fn is_wished(&self, verb: usize) -> bool {
        let infinitive = (verb.saturating_sub(4)..verb)
            .any(|n| self.is(n, Class::To) && self.people(n + 1).is_empty());
        let wished = |n: &usize| self.is_any(*n, &[Class::Wish, Class::Invite, Class::Negation]);
        let mut before = (verb.saturating_sub(9)..verb)
            .rev()
            .take_while(|n| !self.breaks(*n));
        infinitive && before.any(|n| wished(&n))
    }

    /// "would have met him, had he come", "would travel if invited", "was to meet B, but fell ill": whether what stands at a word of the
    /// future has not come to be, or hangs on what may not.
    fn came_to_nothing(&self, future: usize, verb: usize) -> bool {
        let behind = |words: &[&str]| (verb..self.chunks.len()).any(|n| self.says(n, words));
        let word = self.word(future);
        let past = word.starts_with("was ") || word.starts_with("were ");
        if behind(&["if", "unless"]) {
            return true;
        }
        if word == "would" {
            return (future + 1..verb).any(|m| self.is(m, Class::Have));
        }
        past && behind(&["but", "however"])
    }

    /// "A meets B on 10 November", before that day: whether a verb in the present tells of a day behind that of publication. A day of the
    /// week may be the last one, too.
    fn is_of_days_to_come(&self, verb: usize) -> bool {
        let present = [
            "meets", "receives", "hosts", "welcomes", "visits", "arrives", "travels", "leaves",
            "attends",
        ];
        let word = self.word(verb);
        let first = word.split(' ').next().unwrap_or_default();
        let moves =
            ["arrives", "travels", "leaves"].contains(&first) && self.zone() == Some(Zone::Body);
        let day = |n: usize| match self.item(n).map(|i| i.kind) {
            Some(Kind::Date(When::Weekday(_))) => moves,
            Some(Kind::Date(_)) => true,
            _ => false,
        };
        let mut near = verb.saturating_sub(6)..(verb + 12).min(self.chunks.len());
        present.contains(&first) && near.any(day) && self.is_to_come(verb)
    }

    /// "A said who will lead it", "A hopes that a minister will lead it": whether words between a party and a verb behind it begin a
    /// clause that may be about somebody else; "A, who leads it" is about the party.
    pub(in crate::rule::en) fn is_of_another(&self, party: usize, verb: usize) -> bool {
        let opens = |n: usize| {
            let own = self.is(n, Class::Who) && n == party + 2 && self.mark(party + 1, ',');
            let clause = self.says(n, &["that", "whether", "how", "if", "who", "why"]);
            clause && !own
        };
        (party + 1..verb).any(opens) || self.says(0, &["if"])
    }

    /// Whether a chunk is a comma, and not one of those around a day: "will today, 24 May, receive".
    pub(in crate::rule::en) fn parts(&self, chunk: usize) -> bool {
        let is_date = |n: Option<usize>| {
            let item = n.and_then(|n| self.item(n));
            item.is_some_and(|i| matches!(i.kind, Kind::Date(_)))
        };
        self.mark(chunk, ',') && !is_date(chunk.checked_sub(1)) && !is_date(Some(chunk + 1))
    }

    /// "He denied that A met B", "if A met B", "have you met B?": whether what a chunk tells is not said to have happened.
    pub(in crate::rule::en) fn doubted(&self, at: usize) -> bool {
        // "Had A received B, it would have been told".
        let inverted =
            self.says(0, &["had"]) && at > 0 && (1..4).any(|n| !self.people(n).is_empty());
        if inverted || self.is_remembered() {
            return true;
        }
        let asked = || self.items.iter().rev().take(3).any(|i| i.is_mark('?'));
        if !self.has(Class::Doubt) {
            return asked();
        }
        let mut comma = false;
        for n in (0..at).rev().take_while(|n| !self.breaks(*n)) {
            comma |= self.mark(n, ',');
            // "If necessary, A will meet B": a condition reaches to the end of its clause.
            let condition = || self.says(n, &["if", "unless", "whether"]);
            if self.is(n, Class::Doubt) && !(comma && condition()) {
                return true;
            }
        }
        asked()
    }

    /// "Ten years ago today", "On this day last year": whether a sentence opens with what is remembered, which has no day that can be told.
    fn is_remembered(&self) -> bool {
        let ago = [
            "years ago",
            "decades ago",
            "year ago",
            "this day last year",
            "this day in",
        ];
        let find = || {
            let words = &self.facts.mentions.words;
            let opening = self.items.get(..6.min(self.items.len()));
            let opening = match opening.unwrap_or_default() {
                [only] => words.text_of(&only.words),
                [first, .., last] => words.text_of(&(first.words.start..last.words.end)),
                [] => "",
            };
            let opening = opening.to_lowercase();
            ago.iter().any(|a| opening.contains(a))
        };
        *self.known.remembered.get_or_init(find)
    }

    /// Whether a verb is in the passive: a form of "be" stands before it and "by" behind.
    pub(in crate::rule::en) fn passive(&self, verb: usize) -> bool {
        (verb.saturating_sub(4)..verb).rev().any(|n| {
            self.is(n, Class::Be) || self.item(n).is_some_and(|i| self.text(i).ends_with(" be"))
        })
    }

    /// The date of the sentence that stands nearest to a chunk.
    pub(in crate::rule::en) fn date(&self, near: usize, planned: bool) -> Option<PartialDate> {
        let at = self.chunks.get(near)?.items.start;
        let dates = self.items.iter().enumerate().filter_map(|(n, i)| {
            if let Kind::Date(when) = i.kind
                && !(planned && self.in_dateline(n))
                && !self.is_elsewhere(at, n)
            {
                Some((n, when))
            } else {
                None
            }
        });
        let Some((_, nearest)) = dates.min_by_key(|(n, _)| n.abs_diff(at)) else {
            return self.year_of_clause(at).map(PartialDate::of_year);
        };
        nearest.resolve(self.published, planned)
    }

    /// "recalled that in 2018 A received B", "A received B in 2018": the year that opens the clause of an item or stands in it with no
    /// comma between, where it is not that of publication.
    fn year_of_clause(&self, at: usize) -> Option<i16> {
        let mut years = self.items.iter().enumerate().filter_map(|(n, item)| {
            let year = self.year(item)?;
            let within = self.items.get(n.min(at)..n.max(at))?;
            let opener = n.checked_sub(2).and_then(|b| self.items.get(b));
            let opens = n < at && opener.is_none_or(|i| self.text(i) == "that");
            let behind_in = n.checked_sub(1).and_then(|b| self.items.get(b));
            let near = opens || within.iter().all(|i| !i.is_mark(','));
            (near && behind_in.is_some_and(|i| i.is(Class::In))).then_some(year)
        });
        years
            .next_back()
            .filter(|year| self.published.is_none_or(|p| p.year() > *year))
    }

    /// The year that an item is by itself.
    pub(super) fn year(&self, item: &Item<'_>) -> Option<i16> {
        let words = &self.facts.mentions.words;
        if words.at(item.words.start).token.shape != Shape::Number || item.words.len() != 1 {
            return None;
        }
        let text = self.text(item);
        let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        text.parse().ok().filter(|_| year)
    }

    /// Whether the date nearest to a chunk lies behind the day of publication.
    pub(in crate::rule::en) fn is_to_come(&self, near: usize) -> bool {
        let Some(at) = self.chunks.get(near).map(|c| c.items.start) else {
            return false;
        };
        let dates = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(n, i)| match i.kind {
                Kind::Date(when) if !self.in_dateline(n) && !self.is_elsewhere(at, n) => {
                    Some((n, when))
                }
                _ => None,
            });
        let nearest = dates.min_by_key(|(n, _)| n.abs_diff(at));
        let date = nearest.and_then(|(_, when)| when.resolve(self.published, true));
        // A day of the week may be the last or the next one: the present tense decides for the next.
        let weekday = nearest.is_some_and(|(_, when)| matches!(when, When::Weekday(_)));
        let present = (near..near + 4).any(|n| {
            self.item(n).is_some_and(|i| {
                [
                    "opens", "begins", "starts", "gathers", "convenes", "meets", "arrives",
                    "leaves", "travels", "flies",
                ]
                .contains(&self.text(i))
            })
        });
        match (date, self.published) {
            (Some(date), Some(published)) => date.first_day() > published && (!weekday || present),
            _ => false,
        }
    }

    /// Whether an item stands in a dateline: few items from the beginning, a dash or a bracket behind.
    fn in_dateline(&self, n: usize) -> bool {
        let closes = |m: usize| {
            self.items
                .get(m)
                .is_some_and(|i| ['–', '—', '/', '('].iter().any(|c| i.is_mark(*c)))
        };
        n < 6 && (n + 1..n + 4).any(closes)
    }

    /// The city of the sentence: one behind "in" or "at", nearest to a chunk.
    pub(in crate::rule::en) fn place(&self, near: usize) -> Option<String> {
        let at = self.chunks.get(near)?.items.start;
        let cities = self.items.iter().enumerate().filter(|(n, i)| {
            let before = n.checked_sub(1).and_then(|b| self.items.get(b));
            let there = before.is_some_and(|b| b.is(Class::In) || b.is(Class::Travel));
            let denied = n
                .checked_sub(2)
                .and_then(|b| self.items.get(b))
                .is_some_and(|b| b.is(Class::Negation));
            i.city().is_some()
                && there
                && !denied
                && i.state().is_none()
                && !self.is_elsewhere(at, *n)
        });
        let nearest = cities.min_by_key(|(n, _)| n.abs_diff(at))?;
        Some(self.text(nearest.1).to_owned())
    }
}
