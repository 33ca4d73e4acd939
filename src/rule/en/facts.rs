//! Which office in which body or of which state: offices as mentioned become offices as held.

use super::holding::{Held, Holding};
use crate::lexicon::{Class, Domain, Title};
use crate::mention::{Bodies, Item, Kind, Means, Mentions, OfficeMention, People};
use crate::ontology::{NodeKind, Office, StateCode};

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
    pub title: std::ops::Range<usize>,
    /// Whether it is said to be over.
    pub former: bool,
    /// The words that say it.
    pub words: std::ops::Range<usize>,
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
    /// The state for which each person acts.
    pub states: Vec<Option<StateCode>>,
    /// The state that the article speaks of most.
    pub home: Option<StateCode>,
}

impl<'m, 'a> Facts<'m, 'a> {
    /// Resolves the offices of an article.
    #[must_use]
    pub fn new(mentions: &'m Mentions<'a>, holdings: Vec<Holding>) -> Self {
        let acting = super::support::supported(mentions);
        let supported = |p: usize| holdings.iter().any(|h| h.person == p) || acting.contains(&p);
        let people = People::group(&mentions.words, &mentions.people, &supported);
        let bodies = Bodies::group(&mentions.words, &mentions.bodies);
        let states = people.entities.iter().map(|e| e.state).collect();
        let home = home(mentions);
        let mut new = Self {
            mentions,
            people,
            bodies,
            holdings,
            roles: Vec::new(),
            states,
            home,
        };
        for explicit in [true, false] {
            for number in 0..new.holdings.len() {
                new.resolve(number, explicit);
            }
            new.spread_states();
        }
        new.drop_lower();
        new
    }

    /// A seat is not told beside a higher office in the same body, nor one in a chamber beside an office in its parliament.
    fn drop_lower(&mut self) {
        let state_of = |r: &Role| match r.target {
            Target::Body(b) => self
                .bodies
                .entities
                .get(b)
                .filter(|e| matches!(e.kind, NodeKind::Chamber | NodeKind::Parliament))
                .and_then(|e| e.states.first().copied()),
            Target::State(_) => None,
        };
        let higher: Vec<(usize, Target, Option<StateCode>)> = self
            .roles
            .iter()
            .filter(|r| {
                r.office != Office::Member && r.office != Office::HeadOfDelegation && !r.former
            })
            .map(|r| (r.person, r.target, state_of(r)))
            .collect();
        let keep: Vec<bool> = self
            .roles
            .iter()
            .map(|r| {
                r.office != Office::Member
                    || !higher.iter().any(|(person, target, state)| {
                        *person == r.person
                            && (*target == r.target
                                || state.is_some()
                                    && *state == state_of(r)
                                    && r.rule == "letters-after-name")
                    })
            })
            .collect();
        let mut keep = keep.into_iter();
        self.roles.retain(|_| keep.next().unwrap_or(true));
    }

