//! Titles that nobody has in the house at hand: that of a leader of a party in the house of another state, of the Vice President of a state.
//!
//! In come the mention of an office and a house, out comes yes or no. This module never finds the house of an office.

use super::super::holding::Holding;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Class, Domain};
use crate::mention::{Item, OfficeMention};
use crate::ontology::{NodeKind, Office};

impl Facts<'_, '_> {
    /// Whether the title of an office is none that somebody has in the house at hand: "its leader", "the Friendship Group under Chair A".
    pub(super) fn is_called_otherwise(
        &self,
        office: &OfficeMention,
        holding: &Holding,
        body: usize,
    ) -> bool {
        let words = &self.mentions.words;
        let title = words.text_of(&office.title);
        let before = office.words.start.saturating_sub(2);
        let group = words.is_of(before, &[Class::BodyNoun, Class::Company]);
        let other = title == "leader" || title == "Chair" && group;
        let other = other || self.leads_abroad(office, holding, body);
        let other = other || self.is_second_of_state(office, holding, body);
        other && self.bodies.entities.get(body).is_some_and(is_chamber)
    }

    /// "The guests met in the House of Tarn. Majority Leader A said": whether who leads a party or a side would do so in a house of another
    /// state, or of one out of several, that the sentence does not name.
    fn leads_abroad(&self, office: &OfficeMention, holding: &Holding, body: usize) -> bool {
        let title = self.mentions.words.small(&office.title);
        let leads = title.ends_with(" leader");
        let own = self.state_of_target(Target::Body(body));
        let houses = self.bodies.entities.iter().filter(|b| is_chamber(b));
        let mut states = houses.filter_map(|b| b.states.first());
        let several = states.any(|s| Some(*s) != own);
        let abroad = match self.home {
            Some(home) => own.is_some_and(|s| s != home),
            None => several,
        };
        leads && abroad && !self.names_house(holding, body)
    }

    /// "Vice President A visited the Congress of Tarn": whether a title before a name may be that of the second one of a state, in an article
    /// that tells of no president of the house.
    fn is_second_of_state(&self, office: &OfficeMention, holding: &Holding, body: usize) -> bool {
        let words = &self.mentions.words;
        let title = words.text_of(&office.title);
        let vice = ["Vice President", "Vice-President"].contains(&title);
        let alone = vice && office.bare() && !office.possessive && !office.plural;
        let presides = |o: &OfficeMention| {
            let own = o.bodies.iter().any(|b| self.bodies.of(*b) == Some(body));
            own && words.small(&o.title).contains("president")
        };
        let told = self.mentions.offices.iter().any(presides);
        alone && holding.rule == "office-before-name" && !told && !self.names_house(holding, body)
    }

    /// Whether the sentence of a holding names a house.
    fn names_house(&self, holding: &Holding, body: usize) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        let mut named = items.into_iter().flatten().filter_map(Item::body);
        named.any(|b| self.bodies.of(b) == Some(body))
    }

    /// "TPP Legislator A": whether letters before the title of a seat are those of a party, since nobody sits in anything else by such a title.
    pub(super) fn is_seat_of_party(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let titles = office.titles(words);
        let seat = titles
            .iter()
            .all(|t| t.domain == Domain::Chamber && t.office == Some(Office::Member));
        let title = words.small(&office.title);
        let seats = [
            "legislator",
            "lawmaker",
            "senator",
            "congress",
            "chief whip",
            "mp",
        ];
        // In an article about houses of several states nobody can say of which the letters are.
        let houses = self.bodies.entities.iter().filter(|b| is_chamber(b));
        let mut states = houses.filter_map(|b| b.states.first());
        let first = states.next();
        let one = states.all(|s| Some(s) == first);
        seat && one && !titles.is_empty() && seats.iter().any(|s| title.starts_with(s))
    }

    /// "General Secretary A": whether a title without a body is that of who leads a party, where the article names no assembly that has one.
    pub(super) fn is_of_party_secretary(&self, office: &OfficeMention) -> bool {
        let title = self.mentions.words.small(&office.title);
        let mut bodies = self.bodies.entities.iter();
        let assembly = bodies.any(|b| b.kind == NodeKind::Assembly);
        office.bare() && title == "general secretary" && !assembly
    }
}
