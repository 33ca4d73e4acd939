//! Who is who, as later stages ask for it.

use std::collections::BTreeSet;
use std::io;

use jiff::civil::Date;

use super::ahead::{Records, push_all};
use super::groups::Groups;
use super::ids::{Wishes, bearer_of, unique_ids};
use super::parting::{self, Settled};
use super::remembered::Remembered;
use super::speaking::{Speaking, short};
use super::{bearers, presiding, resolving};
use crate::claim::{Entity, EntityIndex, Reading};
use crate::identity::cluster::{Cluster, Draft, draft_of};
use crate::identity::mention::{Mention, PerMention};
use crate::ontology::{BodyForm, NodeKind, StateCode};
use crate::runs::{Key, Parts, Shelf, Sorted, Sorter, parse, render};

/// How many sorters are filled at a time here.
const SORTERS: usize = 4;

/// The clusters by id, without their mentions and aliases.
pub(crate) struct Who {
    of: PerMention<u32>,
    kinds: Vec<NodeKind>,
    /// The ids, one behind the other, and where each ends: every row asks for some of them, in no order.
    ids: String,
    ends: Vec<usize>,
    /// The states that clusters are of.
    states: BTreeSet<StateCode>,
    clusters: Shelf,
}

/// What is kept of a cluster: kind, name, state and form.
type Kept = (NodeKind, String, Option<StateCode>, Option<BodyForm>);

/// What is kept of a cluster before its id is known: the ids it could have, how many of them it leaves to somebody else of the
/// name, and what their hash is of.
type Drafted = (Kept, Vec<String>, usize, Option<String>);

impl Who {
    /// How many clusters there are.
    pub(crate) const fn len(&self) -> usize {
        self.kinds.len()
    }

    /// The place among the clusters of the entity of a reading, where it is of a kind that fits.
    pub(crate) fn of(
        &self,
        reading: usize,
        entity: EntityIndex,
        fits: impl Fn(NodeKind) -> bool,
    ) -> Option<usize> {
        let place = self.of.get(Mention { reading, entity })? as usize;
        fits(*self.kinds.get(place)?).then_some(place)
    }

    /// The states that clusters are of.
    pub(crate) const fn states(&self) -> &BTreeSet<StateCode> {
        &self.states
    }

