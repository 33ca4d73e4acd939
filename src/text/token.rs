//! Words, numbers and marks of a text.
//!
//! A hyphen is a token of its own, so that "Kazakh-Russian" shows both its words; so are a possessive ending and every
//! mark. An initial keeps its dot.

use super::fold::is_apostrophe;
use super::span::Span;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A word without any capital.
    Lower,
    /// A word with a capital first and a small letter behind.
    Capital,
    /// A word of capitals only, two letters or more.
    Upper,
    /// A single capital letter without a dot.
    Letter,
    /// A single capital letter with its dot.
    Initial,
    /// A word of a script without capitals.
    Caseless,
    /// Digits, with the separators inside and an ordinal's ending.
    Number,
    /// The ending 's, or the apostrophe behind a plural.
    Possessive,
    /// Any other sign.
    Mark(char),
}

impl Shape {
    /// Whether the token is a word that can be part of a name: begins with a capital, or has no case.
    #[must_use]
    pub const fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Capital | Self::Upper | Self::Letter | Self::Initial | Self::Caseless
        )
    }

    /// Whether the token is a word of any case.
    #[must_use]
    pub const fn is_word(self) -> bool {
        self.is_capital() || matches!(self, Self::Lower)
    }
}

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// How it is written.
    pub shape: Shape,
    /// Whether nothing separates it from the token before.
    pub glued: bool,
}

/// Splits a text into tokens, in order. White space and control characters are left out.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut glued = false;
    while let Some(c) = char_at(text, at) {
        if c.is_whitespace() || c.is_control() {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let (end, shape) = next_token(text, at, c, found.last());
        found.push(Token {
            span: Span::new(at, end),
            shape,
            glued,
        });
        at = end;
        // "·Ana Ruiz": the bullet of a list is no part of what follows, while that in "Col·legi" is.
        let bullet = matches!(c, '•' | '·' | '▪' | '●');
        glued = !(bullet && char_at(text, at).is_some_and(char::is_uppercase));
    }
    found
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text.get(at..)?.chars().next(),
        None => None,
    }
}

fn next_token(text: &str, at: usize, c: char, before: Option<&Token>) -> (usize, Shape) {
    if is_apostrophe(c) && !c.is_alphabetic() {
        return apostrophe(text, at, c, before);
    }
    if c.is_alphabetic() {
        return word(text, at);
    }
    if c.is_ascii_digit() {
        return (number_end(text, at), Shape::Number);
    }
    (at + c.len_utf8(), Shape::Mark(c))
}

fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric() || is_mark(c)
    }
}

/// Combining marks are no letters, yet belong to the word before.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{200d}' || c == '\u{200c}'
}

fn word(text: &str, start: usize) -> (usize, Shape) {
    let (mut end, mut upper, mut lower, mut letters) = (start, 0_usize, 0_usize, 0_usize);
    let mut first_upper = false;
    loop {
        // Nearly all letters are plain ones, and need no look at the tables of all others.
        while let Some(b) = text
            .as_bytes()
            .get(end)
            .filter(|b| b.is_ascii_alphanumeric())
        {
            let is_upper = b.is_ascii_uppercase();
            first_upper |= letters == 0 && is_upper;
            upper += usize::from(is_upper);
            lower += usize::from(b.is_ascii_lowercase());
            letters += usize::from(!b.is_ascii_digit());
            end += 1;
        }
        let Some(c) = char_at(text, end) else { break };
        if is_word_char(c) {
            let (is_upper, is_lower) = (c.is_uppercase(), c.is_lowercase());
            first_upper |= letters == 0 && is_upper;
            upper += usize::from(is_upper);
            lower += usize::from(is_lower);
            letters += usize::from(!c.is_ascii_digit());
        } else if !(is_apostrophe(c) && joins(text, end, c)) {
            break;
        }
        end += c.len_utf8();
    }
    let shape = match (upper, lower) {
        (0, 0) => Shape::Caseless,
        (0, _) => Shape::Lower,
        (1, 0) if letters == 1 && char_at(text, end) == Some('.') => {
            return (end + 1, Shape::Initial);
        }
        (1, 0) if letters == 1 => Shape::Letter,
        (_, 0) => Shape::Upper,
        _ if first_upper => Shape::Capital,
        // "iPhone", "d'Ivoire": a capital further in is a capital too.
        _ => Shape::Capital,
    };
    (end, shape)
}

/// Whether an apostrophe stands inside of a word: a letter follows, and it is not the possessive ending.
fn joins(text: &str, at: usize, apostrophe: char) -> bool {
    let next = at + apostrophe.len_utf8();
    match char_at(text, next) {
        Some('s' | 'S') => char_at(text, next + 1).is_some_and(is_word_char),
        Some(c) => c.is_alphabetic(),
        None => false,
    }
}

fn apostrophe(text: &str, at: usize, c: char, before: Option<&Token>) -> (usize, Shape) {
    let end = at + c.len_utf8();
    let after_word = before.is_some_and(|t| t.span.end == at && t.shape.is_word());
    if after_word {
        if matches!(char_at(text, end), Some('s' | 'S'))
            && !char_at(text, end + 1).is_some_and(is_word_char)
        {
            return (end + 1, Shape::Possessive);
        }
        let plural = before.is_some_and(|t| t.span.of(text).ends_with(['s', 'S']));
        if plural && char_at(text, end).is_some_and(char::is_whitespace) {
            return (end, Shape::Possessive);
        }
    }
    (end, Shape::Mark(c))
}

fn number_end(text: &str, start: usize) -> usize {
    let digit = |at| char_at(text, at).is_some_and(|c| c.is_ascii_digit());
    let mut end = start;
    loop {
        while digit(end) {
            end += 1;
        }
        match char_at(text, end) {
            Some(',' | '.' | ':') if digit(end + 1) => end += 1,
            _ => break,
        }
    }
    while char_at(text, end).is_some_and(|c| c.is_ascii_alphabetic()) {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn possessives_hyphens_and_initials_are_told_apart() {
        assert_eq!(
            split("Russia's 18th Kazakh-Uzbek talks"),
            ["Russia", "'s", "18th", "Kazakh", "-", "Uzbek", "talks"]
        );
        assert_eq!(split("P. C. Mody’s"), ["P.", "C.", "Mody", "’s"]);
        assert_eq!(
            split("the speakers' table"),
            ["the", "speakers", "'", "table"]
        );
        assert_eq!(split("Ash’shura, O'Brien"), ["Ash’shura", ",", "O'Brien"]);
        assert_eq!(split("$2,000.50."), ["$", "2,000.50", "."]);
    }

    #[test]
    fn shapes_tell_how_words_are_written() {
        let shapes: Vec<_> = tokens("Mr. KOSHANOV met K. McAllister, 이학영 А")
            .iter()
            .map(|t| t.shape)
            .collect();
        assert_eq!(
            shapes,
            [
                Shape::Capital,
                Shape::Mark('.'),
                Shape::Upper,
                Shape::Lower,
                Shape::Initial,
                Shape::Capital,
                Shape::Mark(','),
                Shape::Caseless,
                Shape::Letter
            ]
        );
    }
}
