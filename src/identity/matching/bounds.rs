//! What keeps the score of two names low, whatever their words sound like.

use super::assign::Pair;
use super::distance::syllables;
use super::given::{
    are_of_him_and_her, are_two_given, for_vowels, has_her_end, is_address_for_name,
};
use super::hers::{has_his_and_her_end, his_and_hers};
use super::korean::{self, Agreement};
use super::onset::is_other_onset;
use super::person::{Comparison, counts};
use super::script::{Script, Vowels};
use super::short::is_short_of;
use super::slip::letters_apart;
use super::stops::have_other_stops;
use super::tonal::{self, Tongue};
use super::word::{Name, Role, Word};

/// From this distance on words of scripts that write their vowels are too far apart to be sure, in thousandths.
const FAR: u32 = 360;

/// The same where the names have so few sounds that each counts, or where both are written in one script.
const FAR_FOR_SHORT: u32 = 300;

/// The same where both are in Latin letters: "Petrov" and "Petrović".
const FAR_IN_LATIN: u32 = 240;

/// The same where words of one script are joined.
const FAR_FOR_JOINED: u32 = 250;

/// The same where words of one script have three letters and more apart: no slip, so only another spelling of the same sounds.
const FAR_FOR_OTHER_LETTERS: u32 = 230;

/// Names of fewer sounds than this are short.
const SHORT: u32 = 260;

/// From this distance on two words of one syllable are two words: there is no room in them for another spelling of a sound.
const FAR_FOR_SYLLABLES: u32 = 60;

/// The same in names of three syllables and more, of which the others bear the name out.
const FAR_FOR_MORE_SYLLABLES: u32 = 100;

/// From this distance on the first words of two names, which are given names oftener than not, are two names.
const FAR_FOR_FIRST: u32 = 235;

/// Beside a word with a slip in it the others are no farther apart than this.
const NEAR_BESIDE_SLIP: u32 = 120;

/// The graph does not believe this score by the name alone.
pub(super) const DOUBTED: u32 = 840;

/// From this distance on two Latin words are oftener two names ("Belov" and "Belyaev") than spellings of one. Of the pairs of spellings of one
/// person in `tests/matching/names.tsv` that are all Latin, 17 of 576 are as far apart.
const FAR_FOR_LATIN: u32 = 105;

/// Just enough to be the same.
const BARELY: u32 = 720;

