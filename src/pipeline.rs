//! The stages in a row: from an article to its reading.
//!
//! This module knows no rule and fails on no text; what a stage could not settle is a finding of the reading.

use jiff::civil::Date;

use crate::claim::Reading;
use crate::document::Article;
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::rule::{self, StageTrace};

/// A word for all that decides what a reading of a text says: the rules, the finders and the built-in tables. Another
/// interparl with the same word reads every article alike.
pub const READER: &str = env!("INTERPARL_READER");

/// Reads one article: finds who and what it speaks of, and what it says of them.
///
/// ```
/// use interparl::{document::Article, lexicon::Lexicon, pipeline};
///
/// let text = "Speaker of the Saeima Daiga Ozola met with Speaker of the Riigikogu Jaan Tamm in Riga.".to_owned();
/// let reading = pipeline::read(&Article { text, ..Article::default() }, Lexicon::builtin());
/// assert_eq!(reading.entities.iter().filter(|e| e.kind.is_person()).count(), 2);
/// ```
#[must_use]
pub fn read(article: &Article, lexicon: &Lexicon) -> Reading {
    let mentions = Mentions::find(&article.text, lexicon, article.date);
    rule::read(article.record(), &mentions)
}

/// What each stage saw in a text that was published on a day: its sentences and what each word was taken for, the offices,
/// who holds which by which rule, who and what it speaks of, what happened, and the claims. For people who ask why.
///
/// ```
/// use interparl::{lexicon::Lexicon, pipeline};
///
/// let stages = pipeline::trace("Saeima Speaker Daiga Ozola spoke.", Lexicon::builtin(), None);
/// let holdings = stages.iter().find(|s| s.stage == "holdings").expect("every trace has the stage");
/// assert_eq!(holdings.lines[0], "Daiga Ozola holds \"Saeima Speaker\" [office-before-name]");
/// ```
#[must_use]
pub fn trace(text: &str, lexicon: &Lexicon, date: Option<Date>) -> Vec<StageTrace> {
    let article = Article {
        text: text.to_owned(),
        date,
        ..Article::default()
    };
    rule::trace(article.record(), &Mentions::find(text, lexicon, date))
}
