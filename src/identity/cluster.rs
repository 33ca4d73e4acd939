//! Clusters of mentions: one for each person, body and state.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bearer;
use super::block::States;
use super::commission;
use super::entity::{Block, own_code};
use super::group::{Group, groups_of};
use super::holding::Holdings;
use super::judgement::Guide;
use super::label::{Wishes, unique_ids};
use super::mention::{Mention, PerMention};
use super::name::{clean, fold_body, is_full, slug};
use super::namesake::Namesake;
use super::presiding;
use super::spelling;
use crate::claim::{Entity, EntityIndex, Reading};
use crate::ontology::{BodyForm, NodeKind, StateCode};

/// A person, body or state, and everywhere it is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The id, which no other cluster has: `person/daiga-ozola`, `kz/majilis`, `state/KZ`.
    pub id: String,
    /// What it is. Who is a legislator in any article is one.
    pub kind: NodeKind,
    /// The name that most articles give it in full.
    pub name: String,
    /// The other names that articles use, without descriptions.
    pub aliases: BTreeSet<String>,
    /// The state that a person acts for or that a body belongs to; for a state its own code.
    pub state: Option<StateCode>,
    /// Which sort of commission.
    pub form: Option<BodyForm>,
    /// The mentions, sorted; at least one.
    pub mentions: Vec<Mention>,
}

/// Who is who in some readings.
#[derive(Debug, Clone, Default)]
pub struct Identities {
    clusters: Vec<Cluster>,
    of: PerMention<Option<usize>>,
    compared: usize,
}

impl Identities {
    /// The clusters by id.
    #[must_use]
    pub fn clusters(&self) -> &[Cluster] {
        &self.clusters
    }

    /// The place among the clusters of the entity of a reading; `None` where there is no such entity.
    #[must_use]
    pub fn of(&self, reading: usize, entity: EntityIndex) -> Option<usize> {
        self.of.of(Mention { reading, entity })
    }

    /// How many pairs of names were compared to find it out: what the work grows with.
    #[must_use]
    pub const fn compared(&self) -> usize {
        self.compared
    }

    /// The cluster at a place.
    #[must_use]
    pub fn cluster(&self, place: usize) -> Option<&Cluster> {
        self.clusters.get(place)
    }
}

/// Finds out who is who.
///
/// In come readings as [`super::settle`] leaves them: one a text, in a fixed order. Out come clusters in which every
/// entity of every reading is exactly once.
///
/// - States meet by code; chambers, parliaments and assemblies by the row of their table.
/// - People meet by folded full name where their states do not contradict, commissions by folded name likewise. Where
///   a name has bearers of two states, mentions of unknown state stay alone.
/// - People of one name and state who are shown in two houses by turns, or in two lifetimes, are two. Mentions without a seat are
///   then of the one of whom nearly all articles tell, or stay alone.
/// - People of the same states whose full names are spellings of one, as far as the matcher of names is very sure, meet
///   where neither an article nor seats tell them apart; if one high office is shown of both, it need not be that sure. Who
///   is of no known state meets the only one who is alike.
/// - Of those who are then one, whoever is shown as the speaker of a house and whoever is a mere member of it by turns are two, as far as
///   that is told often and is no career.
/// - Commissions of other names meet where they tie the same states and chambers and their names agree in sort and topic.
/// - Other bodies meet by the row of the table that their name means, else by folded name and equal states.
/// - A name of one word, or of one and an initial, meets its like in the same article, and the only person of a full name
///   with that word who is shown in the same high office at about that date.
///
/// Complexity: n log n in the number of mentions; for a name that is shown in two houses by turns the square of the number of times,
/// two weeks apart, at which it is.
#[must_use]
pub fn resolve(readings: &[Reading]) -> Identities {
    resolve_judged(readings, &Guide::default())
}