/// Something that keeps a score low, whatever the words sound like.
pub(super) struct Bound {
    pub(super) why: &'static str,
    /// The highest score that is left, where it applies.
    pub(super) limit: fn(&Comparison<'_>) -> Option<u32>,
}

pub(super) const BOUNDS: &[Bound] = &[
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
        limit: |c| {
            let most = if are_all_initials(c) { BARELY } else { 650 };
            (c.words == 1 && c.initials > 0).then_some(most)
        },
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
                first.is_some_and(|word| word.role == Role::Name)
            };
            (leads(&c.left_a, c.a) || leads(&c.left_b, c.b)).then_some(600)
        },
    },
    Bound {
        why: "one of the words is another form of its partner, or has a slip in it",
        limit: |c| {
            let slips = c.pairs.iter().filter(|pair| pair.slip).count();
            let is_far =
                |pair: &Pair| !pair.slip && !pair.initial && pair.distance > NEAR_BESIDE_SLIP;
            match slips {
                0 => None,
                1 if !c.pairs.iter().any(is_far) => Some(DOUBTED),
                _ => Some(690),
            }
        },
    },
    Bound {
        why: "the words stand in another order than that of one name",
        limit: |c| (c.turns() > 1).then_some(690),
    },
    Bound {
        why: "one of the words is too far from its partner",
        limit: |c| c.pairs.iter().any(|pair| is_far(c, pair)).then_some(690),
    },
    Bound {
        why: "they have two given names that are near each other",
        limit: |c| {
            c.pairs
                .iter()
                .any(|pair| are_two_given(c, pair))
                .then_some(690)
        },
    },
    Bound {
        why: "one of the words has other vowels than a spelling of it has",
        limit: |c| {
            let pairs = c.single_pairs().filter(|_| !c.is_of_syllables());
            pairs.filter_map(|(a, b)| for_vowels(c, a, b)).min()
        },
    },
    Bound {
        why: "one given name has the end of a woman's",
        limit: |c| {
            let is_apart =
                |(a, b): (&Word, &Word)| has_her_end(a, b) && !is_short_of(a.forms, b.forms);
            c.single_pairs().any(is_apart).then_some(690)
        },
    },
    Bound {
        why: "one of the words has a t or a p where the other has a d or a b",
        limit: |c| {
            let mut pairs = c.single_pairs();
            pairs
                .any(|(a, b)| have_other_stops(a, b))
                .then_some(DOUBTED)
        },
    },
    Bound {
        why: "a form of address stands where the other has a name",
        limit: |c| {
            let mut pairs = c.pairs.iter();
            pairs
                .any(|pair| is_address_for_name(c, pair))
                .then_some(DOUBTED)
        },
    },
    Bound {
        why: "one of the words, which are of one syllable, sounds otherwise",
        limit: |c| {
            let far = match c.words {
                ..=2 => FAR_FOR_SYLLABLES,
                _ => FAR_FOR_MORE_SYLLABLES,
            };
            (c.worst > far && c.is_latin() && c.is_of_syllables()).then_some(690)
        },
    },
    Bound {
        why: "one is named as a man and the other as a woman",
        limit: |c| (c.is_latin() && has_his_and_her_end(c)).then_some(690),
    },
    Bound {
        why: "one given name is a man's and the other a woman's",
        limit: |c| {
            let apart = |pair: &Pair| are_of_him_and_her(c, pair);
            c.pairs.iter().any(apart).then_some(440)
        },
    },
    Bound {
        why: "one is addressed as a man and the other as a woman",
        limit: |c| {
            let apart = |class| {
                let both = c.a.told_as(class).zip(c.b.told_as(class));
                both.is_some_and(|(one, other)| one != other)
            };
            (apart("address") || apart("middle")).then_some(440)
        },
    },
    Bound {
        why: "one of the words begins with a letter that nobody writes for the other",
        limit: |c| {
            let mut pairs = c.single_pairs();
            pairs.any(|(a, b)| is_other_onset(a, b)).then_some(690)
        },
    },
    Bound {
        why: "in Latin letters one of the words is written otherwise than a spelling is",
        limit: |c| {
            let far = |pair: &Pair| {
                !pair.initial && counts(c.a, c.b, pair) && pair.distance > FAR_FOR_LATIN
            };
            (c.is_latin() && c.pairs.iter().any(far)).then_some(DOUBTED)
        },
    },
    Bound {
        why: "only one surname has a particle that nobody leaves out",
        limit: |c| {
            let is_kept = |left: &[usize], name: &Name| {
                let mut behind = left.iter().filter(|place| **place > 0);
                behind.any(|place| name.words.get(*place).is_some_and(Word::is_kept))
            };
            // The "Van" of Vietnam is no particle.
            let is_vietnamese = c.a.tongue == Some(Tongue::Vietnamese) && c.a.tongue == c.b.tongue;
            let kept = is_kept(&c.left_a, c.a) || is_kept(&c.left_b, c.b);
            (kept && !is_vietnamese).then_some(690)
        },
    },
    Bound {
        why: "two given names stand in another order",
        limit: |c| are_exchanged(c).then_some(690),
    },
    Bound {
        why: "one ends in -n where the other ends in -ng",
        limit: |c| {
            let more = |a: &Word, b: &Word| {
                a.text.ends_with("ng") && a.text.strip_suffix('g') == Some(&b.text)
            };
            let mut pairs = c.single_pairs();
            pairs.any(|(a, b)| more(a, b) || more(b, a)).then_some(690)
        },
    },
    Bound {
        why: "one has a second given name that the other has not",
        limit: |c| {
            let inside = |left: &[usize], name: &Name| {
                let mut left = left
                    .iter()
                    .filter(|n| **n > 0 && **n + 1 < name.words.len());
                left.any(|n| {
                    let word = name.words.get(*n);
                    word.is_some_and(|w| w.role == Role::Name && w.given.known)
                })
            };
            (inside(&c.left_a, c.a) || inside(&c.left_b, c.b)).then_some(DOUBTED)
        },
    },
    Bound {
        why: "one goes on with a surname, behind a hyphen or where the other is given names alone",
        limit: |c| {
            (goes_on(&c.left_b, c.b, c.a) || goes_on(&c.left_a, c.a, c.b)).then_some(DOUBTED)
        },
    },
    Bound {
        why: "one of the syllables is another one in Hangul",
        limit: |c| (korean::agreement(c.a, c.b) == Some(Agreement::None)).then_some(690),
    },
    Bound {
        why: "in that language one of the syllables is another one",
        limit: |c| {
            let mut pairs = c.single_pairs();
            let one_tongue = c.a.tongue.is_some() && c.a.tongue == c.b.tongue;
            let is_other = |(a, b): (&Word, &Word)| tonal::letters(a) != tonal::letters(b);
            (one_tongue && pairs.any(is_other)).then_some(690)
        },
    },
    Bound {
        why: "they have other characters of one sound",
        limit: |c| {
            let mut pairs = c.single_pairs();
            pairs
                .any(|(a, b)| a.syllable && b.syllable && a.text != b.text)
                .then_some(DOUBTED)
        },
    },
    Bound {
        why: "one surname is a man's and the other a woman's, and the given names differ",
        limit: |c| his_and_hers(c).then_some(440),
    },
];

