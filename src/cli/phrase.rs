//! The answers' values in words. Nothing here is cleaned or wrapped yet: `page.rs` does that.

use interparl::ontology::{
    EdgeKind, LifeEvent, MeetingDetail, MeetingKind, NodeKind, Office, OutcomeKind,
};
use interparl::query::{Brief, DifferenceAnswer, EdgeAnswer, NameAnswer, Proof, Source, Term};
use interparl::score::{Detail, Topic, Verdict};
use interparl::text::{PartialDate, shortened};

use super::terminal::clean;

/// A name with what its bearer is: `Aru Bekova (legislator, Alvania)`.
pub(crate) fn full_name(brief: &Brief) -> String {
    match state(brief) {
        Some(state) => format!("{} ({}, {state})", brief.name, brief.kind),
        None => format!("{} ({})", brief.name, brief.kind),
    }
}

/// Characters of a name within a sentence. Commissions may carry both chambers and both states in theirs.
const NAME: usize = 72;

/// A name with its state: `Aru Bekova (Alvania)`. A very long one is cut; whoever asks for its bearer gets all of it.
pub(crate) fn name(brief: &Brief) -> String {
    let name = cut(&brief.name, NAME);
    match state(brief) {
        Some(state) => format!("{name} ({state})"),
        None => name,
    }
}

fn state(brief: &Brief) -> Option<String> {
    let code = brief.state.map(|code| code.to_string());
    brief.state_name.clone().or(code)
}

/// Names in a row: `A, B and C`.
pub(crate) fn names(briefs: &[Brief]) -> String {
    let names: Vec<String> = briefs.iter().map(name).collect();
    match names.split_last() {
        None => String::new(),
        Some((one, [])) => one.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Who somebody with the office is: `the speaker of`, `a member of`.
pub(crate) const fn office_of(office: Office) -> &'static str {
    match office {
        Office::Speaker => "the speaker of",
        Office::DeputySpeaker => "a deputy speaker of",
        Office::Member => "a member of",
        Office::Chair => "the chair of",
        Office::CoChair => "a co-chair of",
        Office::DeputyChair => "a deputy chair of",
        Office::SecretaryGeneral => "the secretary general of",
        Office::HeadOfDelegation => "the head of the delegation of",
        Office::HeadOfState => "the head of state of",
        Office::HeadOfGovernment => "the head of government of",
        Office::Minister => "a minister of",
        Office::Ambassador => "an ambassador of",
    }
}

/// Things of which one is to be taken: `a`, `a or b`, `a, b or c`.
pub(crate) fn one_of(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// The office in a word or two: `deputy speaker`, `co-chair`.
pub(crate) fn post(office: Office) -> String {
    if office == Office::CoChair {
        return "co-chair".to_owned();
    }
    office.as_str().replace('_', " ")
}

/// The title as it was written, in brackets, where it says more than the office.
pub(crate) fn title(title: &str, office: Office) -> String {
    if title.to_lowercase() == post(office) {
        return String::new();
    }
    in_quotes(title)
}

/// What a node is.
pub(crate) fn kind(kind: NodeKind) -> String {
    kind.as_str().replace('_', " ")
}

/// What people held: `talks`, `a call`.
pub(crate) const fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Bilateral => "talks",
        MeetingKind::Call => "a call",
        MeetingKind::Session => "a session",
        MeetingKind::Conference => "a conference",
    }
}

/// What people held, and of what body, by its name in words: `talks`, `session no. 4 of the commission`; the name alone where it
/// says itself what it is, `conference of speakers`.
pub(crate) fn gathering(kind: MeetingKind, session: Option<u32>, body: Option<&str>) -> String {
    let of = |body: &str| format!(" of {body}");
    match (session, body) {
        (Some(number), body) => {
            let kind = meeting(kind).trim_start_matches("a ");
            format!("{kind} no. {number}{}", body.map(of).unwrap_or_default())
        }
        (None, Some(body)) if kind.is_told_by(body) => body.to_owned(),
        (None, body) => format!("{}{}", meeting(kind), body.map(of).unwrap_or_default()),
    }
}

/// What came out of a meeting.
pub(crate) const fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Invitation => "an invitation",
        OutcomeKind::DocumentSigned => "a document signed",
        OutcomeKind::Decision => "a decision",
    }
}

/// What some articles say of a meeting otherwise: `but on 2031-03-05 according to [2]`.
pub(crate) fn difference(difference: &DifferenceAnswer) -> String {
    let value = &difference.value;
    let what = match difference.detail {
        MeetingDetail::Kind => {
            let kind = MeetingKind::from_word(value).map(meeting);
            format!("but told as {}", kind.unwrap_or(value))
        }
        MeetingDetail::Date => format!("but on {value}"),
        MeetingDetail::Place => format!("but at {value}"),
        MeetingDetail::Session => format!("but as no. {value}"),
    };
    let sources: Vec<String> = difference
        .sources
        .iter()
        .map(|n| format!("[{n}]"))
        .collect();
    format!("{what} according to {}", sources.join(", "))
}

/// What happened to a body.
pub(crate) const fn life_event(event: LifeEvent) -> &'static str {
    match event {
        LifeEvent::Founded => "founded",
        LifeEvent::Suspended => "suspended",
        LifeEvent::Resumed => "resumed its work",
        LifeEvent::Renamed => "got its name",
        LifeEvent::Ended => "ended",
    }
}

/// When: ` on 2031-03-04`, ` in 2031-03`, or nothing where it is not known.
pub(crate) fn when(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| {
        let word = if date.day().is_some() { "on" } else { "in" };
        format!(" {word} {date}")
    })
}

