//! Nodes, one at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::GraphParts;
use super::known::{KnownRows, MadeOf};
use super::lookup::Lookup;
use super::told::{self, Facts};
use crate::claim::{Assertion, Confidence};
use crate::graph::fold::nodes::{bare_state, node};
use crate::graph::fold::support::Support;
use crate::graph::model::{LifeRecord, Node, NodeMention};
use crate::identity::Cluster;
use crate::ontology::LifeEvent;
use crate::runs::{Key, Sorted, Sorter, parse};
use crate::text::PartialDate;

/// The names of an entity, the words that name it first, and the Wikidata id that a table of a user gave it.
type Named = (
    Vec<String>,
    Option<(String, usize, usize, String)>,
    Option<String>,
);

/// The sort of these rows among all that is known of them.
const SORT: u8 = 3;

/// Gives the nodes by id, also those of the states that somebody is of and no reading has as an entity.
pub(super) fn put(
    (mentions, lives): (Sorter, Sorter),
    lookup: &Lookup<'_>,
    facts: &Facts,
    parts: &mut dyn GraphParts,
    known: &mut Option<KnownRows>,
) -> io::Result<()> {
    let (mut mentions, mut lives) = (mentions.sorted()?, lives.sorted()?);
    let bare = lookup.states().into_iter().map(bare_state);
    let mut bare: BTreeMap<String, Node> = bare.map(|node| (node.id.clone(), node)).collect();
    for place in 0..lookup.len() {
        let cluster = lookup.cluster(place)?;
        let own = Key::new().number(place).into_bytes();
        let told = Told {
            mentions: values(&own, &mut mentions)?,
            lives: values(&own, &mut lives)?,
        };
        let is_same = match known {
            Some(known) => {
                let of = told.made_of(&cluster, lookup, facts)?;
                let is_same = known.before(&of).is_some();
                if !is_same {
                    known.put(&of, Some(Confidence::FULL));
                }
                is_same
            }
            None => false,
        };
        let (node, words) = told.node(cluster, lookup, facts)?;
        while let Some(entry) = bare.first_entry()
            && *entry.key() <= node.id
        {
            let state = entry.remove();
            if state.id != node.id {
                parts.node(state, Vec::new())?;
            }
        }
        if is_same {
            parts.same_node(node, words.len())?;
        } else {
            parts.node(node, words)?;
        }
    }
    for state in bare.into_values() {
        parts.node(state, Vec::new())?;
    }
    Ok(())
}

/// The values of the records whose keys begin so.
fn values(own: &[u8], sorted: &mut Sorted) -> io::Result<Vec<Vec<u8>>> {
    let mut values = Vec::new();
    while let Some(record) = sorted.take_if(own)? {
        values.push(record.value);
    }
    Ok(values)
}

/// What is told of a node: where it is mentioned, and what happened to it.
struct Told {
    mentions: Vec<Vec<u8>>,
    lives: Vec<Vec<u8>>,
}

impl Told {
    /// What the node is made of.
    fn made_of(&self, cluster: &Cluster, lookup: &Lookup<'_>, facts: &Facts) -> io::Result<MadeOf> {
        let mut of = MadeOf::sort(SORT);
        let Cluster { id, name, .. } = cluster;
        of.value(&(id, cluster.kind, name, cluster.state, cluster.form))?;
        of.value(&self.mentions.len())?;
        for mention in &self.mentions {
            of.bytes(mention);
        }
        of.records(&self.lives, lookup, facts)?;
        Ok(of)
    }

    /// The node, and where it is mentioned.
    fn node(
        self,
        mut cluster: Cluster,
        lookup: &Lookup<'_>,
        facts: &Facts,
    ) -> io::Result<(Node, Vec<NodeMention>)> {
        let (mut words, mut rows) = (Vec::new(), BTreeSet::new());
        for mention in &self.mentions {
            let (names, first, row): Named = parse(mention)?;
            rows.extend(row);
            let others = names.into_iter();
            let others = others.filter(|name| !name.is_empty() && *name != cluster.name);
            cluster.aliases.extend(others);
            words.extend(first.map(|(document, start, end, name)| NodeMention {
                document,
                start,
                end,
                name,
            }));
        }
        words.sort_unstable();
        words.dedup();
        let life = life(&self.lives, lookup, facts)?;
        Ok((node(&cluster, &rows, life), words))
    }
}

/// What happened to a body, of which some records tell.
fn life(lives: &[Vec<u8>], lookup: &Lookup<'_>, facts: &Facts) -> io::Result<Vec<LifeRecord>> {
    let mut by_event: BTreeMap<(Option<PartialDate>, LifeEvent), Support> = BTreeMap::new();
    for record in lives {
        let claim = told::Told::of(record, lookup)?;
        let witness = claim.witness(facts);
        if let Assertion::Life { event, date, .. } = &witness.claim.assertion {
            by_event.entry((*date, *event)).or_default().add(witness);
        }
    }
    let records = by_event
        .into_iter()
        .map(|((date, event), support)| LifeRecord {
            date,
            event,
            evidence: support.into_evidence(),
        });
    Ok(records.collect())
}
