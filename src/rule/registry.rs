//! The register of rules: one record a rule, its manual beside the code.
//!
//! A manual is three things at once: the documentation of the rule ([`manuals`]), the text of `interparl rules ID`, and
//! the input of the test that proves the rule. This module never reads a text.

/// One rule: what claims carry as the reason for which they were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The id that evidence carries, such as `office-before-name`; also the stem of the manual's file.
    pub id: &'static str,
    /// What it reads, in a few words; the heading of the manual.
    pub title: &'static str,
    /// The languages that it reads, as ISO 639-1 codes.
    pub languages: &'static [&'static str],
    /// The manual, in Markdown.
    pub manual: &'static str,
}

/// Declares the register, and for each rule an empty module whose documentation is the manual.
macro_rules! rules {
    ($languages:literal: $($module:ident = $id:literal, $title:literal;)+) => {
        /// Every rule, in the order of the ids.
        pub static RULES: &[Rule] = &[$(Rule {
            id: $id,
            title: $title,
            languages: &[$languages],
            manual: include_str!(concat!($languages, "/manual/", $id, ".md")),
        }),+];

        /// The manuals of all rules, one module each.
        #[allow(
            clippy::doc_markdown,
            clippy::allow_attributes,
            reason = "a manual is prose with ids and names, shown in a terminal too"
        )]
        pub mod manuals {
            $(#[doc = include_str!(concat!($languages, "/manual/", $id, ".md"))] pub mod $module {})+
        }
    };
}

rules! {
    "en":
    attends_session = "attends-session", "Somebody takes part in the session told of";
    body_led_by = "body-led-by", "A body led by somebody";
    body_of_state = "body-of-state", "A chamber named with its state";
    both_sides_in_sentence = "both-sides-in-sentence", "People of two sides in a sentence that tells of a meeting";
    both_sides_speak = "both-sides-speak", "Those of two sides who speak in an article about a meeting";
    call_noun = "call-noun", "A call told by a noun";
    call_on_verb = "call-on-verb", "Somebody pays a call on somebody";
    call_verb = "call-verb", "Somebody phones somebody";
    delegation_led_by = "delegation-led-by", "A delegation led by somebody";
    elected_as_office = "elected-as-office", "Somebody elected as the holder of an office";
    joins_meeting = "joins-meeting", "Somebody takes part in the meeting told of";
    leads_body = "leads-body", "Somebody chairs or heads a body";
    leads_delegation = "leads-delegation", "Somebody leads a delegation";
    letters_after_name = "letters-after-name", "Letters of an office behind a name";
    life_of_body = "life-of-body", "A body is founded, suspended, resumed or ended";
    links_in_name = "links-in-name", "What a commission ties by its name";
    listed_at_session = "listed-at-session", "A list of those at a session";
    meet_verb = "meet-verb", "Somebody meets somebody";
    meeting_noun = "meeting-noun", "A meeting told by a noun";
    name_is_office = "name-is-office", "Somebody is the holder of an office";
    office_after_name = "office-after-name", "An office behind a name";
    office_before_name = "office-before-name", "An office before a name";
    offices_before_names = "offices-before-names", "One office before several names";
    offices_respectively = "offices-respectively", "Several names, then their offices in the same order";
    outcome_of_meeting = "outcome-of-meeting", "What came out of a meeting";
    present_at_meeting = "present-at-meeting", "Two who met by what the article as a whole shows";
    present_at_session = "present-at-session", "Somebody who attended by what the article as a whole shows";
    present_on_journey = "present-on-journey", "Somebody who came along by whom they met";
    receive_verb = "receive-verb", "Somebody receives somebody";
    session_of_body = "session-of-body", "A body holds a session";
    sits_in_body = "sits-in-body", "Somebody sits in a house or belongs to a commission";
    speaks_at_session = "speaks-at-session", "Those who act in an article about one session or conference";
    term_of_office = "term-of-office", "When an office was taken and left";
    travel_verb = "travel-verb", "Somebody arrives in a state or leaves for one";
    travels_along = "travels-along", "Somebody comes along with a delegation";
    visit_noun = "visit-noun", "A visit told by a noun";
    visit_verb = "visit-verb", "Somebody visits a state";
    who_is_office = "who-is-office", "Somebody who holds an office";
}

/// The rule of an id, or `None` where there is none.
///
/// ```
/// use interparl::rule;
/// assert_eq!(rule::find("meet-verb").map(|r| r.title), Some("Somebody meets somebody"));
/// assert_eq!(rule::find("meets-verb"), None);
/// ```
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .and_then(|place| RULES.get(place))
}

/// The manual of a rule in Markdown, or `None` where there is no such rule.
#[must_use]
pub fn manual(id: &str) -> Option<&'static str> {
    find(id).map(|rule| rule.manual)
}