    fn resolve(&mut self, number: usize, explicit: bool) {
        let Some(holding) = self.holdings.get(number).cloned() else {
            return;
        };
        let Some(person) = self.people.of(holding.person) else {
            return;
        };
        let name = self
            .mentions
            .people
            .get(holding.person)
            .map_or(0..0, |p| p.words.clone());
        let base = |office, target, title: std::ops::Range<usize>, former, confidence| Role {
            person,
            office,
            target,
            words: title.start.min(name.start)..title.end.max(name.end),
            title,
            former,
            rule: holding.rule,
            confidence,
        };
        match holding.held {
            Held::Office { mention, share } => {
                let Some(office) = self.mentions.offices.get(mention) else {
                    return;
                };
                if office.foreign || (office.bare() && !office.countries) == explicit {
                    return;
                }
                if office.countries {
                    if !explicit {
                        return;
                    }
                    let place = self.place_in_list(number, mention);
                    if let Some(state) = self.countries().get(place).copied() {
                        let office = office.title.clone();
                        self.add(base(
                            Office::HeadOfState,
                            Target::State(state),
                            office,
                            false,
                            70,
                        ));
                    }
                    return;
                }
                let found = if explicit {
                    self.explicit(office, share)
                } else {
                    self.bare(person, office, &holding)
                };
                for (class, target) in found {
                    let confidence = if explicit { 96 } else { 80 };
                    self.add(base(
                        class,
                        target,
                        office.title.clone(),
                        office.former,
                        confidence,
                    ));
                }
            }
            Held::Leads { body } if explicit => {
                let words = self
                    .mentions
                    .bodies
                    .get(body)
                    .map_or(0..0, |b| b.words.clone());
                let Some(entity) = self.bodies.of(body) else {
                    return;
                };
                let two = self
                    .holdings
                    .iter()
                    .filter(|h| h.held == holding.held)
                    .count()
                    > 1;
                let class = match self.bodies.entities.get(entity).map(|e| e.kind) {
                    Some(NodeKind::Chamber | NodeKind::Parliament) => Office::Speaker,
                    _ if two => Office::Chair,
                    _ => Office::Chair,
                };
                self.add(base(class, Target::Body(entity), words, false, 93));
            }
            Held::HeadsDelegation { delegation } if !explicit => {
                if let Some(target) = self.delegation_of(person, delegation) {
                    let words = self
                        .mentions
                        .items
                        .get(delegation.0)
                        .and_then(|i| i.get(delegation.1))
                        .map_or(0..0, |i| i.words.clone());
                    self.add(base(Office::HeadOfDelegation, target, words, false, 88));
                }
            }
            _ => {}
        }
    }

    /// The how many-th holder of an office a holding names.
    fn place_in_list(&self, number: usize, mention: usize) -> usize {
        let same = |h: &&Holding| matches!(h.held, Held::Office { mention: m, .. } if m == mention);
        self.holdings.iter().take(number).filter(same).count()
    }