/// "Kofi Owusu-Ansah" beside "Kofi Owusu", "Rajesh Kumar Singh" beside "Rajesh Kumar": whether the last word of a name, which the other has not, may
/// be the surname by which its bearer is told from the other.
fn goes_on(left: &[usize], longer: &Name, other: &Name) -> bool {
    let Some(last) = longer.words.last().filter(|w| w.role == Role::Name) else {
        return false;
    };
    let given = |w: &Word| w.given.known && !w.given.family;
    let all_given = other.words.iter().filter(|w| w.is_own()).all(given);
    left.contains(&(longer.words.len() - 1)) && (last.tied || all_given)
}

/// Whether two initials and more of one name all fit those of the other, nothing is left, and no more can be told: brothers share
/// the father's name, and a surname of one syllable has too many bearers.
fn are_all_initials(c: &Comparison<'_>) -> bool {
    let mut words = c.a.words.iter().chain(&c.b.words);
    let is_rare = |pair: &Pair| {
        let mut surname = c.a.words.iter().skip(pair.a.0).take(pair.a.1);
        pair.initial || surname.any(|word| syllables(&word.segments) > 1)
    };
    c.initials > 1
        && c.alone() == (0, 0)
        && words.all(|word| word.role != Role::Patronymic)
        && c.pairs.iter().all(is_rare)
}

/// Whether the words of a pair are too far apart for one name. Scripts that leave vowels out or put them in tell nothing here,
/// unless both words are written in the same.
fn is_far(c: &Comparison<'_>, pair: &Pair) -> bool {
    let words = || {
        let one = c.a.words.iter().skip(pair.a.0).take(pair.a.1);
        one.chain(c.b.words.iter().skip(pair.b.0).take(pair.b.1))
    };
    if pair.initial || pair.slip || !words().any(Word::is_own) {
        return false;
    }
    let script = words().next().map(|word| word.script);
    let in_one = words().all(|word| Some(word.script) == script);
    let is_loose = words().any(|word| match word.vowels {
        Vowels::Full => false,
        Vowels::Sparse => !in_one,
        Vowels::PutIn => true,
    });
    let far = match (in_one, pair.a.1 + pair.b.1) {
        (true, 3..) => FAR_FOR_JOINED,
        (true, _) if pair.distance > FAR_FOR_OTHER_LETTERS && has_other_letters(c, pair) => {
            FAR_FOR_OTHER_LETTERS
        }
        (true, _) if pair.a.0 == 0 && pair.b.0 == 0 => FAR_FOR_FIRST,
        (true, _) if script == Some(Script::Latin) => FAR_IN_LATIN,
        _ if in_one || c.weight < SHORT => FAR_FOR_SHORT,
        _ => FAR,
    };
    !is_loose && pair.distance > far
}

/// "Ali Hassan" and "Hassan Ali": whether the words stand in another order, and all are names that people are given, or those of Arabic, which
/// never begins with the family.
fn are_exchanged(c: &Comparison<'_>) -> bool {
    let given = |w: &Word| w.given.known && !w.given.family || w.script == Script::Arabic;
    let words = || c.a.words.iter().chain(&c.b.words).filter(|w| w.is_own());
    let mut places: Vec<(usize, usize)> = c.pairs.iter().map(|p| (p.a.0, p.b.0)).collect();
    places.sort_unstable();
    let script = words().next().map(|w| w.script);
    !places.is_sorted_by_key(|(_, b)| *b) && words().all(|w| given(w) && Some(w.script) == script)
}

/// Whether two words of a script that writes all sounds have other letters, more than slip in.
fn has_other_letters(c: &Comparison<'_>, pair: &Pair) -> bool {
    /// The most slips in a word.
    const SLIPS: usize = 2;
    let words = c.a.words.get(pair.a.0).zip(c.b.words.get(pair.b.0));
    words.is_some_and(|(one, other)| {
        one.vowels == Vowels::Full && letters_apart(one, other, SLIPS).is_none()
    })
}
