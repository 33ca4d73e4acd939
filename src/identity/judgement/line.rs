//! A judgement as one line of JSON.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Fact, Judgement, JudgementError, JudgementId, MentionRef, Opinion, Statement, WrongClaim,
    WrongPart,
};

/// Which sort of judgement a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Same,
    Different,
    Wrong,
    Fact,
    Undo,
}

impl Word {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Wrong => "wrong",
            Self::Fact => "fact",
            Self::Undo => "undo",
        }
    }

    /// The fields that this sort has, apart from those that all have.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Same | Self::Different => &["a", "b"],
            Self::Wrong => &["sha256", "claim"],
            Self::Fact => &["claim", "source"],
            Self::Undo => &["of"],
        }
    }
}

/// A line as it is read: the fields of every sort. One that is not among them is refused, since what a mistyped or a newer
/// field says would be lost without a word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireLine {
    judgement: Word,
    a: Option<MentionRef>,
    b: Option<MentionRef>,
    sha256: Option<String>,
    claim: Option<Value>,
    source: Option<String>,
    of: Option<String>,
    by: Option<String>,
    note: Option<String>,
    on: Option<Date>,
}

/// A line as it is written.
#[derive(Debug, Default, Serialize)]
struct Written<'j> {
    judgement: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    a: Option<&'j MentionRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<&'j MentionRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'j str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<WrittenClaim<'j>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'j str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'j str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'j str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'j str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum WrittenClaim<'j> {
    Wrong(&'j WrongPart),
    Fact(&'j Statement),
}

impl Judgement {
    /// Reads a line of JSON, with or without white space around it.
    ///
    /// # Errors
    /// [`JudgementError::Form`] where it is not JSON of the form, also where a field is unknown;
    /// [`JudgementError::Missing`] and [`JudgementError::Misplaced`] where its sort needs or does not have a field;
    /// [`JudgementError::Alone`] where both mentions of a pair are one.
    pub fn parse(line: &str) -> Result<Self, JudgementError> {
        let wire: WireLine = serde_json::from_str(line.trim())?;
        wire.judgement()
    }

    /// The line of JSON, without the line feed. Parsing it gives the same judgement.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut line = Written {
            judgement: self.says.word(),
            by: self.by.as_deref(),
            note: self.note.as_deref(),
            on: self.on,
            ..Written::default()
        };
        match &self.says {
            Opinion::Same(a, b) | Opinion::Different(a, b) => {
                line.a = Some(a);
                line.b = Some(b);
            }
            Opinion::Wrong(wrong) => {
                line.sha256 = Some(&wrong.sha256);
                line.claim = Some(WrittenClaim::Wrong(&wrong.part));
            }
            Opinion::Fact(fact) => {
                line.claim = Some(WrittenClaim::Fact(&fact.says));
                line.source = Some(&fact.source);
            }
            Opinion::Undo(id) => line.of = Some(id.as_str()),
        }
        // Strings, numbers and lists of them can always be written.
        serde_json::to_string(&line).unwrap_or_default()
    }
}

impl WireLine {
    fn judgement(self) -> Result<Judgement, JudgementError> {
        let word = self.judgement;
        self.check_fields()?;
        let missing = |field| JudgementError::Missing {
            judgement: word.as_str(),
            field,
        };
        let says = match word {
            Word::Same | Word::Different => {
                let a = self.a.ok_or_else(|| missing("a"))?;
                let b = self.b.ok_or_else(|| missing("b"))?;
                if (&a.sha256, a.start, a.end) == (&b.sha256, b.start, b.end) {
                    let judgement = word.as_str();
                    return Err(JudgementError::Alone { judgement });
                }
                if word == Word::Same {
                    Opinion::Same(a, b)
                } else {
                    Opinion::Different(a, b)
                }
            }
            Word::Wrong => Opinion::Wrong(WrongClaim {
                sha256: text(self.sha256).ok_or_else(|| missing("sha256"))?,
                part: serde_json::from_value(self.claim.ok_or_else(|| missing("claim"))?)?,
            }),
            Word::Fact => Opinion::Fact(Fact {
                says: serde_json::from_value(self.claim.ok_or_else(|| missing("claim"))?)?,
                source: text(self.source).ok_or_else(|| missing("source"))?,
            }),
            Word::Undo => {
                let of = self.of.ok_or_else(|| missing("of"))?;
                let id = JudgementId::parse(&of).ok_or_else(|| JudgementError::Form {
                    message: format!(
                        "\"{of}\" is not the id of a judgement: twelve digits, 0 to 9 and a to f"
                    ),
                    column: None,
                })?;
                Opinion::Undo(id)
            }
        };
        Ok(Judgement {
            by: text(self.by),
            note: text(self.note),
            on: self.on,
            ..Judgement::of(says)
        })
    }

    /// Whether all that is there belongs to this sort.
    fn check_fields(&self) -> Result<(), JudgementError> {
        let there = [
            ("a", self.a.is_some()),
            ("b", self.b.is_some()),
            ("sha256", self.sha256.is_some()),
            ("claim", self.claim.is_some()),
            ("source", self.source.is_some()),
            ("of", self.of.is_some()),
        ];
        let own = self.judgement.fields();
        let misplaced = there
            .into_iter()
            .find(|(field, there)| *there && !own.contains(field));
        match misplaced {
            None => Ok(()),
            Some((field, _)) => Err(JudgementError::Misplaced {
                judgement: self.judgement.as_str(),
                field,
            }),
        }
    }
}

