//! What stands behind an edge: its sources, how sure each is, and the words.

use std::collections::BTreeMap;

use crate::claim::{Claim, Confidence, EntityIndex, Reading, Why, Words};
use crate::graph::model::Evidence;
use crate::identity::{AddedFact, Cluster, Identities, clean};
use crate::ontology::NodeKind;

/// The readings together with who is who in them.
pub(super) struct Witnesses<'r> {
    readings: &'r [Reading],
    /// For each reading the place of the one whose words it repeats.
    sources: &'r [usize],
    identities: &'r Identities,
    facts: &'r BTreeMap<usize, AddedFact>,
}

/// A claim and the reading that makes it.
#[derive(Clone, Copy)]
pub(super) struct Witness<'r> {
    /// The place of the reading.
    pub(super) place: usize,
    /// The place of the reading whose words it repeats; its own where it repeats none.
    pub(super) source: usize,
    pub(super) reading: &'r Reading,
    pub(super) claim: &'r Claim,
    /// Where the claim is from, if it is of a person and not of an article.
    added: Option<&'r AddedFact>,
}

impl<'r> Witness<'r> {
    /// A claim of a reading at a place that repeats the words of another one or of none, added by people or not.
    pub(super) const fn new(
        (place, source): (usize, usize),
        reading: &'r Reading,
        claim: &'r Claim,
        added: Option<&'r AddedFact>,
    ) -> Self {
        Self {
            place,
            source,
            reading,
            claim,
            added,
        }
    }
}

impl<'r> Witnesses<'r> {
    pub(super) const fn new(
        readings: &'r [Reading],
        sources: &'r [usize],
        identities: &'r Identities,
        facts: &'r BTreeMap<usize, AddedFact>,
    ) -> Self {
        Self {
            readings,
            sources,
            identities,
            facts,
        }
    }

    /// The reading at a place.
    pub(super) fn reading(&self, place: usize) -> Option<&'r Reading> {
        self.readings.get(place)
    }

    /// Every claim of every reading.
    pub(super) fn all(&self) -> impl Iterator<Item = Witness<'r>> + use<'r> {
        let (facts, sources) = (self.facts, self.sources);
        self.readings
            .iter()
            .enumerate()
            .flat_map(move |(place, reading)| {
                let source = sources.get(place).copied().unwrap_or(place);
                let added = facts.get(&place);
                reading.claims.iter().map(move |claim| Witness {
                    place,
                    source,
                    reading,
                    claim,
                    added,
                })
            })
    }

    fn source(&self, place: usize) -> usize {
        self.sources.get(place).copied().unwrap_or(place)
    }

    /// The claim at a place.
    pub(super) fn at(&self, place: usize, claim: usize) -> Option<Witness<'r>> {
        let reading = self.readings.get(place)?;
        let claim = reading.claims.get(claim)?;
        Some(Witness {
            place,
            source: self.source(place),
            reading,
            claim,
            added: self.facts.get(&place),
        })
    }

    /// The clusters, by id.
    pub(super) fn clusters(&self) -> &'r [Cluster] {
        self.identities.clusters()
    }

    /// The place of the cluster of an entity, where it is of a kind that fits.
    pub(super) fn cluster(
        &self,
        of: Witness<'_>,
        entity: EntityIndex,
        fits: fn(NodeKind) -> bool,
    ) -> Option<usize> {
        let place = self.identities.of(of.place, entity)?;
        fits(self.identities.cluster(place)?.kind).then_some(place)
    }
}

/// Who says something: an article, or a table, which is one witness however many readings tell its rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// The place of the reading whose words it is.
    Reading(usize),
    /// The name of the table.
    Table(String),
}

impl Source {
    fn of(witness: Witness<'_>) -> Self {
        let tables = witness.claim.evidence.iter().map(|why| match why {
            Why::Table(row) => Some(row.table.as_str()),
            Why::Words(_) => None,
        });
        let table = tables.reduce(|one, other| one.filter(|_| one == other));
        match table.flatten().filter(|_| witness.added.is_none()) {
            Some(table) => Self::Table(table.to_owned()),
            None => Self::Reading(witness.source),
        }
    }
}

/// What stands behind one edge, meeting or event.
#[derive(Debug, Default, Clone)]
pub(super) struct Support {
    surest: BTreeMap<Source, Confidence>,
    evidence: Vec<Evidence>,
}

impl Support {
    /// Adds a claim. Of several claims of one source the surest counts.
    pub(super) fn add(&mut self, witness: Witness<'_>) {
        let confidence = witness.claim.confidence;
        let source = Source::of(witness);
        let surest = self.surest.entry(source).or_insert(confidence);
        *surest = confidence.max(*surest);
        if let Some(fact) = witness.added {
            self.evidence.push(Evidence::Judgement {
                judgement: fact.judgement.to_string(),
                source: clean(&fact.source),
            });
        }
        let document = &witness.reading.document.id;
        let evidence = witness.claim.evidence.iter();
        self.evidence.extend(evidence.map(|why| match why {
            Why::Words(words) => in_document(words, document),
            Why::Table(row) => Evidence::Table {
                table: row.table.clone(),
                row: row.row.clone(),
            },
        }));
    }

    /// Adds words of a reading, which say no more of how sure it is.
    pub(super) fn add_words(&mut self, words: &[Words], document: &str) {
        let evidence = words.iter().map(|words| in_document(words, document));
        self.evidence.extend(evidence);
    }

    /// How sure the sources are together.
    pub(super) fn confidence(&self) -> Confidence {
        let sources: Vec<Confidence> = self.surest.values().copied().collect();
        Confidence::together(&sources)
    }

    /// The evidence, sorted, each piece once.
    pub(super) fn into_evidence(mut self) -> Vec<Evidence> {
        self.evidence.sort_unstable();
        self.evidence.dedup();
        self.evidence.shrink_to_fit();
        self.evidence
    }
}

fn in_document(words: &Words, document: &str) -> Evidence {
    Evidence::Words {
        document: document.to_owned(),
        start: words.start,
        end: words.end,
        quote: words.quote.clone(),
        rule: words.rule.clone(),
    }
}
