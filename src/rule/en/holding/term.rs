//! When an office was taken and left: "Speaker since 2019", "elected on 3 May", "President from 2015 to 2019", "the new Chair".
//!
//! In comes the place of an office and of the name of its holder, out come the dates that the words right behind them tell,
//! or those of the verb that elects. This module never decides whether an office is held.

use std::ops::Range;

use super::Held;
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Mentions, OfficeMention, When, year_at};
use crate::text::PartialDate;

/// How many items a verb of electing may stand before the office to which somebody is elected.
const REACH: usize = 6;

/// What the words tell of the time of an office.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    /// The day on which it was taken, or since when it is held.
    pub since: Option<When>,
    /// Until when it was held.
    pub until: Option<When>,
    /// Whether it is said to be new, without a day.
    pub newly: bool,
    /// When it was held, where the words tell of one time: "who was Speaker in 2012".
    pub at: Option<When>,
    /// Whether that is told with a word for what is over.
    pub was: bool,
    /// The time of which the sentence tells as a whole: "In 2012, Speaker A opened".
    pub told_of: Option<When>,
    /// The words that say so.
    pub words: Option<Range<usize>>,
}

/// What is said of the time of an office that somebody is said to hold by the items `cover` of a sentence.
pub(super) fn times(
    mentions: &Mentions<'_>,
    items: &[Item<'_>],
    (held, cover): (Held, &Range<usize>),
) -> Times {
    let reader = Reader { mentions, items };
    let mut places = cover.clone().rev();
    let office = places.find(|n| reader.is_office_of(*n, held));
    let newly = office.is_some_and(|n| reader.is_mention(n, |o| o.newly));
    let mut behind = [cover.end].into_iter().chain(office.map(|n| n + 1));
    let told = behind
        .find_map(|at| reader.behind(at))
        .or_else(|| reader.elected(office?, cover));
    let told = told.or_else(|| reader.was(cover));
    if let Some(told) = told {
        return Times { newly, ..told };
    }
    let told_of = reader.told_of(cover.start);
    let then = told_of.filter(|_| office.is_some_and(|n| reader.is_mention(n, |o| o.former)));
    let words = office.filter(|_| newly || told_of.is_some());
    Times {
        newly,
        at: then,
        told_of,
        words: words.and_then(|n| Some(items.get(n)?.words.clone())),
        ..Times::default()
    }
}

impl Times {
    /// What two tellings of one office say together: what one of them says of its term, and of another time than now only what
    /// both do.
    pub fn join(&mut self, other: Self) {
        let now = self.told_of.is_none() || other.told_of.is_none();
        let then = self.at.is_none() || other.at.is_none();
        let bounds = |times: &Self| times.since.is_some() || times.until.is_some() || times.newly;
        if !bounds(self) && bounds(&other) {
            *self = other;
        }
        if now {
            self.told_of = None;
        }
        if then {
            self.at = None;
        }
        if *self
            == (Self {
                words: self.words.clone(),
                ..Self::default()
            })
        {
            self.words = None;
        }
    }
}

struct Reader<'r, 'm, 'a> {
    mentions: &'m Mentions<'a>,
    items: &'r [Item<'a>],
}

