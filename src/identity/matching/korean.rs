//! Korean names, in Hangul or in any of the ways in which Korea and the press write them in Latin letters.
//!
//! In come two names, out comes whether their syllables may be the same Hangul: "Hee" and "Hui" are, "Hee" and "Hye" never, "Yong" and "Young"
//! only where a rarer way of writing is meant. By their sounds alone, which are near, such names would all be one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::script::Script;
use super::word::{Name, Role, Word};

/// How far two names agree, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// All syllables are the same by the ways in which they are usually written.
    Usual,
    /// They are the same only where one is written in a rarer way, which is the usual one of another syllable.
    Rare,
    /// One of the syllables at least is another.
    None,
}

/// Letters of Hangul for which a spelling stands, as bits: usually, and in a rarer way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Jamo {
    usual: u64,
    rare: u64,
}

impl Jamo {
    fn of(usual: &str, rare: &str) -> Self {
        let bits = |letters: &str| {
            letters
                .chars()
                .filter_map(bit)
                .fold(0, |all, one| all | one)
        };
        Self {
            usual: bits(usual),
            rare: bits(rare),
        }
    }

    /// What an initial stands for beside a vowel: who writes "ŏ" and "ŭ" writes in the way of 1937, where "ch" is usually a plain one.
    const fn beside(self, vowel: &str) -> Self {
        if vowel.is_ascii() {
            self
        } else {
            Self {
                usual: self.usual | self.rare,
                rare: 0,
            }
        }
    }

    fn agreement(self, other: Self) -> Agreement {
        if self == other || self.usual & other.usual != 0 {
            Agreement::Usual
        } else if (self.usual | self.rare) & (other.usual | other.rare) != 0 {
            Agreement::Rare
        } else {
            Agreement::None
        }
    }
}

/// The bit of a letter of Hangul.
fn bit(letter: char) -> Option<u64> {
    let place = u32::from(letter).checked_sub(u32::from('ㄱ'))?;
    1_u64.checked_shl(place)
}

/// A syllable: what it begins with, its vowel, and what it ends in.
type Syllable = [Jamo; 3];

/// Where a vowel is written as a row of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Anywhere,
    /// Nothing follows in the syllable.
    Open,
    /// A consonant follows.
    Closed,
    /// An `n`, `m` or `l` follows.
    Nasal,
    /// A consonant follows and none stands before.
    Alone,
}

impl Where {
    fn of(written: &str) -> Self {
        match written {
            "open" => Self::Open,
            "closed" => Self::Closed,
            "nasal" => Self::Nasal,
            "alone" => Self::Alone,
            _ => Self::Anywhere,
        }
    }

    /// How narrow it is: of the rows that fit the narrowest one counts.
    fn fit(self, initial: &str, last: &str) -> Option<u8> {
        let fits = match self {
            Self::Anywhere => true,
            Self::Open => last.is_empty(),
            Self::Closed => !last.is_empty(),
            Self::Nasal => matches!(last, "n" | "m" | "l"),
            Self::Alone => initial.is_empty() && !last.is_empty(),
        };
        fits.then_some(match self {
            Self::Anywhere => 0,
            Self::Open | Self::Closed => 1,
            Self::Nasal | Self::Alone => 2,
        })
    }
}

