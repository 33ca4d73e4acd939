//! How far two words are apart by their sounds.

use std::sync::LazyLock;

use super::letters::LETTERS;
use super::script::{Script, Vowels};
use super::sound::{FAR, Segment, Sort, Sounds};

/// The sounds of a word or of several joined, and how their script treats vowels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sounding<'s> {
    pub(super) segments: &'s [Segment],
    pub(super) script: Script,
    pub(super) vowels: Vowels,
}

/// What it costs more in one script that a consonant is another, or is in one of the words only.
const HARD: u32 = 25;

/// From this cost on two sounds are two, not two ways to write one.
const OTHER_SOUND: u32 = 60;

/// What a segment counts and what it costs to leave it out, in hundredths.
pub(super) fn weight(sounds: &Sounds, segment: Segment, loose: bool, hard: u32) -> (u32, u32) {
    let (weight, gone) = match sounds.sort(segment.set) {
        Sort::Consonant => (100, 100 + hard),
        Sort::Breath => (60, 45),
        Sort::Mixed => (60, if loose { 18 } else { 35 }),
        Sort::Glide => (30, if loose { 10 } else { 20 }),
        Sort::Vowel => (if loose { 20 } else { 35 }, if loose { 8 } else { 25 }),
    };
    if segment.weak {
        (weight / 4, 6)
    } else {
        (weight, gone)
    }
}

/// A sound of the second word, and what it costs to make the beginning of the first word into the second one up to it.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    set: u16,
    /// Whether it is no consonant.
    soft: bool,
    gone: u32,
    cost: u32,
}

/// Words of more sounds than this need memory of their own.
const USUAL: usize = 48;

/// How far two words are apart: 0 for the same sounds, 1000 and more for nothing in common. `None` where that is more than `most`.
///
/// The costs of the cheapest alignment by the weight of the sounds. Where a script leaves vowels out or puts them in,
/// vowels count little.
pub(super) fn distance(a: Sounding<'_>, b: Sounding<'_>, most: u32) -> Option<u32> {
    let mut usual = [Cell::default(); USUAL];
    let mut long = Vec::new();
    let cells = if let Some(cells) = usual.get_mut(..b.segments.len()) {
        cells
    } else {
        long.resize(b.segments.len(), Cell::default());
        &mut long
    };
    aligned(a, b, most, cells)
}

/// The distance, with room for each sound of `b`.
fn aligned(a: Sounding<'_>, b: Sounding<'_>, most: u32, cells: &mut [Cell]) -> Option<u32> {
    let sounds = LETTERS.sounds();
    let loose = a.vowels != Vowels::Full || b.vowels != Vowels::Full;
    // Writers of one script agree better on a name than those of two.
    let hard = if !loose && a.script == b.script {
        HARD
    } else {
        0
    };
    let total = a.segments.iter().map(|s| weight(sounds, *s, loose, hard).0);
    let total = total.sum::<u32>();
    let other_total = lay_out(cells, b, loose, hard);
    let whole = u32::midpoint(total, other_total);
    if whole == 0 {
        return (most >= 1000).then_some(1000);
    }
    let apart = |cost: u32| cost * 1000 / whole;
    let mut first = 0;
    for segment in a.segments {
        let (_, gone) = weight(sounds, *segment, loose, hard);
        let (costs, is_soft) = (sounds.costs(segment.set), is_soft(sounds, segment.set));
        let mut corner = first;
        first += gone;
        let (mut left, mut least) = (first, first);
        for cell in cells.iter_mut() {
            let between = costs.get(usize::from(cell.set)).copied().unwrap_or(FAR);
            let mut between = u32::from(between);
            if loose && is_soft && cell.soft {
                between /= 2;
            } else if between >= OTHER_SOUND {
                between += hard;
            }
            let best = (corner + between)
                .min(cell.cost + gone)
                .min(left + cell.gone);
            corner = cell.cost;
            cell.cost = best;
            left = best;
            least = least.min(best);
        }
        // Costs only grow from here on.
        if apart(least) > most {
            return None;
        }
    }
    let cost = cells.last().map_or(first, |cell| cell.cost);
    let found = apart(cost + onset(sounds, a.segments, b.segments));
    (found <= most).then_some(found)
}

