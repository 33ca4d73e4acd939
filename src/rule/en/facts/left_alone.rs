//! Titles without a body or a state by which nobody is said to hold an office of a parliament or a state: one that is known already, a form of
//! address, one of an authority or of what an acronym stands for.
//!
//! In comes the mention of an office and who bears it, out comes yes or no. This module never finds the body of an office.

use super::super::holding::{Held, Holding};
use super::title::alike;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Class, Cue, Domain, Title};
use crate::mention::{Item, OfficeMention, Zone};
use crate::ontology::Office;
use crate::text::Shape;

/// Words that begin the name of an authority, whose officers hold none in a parliament.
const AUTHORITIES: &[&str] = &[
    "ministry",
    "department",
    "directorate",
    "embassy",
    "agency",
    "institute",
    "university",
    "foundation",
];

impl Facts<'_, '_> {
    /// Whether a title tells no office of its holder: one that is known already, a form of address.
    pub(super) fn is_left_alone(&self, person: usize, office: &OfficeMention) -> bool {
        let titles = office.titles(&self.mentions.words);
        // "the member of the Committee on Finance, MP A": in a house as well.
        let seat = |t: &&Title| t.domain == Domain::Chamber && t.office == Some(Office::Member);
        let seat = titles.iter().all(seat);
        let known = |class: Office| {
            let mut roles = self.roles.iter();
            let in_house = |target: Target| match target {
                Target::Body(body) => self.bodies.entities.get(body).is_some_and(is_chamber),
                Target::State(_) => true,
            };
            roles.any(|r| {
                r.person == person && alike(r.office, class) && (!seat || in_house(r.target))
            })
        };
        let known = titles.iter().filter_map(|t| t.office).any(known);
        known
            || self.is_of_party_secretary(office)
            || self.is_rank_of_other(person, office)
            || self.is_address(office)
            || self.is_deputy_of_state(office)
            || self.presides_elsewhere(person, office)
    }

    /// "Ambassador A, Minister of Foreign Affairs", "Ambassador A, First Deputy Secretary General of the Secretariat": whether a title is the rank of
    /// somebody whose office stands behind the name.
    fn is_rank_of_other(&self, person: usize, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let rank = office.bare() && words.text_of(&office.title) == "Ambassador";
        let high = [
            Office::Minister,
            Office::SecretaryGeneral,
            Office::HeadOfGovernment,
            Office::HeadOfState,
        ];
        let other = |h: &Holding| {
            let Held::Office { mention, .. } = h.held else {
                return false;
            };
            let own = self.people.of(h.person) == Some(person);
            let behind = h.rule == "office-after-name";
            let held = self.mentions.offices.get(mention);
            let high = held.is_some_and(|o| high.iter().any(|class| o.can_be(words, *class)));
            own && behind && high
        };
        rank && self.holdings.iter().any(other)
    }

    /// "A, President of the National Institute, spoke. President A": whether a president is told elsewhere to be one of something that nobody
    /// knows, and so none of a state.
    fn presides_elsewhere(&self, person: usize, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let president = |o: &OfficeMention| words.small(&o.title) == "president";
        let of_other = |o: &OfficeMention| president(o) && (o.foreign || !o.bodies.is_empty());
        president(office)
            && office.bare()
            && self.holdings.iter().any(|h| {
                let Held::Office { mention, .. } = h.held else {
                    return false;
                };
                let own = self.people.of(h.person) == Some(person);
                own && self.mentions.offices.get(mention).is_some_and(of_other)
            })
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
            || self.is_in_list_of_officers(office, holding, OTHERS)
    }

