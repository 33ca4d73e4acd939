//! Whether two names are of one person.

use super::assign::{Pair, assign, assign_unless_apart};
use super::bounds::{BOUNDS, DOUBTED};
use super::distance::{ends_in_one_sound, syllables};
use super::korean::{self, Agreement};
use super::script::Script;
use super::verdict::{Match, Reason};
use super::word::{Name, Role, Word};

/// What is taken off for each word that one of the names has and the other has not.
const DROPPED: u32 = 20;

/// Names that have each a word that the other has not score less than this.
pub(super) const LEAST_ASKED: u32 = 300;

/// Compares two names.
pub(super) fn compare(a: &Name, b: &Name) -> Match {
    Comparison::new(a, b).judge()
}

/// Whether two names score so many thousandths, at least [`LEAST_ASKED`]: what [`compare`] says, and less work where they do not.
pub(super) fn reach(a: &Name, b: &Name, least: u32) -> bool {
    debug_assert!(least >= LEAST_ASKED);
    if let Some(score) = for_korean(a, b) {
        return score >= least;
    }
    assign_unless_apart(a, b).is_some_and(|pairs| Comparison::of(a, b, pairs).reaches(least))
}

/// The score of two Korean names that agree in all their syllables, whatever their letters sound like.
fn for_korean(a: &Name, b: &Name) -> Option<u32> {
    /// All their syllables are the same by the ways in which they are usually written.
    const AGREED: u32 = 950;
    // A name that is Pinyin as well is rather Chinese, where each letter counts.
    if a.generation != b.generation || (a.tongue.is_some() && a.tongue == b.tongue) {
        return None;
    }
    match korean::agreement(a, b)? {
        Agreement::Usual => Some(AGREED),
        Agreement::Rare => Some(DOUBTED),
        Agreement::None => None,
    }
}

/// What speaks for and against, in words, the pairs of words first.
pub(super) fn explain(a: &Name, b: &Name) -> Vec<Reason> {
    let comparison = Comparison::new(a, b);
    let mut reasons = Vec::new();
    for pair in &comparison.pairs {
        reasons.push(Reason::Alike {
            one: text(&a.words, pair.a),
            other: text(&b.words, pair.b),
            likeness: 1000_u32.saturating_sub(pair.distance),
            initial: pair.initial,
        });
    }
    for (side, words, left) in [
        (1, &a.words, &comparison.left_a),
        (2, &b.words, &comparison.left_b),
    ] {
        for place in left {
            reasons.push(Reason::Alone {
                side,
                word: text(words, (*place, 1)),
            });
        }
    }
    if let Some(score) = for_korean(a, b) {
        let why = "they may be the same syllables of Korean";
        reasons.push(Reason::Decided { score, why });
        return reasons;
    }
    let bounds = BOUNDS.iter().filter_map(|bound| {
        let limit = (bound.limit)(&comparison)?;
        Some(Reason::AtMost {
            limit,
            why: bound.why,
        })
    });
    reasons.extend(bounds);
    reasons
}

/// A name with those words put in that a shorter name has for words of it: "Lars Hansen" and "Jensen" give "Lars Jensen". An initial stands for
/// whatever begins with it.
pub(super) fn with_words_of(whole: &Name, short: &Name) -> Name {
    let pairs: Vec<Pair> = (assign(whole, short).into_iter())
        .filter(|pair| !pair.initial)
        .collect();
    let mut words = Vec::new();
    for (place, word) in whole.words.iter().enumerate() {
        let covers = |pair: &&Pair| (pair.a.0..pair.a.0 + pair.a.1).contains(&place);
        let Some(pair) = pairs.iter().find(covers) else {
            words.push(word.clone());
            continue;
        };
        if pair.a.0 == place {
            // What stands before a word and has no partner, such as a particle, belongs to it.
            let ends = pairs.iter().map(|other| other.b.0 + other.b.1);
            let from = ends.filter(|end| *end <= pair.b.0).max().unwrap_or(0);
            let own = short.words.iter().take(pair.b.0 + pair.b.1).skip(from);
            words.extend(own.filter(|word| word.role != Role::Initial).cloned());
        }
    }
    Name::of(words, short.generation.or(whole.generation))
}

fn text(words: &[Word], (at, count): (usize, usize)) -> String {
    let words = words.iter().skip(at).take(count);
    words.map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Two names side by side, and what their words say.
pub(super) struct Comparison<'n> {
    pub(super) a: &'n Name,
    pub(super) b: &'n Name,
    pub(super) pairs: Vec<Pair>,
    /// The words without a partner.
    pub(super) left_a: Vec<usize>,
    pub(super) left_b: Vec<usize>,
    /// What the words with a partner count.
    pub(super) weight: u32,
    pub(super) mean: u32,
    pub(super) worst: u32,
    /// How many words are the same ones, initials apart.
    pub(super) words: usize,
    pub(super) initials: usize,
}