/// Whether a set of sounds is no consonant.
fn is_soft(sounds: &Sounds, set: u16) -> bool {
    matches!(sounds.sort(set), Sort::Vowel | Sort::Glide | Sort::Mixed)
}

/// Lays out the sounds of a word with what it costs to make nothing into each beginning of it, and gives what all of them weigh.
fn lay_out(cells: &mut [Cell], word: Sounding<'_>, loose: bool, hard: u32) -> u32 {
    let sounds = LETTERS.sounds();
    let (mut total, mut cost) = (0, 0);
    for (cell, segment) in cells.iter_mut().zip(word.segments) {
        let (weight, gone) = weight(sounds, *segment, loose, hard);
        total += weight;
        cost += gone;
        *cell = Cell {
            set: segment.set,
            soft: is_soft(sounds, segment.set),
            gone,
            cost,
        };
    }
    total
}

/// What it costs more that two words begin with other sounds. People mishear the end of a name, hardly its beginning,
/// and so do spellings: what varies there is a breath, a glide or a vowel.
fn onset(sounds: &Sounds, a: &[Segment], b: &[Segment]) -> u32 {
    const APART: u16 = 45;
    const MORE: u32 = 40;
    let hard = |s: &Segment| matches!(sounds.sort(s.set), Sort::Consonant);
    let other =
        |a: &Segment, b: &Segment| (hard(a) || hard(b)) && sounds.cost(a.set, b.set) > APART;
    let (a, b) = (first_sounds(a), first_sounds(b));
    let apart = a.iter().all(|one| b.iter().all(|next| other(one, next)));
    if apart && !a.is_empty() && !b.is_empty() {
        MORE
    } else {
        0
    }
}

/// The sounds with which a word may begin: those that may be silent, and the first one that is not.
fn first_sounds(segments: &[Segment]) -> &[Segment] {
    let strong = segments.iter().position(|s| !s.weak);
    strong
        .and_then(|at| segments.get(..=at))
        .unwrap_or_default()
}

/// Whether a word can begin with the sound of an initial.
pub(super) fn may_begin(initial: &[Segment], word: &[Segment]) -> bool {
    /// What is still the same letter in another spelling.
    const NEAR: u16 = 20;
    let sounds = LETTERS.sounds();
    // A letter that is silent at the end of a word ("e", "h") is not when it stands for itself.
    let strong = |segments: &[Segment]| {
        let sounded = segments.iter().find(|s| !s.weak);
        sounded.or_else(|| segments.first()).copied()
    };
    let (Some(one), Some(other)) = (strong(initial), strong(word)) else {
        return false;
    };
    sounds.cost(one.set, other.set) <= NEAR
}

/// Where in the mouth the first consonants of a word are made, as one number.
pub(super) fn beginning(segments: &[Segment]) -> u16 {
    /// More would tell spellings of one word apart, fewer would leave too many words together.
    const CONSONANTS: usize = 3;
    let sounds = LETTERS.sounds();
    let places = segments.iter().filter(|s| !s.weak);
    let places = places.filter_map(|s| sounds.place_of(s.set));
    places
        .take(CONSONANTS)
        .fold(0, |code, place| code * 8 + place + 1)
}

/// How many syllables a word has: runs of vowels and glides.
pub(super) fn syllables(segments: &[Segment]) -> usize {
    let sounds = LETTERS.sounds();
    let is_vowel = |s: &Segment| {
        matches!(sounds.sort(s.set), Sort::Vowel | Sort::Glide | Sort::Mixed) && !s.weak
    };
    let runs = segments.chunk_by(|a, b| is_vowel(a) == is_vowel(b));
    runs.filter(|run| run.first().is_some_and(is_vowel)).count()
}

