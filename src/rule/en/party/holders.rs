//! Who holds the office that words without a name tell: "the Speaker", "the President of Uzbekistan".
//!
//! In comes the mention of an office, out come all of its holders. This module never says which of several is meant.

use super::super::facts::Target;
use super::Parties;
use crate::lexicon::{Domain, Title};
use crate::mention::OfficeMention;
use crate::ontology::{NodeKind, Office};

impl Parties<'_, '_, '_> {
    /// Those who hold the office of a mention, in the body or for the state that it names.
    pub(super) fn holders(&self, mention: &OfficeMention) -> Vec<usize> {
        let facts = self.facts;
        let mut classes = self.classes(mention);
        // "the President of Uzbekistan": of the state, and of none of its houses.
        let titles = mention.titles(&facts.mentions.words);
        let of_state = |t: &Title| t.domain == Domain::State;
        let told = mention.bodies.is_empty() && !mention.states.is_empty();
        if told && titles.iter().any(|t| of_state(t) && t.office.is_some()) {
            classes = titles
                .iter()
                .filter(|t| of_state(t))
                .filter_map(|t| t.office)
                .collect();
        }
        let named = mention.bodies.iter();
        let bodies: Vec<usize> = named.filter_map(|b| facts.bodies.of(*b)).collect();
        let member_only = classes.contains(&Office::Member) && classes.len() == 1;
        let title = facts.mentions.words.small(&mention.title);
        let speaker = title.contains("speaker");
        let fits = |person: &usize| {
            let state = facts.state_of(*person);
            let agrees =
                mention.states.is_empty() || state.is_some_and(|s| mention.states.contains(&s));
            let mut roles = facts
                .roles
                .iter()
                .filter(|r| r.person == *person && !r.former);
            agrees
                && !member_only
                && roles.any(|r| {
                    let body = bodies.is_empty()
                        || matches!(r.target, Target::Body(b) if bodies.contains(&b));
                    // "the Speaker": no chair of a committee.
                    let chair = speaker && self.chairs_commission(r.target);
                    body && !chair && classes.iter().any(|c| same_rank(*c, r.office))
                })
        };
        (0..facts.people.entities.len()).filter(fits).collect()
    }

    /// Whether an office is held in a commission.
    fn chairs_commission(&self, target: Target) -> bool {
        match target {
            Target::Body(body) => {
                let body = self.facts.bodies.entities.get(body);
                body.is_some_and(|b| b.kind == NodeKind::Commission)
            }
            Target::State(_) => false,
        }
    }
}

/// Whether a title can mean somebody who holds an office: "the chairman" may be a speaker, "the vice-president" a deputy of
/// either sort.
pub(super) fn same_rank(title: Office, held: Office) -> bool {
    use Office::{
        Chair, CoChair, DeputyChair, DeputySpeaker, HeadOfDelegation, HeadOfState, Speaker,
    };
    match title {
        Speaker | HeadOfState => held == title || title == Speaker && held == Chair,
        Chair => matches!(held, Speaker | Chair | CoChair | HeadOfDelegation),
        DeputySpeaker | DeputyChair => matches!(held, DeputySpeaker | DeputyChair),
        Office::Member
        | CoChair
        | Office::SecretaryGeneral
        | HeadOfDelegation
        | Office::HeadOfGovernment
        | Office::Minister
        | Office::Ambassador => title == held,
    }
}
