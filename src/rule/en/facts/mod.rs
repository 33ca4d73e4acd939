//! Which office in which body or of which state: offices as mentioned become offices as held.
//!
//! In come the mentions of an article and what its sentences say of offices, out come its people and bodies with the
//! offices that connect them. This module never reads what happened, and keeps nothing between articles.

mod abroad;
mod accompanied;
mod across;
mod another;
mod bare;
mod beside;
mod called_otherwise;
mod company;
mod comprised;
mod context;
mod dateline;
mod delegation;
mod deputy;
mod elected;
mod explicit;
mod following;
mod goal;
mod ground;
mod guest;
mod holder;
mod home;
mod house;
mod journey;
mod kingdom;
mod left_alone;
mod listing;
mod membership;
mod membership_named;
mod opening;
mod origin;
mod own_house;
mod pairs;
mod rehouse;
mod resolve;
mod rival;
mod roster;
mod roster_end;
mod row_origin;
mod state_office;
mod title;

use std::ops::Range;

pub(super) use ground::Ground;
pub(super) use rival::BARE;
pub(super) use roster::Roster;

use super::holding::{Held, Holding, Times};
use crate::lexicon::{Domain, Title};
use crate::mention::{Bodies, BodyEntity, Item, Kind, Mentions, People};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

/// The body or state in which an office is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A body, by place in the list of bodies.
    Body(usize),
    /// A state.
    State(StateCode),
}

/// An office that a person of the article holds.
#[derive(Debug, Clone)]
pub struct Role {
    /// The person, by place in the list of people.
    pub person: usize,
    /// The office.
    pub office: Office,
    /// In what.
    pub target: Target,
    /// The words of the title.
    pub title: Range<usize>,
    /// Whether it is said to be over.
    pub former: bool,
    /// When it was taken and left, as far as the words tell.
    pub times: Times,
    /// The words that say it.
    pub words: Range<usize>,
    /// The rule that read it.
    pub rule: &'static str,
    /// How sure, in hundredths.
    pub confidence: u8,
}

/// The people and bodies of an article with the offices that connect them.
#[derive(Debug)]
pub struct Facts<'m, 'a> {
    /// What was found in the text.
    pub mentions: &'m Mentions<'a>,
    /// The people.
    pub people: People,
    /// The bodies.
    pub bodies: Bodies,
    /// The offices as read.
    pub holdings: Vec<Holding>,
    /// The offices as held.
    pub roles: Vec<Role>,
    /// Who is named as whose company.
    pub(super) rosters: Vec<Roster>,
    /// The state for which each person acts.
    pub states: Vec<Option<StateCode>>,
    /// From what the state of each person is known.
    pub(super) grounds: Vec<Option<Ground>>,
    /// The state that the article speaks of most.
    pub home: Option<StateCode>,
    /// The state of the city in the dateline.
    pub dateline: Option<StateCode>,
    /// The states of those whom the first sentences tell to be received, and so not that of the article.
    guests: Vec<StateCode>,
}
impl<'m, 'a> Facts<'m, 'a> {
    /// Resolves the offices of an article: first those that name their body or state, then the others, for which the
    /// first ones and the context decide.
    #[must_use]
    pub fn new(mentions: &'m Mentions<'a>, holdings: Vec<Holding>) -> Self {
        let acting = super::support::supported(mentions);
        let holders: std::collections::BTreeSet<usize> =
            holdings.iter().map(|h| h.person).collect();
        let supported = |p: usize| holders.contains(&p) || acting.contains(&p);
        let people = People::group(&mentions.words, &mentions.people, &supported);
        let home = home::home(mentions, &people, &holdings);
        let bodies = Bodies::group(&mentions.words, &mentions.bodies, home);
        let states: Vec<_> = people.entities.iter().map(|e| e.state).collect();
        let mut new = Self {
            mentions,
            people,
            bodies,
            holdings,
            roles: Vec::new(),
            rosters: Vec::new(),
            grounds: vec![None; states.len()],
            states,
            home,
            dateline: dateline::dateline(mentions),
            guests: abroad::guests(mentions),
        };
        new.rosters = new.find_rosters();
        new.spread_labels();
        new.spread_origins();
        new.spread_rows();
        new.spread_counterparts();
        new.spread_others();
        new.spread_senders();
        new.spread_to_heads();
        new.spread_sides();
        new.note_grounds(Ground::Words);
        new.rehouse_by_person();
        new.settle_rivals();
        new.resolve(true);
        new.drop_offices_of_hosts();
        new.spread_states();
        new.note_grounds(Ground::Office);
        new.spread_company();
        new.note_grounds(Ground::Company);
        new.resolve_leads();
        new.spread_states();
        new.spread_company();
        new.note_grounds(Ground::Lead);
        new.resolve(false);
        new.drop_rivals();
        new.spread_states();
        new.spread_pairs();
        new.spread_company();
        new.note_grounds(Ground::Context);
        new.drop_lower();
        new.drop_letters();
        new
    }

