//! What tells two given names apart that are near each other, and what keeps the spellings of one together.

use super::assign::Pair;
use super::bounds::DOUBTED;
use super::distance::syllables;
use super::onset::without_marks;
use super::person::Comparison;
use super::script::{Script, Vowels};
use super::short::is_short_of;
use super::vowel::{self, Exchange};
use super::word::{Role, Word};

/// From this distance on two words that people are given are two names, of brothers perhaps ("Hassan" and "Hussein").
const FAR_FOR_GIVEN: u32 = 80;

/// The same in names of three words and more, of which the others bear the name out.
const FAR_FOR_GIVEN_OF_MORE: u32 = 150;

/// No farther apart are two words of the same vowels that sound the same.
const SOUNDS_ALIKE: u32 = 25;

/// Whether two words of a script that writes all sounds are names that people are given, and sound otherwise. One that is the short
/// form of the other is no second name.
pub(super) fn are_two_given(c: &Comparison<'_>, pair: &Pair) -> bool {
    let (Some(one), Some(other)) = (c.a.words.get(pair.a.0), c.b.words.get(pair.b.0)) else {
        return false;
    };
    let far = match c.words {
        ..=2 => FAR_FOR_GIVEN,
        _ => FAR_FOR_GIVEN_OF_MORE,
    };
    pair.distance > far
        && (pair.a.1, pair.b.1) == (1, 1)
        && !pair.slip
        && one.given.known
        && other.given.known
        && one.script == other.script
        && one.vowels == Vowels::Full
        && !is_short_of(one.forms, other.forms)
        && !vowel::are_one_given(one, other)
}

/// What is left to two words whose vowels are not those of one name, where that is so.
///
/// Two words that people are given are two names, where the table of spellings does not have them as one; in names of three words and more the
/// others bear the name out. In a long word an exchange that some languages make is rather one than another name, unless it is a surname from a
/// script in which they are two letters.
pub(super) fn for_vowels(c: &Comparison<'_>, a: &Word, b: &Word) -> Option<u32> {
    /// A word of so many syllables is long.
    const LONG: usize = 4;
    /// Of so many words some bear the name out.
    const SEVERAL: usize = 3;
    let apart = vowel::apart(a, b);
    if is_short_of(a.forms, b.forms) {
        // A short form that sounds nearly as the full one is no spelling of it.
        return (apart != Exchange::Spelling).then_some(DOUBTED);
    }
    let is_another = || !vowel::are_one_given(a, b) && written_out(a) != written_out(b);
    let is_short = || syllables(&a.segments).min(syllables(&b.segments)) < LONG;
    let is_a_syllable = || a.script == b.script && syllables(&a.segments) == 1;
    let are_given = a.given.known && b.given.known;
    let limit = match apart {
        Exchange::Spelling => None,
        // "Schulz" and "Scholz": a word of one syllable has no other vowel to tell it by.
        Exchange::Near => (are_given || is_a_syllable() || are_slavic(a, b)).then_some(DOUBTED),
        Exchange::Doubtful | Exchange::Other if are_given && c.words < SEVERAL => Some(690),
        Exchange::Doubtful => (are_given || is_short() || are_slavic(a, b)).then_some(DOUBTED),
        Exchange::Other => Some(DOUBTED),
    };
    limit.filter(|_| is_another())
}

/// A word with two letters for each that German and its neighbours have a mark for: "Jürgen" and "Juergen".
pub(super) fn written_out(word: &Word) -> String {
    let of = |c: char| match c {
        'ä' | 'æ' => "ae".to_owned(),
        'ö' | 'ø' | 'œ' => "oe".to_owned(),
        'ü' => "ue".to_owned(),
        'å' => "aa".to_owned(),
        'ß' => "ss".to_owned(),
        other => other.to_string(),
    };
    word.text.chars().map(of).collect()
}

/// "Karimov" and "Karemov": whether both words are Latin and have the end of a surname that Cyrillic writes, where "e" and "i" are two letters that
/// nobody puts for each other.
fn are_slavic(a: &Word, b: &Word) -> bool {
    const ENDS: &[&str] = &["ov", "ova", "ev", "eva", "enko"];
    let latin = a.script == Script::Latin && b.script == Script::Latin;
    let has = |end: &&str| a.text.ends_with(end) && b.text.ends_with(end);
    latin && ENDS.iter().any(has)
}

/// "Jean" and "Jeanne", "Arsen" and "Arsine", "Rajan" and "Rajani", "René" and "Renée": whether one of two words is the name of a man and has in
/// the other an end that makes it that of a woman, in the many languages that do so with a vowel.
pub(super) fn has_her_end(a: &Word, b: &Word) -> bool {
    // Which of the words is the surname the order does not tell.
    if !a.given.known && !b.given.known {
        return false;
    }
    let (one, other) = (without_marks(a), without_marks(b));
    let is_hers = |his: &str, hers: &str| {
        let is_longer = hers.ends_with(['a', 'e', 'i', 'o', 'u'])
            && !his.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'h', 'w', 'j', 'ı', 'ə']);
        is_longer || (his.ends_with('e') && hers.strip_suffix('e') == Some(his))
    };
    let latin = a.script == Script::Latin && b.script == Script::Latin;
    latin && (is_hers(&one, &other) || is_hers(&other, &one)) && !vowel::are_one_given(a, b)
}

/// Whether the words of a pair are the name of a man and that of a woman, and no spellings of one.
pub(super) fn are_of_him_and_her(c: &Comparison<'_>, pair: &Pair) -> bool {
    let words = c.a.words.get(pair.a.0).zip(c.b.words.get(pair.b.0));
    let single = words.filter(|_| (pair.a.1, pair.b.1) == (1, 1));
    single.is_some_and(|(one, other)| {
        let hers = one.given.hers.zip(other.given.hers);
        hers.is_some_and(|(one, other)| one != other)
            && one.is_own()
            && other.is_own()
            && !is_spelling(one, other, pair.distance)
            && !is_short_form(c, pair)
    })
}

/// Whether two words have the same vowels and sound the same, as "Zhanna" and "Janna" do: one of them may be a name of men elsewhere.
fn is_spelling(one: &Word, other: &Word, distance: u32) -> bool {
    let vowels = |word: &Word| -> String {
        let letters = without_marks(word);
        letters.chars().filter(|c| "aeiouy".contains(*c)).collect()
    };
    let latin = one.script == Script::Latin && other.script == Script::Latin;
    latin && distance <= SOUNDS_ALIKE && vowels(one) == vowels(other)
}

/// Whether a form of address stands where the other name has a word of its own that is written otherwise ("Kumari" and "Kumar").
pub(super) fn is_address_for_name(c: &Comparison<'_>, pair: &Pair) -> bool {
    let words = c.a.words.get(pair.a.0).zip(c.b.words.get(pair.b.0));
    let single = words.filter(|_| (pair.a.1, pair.b.1) == (1, 1) && !pair.initial);
    single.is_some_and(|(one, other)| {
        let roles = [one.role, other.role];
        roles.contains(&Role::Optional)
            && roles.contains(&Role::Name)
            && one.script == other.script
            && without_marks(one) != without_marks(other)
    })
}

/// Whether one word of a pair is the short form of the other, which may be a name of women by itself.
fn is_short_form(c: &Comparison<'_>, pair: &Pair) -> bool {
    let words = c.a.words.get(pair.a.0).zip(c.b.words.get(pair.b.0));
    words.is_some_and(|(one, other)| is_short_of(one.forms, other.forms))
}
