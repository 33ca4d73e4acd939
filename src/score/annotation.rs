//! The facts of an article as people wrote them down after the guide (`tests/gold/GUIDE.md`).

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer};

use super::ScoreError;
use crate::ontology::{MeetingKind, NodeKind, Office};

/// What an article says, by the judgement of people. Fields that the guide does not know are passed over, and `null` is
/// as good as nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "the facts of an article")]
pub struct Annotation {
    /// The article's id, under which its graph and its text are looked for.
    pub id: String,
    /// The language.
    #[serde(default)]
    pub lang: Option<String>,
    /// The codes of the states that take part.
    #[serde(default, deserialize_with = "or_nothing")]
    pub states: Vec<String>,
    /// Every person named.
    #[serde(default, deserialize_with = "or_nothing")]
    pub people: Vec<AnnotatedPerson>,
    /// Every parliamentary body named.
    #[serde(default, deserialize_with = "or_nothing")]
    pub bodies: Vec<AnnotatedBody>,
    /// Who holds which office.
    #[serde(default, deserialize_with = "or_nothing")]
    pub roles: Vec<AnnotatedRole>,
    /// What happened.
    #[serde(default, deserialize_with = "or_nothing")]
    pub meetings: Vec<AnnotatedMeeting>,
    /// Who visited which state.
    #[serde(default, deserialize_with = "or_nothing")]
    pub visits: Vec<AnnotatedVisit>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "a person with a name")]
pub struct AnnotatedPerson {
    /// The fullest form in the article, without titles.
    pub name: String,
    /// The same in Latin letters, in an article of another script.
    #[serde(default)]
    pub latin: Option<String>,
    /// The other forms used.
    #[serde(default, deserialize_with = "or_nothing")]
    pub aliases: Vec<String>,
    /// Whether the article gives them a seat or office in a parliament or a parliamentary body.
    #[serde(default, deserialize_with = "or_nothing")]
    pub legislator: bool,
    /// The code of the state that they act for.
    #[serde(default)]
    pub state: Option<String>,
}

/// A parliamentary body.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "a body with a name and a kind")]
pub struct AnnotatedBody {
    /// Its name.
    pub name: String,
    /// The same in Latin letters, in an article of another script.
    #[serde(default)]
    pub latin: Option<String>,
    /// Its English name, in an article of another language.
    #[serde(default)]
    pub en: Option<String>,
    /// The other forms used.
    #[serde(default, deserialize_with = "or_nothing")]
    pub aliases: Vec<String>,
    /// What it is: a word of [`NodeKind`].
    pub kind: String,
    /// The codes of the states that it belongs to or links.
    #[serde(default, deserialize_with = "or_nothing")]
    pub states: Vec<String>,
}

/// An office that the article gives to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "a role with a person")]
pub struct AnnotatedRole {
    /// The person's name.
    pub person: String,
    /// The office: a word of [`Office`].
    #[serde(default)]
    pub role: Option<String>,
    /// The body's name or the state's code; a role without one is not asked for.
    #[serde(default)]
    pub body: Option<String>,
}

/// An encounter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "a meeting")]
pub struct AnnotatedMeeting {
    /// What it was: a word of [`MeetingKind`].
    #[serde(default)]
    pub kind: Option<String>,
    /// The names of the people, by side.
    #[serde(default, deserialize_with = "or_nothing")]
    pub sides: Vec<Vec<String>>,
    /// The name of the body whose session or conference it was.
    #[serde(default)]
    pub body: Option<String>,
    /// The day.
    #[serde(default)]
    pub date: Option<String>,
    /// The city.
    #[serde(default)]
    pub place: Option<String>,
    /// Its English name, in an article of another language.
    #[serde(default)]
    pub place_en: Option<String>,
}

/// A visit that was, is, or is to come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(expecting = "a visit with a person and a state")]
pub struct AnnotatedVisit {
    /// The person's name.
    pub person: String,
    /// The state's code.
    pub state: String,
    /// The first day.
    #[serde(default)]
    pub date: Option<String>,
}

/// A value, or its default where JSON has `null`.
fn or_nothing<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whether a word is the code of a state rather than the name of a body.
pub(super) fn is_code(word: &str) -> bool {
    crate::ontology::StateCode::parse(word).is_some()
}

impl Annotation {
    /// Reads an annotation.
    ///
    /// # Errors
    /// [`ScoreError::Syntax`] where the bytes are no JSON in UTF-8, where the id or a name is missing, and where a
    /// field that the guide knows has a value of another type.
    ///
    /// ```
    /// use interparl::score::Annotation;
    ///
    /// let facts = br#"{"id": "a", "people": [{"name": "Aru Bekova"}], "roles": [{"person": "A. Bekova", "body": "XA"}]}"#;
    /// let annotation = Annotation::from_json(facts)?;
    /// assert_eq!(annotation.slips()[0], "person \"A. Bekova\" is not declared");
    /// # Ok::<(), interparl::score::ScoreError>(())
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Self, ScoreError> {
        Ok(serde_json::from_slice(bytes)?)
    }