    /// Gives people another state, and the offices that the context gave them in that state.
    pub(super) fn move_holders(&mut self, found: &[(usize, StateCode)]) {
        for (person, state) in found {
            self.roles
                .retain(|r| r.person != *person || r.confidence > BARE);
            if let Some(place) = self.states.get_mut(*person) {
                *place = Some(*state);
            }
        }
        self.resolve(false);
        self.drop_rivals();
        self.drop_lower();
    }

    /// Whether the words of an office of somebody name its state, or a house that no other state has.
    pub(super) fn names_state(&self, person: usize) -> bool {
        self.state_in_office(person).is_some()
    }

    /// The state for which a person acts.
    pub(super) fn state_of(&self, person: usize) -> Option<StateCode> {
        self.states.get(person).copied().flatten()
    }

    /// The body of a mention.
    pub(super) fn body_of(&self, mention: usize) -> Option<&BodyEntity> {
        self.bodies.entities.get(self.bodies.of(mention)?)
    }

    /// The state that an item names, itself or as the first one of its body.
    pub(super) fn state_named(&self, item: &Item<'_>) -> Option<StateCode> {
        if let Kind::Body(body) = item.kind {
            // "the group with Ghana in the Parliament of Estonia": of Estonia.
            let target = Target::Body(self.bodies.of(body)?);
            let first = || self.body_of(body)?.states.first().copied();
            self.state_of_target(target).or_else(first)
        } else {
            item.state()
        }
    }

    /// The state that an item names, itself, by its body or in the words of an office.
    pub(in crate::rule::en) fn state_told(&self, item: &Item<'_>) -> Option<StateCode> {
        let Kind::Office(office) = item.kind else {
            return self.state_named(item);
        };
        let office = self.mentions.offices.get(office)?;
        let of_body = || {
            let mut bodies = office.bodies.iter().filter_map(|b| self.body_of(*b));
            bodies.find_map(|b| b.states.first().copied())
        };
        office.states.first().copied().or_else(of_body)
    }

    /// The state of a target: of a state itself, else of a chamber or parliament; a commission or assembly has none.
    pub(super) fn state_of_target(&self, target: Target) -> Option<StateCode> {
        match target {
            Target::State(state) => Some(state),
            Target::Body(body) => self.state_of_chamber(target).or_else(|| {
                // A committee is of the one state of its chamber, and so is a friendship group of one chamber, with whomever; what
                // ties two chambers is of none.
                let body = self.bodies.entities.get(body)?;
                let commission = body.kind == NodeKind::Commission;
                // "the All-Party Group on Bangladesh" is of another state, which it has no need to name.
                // "the group on cooperation with the Cuban parliament" ties nothing but its partner.
                let mut joins = home::BEFORE_PARTNER.iter();
                let behind = joins.find_map(|j| Some(body.name.split_once(j)?.1));
                let named = |tie: &usize| {
                    let tie = self.bodies.entities.get(*tie);
                    tie.is_some_and(|t| behind.is_some_and(|b| b.contains(&t.name)))
                };
                // "the Parliament's Delegation for relations with Japan" is none of Japan's.
                let forms = [Some(BodyForm::FriendshipGroup), Some(BodyForm::Delegation)];
                let partner =
                    forms.contains(&body.form) && behind.is_some() && body.ties.iter().all(named);
                // "the Committee on the European Union": what it is about.
                let union = body.states.iter().all(|s| s.as_str() == "EU");
                match (body.states.as_slice(), body.ties.as_slice()) {
                    _ if !commission || partner => None,
                    ([_], _) if union => None,
                    ([state], _) => Some(*state),
                    (_, [chamber]) => self.state_of_chamber(Target::Body(*chamber)),
                    _ => None,
                }
            }),
        }
    }

    /// Whether a body is of no one state: an assembly, or a commission of one.
    pub(super) fn is_of_several_states(&self, target: Target) -> bool {
        self.state_of_target(target).is_none()
    }

    /// The state of a target that is a chamber or parliament.
    fn state_of_chamber(&self, target: Target) -> Option<StateCode> {
        let Target::Body(body) = target else {
            return None;
        };
        let body = self.bodies.entities.get(body).filter(|e| is_chamber(e))?;
        body.states.first().copied()
    }

