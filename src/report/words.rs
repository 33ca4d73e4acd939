//! The words of a briefing: for kinds, dates, terms and documents. Nothing is escaped here.

use crate::diagram::{clean, office};
use crate::ontology::{LifeEvent, MeetingKind, Office, OutcomeKind};
use crate::query::{Brief, HeldTerm, Source, Standing, Term};
use crate::text::shortened;

/// Characters of a name within a line.
pub(super) const NAME: usize = 90;

/// A name with its state: `Aru Bekova (Alvania)`.
pub(super) fn name(of: &Brief) -> String {
    let name = cut(&of.name, NAME);
    match state(of) {
        Some(state) => format!("{name} ({state})"),
        None => name,
    }
}

/// The state of somebody or something in words.
pub(super) fn state(of: &Brief) -> Option<String> {
    let code = of.state.map(|code| code.to_string());
    of.state_name.as_deref().map(clean).or(code)
}

/// Text of so many characters at most, cut between words where it has any.
pub(super) fn cut(text: &str, longest: usize) -> String {
    shortened(&clean(text), longest)
}

/// An office at the beginning of a line: `Speaker`, `Co-chair`.
pub(super) fn post(of: Office) -> String {
    let word = office(of);
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The title as written where it says more than the office.
pub(super) fn title(title: &str, of: Office) -> String {
    let title = cut(title, NAME);
    if title.is_empty() || title.to_lowercase() == office(of) {
        String::new()
    } else {
        format!("“{title}”, ")
    }
}

/// How people came together.
pub(super) const fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Bilateral => "talks",
        MeetingKind::Call => "a call",
        MeetingKind::Session => "a session",
        MeetingKind::Conference => "a conference",
    }
}

/// What came of a meeting.
pub(super) const fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Invitation => "an invitation",
        OutcomeKind::DocumentSigned => "a document signed",
        OutcomeKind::Decision => "a decision",
    }
}

/// What happened to a body.
pub(super) const fn life(event: LifeEvent) -> &'static str {
    match event {
        LifeEvent::Founded => "founded",
        LifeEvent::Suspended => "suspended",
        LifeEvent::Resumed => "resumed its work",
        LifeEvent::Renamed => "got its name",
        LifeEvent::Ended => "ended",
    }
}

/// When a term was: `shown 2031-03-04 to 2032-01-01`, and what is known of its ends.
pub(super) fn term(term: &Term) -> String {
    let mut parts = Vec::new();
    match (term.first_seen, term.last_seen) {
        (Some(first), Some(last)) if first != last => {
            parts.push(format!("shown {first} to {last}"));
        }
        (Some(day), _) | (None, Some(day)) => parts.push(format!("shown {day}")),
        (None, None) => parts.push("no day told".to_owned()),
    }
    parts.extend(term.not_before.map(|day| format!("not before {day}")));
    parts.extend(term.not_after.map(|day| format!("over by {day}")));
    parts.join(", ")
}

/// What a term is worth on the day of the briefing.
pub(super) const fn standing(of: &HeldTerm) -> &'static str {
    match of.standing {
        Some(Standing::Held) => "",
        Some(Standing::Likely) => " (likely still)",
        Some(Standing::Possible) => " (not known whether still)",
        None => " (no longer)",
    }
}

/// How sure something is, where that is worth a word.
pub(super) fn doubt(hundredths: u8) -> String {
    if hundredths < 80 {
        format!(" ({hundredths} % sure)")
    } else {
        String::new()
    }
}

/// `1 visit`, `3 visits`.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    let word = if number == 1 { one } else { many };
    format!("{number} {word}")
}

/// Headline, publisher and day of a document, as far as known.
pub(super) fn source(source: &Source) -> Vec<String> {
    let title = source.title.as_deref().map(|t| cut(t, 160));
    let nameless = title.is_none() && source.url.is_none();
    // The beginning of a hash is enough to tell documents apart.
    let id = nameless.then(|| format!("Document {}", cut(&source.document, 24)));
    let publisher = source.publisher.as_deref().map(|p| cut(p, NAME));
    let date = source
        .date
        .map_or_else(|| "no date".to_owned(), |d| d.to_string());
    let date = Some(date);
    let parts = [title, id, publisher, date].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect()
}

/// An address that may become a link: of the web, and of letters that no format reads as anything else.
pub(super) fn web_address(address: &str) -> Option<&str> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&+,;=%".contains(c);
    (!rest.is_empty() && rest.chars().all(plain)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_of_the_web_become_links() {
        assert!(web_address("https://news.example/a?b=1&c=%20#d").is_some());
        for hostile in [
            "javascript:alert(1)",
            "https://",
            "https://x.example/\"onclick=\"",
            "https://x.example/a b",
            "https://x.example/>",
            "https://x.example/)(",
            "sha256:00",
        ] {
            assert_eq!(web_address(hostile), None, "{hostile}");
        }
    }
}
