//! What a judgement that somebody wrote by hand points at although nothing can be there.
//!
//! A line of the right form may still have a hash with letters missing, a row that no table can have, or a state that there is not. Only what
//! can never mean anything is refused: a text or a row that is not there today may be there tomorrow, and tables of one's own have other rows.

use super::{EntityRef, Judgement, JudgementError, MentionRef, Opinion, Party};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, StateCode};

/// Digits of the hash of a text. What was imported has the day behind it.
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
    /// [`JudgementError::NoHash`], [`JudgementError::NoRow`] and [`JudgementError::NoState`] for the first that can be none.
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
                parties.try_for_each(|party| check_party(lexicon, party))
            }
            Opinion::Undo(_) => Ok(()),
        }
    }
}

fn check_mention(mention: &MentionRef) -> Result<(), JudgementError> {
    check_hash(&mention.sha256)
}

fn check_hash(sha256: &str) -> Result<(), JudgementError> {
    let digits = sha256.get(..DIGITS).unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
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