    /// "President – A", above "Vice-Presidents – B and C": whether a line with nothing but a title and a name stands beside one of another officer
    /// of the same body.
    fn is_in_list_of_officers(
        &self,
        office: &OfficeMention,
        holding: &Holding,
        others: &[&str],
    ) -> bool {
        let words = &self.mentions.words;
        let sentences = &words.sentences;
        let opens = |sentence: usize| {
            let first = self.mentions.items.get(sentence)?.first()?.office()?;
            self.mentions.offices.get(first)
        };
        let dashed = |o: &OfficeMention| {
            let behind = words.at(o.words.end).token.shape;
            matches!(behind, Shape::Mark('–' | '—' | '-' | ':'))
        };
        let own = sentences
            .get(holding.sentence)
            .is_some_and(|s| s.words.start == office.words.start);
        let near = [holding.sentence.checked_sub(1), Some(holding.sentence + 1)];
        let mut near = near.into_iter().flatten().filter_map(opens);
        own && office.bare()
            && dashed(office)
            && near.any(|o| {
                let title = words.small(&o.words);
                dashed(o) && others.iter().any(|t| title.starts_with(t))
            })
    }

    /// "A, MP - Chairperson", in a list of members, "Present: A (Chairperson), B and C": whether a title behind a name of a list is that of who chairs some committee that the list
    /// does not name, and not the one of a house.
    pub(super) fn is_chair_in_list(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let words = &self.mentions.words;
        let item = words.sentences.get(holding.sentence);
        let bracket = words.before(office.words.start).token.shape == Shape::Mark('(');
        let listed = item.is_some_and(|s| s.zone == Zone::Item) || bracket;
        let title = words.small(&office.title);
        listed && office.bare() && title.starts_with("chair") && holding.rule == "office-after-name"
    }

    /// "Vice President A", where a Speaker presides: whether a title is of no house whose presiding officer the article calls Speaker, since such
    /// a house has Deputy Speakers.
    pub(super) fn is_vice_president_beside_speaker(
        &self,
        office: &OfficeMention,
        body: usize,
    ) -> bool {
        let title = self.mentions.words.small(&office.title);
        let vice = title.starts_with("vice") && title.contains("president");
        let state = self.state_of_target(Target::Body(body));
        let speakers = |o: &OfficeMention| {
            let own = o.bodies.iter().any(|b| self.bodies.of(*b) == Some(body));
            let home = o.bare() && state.is_some() && state == self.home;
            self.says_speaker(o) && (own || home)
        };
        // "President of the House of Councillors", beside the Speaker of the lower house.
        let presidents = |o: &OfficeMention| {
            let title = self.mentions.words.small(&o.title);
            let own = o.bodies.iter().any(|b| self.bodies.of(*b) == Some(body));
            own && title.starts_with("president")
        };
        let mut offices = self.mentions.offices.iter();
        vice && !office.possessive
            && offices.any(speakers)
            && !self.mentions.offices.iter().any(presidents)
    }

    /// "Vice President of the Republic": whether the words of a title say that it is one of the state, which presides over no house.
    fn is_deputy_of_state(&self, office: &OfficeMention) -> bool {
        let words = self.mentions.words.small(&office.words);
        let deputy = words.starts_with("vice") && words.contains("president");
        let state = [
            " of the republic",
            " of the nation",
            " of the state",
            " of state",
            " of the country",
        ];
        // "Vice President and Minister of Foreign Affairs A".
        let next = office.words.end..office.words.end + 2;
        let governs = self
            .mentions
            .words
            .say(&next, &["and minister", "and foreign"]);
        deputy && (governs || state.iter().any(|s| words.ends_with(s)))
    }

    /// "Chief Tarn Mensah", but not "IPU Chief A": whether a title is a form of address, with no body named right before it.
    fn is_address(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let owned = words.before(office.words.start).token.shape.is_capital();
        words.text_of(&office.words) == "Chief" && !owned
    }

    /// Whether a capitalised word that we do not know stands right before the title, which is then an office of something
    /// else: "OSCE Chairperson".
    pub(super) fn unknown_owner(&self, office: &OfficeMention) -> bool {
        let letters = self.is_behind_acronym(office) && !self.is_seat_of_party(office);
        letters || self.is_of_authority(office)
    }