/// Whether a word ends in a vowel or a single consonant, which may have two letters, or is one of the Korean surnames that are written with an
/// English letter more than they are said with: "Park" for Bak, "Ahn" for An.
pub(super) fn ends_in_one_sound(text: &str, segments: &[Segment]) -> bool {
    let sounds = LETTERS.sounds();
    let is_consonant = |s: &&Segment| sounds.sort(s.set) == Sort::Consonant;
    let last = segments.iter().rev().take_while(is_consonant).count();
    last < 2
        || ["park", "ahn"].contains(&text)
        || ["ng", "nh", "ch", "ck"]
            .iter()
            .any(|end| text.ends_with(end))
}

/// The sounds in which surnames of women end: "-ova" and "-ina".
static HERS: LazyLock<[Option<u16>; 3]> =
    LazyLock::new(|| ["a", "v", "n"].map(|letter| LETTERS.sound_of(letter)));

/// Whether a surname is that of a woman by its last sounds where the other is that of a man: "-ova" and "-ov".
pub(super) fn ends_as_her(hers: &[Segment], his: &[Segment]) -> bool {
    /// What still is the same sound in another script.
    const NEAR: u16 = 25;
    let sounds = LETTERS.sounds();
    let like = |segment: Option<&Segment>, sound: Option<u16>| match (segment, sound) {
        (Some(segment), Some(sound)) => sounds.cost(segment.set, sound) <= NEAR,
        _ => false,
    };
    let [a, v, n] = *HERS;
    let mut ends = hers.iter().rev();
    let vowel = ends.next();
    let consonant = ends.next();
    vowel.is_some_and(|s| Some(s.set) == a)
        && ends.next().is_some()
        && [v, n]
            .into_iter()
            .any(|c| like(consonant, c) && like(his.last(), c))
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    reason = "no distance is more than the largest number"
)]
mod tests {
    use super::*;

    fn apart(one: (&str, Script), other: (&str, Script)) -> u32 {
        let [a, b] = [one, other].map(|(word, script)| LETTERS.spell(word, script));
        let of = |segments, script: Script| Sounding {
            segments,
            script,
            vowels: script.vowels(),
        };
        distance(of(&a, one.1), of(&b, other.1), u32::MAX).unwrap()
    }

    #[test]
    fn spellings_of_one_sound_are_near_and_other_sounds_are_far() {
        let near = [
            (("zhomart", Script::Latin), ("jomart", Script::Latin)),
            (("zhomart", Script::Latin), ("жомарт", Script::Cyrillic)),
            (("karimov", Script::Latin), ("کریموف", Script::Arabic)),
            (("lavrin", Script::Latin), ("拉夫林", Script::HanForeign)),
            (
                ("tsaturyan", Script::Latin),
                ("ծատուրյան", Script::Armenian),
            ),
        ];
        for (one, other) in near {
            assert!(
                apart(one, other) < 200,
                "{one:?} {other:?}: {}",
                apart(one, other)
            );
            assert_eq!(apart(one, other), apart(other, one));
        }
        let far = [
            (("karim", Script::Latin), ("salim", Script::Latin)),
            (("karim", Script::Latin), ("сабит", Script::Cyrillic)),
            (("karim", Script::Latin), ("", Script::Latin)),
        ];
        for (one, other) in far {
            assert!(
                apart(one, other) > 350,
                "{one:?} {other:?}: {}",
                apart(one, other)
            );
        }
        assert_eq!(apart(("", Script::Latin), ("", Script::Latin)), 1000);
    }

    #[test]
    fn her_surname_is_told_from_his_in_every_script() {
        let spell = |(word, script)| LETTERS.spell(word, script);
        for (hers, his) in [
            (("gorina", Script::Latin), ("gorin", Script::Latin)),
            (("akhmetova", Script::Latin), ("ахметов", Script::Cyrillic)),
        ] {
            assert!(ends_as_her(&spell(hers), &spell(his)));
            assert!(!ends_as_her(&spell(his), &spell(hers)));
        }
        assert!(!ends_as_her(
            &spell(("na", Script::Latin)),
            &spell(("n", Script::Latin))
        ));
    }
}
