//! The words that a picture uses of its own: for offices, meetings, dates and numbers.
//!
//! Texts in here are cleaned already when they come in, and are not escaped for any format.

use crate::ontology::{EdgeKind, MeetingKind, NodeKind, Office};
use crate::text::PartialDate;

/// An office as people write it.
#[must_use]
pub const fn office(office: Office) -> &'static str {
    match office {
        Office::Speaker => "speaker",
        Office::DeputySpeaker => "deputy speaker",
        Office::Member => "member",
        Office::Chair => "chair",
        Office::CoChair => "co-chair",
        Office::DeputyChair => "deputy chair",
        Office::SecretaryGeneral => "secretary general",
        Office::HeadOfDelegation => "head of delegation",
        Office::HeadOfState => "head of state",
        Office::HeadOfGovernment => "head of government",
        Office::Minister => "minister",
        Office::Ambassador => "ambassador",
    }
}

/// How high an office stands when only one is to be shown; the lowest number is the highest.
#[must_use]
pub(crate) const fn rank(office: Office) -> u8 {
    match office {
        Office::HeadOfState => 0,
        Office::HeadOfGovernment => 1,
        Office::Speaker => 2,
        Office::DeputySpeaker => 3,
        Office::Minister => 4,
        Office::SecretaryGeneral => 5,
        Office::Ambassador => 6,
        Office::Chair => 7,
        Office::CoChair => 8,
        Office::HeadOfDelegation => 9,
        Office::DeputyChair => 10,
        Office::Member => 11,
    }
}

/// A kind of node as people write it.
#[must_use]
pub const fn node_kind(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Legislator => "legislator",
        NodeKind::Official => "official",
        NodeKind::Chamber => "chamber",
        NodeKind::Parliament => "parliament",
        NodeKind::Commission => "commission or group",
        NodeKind::Assembly => "assembly",
        NodeKind::State => "state",
    }
}

/// A kind of edge as a legend explains it.
#[must_use]
pub const fn edge_kind(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Role => "holds an office in",
        EdgeKind::Met => "met",
        EdgeKind::Attended => "attended a session",
        EdgeKind::Visited => "visited",
        EdgeKind::PartOf => "is part of",
        EdgeKind::Links => "ties",
    }
}

/// What happened, by its number and the last day: `met 2024-06-14, Astana` or `3 meetings, last 2024-06-14`.
#[must_use]
pub fn meetings(kind: MeetingKind, times: &[(Option<PartialDate>, Option<&str>)]) -> String {
    let (one, many) = match kind {
        MeetingKind::Bilateral => ("met", "meetings"),
        MeetingKind::Call => ("spoke by call", "calls"),
        MeetingKind::Session => ("session", "sessions"),
        MeetingKind::Conference => ("conference", "conferences"),
    };
    occasions(one, many, times)
}

/// Visits, by their number and the last day.
#[must_use]
pub fn visits(planned: bool, times: &[Option<PartialDate>]) -> String {
    let times: Vec<_> = times.iter().map(|date| (*date, None)).collect();
    if planned {
        occasions("visit planned", "visits planned", &times)
    } else {
        occasions("visited", "visits", &times)
    }
}

fn occasions(one: &str, many: &str, times: &[(Option<PartialDate>, Option<&str>)]) -> String {
    if let [(date, place)] = times {
        let date = date.map_or_else(String::new, |d| format!(" {d}"));
        let place = place.map_or_else(String::new, |p| format!(", {}", super::words::clean(p)));
        return format!("{one}{date}{place}");
    }
    let last = times.iter().filter_map(|(date, _)| *date).max();
    let last = last.map_or_else(String::new, |d| format!(", last {d}"));
    format!("{} {many}{last}", times.len())
}

/// A number with its noun: `1 article`, `6 people`.
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Several things in a row: `a`, `a and b`, `a, b and c`.
#[must_use]
pub(crate) fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_meeting_has_its_place_and_several_have_their_number() {
        let day = PartialDate::parse("2024-06-14");
        let once = [(day, Some("Astana"))];
        assert_eq!(
            meetings(MeetingKind::Bilateral, &once),
            "met 2024-06-14, Astana"
        );
        let thrice = [
            (day, None),
            (PartialDate::parse("2023"), None),
            (None, None),
        ];
        assert_eq!(
            meetings(MeetingKind::Call, &thrice),
            "3 calls, last 2024-06-14"
        );
        assert_eq!(visits(true, &[None]), "visit planned");
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        let all: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(listed(&all), "a, b and c");
    }
}
