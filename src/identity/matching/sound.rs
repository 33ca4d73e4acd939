//! Sounds as the letters of many scripts stand for them, and how near two of them are.
//!
//! A letter rarely stands for one sound: a `j` is one in English, another in French, a third in German and a fourth in
//! Spanish. So a segment of a word is an ordered set of sounds, its usual reading first, and two segments are as near as
//! the nearest pair of their readings. All sets that the tables have are known beforehand, and so are their distances.

use std::collections::BTreeMap;

use super::table::{TableProblem, cells};

/// What a reading costs that is not the usual one of its letter, in hundredths.
const UNUSUAL: u16 = 7;

/// What it costs to take a consonant for another that is not near to it, or a vowel for a consonant.
pub(super) const FAR: u16 = 100;

/// What it costs to take a vowel for another that is not near to it.
const OTHER_VOWEL: u16 = 30;

const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "y", "oe", "ue"];
const GLIDES: &[&str] = &["j", "w"];

/// A place in a word: the number of its set of sounds, and whether it may as well not be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Segment {
    pub(super) set: u16,
    pub(super) weak: bool,
}

/// What sort of segment it is, which says how much it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A consonant, the backbone of a name in every script.
    Consonant,
    /// A breath: some languages do not write it.
    Breath,
    /// A letter that is a consonant here and a vowel there.
    Mixed,
    /// Between a vowel and a consonant; spellings leave it out as they like.
    Glide,
    /// A vowel: transliterations change it, and some scripts leave it out.
    Vowel,
}

/// All sets of sounds that the tables have.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    numbers: BTreeMap<Vec<u8>, u16>,
    sets: Vec<Vec<u8>>,
    sorts: Vec<Sort>,
    costs: Vec<u16>,
    names: Vec<String>,
}

impl Sounds {
    /// The number of a set such as `dj|zh`.
    pub(super) fn set(&mut self, written: &str) -> u16 {
        let sounds: Vec<u8> = written.split('|').map(|name| self.sound(name)).collect();
        if let Some(number) = self.numbers.get(&sounds) {
            return *number;
        }
        let number = u16::try_from(self.sets.len()).unwrap_or(u16::MAX);
        self.numbers.insert(sounds.clone(), number);
        self.sorts.push(self.sort_of(&sounds));
        self.sets.push(sounds);
        number
    }

    fn sound(&mut self, name: &str) -> u8 {
        let place = self.names.iter().position(|known| known == name);
        let place = place.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    }

    fn sort_of(&self, sounds: &[u8]) -> Sort {
        let is = |list: &[&str], sound: &u8| {
            let name = self.names.get(usize::from(*sound));
            name.is_some_and(|name| list.contains(&name.as_str()))
        };
        let soft = |sound: &u8| is(VOWELS, sound) || is(GLIDES, sound);
        if sounds.iter().all(|s| is(VOWELS, s)) {
            Sort::Vowel
        } else if sounds.iter().all(soft) {
            Sort::Glide
        } else if sounds.iter().any(soft) {
            Sort::Mixed
        } else if sounds.iter().all(|s| is(&["h"], s)) {
            Sort::Breath
        } else {
            Sort::Consonant
        }
    }

    /// Reads which sounds are near and computes the distances of all sets.
    ///
    /// # Errors
    /// Where a row has another number of cells than the header, or a distance is no number.
    pub(super) fn measure(&mut self, table: &str) -> Result<(), TableProblem> {
        let mut near: BTreeMap<(u8, u8), u16> = BTreeMap::new();
        for (line, [one, other, cost]) in cells(table)? {
            let cost: u16 = cost
                .parse()
                .map_err(|_| TableProblem::at(line, "the cost is no number"))?;
            let (one, other) = (self.sound(one), self.sound(other));
            near.insert((one, other), cost);
            near.insert((other, one), cost);
        }
        let count = self.names.len();
        let mut between = vec![FAR; count * count];
        for (place, cost) in between.iter_mut().enumerate() {
            let (Ok(a), Ok(b)) = (u8::try_from(place / count), u8::try_from(place % count)) else {
                continue;
            };
            let vowels = self.sort_of(&[a, b]) == Sort::Vowel;
            *cost = match near.get(&(a, b)) {
                _ if a == b => 0,
                Some(cost) => *cost,
                None if vowels => OTHER_VOWEL,
                None => FAR,
            };
        }
        let sets = self.sets.len();
        self.costs = (0..sets * sets)
            .map(|place| {
                let (a, b) = (self.sets.get(place / sets), self.sets.get(place % sets));
                nearest(a, b, &between, count)
            })
            .collect();
        Ok(())
    }

    /// How far a set is apart from each one, by number, in hundredths of a consonant.
    pub(super) fn costs(&self, of: u16) -> &[u16] {
        let count = self.sets.len();
        let from = usize::from(of) * count;
        self.costs.get(from..from + count).unwrap_or_default()
    }

    /// How far two sets are apart, in hundredths of a consonant.
    pub(super) fn cost(&self, a: u16, b: u16) -> u16 {
        let place = usize::from(a) * self.sets.len() + usize::from(b);
        self.costs.get(place).copied().unwrap_or(FAR)
    }

    /// Where in the mouth the usual reading of a consonant is made, by a number below 7: spellings of one name hardly
    /// differ in that. `None` for what some spellings leave out.
    pub(super) fn place_of(&self, set: u16) -> Option<u16> {
        const PLACES: &[&[&str]] = &[
            &["p", "b", "f", "v", "w"],
            &["t", "d", "th", "dh"],
            &["s", "z", "sh", "zh", "ch", "dj", "ts", "dz"],
            &["k", "g", "x", "gh", "h"],
            &["l", "r"],
            &["m", "n", "ng"],
        ];
        if self.sort(set) != Sort::Consonant {
            return None;
        }
        let usual = self.sets.get(usize::from(set)).and_then(|s| s.first());
        let name = self.names.get(usize::from(*usual?))?;
        let place = PLACES.iter().position(|p| p.contains(&name.as_str()))?;
        u16::try_from(place).ok()
    }

    /// What sort of sounds a set has.
    pub(super) fn sort(&self, set: u16) -> Sort {
        let sort = self.sorts.get(usize::from(set));
        sort.copied().unwrap_or(Sort::Consonant)
    }
}

/// The distance of the nearest readings of two sets.
fn nearest(a: Option<&Vec<u8>>, b: Option<&Vec<u8>>, between: &[u16], count: usize) -> u16 {
    let (Some(a), Some(b)) = (a, b) else {
        return FAR;
    };
    if a == b {
        return 0;
    }
    let mut least = FAR;
    for (rank_a, sound_a) in a.iter().enumerate() {
        for (rank_b, sound_b) in b.iter().enumerate() {
            let place = usize::from(*sound_a) * count + usize::from(*sound_b);
            let unusual = u16::from(rank_a > 0) + u16::from(rank_b > 0);
            let apart = between.get(place).copied().unwrap_or(FAR);
            least = least.min(apart.saturating_add(unusual * UNUSUAL));
        }
    }
    least
}
