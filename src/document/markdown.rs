//! Markdown: front matter, and the body as the plain text that a reader sees.
//!
//! The text of an article is what its reader reads, so the marks of headings, emphasis, links, quotes, tables and code go,
//! wrapped lines of a paragraph are joined, and list items keep a `- ` or their number. Spans are offsets of that text.

use super::entities::decode_entities;
use super::front_matter::split_front_matter;
use super::html_tokens::{HtmlToken, HtmlTokens};
use super::markdown_inline::plain_inline;
use super::{Article, Problem};

/// Reads a Markdown document, already decoded. The title of the front matter is the first paragraph if the text does not
/// begin with it; without front matter the first heading is the title.
///
/// # Errors
/// [`Problem::Empty`] where there are no words.
pub(super) fn read_markdown(text: &str, label: String) -> Result<Article, Problem> {
    let text = super::clean::clean(text);
    let (mut draft, body) = split_front_matter(&text);
    if draft.title.is_none() {
        draft.title = first_heading(body);
    }
    let text = draft.with_title(plain_text(body));
    draft.into_article(&text, label)
}

/// The words of the first line if it is a heading.
fn first_heading(body: &str) -> Option<String> {
    let line = body.lines().find(|line| !line.trim().is_empty())?;
    heading(line).map(plain_inline)
}

/// The words of a heading that begins with up to six `#`.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with([' ', '\t']))
        .then(|| words.trim().trim_end_matches('#').trim_end())
}

/// Blocks to paragraphs.
fn plain_text(body: &str) -> String {
    let without_tags = without_html(body);
    let mut blocks = Blocks::default();
    let mut fence: Option<char> = None;
    for line in without_tags.lines() {
        let bare = line.trim();
        if let Some(mark) = fence_mark(bare)
            && fence.is_none_or(|open| open == mark)
        {
            fence = if fence.is_some() { None } else { Some(mark) };
            blocks.end();
        } else if fence.is_some() {
            blocks.line(line);
        } else {
            block_line(
                &mut blocks,
                bare,
                line.ends_with("  ") || line.ends_with('\\'),
            );
        }
    }
    blocks.finish()
}

fn block_line(blocks: &mut Blocks, line: &str, breaks: bool) {
    let line = line.trim_start_matches(['>', ' ']).trim_end();
    if line.is_empty() || is_rule(line) {
        blocks.end();
    } else if is_link_definition(line) || is_table_rule(line) {
        // Says where links lead or how columns are set: nothing to read.
    } else if let Some(words) = heading(line) {
        blocks.end();
        blocks.line(&plain_inline(words));
        blocks.end();
    } else if let Some((mark, words)) = list_item(line) {
        blocks.line(&format!("{mark} {}", plain_inline(words)));
        blocks.continues = !breaks;
    } else if line.starts_with('|') {
        let cells: Vec<String> = line
            .trim_matches('|')
            .split('|')
            .map(|c| plain_inline(c.trim()))
            .collect();
        blocks.line(&cells.join("\t"));
    } else {
        blocks.wrapped(&plain_inline(line.trim_end_matches('\\')));
        blocks.continues = !breaks;
    }
}

