//! Whether two names are of one person.

use super::assign::{Pair, assign, assign_unless_apart};
use super::distance::{ends_as_her, syllables};
use super::script::{Script, Vowels};
use super::short::is_short_of;
use super::verdict::{Match, Reason};
use super::word::{Name, Role, Word};

/// From this distance on words of scripts that write their vowels are too far apart to be sure, in thousandths.
const FAR: u32 = 360;

/// The same where the names have so few sounds that each counts.
const FAR_FOR_SHORT: u32 = 300;

/// Names of fewer sounds than this are short.
const SHORT: u32 = 260;

/// What is taken off for each word that one of the names has and the other has not.
const DROPPED: u32 = 20;

/// From this distance on two words of one syllable are two words: there is no room in them for another spelling of a sound.
const FAR_FOR_SYLLABLES: u32 = 60;

/// Names that have each a word that the other has not score less than this.
pub(super) const LEAST_ASKED: u32 = 300;

/// From this distance on the given names of him and her are two given names.
const HIS_AND_HERS: u32 = 25;

/// Compares two names.
pub(super) fn compare(a: &Name, b: &Name) -> Match {
    Comparison::new(a, b).judge()
}

/// Whether two names score so many thousandths, at least [`LEAST_ASKED`]: what [`compare`] says, and less work where they do not.
pub(super) fn reach(a: &Name, b: &Name, least: u32) -> bool {
    debug_assert!(least >= LEAST_ASKED);
    assign_unless_apart(a, b).is_some_and(|pairs| Comparison::of(a, b, pairs).reaches(least))
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

fn text(words: &[Word], (at, count): (usize, usize)) -> String {
    let words = words.iter().skip(at).take(count);
    words.map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Two names side by side, and what their words say.
struct Comparison<'n> {
    a: &'n Name,
    b: &'n Name,
    pairs: Vec<Pair>,
    /// The words without a partner.
    left_a: Vec<usize>,
    left_b: Vec<usize>,
    /// What the words with a partner count.
    weight: u32,
    mean: u32,
    worst: u32,
    /// How many words are the same ones, initials apart.
    words: usize,
    initials: usize,
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
    fn alone(&self) -> (usize, usize) {
        let of = |words: &[Word], left: &[usize]| {
            let mut words = left.iter().filter_map(|place| words.get(*place));
            words.by_ref().filter(|w| w.is_own()).count()
        };
        (
            of(&self.a.words, &self.left_a),
            of(&self.b.words, &self.left_b),
        )
    }

    /// Whether a script is involved that leaves vowels out or puts them in.
    fn is_loose(&self) -> bool {
        let mut words = self.a.words.iter().chain(&self.b.words);
        words.any(|w| w.vowels != Vowels::Full)
    }

    /// Whether both names are written in Latin letters, in which nobody declines a name and each letter counts.
    fn is_latin(&self) -> bool {
        let mut words = self.a.words.iter().chain(&self.b.words);
        words.all(|w| w.script == Script::Latin)
    }

    /// Whether all words of both names are syllables, as those of Chinese names are that are as short as that.
    fn is_of_syllables(&self) -> bool {
        let mut words = self.a.words.iter().chain(&self.b.words);
        words.all(|w| w.role == Role::Name && syllables(&w.segments) == 1)
    }

    /// How often the words of one name go back in the other: once where the surname changes its end, more often where
    /// the words are the same by chance.
    fn turns(&self) -> usize {
        let order: Vec<usize> = self.pairs.iter().map(|p| p.b.0).collect();
        let next = order.iter().cycle().skip(1);
        order.iter().zip(next).filter(|(x, y)| x > y).count()
    }
}

/// Whether a pair says something: an article or a form of address that both have says nothing.
fn counts(a: &Name, b: &Name, pair: &Pair) -> bool {
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

/// Something that keeps a score low, whatever the words sound like.
struct Bound {
    why: &'static str,
    /// The highest score that is left, where it applies.
    limit: fn(&Comparison<'_>) -> Option<u32>,
}

const BOUNDS: &[Bound] = &[
    Bound {
        why: "no word is in both",
        limit: |c| (c.words == 0).then_some(100),
    },
    Bound {
        why: "each has a word that the other has not: two given names, or two surnames",
        limit: |c| {
            let (a, b) = c.alone();
            let alone = u32::try_from(a + b).unwrap_or(u32::MAX);
            (a > 0 && b > 0).then(|| c.weight * 300 / (c.weight + 100_u32.saturating_mul(alone)))
        },
    },
    Bound {
        why: "they are of different generations of a family",
        limit: |c| {
            let both = c.a.generation.is_some() && c.b.generation.is_some();
            (both && c.a.generation != c.b.generation).then_some(250)
        },
    },
    Bound {
        why: "only one tells the generation in the family",
        limit: |c| (c.a.generation != c.b.generation).then_some(550),
    },
    Bound {
        why: "only one word is in both, which many people may have",
        limit: |c| (c.words == 1 && c.initials == 0).then_some(500),
    },
    Bound {
        why: "only words that one of them writes as one are in both, and a word is left",
        limit: |c| {
            let (a, b) = c.alone();
            (c.pairs.len() == 1 && c.words > 1 && a + b > 0).then_some(500)
        },
    },
    Bound {
        why: "only a surname and initials are in both",
        limit: |c| (c.words == 1 && c.initials > 0).then_some(650),
    },
    Bound {
        why: "one has other initials than the other",
        limit: |c| {
            let of = |n: &Name| n.words.iter().filter(|w| w.role == Role::Initial).count();
            let (a, b) = (of(c.a), of(c.b));
            (a > 0 && b > 0 && a != b).then_some(600)
        },
    },
    Bound {
        why: "one begins with a name that the other has not, as a son named after his father does",
        limit: |c| {
            let leads = |left: &[usize], name: &Name| {
                let first = name.words.first().filter(|_| left.first() == Some(&0));
                first.is_some_and(|w| w.role == Role::Name)
            };
            (leads(&c.left_a, c.a) || leads(&c.left_b, c.b)).then_some(600)
        },
    },
    Bound {
        why: "the words stand in another order than that of one name",
        limit: |c| (c.turns() > 1).then_some(690),
    },
    Bound {
        why: "one of the words is too far from its partner",
        limit: |c| {
            let far = if c.weight < SHORT { FAR_FOR_SHORT } else { FAR };
            (c.words > 0 && !c.is_loose() && c.worst > far).then_some(690)
        },
    },
    Bound {
        why: "one of the words, which are of one syllable, sounds otherwise",
        limit: |c| {
            (c.worst > FAR_FOR_SYLLABLES && c.is_latin() && c.is_of_syllables()).then_some(690)
        },
    },
    Bound {
        why: "one is named as a man and the other as a woman",
        limit: |c| (c.is_latin() && has_his_and_her_end(c)).then_some(690),
    },
    Bound {
        why: "one given name is a man's and the other a woman's",
        limit: |c| {
            let hers = |words: &[Word], (at, count): (usize, usize)| {
                let word = words.get(at).filter(|word| count == 1 && word.is_own());
                word.and_then(|word| word.hers)
            };
            let apart = |pair: &Pair| {
                let both = hers(&c.a.words, pair.a).zip(hers(&c.b.words, pair.b));
                both.is_some_and(|(one, other)| one != other) && !is_short_form(c, pair)
            };
            c.pairs.iter().any(apart).then_some(440)
        },
    },
    Bound {
        why: "one surname is a man's and the other a woman's, and the given names differ",
        limit: |c| his_and_hers(c).then_some(440),
    },
];

/// Whether one word of a pair is the short form of the other, which may be a name of women by itself.
fn is_short_form(c: &Comparison<'_>, pair: &Pair) -> bool {
    let words = c.a.words.get(pair.a.0).zip(c.b.words.get(pair.b.0));
    words.is_some_and(|(one, other)| is_short_of(one.forms, other.forms))
}

/// Whether a word has the end of a woman's name in one of the names only ("Petrova", "Paola"), and neither of both given names is
/// that of a woman, who may be called by her husband's surname.
fn has_his_and_her_end(c: &Comparison<'_>) -> bool {
    let single = |pair: &Pair| {
        let words = (c.a.words.get(pair.a.0), c.b.words.get(pair.b.0));
        let (Some(one), Some(other)) = words else {
            return None;
        };
        (pair.a.1 == 1 && pair.b.1 == 1 && one.is_own() && other.is_own()).then_some((one, other))
    };
    let words = || c.pairs.iter().filter_map(single);
    let both_hers = |(a, b): (&Word, &Word)| a.hers == Some(true) && b.hers == Some(true);
    let apart = |(a, b): (&Word, &Word)| ends_as_his(a, b) || ends_as_his(b, a);
    words().any(apart) && !words().any(both_hers)
}

/// Whether a word is his name where the other is hers.
fn ends_as_his(his: &Word, hers: &Word) -> bool {
    /// A shorter rest is a name of its own.
    const STEM: usize = 3;
    let by_letters = hers.text.strip_suffix('a').is_some_and(|stem| {
        let end = his.text.strip_prefix(stem);
        stem.chars().count() >= STEM && matches!(end, Some("" | "o"))
    });
    by_letters || ends_as_her(&hers.segments, &his.segments)
}

/// Whether a surname has the ending of a woman's in one of the names only, and nothing shows that she is he.
fn his_and_hers(c: &Comparison<'_>) -> bool {
    let her = |pair: &Pair| {
        let single = pair.a.1 == 1 && pair.b.1 == 1;
        let words = (c.a.words.get(pair.a.0), c.b.words.get(pair.b.0));
        let (Some(one), Some(other)) = words else {
            return false;
        };
        single
            && (ends_as_her(&one.segments, &other.segments)
                || ends_as_her(&other.segments, &one.segments))
    };
    let Some(surname) = c.pairs.iter().position(her) else {
        return false;
    };
    let rest = c
        .pairs
        .iter()
        .enumerate()
        .filter(|(i, p)| *i != surname && counts(c.a, c.b, p));
    let mut given = rest.map(|(_, pair)| pair);
    !given.any(|pair| !pair.initial && pair.distance <= HIS_AND_HERS)
}