    /// What whoever wrote the annotation will want to mend, sorted: names that it uses and does not declare, which
    /// count as not said, and words that the guide does not have, which nothing can match.
    #[must_use]
    pub fn slips(&self) -> Vec<String> {
        let people: BTreeSet<&str> = self.people.iter().map(|p| p.name.as_str()).collect();
        let bodies: BTreeSet<&str> = self.bodies.iter().map(|b| b.name.as_str()).collect();
        let mut slips = BTreeSet::new();
        let sides = self.meetings.iter().flat_map(|m| m.sides.iter().flatten());
        let named = self.roles.iter().map(|r| &r.person);
        for name in named
            .chain(self.visits.iter().map(|v| &v.person))
            .chain(sides)
        {
            if !people.contains(name.as_str()) {
                slips.insert(format!("person \"{name}\" is not declared"));
            }
        }
        let held = self.roles.iter().filter_map(|r| r.body.as_deref());
        let held = held.filter(|body| !is_code(body));
        let hosts = self.meetings.iter().filter_map(|m| m.body.as_deref());
        for name in held.chain(hosts).filter(|name| !name.is_empty()) {
            if !bodies.contains(name) {
                slips.insert(format!("body \"{name}\" is not declared"));
            }
        }
        slips.extend(self.unknown_words());
        slips.into_iter().collect()
    }

    fn unknown_words(&self) -> impl Iterator<Item = String> {
        let kinds = self.bodies.iter().filter_map(|b| {
            let known = NodeKind::from_word(&b.kind).is_some_and(NodeKind::is_body);
            (!known).then(|| format!("\"{}\" is no kind of body", b.kind))
        });
        let offices = self.roles.iter().filter_map(|r| r.role.as_deref());
        let offices = offices.filter(|role| Office::from_word(role).is_none());
        let meetings = self.meetings.iter().filter_map(|m| m.kind.as_deref());
        let meetings = meetings.filter(|kind| MeetingKind::from_word(kind).is_none());
        kinds
            .chain(offices.map(|role| format!("\"{role}\" is no role")))
            .chain(meetings.map(|kind| format!("\"{kind}\" is no kind of meeting")))
    }
}

impl AnnotatedMeeting {
    /// The sides that have anybody.
    pub(super) fn filled_sides(&self) -> impl Iterator<Item = &Vec<String>> + Clone {
        self.sides.iter().filter(|side| !side.is_empty())
    }

    /// The pairs of people across sides, each in the order of the names.
    pub(super) fn pairs(&self) -> BTreeSet<(&str, &str)> {
        let mut pairs = BTreeSet::new();
        for (number, side) in self.filled_sides().enumerate() {
            for other in self.filled_sides().skip(number + 1) {
                for (a, b) in side.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    if a != b {
                        pairs.insert((a.min(b).as_str(), a.max(b).as_str()));
                    }
                }
            }
        }
        pairs
    }

    /// Whether its pairs are asked for: at a conference, or a session of many sides, nobody can say who met whom.
    pub(super) fn asks_for_pairs(&self) -> bool {
        match self.kind.as_deref() {
            Some("bilateral" | "call") => true,
            Some("session") => self.filled_sides().count() == 2,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_null_is_as_good_as_nothing() {
        let bare = Annotation::from_json(br#"{"id": "a"}"#);
        let nulls = br#"{"id": "a", "lang": null, "people": null, "states": null, "visits": null, "note": 1}"#;
        assert!(bare.is_ok());
        assert_eq!(Annotation::from_json(nulls), bare);
    }

    #[test]
    fn a_field_of_another_type_is_told_with_its_place() {
        let read = Annotation::from_json(b"{\"id\": \"a\",\n \"people\": [\"Bekova\"]}");
        let Err(error) = read else {
            unreachable!("a person is no text")
        };
        assert_eq!(error.position(), Some((2, 20)));
        let expected = "invalid type: string \"Bekova\", expected a person with a name";
        assert_eq!(error.message(), expected);
    }

    #[test]
    fn words_outside_of_the_guide_are_slips() -> Result<(), ScoreError> {
        let facts = br#"{"id": "a", "people": [{"name": "A"}], "bodies": [{"name": "B", "kind": "state"}],
            "roles": [{"person": "A", "role": "speeker", "body": "B"}], "meetings": [{"kind": "chat", "body": "C"}]}"#;
        assert_eq!(
            Annotation::from_json(facts)?.slips(),
            [
                "\"chat\" is no kind of meeting",
                "\"speeker\" is no role",
                "\"state\" is no kind of body",
                "body \"C\" is not declared",
            ]
        );
        Ok(())
    }
}