    /// The two states that an article is about: the one of those who speak in it first, as protocol has it.
    fn countries(&self) -> Vec<StateCode> {
        let mut found: Vec<StateCode> = Vec::new();
        for body in &self.bodies.entities {
            if let [state] = body.states.as_slice()
                && matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament)
                && !found.contains(state)
            {
                found.push(*state);
            }
        }
        found.sort_by_key(|s| Some(*s) != self.home);
        if found.len() == 2 { found } else { Vec::new() }
    }

    pub(super) fn add(&mut self, role: Role) {
        let same = |r: &&mut Role| {
            r.person == role.person && r.office == role.office && r.target == role.target
        };
        if let Some(known) = self.roles.iter_mut().find(same) {
            known.confidence = known.confidence.max(role.confidence);
            known.former &= role.former;
            return;
        }
        self.roles.push(role);
    }

    /// The office of a title in a body or for a state that it names.
    fn explicit(&self, office: &OfficeMention, share: Option<usize>) -> Vec<(Office, Target)> {
        let titles = office.titles(&self.mentions.words);
        let mut found = Vec::new();
        let bodies: Vec<usize> = match share {
            Some(n) => office.bodies.get(n).into_iter().copied().collect(),
            None => office.bodies.clone(),
        };
        for body in bodies {
            let Some(entity) = self.bodies.of(body) else {
                continue;
            };
            let Some(kind) = self.bodies.entities.get(entity).map(|e| e.kind) else {
                continue;
            };
            if let Some(class) = class_in(&titles, kind) {
                found.push((class, Target::Body(entity)));
            }
        }
        if !found.is_empty() || !office.bodies.is_empty() {
            return found;
        }
        let states: Vec<StateCode> = match share {
            Some(n) => office.states.get(n).into_iter().copied().collect(),
            None => office.states.clone(),
        };
        for state in states
            .into_iter()
            .chain(office.side.filter(|_| office.states.is_empty()))
        {
            if let Some(title) = titles
                .iter()
                .find(|t| t.domain == Domain::State && t.office.is_some())
            {
                found.extend(title.office.map(|class| (class, Target::State(state))));
            } else if let Some(title) = titles.iter().find(|t| t.domain == Domain::Chamber) {
                let body = self.chamber_of_state(state);
                found.extend(
                    title
                        .office
                        .zip(body)
                        .map(|(class, body)| (class, Target::Body(body))),
                );
            }
        }
        found
    }

    /// The chamber or parliament of a state that the article names, where it names but one.
    fn chamber_of_state(&self, state: StateCode) -> Option<usize> {
        let of_state = |e: &&(usize, &crate::mention::BodyEntity)| {
            matches!(e.1.kind, NodeKind::Chamber | NodeKind::Parliament)
                && e.1.states.first() == Some(&state)
        };
        let all: Vec<_> = self.bodies.entities.iter().enumerate().collect();
        let mut fits = all.iter().filter(of_state);
        match (fits.next(), fits.next()) {
            (Some((place, _)), None) => Some(*place),
            _ => None,
        }
    }

    /// The office of a title that names neither body nor state: from what is known of the person, else from the context.
    fn bare(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
    ) -> Vec<(Office, Target)> {
        let titles = office.titles(&self.mentions.words);
        let known = |class: Office| {
            self.roles
                .iter()
                .any(|r| r.person == person && alike(r.office, class))
        };
        if titles.iter().filter_map(|t| t.office).any(known) {
            return Vec::new();
        }
        let state_title = titles
            .iter()
            .find(|t| t.domain == Domain::State && t.office.is_some());
        let body_title = titles
            .iter()
            .find(|t| t.domain != Domain::State && t.office.is_some());
        if let (Some(title), true) = (
            state_title,
            body_title.is_none() || !office.possessive && !self.body_in_item(holding),
        ) {
            // An unknown word stands before the title: it is an office of something that we do not know.
            let ambassador = title.office == Some(Office::Ambassador);
            let near = self
                .state_near(holding)
                .or_else(|| self.state_of_last_named(holding))
                .or(self.home);
            let state = self.states.get(person).copied().flatten().or_else(|| {
                // Whom an ambassador acts for is not where the ambassador is posted.
                if ambassador {
                    self.other_state(self.home)
                } else {
                    near
                }
            });
            return title
                .office
                .zip(state)
                .map(|(class, state)| (class, Target::State(state)))
                .into_iter()
                .collect();
        }
        if body_title.is_none() || self.unknown_owner(office) {
            return Vec::new();
        }
        let wanted = |kind: NodeKind| class_in(&titles, kind).is_some();
        let Some(body) = self.body_near(person, office, holding, &wanted) else {
            return Vec::new();
        };
        let kind = self.bodies.entities.get(body).map(|e| e.kind);
        kind.and_then(|k| class_in(&titles, k))
            .map(|class| (class, Target::Body(body)))
            .into_iter()
            .collect()
    }

    /// Whether a capitalised word that we do not know stands right before the title: "OSCE Chairperson".
    fn unknown_owner(&self, office: &OfficeMention) -> bool {
        let before = self.mentions.words.before(office.words.start);
        let text = before.token.span.of(self.mentions.words.text);
        before.token.shape == crate::text::Shape::Upper && text.len() > 1
    }

    /// Whether the list item in which an office stands begins with a body.
    fn body_in_item(&self, holding: &Holding) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        items.is_some_and(|i| i.iter().take(3).any(|i| matches!(i.kind, Kind::Body(_))))
    }

    /// The state that is named nearest before a name, in its sentence.
    fn state_near(&self, holding: &Holding) -> Option<StateCode> {
        let items = self.mentions.items.get(holding.sentence)?;
        let before = items.get(..holding.cover.start).unwrap_or_default();
        before.iter().rev().find_map(|i| match i.kind {
            Kind::Plain(_) => i.state(),
            Kind::Body(b) => self
                .bodies
                .of(b)
                .and_then(|e| self.bodies.entities.get(e))
                .filter(|e| e.states.len() == 1)
                .and_then(|e| e.states.first().copied()),
            _ => None,
        })
    }

    /// The state of the person who is named last before a name, in its sentence or the one before.
    fn state_of_last_named(&self, holding: &Holding) -> Option<StateCode> {
        let start = self.mentions.people.get(holding.person)?.words.start;
        let reach = self
            .mentions
            .words
            .sentences
            .get(holding.sentence.saturating_sub(1))
            .map_or(0, |s| s.words.start);
        let before = self
            .mentions
            .people
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start < start && m.words.start >= reach);
        let people = before.filter_map(|(n, _)| self.people.of(n));
        people
            .filter_map(|p| self.states.get(p).copied().flatten())
            .last()
    }

    /// The other state of an article about two.
    fn other_state(&self, one: Option<StateCode>) -> Option<StateCode> {
        let mut all: Vec<StateCode> = self
            .states
            .iter()
            .flatten()
            .copied()
            .chain(
                self.bodies
                    .entities
                    .iter()
                    .filter(|b| b.states.len() == 1)
                    .filter_map(|b| b.states.first().copied()),
            )
            .collect();
        all.sort_unstable();
        all.dedup();
        match all.as_slice() {
            [a, b] => Some(if Some(*a) == one { *b } else { *a })
                .filter(|_| one.is_some_and(|o| o == *a || o == *b)),
            _ => None,
        }
    }

    /// The body that is named nearest before an office, and fits the title and the person's state.
    fn body_near(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
        wanted: &dyn Fn(NodeKind) -> bool,
    ) -> Option<usize> {
        let in_sentence = || {
            self.mentions
                .items
                .get(holding.sentence)
                .and_then(|i| i.iter().find_map(Item::demonym))
        };
        let state = self
            .states
            .get(person)
            .copied()
            .flatten()
            .or_else(|| office.states.first().copied())
            .or_else(in_sentence);
        let fits = |body: usize| {
            let entity = self.bodies.of(body)?;
            let e = self.bodies.entities.get(entity)?;
            let agrees = state.is_none_or(|s| e.states.is_empty() || e.states.contains(&s));
            (wanted(e.kind)
                && agrees
                && (e.kind != NodeKind::Commission || e.means == Means::Named))
                .then_some(entity)
        };
        let start = office.words.start;
        let mut before: Vec<(usize, usize)> = self
            .mentions
            .bodies
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start < start)
            .filter_map(|(n, m)| fits(n).map(|e| (m.words.start, e)))
            .collect();
        before.sort_unstable();
        let reach = self
            .mentions
            .words
            .sentences
            .get(holding.sentence.saturating_sub(6))
            .map_or(0, |s| s.words.start);
        let near = before
            .last()
            .filter(|(at, _)| *at >= reach || state.is_some());
        near.or_else(|| {
            before.last().filter(|_| {
                before
                    .iter()
                    .all(|(_, e)| Some(e) == before.first().map(|(_, f)| f))
            })
        })
        .map(|(_, e)| *e)
    }

    /// Of what a delegation is: the body or state at its word, else the state of the one who leads it.
    pub(super) fn delegation_of(
        &self,
        person: usize,
        delegation: (usize, usize),
    ) -> Option<Target> {
        let items = self.mentions.items.get(delegation.0)?;
        let at = delegation.1;
        for near in items
            .get(at + 1..(at + 4).min(items.len()))
            .unwrap_or_default()
        {
            if let Kind::Body(body) = near.kind {
                return self.bodies.of(body).map(Target::Body);
            }
            if !near.is_any(&[Class::Of, Class::Article, Class::From]) {
                break;
            }
        }
        for near in items
            .get(at.saturating_sub(4)..at)
            .unwrap_or_default()
            .iter()
            .rev()
        {
            if let Kind::Body(body) = near.kind {
                return self.bodies.of(body).map(Target::Body);
            }
            if let Some(state) = near.state() {
                return Some(Target::State(state));
            }
        }
        let chamber = self
            .roles
            .iter()
            .find(|r| r.person == person && matches!(r.office, Office::Speaker))
            .map(|r| r.target);
        self.delegation_before(delegation).or(chamber).or_else(|| {
            self.states
                .get(person)
                .copied()
                .flatten()
                .map(Target::State)
        })
    }

    /// Of what the delegation is that an article speaks of before.
    fn delegation_before(&self, delegation: (usize, usize)) -> Option<Target> {
        for sentence in (delegation.0.saturating_sub(3)..delegation.0).rev() {
            let items = self.mentions.items.get(sentence)?;
            for (at, _) in items
                .iter()
                .enumerate()
                .filter(|(_, i)| i.is(Class::Delegation))
            {
                let near = items
                    .get(at.saturating_sub(3)..(at + 4).min(items.len()))
                    .unwrap_or_default();
                for item in near {
                    if let Kind::Body(body) = item.kind {
                        return self.bodies.of(body).map(Target::Body);
                    }
                    if let Some(state) = item.state() {
                        return Some(Target::State(state));
                    }
                }
            }
        }
        None
    }
    /// Gives people the state of their offices.
    fn spread_states(&mut self) {
        for role in &self.roles {
            let state = match role.target {
                Target::State(state) => Some(state),
                Target::Body(body) => self
                    .bodies
                    .entities
                    .get(body)
                    .filter(|e| matches!(e.kind, NodeKind::Chamber | NodeKind::Parliament))
                    .and_then(|e| e.states.first().copied()),
            };
            if let Some(place) = self.states.get_mut(role.person) {
                *place = place.or(state);
            }
        }
    }

    /// Whether an article shows a person as a legislator.
    #[must_use]
    pub fn is_legislator(&self, person: usize) -> bool {
        self.roles
            .iter()
            .any(|r| r.person == person && matches!(r.target, Target::Body(_)))
    }
}