/// The same where people have judged who is who ([`super::judge`]). Entities that stand in for a mention are where that is, and leave
/// no trace of their own.
///
/// Complexity: as [`resolve`], n log n in the judged pairs, and where people part a team of mentions that the program or a
/// `same` had joined, n log n in its mentions and pairs for each of at most five rounds, and for each part of it that nobody
/// judged a look at each side that somebody did.
#[must_use]
pub fn resolve_judged(readings: &[Reading], guide: &Guide) -> Identities {
    let groups = groups_of(readings, guide);
    let (groups, compared) = judged(readings, groups, guide);
    let groups = groups.into_par_iter();
    let drafts = groups.map(|group| draft(readings, group));
    let mut identities = finish(readings, drafts.collect());
    for (stand_in, mention) in &guide.stand_ins {
        if let Some(place) = identities.of(mention.reading, mention.entity) {
            identities.of.put(*stand_in, Some(place));
        }
    }
    identities.compared = compared;
    identities
}

/// The groups with those of one person, body or commission joined, and how many pairs of names that took.
fn joined(readings: &[Reading], groups: Vec<Group>) -> (Vec<Group>, usize) {
    let (groups, of_bodies) = commission::join(readings, groups);
    let holdings = Holdings::new(readings, &groups);
    let (groups, by_spelling) = spelling::join(readings, groups, &holdings);
    let groups = presiding::part(readings, groups);
    let (groups, by_office) = bearer::attach(readings, groups, &holdings);
    (groups, of_bodies + by_spelling + by_office)
}

/// The groups with those of one joined, and then as people would have them.
fn judged(readings: &[Reading], groups: Vec<Group>, guide: &Guide) -> (Vec<Group>, usize) {
    if guide.is_empty() {
        return joined(readings, groups);
    }
    let fine: Vec<Vec<Mention>> = groups.iter().map(|g| g.mentions.clone()).collect();
    let (groups, compared) = joined(readings, groups);
    (guide.apply(&readings, groups, &fine), compared)
}

/// A cluster with the ids that it could have.
pub(super) struct Draft {
    pub(super) cluster: Cluster,
    pub(super) wishes: Wishes,
}

fn finish(readings: &[Reading], drafts: Vec<Draft>) -> Identities {
    let (mut clusters, wishes): (Vec<Cluster>, Vec<Wishes>) =
        drafts.into_iter().map(|d| (d.cluster, d.wishes)).unzip();
    let ids = unique_ids(&wishes, |index| {
        let cluster = clusters.get(index);
        cluster.map(|cluster| anchor(readings, cluster))
    });
    for (cluster, id) in clusters.iter_mut().zip(ids) {
        cluster.id = id;
    }
    clusters.sort_by(|a, b| a.id.cmp(&b.id));
    let mut of = PerMention::new(readings, None);
    for (place, cluster) in clusters.iter().enumerate() {
        for mention in &cluster.mentions {
            of.put(*mention, Some(place));
        }
    }
    Identities {
        clusters,
        of,
        compared: 0,
    }
}

fn draft(readings: &[Reading], group: Group) -> Draft {
    let entities: Vec<(usize, &Entity)> = group
        .mentions
        .iter()
        .filter_map(|m| {
            let entity = readings.get(m.reading)?.entities.get(m.entity)?;
            Some((m.reading, entity))
        })
        .collect();
    let of = (&group.block, &group.states, group.namesake);
    draft_of(&entities, of, group.mentions)
}

/// The draft of entities of readings that are one.
pub(super) fn draft_of(
    entities: &[(usize, &Entity)],
    (block, states, namesake): (&Block, &States, Namesake),
    mentions: Vec<Mention>,
) -> Draft {
    let kind = if entities.iter().any(|(_, e)| e.kind == NodeKind::Legislator) {
        NodeKind::Legislator
    } else {
        let kinds = entities.iter().map(|(reading, e)| (e.kind, *reading));
        most_told(kinds).unwrap_or(NodeKind::Official)
    };
    let name = best_name(entities);
    let aliases = entities
        .iter()
        .flat_map(|(_, e)| {
            let forms = e.forms.iter().filter(|form| form.name);
            forms.map(|form| &form.text).chain([&e.name])
        })
        .map(|text| clean(text))
        .filter(|text| !text.is_empty() && *text != name)
        .collect();
    let own = entities
        .iter()
        .filter_map(|(reading, e)| Some((own_code(e)?, *reading)));
    let form = entities
        .iter()
        .filter_map(|(reading, e)| Some((e.form?, *reading)));
    let cluster = Cluster {
        id: String::new(),
        kind,
        aliases,
        state: most_told(own),
        form: most_told(form),
        mentions,
        name,
    };
    let wishes = wishes(block, states, namesake, &cluster);
    Draft { cluster, wishes }
}

