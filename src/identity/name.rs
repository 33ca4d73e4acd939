//! Names as keys, as parts of ids, and as something to show.

use any_ascii::any_ascii;
use unicode_normalization::UnicodeNormalization as _;

use super::matching::leads_a_surname;

/// The most bytes that the slug of a name has.
const SLUG_BYTES: usize = 80;

/// The words of a name without case, diacritics, script and punctuation, one space apart.
///
/// Apostrophes join what they stand between, all other punctuation parts it. Empty where the name has neither
/// letters nor digits.
///
/// ```
/// use interparl::identity::fold_name;
/// assert_eq!(fold_name("Anna-Maria  TAMM"), "anna maria tamm");
/// assert_eq!(fold_name("Seán Ó Fearghaíl"), "sean o fearghail");
/// assert_eq!(fold_name("N’Golo"), "ngolo");
/// ```
#[must_use]
pub fn fold_name(name: &str) -> String {
    joined(name, ' ')
}

/// The name as part of an id: lower case ASCII words with hyphens between them, at most 80 bytes, cut between words
/// where that is possible. `unnamed` where nothing is left.
///
/// ```
/// use interparl::identity::slug;
/// assert_eq!(slug("Daiga Ozola"), "daiga-ozola");
/// assert_eq!(slug("\u{202e}?!"), "unnamed");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let whole = joined(name, '-');
    if whole.is_empty() {
        return "unnamed".to_owned();
    }
    cut_slug(&whole, SLUG_BYTES)
}

/// A slug of at most so many bytes, cut before a hyphen where there is one.
pub(super) fn cut_slug(slug: &str, bytes: usize) -> String {
    let Some(head) = slug.get(..bytes) else {
        return slug.to_owned();
    };
    if slug.len() == bytes || slug.as_bytes().get(bytes) == Some(&b'-') {
        return head.to_owned();
    }
    head.rsplit_once('-')
        .map_or(head, |(before, _)| before)
        .to_owned()
}

/// A name to show: composed, with single spaces, without control characters, bidirectional marks and the like.
///
/// Joiners stay: some scripts cannot be written without them.
///
/// ```
/// use interparl::identity::clean;
/// assert_eq!(clean(" Anna\u{1b}[31m\u{202e}\n Lee "), "Anna[31m Lee");
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    // Most texts are clean, and these are so at a glance.
    let plain = |bytes: &[u8]| match bytes {
        [one, other] => (b' '..0x7f).contains(one) && !(*one == b' ' && *other == b' '),
        _ => true,
    };
    let bytes = text.as_bytes();
    let ends_plain = bytes.last().is_none_or(|last| (b'!'..0x7f).contains(last));
    if !text.starts_with(' ') && ends_plain && bytes.windows(2).all(plain) {
        return text.to_owned();
    }
    let visible: String = text
        .nfc()
        .filter(|c| !is_hidden(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines to show: as [`clean`] does, but line feeds and the number of spaces stay.
///
/// ```
/// use interparl::identity::clean_lines;
/// assert_eq!(clean_lines("Anna\u{61c} met\u{1b}[31m\n\nLee\tthere. "), "Anna met[31m\n\nLee there. ");
/// ```
#[must_use]
pub fn clean_lines(text: &str) -> String {
    let space = |c: char| {
        if c == '\n' || !c.is_whitespace() {
            c
        } else {
            ' '
        }
    };
    text.nfc().filter(|c| !is_hidden(*c)).map(space).collect()
}

/// Whether a name of a person as written is full enough to stand for the same person in another article: two words that are more than
/// initials, which may have two letters or three ("Zh. Bekov", "Yu.Gorin", "Dzh. Bekov"), and more than the particles before a surname ("Van Dijken",
/// "Al-Mansouri").
pub(crate) fn is_full(name: &str) -> bool {
    let mut words = Vec::new();
    for mut word in name.split_whitespace() {
        while let Some((before, rest)) = word.split_once('.') {
            if !is_short(before) {
                words.push(before);
            }
            word = rest;
        }
        words.push(word);
    }
    let folded = fold_name(&words.join(" "));
    let words = folded.split(' ').filter(|word| word.len() > 1);
    words.skip_while(|word| leads_a_surname(word)).count() > 1
}

/// Whether what stands before a full stop is so short that it is an initial.
fn is_short(word: &str) -> bool {
    let is_one_sound = || ["dzh", "sch", "tch", "shch"].contains(&word.to_lowercase().as_str());
    word.starts_with(char::is_uppercase) && (word.chars().count() <= 2 || is_one_sound())
}

/// The folded name of a body, without a leading "the".
pub(crate) fn fold_body(name: &str) -> String {
    let folded = fold_name(name);
    match folded.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded,
    }
}

/// The words of a name in small letters of ASCII, with something between them.
fn joined(name: &str, between: char) -> String {
    if name.is_ascii() {
        return joined_ascii(name, between);
    }
    let composed: String = name.nfkc().filter(|c| !is_apostrophe(*c)).collect();
    joined_ascii(&any_ascii(&composed), between)
}

fn joined_ascii(name: &str, between: char) -> String {
    let mut joined = String::with_capacity(name.len());
    let mut parted = false;
    for c in name.chars().filter(|c| !is_apostrophe(*c)) {
        if c.is_ascii_alphanumeric() {
            if parted && !joined.is_empty() {
                joined.push(between);
            }
            joined.push(c.to_ascii_lowercase());
        }
        parted = !c.is_ascii_alphanumeric();
    }
    joined
}

const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' | '`' | '\u{b4}'
    )
}

/// Characters that are not seen but change what is: controls (white space apart), bidirectional marks, soft hyphens,
/// zero-width spaces, byte order marks.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_names_have_one_key() {
        assert_eq!(
            fold_name("Jos\u{e9} \u{130}nan"),
            fold_name("Jose\u{301} I\u{307}nan")
        );
        assert_eq!(fold_name("Ерлан Қошанов"), fold_name("ЕРЛАН ҚОШАНОВ"));
    }

    #[test]
    fn an_initial_is_not_a_name() {
        assert!(is_full("Daiga Ozola"));
        assert!(!is_full("D. Ozola"));
        assert!(!is_full("D Ozola"));
        assert!(!is_full("Ozola"));
        assert!(!is_full("Zh. Bekov"));
        assert!(!is_full("Yu.Gorin"));
        assert!(!is_full("Ж. Беков"));
        assert!(is_full("Md. Rezaul Karim"));
        assert!(is_full("Li Na"));
        assert!(!is_full("Dzh. Bekov"));
    }

    #[test]
    fn a_particle_before_a_surname_is_no_name() {
        for bare in [
            "Van Dijken",
            "Al-Mansouri",
            "Al Mansouri",
            "Von der Winsloo",
            "De Souza",
            "аль-Мансури",
        ] {
            assert!(!is_full(bare), "{bare}");
        }
        // What is a surname that stands first somewhere, or a given name, is one.
        for full in [
            "Karim Al-Mansouri",
            "Du Weimin",
            "Le Hoa",
            "Ben Winslow",
            "An Li",
        ] {
            assert!(is_full(full), "{full}");
        }
    }

    #[test]
    fn a_long_slug_is_cut_between_words() {
        let long = slug(&"committee ".repeat(40));
        assert_eq!(long.len(), 79);
        assert!(long.ends_with("-committee"));
        assert_eq!(slug(&"x".repeat(500)).len(), 80);
    }

    #[test]
    fn only_a_leading_article_is_left_out() {
        assert_eq!(fold_body("The House of the People"), "house of the people");
    }
}
