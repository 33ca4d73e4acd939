//! Of which body or state a delegation is.
//!
//! In comes the word for a delegation, out comes whose it is. This module never says who belongs to a delegation.

use super::{Facts, Target};
use crate::lexicon::Class;
use crate::mention::{Item, Words};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

impl Facts<'_, '_> {
    /// Of what a delegation is: the body or state at its word, else the one of which the article speaks as a delegation
    /// before, else the chamber or state of the one who leads it. `delegation` is the sentence and item of the word.
    pub(in crate::rule::en) fn delegation_of(
        &self,
        person: usize,
        delegation: (usize, usize),
    ) -> Option<Target> {
        let (sentence, at) = delegation;
        let items = self.mentions.items.get(sentence)?;
        // "MPs of the Parliament of Uganda, led by A": the words of several who sit in a house name it.
        let several = items.get(at).and_then(Item::office);
        let several = several.and_then(|o| self.mentions.offices.get(o));
        if let Some(office) = several.filter(|o| o.plural) {
            let house = office.bodies.first().and_then(|b| self.bodies.of(*b));
            let state = office.states.first().copied().or(self.state_of(person));
            return house.map(Target::Body).or(state.map(Target::State));
        }
        if let Some(state) = self.state_in_list(person, items, at) {
            return Some(Target::State(state));
        }
        // A body at the word decides, even where it turned out to be none of the article's bodies.
        if let Some(body) = body_behind(items, at) {
            return self.of_sender_named(person, body);
        }
        if let Some(item) = owner_before(&self.mentions.words, items, at) {
            let known = self.known_of(item, delegation);
            return known.or_else(|| self.owner(item));
        }
        let from = items
            .get(at + 1)
            .is_some_and(|i| i.is_any(&[Class::Of, Class::From]));
        let behind = self.state_behind(items, at).filter(|_| from);
        let sent = behind
            .or_else(|| self.sent_by(items, at))
            .map(Target::State);
        if let Some(sender) = sent.or_else(|| self.came_as(items, at)) {
            return Some(sender);
        }
        let chamber = self.first_house_of(person);
        // "A, the President of the Senate, led a delegation of Senators": that of the house.
        if chamber.is_some() && from && self.is_seat(items.get(at + 2)) {
            return chamber;
        }
        if let Some(assembly) = self.assembly_of(person) {
            return Some(assembly);
        }
        // "A Chinese delegation arrived. The Speaker of Fiji led the welcoming delegation": that of Fiji.
        let own = self.state_of(person);
        let agrees = |t: &Target| {
            let state = self.state_of_target(*t);
            own.is_none() || state.is_none() || state == own
        };
        self.delegation_before(delegation)
            .filter(agrees)
            .or_else(|| self.senders_before(delegation).filter(agrees))
            .or_else(|| self.of_members_before(person, sentence))
            .or_else(|| self.standing_of(person))
            .or(chamber)
            .or_else(|| self.house_of(person, items, at))
            .or_else(|| own.map(Target::State))
    }

