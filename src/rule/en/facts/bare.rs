//! Offices whose words name neither body nor state: "the Speaker".
//!
//! In comes the mention of an office and who holds it, out comes the office in the body or state that the context gives.
//! This module never overrules what an article says of the same person in full.

use super::super::holding::Holding;
use super::title::{alike, class_in};
use super::{Facts, Target};
use crate::lexicon::{Domain, Title};
use crate::mention::{Item, Kind, Means, OfficeMention};
use crate::ontology::{NodeKind, Office, StateCode};
use crate::text::Shape;

/// How many sentences back a body may stand that an office means, where nothing else tells its state.
const REACH: usize = 6;

impl Facts<'_, '_> {
    /// The office of a title that names neither body nor state: none where the person is known to hold it, else that of
    /// the state or body of the context.
    pub(super) fn bare(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
    ) -> Option<(Office, Target)> {
        let titles = office.titles(&self.mentions.words);
        let known = |class: Office| {
            (self.roles.iter()).any(|r| r.person == person && alike(r.office, class))
        };
        if titles.iter().filter_map(|t| t.office).any(known) {
            return None;
        }
        let of_state = |t: &&&Title| t.domain == Domain::State && t.office.is_some();
        let of_body = |t: &&Title| t.domain != Domain::State && t.office.is_some();
        let has_body = titles.iter().any(of_body);
        if let Some(title) = titles.iter().find(of_state)
            && (!has_body || !office.possessive && !self.body_in_item(holding))
        {
            let class = title.office?;
            let state = self.state_for(person, class, holding)?;
            return Some((class, Target::State(state)));
        }
        if !has_body || self.unknown_owner(office) {
            return None;
        }
        let wanted = |kind: NodeKind| class_in(&titles, kind).is_some();
        let body = self.body_near(person, office, holding, &wanted)?;
        let kind = self.bodies.entities.get(body)?.kind;
        Some((class_in(&titles, kind)?, Target::Body(body)))
    }

    /// The state for which a person holds an office of a state: the person's own, else one from the context. Whom an
    /// ambassador acts for is not where the ambassador is posted.
    fn state_for(&self, person: usize, class: Office, holding: &Holding) -> Option<StateCode> {
        self.state_of(person).or_else(|| {
            if class == Office::Ambassador {
                self.other_state(self.home)
            } else {
                self.state_near(holding)
                    .or_else(|| self.state_of_last_named(holding))
                    .or(self.home)
            }
        })
    }

    /// Whether a capitalised word that we do not know stands right before the title, which is then an office of something
    /// else: "OSCE Chairperson".
    fn unknown_owner(&self, office: &OfficeMention) -> bool {
        let before = self.mentions.words.before(office.words.start);
        let text = before.token.span.of(self.mentions.words.text);
        before.token.shape == Shape::Upper && text.len() > 1
    }

    /// Whether the list item in which an office stands begins with a body.
    fn body_in_item(&self, holding: &Holding) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        items.is_some_and(|i| i.iter().take(3).any(|i| matches!(i.kind, Kind::Body(_))))
    }

    /// The body that is named nearest before an office, and fits the title and the person's state.
    fn body_near(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
        wanted: &dyn Fn(NodeKind) -> bool,
    ) -> Option<usize> {
        let items = self.mentions.items.get(holding.sentence);
        let in_sentence = || items.and_then(|i| i.iter().find_map(Item::demonym));
        let state = self
            .state_of(person)
            .or_else(|| office.states.first().copied())
            .or_else(in_sentence);
        let fits = |body: usize| {
            let entity = self.bodies.of(body)?;
            let e = self.bodies.entities.get(entity)?;
            let agrees = state.is_none_or(|s| e.states.is_empty() || e.states.contains(&s));
            let named = e.kind != NodeKind::Commission || e.means == Means::Named;
            (wanted(e.kind) && agrees && named).then_some(entity)
        };
        let bodies = self.mentions.bodies.iter().enumerate();
        let mut before: Vec<(usize, usize)> = bodies
            .filter(|(_, m)| m.words.start < office.words.start)
            .filter_map(|(n, m)| fits(n).map(|e| (m.words.start, e)))
            .collect();
        before.sort_unstable();
        let sentences = &self.mentions.words.sentences;
        let reach = sentences
            .get(holding.sentence.saturating_sub(REACH))
            .map_or(0, |s| s.words.start);
        let (at, last) = *before.last()?;
        let near = at >= reach || state.is_some();
        let only = before.iter().all(|(_, e)| *e == last);
        (near || only).then_some(last)
    }
}
