//! The stages in a row: from an article to its reading.
//!
//! This module knows no rule and fails on no text; what a stage could not settle is a finding of the reading.

use crate::claim::Reading;
use crate::document::Article;
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::rule;

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
    let mentions = Mentions::find(&article.text, lexicon);
    rule::read(article.record(), &mentions)
}
