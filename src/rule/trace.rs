//! What each stage saw, as lines for people: the answer to "why was this read, why was that not".
//!
//! In come the mentions of one text and its reading, out come lines. This module never decides anything; the lines are
//! free of control characters and of marks that turn the direction of writing.

use std::ops::Range;

use super::notation::in_one_line;
use crate::claim::{Reading, Why};
use crate::lexicon::{Entry, Lexicon, Title};
use crate::mention::{BodyMention, Item, Kind, Means, Mentions, OfficeMention, When, Words};

/// What one stage saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageTrace {
    /// The stage: `sentences`, `offices`, `holdings`, `entities`, `events` or `claims`, in this order.
    pub stage: &'static str,
    /// What it saw; a line that belongs to the one above begins with two blanks.
    pub lines: Vec<String>,
}

/// The sentences with their items: what each word was taken for.
pub(super) fn sentences(mentions: &Mentions<'_>) -> StageTrace {
    let mut lines = Vec::new();
    for (number, (sentence, items)) in mentions
        .words
        .sentences
        .iter()
        .zip(&mentions.items)
        .enumerate()
    {
        let zone = format!("{:?}", sentence.zone).to_lowercase();
        let text = words(mentions, &sentence.words);
        lines.push(format!("{} {zone}: {text}", number + 1));
        lines.extend(items.iter().map(|item| item_line(mentions, item)));
    }
    StageTrace {
        stage: "sentences",
        lines,
    }
}

fn item_line(mentions: &Mentions<'_>, item: &Item<'_>) -> String {
    let lexicon = mentions.words.lexicon;
    let (kind, notes) = match item.kind {
        Kind::Plain(entries) => {
            let mut known: Vec<String> = entries.iter().map(|e| entry(lexicon, *e)).collect();
            known.dedup();
            ("word", known.join(", "))
        }
        Kind::Mark(_) => ("mark", String::new()),
        Kind::Date(when) => ("date", date(when)),
        Kind::Body(number) => (
            "body",
            mentions
                .bodies
                .get(number)
                .map(|b| body(mentions, b))
                .unwrap_or_default(),
        ),
        Kind::Person(number) => (
            "person",
            mentions
                .people
                .get(number)
                .map(|p| format!("{:?}", p.strength).to_lowercase())
                .unwrap_or_default(),
        ),
        Kind::Office(number) => (
            "office",
            mentions
                .offices
                .get(number)
                .map(|o| office(&mentions.words, o))
                .unwrap_or_default(),
        ),
    };
    let text = words(mentions, &item.words);
    format!("  {kind:<6} {text:<32} {notes}")
        .trim_end()
        .to_owned()
}

/// What the tables know of a phrase.
fn entry(lexicon: &Lexicon, entry: Entry) -> String {
    let chamber = |row| lexicon.chamber(row).map_or("?", |c| c.id.as_str());
    let assembly = |row| lexicon.assembly(row).map_or("?", |a| a.id.as_str());
    match entry {
        Entry::State(code) => format!("state {code}"),
        Entry::AmbiguousState(code) => format!("perhaps state {code}"),
        Entry::Demonym(code) => format!("of state {code}"),
        Entry::Chamber(row) => format!("chamber {}", chamber(row)),
        Entry::SharedChamber(row) => format!("perhaps chamber {}", chamber(row)),
        Entry::Assembly(row) => format!("assembly {}", assembly(row)),
        Entry::SharedAssembly(row) => format!("perhaps assembly {}", assembly(row)),
        Entry::Title(row) | Entry::Titles(row) => {
            format!(
                "title {}",
                lexicon.title(row).map_or_else(String::new, title)
            )
        }
        Entry::Honorific(_) => "form of address".to_owned(),
        Entry::BodyHead(_) | Entry::BodyHeads(_) => "noun for a body".to_owned(),
        Entry::City(row) => {
            let state = lexicon.city(row).and_then(|c| c.state);
            let state = state.map_or_else(String::new, |s| format!(" of {s}"));
            format!("city{state}")
        }
        Entry::Particle(_) => "particle of names".to_owned(),
        Entry::Word(class, _) => class.as_str().to_owned(),
    }
}

fn title(title: &Title) -> String {
    let office = title.office.map_or("none of ours", |o| o.as_str());
    format!("{office} ({:?})", title.domain).to_lowercase()
}