/// The mark of a list item, `-` for all bullets, and its words.
fn list_item(line: &str) -> Option<(&str, &str)> {
    if let Some(words) = ["- ", "* ", "+ ", "• "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    {
        return Some(("-", words.trim_start()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let words = rest
        .strip_prefix(". ")
        .or_else(|| rest.strip_prefix(") "))?;
    ((1..=3).contains(&digits))
        .then(|| (line.get(..=digits).unwrap_or_default(), words.trim_start()))
}

fn fence_mark(line: &str) -> Option<char> {
    ['`', '~']
        .into_iter()
        .find(|mark| line.chars().take_while(|c| c == mark).count() >= 3)
}

/// `---`, `***`, `___` and the underlines of headings: three or more of one mark, or of `=` any number.
fn is_rule(line: &str) -> bool {
    let marks = |mark: char| line.chars().all(|c| c == mark || c == ' ');
    marks('=') || line.len() >= 3 && ['-', '*', '_'].into_iter().any(marks)
}

/// `|---|:--:|`.
fn is_table_rule(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

/// `[name]: https://...`.
fn is_link_definition(line: &str) -> bool {
    line.strip_prefix('[')
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(name, target)| {
            !name.contains(']') && !target.trim().contains(' ') && target.contains(['/', '#'])
        })
}

/// The text without comments and tags of HTML; `<br>` is a line feed, `<https://...>` stays.
fn without_html(body: &str) -> String {
    if !body.contains('<') {
        return body.to_owned();
    }
    HtmlTokens::new(body).fold(String::with_capacity(body.len()), |mut text, token| {
        match token {
            HtmlToken::Text(raw) => text.push_str(raw),
            HtmlToken::Open { name, raw } if name.contains([':', '@']) => text.push_str(raw),
            HtmlToken::Open { name, .. } if name.eq_ignore_ascii_case("br") => {
                text.push_str("\\\n");
            }
            // Without an end it is no tag but a sign that the author wrote.
            HtmlToken::Other(raw) if !raw.ends_with('>') => text.push_str(raw),
            HtmlToken::Open { .. }
            | HtmlToken::Close { .. }
            | HtmlToken::Opaque { .. }
            | HtmlToken::Other(_) => {}
        }
        text
    })
}

/// Paragraphs as they come together.
#[derive(Debug, Default)]
struct Blocks {
    out: String,
    /// Whether a new paragraph begins with the next line.
    ended: bool,
    /// Whether the next line of prose goes on in the same line.
    continues: bool,
}

impl Blocks {
    fn end(&mut self) {
        self.ended = true;
        self.continues = false;
    }

    fn line(&mut self, line: &str) {
        self.part("\n", line);
        self.continues = false;
    }

    fn wrapped(&mut self, line: &str) {
        let between = if self.continues { " " } else { "\n" };
        self.part(between, line);
    }

    fn part(&mut self, between: &str, line: &str) {
        if !self.out.is_empty() {
            self.out.push_str(if self.ended { "\n\n" } else { between });
        }
        self.ended = false;
        self.out.push_str(&decode_entities(line));
    }

    fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that fails may panic")]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = "---\ntitle: Talks in Riga\n---\n# Talks in **Riga**\n\nThe [Speaker](https://x.org/a \"t\") of the\nSaeima &amp; her guests<!-- no -->:\n\n\
            * Norway: *Olemic* Thommessen;\n* Sweden\n  and more\n\n> Quoted __words__\n\nSetext\n======\n\n1. first\n2. second\n\n| a | b |\n|---|---|\n| c | d |\n\n\
            ```\ncode *kept*\n```\n\n[ref]: https://x.org\nOne<br>two  \nthree";
        let article = read_markdown(text, "a".to_owned()).unwrap();
        assert_eq!(
            article.text,
            "Talks in Riga\n\nThe Speaker of the Saeima & her guests:\n\n- Norway: Olemic Thommessen;\n- Sweden and more\n\n\
             Quoted words\n\nSetext\n\n1. first\n2. second\n\na\tb\nc\td\n\ncode *kept*\n\nOne\ntwo\nthree"
        );
        assert_eq!(article.title.as_deref(), Some("Talks in Riga"));
    }

    #[test]
    fn the_first_heading_is_the_title_and_a_given_title_is_in_the_text() {
        let article = read_markdown("## A visit\n\nThey met.", "a".to_owned()).unwrap();
        assert_eq!(article.title.as_deref(), Some("A visit"));
        assert_eq!(article.text, "A visit\n\nThey met.");
        let article = read_markdown("---\ntitle: A visit\n---\nThey met.", "a".to_owned()).unwrap();
        assert_eq!(article.text, "A visit\n\nThey met.");
    }

    #[test]
    fn nothing_is_refused() {
        for text in ["", "---\nid: a\n---\n", "***\n\n<!-- x -->"] {
            assert!(
                matches!(read_markdown(text, "a".to_owned()), Err(Problem::Empty)),
                "{text}"
            );
        }
    }
}