/// Where: ` in Port Alva`, or nothing.
pub(crate) fn place(place: Option<&str>) -> String {
    place.map_or_else(String::new, |place| format!(" in {place}"))
}

/// When an office was held: `, seen 2031-03-04`, terms apart by a semicolon; nothing where no day is known.
pub(crate) fn spells(spells: &[Term]) -> String {
    let told: Vec<String> = spells.iter().map(term).filter(|t| !t.is_empty()).collect();
    if told.is_empty() {
        String::new()
    } else {
        format!(", {}", told.join("; again "))
    }
}

/// A name that a body bore at a time: `House of Assembly (until 2013)`.
pub(crate) fn name_in_time(known: &NameAnswer) -> String {
    let time = match (known.from, known.until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => return clean(&known.name),
    };
    format!("{} ({time})", clean(&known.name))
}

fn term(term: &Term) -> String {
    let mut parts = Vec::new();
    match (term.first_seen, term.last_seen) {
        (Some(first), Some(last)) if first != last => parts.push(format!("seen {first} to {last}")),
        (Some(day), _) | (None, Some(day)) => parts.push(format!("seen {day}")),
        (None, None) => {}
    }
    parts.extend(term.not_before.map(|day| format!("not before {day}")));
    parts.extend(term.not_after.map(|day| format!("not after {day}")));
    parts.join(", ")
}

/// What an edge says, as a sentence without its full stop.
pub(crate) fn edge(edge: &EdgeAnswer) -> String {
    let (from, to) = (name(&edge.source), name(&edge.target));
    let at = format!("{}{}", when(edge.date), place(edge.place.as_deref()));
    match edge.kind {
        EdgeKind::Role => {
            let spells = spells(&edge.spells);
            let written = edge.title.as_deref().unwrap_or_default();
            let office = edge.office.map_or("of", office_of);
            let title = edge.office.map_or_else(String::new, |o| title(written, o));
            format!("{from} is {office} {to}{title}{spells}")
        }
        EdgeKind::Met => match edge.meeting {
            Some(MeetingKind::Call) => format!("{from} and {to} spoke in a call{at}"),
            Some(kind @ (MeetingKind::Session | MeetingKind::Conference)) => {
                format!("{from} and {to} met at {}{at}", meeting(kind))
            }
            Some(MeetingKind::Bilateral) | None => format!("{from} and {to} met for talks{at}"),
        },
        EdgeKind::Attended => {
            let kind = edge.meeting.map_or("a meeting", meeting);
            format!("{from} attended {kind} of {to}{at}")
        }
        EdgeKind::Visited if edge.planned => format!("{from} is to visit {to}{at}"),
        EdgeKind::Visited => format!("{from} visited {to}{at}"),
        EdgeKind::PartOf => format!("{from} is part of {to}"),
        EdgeKind::Links => format!("{from} links {to}"),
    }
}

/// A title as it was written, in brackets; nothing where there is none.
fn in_quotes(title: &str) -> String {
    let title = clean(title);
    if title.is_empty() {
        title
    } else {
        format!(" (\"{title}\")")
    }
}

/// A reason in a line, its quote cut to so many characters.
pub(crate) fn proof(proof: &Proof, longest: usize) -> String {
    match proof {
        Proof::Words {
            source,
            quote: Some(quote),
            ..
        } => format!("\"{}\" [{source}]", cut(quote, longest)),
        Proof::Words {
            source, start, end, ..
        } => format!("characters {start} to {end} of [{source}]"),
        Proof::Table { table, row } => format!("the row {row} of the table {table}"),
        Proof::Judgement { judgement, said_in } => {
            format!("added by judgement {judgement}, from {said_in}")
        }
    }
}

/// Where an error belongs.
pub(crate) fn topic(topic: Topic) -> String {
    match topic {
        Topic::Layer(layer) => layer.as_str().to_owned(),
        Topic::Detail(Detail::Legislator) => "legislator or official".to_owned(),
        Topic::Detail(Detail::BodyKind) => "kind of body".to_owned(),
        Topic::Detail(detail) => format!("{} of a meeting", detail.as_str()),
    }
}

/// What sort of error it is.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Wrong => "wrong",
        Verdict::Missed => "missed",
        Verdict::Inexact => "inexact",
    }
}

/// Text of so many characters at most, cut between words where it has any.
pub(crate) fn cut(text: &str, longest: usize) -> String {
    shortened(&clean(text), longest)
}

/// A source in a line: `[1] "Title", publisher, date, address`; the id where it has neither title nor address.
pub(crate) fn source(source: &Source) -> String {
    let title = source
        .title
        .as_deref()
        .map(|t| format!("\"{}\"", cut(t, 120)));
    let nameless = title.is_none() && source.url.is_none();
    // The beginning of a hash is enough to tell documents apart, and the whole one is no word to read.
    let id = nameless.then(|| format!("the document {}", cut(&source.document, 24)));
    let parts: Vec<String> = [
        title,
        id,
        source.publisher.clone(),
        source.date.map(|d| d.to_string()),
        source.url.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("[{}] {}", source.number, parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_cut_between_words() {
        assert_eq!(cut("one two three", 20), "one two three");
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("Ерланқошанов", 5), "Ерлан…");
        assert_eq!(cut("a\u{1B}[2J b", 9), "a b");
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let when = |text| when(PartialDate::parse(text));
        assert_eq!(when("2031-03-04"), " on 2031-03-04");
        assert_eq!(when("2031"), " in 2031");
        assert_eq!(when(""), "");
    }
}
