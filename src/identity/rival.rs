//! People of whom articles give a surname and an initial: they are no more than rivals of those whom a bare surname may mean.
//!
//! "Speaker Bekov" may be Aibek Bekov, unless an article tells of a speaker N. Bekov. In come names with initials, out comes whether they tell
//! of somebody else. Nobody is joined here.

use std::collections::{BTreeMap, BTreeSet};

use super::bearer::MOST;
use super::block::States;
use super::entity::Block;
use super::holding::Post;
use super::matching::{PersonName, leads_a_surname};
use crate::lexicon::Lexicon;
use crate::ontology::StateCode;

/// Names with initials, by post and by words of them in a state.
#[derive(Default)]
pub(super) struct Rivals {
    pub(super) by_post: BTreeMap<Post, Initialed>,
    pub(super) by_word: BTreeMap<(StateCode, u16), Initialed>,
}

/// Names with initials, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Initialed(BTreeSet<PersonName>);

impl Rivals {
    /// Adds somebody of a surname and an initial.
    pub(super) fn add<'p>(
        &mut self,
        written: &str,
        posts: impl IntoIterator<Item = &'p Post>,
        states: &States,
    ) {
        let name = PersonName::new(written, Lexicon::builtin());
        for post in posts {
            self.by_post.entry(*post).or_default().add(&name);
        }
        for word in name.words_begin() {
            for state in states {
                self.by_word.entry((*state, word)).or_default().add(&name);
            }
        }
    }

    /// Those of some posts and of some words.
    pub(super) fn among<'p>(
        &self,
        posts: impl IntoIterator<Item = &'p Post>,
        words: impl IntoIterator<Item = (StateCode, u16)>,
    ) -> Self {
        let by_post = posts
            .into_iter()
            .filter_map(|post| Some((*post, self.by_post.get(post)?.clone())));
        let by_word = words
            .into_iter()
            .filter_map(|word| Some((word, self.by_word.get(&word)?.clone())));
        Self {
            by_post: by_post.collect(),
            by_word: by_word.collect(),
        }
    }
}

impl Initialed {
    /// Adds a name, of which one more than can be looked at is enough.
    fn add(&mut self, name: &PersonName) {
        if self.0.len() <= MOST {
            self.0.insert(name.clone());
        }
    }

    /// Whether those that a surname may be of are not all one person: not all the one who is meant otherwise (`home`), or where nobody is, not
    /// all each other.
    pub(super) fn tells_two(&self, surname: &PersonName, home: Option<&PersonName>) -> bool {
        if self.0.len() > MOST {
            return true;
        }
        let own = self.0.iter().filter(|name| !name.is_another_than(surname));
        let own: Vec<&PersonName> = own.collect();
        if let Some(home) = home {
            return own.iter().any(|name| name.is_another_than(home));
        }
        own.iter().enumerate().any(|(at, one)| {
            let mut others = own.iter().skip(at + 1);
            others.any(|other| one.is_another_than(other))
        })
    }
}

/// Whether somebody is known by a surname and an initial only.
pub(super) fn is_initialed(block: &Block) -> bool {
    match block {
        Block::Person(scope) => {
            // "Van Dijken" is no more than a surname.
            let words = scope.name.split(' ');
            !block.is_full_person() && words.skip_while(|word| leads_a_surname(word)).count() > 1
        }
        _ => false,
    }
}
