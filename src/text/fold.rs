//! The folded form of a word: what is left when case, diacritics, apostrophes and kinds of hyphens do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends the folded form of a word: lower case, without diacritics and apostrophes, every dash a hyphen.
///
/// Two spellings that differ only in these fold to the same: `Graužinienė` and `Grauziniene`, `Ash’shura` and
/// `Ashshura`, `Ё` and `е`. A cheap path takes ASCII.
///
/// ```
/// let mut out = String::new();
/// interparl::text::fold_into("Kjærsgaard’s", &mut out);
/// assert_eq!(out, "kjaersgaards");
/// ```
pub fn fold_into(word: &str, out: &mut String) {
    // One walk without an early end, which a processor takes many bytes at a time.
    let (mut all, mut apostrophe) = (0, false);
    for byte in word.bytes() {
        all |= byte;
        apostrophe |= byte == b'\'' || byte == b'`';
    }
    if all.is_ascii() {
        let start = out.len();
        if apostrophe {
            out.extend(word.split(['\'', '`']));
        } else {
            out.push_str(word);
        }
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in word
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            _ if is_apostrophe(c) => {}
            'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ə' => out.push('a'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            '‐' | '‑' | '‒' | '–' | '—' => out.push('-'),
            // Decomposition of a capital I with a dot leaves this mark behind in lower case.
            '\u{307}' => {}
            _ => out.push(c),
        }
    }
}

/// The folded form of a word or phrase; see [`fold_into`]. White space is kept.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Whether a character is one of the many signs that serve as an apostrophe or glottal stop inside of words.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʹ' | '`' | '´' | '′' | 'ʿ' | 'ʾ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one_form() {
        for (a, b) in [
            ("Äşimbaev", "Asimbaev"),
            ("İlham", "ilham"),
            ("Ash'shura", "Ash’shura"),
            ("Матвиё", "матвие"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_ne!(fold("Kim"), fold("Kin"));
    }
}
