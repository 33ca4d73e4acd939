//! What an article shows of its people and bodies: among which words, in which places of sentences and of the text.
//!
//! In come the sentences of an article in their order, out comes for each person and body what was seen. This module weighs
//! nothing.

use std::ops::Range;

use super::super::party::governed;
use super::super::scene::Scene;
use super::traits::{Trait, Traits};
use crate::lexicon::{Class, ClassSet, Cue};
use crate::mention::{Kind, Zone};

/// How many chunks before and behind a name are taken for its surroundings.
const REACH: usize = 4;

/// How many chunks behind somebody who acts the verb may stand.
const VERB: usize = 8;

/// What people who are somewhere do there.
const ACTS: ClassSet = ClassSet::of(&[
    Class::Say,
    Class::Tell,
    Class::Meet,
    Class::Receive,
    Class::Attend,
    Class::Address,
]);

/// Words for the sitting of a body.
const SITTING: ClassSet = ClassSet::of(&[
    Class::SessionNoun,
    Class::MeetingNoun,
    Class::ConferenceNoun,
    Class::Gather,
]);

/// Words of what has not happened.
const OPEN: ClassSet = ClassSet::of(&[Class::Future, Class::Negation, Class::Wish]);

/// Words of those who speak from afar.
const AFAR: ClassSet = ClassSet::of(&[Class::Afar, Class::Letter]);

/// How many sentences, headings and items an article has at least that lets one conclude anything.
const LEAST: usize = 5;

/// What was seen of one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Sighting {
    /// The sentences in which the person is named or meant.
    pub sentences: Vec<usize>,
    /// The classes of the words in any of them.
    pub around: ClassSet,
    /// The classes that each of them has.
    pub always: ClassSet,
    /// What else was seen.
    pub traits: Traits,
    /// Whether a sentence tells more of the person than that he or she leads something: "the work of the group led by A was noted".
    pub tells_more: bool,
    /// The words of the sentence that shows best what the person does, with how well it does.
    words: Option<(u8, Range<usize>)>,
}

impl Sighting {
    /// The words of the sentence that shows best what the person does.
    pub(super) fn words(&self) -> Option<Range<usize>> {
        self.words.as_ref().map(|(_, words)| words.clone())
    }

    /// Takes in a sentence with the classes of its words.
    fn note(&mut self, sentence: usize, classes: ClassSet) {
        if self.sentences.last() == Some(&sentence) {
            return;
        }
        self.always = if self.sentences.is_empty() {
            classes
        } else {
            self.always.and(classes)
        };
        self.around = self.around.or(classes);
        self.sentences.push(sentence);
    }
}

/// What was seen of one body.
#[derive(Debug, Clone, Default)]
pub(super) struct BodySighting {
    /// The sentences that name it.
    pub sentences: Vec<usize>,
    /// The classes of the words in any of them.
    pub around: ClassSet,
    /// The classes right before and right behind its name.
    pub beside: ClassSet,
    /// What else was seen.
    pub traits: Traits,
}

impl BodySighting {
    /// Takes in a sentence with the classes of its words, and of those beside the name.
    fn note(&mut self, sentence: usize, all: ClassSet, beside: ClassSet) {
        if self.sentences.last() != Some(&sentence) {
            self.sentences.push(sentence);
        }
        self.around = self.around.or(all);
        self.beside = self.beside.or(beside);
    }
}

/// What an article shows of its people and bodies.
#[derive(Debug, Clone, Default)]
pub(in crate::rule::en) struct Sightings {
    /// By person.
    pub(super) people: Vec<Sighting>,
    /// By body.
    pub(super) bodies: Vec<BodySighting>,
    /// The classes of the words of the whole article.
    pub(super) article: ClassSet,
    /// How many sentences of running text there were so far.
    running: usize,
    /// How many sentences, headings and items there were.
    sentences: usize,
}

impl Sightings {
    /// Whether a text has too few sentences to conclude anything from it: of such a one the rules read what it says.
    pub(in crate::rule::en) const fn is_short(&self) -> bool {
        self.sentences < LEAST
    }

    /// "He remembered A, who has died": whether all sentences about somebody tell of those who are away or no more, or held office before.
    pub(in crate::rule::en) fn is_of_the_past(&self, person: usize) -> bool {
        let past = ClassSet::of(&[Class::Away, Class::Former]);
        let seen = self.people.get(person);
        seen.is_some_and(|s| s.always.meets(past))
    }

    /// "By video link from Stockholm, A joined": whether all sentences about somebody tell of those who speak from afar.
    pub(in crate::rule::en) fn is_remote(&self, person: usize) -> bool {
        let seen = self.people.get(person);
        seen.is_some_and(|s| s.always.has(Class::Remote))
    }