/// Whether two offices may be two words for one: a speaker is a chairman, a president.
fn alike(a: Office, b: Office) -> bool {
    use Office::{Chair, DeputyChair, DeputySpeaker, HeadOfState, Speaker};
    a == b
        || matches!(
            (a, b),
            (Speaker | Chair, Speaker | Chair | HeadOfState)
                | (DeputySpeaker | DeputyChair, DeputySpeaker | DeputyChair)
        )
}

/// The office that a title stands for in a body of a kind.
fn class_in(titles: &[&Title], kind: NodeKind) -> Option<Office> {
    let of = |domain: Domain| {
        titles
            .iter()
            .filter(|t| t.domain == domain)
            .find_map(|t| t.office)
    };
    match kind {
        NodeKind::Chamber | NodeKind::Parliament => {
            of(Domain::Chamber).or_else(|| match of(Domain::Body).or_else(|| of(Domain::Any))? {
                Office::Chair | Office::CoChair => Some(Office::Speaker),
                Office::DeputyChair => Some(Office::DeputySpeaker),
                other => Some(other),
            })
        }
        NodeKind::Commission | NodeKind::Assembly => of(Domain::Body)
            .or_else(|| of(Domain::Any))
            .or_else(|| match of(Domain::Chamber)? {
                Office::Speaker => Some(Office::Chair),
                Office::DeputySpeaker => Some(Office::DeputyChair),
                other => Some(other),
            }),
        NodeKind::Legislator | NodeKind::Official | NodeKind::State => None,
    }
}

/// The state of the city in the dateline, else the state that the article names first.
fn home(mentions: &Mentions<'_>) -> Option<StateCode> {
    let items = mentions.items.iter().flatten();
    let city = |i: &Item<'_>| {
        i.city()
            .and_then(|row| mentions.words.lexicon.city(row))
            .and_then(|c| c.state)
    };
    let dateline = mentions
        .items
        .iter()
        .filter(|i| !i.is_empty())
        .take(3)
        .find_map(|i| i.iter().take(6).find_map(city));
    dateline
        .or_else(|| items.clone().find_map(Item::state))
        .or_else(|| mentions.items.iter().flatten().find_map(city))
}
