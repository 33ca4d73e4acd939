//! Offices whose words name neither body nor state: "the Speaker".
//!
//! In comes the mention of an office and who holds it, out comes the office in the body or state that the context gives.
//! This module never overrules what an article says of the same person in full.

use super::super::holding::{Held, Holding};
use super::abroad::senders;
use super::title::class_in;
use super::{Facts, Target, is_chamber};
use crate::lexicon::{Class, Domain, Title};
use crate::mention::{BodyEntity, Item, Kind, Means, OfficeMention};
use crate::ontology::{BodyForm, NodeKind, Office, StateCode};

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
        let of_state = |t: &&Title| t.domain == Domain::State && t.office.is_some();
        let elsewhere = titles.iter().any(of_state) && self.is_of_elsewhere(office, holding);
        if elsewhere || self.is_left_alone(person, office) {
            return None;
        }
        let of_elected = || self.of_elected(office, holding, &titles);
        if let Some(found) = self.of_holy_see(office).or_else(of_elected) {
            return Some(found);
        }
        // "The heads of the delegations, A (Greece) and B (Malta)": each of the one of his or her own state.
        let leads = |t: &&Title| t.office == Some(Office::HeadOfDelegation);
        if office.plural && titles.iter().all(leads) {
            let state = self.state_of(person)?;
            return Some((Office::HeadOfDelegation, Target::State(state)));
        }
        if let Some(house) = self.house_called_so(office) {
            return Some((class_in(&titles, NodeKind::Chamber)?, Target::Body(house)));
        }
        if self.is_deputy_of(office) {
            return self.deputy_of(holding);
        }
        if self.is_of_organisation(office) {
            return self.in_organisation(office, &titles);
        }
        self.by_context(person, office, holding, &titles)
    }

    /// The office of a title that nothing but the context tells.
    fn by_context(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        // "committee chair A": of no house, if of no committee.
        let of_noun = self.of_noun(person, office, holding, titles);
        if of_noun.is_some() || self.is_behind_committee(office) {
            return of_noun;
        }
        let of_company = self.of_company(person, office, titles);
        if let Some(found) = of_company.or_else(|| self.of_sender(person, office, holding)) {
            return Some(found);
        }
        let of_state = |t: &&&Title| t.domain == Domain::State && t.office.is_some();
        let of_body = |t: &&Title| t.domain != Domain::State && t.office.is_some();
        let has_body = titles.iter().any(of_body);
        // "counterpart leader A": of a state only where the words say so.
        let leader = self
            .mentions
            .words
            .text_of(&office.title)
            .eq_ignore_ascii_case("leader");
        // "President A (MP, Sweden)": of an assembly, whose members the states send.
        let sent = self
            .people
            .entities
            .get(person)
            .is_some_and(|p| p.state.is_some());
        // "President A of Poland": of that state, whatever assembly is told of.
        let of_own = self.is_of_state_behind(holding);
        let sent = sent && has_body && !of_own;
        if let Some(title) = titles.iter().find(of_state).filter(|_| !leader && !sent)
            && (!has_body || !office.possessive && !self.body_in_item(holding))
            && !(has_body && self.is_among_officers(office, holding)
                || self.is_behind_acronym(office))
        {
            let class = title.office?;
            if self.is_shared_by_states(office, class) {
                return None;
            }
            let state = self.state_for(person, class, holding);
            let state = if self.is_king(office) {
                self.kingdom(state)?
            } else {
                state.filter(|s| !self.is_no_office_of(office, class, *s))?
            };
            return Some((class, Target::State(state)));
        }
        if !has_body || self.unknown_owner(office) || self.is_of_none(office, holding) {
            return None;
        }
        if let Some(found) = self.of_house_of_head(person, office, titles) {
            return Some(found);
        }
        self.of_body_near(person, office, holding, titles)
    }

    /// "MP", "Senator", "Vice Speaker": the office in the body that is named near it, where the title fits that body and a holder
    /// of it can sit there.
    fn of_body_near(
        &self,
        person: usize,
        office: &OfficeMention,
        holding: &Holding,
        titles: &[&Title],
    ) -> Option<(Office, Target)> {
        // "MP", "Senator": a seat is one in a chamber, never in a commission.
        let seat = titles
            .iter()
            .all(|t| t.domain == Domain::Chamber && t.office == Some(Office::Member));
        // "Vice Speaker": of a house, however near a friendship group stands.
        let speaker = self.says_speaker(office);
        let wanted = |body: &BodyEntity| {
            let house = matches!(body.kind, NodeKind::Chamber | NodeKind::Parliament);
            // "Chair of the Committee A and Secretary General B": a committee, or a delegation to an assembly, has none.
            let staff = body.kind == NodeKind::Commission
                && body.form != Some(BodyForm::FriendshipGroup)
                && class_in(titles, body.kind) == Some(Office::SecretaryGeneral);
            (house || !speaker && !seat) && !staff && class_in(titles, body.kind).is_some()
        };
        let body = self
            .assembly_of_secretary(person, titles)
            .or_else(|| self.body_near(person, office, holding, &wanted))?;
        let body = self.house_of_title(office, body).unwrap_or(body);
        let presides = class_in(titles, NodeKind::Chamber) == Some(Office::Speaker);
        // "the visit of Speaker A to Ghana": of no house there.
        let own = self.state_of_target(Target::Body(body));
        if own.is_some_and(|s| self.goes_to(holding, s))
            || self.is_across(person, holding, body)
            || self.is_of_another_house(office, body)
            || self.is_of_guests(person, body, presides)
        {
            return None;
        }
        if self.is_called_otherwise(office, holding, body) {
            return None;
        }
        let noble = self.is_noble(office) && !self.is_house_of_lords(body);
        let among = self.is_among_officers(office, holding);
        let of_state = || self.may_be_of_state(person, holding, titles, body);
        if noble || !among && !office.possessive && of_state() {
            return None;
        }
        if self.sits_elsewhere(office, body, seat) || self.is_senator_elsewhere(person, body) {
            return None;
        }
        let body = self.assembly_of_bureau(office, body).unwrap_or(body);
        let kind = self.bodies.entities.get(body)?.kind;
        Some((class_in(titles, kind)?, Target::Body(body)))
    }

    /// "hosted a delegation from the Parliament of Albania ... met MP A": whether a body is the house of guests, among whom nobody names the
    /// person, and the article tells of no other house.
    fn is_of_guests(&self, person: usize, body: usize, presides: bool) -> bool {
        let house = self.bodies.entities.get(body).filter(|b| is_chamber(b));
        let state = house.and_then(|b| b.states.first());
        // "LUANDA. A delegation from Ghana was received by Speaker A": who presides is at home.
        let sent = |s: &StateCode| {
            presides && self.dateline.is_some() && senders(self.mentions).contains(s)
        };
        let received =
            state.is_some_and(|s| self.home != Some(*s) && (self.guests.contains(s) || sent(s)));
        let leads = self.holdings.iter().any(|h| {
            let own = self.people.of(h.person) == Some(person);
            own && matches!(h.held, Held::HeadsDelegation { .. })
        });
        let member = self.rosters.iter().any(|r| r.members.contains(&person));
        received && self.state_of(person).is_none() && !leads && !member
    }

    /// "President A, Vice President B": where a title may be one of a state too, a house of another state than the article's that the
    /// sentence does not name is not meant.
    fn may_be_of_state(
        &self,
        person: usize,
        holding: &Holding,
        titles: &[&Title],
        body: usize,
    ) -> bool {
        let of_state = titles.iter().any(|t| t.domain == Domain::State);
        let abroad = self.home.is_some() && !self.is_house_of_home(body);
        let items = self.mentions.items.get(holding.sentence);
        let is_it = |i: &Item<'_>| i.body().is_some_and(|b| self.bodies.of(b) == Some(body));
        let named = items.is_some_and(|all| all.iter().any(is_it));
        of_state && abroad && !named && !self.names_state(person)
    }

    /// "Mexican Senators ... Senators A and B": the only state that the article names with the same title before.
    fn state_of_like(&self, office: &OfficeMention) -> Option<StateCode> {
        let before = self
            .mentions
            .offices
            .iter()
            .filter(|o| o.words.start < office.words.start && o.plural && !o.states.is_empty());
        let mut states = before
            .filter(|o| o.rows.iter().any(|r| office.rows.contains(r)))
            .flat_map(|o| o.states.iter().copied());
        let first = states.next()?;
        states.all(|s| s == first).then_some(first)
    }

    /// Whether a title is one of no house: of the members of a delegation, or of who chairs a committee that a list does not name.
    fn is_of_none(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let chairs = self.is_chair_in_list(office, holding) && !self.body_in_item(holding);
        chairs || self.is_of_delegation(office, holding)
    }

    /// "Its members", behind a sentence about a delegation: who belongs to it holds no office by that.
    fn is_of_delegation(&self, office: &OfficeMention, holding: &Holding) -> bool {
        let words = self.mentions.words.small(&office.words);
        let sends = |sentence: usize| {
            let items = self.mentions.items.get(sentence);
            items.is_some_and(|items| items.iter().any(|i| i.is(Class::Delegation)))
        };
        // "The delegation included members A and B".
        let bare = ["members", "delegates"].contains(&words.as_ref()) && sends(holding.sentence);
        // "Other members are A and B".
        let start = office.words.start;
        let other = start > 0 && self.mentions.words.say(&(start - 1..start), &["other"]);
        let rest =
            words == "its members" || words == "other members" || other && words == "members";
        bare || rest && sends(holding.sentence.saturating_sub(1))
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
        wanted: &dyn Fn(&BodyEntity) -> bool,
    ) -> Option<usize> {
        let state = self
            .state_of(person)
            .or_else(|| office.states.first().copied())
            .or_else(|| self.state_of_like(office));
        let fits = |body: usize| {
            let entity = self.bodies.of(body)?;
            let e = self.bodies.entities.get(entity)?;
            // "the Greek-Serbian Group of the Hellenic Parliament" is one of Greece alone.
            let own = self.state_of_target(Target::Body(entity));
            let agrees = state.is_none_or(|s| match own {
                Some(own) => own == s,
                // "A MP (South Africa)", beside "the House of Assembly of Imo State", of which no table knows the state.
                None => e.states.is_empty() && !is_chamber(e) || e.states.contains(&s),
            });
            let named = e.kind != NodeKind::Commission || e.means == Means::Named;
            // "British MP", beside the Scottish Parliament.
            let regional = is_chamber(e) && e.means == Means::Named && !office.states.is_empty();
            let named = named && !regional;
            (wanted(e) && agrees && named).then_some(entity)
        };
        let bodies = self.mentions.bodies.iter().enumerate();
        let mut before: Vec<(usize, usize)> = bodies
            .filter(|(n, m)| m.words.start < office.words.start && self.is_told(*n))
            .filter(|(_, m)| state.is_some() || !self.is_where_a_group_is(m.words.start))
            .filter(|(n, _)| !self.is_inside(*n, &|outer| fits(outer).is_some()))
            .filter_map(|(n, m)| fits(n).map(|e| (m.words.start, e)))
            .collect();
        before.sort_unstable();
        let of_meeting = self
            .house_of_meeting(holding, &before)
            .filter(|_| state.is_none());
        let home = || self.house_of_home(office, holding, state, &before);
        if let Some(home) = of_meeting.or_else(home) {
            return Some(home);
        }
        let sentences = &self.mentions.words.sentences;
        let reach = sentences
            .get(holding.sentence.saturating_sub(REACH))
            .map_or(0, |s| s.words.start);
        // A house that is named only later is meant where nothing before fits.
        if before.is_empty() {
            let bodies = self.mentions.bodies.iter().enumerate();
            let mut behind = bodies.filter_map(|(n, _)| fits(n));
            return behind.find(|e| {
                let body = self.bodies.entities.get(*e);
                state.is_some() && body.is_some_and(is_chamber) || self.is_house_of_home(*e)
            });
        }
        let (at, last) = *before.last()?;
        let near = at >= reach || state.is_some();
        let only = before.iter().all(|(_, e)| *e == last);
        (near || only).then_some(last)
    }

    /// "House leaders welcome guests of the House of New Zealand": before the house of another state is named in full, a bare word is
    /// none of that.
    fn is_told(&self, number: usize) -> bool {
        let (Some(mention), Some(entity)) =
            (self.mentions.bodies.get(number), self.body_of(number))
        else {
            return true;
        };
        let full = |n: &usize| {
            let other = self.mentions.bodies.get(*n);
            other.is_some_and(|m| m.words.len() > 1 && m.words.start <= mention.words.start)
        };
        let abroad = self.home.is_some_and(|h| !entity.states.contains(&h));
        let shared = match &mention.means {
            Means::Chambers(rows) => rows.len() > 1,
            Means::Assembly(_) | Means::Named => false,
            Means::Reference => true,
        };
        let bare = mention.words.len() == 1 && shared && is_chamber(entity);
        !(abroad && bare) || entity.mentions.iter().any(full)
    }

    /// "chair of the Taiwan Friendship Group in the Chamber of Brazil": whether a house is only told as where the group is of which
    /// somebody else is an officer.
    fn is_where_a_group_is(&self, start: usize) -> bool {
        let words = &self.mentions.words;
        let mut offices = self.mentions.offices.iter();
        offices.any(|o| {
            let gap = o.words.end..start;
            o.words.end < start && !o.bodies.is_empty() && words.say(&gap, &["in", "in the"])
        })
    }

    /// "the Economic Committee of the Riigikogu": whether a mention of a body stands in the name of another that fits.
    fn is_inside(&self, mention: usize, fits: &dyn Fn(usize) -> bool) -> bool {
        let Some(inner) = self.mentions.bodies.get(mention) else {
            return false;
        };
        let mut all = self.mentions.bodies.iter().enumerate();
        all.any(|(n, outer)| {
            let wider = outer.words.len() > inner.words.len();
            let around =
                outer.words.start <= inner.words.start && inner.words.end <= outer.words.end;
            wider && around && fits(n)
        })
    }

    /// Who is told without a house is of that of the country from which the article comes, unless the sentence names another
    /// or the office is that of something named just before: "its Chairman". `before` are the bodies that fit, in the order
    /// of the text.
    fn house_of_home(
        &self,
        office: &OfficeMention,
        holding: &Holding,
        state: Option<StateCode>,
        before: &[(usize, usize)],
    ) -> Option<usize> {
        let words = &self.mentions.words;
        let titles = office.titles(words);
        let of_chamber = titles.iter().any(|t| t.domain == Domain::Chamber);
        let its = words.small(&office.words).starts_with("its ");
        if state.is_some() || !of_chamber || its {
            return None;
        }
        let start = words
            .sentences
            .get(holding.sentence)
            .map_or(0, |s| s.words.start);
        // "A, chair of a group in the Chamber of B, Speaker C": a house that stands in somebody's office is that one's.
        let inside = |at: usize| self.mentions.offices.iter().any(|o| o.words.contains(&at));
        let here = before.iter().any(|(at, _)| *at >= start && !inside(*at));
        let own = before.iter().rev().find(|(_, e)| self.is_house_of_home(*e));
        own.filter(|_| !here).map(|(_, home)| *home)
    }

    /// Whether a body is a chamber or parliament of the country from which the article comes.
    fn is_house_of_home(&self, body: usize) -> bool {
        let body = self.bodies.entities.get(body);
        body.is_some_and(|b| is_chamber(b) && b.states.first().copied() == self.home)
    }
}