    /// "Delegations are headed as follows:": the state of the one whom the list behind the word for several delegations names.
    fn state_in_list(&self, person: usize, items: &[Item<'_>], at: usize) -> Option<StateCode> {
        let words = &self.mentions.words;
        let each = words.say(&items.get(at)?.words, &["delegations"]);
        let listed = items.last().is_some_and(|i| i.is_mark(':'));
        self.state_of(person).filter(|_| each && listed)
    }

    /// The house over which somebody presides; the assembly, where that is told first: "led by A, President of the IPU and Speaker of B".
    pub(super) fn first_house_of(&self, person: usize) -> Option<Target> {
        let own = self
            .roles
            .iter()
            .filter(|r| r.person == person && !r.former);
        let presides = own.filter(|r| {
            let assembly = matches!(r.target, Target::Body(b) if self.is_assembly(b));
            r.office == Office::Speaker || r.office == Office::Chair && assembly
        });
        presides.min_by_key(|r| r.title.start).map(|r| r.target)
    }

    /// Whether a body is an assembly of several states.
    fn is_assembly(&self, body: usize) -> bool {
        let body = self.bodies.entities.get(body);
        body.is_some_and(|b| b.kind == NodeKind::Assembly)
    }

    /// "a delegation led by the Deputy Speaker of the Seimas, A": the house in which somebody holds an office, if it is of his or her own
    /// state.
    fn house_of(&self, person: usize, items: &[Item<'_>], at: usize) -> Option<Target> {
        let state = self.state_of(person);
        let own = || {
            let roles = self.roles.iter();
            roles.filter(|r| r.person == person && !r.former)
        };
        // "Foreign Minister A, a member of the Rada, led a delegation": one of the government, and so is one of "officials".
        let governs = own().any(|r| matches!(r.target, Target::State(_)));
        if governs || !self.is_parliamentary(items, at) {
            return None;
        }
        let mut own = own().filter(|r| self.state_of_chamber(r.target).is_some());
        own.find(|r| state.is_none() || self.state_of_chamber(r.target) == state)
            .map(|r| r.target)
    }

    /// "Head of the Kenyan Division of the IPU, A, leads the delegation": what stands to be sent by a state, over which somebody presides.
    fn standing_of(&self, person: usize) -> Option<Target> {
        let standing = |r: &&super::Role| {
            let body = match r.target {
                Target::Body(body) => self.bodies.entities.get(body),
                Target::State(_) => None,
            };
            let standing = body.is_some_and(|b| b.form == Some(BodyForm::Delegation));
            r.person == person && r.office == Office::Chair && !r.former && standing
        };
        self.roles.iter().find(standing).map(|r| r.target)
    }

    /// "A delegation of the House of Commons came. The head of the British delegation": the house of that state whose delegation the article
    /// has spoken of before.
    fn known_of(&self, owner: &Item<'_>, delegation: (usize, usize)) -> Option<Target> {
        let state = owner.state()?;
        let items = self.mentions.items.get(delegation.0)?;
        let at = items
            .iter()
            .position(|i| i.words.start == owner.words.start)?;
        let definite = items.get(at.checked_sub(1)?)?;
        let definite = self.mentions.words.say(&definite.words, &["the"]);
        self.house_before(state, delegation).filter(|_| definite)
    }

    /// The house of a state whose delegation the article has spoken of before `delegation`.
    pub(super) fn house_before(
        &self,
        state: StateCode,
        delegation: (usize, usize),
    ) -> Option<Target> {
        let before = self.delegation_before(delegation)?;
        (self.state_of_chamber(before) == Some(state)).then_some(before)
    }

    /// "the delegation from Nepal", "a delegation of Estonian parliamentarians", "of lawmakers from Ghana": the state close behind the word for a
    /// delegation.
    fn state_behind(&self, items: &[Item<'_>], at: usize) -> Option<StateCode> {
        let lawmakers = items.get(at + 2).is_some_and(|i| i.office().is_some())
            && items.get(at + 3).is_some_and(|i| i.is(Class::From));
        let reach = if lawmakers { at + 5 } else { at + 4 };
        let behind = items.get(at + 2..reach.min(items.len()))?;
        behind.iter().find_map(|i| self.state_told(i))
    }

    /// "Five members of the Senate came to Riga as a delegation": the house of those who came as one. "The Kenyan Branch was
    /// represented by a delegation": the body.
    fn came_as(&self, items: &[Item<'_>], at: usize) -> Option<Target> {
        let near = items.get(at.saturating_sub(2)..at)?;
        let words = &self.mentions.words;
        let stands_for = |i: &Item<'_>| words.text_of(&i.words).ends_with("represented by");
        if let Some(by) = near.iter().position(stands_for) {
            let body = (at - near.len() + by).checked_sub(1)?;
            return self.owner(items.get(body)?);
        }
        let clause = items
            .get(..at)
            .filter(|_| near.iter().any(|i| i.is(Class::As)))?;
        self.house_of_several(clause)
    }

    /// The house of the first of some items that tells of several who sit in one.
    fn house_of_several(&self, items: &[Item<'_>]) -> Option<Target> {
        items.iter().find_map(|i| {
            let office = self.mentions.offices.get(i.office()?)?;
            let body = office.bodies.first().filter(|_| office.plural)?;
            self.bodies.of(*body).map(Target::Body)
        })
    }

    /// "a high-level delegation led by the President of the Assembly, A (MP, Georgia)": the assembly over which somebody presides whose state
    /// stands in brackets.
    fn assembly_of(&self, person: usize) -> Option<Target> {
        self.people.entities.get(person)?.state?;
        let chairs = |r: &&super::Role| {
            let assembly = matches!(r.target, Target::Body(b) if self.is_assembly(b));
            r.person == person && r.office == Office::Chair && !r.former && assembly
        };
        self.roles.iter().find(chairs).map(|r| r.target)
    }

    /// Whether an item tells of several who sit in a house of which nothing is said.
    pub(super) fn is_seat(&self, item: Option<&Item<'_>>) -> bool {
        let office = item.and_then(Item::office);
        let office = office.and_then(|o| self.mentions.offices.get(o));
        office
            .is_some_and(|o| o.plural && o.bare() && o.can_be(&self.mentions.words, Office::Member))
    }

    /// The body or state that an item names; none where a mention of a body is of none of the article's bodies.
    fn owner(&self, item: &Item<'_>) -> Option<Target> {
        if let Some(body) = item.body() {
            return self.bodies.of(body).map(Target::Body);
        }
        item.state().map(Target::State)
    }

    /// "Fourteen members of the Sub-Committee visited Tirana. The delegation was headed by A (Netherlands)": the body of several states
    /// of whose members the sentence before speaks, where the leader's state stands in brackets.
    fn of_members_before(&self, person: usize, sentence: usize) -> Option<Target> {
        self.people.entities.get(person)?.state?;
        let items = self.mentions.items.get(sentence.checked_sub(1)?)?;
        items.iter().take(8).find_map(|i| {
            let office = self.mentions.offices.get(i.office()?)?;
            let body = self.bodies.of(*office.bodies.first()?)?;
            let target = Target::Body(body);
            (office.plural && self.state_of_target(target).is_none()).then_some(target)
        })
    }

    /// Of what the delegation is that an article speaks of before, within three sentences.
    fn delegation_before(&self, delegation: (usize, usize)) -> Option<Target> {
        for sentence in (delegation.0.saturating_sub(3)..delegation.0).rev() {
            let items = self.mentions.items.get(sentence)?;
            let places = items.iter().enumerate();
            for (at, _) in places.filter(|(_, i)| i.is(Class::Delegation)) {
                let before = items.get(at.saturating_sub(3)..at).unwrap_or_default();
                let behind = items
                    .get(at + 1..(at + 4).min(items.len()))
                    .unwrap_or_default();
                // "takes the delegation to Ghana": where it goes is not whose it is; "host to a delegation from Ghana", "the Senate received a
                // delegation from Ghana" are of one from there.
                let apart = [
                    Class::To,
                    Class::As,
                    Class::By,
                    Class::Receive,
                    Class::Meet,
                    Class::With,
                ];
                let goes = |i: &&Item<'_>| !i.is_any(&apart);
                let before = before.iter().rev().take_while(goes);
                let behind = behind.iter().take_while(goes);
                if let Some(item) = before.chain(behind).find(|i| names_owner(i)) {
                    return self.owner(item);
                }
                // "A delegation of five members of the Senate has been to Riga".
                let of = items.get(at + 1).is_some_and(|i| i.is(Class::Of));
                let members = items.get(at + 2..(at + 5).min(items.len()));
                if let Some(house) = members
                    .filter(|_| of)
                    .and_then(|m| self.house_of_several(m))
                {
                    return Some(house);
                }
            }
        }
        None
    }
}

/// Words for several people who come from a body.
const PEOPLE: &[&str] = &[
    "envoys",
    "officials",
    "officers",
    "representatives",
    "delegates",
    "diplomats",
    "parliamentarians",
    "lawmakers",
    "legislators",
];

impl Facts<'_, '_> {
    /// "The Grand Committee pays a visit to Riga. The delegation is led by A", "hosted officials of the Assembly of Tonga": the body that
    /// travels, or of which several have come, in the sentences before one that speaks of the delegation.
    pub(super) fn senders_before(&self, delegation: (usize, usize)) -> Option<Target> {
        let definite = self
            .mentions
            .items
            .get(delegation.0)?
            .get(delegation.1.checked_sub(1)?)
            .is_some_and(|i| self.mentions.words.say(&i.words, &["the"]));
        let reach = delegation.0.saturating_sub(6)..delegation.0;
        let mut before = reach.rev().filter(|_| definite);
        before.find_map(|sentence| {
            let items = self.mentions.items.get(sentence)?;
            (0..items.len()).find_map(|at| self.sender_at(items, at))
        })
    }

    /// The body at an item where the item says that it travels, or that several of its people have come.
    fn sender_at(&self, items: &[Item<'_>], at: usize) -> Option<Target> {
        let item = items.get(at)?;
        let body = item.body()?;
        let before = |n: usize| at.checked_sub(n).and_then(|b| items.get(b));
        // "three envoys of the Association", "officials of the Assembly".
        let of = usize::from(before(1).is_some_and(|i| i.is(Class::Article))) + 1;
        let people = before(of).is_some_and(|i| i.is_any(&[Class::Of, Class::From]))
            && before(of + 1).is_some_and(|i| self.mentions.words.say(&i.words, PEOPLE));
        let next = items.get(at + 1);
        let travels = next.is_some_and(|i| i.is_any(&[Class::Visit, Class::Travel]))
            && items
                .get(at + 2..(at + 5).min(items.len()))
                .is_some_and(|near| {
                    let place = |i: &Item<'_>| i.city().is_some() || self.state_named(i).is_some();
                    near.iter().any(place)
                });
        // "A visit to the Parliament of Kenya was undertaken by the Committee".
        let by = usize::from(before(1).is_some_and(|i| i.is(Class::Article))) + 1;
        let undertakes = before(by).is_some_and(|i| i.is_any(&[Class::By, Class::Comprise]))
            && items
                .get(at.saturating_sub(12)..at)
                .is_some_and(|b| b.iter().any(|i| i.is(Class::VisitNoun)));
        // "was at the Parliament of Kenya on a visit".
        let away = next.is_some_and(|i| i.is(Class::Be))
            && items.get(at + 2).is_some_and(|i| i.is(Class::In))
            && items
                .get(at + 3..)
                .is_some_and(|b| b.iter().any(|i| i.is(Class::VisitNoun)));
        (people || travels || undertakes || away)
            .then(|| self.bodies.of(body).map(Target::Body))
            .flatten()
    }
}

/// "the Senate delegation": the item before the word for a delegation that names its owner. "visited the Shura, chairing a
/// delegation": what a comma or a verb parts from the word does not own it.
fn owner_before<'i, 'l>(
    words: &Words<'_>,
    items: &'i [Item<'l>],
    at: usize,
) -> Option<&'i Item<'l>> {
    let before = items.get(at.saturating_sub(4)..at).unwrap_or_default();
    let mut near = before.iter().rev().take_while(|i| {
        ![',', ':', '.', '–', '—'].iter().any(|m| i.is_mark(*m))
            && !is_dash(words, i)
            && !i.is_any(&[
                Class::Lead,
                Class::LedBy,
                Class::To,
                Class::In,
                // "came to Ethiopia as a delegation".
                Class::As,
                // "The Sejm received a delegation of German MPs".
                Class::Receive,
                Class::Meet,
                Class::With,
                Class::By,
                Class::CallOn,
                Class::Hold,
                Class::Visit,
                Class::Be,
                // "The Embassy in Paraguay said that the delegation".
                Class::Article,
            ])
    });
    near.find(|i| names_owner(i))
}

/// Whether an item names a body or a state, which can send a delegation.
fn names_owner(item: &Item<'_>) -> bool {
    item.body().is_some() || item.state().is_some()
}

/// The body mention close behind the word for a delegation, articles, "of" and "from" passed over.
fn body_behind(items: &[Item<'_>], at: usize) -> Option<usize> {
    let behind = items.get(at + 1..(at + 4).min(items.len()))?;
    for (n, item) in behind.iter().enumerate() {
        if let Some(body) = item.body() {
            // "of the Italian Senate's Foreign Affairs Committee": of the committee.
            let mark = items.get(at + n + 2).is_some_and(|i| i.is_mark('’'));
            let part = items.get(at + n + 3).and_then(Item::body);
            return part.filter(|_| mark).or(Some(body));
        }
        if !item.is_any(&[Class::Of, Class::Article, Class::From]) {
            return None;
        }
    }
    None
}

/// Whether an item is a hyphen that stands alone, as a dash does behind a dateline, and joins no words.
pub(super) fn is_dash(words: &Words<'_>, item: &Item<'_>) -> bool {
    item.is_mark('-') && !words.at(item.words.start).token.glued
}
