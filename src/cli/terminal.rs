//! Everything that reaches the terminal: cleaned of what does not belong there, coloured only where it can be.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::iter::Peekable;
use std::str::Chars;

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;

use super::exit::Exit;
use super::failure::{Failure, Told};
use super::page::Page;

/// Lines of prose longer than this are hard to read, however wide the window is.
const WIDEST: usize = 100;
const NARROWEST: usize = 40;

/// Where answers and messages are printed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Console {
    quiet: bool,
    width: usize,
    answers: ColorChoice,
    messages: ColorChoice,
}

impl Console {
    /// The console of this process; a quiet one prints no notes.
    pub(crate) fn new(quiet: bool) -> Self {
        let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let terminal = terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        Self {
            quiet,
            width: terminal
                .or(columns)
                .unwrap_or(WIDEST)
                .clamp(NARROWEST, WIDEST),
            answers: AutoStream::choice(&io::stdout()),
            messages: AutoStream::choice(&io::stderr()),
        }
    }

    /// Whether a counter may be drawn on standard error.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Prints `error: ...` and `hint: ...` to standard error, also when quiet.
    pub(crate) fn error(&self, told: &Told) {
        // A message is one line: a line feed in the name of a file must not look like a message of ours.
        self.message("error", AnsiColor::Red, &clean(&told.message));
        if let Some(hint) = &told.hint {
            self.message("hint", AnsiColor::Cyan, &clean_lines(hint));
        }
    }

    /// Prints a line to standard error, unless quiet.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            // Where standard error is closed there is nobody left to tell; so below.
            let _ = writeln!(io::stderr(), "{}", clean(text));
        }
    }

    fn message(&self, word: &str, color: AnsiColor, text: &str) {
        let style = Style::new().bold().fg_color(Some(color.into()));
        let mut out = AutoStream::new(io::stderr(), self.messages);
        let _ = writeln!(out, "{style}{word}:{style:#} {text}");
    }

    /// An empty page as wide as the terminal.
    pub(crate) const fn page(&self) -> Page {
        Page::new(self.width)
    }

    /// Prints a page to standard output.
    pub(crate) fn print(&self, page: &Page) -> Result<(), Failure> {
        let mut out = AutoStream::new(io::stdout(), self.answers);
        out.write_all(page.as_str().as_bytes())
            .and_then(|()| out.flush())
            .map_err(|e| Failure::writing("standard output", &e))
    }
}

/// Prints a value as JSON to standard output.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value)
        .map_err(|e| Failure::new(format!("cannot write JSON: {e}")))?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", escape_json(&json))
        .and_then(|()| out.flush())
        .map_err(|e| Failure::writing("standard output", &e))
}

/// Tells what clap has to say: help and version on standard output, a wrong argument on standard error.
pub(crate) fn tell_usage(error: &clap::Error, arguments: &[OsString]) -> Exit {
    let hostile = arguments
        .iter()
        .any(|a| a.to_string_lossy().chars().any(is_unprintable));
    if hostile {
        // clap repeats arguments as they are, and a shell's `*` may have made them of anything.
        let text = clean_lines(&error.render().to_string());
        let _ = writeln!(anstream::stderr(), "{text}");
    } else {
        let _ = error.print();
    }
    if error.use_stderr() {
        Exit::Failed
    } else {
        Exit::Done
    }
}

/// Text on one line without anything that a terminal would obey: escape sequences go as a whole, control characters
/// and marks of direction one by one, white space of any sort becomes a space.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in Printable::new(text) {
        if c.is_whitespace() {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else {
            cleaned.push(c);
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// The same for text of several lines: line feeds and spaces stay.
pub(crate) fn clean_lines(text: &str) -> String {
    let space = |c: char| {
        if c == '\n' || !c.is_whitespace() {
            c
        } else {
            ' '
        }
    };
    Printable::new(text).map(space).collect()
}

/// JSON with everything escaped that a terminal would obey. It says the same to a program.
pub(crate) fn escape_json(json: &str) -> String {
    use std::fmt::Write as _;
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        // Line feeds stand between the values only; inside of strings JSON has them escaped already.
        if is_unprintable(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Whether a character moves the cursor, turns the direction of writing or hides itself. The joiners that Persian and
/// the scripts of India need are not among them.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// The characters of a text that may be printed, line feeds, tabs and separators of lines among them.
struct Printable<'t> {
    rest: Peekable<Chars<'t>>,
}

impl<'t> Printable<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text.chars().peekable(),
        }
    }

    /// Leaves out a sequence of parameters up to its last byte.
    fn skip_control_sequence(&mut self) {
        while self.rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
        self.rest.next_if(|c| matches!(c, '@'..='~'));
    }

    /// Leaves out a string for the terminal, if it ends in its line; else it hides nothing but its beginning.
    fn skip_string(&mut self) {
        let mut ahead = self.rest.clone();
        while let Some(c) = ahead.next() {
            let ends = match c {
                '\u{7}' | '\u{9C}' => true,
                '\u{1B}' => ahead.next_if_eq(&'\\').is_some(),
                '\n' => return,
                _ => false,
            };
            if ends {
                self.rest = ahead;
                return;
            }
        }
    }

    fn skip_escape(&mut self) {
        match self.rest.peek() {
            Some('[') => {
                self.rest.next();
                self.skip_control_sequence();
            }
            Some(']' | 'P' | 'X' | '^' | '_') => {
                self.rest.next();
                self.skip_string();
            }
            _ => {
                while self.rest.next_if(|c| matches!(c, ' '..='/')).is_some() {}
                self.rest.next_if(|c| matches!(c, '0'..='~'));
            }
        }
    }
}

impl Iterator for Printable<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            match self.rest.next()? {
                '\u{1B}' => self.skip_escape(),
                '\u{9B}' => self.skip_control_sequence(),
                '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => self.skip_string(),
                '\u{2028}' | '\u{2029}' | '\u{85}' => return Some(' '),
                c if matches!(c, '\n' | '\t' | '\r') || !is_unprintable(c) => return Some(c),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        for (text, cleaned) in [
            ("\u{1B}[31mred\u{1B}[0m", "red"),
            ("\u{1B}]0;title\u{7}name", "name"),
            (
                "\u{1B}]8;;https://x.example\u{1B}\\link\u{1B}]8;;\u{1B}\\",
                "link",
            ),
            ("\u{1B}]0;no end", "0;no end"),
            ("\u{9B}2Jgone", "gone"),
            ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"),
            ("a\r\n\tb\u{0}\u{8}c\u{7F}", "a bc"),
            ("\u{1B}cboom", "boom"),
            ("\u{1B}", ""),
            ("Ерлан \u{200C}می", "Ерлан \u{200C}می"),
        ] {
            assert_eq!(clean(text), cleaned, "{text:?}");
        }
        assert_eq!(clean_lines("a\n  b\u{1B}[1m\tc"), "a\n  b c");
    }

    #[test]
    fn json_says_the_same_after_escaping() {
        let text = "a\u{9B}b\u{202E}c\u{E0041}\n\u{7F}Ә";
        let json = serde_json::to_string(text).unwrap_or_default();
        let escaped = escape_json(&json);
        assert!(!escaped.chars().any(is_unprintable), "{escaped}");
        assert_eq!(
            serde_json::from_str::<String>(&escaped).ok().as_deref(),
            Some(text)
        );
    }
}
