//! Names and ids on disk, for those who cannot stop for an error.

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::claim::{Claim, EntityIndex};
use crate::graph::fold::meetings::Company;
use crate::graph::fold::support::Witness;
use crate::graph::rivals::are_two;
use crate::identity::bounded::{Claims, Who};
use crate::identity::{Cluster, PersonName};
use crate::lexicon::Lexicon;
use crate::ontology::{NodeKind, StateCode};

/// So many names of people are kept for the next question.
const NAMES: usize = 1 << 14;

/// The clusters on disk. What cannot be read is empty at first, and an error when [`Lookup::check`] is asked.
pub(super) struct Lookup<'f> {
    who: RefCell<Who>,
    claims: RefCell<Claims<'f>>,
    names: RefCell<BTreeMap<usize, PersonName>>,
    failed: RefCell<Option<io::Error>>,
}

impl<'f> Lookup<'f> {
    pub(super) const fn new(who: Who, claims: Claims<'f>) -> Self {
        Self {
            who: RefCell::new(who),
            claims: RefCell::new(claims),
            names: RefCell::new(BTreeMap::new()),
            failed: RefCell::new(None),
        }
    }

    /// How many clusters there are.
    pub(super) fn len(&self) -> usize {
        self.who.borrow().len()
    }

    /// The cluster at a place.
    pub(super) fn cluster(&self, place: usize) -> io::Result<Cluster> {
        self.who.borrow_mut().cluster(place)
    }

    /// A claim of the reading at a place, with its words.
    pub(super) fn claim(&self, place: usize, number: usize) -> io::Result<Claim> {
        self.claims.borrow_mut().get(place, number)
    }

    /// The states that clusters are of.
    pub(super) fn states(&self) -> BTreeSet<StateCode> {
        self.who.borrow().states().clone()
    }

    /// The id of the cluster at a place.
    pub(super) fn id_of(&self, place: usize) -> io::Result<String> {
        Ok(self.who.borrow().id(place)?.to_owned())
    }

    /// Whether two places are of people whose names are surely of two.
    pub(super) fn are_two(&self, one: usize, other: usize) -> bool {
        let mut names = self.names.borrow_mut();
        if names.len() > NAMES {
            names.clear();
        }
        for place in [one, other] {
            if let Entry::Vacant(free) = names.entry(place) {
                match self.cluster(place) {
                    Ok(cluster) => {
                        free.insert(PersonName::new(&cluster.name, Lexicon::builtin()));
                    }
                    Err(error) => self.fail(error),
                }
            }
        }
        let names = names.get(&one).zip(names.get(&other));
        one != other && names.is_some_and(|(one, other)| are_two(one, other))
    }

    fn fail(&self, error: io::Error) {
        self.failed.borrow_mut().get_or_insert(error);
    }

    /// Whether all could be read.
    pub(super) fn check(&self) -> io::Result<()> {
        self.failed.borrow_mut().take().map_or(Ok(()), Err)
    }
}

impl Company for Lookup<'_> {
    fn id(&self, place: usize) -> String {
        self.id_of(place).unwrap_or_else(|error| {
            self.fail(error);
            String::new()
        })
    }

    fn cluster(
        &self,
        of: Witness<'_>,
        entity: EntityIndex,
        fits: fn(NodeKind) -> bool,
    ) -> Option<usize> {
        self.who.borrow().of(of.place, entity, fits)
    }
}