impl<'n> Comparison<'n> {
    fn new(a: &'n Name, b: &'n Name) -> Self {
        Self::of(a, b, assign(a, b))
    }

    fn of(a: &'n Name, b: &'n Name, pairs: Vec<Pair>) -> Self {
        let counted: Vec<&Pair> = pairs.iter().filter(|p| counts(a, b, p)).collect();
        let weight: u32 = counted.iter().map(|p| p.weight).sum();
        let costs: u32 = counted.iter().map(|p| p.distance * p.weight).sum();
        let whole = counted.iter().filter(|p| !p.initial);
        let words = whole.map(|p| p.a.1.max(p.b.1)).sum();
        Self {
            a,
            b,
            left_a: left(a.words.len(), &pairs, |p| p.a),
            left_b: left(b.words.len(), &pairs, |p| p.b),
            weight,
            mean: costs.checked_div(weight).unwrap_or(1000),
            worst: counted.iter().map(|p| p.distance).max().unwrap_or(1000),
            words,
            initials: counted.iter().filter(|p| p.initial).count(),
            pairs,
        }
    }

    fn judge(&self) -> Match {
        if let Some(score) = for_korean(self.a, self.b) {
            return Match::of(score);
        }
        let limits = BOUNDS.iter().filter_map(|bound| (bound.limit)(self));
        let least = limits.min().unwrap_or(1000);
        Match::of(self.likeness().min(least))
    }

    /// Whether the score is at least so much.
    fn reaches(&self, least: u32) -> bool {
        let mut limits = BOUNDS.iter().filter_map(|bound| (bound.limit)(self));
        self.likeness() >= least && limits.all(|limit| limit >= least)
    }

    /// How alike the words are, before anything bounds the score.
    fn likeness(&self) -> u32 {
        let likeness = 1000_u32.saturating_sub(u32::midpoint(self.mean, self.worst));
        let (a, b) = self.alone();
        let dropped = u32::try_from(a + b).unwrap_or(u32::MAX);
        likeness.saturating_sub(dropped.saturating_mul(DROPPED))
    }

    /// How many words of either name have no partner, those apart that texts leave out as they like.
    pub(super) fn alone(&self) -> (usize, usize) {
        let of = |words: &[Word], left: &[usize]| {
            let mut words = left.iter().filter_map(|place| words.get(*place));
            words.by_ref().filter(|w| w.is_own()).count()
        };
        (
            of(&self.a.words, &self.left_a),
            of(&self.b.words, &self.left_b),
        )
    }

    /// Whether both names are written in Latin letters, in which nobody declines a name and each letter counts.
    pub(super) fn is_latin(&self) -> bool {
        let mut words = self.a.words.iter().chain(&self.b.words);
        words.all(|w| w.script == Script::Latin)
    }

    /// Whether all words of both names are syllables, as those of Chinese names are that are as short as that: none ends in two consonants, as
    /// "Hans" and "Lund" do.
    pub(super) fn is_of_syllables(&self) -> bool {
        let mut words = self.a.words.iter().chain(&self.b.words);
        words.all(|w| {
            let one = w.role == Role::Name && syllables(&w.segments) == 1;
            one && ends_in_one_sound(&w.text, &w.segments)
        })
    }

    /// The words of the pairs that join one own word with one, initials and slips apart.
    pub(super) fn single_pairs(&self) -> impl Iterator<Item = (&Word, &Word)> {
        let pairs = self.pairs.iter().filter(|p| !p.initial && !p.slip);
        let single = pairs.filter(|p| (p.a.1, p.b.1) == (1, 1));
        let words =
            single.filter_map(|p| Some((self.a.words.get(p.a.0)?, self.b.words.get(p.b.0)?)));
        words.filter(|(a, b)| a.is_own() && b.is_own())
    }

    /// How often the words of one name go back in the other: once where the surname changes its end, more often where
    /// the words are the same by chance.
    pub(super) fn turns(&self) -> usize {
        let order: Vec<usize> = self.pairs.iter().map(|p| p.b.0).collect();
        let next = order.iter().cycle().skip(1);
        order.iter().zip(next).filter(|(x, y)| x > y).count()
    }
}

/// Whether a pair says something: an article or a form of address that both have says nothing.
pub(super) fn counts(a: &Name, b: &Name, pair: &Pair) -> bool {
    let own = |words: &[Word], (at, count): (usize, usize)| {
        let mut words = words.iter().skip(at).take(count);
        words.any(Word::is_own)
    };
    own(&a.words, pair.a) || own(&b.words, pair.b)
}

/// The words of one of the names that are in no pair.
fn left(words: usize, pairs: &[Pair], of: fn(&Pair) -> (usize, usize)) -> Vec<usize> {
    let taken = |place: &usize| {
        let mut ranges = pairs.iter().map(of);
        ranges.any(|(at, n)| (at..at + n).contains(place))
    };
    (0..words).filter(|place| !taken(place)).collect()
}
