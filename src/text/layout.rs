//! Lines, paragraphs and sentences of a text.

use std::collections::BTreeSet;

use super::span::Span;
use super::token::{Shape, Token};

/// What a block of a text is, by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A line that does not end as a sentence does: a headline, a caption, a button.
    Line,
    /// An item of a list.
    Item,
    /// Running text.
    Paragraph,
}

/// A stretch of a text between paragraph breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is by its form.
    pub kind: BlockKind,
}

/// A line this long that ends in the middle of a sentence was wrapped by hand.
const WRAPPED: usize = 50;

/// The blocks of a text in order. A line is a block, but where lines were wrapped by hand they are one.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    let mut start = 0;
    let listed = listed_lines(text);
    for line in text.split_inclusive('\n') {
        let in_list = listed.contains(&start);
        let end = start + line.len();
        let content = line.trim();
        let span = trimmed(text, Span::new(start, end));
        start = end;
        if content.is_empty() {
            open = false;
            continue;
        }
        let item = is_item(content);
        let wraps_on = open
            && !item
            && !in_list
            && continues(found.last().map_or("", |b| b.span.of(text)), content);
        match found.last_mut() {
            Some(last) if wraps_on => last.span.end = span.end,
            _ => found.push(Block {
                span,
                kind: if item {
                    BlockKind::Item
                } else {
                    BlockKind::Line
                },
            }),
        }
        open = true;
    }
    let kinds: Vec<BlockKind> = found.iter().map(|b| b.kind).collect();
    for (number, block) in found.iter_mut().enumerate() {
        let line = block.span.of(text);
        let over_list = kinds.get(number + 1) == Some(&BlockKind::Item) && goes_on(line);
        let whole = ends_sentence(line) && !ends_in_letters(line);
        if block.kind == BlockKind::Line && (whole || over_list) {
            block.kind = BlockKind::Paragraph;
        }
    }
    found
}

/// Where the lines begin that stand under a line which ends in a colon, each with a capital and none with a full stop but the last:
/// the items of a list without signs before them, however long they are.
fn listed_lines(text: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut group: Vec<(usize, &str)> = Vec::new();
    let mut under_colon = false;
    let mut close = |group: &mut Vec<(usize, &str)>, listed: bool| {
        let capital = |line: &str| line.chars().next().is_some_and(char::is_uppercase);
        let whole = |(n, (_, line)): (usize, &(usize, &str))| {
            let stops = line.ends_with(['.', '!', '?']) && !ends_in_letters(line);
            capital(line) && (n + 1 == group.len() || !stops)
        };
        if listed && group.len() > 1 && group.iter().enumerate().all(whole) {
            found.extend(group.iter().map(|(start, _)| *start));
        }
        group.clear();
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if content.is_empty() {
            // A blank line may stand between the colon and the list, and ends it.
            if !group.is_empty() {
                close(&mut group, under_colon);
                under_colon = false;
            }
        } else if content.ends_with(':') {
            close(&mut group, under_colon);
            under_colon = true;
        } else if under_colon {
            group.push((start, content));
        }
        start += line.len();
    }
    close(&mut group, under_colon);
    found
}

fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let start = span.start + (line.len() - line.trim_start().len());
    Span::new(start, start + line.trim().len())
}

fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('-' | '–' | '—' | '•' | '*' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '►') =>
        {
            // "·Ana Ruiz": a bullet without a space behind it, while "-5" and "*bold*" are none.
            let bullet = line.starts_with(['•', '·', '▪', '●', '◦', '‣', '■', '►']);
            chars
                .next()
                .is_some_and(|c| c.is_whitespace() || bullet && c.is_uppercase())
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with([')', '.'])
                && rest.chars().nth(1).is_some_and(char::is_whitespace)
                && line.len() - rest.len() <= 2
        }
        Some('(') => {
            let label: String = chars.by_ref().take_while(|c| *c != ')').collect();
            let short = (1..=4).contains(&label.chars().count());
            short
                && label.chars().all(char::is_alphanumeric)
                && chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_ascii_lowercase() => {
            chars.next() == Some(')') && chars.next().is_some_and(char::is_whitespace)
        }
        _ => false,
    }
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' ']);
    bare.ends_with(['.', '!', '?', ':', ';', '…', '。'])
}

/// "Later they held meetings with": whether a line ends in a word that goes on in what is under it.
fn goes_on(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    ["with", "by", "of", "are", "were", "included", "including"].contains(&last)
}

