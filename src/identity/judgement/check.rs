//! What a judgement that somebody wrote by hand points at although nothing can be there.
//!
//! A line of the right form may still have a hash with letters missing, a row that no table can have, or a state that there is not. Only what
//! can never mean anything is refused: a text or a row that is not there today may be there tomorrow, and tables of one's own have other rows.

use jiff::civil::Date;

use super::{EntityRef, Judgement, JudgementError, MentionRef, Opinion, Party, Statement};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, StateCode};

/// Digits of the hash of a text. What was imported may have a sign and the day behind it.
const DIGITS: usize = 64;

impl Judgement {
    /// Looks whether the hashes, rows and states to which it points can be any.
    ///
    /// ```
    /// use interparl::identity::Judgement;
    /// use interparl::lexicon::Lexicon;
    ///
    /// let line = |sha: &str| format!(r#"{{"judgement":"same","a":{{"sha256":"{sha}","start":7,"end":16}},"b":{{"sha256":"{sha}","start":0,"end":4}}}}"#);
    /// let check = |sha: &str| Judgement::parse(&line(sha)).and_then(|judgement| judgement.check(Lexicon::builtin()));
    /// assert!(check(&"0a".repeat(32)).is_ok());
    /// assert!(check("0a0b").is_err());
    /// ```
    ///
    /// # Errors
    /// [`JudgementError::NoHash`], [`JudgementError::NoRow`] and [`JudgementError::NoState`] for the first that can be none, and
    /// [`JudgementError::Kind`] where a party of a fact cannot stand where it does.
    pub fn check(&self, lexicon: &Lexicon) -> Result<(), JudgementError> {
        match &self.says {
            Opinion::Same(a, b) | Opinion::Different(a, b) => {
                check_mention(a)?;
                check_mention(b)
            }
            Opinion::Wrong(wrong) => {
                check_hash(&wrong.sha256)?;
                let mut entities = wrong.part.entities().into_iter();
                entities.try_for_each(|entity| match entity {
                    EntityRef::Span { .. } => Ok(()),
                    EntityRef::Row { kind, row, .. } => check_row(lexicon, *kind, row),
                })
            }
            Opinion::Fact(fact) => {
                let mut parties = fact.says.parties().into_iter();
                parties.try_for_each(|party| check_party(lexicon, party))?;
                check_kinds(&fact.says)
            }
            Opinion::Undo(_) => Ok(()),
        }
    }
}

/// Looks whether each party is of a kind that can stand where it does: a person visits a state, and no state a person.
fn check_kinds(says: &Statement) -> Result<(), JudgementError> {
    let person = NodeKind::is_person;
    let body = NodeKind::is_body;
    let state = |kind: NodeKind| kind == NodeKind::State;
    let place = |kind: NodeKind| kind.is_body() || kind == NodeKind::State;
    match says {
        Statement::Role {
            person: who,
            target,
            ..
        } => {
            check_kind(who, "person", person)?;
            check_kind(target, "target", place)
        }
        Statement::Meeting {
            sides, body: of, ..
        } => {
            let mut people = sides.iter().flatten();
            people.try_for_each(|who| check_kind(who, "sides", person))?;
            of.iter().try_for_each(|of| check_kind(of, "body", body))
        }
        Statement::Visited {
            person: who,
            state: to,
            ..
        } => {
            check_kind(who, "person", person)?;
            check_kind(to, "state", state)
        }
        Statement::PartOf { part, whole } => {
            check_kind(part, "part", body)?;
            check_kind(whole, "whole", place)
        }
        Statement::Links { body: of, target } => {
            check_kind(of, "body", body)?;
            check_kind(target, "target", place)
        }
        Statement::Life { body: of, .. } => check_kind(of, "body", body),
    }
}

fn check_kind(
    party: &Party,
    field: &'static str,
    fits: impl Fn(NodeKind) -> bool,
) -> Result<(), JudgementError> {
    match party {
        Party::Named { kind, .. } if !fits(*kind) => {
            Err(JudgementError::Kind { field, kind: *kind })
        }
        Party::Named { .. } | Party::Mention(_) => Ok(()),
    }
}

fn check_mention(mention: &MentionRef) -> Result<(), JudgementError> {
    check_hash(&mention.sha256)
}

fn check_hash(sha256: &str) -> Result<(), JudgementError> {
    let (digits, day) = sha256.split_once('#').unzip();
    let digits = digits.unwrap_or(sha256);
    let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    let is_day = day.is_none_or(|day| day.parse::<Date>().is_ok());
    if digits.len() == DIGITS && digits.bytes().all(is_digit) && is_day {
        return Ok(());
    }
    let sha256 = sha256.to_owned();
    Err(JudgementError::NoHash { sha256 })
}

fn check_party(lexicon: &Lexicon, party: &Party) -> Result<(), JudgementError> {
    match party {
        Party::Mention(mention) => check_mention(mention),
        Party::Named {
            kind, row, state, ..
        } => {
            if let Some(code) = state.filter(|code| lexicon.state(*code).is_none()) {
                let code = code.to_string();
                return Err(JudgementError::NoState { code });
            }
            row.as_ref()
                .map_or(Ok(()), |row| check_row(lexicon, *kind, row))
        }
    }
}

/// Whether tables can have a row for something of a kind: a state by its code, a house by a state and words, an assembly by words.
fn check_row(lexicon: &Lexicon, kind: NodeKind, row: &str) -> Result<(), JudgementError> {
    let is_state = |code: &str| {
        let code = StateCode::parse(code);
        code.is_some_and(|code| lexicon.state(code).is_some())
    };
    let is_words = |words: &str| {
        let is_word = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '-';
        !words.is_empty() && words.chars().all(is_word)
    };
    let fits = match kind {
        NodeKind::State => is_state(row),
        NodeKind::Chamber | NodeKind::Parliament => {
            row.split_once('/').is_some_and(|(code, words)| {
                is_words(code) && is_state(&code.to_uppercase()) && is_words(words)
            })
        }
        NodeKind::Assembly => is_words(row),
        NodeKind::Commission | NodeKind::Legislator | NodeKind::Official => true,
    };
    if fits {
        return Ok(());
    }
    let row = row.to_owned();
    Err(match kind {
        NodeKind::State => JudgementError::NoState { code: row },
        _ => JudgementError::NoRow { kind, row },
    })
}
