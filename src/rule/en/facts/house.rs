//! Which house of its parliament a title belongs to: "Senator" to the upper one, "Lord" to that of the Lords.
//!
//! In comes a title with a body, out comes whether its holder can sit there, or the other house of the same state in which one does. This
//! module never finds the body.

use std::ops::Range;

use super::super::holding::{Held, Holding};
use super::title::class_in;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Chamber, Class, House, Title};
use crate::mention::{BodyEntity, Item, Means, OfficeMention};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

impl Facts<'_, '_> {
    /// Whether the holder of a seat sits in another house than a body: a senator in no lower house and no parliament that has one
    /// house, a deputy in no upper house. Another's is meant then, that is not named.
    pub(in crate::rule::en) fn sits_elsewhere(
        &self,
        office: &OfficeMention,
        body: usize,
        seat: bool,
    ) -> bool {
        let no_senate = [Some(House::Unicameral), Some(House::Lower)];
        let house = self.house(body);
        let title = self.mentions.words.small(&office.title);
        self.is_senator(office) && (no_senate.contains(&house) || self.has_no_senators(body))
            || seat
                && ["deput", "rep", "congress"]
                    .iter()
                    .any(|t| title.starts_with(t))
                && house == Some(House::Upper)
            || self.has_no_congress(office, body)
    }