fn wishes(block: &Block, states: &States, namesake: Namesake, cluster: &Cluster) -> Wishes {
    let known = |id: String| Wishes {
        ids: vec![id],
        left: 0,
        may_be_hashed: false,
    };
    let folder = match block {
        // What a table knows keeps its id, whoever else comes by.
        Block::State(Ok(code)) => return known(format!("state/{code}")),
        Block::House(row) => return known(row.clone()),
        Block::Assembly(row) => return known(format!("assembly/{row}")),
        Block::State(Err(_)) => "state",
        Block::Person(_) => "person",
        Block::Commission(_) => "commission",
        Block::Body(kind, ..) => kind.as_str(),
    };
    let slug = if cluster.kind.is_person() {
        slug(&cluster.name)
    } else {
        // A leading article tells no two bodies apart.
        slug(&fold_body(&cluster.name))
    };
    let mut ids = vec![format!("{folder}/{slug}")];
    if !states.is_empty() {
        let codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
        ids.push(format!(
            "{folder}/{slug}-{}",
            codes.join("-").to_lowercase()
        ));
    }
    let is_second = matches!(namesake, Namesake::Other | Namesake::Unsure);
    Wishes {
        // The one of whom most articles tell keeps the id, whoever else of the name comes by.
        left: if is_second { ids.len() } else { 0 },
        ids,
        may_be_hashed: true,
    }
}

/// The earliest mention of a cluster, by date and document, as words for a hash.
fn anchor(readings: &[Reading], cluster: &Cluster) -> String {
    let earliest = cluster
        .mentions
        .iter()
        .filter_map(|m| Some((&readings.get(m.reading)?.document, m.entity)))
        .min_by_key(|(document, entity)| {
            (
                document.date.is_none(),
                document.date,
                &document.id,
                *entity,
            )
        });
    earliest.map_or_else(String::new, |(document, entity)| {
        let date = document.date.map(|d| d.to_string()).unwrap_or_default();
        format!("{date}\n{}\n{entity}", document.id)
    })
}

/// What stands for a name where nothing is left of it.
const UNNAMED: &str = "(unnamed)";

/// The full name that most articles use; among equals the longer, then the first by letters. A bare surname stands back
/// for any full name, and one in capitals for any other.
fn best_name(entities: &[(usize, &Entity)]) -> String {
    if let Some((_, first)) = entities.first()
        && entities.iter().all(|(_, entity)| entity.name == first.name)
    {
        let name = clean(&first.name);
        return if name.is_empty() {
            UNNAMED.to_owned()
        } else {
            name
        };
    }
    let mut told_by: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (reading, entity) in entities {
        told_by
            .entry(clean(&entity.name))
            .or_default()
            .insert(*reading);
    }
    let people = entities.iter().any(|(_, e)| e.kind.is_person());
    let full = |name: &str| people && is_full(name);
    told_by
        .into_iter()
        .filter(|(name, _)| !name.is_empty())
        .max_by_key(|(name, readings)| {
            let calm = name.chars().any(char::is_lowercase);
            (
                full(name),
                calm,
                readings.len(),
                name.chars().count(),
                Reverse(name.clone()),
            )
        })
        .map_or_else(|| UNNAMED.to_owned(), |(name, _)| name)
}

/// What most articles say; among equals the smallest.
pub(super) fn most_told<T: Ord>(told: impl Iterator<Item = (T, usize)>) -> Option<T> {
    let mut told = told.peekable();
    let first = told.next()?;
    // Most often there is nothing to choose from.
    if told.peek().is_none() {
        return Some(first.0);
    }
    let mut told_by: BTreeMap<T, BTreeSet<usize>> = BTreeMap::new();
    for (what, reading) in std::iter::once(first).chain(told) {
        told_by.entry(what).or_default().insert(reading);
    }
    let mut best: Option<(T, usize)> = None;
    for (what, readings) in told_by {
        if best.as_ref().is_none_or(|(_, most)| readings.len() > *most) {
            best = Some((what, readings.len()));
        }
    }
    best.map(|(what, _)| what)
}
