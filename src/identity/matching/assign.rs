//! Which words of one name are which words of the other: in any order, joined or apart.

use std::collections::BTreeMap;

use super::distance::{Sounding, distance, may_begin};
use super::script::{Script, Vowels};
use super::slip::is_slip;
use super::sound::Segment;
use super::vowel::are_in_one_row;
use super::word::{Name, Role, Word};

/// Words farther apart than this are not the same word, in thousandths.
pub(super) const FARTHEST: u32 = 430;

/// What it is worth that two words are a pair at all.
const MATCHED: u32 = 20;

/// What an initial is apart from the word that begins with it.
const INITIAL: u32 = 150;

/// What it costs to join words, so that words that are alike one by one stay apart.
const JOINED: u32 = 12;

/// What a short form is apart from the full one, and a word from itself with a slip in it: too much for the graph to believe by
/// the name alone.
const SLIP: u32 = 240;

/// No farther apart are two words that the table of spellings has as one name.
const SPELLED: u32 = 40;

/// What it is apart more to be another sign of one script.
const OTHER_SIGN: u32 = 250;

/// What an initial counts; a word counts from 60 to 160.
const INITIAL_WEIGHT: u32 = 60;

/// How many words of either name may be one pair.
const COUNTS: &[(usize, usize)] = &[(1, 1), (1, 2), (1, 3), (2, 1), (3, 1)];

/// Words of one name that are words of the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// Where the words begin in either name, and how many they are; one of the counts is 1.
    pub(super) a: (usize, usize),
    pub(super) b: (usize, usize),
    /// How far they are apart, in thousandths.
    pub(super) distance: u32,
    /// What they count.
    pub(super) weight: u32,
    /// Whether one of them is an initial.
    pub(super) initial: bool,
    /// Whether they are one only if one of them is a short form or somebody slipped.
    pub(super) slip: bool,
}

/// The pairs of words that make two names most alike.
///
/// In come names of at most eight words; for each set of words of `b` that are taken the best continuation is computed
/// once, so the cost grows with words(a) · 2^words(b) at worst, and is a handful of steps for usual names.
pub(super) fn assign(a: &Name, b: &Name) -> Vec<Pair> {
    choose(a, &candidates(&a.words, &b.words))
}

/// The same, but nothing where each of the names has a word of its own that is near to none of the other's.
pub(super) fn assign_unless_apart(a: &Name, b: &Name) -> Option<Vec<Pair>> {
    let pairs = candidates(&a.words, &b.words);
    let misses = |words: &[Word], of: fn(&Pair) -> (usize, usize)| {
        let mut own = words.iter().enumerate().filter(|(_, word)| word.is_own());
        own.any(|(place, _)| {
            let mut ranges = pairs.iter().map(of);
            !ranges.any(|(at, count)| (at..at + count).contains(&place))
        })
    };
    let apart = misses(&a.words, |pair| pair.a) && misses(&b.words, |pair| pair.b);
    (!apart).then(|| choose(a, &pairs))
}

fn choose(a: &Name, pairs: &[Pair]) -> Vec<Pair> {
    let mut known = BTreeMap::new();
    let (_, chosen) = best(0, 0, a.words.len(), pairs, &mut known);
    chosen
        .into_iter()
        .filter_map(|place| pairs.get(place).cloned())
        .collect()
}

type Best = (u64, Vec<usize>);

fn best(
    at: usize,
    taken: u32,
    words: usize,
    pairs: &[Pair],
    known: &mut BTreeMap<(usize, u32), Best>,
) -> Best {
    if at >= words {
        return (0, Vec::new());
    }
    if let Some(found) = known.get(&(at, taken)) {
        return found.clone();
    }
    let mut winner = best(at + 1, taken, words, pairs, known);
    for (place, pair) in pairs.iter().enumerate() {
        let mask = ((1_u32 << pair.b.1) - 1) << pair.b.0;
        if pair.a.0 != at || taken & mask != 0 {
            continue;
        }
        let (rest, mut chosen) = best(at + pair.a.1, taken | mask, words, pairs, known);
        let gain = u64::from(pair.weight) * u64::from(FARTHEST + MATCHED - pair.distance) + rest;
        if gain > winner.0 {
            chosen.insert(0, place);
            winner = (gain, chosen);
        }
    }
    known.insert((at, taken), winner.clone());
    winner
}