    /// "Members are Deputy A and Senator B": whether another title of a person is one of a house that the body is not.
    pub(super) fn is_senator_elsewhere(&self, person: usize, body: usize) -> bool {
        let mut own = self
            .holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person));
        own.any(|h| {
            let Held::Office { mention, .. } = h.held else {
                return false;
            };
            let office = self.mentions.offices.get(mention).filter(|o| !o.former);
            office.is_some_and(|o| self.is_senator(o) && self.sits_elsewhere(o, body, true))
        })
    }

    /// Whether a body is an upper house that nobody calls a senate, such as the House of Lords, in any of its names.
    fn has_no_senators(&self, body: usize) -> bool {
        let row = self.row_of(body).filter(|c| c.house == House::Upper);
        row.is_some_and(|chamber| {
            let own = std::iter::once(&chamber.name);
            let names = own.chain(&chamber.names).chain(&chamber.ambiguous);
            let senate = |name: &String| {
                ["senat", "сенат"]
                    .iter()
                    .any(|s| name.to_lowercase().contains(s))
            };
            !names.into_iter().any(senate)
        })
    }

    /// Whether a title is one of nobility, whose holders sit in the House of Lords and in no other house.
    pub(super) fn is_noble(&self, office: &OfficeMention) -> bool {
        let title = self.mentions.words.text_of(&office.title);
        ["Lord", "Baroness"].contains(&title)
    }

    pub(super) fn is_house_of_lords(&self, body: usize) -> bool {
        let british = self
            .bodies
            .entities
            .get(body)
            .is_some_and(|b| b.states.first().copied() == StateCode::parse("GB"));
        british && self.house(body) == Some(House::Upper)
    }

    pub(super) fn is_senator(&self, office: &OfficeMention) -> bool {
        let title = self.mentions.words.small(&office.title);
        title.starts_with("sen") && title != "senior"
    }

    /// Which house of its parliament a body is, where it is one of the table of chambers.
    fn house(&self, body: usize) -> Option<House> {
        self.row_of(body).map(|chamber| chamber.house)
    }

    /// The row of a body in the table of chambers.
    fn row_of(&self, body: usize) -> Option<&Chamber> {
        match &self.bodies.entities.get(body)?.means {
            Means::Chambers(rows) => self.mentions.words.lexicon.chamber(*rows.first()?),
            Means::Assembly(_) | Means::Named | Means::Reference => None,
        }
    }

    /// "Senator", "Deputy": a member of the upper or lower house, where the article names that of the same state.
    pub(super) fn house_of_title(&self, office: &OfficeMention, body: usize) -> Option<usize> {
        // "Deputy Chairwoman" is none of these.
        if !office.can_be(&self.mentions.words, Office::Member) {
            return None;
        }
        let title = self.mentions.words.small(&office.title);
        let lower = [
            "deput",
            "td",
            "representative",
            "rep",
            "congress",
            "mp",
            "m.p",
        ];
        let house = if title.starts_with("sen") {
            House::Upper
        } else if lower.iter().any(|t| title.starts_with(t)) && !title.contains("speaker") {
            House::Lower
        } else {
            return None;
        };
        let mut places = self.bodies.entities.iter().enumerate();
        // "Representatives A and B": of the House of Representatives, if the article names one.
        if ["representative", "representatives"].contains(&title.as_ref()) {
            let states = self.bodies.entities.get(body).map(|b| &b.states);
            let named = |(_, b): &(usize, &BodyEntity)| {
                b.name.contains("House of Representatives") && states == Some(&b.states)
            };
            let mut houses = self.bodies.entities.iter().enumerate().filter(named);
            if let (Some((house, _)), None) = (houses.next(), houses.next()) {
                return Some(house);
            }
        }
        let state = self.bodies.entities.get(body)?.states.clone();
        let fits = |(place, e): &(usize, &BodyEntity)| {
            self.house(*place) == Some(house) && e.states == state
        };
        places.find(fits).map(|(place, _)| place)
    }

    /// "A of the Riigikogu met MP B", "MPs A and B were received by the Speaker of the Riigikogu": whether a verb of meeting or travel parts
    /// somebody whose house nobody tells from those of a house, who are then the others.
    pub(super) fn is_across(&self, person: usize, holding: &Holding, body: usize) -> bool {
        let state = self
            .bodies
            .entities
            .get(body)
            .and_then(|b| b.states.first());
        let items = self.mentions.items.get(holding.sentence);
        let (Some(state), Some(items)) = (state, items) else {
            return false;
        };
        if self.names_state(person) {
            return false;
        }
        let house = self.bodies.entities.get(body).is_some_and(is_chamber);
        if house && self.is_of_other_side(holding, *state) {
            return true;
        }
        if sent_to(items, *state)
            || self.visits_house(items, *state)
            || self.arrives_in(holding, *state)
        {
            return true;
        }
        let (start, end) = (holding.cover.start, holding.cover.end);
        // "saw off the Speaker and two MPs": those who see off and those who go are of one house.
        let off = |i: &Item<'_>| self.mentions.words.text_of(&i.words).ends_with(" off");
        let parts = |i: &Item<'_>| i.is_any(PARTS) && !off(i);
        // "Speaker of the Riigikogu", "visited the Riigikogu": but not "met A in the Riigikogu".
        let of_house = |n: usize| {
            let office = items.get(n).and_then(Item::office);
            let bodies = office.and_then(|o| self.mentions.offices.get(o));
            let house = |b: &usize| {
                let entity = self.body_of(*b);
                entity.is_some_and(|e| is_chamber(e) && e.states.first() == Some(state))
            };
            let sits = |o: &OfficeMention| {
                let titles = o.titles(&self.mentions.words);
                titles.iter().any(|t| t.office.is_some())
            };
            let held = bodies.is_some_and(|o| o.bodies.iter().any(house) && sits(o));
            let visited =
                (n.saturating_sub(2)..n).any(|m| items.get(m).is_some_and(|i| i.is(Class::Visit)));
            let body = items.get(n).and_then(Item::body).filter(|_| visited);
            held || body.is_some_and(|b| house(&b))
        };
        let own = |range: Range<usize>| range.into_iter().any(of_house);
        let before = items.get(..start).and_then(|b| b.iter().rposition(parts));
        let behind = items.get(end..).and_then(|b| b.iter().position(parts));
        let near = before.map_or(0, |b| b + 1)..behind.map_or(items.len(), |b| end + b);
        // Somebody of that house stands on the same side of the verb.
        let mine = own(near.start..start) || own(end..near.end);
        let theirs =
            before.is_some_and(|b| own(0..b)) || behind.is_some_and(|b| own(end + b..items.len()));
        theirs && !mine
    }

    /// "MPs A and B have returned from a study tour of the Parliament of Rwanda": whether a house of a state is what somebody visits.
    fn visits_house(&self, items: &[Item<'_>], state: StateCode) -> bool {
        (0..items.len()).any(|n| {
            let visit = items.get(n).is_some_and(|i| i.is(Class::VisitNoun));
            let near = items
                .get(n + 1..(n + 4).min(items.len()))
                .unwrap_or_default();
            let to = near
                .first()
                .is_some_and(|i| i.is_any(&[Class::To, Class::Of]));
            let house = near.iter().filter_map(Item::body).any(|b| {
                let entity = self.body_of(b);
                entity.is_some_and(|e| is_chamber(e) && e.states.first() == Some(&state))
            });
            visit && to && house
        })
    }

    /// "Deputy Speaker A and MP B arrived in Ottawa": whether those who hold an office come to a state in its sentence, and not back to it.
    fn arrives_in(&self, holding: &Holding, state: StateCode) -> bool {
        let items = self.mentions.items.get(holding.sentence);
        let behind = items.and_then(|i| i.get(holding.cover.end..));
        let behind = behind.unwrap_or_default();
        let comes = |i: &Item<'_>| {
            let text = self.mentions.words.small(&i.words);
            i.is(Class::Travel) && text.starts_with("arrive")
        };
        let Some(at) = behind.iter().position(comes) else {
            return false;
        };
        let goal = behind.get(at + 1..(at + 3).min(behind.len()));
        let goal = goal.into_iter().flatten().find_map(|i| self.place_of(i));
        goal == Some(state)
    }

    /// "the meeting with the Speaker of the Seimas, Speaker A said": whether the same title stands right before with the body, and so is somebody
    /// else's.
    fn is_beside_its_holder(&self, office: &OfficeMention, body: usize) -> bool {
        /// How many words there may be between the two.
        const NEAR: usize = 2;
        let words = &self.mentions.words;
        let title = words.small(&office.title);
        self.mentions.offices.iter().any(|o| {
            let near =
                o.words.end <= office.words.start && office.words.start - o.words.end <= NEAR;
            let own = o.bodies.iter().any(|b| self.bodies.of(*b) == Some(body));
            near && own && words.small(&o.title) == title
        })
    }

    /// Whether a title alone says that it is one of another house than a body.
    pub(super) fn is_of_another_house(&self, office: &OfficeMention, body: usize) -> bool {
        self.is_of_other_parliament(office, body)
            || self.is_beside_its_holder(office, body)
            || self.is_vice_president_beside_speaker(office, body)
    }

    /// "MEP A", "MSP B": whether a title is one of the European or of the Scottish Parliament alone, and a body another house.
    fn is_of_other_parliament(&self, office: &OfficeMention, body: usize) -> bool {
        let title = self.mentions.words.text_of(&office.title);
        let house = self.bodies.entities.get(body);
        let scottish = ["MSP", "MSPs"].contains(&title);
        ["MEP", "MEPs"].contains(&title) && house.is_some_and(|b| !b.states.is_empty())
            || scottish && house.is_some_and(|b| !b.name.contains("Scottish"))
    }

    /// "the Friendship Group with Serbia, chaired by Deputy A": whether a body is a house of the state with which a group is that somebody
    /// leads, and which is therefore not his or her own.
    pub(super) fn is_of_partner(&self, person: usize, target: Target) -> bool {
        /// How many items before the word of leading the group may stand.
        const NEAR: usize = 3;
        let state = match target {
            Target::Body(body) => {
                let house = self.bodies.entities.get(body).filter(|b| is_chamber(b));
                house.and_then(|b| b.states.first().copied())
            }
            Target::State(_) => None,
        };
        let with = |group: &BodyEntity| {
            let pair = group.form == Some(BodyForm::FriendshipGroup);
            let mut ties = group.states.iter().map(|t| Some(*t));
            pair && group.name.contains(" with ") && ties.len() == 1 && ties.all(|t| t == state)
        };
        let mut own = self
            .holdings
            .iter()
            .filter(|h| self.people.of(h.person) == Some(person));
        state.is_some()
            && own.any(|h| {
                let items = self.mentions.items.get(h.sentence);
                let near = h.cover.start.saturating_sub(NEAR)..h.cover.end;
                let items = items.and_then(|i| i.get(near)).unwrap_or_default();
                let of_office = |i: &Item<'_>| {
                    let office = i.office().and_then(|o| self.mentions.offices.get(o));
                    office.and_then(|o| o.bodies.first().copied())
                };
                let body = |i: &Item<'_>| self.body_of(i.body().or_else(|| of_office(i))?);
                let mut bodies = items.iter().filter_map(body);
                ["body-led-by", "delegation-led-by"].contains(&h.rule) && bodies.any(with)
            })
    }

    /// "Congressman A": whether a title belongs to a congress, and the state of a body has none.
    fn has_no_congress(&self, office: &OfficeMention, body: usize) -> bool {
        let title = self.mentions.words.small(&office.title);
        let state = self
            .bodies
            .entities
            .get(body)
            .and_then(|b| b.states.first());
        let Some(state) = state.filter(|_| title.starts_with("congress")) else {
            return false;
        };
        let named = |c: &Chamber| {
            let all = std::iter::once(&c.name).chain(&c.names).chain(&c.ambiguous);
            all.into_iter().any(|name| name.contains("Congress"))
        };
        let mut chambers = self.mentions.words.lexicon.chambers_of(*state);
        !chambers.any(|(_, c)| named(c))
    }
}