#[derive(Debug, Default)]
struct Tables {
    initials: Vec<(&'static str, Jamo)>,
    vowels: Vec<(&'static str, Where, Jamo)>,
    finals: Vec<(&'static str, Jamo)>,
    /// For each spelling of a surname, also that in Hangul, the rows in which it stands, as bits.
    surnames: BTreeMap<String, u128>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    let mut row = 0_u32;
    let rows = super::table::cells(include_str!("data/korean.tsv")).unwrap_or_default();
    for (_, [part, spelling, place, usual, rare]) in rows {
        let jamo = Jamo::of(usual, rare);
        match part {
            "initial" => tables.initials.push((spelling, jamo)),
            "vowel" => tables.vowels.push((spelling, Where::of(place), jamo)),
            "final" => tables.finals.push((spelling, jamo)),
            _ => {
                let hangul = usual.chars().map(String::from);
                for written in spelling.split('|').map(str::to_owned).chain(hangul) {
                    let rows = tables.surnames.entry(written).or_default();
                    *rows |= 1_u128.checked_shl(row).unwrap_or_default();
                }
                row += 1;
            }
        }
    }
    tables
});

/// A way to read a name: the rows of the surname, and the syllables of the given name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    surname: u128,
    given: Vec<Syllable>,
}

/// How far two names agree; `None` where one of them is no Korean name, or the surnames are two.
pub(super) fn agreement(a: &Name, b: &Name) -> Option<Agreement> {
    let pairs = a
        .korean
        .iter()
        .flat_map(|x| b.korean.iter().map(move |y| (x, y)));
    let of_one_surname = pairs.filter(|(x, y)| x.surname & y.surname != 0);
    let found = of_one_surname.map(|(x, y)| {
        if x.given.len() != y.given.len() {
            return Agreement::None;
        }
        let pairs = x.given.iter().zip(&y.given);
        let letters = pairs.flat_map(|(s, t)| s.iter().zip(t).map(|(j, k)| j.agreement(*k)));
        letters.max().unwrap_or(Agreement::None)
    });
    found.min()
}

/// The ways to read the words of a name as a Korean one, surname first or last.
pub(super) fn readings(words: &[Word]) -> Vec<Reading> {
    let words: Vec<&Word> = words.iter().filter(|w| !w.is_address()).collect();
    let is_korean = |w: &&Word| match w.script {
        Script::Latin => w.role != Role::Initial,
        Script::Hangul => w.syllable,
        _ => false,
    };
    if !(2..=3).contains(&words.len()) || !words.iter().all(is_korean) {
        return Vec::new();
    }
    let first = words.split_first();
    let last = words
        .split_last()
        .filter(|(last, _)| last.script == Script::Latin);
    let mut found = Vec::new();
    for (surname, given) in first.into_iter().chain(last) {
        if let Some(rows) = TABLES.surnames.get(surname.text.as_str()) {
            let of_one = |given| Reading {
                surname: *rows,
                given,
            };
            found.extend(given_names(given).into_iter().map(of_one));
        }
    }
    found
}

/// The ways to read the words of a given name, which are one or two syllables together.
fn given_names(words: &[&Word]) -> Vec<Vec<Syllable>> {
    let mut found: Vec<Vec<Syllable>> = vec![Vec::new()];
    for word in words {
        let ways = if word.script == Script::Hangul {
            hangul(&word.text)
                .map(|syllable| vec![syllable])
                .into_iter()
                .collect()
        } else {
            syllables(&word.text)
        };
        let longer = found.iter().flat_map(|before| {
            let ways = ways.iter().filter(|way| before.len() + way.len() <= 2);
            ways.map(|way| before.iter().chain(way).copied().collect::<Vec<_>>())
        });
        found = longer.collect();
    }
    found
}

/// The ways to read a Latin word as one syllable, or where there are none as two.
fn syllables(word: &str) -> Vec<Vec<Syllable>> {
    let heads = heads(word);
    let whole = heads.iter().filter(|(_, rest)| rest.is_empty());
    let one: Vec<Vec<Syllable>> = whole.map(|(syllable, _)| vec![*syllable]).collect();
    if !one.is_empty() {
        return one;
    }
    let two = heads.iter().flat_map(|(first, rest)| {
        let second = self::heads(rest)
            .into_iter()
            .filter(|(_, rest)| rest.is_empty());
        second.map(|(second, _)| vec![*first, second])
    });
    two.collect()
}

/// The syllables with which a Latin word may begin, each with what is left of the word.
fn heads(word: &str) -> Vec<(Syllable, &str)> {
    let mut found = Vec::new();
    for (initial, first) in &TABLES.initials {
        let Some(behind) = word.strip_prefix(initial) else {
            continue;
        };
        let vowels = TABLES.vowels.iter().map(|(vowel, ..)| *vowel);
        let mut vowels: Vec<&str> = vowels.filter(|vowel| behind.starts_with(vowel)).collect();
        vowels.dedup();
        for vowel in vowels {
            let rest = behind.strip_prefix(vowel).unwrap_or_default();
            for (last, third) in &TABLES.finals {
                let Some(left) = rest.strip_prefix(last) else {
                    continue;
                };
                let rows = TABLES
                    .vowels
                    .iter()
                    .filter(|(written, ..)| *written == vowel);
                let fitting =
                    rows.filter_map(|(_, place, jamo)| Some((place.fit(initial, last)?, *jamo)));
                if let Some((_, second)) = fitting.max_by_key(|(fit, _)| *fit) {
                    found.push(([first.beside(vowel), second, *third], left));
                }
            }
        }
    }
    found
}

/// The letters of a syllable of Hangul, the end as it is spoken.
fn hangul(text: &str) -> Option<Syllable> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const FINALS: &str = " ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ";
    let place = u32::from(text.chars().next()?).checked_sub(u32::from('가'))?;
    let place = usize::try_from(place).ok()?;
    let letter = |letters: &str, at: usize| {
        let found = letters.chars().nth(at)?;
        let usual = if found == ' ' { 0 } else { bit(found)? };
        Some(Jamo { usual, rare: 0 })
    };
    let vowel = char::from_u32(u32::from('ㅏ') + u32::try_from(place / 28 % 21).ok()?)?;
    Some([
        letter(INITIALS, place / 588)?,
        Jamo {
            usual: bit(vowel)?,
            rare: 0,
        },
        letter(FINALS, place % 28)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::super::roles::Roles;
    use super::*;
    use crate::lexicon::Lexicon;

    fn of(one: &str, other: &str) -> Option<Agreement> {
        let [a, b] = [one, other].map(|name| Name::read(name, Roles(Lexicon::builtin())));
        assert_eq!(agreement(&a, &b), agreement(&b, &a));
        agreement(&a, &b)
    }

    #[test]
    fn spellings_of_one_hangul_agree() {
        for (one, other) in [
            ("Kim Seo-hee", "Kim Seo-hui"),
            ("Kim Seohee", "Seo-hee Kim"),
            ("Bak Seo-hye", "Park Seo-hye"),
            ("Lee Jun-ho", "Rhee Joon-ho"),
            ("Kim Young-su", "Kim Yeong-soo"),
            ("Kim Jung-su", "Kim Jeong-su"),
            ("Kim Byeong-suk", "Kim Byung-seok"),
            ("Kim Chŏng-hŭi", "김정희"),
            ("Ri Seo-yun", "이서윤"),
            ("Mr Kim Seo-hee", "Kim Seo-hee"),
        ] {
            assert_eq!(of(one, other), Some(Agreement::Usual), "{one} {other}");
        }
    }

    #[test]
    fn a_rarer_way_to_write_tells_less() {
        for (one, other) in [
            ("Kim Yong-su", "Kim Young-su"),
            ("Kim Jong-su", "Kim Jeong-su"),
            ("Kim Sung-ho", "Kim Seung-ho"),
            ("Kim Do-yun", "Kim Do-yeon"),
            ("Kim Sun-mi", "Kim Seon-mi"),
        ] {
            assert_eq!(of(one, other), Some(Agreement::Rare), "{one} {other}");
        }
    }

    #[test]
    fn other_hangul_is_another_name() {
        for (one, other) in [
            ("Kim Seo-hee", "Kim Seo-hye"),
            ("Kim Seohee", "Kim Seohye"),
            ("Kim Seo-jun", "Kim Seo-jin"),
            ("Lee Hyun-sook", "Lee Hyun-seok"),
            ("Kim Yong-su", "Kim Yang-su"),
            ("김정희", "Kim Jeong-hye"),
            ("김정희", "김종희"),
        ] {
            assert_eq!(of(one, other), Some(Agreement::None), "{one} {other}");
        }
    }

    #[test]
    fn who_is_no_korean_is_left_alone() {
        for (one, other) in [
            ("Kim Winslow", "Kim Winsloe"),
            ("Lee Seo-jun", "Park Seo-jun"),
            ("Kim", "Kim Seo-jun"),
            ("K. Kim", "Kim Seo-jun"),
        ] {
            assert_eq!(of(one, other), None, "{one} {other}");
        }
    }
}
