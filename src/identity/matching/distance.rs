//! How far two words are apart by their sounds.

use super::letters::LETTERS;
use super::script::{Script, Vowels};
use super::sound::{Segment, Sort, Sounds};

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
fn weight(sounds: &Sounds, segment: Segment, loose: bool, hard: u32) -> (u32, u32) {
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

/// How far two words are apart: 0 for the same sounds, 1000 and more for nothing in common.
///
/// The costs of the cheapest alignment by the weight of the sounds. Where a script leaves vowels out or puts them in,
/// vowels count little.
pub(super) fn distance(a: Sounding<'_>, b: Sounding<'_>) -> u32 {
    let sounds = LETTERS.sounds();
    let loose = a.vowels != Vowels::Full || b.vowels != Vowels::Full;
    // Writers of one script agree better on a name than those of two.
    let hard = if !loose && a.script == b.script {
        HARD
    } else {
        0
    };
    let weigh = |of: Sounding<'_>| -> Vec<(u32, u32)> {
        let segments = of.segments.iter();
        segments.map(|s| weight(sounds, *s, loose, hard)).collect()
    };
    let (weights_a, weights_b) = (weigh(a), weigh(b));
    let total = |weights: &[(u32, u32)]| weights.iter().map(|(weight, _)| weight).sum::<u32>();
    let whole = u32::midpoint(total(&weights_a), total(&weights_b));
    if whole == 0 {
        return 1000;
    }
    // One row of the table of costs: what it costs to make the beginning of `a` into each beginning of `b`.
    let mut row: Vec<u32> = Vec::with_capacity(b.segments.len() + 1);
    row.push(0);
    for (_, gone) in &weights_b {
        row.push(row.last().copied().unwrap_or_default() + gone);
    }
    for (segment, (_, gone)) in a.segments.iter().zip(&weights_a) {
        let mut corner = row.first().copied().unwrap_or_default();
        let mut left = corner + gone;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        let cells = row.iter_mut().skip(1);
        for ((cell, other), (_, other_gone)) in cells.zip(b.segments).zip(&weights_b) {
            let mut apart = u32::from(sounds.cost(segment.set, other.set));
            let soft = |set| matches!(sounds.sort(set), Sort::Vowel | Sort::Glide | Sort::Mixed);
            if loose && soft(segment.set) && soft(other.set) {
                apart /= 2;
            } else if apart >= OTHER_SOUND {
                apart += hard;
            }
            let best = (corner + apart).min(*cell + gone).min(left + other_gone);
            corner = *cell;
            *cell = best;
            left = best;
        }
    }
    let cost = row.last().copied().unwrap_or_default() + onset(sounds, a.segments, b.segments);
    cost * 1000 / whole
}

/// What it costs more that two words begin with other sounds. People mishear the end of a name, hardly its beginning,
/// and so do spellings: what varies there is a breath, a glide or a vowel.
fn onset(sounds: &Sounds, a: &[Segment], b: &[Segment]) -> u32 {
    const APART: u16 = 45;
    const MORE: u32 = 40;
    let first = |segments: &[Segment]| segments.iter().find(|s| !s.weak).copied();
    let hard = |s: &Segment| matches!(sounds.sort(s.set), Sort::Consonant);
    match (first(a), first(b)) {
        (Some(a), Some(b)) if (hard(&a) || hard(&b)) && sounds.cost(a.set, b.set) > APART => MORE,
        _ => 0,
    }
}

/// Whether a word can begin with the sound of an initial.
pub(super) fn may_begin(initial: &[Segment], word: &[Segment]) -> bool {
    /// What is still the same letter in another spelling.
    const NEAR: u16 = 20;
    let sounds = LETTERS.sounds();
    let strong = |segments: &[Segment]| segments.iter().find(|s| !s.weak).copied();
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

/// Whether a surname is that of a woman by its last sounds where the other is that of a man: "-ova" and "-ov".
pub(super) fn ends_as_her(hers: &[Segment], his: &[Segment]) -> bool {
    /// What still is the same sound in another script.
    const NEAR: u16 = 25;
    let sounds = LETTERS.sounds();
    let like = |segment: Option<&Segment>, sound: Option<u16>| match (segment, sound) {
        (Some(segment), Some(sound)) => sounds.cost(segment.set, sound) <= NEAR,
        _ => false,
    };
    let [a, v, n] = ["a", "v", "n"].map(|letter| LETTERS.sound_of(letter));
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
mod tests {
    use super::*;

    fn apart(one: (&str, Script), other: (&str, Script)) -> u32 {
        let [a, b] = [one, other].map(|(word, script)| LETTERS.spell(word, script));
        let of = |segments, script: Script| Sounding {
            segments,
            script,
            vowels: script.vowels(),
        };
        distance(of(&a, one.1), of(&b, other.1))
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