/// "led a delegation to Chile": whether items send a delegation to a state, of which those who go are none.
fn sent_to(items: &[Item<'_>], state: StateCode) -> bool {
    items.windows(3).any(|three| {
        let [sent, to, goal] = three else {
            return false;
        };
        sent.is(Class::Delegation) && to.is(Class::To) && goal.state() == Some(state)
    })
}

/// Words that part those who meet or receive from those whom they do.
const PARTS: &[Class] = &[
    Class::Meet,
    Class::Receive,
    Class::CallOn,
    Class::Phone,
    Class::MeetingNoun,
    Class::Visit,
    Class::VisitNoun,
    Class::Travel,
];

impl Facts<'_, '_> {
    /// "The Assembly of the Mediterranean received members of the Maltese parliament. The Secretary General, A, told them": the assembly that
    /// an article tells of first, where it is the only one and nobody says for which state its secretary acts.
    pub(super) fn assembly_of_secretary(&self, person: usize, titles: &[&Title]) -> Option<usize> {
        /// How many sentences and headlines tell first whom an article is about.
        const LEAD: usize = 4;
        let secretary = class_in(titles, NodeKind::Chamber) == Some(Office::SecretaryGeneral);
        let member = self.rosters.iter().any(|r| r.members.contains(&person));
        if !secretary || member || self.state_of(person).is_some() {
            return None;
        }
        let assembly = |n: &usize| {
            let body = self.bodies.entities.get(*n);
            body.is_some_and(|b| b.kind == NodeKind::Assembly)
        };
        let named = self.mentions.items.iter().filter(|i| !i.is_empty());
        let named = named.take(LEAD).flatten();
        let first = named
            .filter_map(|i| self.bodies.of(i.body()?))
            .find(assembly)?;
        let mut all = (0..self.bodies.entities.len()).filter(assembly);
        all.all(|n| n == first).then_some(first)
    }
}
