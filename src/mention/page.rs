//! What pages do to words: spaces that got lost, names of accounts, addresses.
//!
//! In come the tokens of a text, out come tokens as a writer would have them. This module never changes the text.

use std::collections::BTreeSet;

use crate::lexicon::{Class, Entry, Lexicon, NameTraits, Symbol};
use crate::text::{Shape, Span, Token, fold};

/// How many letters the first of two words must have that lost the space between them.
const LEAST: usize = 4;

/// How many a word of every day must have there, of which many begin as other words do.
const LEAST_COMMON: usize = 6;

/// The tokens with glued words split, and without words in the names of accounts, hashtags and addresses.
pub(super) fn repaired(text: &str, lexicon: &Lexicon, mut tokens: Vec<Token>) -> Vec<Token> {
    close_addresses(text, &mut tokens);
    let mut page = Page {
        text,
        lexicon,
        ends: Endings::of(lexicon.glued().map(|(tail, _)| tail)),
        capitals: None,
        buffer: String::new(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at).copied() {
        if let Some((first, second)) = page.split(token, tokens.get(at + 1).copied(), &tokens) {
            tokens.splice(at..=at, [first, second]);
            at += 1;
        }
        at += 1;
    }
    tokens
}

/// Makes marks of all that belongs to the name of an account, a hashtag or an address of the web: nothing in them is a word of the article.
fn close_addresses(text: &str, tokens: &mut [Token]) {
    let mut inside = false;
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at).copied() else {
            return;
        };
        let next = tokens.get(at + 1).copied();
        let glued = next.is_some_and(|n| n.glued);
        let closes = || {
            matches!(token.shape, Shape::Mark(',' | ';' | ')' | '"' | '”' | '’'))
                || token.shape == Shape::Possessive
                || token.shape == Shape::Mark('.') && !glued
        };
        if inside && token.glued && !closes() {
            if let Some(token) = tokens.get_mut(at) {
                token.shape = Shape::Mark('@');
            }
            continue;
        }
        let sign = matches!(token.shape, Shape::Mark('@' | '#'));
        let site = || {
            next.is_some_and(|n| matches!(n.shape, Shape::Mark(':' | '.')))
                && matches!(token.span.of(text), "http" | "https" | "www" | "pic")
        };
        inside = glued && (sign || site());
        if inside && let Some(token) = tokens.get_mut(at) {
            token.shape = Shape::Mark('@');
        }
    }
}

/// Which two letters words end in, a bit for each pair: by the last letter the letters before it.
struct Endings([u32; 32]);

impl Endings {
    /// The endings of some words.
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut new = Self([0; 32]);
        for word in words {
            match Self::place(word) {
                Some((last, before)) => {
                    if let Some(bits) = new.0.get_mut(last) {
                        *bits |= before;
                    }
                }
                // Any word may end in a single letter.
                None => new.0 = [u32::MAX; 32],
            }
        }
        new
    }

    /// Whether a word may end as one of them does: it has the same two last letters, but for what few signs share with them.
    fn may_have(&self, word: &str) -> bool {
        Self::place(word).is_none_or(|(last, before)| {
            let bits = self.0.get(last).copied();
            bits.unwrap_or_default() & before != 0
        })
    }

    fn place(word: &str) -> Option<(usize, u32)> {
        match word.as_bytes() {
            [.., before, last] => Some((usize::from(last & 31), 1 << (before & 31))),
            _ => None,
        }
    }
}

/// The text in which words are glued.
struct Page<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// The endings of all words that may be glued to others: most words end like none of them.
    ends: Endings,
    /// The folded words that stand in the text with a capital; read where they are needed first.
    capitals: Option<BTreeSet<String>>,
    buffer: String,
}

impl Page<'_> {
    /// The two words that a token is made of, by the word behind it: "Raymondof the", "Femeníapresident".
    fn split(
        &mut self,
        token: Token,
        next: Option<Token>,
        tokens: &[Token],
    ) -> Option<(Token, Token)> {
        let word = token.span.of(self.text);
        let cased = matches!(token.shape, Shape::Capital | Shape::Lower);
        let lexicon = self.lexicon;
        let fits = |(tail, _): &(&str, u8)| word.ends_with(tail);
        // The table of all words is asked last, because most words end like none of the few that are glued to others.
        if !cased
            || word.len() <= LEAST
            || !self.ends.may_have(word)
            || !lexicon.glued().any(|tail| fits(&tail))
            || self.symbol(word) != Symbol::UNKNOWN
        {
            return None;
        }
        let (head, value) = lexicon.glued().filter(fits).find_map(|(tail, value)| {
            let head = word.strip_suffix(tail)?;
            self.plausible(token.shape, head, value, next, tokens)
                .then_some((head, value))
        })?;
        debug_assert!(value <= 2);
        let middle = token.span.start + head.len();
        let first = Token {
            span: Span::new(token.span.start, middle),
            ..token
        };
        let second = Token {
            span: Span::new(middle, token.span.end),
            shape: Shape::Lower,
            glued: false,
        };
        Some((first, second))
    }

    /// Whether what stands before a tail of this value is a word by itself, with this token behind both.
    fn plausible(
        &mut self,
        shape: Shape,
        head: &str,
        value: u8,
        next: Option<Token>,
        tokens: &[Token],
    ) -> bool {
        let letters = head.chars().count();
        let symbol = self.symbol(head);
        let common = self.lexicon.traits(symbol).has(NameTraits::COMMON);
        if letters < LEAST || !head.chars().all(char::is_alphabetic) {
            return false;
        }
        let article = self.opens(next, &[Class::Article, Class::His]);
        let lower = next.is_some_and(|n| n.shape == Shape::Lower);
        if common {
            return value != 1 && letters >= LEAST_COMMON && article;
        }
        if shape == Shape::Lower {
            // "mario borghesemet with": a name in small letters, which stands in the text with its capital too.
            return value != 2 && lower && self.has_capital(head, tokens);
        }
        match value {
            0 => article,
            1 => true,
            _ => false,
        }
    }

    /// Whether a token is a word of one of the classes.
    fn opens(&mut self, token: Option<Token>, classes: &[Class]) -> bool {
        let Some(token) = token.filter(|t| !t.glued) else {
            return false;
        };
        let symbol = self.symbol(token.span.of(self.text));
        let alone = |_| Symbol::UNKNOWN;
        self.lexicon.phrases_at(symbol, alone).any(|p| {
            let mut entries = p.entries.iter();
            entries.any(|e| matches!(e, Entry::Word(class, _) if classes.contains(class)))
        })
    }

    /// Whether a word stands in the text with a capital.
    fn has_capital(&mut self, word: &str, tokens: &[Token]) -> bool {
        let text = self.text;
        let capitals = self.capitals.get_or_insert_with(|| {
            let capital = tokens.iter().filter(|t| t.shape == Shape::Capital);
            capital.map(|t| fold(t.span.of(text))).collect()
        });
        capitals.contains(&fold(word))
    }

    fn symbol(&mut self, word: &str) -> Symbol {
        self.lexicon.symbol(word, &mut self.buffer)
    }
}
