//! What is taken out of every text before anything counts offsets in it.
//!
//! Takes out only what no reader sees and what could harm a terminal or a file; never changes a visible character.

use std::borrow::Cow;

/// The text as articles hold it: line ends are line feeds, and there are no control characters but line feeds and tabs,
/// no controls that reverse or isolate writing direction, and no byte order marks. All else stays, byte for byte.
///
/// Form feeds, vertical tabs and the "next line" control become line feeds, for they stand between words. Marks of
/// direction that belong to a word's spelling (LRM, RLM, ALM) and joiners stay.
///
/// Cleaning is a fixed point: the cleaned text stays as it is when cleaned again.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_unwanted) else {
        return Cow::Borrowed(text);
    };
    let (kept, rest) = text.split_at(first);
    let mut cleaned = String::with_capacity(text.len());
    cleaned.push_str(kept);
    let mut characters = rest.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            // The line feed of a pair follows by itself.
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' => cleaned.push('\n'),
            other if is_unwanted(other) => {}
            other => cleaned.push(other),
        }
    }
    Cow::Owned(cleaned)
}

/// The text of a field: cleaned, on one line, with single spaces and none at its ends.
pub(super) fn one_line(text: &str) -> String {
    let cleaned = clean(text);
    let mut line = String::with_capacity(cleaned.len());
    for word in cleaned.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a character is taken out or turned into a line feed.
pub(super) fn is_unwanted(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn line_ends_become_line_feeds_and_controls_go() {
        assert_eq!(clean("a\r\nb\rc\u{85}d\u{c}e"), "a\nb\nc\nd\ne");
        assert_eq!(
            clean("\u{feff}re\u{0}d \u{1b}[31m\u{202e}x\u{2069}"),
            "red [31mx"
        );
    }

    #[test]
    fn a_text_without_them_is_not_copied() {
        let text = "Ә\tбір\nПапалиʻи \u{200f}עמיר\u{200d} 🇰🇿 ";
        assert!(matches!(clean(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn a_field_is_one_line() {
        assert_eq!(one_line("  two\r\n words\u{7} "), "two words");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cleaning_is_a_fixed_point(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once.clone());
            prop_assert!(!once.contains(is_unwanted));
        }
    }
}