/// "Mr. Jaan Tamm, M.P.": whether a short line ends in letters with a dot behind each, which end no sentence there.
fn ends_in_letters(line: &str) -> bool {
    /// How many bytes such a line has at most.
    const SHORT: usize = 80;
    let last = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    let alternate = |(n, c): (usize, char)| {
        if n % 2 == 0 {
            c.is_uppercase()
        } else {
            c == '.'
        }
    };
    let letters = last.chars().count() >= 4 && last.ends_with('.');
    line.len() <= SHORT && letters && last.chars().enumerate().all(alternate)
}

/// Whether a line goes on with the sentence of the line before.
fn continues(before: &str, line: &str) -> bool {
    let last = before.rsplit('\n').next().unwrap_or(before);
    last.chars().count() >= WRAPPED
        && !ends_sentence(last)
        && !begins_anew(before, line)
        && line
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '"' || c == '“' || c == '(')
}

/// Whether a line is a paragraph below its headline or the words of a picture, with no blank line between: it begins with a capital, ends as
/// a sentence does, and is so long that nobody would have wrapped the two by hand, while the one before ends in no small word that goes on.
fn begins_anew(before: &str, line: &str) -> bool {
    /// Nobody wraps by hand at so many letters, where the line before is the first of its block, and where others are above it.
    const UNWRAPPED: (usize, usize) = (100, 180);
    let (above, before) = before.rsplit_once('\n').unwrap_or(("", before));
    let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let small = last.chars().count() <= 4 && last.chars().all(|c| !c.is_uppercase());
    let capital = line
        .trim_start_matches(['"', '“', '('])
        .starts_with(|c: char| c.is_uppercase());
    let long = line.chars().count();
    let head = !before.ends_with(',') && !goes_on(before) && !small;
    head && capital
        && ends_sentence(line)
        && long
            >= if above.is_empty() {
                UNWRAPPED.0
            } else {
                UNWRAPPED.1
            }
        && long * 2 >= before.chars().count() * 3
}

/// How many tokens a sentence may have before it is cut at a comma or semicolon. No sentence that people write is as long; what
/// has no full stops is a list or no text, and every reader of a sentence looks back and forth in it.
const LONG: usize = 600;

/// Whether a sentence that has not ended is cut before a token: behind a comma or semicolon, or, where none comes, anywhere.
fn too_long(tokens: &[Token], start: usize, at: usize) -> bool {
    let length = at - start;
    let behind_comma = at
        .checked_sub(1)
        .and_then(|b| tokens.get(b))
        .is_some_and(|t| matches!(t.shape, Shape::Mark(',' | ';')));
    length >= LONG && behind_comma || length >= 2 * LONG
}

