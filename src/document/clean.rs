//! What is taken out of every text before anything counts offsets in it.
//!
//! Takes out only what no reader sees and what could harm a terminal or a file; never changes a visible character.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

/// What begins a sequence of a terminal.
const ESCAPE: char = '\u{1b}';

/// The text as articles hold it: line ends are line feeds, and there are no control characters but line feeds and tabs,
/// no controls that reverse or isolate writing direction, no byte order marks, and none of the sequences by which programs
/// colour a terminal, set its title or make links in it. All else stays, byte for byte.
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
            ESCAPE => skip_sequence(&mut characters),
            other if is_unwanted(other) => {}
            other => cleaned.push(other),
        }
    }
    Cow::Owned(cleaned)
}

/// A text without the sequences of terminals, and with everything else that it has.
pub(super) fn without_sequences(text: &str) -> Cow<'_, str> {
    if !text.contains(ESCAPE) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == ESCAPE {
            skip_sequence(&mut characters);
        } else {
            plain.push(character);
        }
    }
    Cow::Owned(plain)
}

/// Goes behind the sequence whose escape character was just read. What is none, or does not end on its line, is left
/// where it is: the letters behind a stray escape character are the article's.
fn skip_sequence(characters: &mut Peekable<Chars<'_>>) {
    let mut behind = characters.clone();
    let ended = match behind.next() {
        Some('[') => skip_control(&mut behind),
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(&mut behind),
        // The choice of a set of letters, which `tput sgr0` writes before it ends a colour.
        Some('(' | ')') => behind.next().is_some_and(|c| matches!(c, '0' | 'A' | 'B')),
        _ => false,
    };
    if ended {
        *characters = behind;
    }
}

/// Goes behind parameters and the letter that ends them, and says whether there was one.
fn skip_control(characters: &mut Peekable<Chars<'_>>) -> bool {
    while characters.next_if(|c| ('0'..='?').contains(c)).is_some() {}
    while characters.next_if(|c| (' '..='/').contains(c)).is_some() {}
    characters.next().is_some_and(|c| ('@'..='~').contains(&c))
}

/// Goes behind a string for the terminal, such as a title or the address of a link, and says whether it ended on its line.
fn skip_string(characters: &mut Peekable<Chars<'_>>) -> bool {
    while let Some(character) = characters.next() {
        match character {
            '\u{7}' | '\u{9c}' => return true,
            ESCAPE => return characters.next_if_eq(&'\\').is_some(),
            '\n' | '\r' => return false,
            _ => {}
        }
    }
    false
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
            "red x"
        );
    }

    #[test]
    fn sequences_of_a_terminal_go_whole() {
        for (coloured, plain) in [
            ("Jaan \u{1b}[1mTamm\u{1b}[0m met", "Jaan Tamm met"),
            ("\u{1b}[38;5;196mred\u{1b}[m", "red"),
            ("bold\u{1b}(B\u{1b}[m, plain", "bold, plain"),
            ("\u{1b}]0;title\u{7}They met.", "They met."),
            (
                "\u{1b}]8;;https://example.org\u{1b}\\a link\u{1b}]8;;\u{1b}\\.",
                "a link.",
            ),
        ] {
            assert_eq!(clean(coloured), plain);
            assert_eq!(without_sequences(coloured), plain);
        }
    }

    #[test]
    fn what_is_no_sequence_keeps_its_letters() {
        for (stray, kept) in [
            ("\u{1b}Tamm", "Tamm"),
            ("a [0m and [1] of a text", "a [0m and [1] of a text"),
            ("the end\u{1b}[", "the end["),
            ("\u{1b}]0;no end\nThey met.", "]0;no end\nThey met."),
            ("\u{1b}(see below)", "(see below)"),
            ("\u{1b}[31é", "[31é"),
            ("\u{1b}[ 12 March", "[ 12 March"),
        ] {
            assert_eq!(clean(stray), kept);
        }
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
