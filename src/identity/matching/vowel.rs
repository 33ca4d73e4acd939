//! Which vowels writers put for each other: "Muhammad" and "Mohammed", but neither "Armen" and "Arman" nor "Owusu" and "Owusua".
//!
//! In come two words, out comes how far the vowels of one are from being another spelling of those of the other. Consonants are none of
//! its business, and words of scripts that leave vowels out or put them in are never told apart here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::distance::weight;
use super::letters::LETTERS;
use super::onset::{unmarked, without_marks};
use super::script::{Script, Vowels};
use super::sound::{Segment, Sort, Sounds};
use super::word::Word;

/// How far vowels are apart, the nearest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exchange {
    /// The same vowels in another spelling ("Kairat" and "Kayrat").
    #[default]
    Spelling,
    /// Vowels that one language hears where another hears the other ("Omar" and "Umar"), which tell a few given names apart.
    Near,
    /// Vowels that are put for each other in some words ("Rahman" and "Rahmon") and make two names of others ("Armen" and "Arman").
    Doubtful,
    /// Vowels that are two.
    Other,
}

/// For each spelling of a given name that the vowels alone do not tell as one the rows in which it stands.
static ROWS: LazyLock<BTreeMap<String, Vec<u16>>> = LazyLock::new(|| {
    let rows = super::table::cells(include_str!("data/spellings.tsv")).unwrap_or_default();
    let mut found: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for ((_, [spellings]), row) in rows.into_iter().zip(0_u16..) {
        for spelling in spellings.split('|') {
            found.entry(unmarked(spelling)).or_default().push(row);
        }
    }
    found
});

/// The rows of the table of spellings in which a word in small letters stands.
pub(super) fn rows(lower: &str) -> &'static [u16] {
    ROWS.get(&unmarked(lower)).map_or(&[], Vec::as_slice)
}

/// Whether two words stand in one row: they are one name, whatever they sound like.
pub(super) fn are_in_one_row(a: &Word, b: &Word) -> bool {
    a.rows.iter().any(|row| b.rows.contains(row))
}

/// Whether two words are spellings of one given name by the table, or of a surname that is made of one by the same end ("Akhmedov" and
/// "Akhmadov").
pub(super) fn are_one_given(a: &Word, b: &Word) -> bool {
    if are_in_one_row(a, b) {
        return true;
    }
    let (one, other) = (without_marks(a), without_marks(b));
    let are_one = |one: &str, other: &str| {
        let both = ROWS.get(one).zip(ROWS.get(other));
        both.is_some_and(|(rows, others)| rows.iter().any(|row| others.contains(row)))
    };
    let ends = one
        .char_indices()
        .map(|(at, _)| one.get(at..).unwrap_or_default());
    // "Muratov" and "Muradov" are two surnames, though "Murat" and "Murad" are one name: only vowels and double letters may differ there.
    let consonants = |word: &str| {
        let mut letters: Vec<char> = word.chars().filter(|c| !"aeiouy".contains(*c)).collect();
        letters.dedup();
        letters
    };
    let derived = consonants(&one) == consonants(&other);
    let mut stems = ends.filter(|_| derived).chain([""]).filter_map(|end| {
        let stem = one.strip_suffix(end)?;
        Some((stem, other.strip_suffix(end)?))
    });
    stems.any(|(one, other)| are_one(one, other))
}

/// How far the vowels of two words are apart, along the nearest way to make one of them the other.
pub(super) fn apart(a: &Word, b: &Word) -> Exchange {
    let is_written = |word: &Word| {
        word.vowels == Vowels::Full && !word.syllable && !matches!(word.script, Script::Hangul)
    };
    if !is_written(a) || !is_written(b) || a.segments == b.segments {
        return Exchange::Spelling;
    }
    let sounds = LETTERS.sounds();
    let (a, b) = (Sounded::of(a, sounds), Sounded::of(b, sounds));
    let mut row: Vec<Way> = vec![Way::default()];
    for place in 0..b.segments.len() {
        let before = row.last().copied().unwrap_or_default();
        row.push(before.without(&b, place));
    }
    for at in 0..a.segments.len() {
        let mut corner = row.first().copied().unwrap_or_default();
        let mut left = corner.without(&a, at);
        let mut next = vec![left];
        for place in 0..b.segments.len() {
            let above = row.get(place + 1).copied().unwrap_or_default();
            left = corner
                .exchanged((&a, at), (&b, place))
                .min(above.without(&a, at))
                .min(left.without(&b, place));
            corner = above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default().farthest
}

/// A way to make the beginning of one word that of the other: what it costs, and how far the vowels are apart at the worst.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    cost: u32,
    farthest: Exchange,
}

impl Way {
    fn without(self, word: &Sounded<'_>, at: usize) -> Self {
        let Some(segment) = word.at(at) else {
            return self;
        };
        Self {
            cost: self.cost + weight(word.sounds, segment, false, 0).1,
            farthest: self.farthest.max(word.lost(at)),
        }
    }

    fn exchanged(self, (a, at): (&Sounded<'_>, usize), (b, place): (&Sounded<'_>, usize)) -> Self {
        let (Some(one), Some(other)) = (a.at(at), b.at(place)) else {
            return self;
        };
        let cost = a.sounds.cost(one.set, other.set);
        let soft = a.is_soft(Some(one)) && b.is_soft(Some(other));
        let far = if soft {
            exchange((a, at), (b, place), cost)
        } else {
            Exchange::Spelling
        };
        Self {
            cost: self.cost + u32::from(cost),
            farthest: self.farthest.max(far),
        }
    }
}

/// The sounds of a word, to be asked for what stands around each.
struct Sounded<'w> {
    segments: &'w [Segment],
    sounds: &'w Sounds,
}

