//! `score --errors`: the errors by cause, with the words behind them, and what each rule got right and wrong.

use std::collections::BTreeMap;

use interparl::lexicon::Lexicon;
use interparl::score::{
    Cause, Comparison, Counts, Layer, Mistake, Quotable, Rates, RuleTallies, RuleTally, Topic,
    Verdict,
};
use serde::Serialize;

use super::page::Page;
use super::phrase;
use super::score_files::Entry;

/// Characters of a name: commissions carry both chambers and both states in theirs.
const NAME: usize = 150;

/// The errors of all articles.
#[derive(Debug, Serialize)]
pub(crate) struct Errors {
    #[serde(rename = "errors")]
    all: Vec<Error>,
    causes: Vec<CauseCount>,
    rules: Vec<RuleLine>,
}

/// One error with the article that it was made in.
#[derive(Debug, Serialize)]
struct Error {
    article: String,
    #[serde(flatten)]
    mistake: Mistake,
}

/// How often a cause was met with.
#[derive(Debug, Serialize)]
struct CauseCount {
    topic: Topic,
    verdict: Verdict,
    cause: Cause,
    count: usize,
}

/// What a rule has made in a layer.
#[derive(Debug, Serialize)]
struct RuleLine {
    rule: String,
    layer: Layer,
    #[serde(flatten)]
    tally: RuleTally,
}

impl Errors {
    /// The errors of compared articles, by topic, verdict and cause, then in the order of the articles.
    pub(crate) fn of(pairs: &[(&Entry, Comparison<'_>)], lexicon: &Lexicon) -> Self {
        let mut errors = Vec::new();
        let mut tallies = RuleTallies::new();
        for (entry, compared) in pairs {
            let text = entry
                .text
                .as_deref()
                .map(|text| Quotable::new(text, lexicon));
            let article = &entry.annotation.id;
            errors.extend(
                compared
                    .mistakes(text.as_ref())
                    .into_iter()
                    .map(|mistake| Error {
                        article: article.clone(),
                        mistake,
                    }),
            );
            compared.tally(&mut tallies);
        }
        errors.sort_by_key(|Error { mistake: m, .. }| (m.topic, m.verdict, m.cause));
        let mut counts = BTreeMap::<_, usize>::new();
        for Error { mistake: m, .. } in &errors {
            *counts.entry((m.topic, m.verdict, m.cause)).or_default() += 1;
        }
        let count = |((topic, verdict, cause), count)| CauseCount {
            topic,
            verdict,
            cause,
            count,
        };
        let line = |((rule, layer), tally)| RuleLine { rule, layer, tally };
        Self {
            all: errors,
            causes: counts.into_iter().map(count).collect(),
            rules: tallies.into_iter().map(line).collect(),
        }
    }

    /// Tells the counts first, then every error.
    pub(crate) fn tell(&self, page: &mut Page) {
        if self.all.is_empty() {
            page.gap();
            page.item(0, "no errors");
        } else {
            self.tell_causes(page);
        }
        if !self.rules.is_empty() {
            self.tell_rules(page);
        }
        for cause in &self.causes {
            let CauseCount {
                topic,
                verdict,
                count,
                ..
            } = cause;
            let (topic, word) = (phrase::topic(*topic), phrase::verdict(*verdict));
            page.heading(&format!(
                "{topic}, {word}, {}: {count}",
                cause.cause.as_str()
            ));
            let of_cause = self.all.iter().filter(|Error { mistake: m, .. }| {
                (m.topic, m.verdict, m.cause) == (cause.topic, cause.verdict, cause.cause)
            });
            for error in of_cause {
                error.tell(page);
            }
        }
    }

    fn tell_causes(&self, page: &mut Page) {
        page.heading("Errors by cause");
        let rows: Vec<Vec<String>> = self
            .causes
            .iter()
            .map(|c| {
                let (topic, verdict) = (phrase::topic(c.topic), phrase::verdict(c.verdict));
                vec![
                    topic,
                    verdict.to_owned(),
                    c.cause.as_str().to_owned(),
                    c.count.to_string(),
                ]
            })
            .collect();
        page.table(&["layer", "is", "cause", "count"], &rows);
    }

    fn tell_rules(&self, page: &mut Page) {
        page.heading("Facts by rule");
        let row = |line: &RuleLine| {
            let RuleTally {
                right,
                wrong,
                wrong_end,
            } = line.tally;
            let mut row = vec![line.rule.clone(), line.layer.as_str().to_owned()];
            row.extend([right, wrong, wrong_end].map(|count| count.to_string()));
            let counts = Counts {
                hits: right,
                wrong,
                missed: 0,
            };
            row.push(format!("{:.2}", Rates::of(counts).p));
            row
        };
        let rows: Vec<Vec<String>> = self.rules.iter().map(row).collect();
        page.table(
            &[
                "rule",
                "layer",
                "right",
                "wrong",
                "an end unmatched",
                "precision",
            ],
            &rows,
        );
    }
}

impl Error {
    fn tell(&self, page: &mut Page) {
        let mistake = &self.mistake;
        let fact = phrase::cut(&mistake.fact, NAME);
        let instead = mistake
            .instead
            .as_ref()
            .map(|instead| format!(" ({})", phrase::cut(instead, NAME)));
        page.item(
            2,
            &format!("{}: {fact}{}", self.article, instead.unwrap_or_default()),
        );
        let mut shown: Vec<String> = mistake
            .quotes
            .iter()
            .map(|quote| format!("\"{quote}\""))
            .collect();
        if !mistake.rules.is_empty() {
            shown.push(format!("[{}]", mistake.rules.join(", ")));
        }
        if !shown.is_empty() {
            page.faint(4, &shown.join(" "));
        }
    }
}