    /// The id of the cluster at a place.
    pub(crate) fn id(&self, place: usize) -> io::Result<&str> {
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let begin = before.copied().unwrap_or_default();
        let end = self.ends.get(place);
        let id = end.and_then(|end| self.ids.get(begin..*end));
        id.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// The cluster at a place.
    pub(crate) fn cluster(&mut self, place: usize) -> io::Result<Cluster> {
        let (id, (kind, name, state, form)): (String, Kept) = parse(self.clusters.get(place)?)?;
        Ok(Cluster {
            id,
            kind,
            name,
            aliases: BTreeSet::new(),
            state,
            form,
            mentions: Vec::new(),
        })
    }
}

/// Finds out who is who, as [`crate::identity::resolve_judged`] does; what is remembered is not compared again.
pub(crate) fn find_out(
    speaking: &mut Speaking,
    memory: usize,
    remembered: Option<&mut Remembered>,
) -> io::Result<Who> {
    let share = memory / SORTERS;
    let mut groups = Groups::new(speaking, share)?;
    resolving::commissions(speaking, &mut groups, share)?;
    resolving::spellings(&mut groups, share, remembered)?;
    presiding::part(&mut groups, speaking)?;
    bearers::attach(&mut groups, share)?;
    let mut settled = parting::settle(groups, speaking)?;
    let mut drafts = drafts(speaking, &mut settled, share)?;
    let count = drafts.len();
    let mut ids = unique_ids(count, share, |number| {
        let (_, ids, left, anchor): Drafted = parse(drafts.get(number)?)?;
        Ok(Wishes { ids, left, anchor })
    })?;
    let mut places = vec![u32::MAX; count];
    let mut who = Who {
        of: settled.of,
        kinds: Vec::with_capacity(count),
        ids: String::new(),
        ends: Vec::with_capacity(count),
        states: BTreeSet::new(),
        clusters: Shelf::new()?,
    };
    while let Some(record) = ids.take()? {
        let (id, number) = bearer_of(&record.key)?;
        let (kept, ..): Drafted = parse(drafts.get(number)?)?;
        who.kinds.push(kept.0);
        who.ids.push_str(&id);
        who.ends.push(who.ids.len());
        who.states.extend(kept.2);
        let place = short(who.clusters.put(&render(&(id, kept))?)?)?;
        places
            .get_mut(number)
            .into_iter()
            .for_each(|of| *of = place);
    }
    who.of
        .change(|number| places.get(number as usize).copied().unwrap_or(u32::MAX));
    Ok(who)
}

/// What of an entity decides what its cluster is called.
type Named = (Entity, Option<Date>, String);

/// What the entities of a reading tell of the clusters that they are of.
fn named(
    of: &PerMention<u32>,
    (place, reading): (usize, &Reading),
    is_stand_in: &dyn Fn(usize) -> bool,
) -> io::Result<Records> {
    let mut records = Vec::with_capacity(reading.entities.len());
    for (index, entity) in reading.entities.iter().enumerate() {
        let mention = Mention {
            reading: place,
            entity: index,
        };
        let number = of.get(mention).filter(|_| !is_stand_in(index));
        if let Some(number) = number {
            let key = Key::new().number(number as usize);
            let key = key.number(place).number(index).into_bytes();
            let bare = Entity {
                kind: entity.kind,
                name: entity.name.clone(),
                row: entity.row.clone(),
                form: entity.form,
                state: entity.state,
                forms: Vec::new(),
                keys: Vec::new(),
            };
            let of = &reading.document;
            records.push((key, render(&(bare, of.date, &of.id))?));
        }
    }
    Ok(records)
}

/// The clusters without ids, by number.
fn drafts(speaking: &mut Speaking, settled: &mut Settled, memory: usize) -> io::Result<Shelf> {
    let mut entities = Sorter::new(memory);
    let of = &settled.of;
    speaking.each(
        |place, reading, is_stand_in| named(of, (place, reading), is_stand_in),
        |_, records| push_all(&mut entities, &records),
    )?;
    let mut entities = entities.sorted()?;
    let mut drafts = Shelf::new()?;
    for number in 0..settled.len() {
        let drafted = draft(settled, number, &mut entities)?;
        drafts.put(&render(&drafted)?)?;
    }
    Ok(drafts)
}

fn draft(settled: &mut Settled, number: usize, entities: &mut Sorted) -> io::Result<Drafted> {
    let own = Key::new().number(number).into_bytes();
    let mut of_group: Vec<(usize, Entity)> = Vec::new();
    let mut earliest: Option<(bool, Option<Date>, String, usize)> = None;
    while let Some(record) = entities.take_if(&own)? {
        let mut parts = Parts::of(record.key.get(own.len()..).unwrap_or_default());
        let (reading, index) = (
            parts.number().unwrap_or_default(),
            parts.number().unwrap_or_default(),
        );
        let (entity, date, id): Named = parse(&record.value)?;
        let this = (date.is_none(), date, id, index);
        if earliest.as_ref().is_none_or(|earliest| this < *earliest) {
            earliest = Some(this);
        }
        of_group.push((reading, entity));
    }
    let (block, states, namesake) = settled.block(number)?;
    let entities: Vec<(usize, &Entity)> = of_group.iter().map(|(at, of)| (*at, of)).collect();
    let Draft { cluster, wishes } = draft_of(&entities, (&block, &states, namesake), Vec::new());
    let anchor = earliest.map_or_else(String::new, |(_, date, id, index)| {
        let date = date.map(|d| d.to_string()).unwrap_or_default();
        format!("{date}\n{id}\n{index}")
    });
    let kept = (cluster.kind, cluster.name, cluster.state, cluster.form);
    Ok((
        kept,
        wishes.ids,
        wishes.left,
        Some(anchor).filter(|_| wishes.may_be_hashed),
    ))
}
