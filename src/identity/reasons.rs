//! Why mentions are one: what speaks for each mention of a cluster being of it.
//!
//! This tells after the fact what the mention has in common with the others. It decides nothing, so that it stays true
//! whatever rule has joined them.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Cluster;
use super::entity::own_code;
use super::judgement::{Guide, JudgementId};
use super::matching::{BodyName, BodyTables, Match, PersonName, Verdict};
use super::mention::Mention;
use super::name::{clean, fold_body, fold_name};
use crate::claim::{Entity, Reading};
use crate::lexicon::Lexicon;
use crate::ontology::NodeKind;

/// A name is held beside so many others of its cluster at most.
const MOST_NAMES: usize = 16;

/// What speaks for a mention being of its cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// The tables know it by this row, as they do another mention: a state's code, a body's id.
    Row(String),
    /// Another mention has the same name, case, diacritics and punctuation apart.
    Name,
    /// Another mention has a name that may be a spelling of it.
    Spelling {
        /// The other name, the most alike one.
        like: String,
        /// How alike.
        alike: Match,
    },
    /// People say that it is one with another mention.
    Judgement(JudgementId),
    /// None of these: what its article says of it, its office or what it ties, told who it is.
    Context,
}

/// Tells why mentions are one.
pub struct Reasons<'r> {
    readings: &'r [Reading],
    same: BTreeMap<Mention, BTreeSet<&'r JudgementId>>,
    tables: LazyCell<BodyTables<'static>>,
}

impl<'r> Reasons<'r> {
    /// For readings and the guide by which the clusters were made.
    #[must_use]
    pub fn new(readings: &'r [Reading], guide: &'r Guide) -> Self {
        let mut same: BTreeMap<Mention, BTreeSet<&JudgementId>> = BTreeMap::new();
        for (one, other, id) in &guide.same {
            for mention in [one, other] {
                same.entry(*mention).or_default().insert(id);
            }
        }
        Self {
            readings,
            same,
            tables: LazyCell::new(|| BodyTables::new(Lexicon::builtin())),
        }
    }

    /// For each mention of a cluster, in their order, why it is one with the others; nothing where it is alone.
    ///
    /// Complexity: n log n in the mentions, and a comparison of each two of at most sixteen names.
    #[must_use]
    pub fn of(&self, cluster: &Cluster) -> Vec<Vec<Because>> {
        if cluster.mentions.len() < 2 {
            return cluster.mentions.iter().map(|_| Vec::new()).collect();
        }
        let mut rows: BTreeMap<String, usize> = BTreeMap::new();
        let mut names: BTreeMap<String, (usize, String)> = BTreeMap::new();
        for entity in cluster.mentions.iter().filter_map(|m| self.entity(*m)) {
            if let Some(row) = row(entity) {
                *rows.entry(row).or_default() += 1;
            }
            let (count, written) = names.entry(folded(entity)).or_default();
            *count += 1;
            let name = clean(&entity.name);
            if *count == 1 || name < *written {
                *written = name;
            }
        }
        let near = self.near(cluster.kind, &names);
        let why = |mention: &Mention| {
            let mut why = Vec::new();
            if let Some(entity) = self.entity(*mention) {
                let row = row(entity).filter(|row| rows.get(row).is_some_and(|n| *n > 1));
                why.extend(row.map(Because::Row));
                let name = folded(entity);
                if names.get(&name).is_some_and(|(count, _)| *count > 1) {
                    why.push(Because::Name);
                } else {
                    why.extend(near.get(&name).cloned());
                }
            }
            let judged = self.same.get(mention).into_iter().flatten();
            why.extend(judged.map(|id| Because::Judgement((*id).clone())));
            if why.is_empty() {
                why.push(Because::Context);
            }
            why
        };
        cluster.mentions.iter().map(why).collect()
    }

    fn entity(&self, mention: Mention) -> Option<&'r Entity> {
        self.readings
            .get(mention.reading)?
            .entities
            .get(mention.entity)
    }

    /// For each folded name the most alike other one, where they are not clearly different.
    fn near(
        &self,
        kind: NodeKind,
        names: &BTreeMap<String, (usize, String)>,
    ) -> BTreeMap<String, Because> {
        if names.len() < 2 {
            return BTreeMap::new();
        }
        // Of very many names those that most mentions have tell most.
        let mut best: Vec<(&String, &str)> = Vec::new();
        let mut by_count: Vec<_> = names.iter().collect();
        by_count.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
        best.extend(
            by_count
                .iter()
                .take(MOST_NAMES)
                .map(|(f, (_, w))| (*f, w.as_str())),
        );
        let mut near = BTreeMap::new();
        for (folded, (_, written)) in names {
            let others = best.iter().filter(|(other, _)| *other != folded);
            let alike = others.map(|(_, other)| (self.compare(kind, written, other), *other));
            let most = alike.reduce(|one, next| if next.0 > one.0 { next } else { one });
            if let Some((alike, like)) = most.filter(|(m, _)| m.verdict() != Verdict::Different) {
                let like = like.to_owned();
                near.insert(folded.clone(), Because::Spelling { like, alike });
            }
        }
        near
    }

    fn compare(&self, kind: NodeKind, one: &str, other: &str) -> Match {
        if kind.is_person() {
            let name = |written| PersonName::new(written, Lexicon::builtin());
            name(one).compare(&name(other))
        } else {
            let name = |written| BodyName::new(written, &self.tables);
            name(one).compare(&name(other))
        }
    }
}

/// The row of an entity: for a state its code.
fn row(entity: &Entity) -> Option<String> {
    if entity.kind == NodeKind::State {
        return own_code(entity).map(|code| code.to_string());
    }
    entity.row.clone().filter(|row| !row.is_empty())
}

fn folded(entity: &Entity) -> String {
    if entity.kind.is_person() {
        fold_name(&entity.name)
    } else {
        fold_body(&entity.name)
    }
}
