//! A name cut into pieces, before anything is known of them.

use unicode_normalization::UnicodeNormalization as _;

use super::script::Script;
use crate::text::is_apostrophe;

/// The most syllables that a Chinese or Korean name has when it is written as one word.
const MOST_SYLLABLES: usize = 4;

/// What stands between spaces, hyphens and dots.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether a full stop follows.
    pub(super) dotted: bool,
    /// Whether the dot follows that stands between the parts of a foreign name in Chinese and Japanese.
    pub(super) parted: bool,
    /// Whether a hyphen follows.
    pub(super) hyphened: bool,
}

pub(super) fn pieces(written: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut text = String::new();
    let mut take = |text: &mut String, end: char| {
        if !text.is_empty() {
            pieces.push(Piece {
                text: std::mem::take(text),
                dotted: end == '.',
                parted: matches!(end, '·' | '・' | '•' | '‧' | '･'),
                hyphened: matches!(end, '-' | '\u{2010}' | '\u{2011}'),
            });
        }
    };
    for c in written.nfkc() {
        let sign = matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}');
        if is_apostrophe(c) || sign || c == '\u{200d}' || c == '\u{200c}' {
            continue;
        }
        if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || c == '׳' {
            text.push(c);
        } else {
            take(&mut text, c);
        }
    }
    take(&mut text, ' ');
    pieces
}

/// The script of a name whose syllables are one character each, with no sign between the words.
pub(super) fn written_in_one(pieces: &[Piece]) -> Option<Script> {
    let mut letters = pieces.iter().flat_map(|piece| piece.text.chars());
    let first = letters.next().and_then(Script::of)?;
    let count = 1 + letters.clone().count();
    let fits = matches!(first, Script::Han | Script::Hangul)
        && (2..=MOST_SYLLABLES).contains(&count)
        && letters.all(|c| Script::of(c) == Some(first))
        && pieces.iter().all(|piece| !piece.parted);
    fits.then_some(first)
}

/// Whether a piece is the first letter of a name.
pub(super) fn is_initial(piece: &Piece, script: Script, ends: bool) -> bool {
    let cased = matches!(
        script,
        Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian
    );
    let mut letters = piece.text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    match letters.count() {
        // A single vowel at either end may be a whole name in Korea, China and Burma.
        0 => {
            cased
                && capital
                && (piece.dotted || !ends || !"UOIAEYУОИАЕЭЮЫІ".contains(piece.text.as_str()))
        }
        // Letters of two signs: "Yu.", "Zh.", "Kh.".
        1 => cased && capital && piece.dotted,
        _ => false,
    }
}

/// A name with the given names before the surname, where a comma tells that they stand behind it: "Winslow, Harold, Jr.".
///
/// `None` where there is no comma, where nothing but a generation stands behind it ("Harold Winslow, Jr."), or letters that people
/// put behind their names ("Harold Winslow, MP").
pub(super) fn given_first(written: &str, is_generation: impl Fn(&str) -> bool) -> Option<String> {
    /// Letters behind a name are few.
    const FEW: usize = 4;
    let is_comma = |c: char| matches!(c, ',' | '،' | '，');
    let mut parts = written.splitn(3, is_comma);
    let (surname, given) = (parts.next()?, parts.next()?);
    let is_title = |word: &str| {
        let letters = word.trim_end_matches('.');
        let is_short = letters.chars().count() <= FEW;
        is_generation(&letters.to_lowercase())
            || (is_short && letters.chars().count() > 1 && letters.chars().all(char::is_uppercase))
    };
    let is_capital = !surname.chars().any(char::is_lowercase);
    let mut words = given.split_whitespace();
    if !surname.chars().any(char::is_alphabetic)
        || words.all(|word| !is_capital && is_title(word) || !word.chars().any(char::is_alphabetic))
    {
        return None;
    }
    let rest = parts.next().unwrap_or_default();
    Some(format!("{given} {surname} {rest}"))
}

/// Whether the first piece of a name is two initials without a full stop: "JC" for "Jean-Claude".
///
/// Two capitals without a vowel are no name, where the others are not all in capitals.
pub(super) fn run_of_initials(pieces: &[Piece]) -> bool {
    /// A surname of Cantonese speakers.
    const SURNAME: &str = "NG";
    let Some((first, rest)) = pieces.split_first() else {
        return false;
    };
    let is_run = first.text.len() == 2
        && first.text != SURNAME
        && first
            .text
            .chars()
            .all(|c| c.is_ascii_uppercase() && !"AEIOUY".contains(c));
    is_run && !rest.is_empty() && rest.iter().all(|p| p.text.chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_tells_the_surname_unless_letters_or_a_generation_stand_behind_it() {
        let turned = |written: &str| given_first(written, |word| word == "jr");
        let words = |written: &str| {
            let turned = turned(written)?;
            Some(turned.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        assert_eq!(words("Winslow, Harold").as_deref(), Some("Harold Winslow"));
        assert_eq!(
            words("Winslow, Harold, Jr.").as_deref(),
            Some("Harold Winslow Jr.")
        );
        assert_eq!(words("WINSLOW, HAL").as_deref(), Some("HAL WINSLOW"));
        for kept in [
            "Harold Winslow",
            "Harold Winslow, Jr.",
            "Harold Winslow, MP",
            "Winslow,",
            ", Harold",
            "",
        ] {
            assert_eq!(words(kept), None, "{kept}");
        }
    }

    #[test]
    fn two_capitals_without_a_vowel_are_initials() {
        let is = |written| run_of_initials(&pieces(written));
        assert!(is("HJ Winslow") && is("JC van Winslow"));
        assert!(
            !is("Li Wei")
                && !is("XU Li")
                && !is("NG Hoi")
                && !is("HJ WINSLOW")
                && !is("HJ")
                && !is("HJK Winslow")
        );
    }
}
