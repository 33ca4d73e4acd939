//! Titles without a body or a state by which nobody is said to hold another office: one that is known already, a form of address.
//!
//! In comes the mention of an office and who bears it, out comes yes or no. This module never finds the body of an office.

use super::super::holding::Holding;
use super::Facts;
use super::title::alike;
use crate::mention::{Item, OfficeMention, Zone};
use crate::ontology::Office;
use crate::text::Shape;

impl Facts<'_, '_> {
    /// Whether a title tells no office of its holder: one that is known already, a form of address.
    pub(super) fn is_left_alone(&self, person: usize, office: &OfficeMention) -> bool {
        let known = |class: Office| {
            let mut roles = self.roles.iter();
            roles.any(|r| r.person == person && alike(r.office, class))
        };
        let titles = office.titles(&self.mentions.words);
        let known = titles.iter().filter_map(|t| t.office).any(known);
        known || self.is_address(office) || self.is_deputy_of_state(office)
    }

    /// "The group is made up of A, president; B, vice-president; and C, secretary": whether a title in small letters behind a name stands
    /// beside those of other officers, who are all of one body, and none of a state.
    pub(super) fn is_among_officers(&self, office: &OfficeMention, holding: &Holding) -> bool {
        /// How the titles of other officers begin.
        const OTHERS: &[&str] = &["vice", "deputy", "secretary", "treasurer", "rapporteur"];
        let words = &self.mentions.words;
        let small = !words.at(office.title.start).token.shape.is_capital();
        let behind = holding.rule == "office-after-name" && small && office.bare();
        let items = self.mentions.items.get(holding.sentence);
        let other = |i: &Item<'_>| {
            let title = i.office().and_then(|o| self.mentions.offices.get(o));
            title.is_some_and(|o| {
                let text = words.text_of(&o.words);
                OTHERS.iter().any(|t| text.starts_with(t))
            })
        };
        behind && items.is_some_and(|items| items.iter().any(other))
    }

    /// "A, MP - Chairperson", in a list of members, "Present: A (Chairperson), B and C": whether a title behind a name of a list is that of who chairs some committee that the list
    /// does not name, and not the one of a house.
    pub(super) fn is_chair_in_list(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let words = &self.mentions.words;
        let item = words.sentences.get(holding.sentence);
        let bracket = words.before(office.words.start).token.shape == Shape::Mark('(');
        let listed = item.is_some_and(|s| s.zone == Zone::Item) || bracket;
        let title = words.text_of(&office.title).to_lowercase();
        listed && office.bare() && title.starts_with("chair") && holding.rule == "office-after-name"
    }

    /// "Vice President of the Republic": whether the words of a title say that it is one of the state, which presides over no house.
    fn is_deputy_of_state(&self, office: &OfficeMention) -> bool {
        let words = self.mentions.words.text_of(&office.words).to_lowercase();
        let deputy = words.starts_with("vice") && words.contains("president");
        let state = [
            " of the republic",
            " of the nation",
            " of the state",
            " of state",
            " of the country",
        ];
        deputy && state.iter().any(|s| words.ends_with(s))
    }

    /// "Chief Tarn Mensah", but not "IPU Chief A": whether a title is a form of address, with no body named right before it.
    fn is_address(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let owned = words.before(office.words.start).token.shape.is_capital();
        words.text_of(&office.words) == "Chief" && !owned
    }
}
