//! Nodes, one at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::GraphParts;
use super::lookup::Lookup;
use super::told::{Facts, Told};
use crate::claim::Assertion;
use crate::graph::fold::nodes::{bare_state, node};
use crate::graph::fold::support::Support;
use crate::graph::model::{LifeRecord, Node, NodeMention};
use crate::ontology::LifeEvent;
use crate::runs::{Key, Sorted, Sorter, parse};
use crate::text::PartialDate;

/// The names of an entity, the words that name it first, and the Wikidata id that a table of a user gave it.
type Named = (
    Vec<String>,
    Option<(String, usize, usize, String)>,
    Option<String>,
);

/// Gives the nodes by id, also those of the states that somebody is of and no reading has as an entity.
pub(super) fn put(
    mentions: Sorter,
    lives: Sorter,
    lookup: &Lookup<'_>,
    facts: &Facts,
    parts: &mut dyn GraphParts,
) -> io::Result<()> {
    let (mut mentions, mut lives) = (mentions.sorted()?, lives.sorted()?);
    let bare = lookup.states().into_iter().map(bare_state);
    let mut bare: BTreeMap<String, Node> = bare.map(|node| (node.id.clone(), node)).collect();
    for place in 0..lookup.len() {
        let mut cluster = lookup.cluster(place)?;
        let own = Key::new().number(place).into_bytes();
        let (mut words, mut rows) = (Vec::new(), BTreeSet::new());
        while let Some(record) = mentions.take_if(&own)? {
            let (names, first, row): Named = parse(&record.value)?;
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
        let node = node(&cluster, &rows, life(&own, &mut lives, (lookup, facts))?);
        while let Some(entry) = bare.first_entry()
            && *entry.key() <= node.id
        {
            let state = entry.remove();
            if state.id != node.id {
                parts.node(state, Vec::new())?;
            }
        }
        parts.node(node, words)?;
    }
    for state in bare.into_values() {
        parts.node(state, Vec::new())?;
    }
    Ok(())
}

/// What happened to the body whose key this is.
fn life(
    own: &[u8],
    lives: &mut Sorted,
    (lookup, facts): (&Lookup<'_>, &Facts),
) -> io::Result<Vec<LifeRecord>> {
    let mut told: BTreeMap<(Option<PartialDate>, LifeEvent), Support> = BTreeMap::new();
    while let Some(record) = lives.take_if(own)? {
        let claim = Told::of(&record.value, lookup)?;
        let witness = claim.witness(facts);
        if let Assertion::Life { event, date, .. } = &witness.claim.assertion {
            told.entry((*date, *event)).or_default().add(witness);
        }
    }
    let records = told.into_iter().map(|((date, event), support)| LifeRecord {
        date,
        event,
        evidence: support.into_evidence(),
    });
    Ok(records.collect())
}