    /// "FIFA President", "PA President": whether capitals that are no form of address stand right before a title that is not in capitals.
    pub(super) fn is_behind_acronym(&self, office: &OfficeMention) -> bool {
        let words = &self.mentions.words;
        let place = office.words.start;
        let before = words.before(place).token;
        let upper = before.shape == Shape::Upper && before.span.of(words.text).len() > 1;
        let shouted = words.at(place).token.shape == Shape::Upper;
        let address = || words.is_address(place.saturating_sub(1));
        // "Turkic States Organization (TDT) Secretary General A".
        let close = before.shape == Shape::Mark(')') && place > 2;
        let inside = words.at(place.saturating_sub(2)).token;
        let letters = inside.shape == Shape::Upper && inside.span.of(words.text).len() > 2;
        let opened = words.at(place.saturating_sub(3)).token.shape == Shape::Mark('(');
        let bracket = close && letters && opened;
        // "Arab League Secretary-General A".
        let league = words.say(&(place.saturating_sub(1)..place), &["league", "union"])
            && words.before(place).token.shape == Shape::Capital;
        (upper || bracket) && !shouted && !address() || league
    }

    /// "President A of Poland": whether a state stands behind "of" right behind the name of a holder.
    pub(super) fn is_of_state_behind(&self, holding: &Holding) -> bool {
        let words = &self.mentions.words;
        let name = self.mentions.people.get(holding.person);
        name.is_some_and(|m| {
            let of = words.text_of(&(m.words.end..m.words.end + 1));
            of == "of" && m.state.is_some()
        })
    }

    /// "handed over a letter from President A", "met President A of the football federation": whether a title of a state is told of somebody whose
    /// state the context does not tell: a sender, who is elsewhere, or the president of something unknown.
    pub(super) fn is_of_elsewhere(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let words = &self.mentions.words;
        let start = office.words.start;
        let sends = start > 1 && words.are_cue(&(start - 2..start), Cue::Sender);
        let items = self.mentions.items.get(holding.sentence);
        let item = |n: usize| items.and_then(|i| i.get(n));
        let end = holding.cover.end;
        let article = usize::from(item(end + 1).is_some_and(|i| i.is(Class::Article)));
        let other = |i: &Item<'_>| {
            let named = i.state().is_some() || i.body().is_some() || i.person().is_some();
            !named
                && !words.say(
                    &i.words,
                    &[
                        "republic",
                        "country",
                        "state",
                        "house",
                        "parliament",
                        "assembly",
                        "senate",
                    ],
                )
        };
        let of = item(end).is_some_and(|i| i.is(Class::Of));
        let unknown = of && article > 0 && item(end + 2).is_some_and(other);
        let president = words.text_of(&office.title) == "President";
        office.bare() && (sends || unknown && president)
    }

    /// "Ministry of Foreign Affairs Director General": whether the name of an authority stands right before a title.
    fn is_of_authority(&self, office: &OfficeMention) -> bool {
        /// How many words the name may have.
        const LONGEST: usize = 8;
        let words = &self.mentions.words;
        let start = office.words.start;
        let linked = ["of", "and", "for", "the"];
        let name = |w: &usize| {
            let text = words.text_of(&(*w..w + 1));
            words.at(*w).token.shape.is_capital() || linked.contains(&text)
        };
        let mut before = (start.saturating_sub(LONGEST)..start)
            .rev()
            .take_while(name);
        before.any(|w| words.say(&(w..w + 1), AUTHORITIES))
    }
}

impl Facts<'_, '_> {
    /// "deputy leader of the delegation of the Senate": whether an office is that of the second in a delegation, who is no deputy of the house.
    pub(super) fn is_second_of_delegation(&self, mention: usize) -> bool {
        let words = &self.mentions.words;
        let Some(office) = self.mentions.offices.get(mention) else {
            return false;
        };
        let title = words.small(&office.title);
        let second = ["deputy", "vice", "assistant"];
        let behind = office.title.end..office.title.end + 4;
        let behind = words.small(&behind);
        let of_delegation = ["of the delegation", "of delegation", "of its delegation"];
        second.iter().any(|s| title.starts_with(s))
            && of_delegation.iter().any(|d| behind.starts_with(d))
    }
}