/// Splits the tokens of one block into sentences, as ranges of token numbers.
///
/// What has no end for very long is cut all the same, so that the time to read a text grows with its length and not faster.
///
/// `abbreviates` says of the token with that number whether its dot is that of an abbreviation.
#[must_use]
pub fn sentences(
    tokens: &[Token],
    range: std::ops::Range<usize>,
    abbreviates: &dyn Fn(usize) -> bool,
) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let ends = match tokens.get(at).map(|t| t.shape) {
            Some(Shape::Mark('!' | '?' | '…' | '。')) => true,
            Some(Shape::Mark('.')) => {
                !(dots_follow(tokens, at) || at > range.start && abbreviates(at - 1))
            }
            // "King Arnulf V. The Speaker met": the dot of an initial, which may end the sentence too, though not in "Dr. V. Olsen".
            Some(Shape::Initial) => {
                let dot = |b: usize| tokens.get(b).is_some_and(|t| t.shape == Shape::Mark('.'));
                at > range.start && !dot(at - 1) && !abbreviates(at)
            }
            _ => false,
        };
        at += 1;
        if !ends {
            if at < range.end && too_long(tokens, start, at) {
                found.push(start..at);
                start = at;
            }
            continue;
        }
        // Closing quotation marks and brackets belong to the sentence that they close.
        while tokens.get(at).is_some_and(|t| {
            t.glued
                && at < range.end
                && matches!(
                    t.shape,
                    Shape::Mark('"' | '”' | '’' | '\'' | '»' | ')' | ']')
                )
        }) {
            at += 1;
        }
        let next = tokens.get(at).filter(|_| at < range.end);
        if next.is_none_or(|t| {
            (!t.glued || t.shape == Shape::Capital)
                && (t.shape.is_capital() || matches!(t.shape, Shape::Number | Shape::Mark(_)))
        }) {
            found.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// Whether a word stands right behind a dot: an address or an abbreviation. A word of small letters before and a capital
/// behind are two sentences that lost the space between them.
fn dots_follow(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| tokens.get(b));
    let small = before.is_some_and(|t| {
        let length = t.span.end - t.span.start;
        // "met Minister Tarnov.The delegation", but not in "www.Tarnov.Net".
        t.shape == Shape::Lower && length > 2 || t.shape == Shape::Capital && !t.glued && length > 4
    });
    tokens
        .get(at + 1)
        .is_some_and(|t| t.glued && t.shape.is_word() && !(small && t.shape == Shape::Capital))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokens;

    fn split(text: &str) -> Vec<&str> {
        let all = tokens(text);
        let abbreviates = |i: usize| {
            all.get(i)
                .is_some_and(|t| ["Mr", "Dr"].contains(&t.span.of(text)))
        };
        sentences(&all, 0..all.len(), &abbreviates)
            .into_iter()
            .filter_map(|r| {
                Some(
                    all.get(r.start)?
                        .span
                        .join(all.get(r.end - 1)?.span)
                        .of(text),
                )
            })
            .collect()
    }

    #[test]
    fn sentences_do_not_end_at_titles_or_initials() {
        assert_eq!(
            split("Mr. Kox came. Dr. K. Olsen left!"),
            ["Mr. Kox came.", "Dr. K. Olsen left!"]
        );
        assert_eq!(split("\"We came.\" He left."), ["\"We came.\"", "He left."]);
        assert_eq!(
            split("It cost 2.5 million. Then"),
            ["It cost 2.5 million.", "Then"]
        );
    }

    #[test]
    fn what_never_ends_is_cut_behind_a_comma() {
        let list = "Jaan Tamm, ".repeat(500);
        let parts = split(&list);
        assert_eq!(parts.len(), 3);
        assert!(
            parts
                .iter()
                .all(|p| p.starts_with("Jaan") && p.ends_with(','))
        );
        let words = "tea ".repeat(3 * 2 * LONG);
        assert_eq!(split(&words).len(), 3);
    }

    #[test]
    fn lines_wrapped_by_hand_are_one_paragraph() {
        let text = "Headline of it\n\nThe speaker of the upper chamber met the ambassador of\nFinland on Monday.\n- one\n- two\nShare";
        let kinds: Vec<_> = blocks(text)
            .iter()
            .map(|b| (b.kind, b.span.of(text).len()))
            .collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::Line, 14),
                (BlockKind::Paragraph, 73),
                (BlockKind::Item, 5),
                (BlockKind::Item, 5),
                (BlockKind::Line, 5)
            ]
        );
    }

    #[test]
    fn a_headline_right_above_its_text_is_none_of_it() {
        let head = "Speaker of the Parliament of Ghana on official visit to Oslo";
        let body = "Speaker of the Parliament of Ghana Kwame Boateng is in Oslo for talks with the \
                    President of the Storting and the friendship group.";
        assert_eq!(blocks(&format!("{head}\n{body}")).len(), 2);
        let wrapped = "the talks with the Committee on Trade and the President of\nSlovenia";
        assert_eq!(blocks(wrapped).len(), 1);
        let clause = "She thanked the Committee on Trade of the National Assembly of\n\
                      Kenya, whose members had shown her the harbour, the market, the mill and the old fort.";
        assert_eq!(blocks(clause).len(), 1);
        let ragged = "On Monday in Tallinn, Speaker of the Riigikogu Jaan Tamm received\n\
                      Speaker of the Knesset Noa Peretz, who is there for three days, and\nthanked her.";
        assert_eq!(blocks(ragged).len(), 1);
        let third = "The two spoke of trade, of the harbour, of the fort and the\n\
                     mill that stands in the middle of the town of Ida Viru\n\
                     Narva, which both of them had seen as children, as their families came from there, and of the war.";
        assert_eq!(blocks(third).len(), 1);
        let photo = "The three days of talks of the two Speakers in the north\n\
                     Speaker of the Parliament of Ghana Kwame Boateng (left) and his guests";
        let wrapped = format!("{photo}\n{body}");
        assert_eq!(blocks(&wrapped).len(), 1, "it may be wrapped");
        let end = "They will meet once more in the old fort before the year is over.";
        assert_eq!(blocks(&format!("{photo}\n{body} {end}")).len(), 2);
    }
}