impl Reader<'_, '_, '_> {
    fn is(&self, at: usize, class: Class) -> bool {
        self.items.get(at).is_some_and(|i| i.is(class))
    }

    fn mark(&self, at: usize, marks: &[char]) -> bool {
        let item = self.items.get(at);
        item.is_some_and(|i| matches!(i.kind, Kind::Mark(mark) if marks.contains(&mark)))
    }

    /// Whether a place holds the office that is held.
    fn is_office_of(&self, at: usize, held: Held) -> bool {
        let (Held::Office { mention, .. }
        | Held::OfficeOf { mention, .. }
        | Held::OfficeLike { mention, .. }) = held
        else {
            return false;
        };
        self.items.get(at).and_then(Item::office) == Some(mention)
    }

    /// Whether the office mention of a place is so.
    fn is_mention(&self, at: usize, so: impl Fn(&OfficeMention) -> bool) -> bool {
        let mention = self.items.get(at).and_then(Item::office);
        mention
            .and_then(|m| self.mentions.offices.get(m))
            .is_some_and(so)
    }

    /// The date at a place, and the place behind it.
    fn date(&self, at: usize) -> Option<(When, usize)> {
        let item = self.items.get(at)?;
        if let Kind::Date(when) = item.kind {
            return Some((when, at + 1));
        }
        let year = year_at(&self.mentions.words, self.items, at)?;
        Some((When::Date(PartialDate::of_year(year)), at + 1))
    }

    /// The date at a place or behind the word before dates that may stand there.
    fn dated(&self, at: usize) -> Option<(When, usize)> {
        let before = self.is(at, Class::On) || self.is(at, Class::In);
        self.date(at + usize::from(before))
    }

    fn words(&self, range: Range<usize>) -> Option<Range<usize>> {
        let items = self.items.get(range)?;
        Some(items.first()?.words.start..items.last()?.words.end)
    }

    /// What the words from a place on tell: "since 2019", "(2015–2019)", ", elected on 3 May".
    fn behind(&self, at: usize) -> Option<Times> {
        let from = at + usize::from(self.mark(at, &[',', '(']));
        let (since, until, end) = self
            .range(from)
            .or_else(|| self.one_end(from))
            .or_else(|| self.by_verb(from))?;
        Some(Times {
            since,
            until,
            words: self.words(from..end),
            ..Times::default()
        })
    }

    /// "from 2015 to 2019", "between 2015 and 2019", "in 2015–2019", "2015–2019".
    fn range(&self, from: usize) -> Option<(Option<When>, Option<When>, usize)> {
        let opens = [Class::From, Class::Between, Class::In];
        let first = from + usize::from(self.items.get(from).is_some_and(|i| i.is_any(&opens)));
        let (since, next) = self.date(first)?;
        let joins = [Class::To, Class::Until, Class::And];
        let joined = self.items.get(next).is_some_and(|i| i.is_any(&joins));
        if !joined && !self.mark(next, &['-', '–', '—']) {
            return None;
        }
        let (until, end) = self.date(next + 1)?;
        // "from 3 May to 5 May": the days of a journey. A term goes over the end of a year.
        let years = dated_year(since).zip(dated_year(until));
        let whole = years.is_some_and(|(first, last)| first < last);
        whole.then_some((Some(since), Some(until), end))
    }

    /// "since 2019", "until 2019".
    fn one_end(&self, from: usize) -> Option<(Option<When>, Option<When>, usize)> {
        let (date, end) = self.date(from + 1)?;
        // "since Monday in Riga": whoever is told with a day of the week is not told of a term.
        dated_year(date)?;
        if self.is(from, Class::Since) {
            Some((Some(date), None, end))
        } else if self.is(from, Class::Until) {
            Some((None, Some(date), end))
        } else {
            None
        }
    }

    /// "elected on 3 May", "who took office in 2019".
    fn by_verb(&self, from: usize) -> Option<(Option<When>, Option<When>, usize)> {
        let mut verb = from;
        while verb < from + 3
            && self
                .items
                .get(verb)
                .is_some_and(|i| i.is_any(&[Class::Who, Class::Be, Class::Have]))
        {
            verb += 1;
        }
        if !self.elects(verb) {
            return None;
        }
        let (date, end) = self.dated(verb + 1)?;
        Some((Some(date), None, end))
    }

    /// "was Speaker in 2012", "served as Speaker in May 2012": the time behind an office that somebody had then.
    fn was(&self, cover: &Range<usize>) -> Option<Times> {
        let past = ["was", "were", "served as", "had been"];
        let words = &self.mentions.words;
        let mut items = self.items.get(cover.clone())?.iter();
        items.find(|i| words.say(&i.words, &past))?;
        // "was re-elected Speaker on 4 April": the day of the election.
        if items.any(|i| i.is(Class::Elect) || words.text_of(&i.words).contains("elected")) {
            return None;
        }
        let told = self.is(cover.end, Class::On) || self.is(cover.end, Class::In);
        let (date, end) = self.date(cover.end + 1).filter(|_| told)?;
        dated_year(date)?;
        Some(Times {
            at: Some(date),
            was: true,
            told_of: Some(date),
            words: self.words(cover.end..end),
            ..Times::default()
        })
    }

    /// "In 2012, ", "Back in May 2012 ": the time with which a sentence begins, where that is before a place.
    fn told_of(&self, place: usize) -> Option<When> {
        let (at, (date, end)) = (0..3).find_map(|at| Some((at, self.date(at)?)))?;
        let opens = |n: usize| self.is(n, Class::On) || self.is(n, Class::In);
        dated_year(date)?;
        (end <= place && at.checked_sub(1).is_none_or(opens)).then_some(date)
    }

    /// Whether a place holds a verb by which somebody takes an office for the first time.
    fn elects(&self, at: usize) -> bool {
        let row = self.items.get(at).and_then(|i| i.word(Class::Elect));
        row.is_some_and(|row| self.mentions.words.lexicon.value(row) == 0)
    }

    /// "was elected Speaker on 3 May", "elected on 3 May as Speaker", "On 3 May the House elected A its Speaker": the date of the
    /// verb that elects to the office of a place.
    fn elected(&self, office: usize, cover: &Range<usize>) -> Option<Times> {
        let verb = if self.is_mention(office, |o| o.elected && !o.definite) {
            office
        } else {
            (office.saturating_sub(REACH)..office)
                .rev()
                .take_while(|n| self.is_plain_or(*n, cover))
                .find(|n| self.elects(*n))?
        };
        let denied = (verb.saturating_sub(4)..verb)
            .any(|n| self.is(n, Class::Negation) || self.is(n, Class::Wish));
        if denied {
            return None;
        }
        let behind = [office + 1, cover.end, verb + 1];
        let found = behind
            .into_iter()
            .find_map(|at| Some((at, self.dated(at)?)));
        let (from, (date, end)) = found.or_else(|| {
            let first = (0..3).find_map(|at| Some((at, self.date(at)?)))?;
            let (_, (_, end)) = first;
            // "On Monday the House congratulated A, elected its Speaker": another verb has the date.
            let finite = !verb.checked_sub(1).is_some_and(|b| self.mark(b, &[',']));
            let nobody = |n: usize| {
                cover.contains(&n) || self.items.get(n).is_some_and(|i| i.person().is_none())
            };
            let own = (end..verb).all(nobody);
            (finite && end <= verb && own).then_some(first)
        })?;
        Some(Times {
            since: Some(date),
            words: self.words(from..end),
            ..Times::default()
        })
    }

    /// Whether a place may stand between a verb and the office to which it elects: no comma, and nobody and no office but those
    /// of the holding itself.
    fn is_plain_or(&self, at: usize, cover: &Range<usize>) -> bool {
        let plain = |i: &Item<'_>| i.person().is_none() && i.office().is_none() && !i.is_mark(',');
        cover.contains(&at) || self.items.get(at).is_some_and(plain)
    }
}

/// The year of a date that tells it.
fn dated_year(when: When) -> Option<i16> {
    if let When::Date(date) = when {
        Some(date.year())
    } else {
        None
    }
}