/// Words without the white space around them; none where there is nothing else.
fn text(words: Option<String>) -> Option<String> {
    let words = words?;
    let trimmed = words.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a broken line")]
mod tests {
    use super::*;

    const PERSON: &str = r#"{"start":3,"end":12,"name":"Anna Lee"}"#;
    const HOUSE: &str = r#"{"kind":"chamber","row":"xx/senate","name":"Senate"}"#;

    fn message(line: &str) -> String {
        Judgement::parse(line).unwrap_err().to_string()
    }

    #[test]
    fn every_sort_is_written_as_it_is_read() {
        let sha = "5f".repeat(32);
        for line in [
            format!(
                r#"{{"judgement":"different","a":{{"sha256":"{sha}","start":3,"end":12}},"b":{{"sha256":"{sha}","start":40,"end":43,"name":"Lee"}},"by":"A. B.","note":"father and son","on":"2024-06-14"}}"#
            ),
            format!(
                r#"{{"judgement":"wrong","sha256":"{sha}","claim":{{"predicate":"role","person":{PERSON},"office":"speaker","target":{HOUSE},"former":true}}}}"#
            ),
            format!(
                r#"{{"judgement":"wrong","sha256":"{sha}","claim":{{"predicate":"meeting","kind":"bilateral","status":"held","people":[{PERSON}],"date":"2024-06"}}}}"#
            ),
            format!(
                r#"{{"judgement":"wrong","sha256":"{sha}","claim":{{"predicate":"took_part","person":{PERSON},"kind":"session","status":"held","body":{HOUSE}}}}}"#
            ),
            format!(
                r#"{{"judgement":"fact","claim":{{"predicate":"visited","person":{{"sha256":"{sha}","start":3,"end":12,"name":"Anna Lee"}},"state":{{"kind":"state","row":"KZ","name":"Kazakhstan"}},"date":"2024-06-14","planned":true}},"source":"https://news.example/1"}}"#
            ),
            r#"{"judgement":"undo","of":"0123456789ab"}"#.to_owned(),
        ] {
            assert_eq!(Judgement::parse(&line).unwrap().to_line(), line);
        }
    }

    #[test]
    fn what_is_missing_misplaced_or_mistyped_is_told() {
        let a = r#""a":{"sha256":"00","start":3,"end":12}"#;
        let b = r#""b":{"sha256":"01","start":3,"end":12}"#;
        for (line, told) in [
            (
                format!(r#"{{"judgement":"same",{a}}}"#),
                r#"a "same" needs "b""#,
            ),
            (
                format!(r#"{{"judgement":"same",{a},{b},"source":"x"}}"#),
                r#"a "same" has no "source""#,
            ),
            (
                r#"{"judgement":"undo","of":"xyz"}"#.to_owned(),
                r#""xyz" is not the id of a judgement"#,
            ),
            (
                format!(r#"{{"judgement":"same",{a},{b},"noted":"x"}}"#),
                "unknown field `noted`",
            ),
            (
                format!(r#"{{"judgement":"sane",{a},{b}}}"#),
                "unknown variant `sane`",
            ),
            (
                r#"{"judgement":"same","a":{"start":3,"end":12}}"#.to_owned(),
                r#"a mention has the "sha256" of its text"#,
            ),
            (
                r#"{"judgement":"same","a":{"sha256":"00","start":3,"end":3}}"#.to_owned(),
                "a mention from 3 to 3 has no words",
            ),
            (
                format!(
                    r#"{{"judgement":"same",{a},"b":{{"sha256":"00","start":3,"end":12,"name":"x"}}}}"#
                ),
                r#"both mentions of the "same" are the same"#,
            ),
            ("[]".to_owned(), "invalid length 0"),
            (r#"{"judgement":"#.to_owned(), "EOF while parsing a value"),
        ] {
            let message = message(&line);
            assert!(message.starts_with(told), "{message} for {line}");
        }
    }

    #[test]
    fn a_claim_that_is_not_whole_is_told() {
        for (line, told) in [
            (
                format!(
                    r#"{{"judgement":"fact","claim":{{"predicate":"part_of","part":{HOUSE},"whole":{HOUSE}}},"source":" "}}"#
                ),
                r#"a "fact" needs "source""#,
            ),
            (
                format!(
                    r#"{{"judgement":"wrong","sha256":"00","claim":{{"predicate":"role","person":{PERSON}}}}}"#
                ),
                "missing field `office`",
            ),
            (
                format!(
                    r#"{{"judgement":"wrong","sha256":"00","claim":{{"predicate":"part_of","part":{HOUSE},"whole":{HOUSE},"date":"2024"}}}}"#
                ),
                "unknown field `date`",
            ),
        ] {
            let message = message(&line);
            assert!(message.starts_with(told), "{message} for {line}");
        }
    }

    #[test]
    fn the_id_is_of_what_is_judged() {
        let id = |line: &str| Judgement::parse(line).unwrap().id();
        let one = r#"{"judgement":"wrong","sha256":"00","claim":{"predicate":"meeting","kind":"call","people":[{"start":1,"end":2,"name":"A"},{"start":5,"end":9}]}}"#;
        let other = r#"{"judgement":"wrong","sha256":"00","claim":{"predicate":"meeting","kind":"call","people":[{"start":5,"end":9},{"start":1,"end":2}],"status":"held"},"by":"x"}"#;
        assert_eq!(id(one), id(other));
        assert_ne!(id(one), id(&one.replace("call", "bilateral")));
        assert_eq!(id(one).as_str().len(), 12);
    }
}