    /// Takes in a sentence.
    pub(in crate::rule::en) fn note(&mut self, scene: &Scene<'_, '_, '_, '_>) {
        let Some(zone) = scene.zone().filter(|z| *z != Zone::Page) else {
            return;
        };
        self.running += usize::from(zone == Zone::Body);
        self.sentences += 1;
        let all = classes(scene, 0..scene.chunks.len());
        self.article = self.article.or(all);
        let people = scene.chunks.iter().flat_map(|c| c.people.iter().copied());
        let mut named: Vec<usize> = people.collect();
        named.sort_unstable();
        named.dedup();
        // Of several people who stand in a sentence, others may be the ones who are away or write.
        let away = named.len() <= 2 && all.has(Class::Away) || named.len() == 1 && all.meets(AFAR);
        for n in 0..scene.chunks.len() {
            if !scene.people(n).is_empty() {
                let traits = self
                    .of_place(scene, n, zone, named.len())
                    .when(away, Trait::Away);
                let clear = 2 * u8::from(traits.has(Trait::Acts) && !all.meets(OPEN))
                    + u8::from(!traits.has(Trait::Delegation))
                    + u8::from(zone != Zone::Headline);
                for person in scene.people(n) {
                    let seen = entry(&mut self.people, *person);
                    seen.note(scene.sentence, all);
                    seen.traits = seen.traits.or(traits);
                    seen.tells_more |= !scene.governed_by(n, &[Class::LedBy]);
                    if seen.words.as_ref().is_none_or(|(best, _)| clear > *best) {
                        seen.words = Some((clear, scene.words(0..scene.chunks.len())));
                    }
                }
            }
            self.note_body(scene, n, zone, all);
        }
    }

    /// What the place of a party in its sentence and in the text shows.
    fn of_place(
        &self,
        scene: &Scene<'_, '_, '_, '_>,
        n: usize,
        zone: Zone,
        named: usize,
    ) -> Traits {
        let free = !governed(scene.items, &scene.chunks, n);
        let acts = free && classes(scene, n + 1..n + 1 + VERB).meets(ACTS);
        let first = (0..n).all(|m| scene.people(m).is_empty());
        let by = |classes: &[Class]| scene.governed_by(n, classes);
        self.place(zone)
            .when(zone == Zone::Item, Trait::Item)
            .when(free && first && scene.people(n).len() == 1, Trait::Subject)
            .when(acts, Trait::Acts)
            .when(!free, Trait::Governed)
            .when(by(&[Class::By]), Trait::By)
            .when(by(&[Class::Of]), Trait::Of)
            .when(by(&[Class::With, Class::Accompany]), Trait::With)
            .when(named >= 3, Trait::Among)
            .when(named >= 6, Trait::AmongMany)
            .when(named == 1, Trait::Alone)
            .when(
                scene.absent(n) || (0..n).any(|m| scene.is_cue(m, Cue::Proposed)),
                Trait::Absent,
            )
            .when(scene.is_of_another_year(), Trait::AnotherYear)
            .when(
                scene.chunks.get(n).is_some_and(|c| c.delegation),
                Trait::Delegation,
            )
            .when(scene.mark(n + 1, ')'), Trait::Bracketed)
    }

    /// Notes the body that a chunk names.
    fn note_body(&mut self, scene: &Scene<'_, '_, '_, '_>, n: usize, zone: Zone, all: ClassSet) {
        let Some(chunk) = scene.chunks.get(n) else {
            return;
        };
        let items = scene.items.get(chunk.items.clone()).unwrap_or_default();
        let bodies = items.iter().filter_map(|item| match item.kind {
            Kind::Body(mention) => scene.facts.bodies.of(mention),
            _ => None,
        });
        let mut bodies = bodies.peekable();
        if bodies.peek().is_none() {
            return;
        }
        let before = classes(scene, n.saturating_sub(REACH)..n);
        let beside = before.or(classes(scene, n + 1..n + 1 + REACH));
        let sits = beside.meets(SITTING);
        let now = sits && !all.meets(OPEN) && !scene.is_of_another_year();
        let place = self.place(zone);
        for body in bodies {
            let seen = entry(&mut self.bodies, body);
            seen.note(scene.sentence, all, beside);
            seen.traits = seen
                .traits
                .or(place)
                .when(sits, Trait::Sits)
                .when(now, Trait::SitsNow)
                .when(now && place.has(Trait::Lead), Trait::SitsInLead);
        }
    }

    /// Where in the text a sentence of a zone stands that is read now.
    const fn place(&self, zone: Zone) -> Traits {
        let body = matches!(zone, Zone::Body);
        Traits::EMPTY
            .when(matches!(zone, Zone::Headline), Trait::Headline)
            .when(body && self.running <= 1, Trait::First)
            .when(body && self.running <= 3, Trait::Lead)
    }
}

/// How few sentences lie between two lists of sentences, both in ascending order; none where one is empty.
pub(super) fn distance(one: &[usize], other: &[usize]) -> Option<usize> {
    let gaps = one
        .iter()
        .flat_map(|a| other.iter().map(move |b| a.abs_diff(*b)));
    gaps.min()
}

/// The classes of the words of some chunks.
fn classes(scene: &Scene<'_, '_, '_, '_>, range: Range<usize>) -> ClassSet {
    let chunks = range.filter_map(|n| scene.chunks.get(n));
    chunks.fold(ClassSet::EMPTY, |all, c| all.or(c.classes))
}

/// The entry of a number, made where it is not there yet.
fn entry<T: Clone + Default>(list: &mut Vec<T>, number: usize) -> &mut T {
    if list.len() <= number {
        list.resize(number + 1, T::default());
    }
    #[expect(clippy::indexing_slicing, reason = "the list was made long enough")]
    &mut list[number]
}