/// All pairs of words, or of words joined, that are near enough.
fn candidates(a: &[Word], b: &[Word]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            for (m, n) in COUNTS {
                if let (Some(left), Some(right)) = (a.get(i..i + m), b.get(j..j + n)) {
                    pairs.extend(pair(left, right, (i, *m), (j, *n)));
                }
            }
        }
    }
    pairs
}

/// An initial and the word that begins with it.
fn initial(left: &[Word], right: &[Word], a: (usize, usize), b: (usize, usize)) -> Option<Pair> {
    let ([one], [other]) = (left, right) else {
        return None;
    };
    let fits = may_begin(&one.segments, &other.segments) && one.is_own() && other.is_own();
    fits.then_some(Pair {
        a,
        b,
        distance: INITIAL,
        weight: INITIAL_WEIGHT,
        initial: true,
        slip: false,
    })
}

fn pair(left: &[Word], right: &[Word], a: (usize, usize), b: (usize, usize)) -> Option<Pair> {
    let mut all = left.iter().chain(right);
    if all.any(|word| word.role == Role::Initial) {
        return initial(left, right, a, b);
    }
    let joined = left.len() + right.len() > 2;
    let is_article = |words: &[Word]| words.iter().all(|w| w.role == Role::Article);
    // An article is no part of a name unless it is written in one with it.
    if !joined && is_article(left) != is_article(right) {
        return None;
    }
    let (one, other) = (sounds(left), sounds(right));
    let (short, long) = (one.min(other), one.max(other));
    // Where one has more than twice the sounds of the other, more than half of them would have to go.
    if joined && 2 * short < long {
        return None;
    }
    let (one, other) = (Joined::of(left), Joined::of(right));
    let mut slip = false;
    let mut apart = if !joined && one.sounding().segments == other.sounding().segments && short > 0
    {
        0
    } else {
        let mut found = distance(one.sounding(), other.sounding(), FARTHEST);
        if let ([a], [b]) = (left, right)
            && are_in_one_row(a, b)
        {
            found = Some(found.map_or(SPELLED, |apart| apart.min(SPELLED)));
        }
        let lead = a.0 == 0 && b.0 == 0;
        if let ([a], [b]) = (left, right)
            && found.is_none_or(|apart| apart > SLIP)
        {
            slip = is_slip(a, b, lead);
        }
        if slip { SLIP } else { found? }
    };
    if joined {
        apart += JOINED;
    }
    // Where both write a syllable in one sign of one script, two signs are two names unless they sound the same.
    if let ([a], [b]) = (left, right)
        && (a.syllable && b.syllable && a.script == b.script)
        && a.text != b.text
        && (a.script == Script::Hangul || a.segments != b.segments)
    {
        apart += OTHER_SIGN;
    }
    // Long words say more than short ones, up to some length.
    let weight = u32::try_from(40 + 20 * short.min(6)).unwrap_or_default();
    (apart <= FARTHEST).then_some(Pair {
        a,
        b,
        distance: apart,
        weight,
        initial: false,
        slip,
    })
}

/// How many sounds some words have when they are written in one: what ends a word and begins the next is then one sound.
fn sounds(words: &[Word]) -> usize {
    let all: usize = words.iter().map(|w| w.segments.len()).sum();
    let next = words.iter().skip(1);
    let shared = words.iter().zip(next);
    let shared = shared.filter(|(one, next)| one.segments.last() == next.segments.first());
    all - shared.count()
}

/// The sounds of some words as if they were one.
enum Joined<'w> {
    One(&'w Word),
    Several(Vec<Segment>, Script, Vowels),
}

impl<'w> Joined<'w> {
    fn of(words: &'w [Word]) -> Self {
        if let [word] = words {
            return Self::One(word);
        }
        let mut segments: Vec<Segment> = words.iter().flat_map(|w| &w.segments).copied().collect();
        segments.dedup();
        let vowels = words.iter().map(|w| w.vowels).max();
        let script = words.first().map_or(Script::Latin, |w| w.script);
        Self::Several(segments, script, vowels.unwrap_or(Vowels::Full))
    }

    fn sounding(&self) -> Sounding<'_> {
        match self {
            Self::One(word) => Sounding {
                segments: &word.segments,
                script: word.script,
                vowels: word.vowels,
            },
            Self::Several(segments, script, vowels) => Sounding {
                segments,
                script: *script,
                vowels: *vowels,
            },
        }
    }
}