fn date(when: When) -> String {
    match when {
        When::Date(date) => date.to_string(),
        When::DayMonth(day, month) => format!("day {day} of month {month}, no year"),
        When::Month(month) => format!("month {month}, no year"),
        When::Weekday(day) => format!("day {day} of the week"),
        When::Offset(days) => format!("{days:+} days from publication"),
    }
}

fn body(mentions: &Mentions<'_>, body: &BodyMention) -> String {
    let lexicon = mentions.words.lexicon;
    let mut notes = vec![match &body.means {
        Means::Chambers(rows) => {
            let ids: Vec<&str> = rows
                .iter()
                .filter_map(|r| lexicon.chamber(*r))
                .map(|c| c.id.as_str())
                .collect();
            // A common noun such as "parliament" may be any of two hundred.
            if ids.len() < 4 {
                ids.join(" or ")
            } else {
                format!("one of {} chambers", ids.len())
            }
        }
        Means::Assembly(row) => lexicon
            .assembly(*row)
            .map_or_else(String::new, |a| format!("assembly {}", a.id)),
        Means::Named => format!("{} by this name", body.kind),
        Means::Reference => format!("{} named elsewhere", body.kind),
    }];
    notes.extend(body.form.map(|form| form.to_string()));
    notes.extend(body.states.iter().map(|code| format!("of state {code}")));
    notes.extend(
        body.parts
            .iter()
            .filter_map(|part| mentions.bodies.get(*part))
            .map(|part| format!("ties \"{}\"", words(mentions, &part.words))),
    );
    notes.extend(body.plural.then(|| "several".to_owned()));
    notes.join(", ")
}

fn office(words: &Words<'_>, office: &OfficeMention) -> String {
    let titles = office.titles(words).into_iter();
    let mut notes: Vec<String> = titles.map(title).collect();
    notes.sort();
    notes.dedup();
    notes.extend(office.states.iter().map(|code| format!("of state {code}")));
    for (so, note) in [
        (office.plural, "several"),
        (office.foreign, "of something else"),
        (office.former, "former"),
        (office.possessive, "somebody's"),
        (office.counterpart, "counterpart"),
    ] {
        notes.extend(so.then(|| note.to_owned()));
    }
    notes.join(", ")
}

/// The offices that were found, with the rows of the table of titles that they can be and the bodies that they name.
pub(super) fn offices(mentions: &Mentions<'_>) -> StageTrace {
    let line = |found: &OfficeMention| {
        let bodies: Vec<String> = found
            .bodies
            .iter()
            .filter_map(|b| mentions.bodies.get(*b))
            .map(|b| format!("in \"{}\"", words(mentions, &b.words)))
            .collect();
        let mut line = format!(
            "\"{}\": {}",
            words(mentions, &found.words),
            office(&mentions.words, found)
        );
        for body in bodies {
            line.push_str(", ");
            line.push_str(&body);
        }
        line
    };
    StageTrace {
        stage: "offices",
        lines: mentions.offices.iter().map(line).collect(),
    }
}

/// The claims, each with its confidence and the rules that read it.
pub(super) fn claims(reading: &Reading) -> StageTrace {
    let mut lines = Vec::new();
    for claim in &reading.claims {
        lines.push(clean(&in_one_line(claim, reading)));
        for why in &claim.evidence {
            lines.push(match why {
                Why::Words(words) => format!(
                    "  {} at {}: {}",
                    words.rule,
                    claim.confidence.share(),
                    clean(words.quote.as_deref().unwrap_or("(no quote)"))
                ),
                Why::Table(row) => format!("  table {}, row {}", row.table, row.row),
            });
        }
    }
    lines.extend(
        reading
            .findings
            .iter()
            .map(|f| format!("finding {}: {}", f.kind, clean(&f.message))),
    );
    StageTrace {
        stage: "claims",
        lines,
    }
}

/// The words as they stand in the text, on one line.
pub(super) fn words(mentions: &Mentions<'_>, words: &Range<usize>) -> String {
    clean(mentions.words.text_of(words))
}

/// A text on one line, without what could harm a terminal.
pub(super) fn clean(text: &str) -> String {
    let harmless = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let parts = text.split_whitespace();
    let parts: Vec<String> = parts
        .map(|p| p.chars().filter(harmless).collect())
        .collect();
    parts.join(" ")
}
