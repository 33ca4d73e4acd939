//! How answers are told: entries of a sort under a heading, each with the words that say so, and the sources at the end.

use interparl::query::{DifferenceAnswer, EXCERPT, Proof, Source};

use super::page::Page;
use super::phrase;
use super::terminal::Console;

/// Entries of a sort, and reasons of an entry, that are shown without `--all`.
pub(crate) const ENTRIES: usize = 12;
/// An excerpt has all that is shown: one entry more is shown where that is the last.
const _: () = assert!(ENTRIES < EXCERPT);
const REASONS: usize = 2;
/// Characters of a quote. A sentence of the news has 120 to 200.
const QUOTE: usize = 220;

/// A page with an answer, and the sources that its quotes cite.
pub(crate) struct View {
    pub(crate) page: Page,
    pub(crate) all: bool,
    cited: Vec<usize>,
    /// The reasons that were told last; a list of ties often has one sentence for all.
    told: Vec<Proof>,
}

impl View {
    /// An empty page; `all` shows every entry rather than the first of each sort.
    pub(crate) const fn new(console: &Console, all: bool) -> Self {
        Self {
            page: console.page(),
            all,
            cited: Vec::new(),
            told: Vec::new(),
        }
    }

    /// A heading with its entries, of many only the first; nothing where there is no entry.
    pub(crate) fn section<T>(
        &mut self,
        heading: &str,
        entries: &[T],
        tell: impl FnMut(&mut Self, &T),
    ) {
        self.section_of(heading, entries, entries.len(), tell);
    }

    /// The same of the first entries of so many.
    pub(crate) fn section_of<T>(
        &mut self,
        heading: &str,
        entries: &[T],
        count: usize,
        mut tell: impl FnMut(&mut Self, &T),
    ) {
        if entries.is_empty() {
            return;
        }
        self.page.heading(heading);
        let shown = self.shown(count, ENTRIES);
        for entry in entries.iter().take(shown) {
            tell(self, entry);
        }
        self.more(count, shown);
    }

    /// The words that say so, below an entry.
    pub(crate) fn reasons(&mut self, evidence: &[Proof]) {
        self.reasons_at(4, evidence);
    }

    /// The same, so many columns from the left.
    pub(crate) fn reasons_at(&mut self, indent: usize, evidence: &[Proof]) {
        if !evidence.is_empty() && self.told == evidence {
            self.page.faint(indent, "(the same words)");
            return;
        }
        self.told = evidence.to_vec();
        // Several rules may have read the same words; to a reader that is one reason.
        let mut different: Vec<(String, &Proof)> = Vec::new();
        for proof in evidence {
            let line = phrase::proof(proof, QUOTE);
            if !different.iter().any(|(told, _)| *told == line) {
                different.push((line, proof));
            }
        }
        let shown = self.shown(different.len(), REASONS);
        for (line, proof) in different.iter().take(shown) {
            if let Proof::Words { source, .. } = proof {
                self.cited.push(*source);
            }
            self.page.faint(indent, line);
        }
        if different.len() > shown {
            let more = format!("and {} more places", different.len() - shown);
            self.page.faint(indent, &more);
        }
    }

    /// What some documents say of a meeting otherwise.
    pub(crate) fn differences(&mut self, differences: &[DifferenceAnswer]) {
        for difference in differences {
            self.cited.extend(&difference.sources);
            self.page.item(4, &phrase::difference(difference));
        }
    }

    /// Lists a document among the sources at the end.
    pub(crate) fn cite(&mut self, source: usize) {
        self.cited.push(source);
    }

    /// How many of so many entries are shown, if few are.
    pub(crate) const fn shown(&self, entries: usize, few: usize) -> usize {
        // One entry more takes no more room than the line that says so.
        if self.all || entries <= few + 1 {
            entries
        } else {
            few
        }
    }

    /// Says how many entries are not shown.
    pub(crate) fn more(&mut self, entries: usize, shown: usize) {
        if entries > shown {
            self.page.item(
                2,
                &format!("and {} more (--all shows them)", entries - shown),
            );
        }
    }

    /// The sources that were cited.
    pub(crate) fn sources(&mut self, sources: &[Source]) {
        let cited = |source: &&Source| self.cited.contains(&source.number);
        let cited: Vec<&Source> = sources.iter().filter(cited).collect();
        tell_sources(&mut self.page, &cited);
    }
}

/// The list of sources at the end of a page.
pub(crate) fn tell_sources(page: &mut Page, sources: &[&Source]) {
    if !sources.is_empty() {
        page.heading("Sources");
        for source in sources {
            page.item(2, &phrase::source(source));
        }
    }
}

/// How sure something is, where that is worth a word.
pub(crate) fn doubt(hundredths: u8) -> String {
    if hundredths < 80 {
        format!(" ({hundredths} % sure)")
    } else {
        String::new()
    }
}