impl<'w> Sounded<'w> {
    fn of(word: &'w Word, sounds: &'w Sounds) -> Self {
        Self {
            segments: &word.segments,
            sounds,
        }
    }

    fn at(&self, place: usize) -> Option<Segment> {
        self.segments.get(place).copied()
    }

    fn before(&self, place: usize) -> Option<Segment> {
        self.at(place.checked_sub(1)?)
    }

    /// Whether a segment is a vowel or a glide.
    fn is_soft(&self, segment: Option<Segment>) -> bool {
        let sort = segment.map(|s| self.sounds.sort(s.set));
        matches!(sort, Some(Sort::Vowel | Sort::Glide | Sort::Mixed))
    }

    /// Whether a segment sounds like one of these letters.
    fn is_like(&self, segment: Option<Segment>, letters: [&str; 2]) -> bool {
        let mut sounds = letters.into_iter().filter_map(|one| LETTERS.sound_of(one));
        let soft = segment.filter(|_| self.is_soft(segment));
        soft.is_some_and(|s| sounds.any(|one| self.sounds.cost(s.set, one) <= SAME))
    }

    /// Whether nothing that sounds follows but a breath.
    fn ends(&self, place: usize) -> bool {
        let rest = self.segments.get(place + 1..).unwrap_or_default();
        rest.iter().all(|s| s.weak)
    }

    /// How far a word is from itself without the sound at a place.
    fn lost(&self, place: usize) -> Exchange {
        let own = self.at(place);
        let Some(segment) = own.filter(|_| self.is_soft(own)) else {
            return Exchange::Spelling;
        };
        if segment.weak {
            // An "e" at the end is silent in a surname, and makes "Martine" of "Martin".
            let is_vowel = self.sounds.sort(segment.set) == Sort::Vowel;
            return if is_vowel {
                Exchange::Near
            } else {
                Exchange::Spelling
            };
        }
        let around = [self.before(place), self.at(place + 1)];
        let has = |letters| around.iter().any(|next| self.is_like(*next, letters));
        let is_glide = self.is_like(own, ["i", "j"]);
        if around.iter().all(|next| !self.is_soft(*next)) {
            return if place == 0 || !self.ends(place) {
                Exchange::Doubtful
            } else {
                Exchange::Other
            };
        }
        match self.sounds.sort(segment.set) {
            Sort::Glide | Sort::Mixed => Exchange::Spelling,
            // "Aliev" and "Aliyev" have a glide more, "Nurtileu" and "Nurtleu" a vowel.
            _ if is_glide && has(["e", "i"]) => Exchange::Spelling,
            _ if has(["i", "j"]) && self.is_like(own, ["e", "e"]) => Exchange::Near,
            // "Mueller" and "Müller", "Joerg" and "Jörg", "Haenel" and "Hänel".
            _ if self.is_like(own, ["e", "e"])
                && ["a", "o", "u"]
                    .iter()
                    .any(|v| self.is_like(self.before(place), [*v, *v])) =>
            {
                Exchange::Near
            }
            // "Fyodorov" and "Fedorov".
            _ if self.is_like(self.before(place), ["i", "j"])
                && self.is_like(own, ["o", "o"])
                && !self.ends(place) =>
            {
                Exchange::Near
            }
            _ if has(["o", "u"]) && self.is_like(own, ["u", "w"]) => Exchange::Near,
            _ if is_glide => Exchange::Doubtful,
            _ => Exchange::Other,
        }
    }
}

/// Of less cost are two ways to write one sound.
const SAME: u16 = 7;

/// Up to this cost vowels are near.
const NEAR: u16 = 10;

/// Up to this cost they are put for each other in some words.
const DOUBTFUL: u16 = 17;

/// How far two vowels are apart where they stand.
fn exchange(
    (a, at): (&Sounded<'_>, usize),
    (b, place): (&Sounded<'_>, usize),
    cost: u16,
) -> Exchange {
    if cost <= SAME {
        return Exchange::Spelling;
    }
    let far = if cost <= NEAR {
        Exchange::Near
    } else if cost <= DOUBTFUL {
        Exchange::Doubtful
    } else {
        Exchange::Other
    };
    let behind = |letters| a.is_like(a.at(at + 1), letters) && b.is_like(b.at(place + 1), letters);
    let before = |letters| a.is_like(a.before(at), letters) || b.is_like(b.before(place), letters);
    let are = |one: &str, other: &str| {
        let is = |word: &Sounded<'_>, at, letter| word.is_like(word.at(at), [letter, letter]);
        (is(a, at, one) && is(b, place, other)) || (is(a, at, other) && is(b, place, one))
    };
    // One vowel of two letters: "Hussein" and "Hussain", "Chaudhury" and "Chowdhury", "Fedorov" and "Fyodorov".
    if (are("a", "e") && behind(["i", "j"]))
        || (are("a", "o") && behind(["u", "w"]))
        || (are("e", "o") && before(["i", "j"]))
    {
        return Exchange::Near;
    }
    // At either end a vowel tells names apart oftener than inside: "Otieno" and "Atieno", "Conti" and "Conte".
    let is_first = at == 0 && place == 0;
    let is_last = a.ends(at) && b.ends(place);
    match far {
        Exchange::Doubtful if is_first => Exchange::Other,
        _ if is_last => Exchange::Other,
        far => far,
    }
}