    /// A seat is not told beside a higher office in the same body, nor one in a chamber beside an office in its parliament.
    fn drop_lower(&mut self) {
        let higher: Vec<(usize, Target, Option<StateCode>)> = self
            .roles
            .iter()
            .filter(|r| {
                r.office != Office::Member && r.office != Office::HeadOfDelegation && !r.former
            })
            .map(|r| (r.person, r.target, self.state_of_chamber(r.target)))
            .collect();
        let covered = |r: &Role| {
            let own = self.state_of_chamber(r.target);
            higher.iter().any(|(person, target, state)| {
                let of_state = state.is_some() && *state == own && r.rule == "letters-after-name";
                *person == r.person && (*target == r.target || of_state)
            })
        };
        let kept = |r: &Role| r.office != Office::Member || !covered(r);
        let keep: Vec<bool> = self.roles.iter().map(kept).collect();
        let mut keep = keep.into_iter();
        self.roles.retain(|_| keep.next().unwrap_or(true));
    }

    /// "Milo Tarn, Member of Parliament": says no more than "MP" where the article does not name the parliament otherwise, and
    /// nobody knows of which house somebody is a member.
    fn drop_letters(&mut self) {
        let named: Vec<bool> = (0..self.bodies.entities.len())
            .map(|body| !self.is_of_letters(body))
            .collect();
        self.roles.retain(|r| match r.target {
            Target::Body(body) => named.get(body).copied().unwrap_or(true),
            Target::State(_) => true,
        });
    }

    /// Whether a body is nothing but the parliament of which "Member of Parliament" speaks.
    pub(super) fn is_of_letters(&self, body: usize) -> bool {
        let words = &self.mentions.words;
        let letters = |n: &usize| {
            self.mentions.bodies.get(*n).is_some_and(|m| {
                let before = m.words.start.saturating_sub(2)..m.words.start;
                let seat = words.say(&before, &["member of", "members of"]);
                seat && words.say(&m.words, &["parliament"])
            })
        };
        let mentions = self.bodies.entities.get(body).map(|e| &e.mentions);
        mentions.is_some_and(|m| !m.is_empty() && m.iter().all(letters))
    }

    /// Adds an office, or joins it to the entry of the same one: the surest reading counts, and it is over only where all
    /// say so.
    pub(super) fn add(&mut self, role: Role) {
        let same = |r: &&mut Role| {
            r.person == role.person && r.office == role.office && r.target == role.target
        };
        if let Some(known) = self.roles.iter_mut().find(same) {
            known.confidence = known.confidence.max(role.confidence);
            known.former &= role.former;
            known.times.join(role.times);
            return;
        }
        self.roles.push(role);
    }

    /// Gives people the state of their offices where none is known of them.
    fn spread_states(&mut self) {
        for number in 0..self.roles.len() {
            let Some((person, target)) = self.roles.get(number).map(|r| (r.person, r.target))
            else {
                continue;
            };
            let state = self.state_of_target(target);
            if let Some(place) = self.states.get_mut(person) {
                *place = place.or(state);
            }
        }
    }

    /// Whether the article shows a person as a legislator: by an office in a body, or by the title of a seat, "Senator A, from Mexico", even where
    /// nobody tells in which house.
    #[must_use]
    pub fn is_legislator(&self, person: usize) -> bool {
        let in_body = |r: &Role| r.person == person && matches!(r.target, Target::Body(_));
        let own = |h: &&Holding| self.people.of(h.person) == Some(person);
        self.roles.iter().any(in_body)
            || self.holdings.iter().filter(own).any(|h| self.is_seat_of(h))
    }

    /// Whether what somebody holds is of some house by its title alone: a seat, the chair, a place on its staff. "Delegate" and "Councillor" are
    /// words for others too.
    fn is_seat_of(&self, holding: &Holding) -> bool {
        let Held::Office { mention, .. } = holding.held else {
            return false;
        };
        let Some(office) = self.mentions.offices.get(mention) else {
            return false;
        };
        let titles = office.titles(&self.mentions.words);
        let text = self.mentions.words.small(&office.title);
        let presides = text.contains("speaker") || text.contains("clerk");
        let shared = ["deleg", "council", "representative"];
        let sits = |t: &Title| matches!(t.office, None | Some(Office::Member)) || presides;
        let seat = |t: &&Title| t.domain == Domain::Chamber && sits(t);
        let others = shared.iter().any(|s| text.starts_with(s));
        !others
            && !office.former
            && !office.foreign
            && !titles.is_empty()
            && titles.iter().all(seat)
    }
}

/// Whether a body is a chamber or a parliament.
pub(super) const fn is_chamber(body: &BodyEntity) -> bool {
    matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament)
}
