//! What the article as a whole tells of a body that is named shortly: whose house "the House" is, or whether it is a host's.
//!
//! In comes a mention, out come rows of the table of chambers, or yes and no. This module never groups mentions.

use std::cmp::Reverse;
use std::ops::Range;

use super::super::body::BodyMention;
use super::super::chamber::house_of;
use super::super::word::Words;
use super::bodies::BodyEntity;
use super::same::is_any_parliament;
use super::weights::{StateTalk, common_name};
use crate::lexicon::{Chamber, Class, Cue, Entry, House, RowNumber};
use crate::ontology::{NodeKind, StateCode};

/// The weight that a state has by being the home of an article with a capital in its dateline.
const DATELINE: usize = 4;

/// What the grouping looks at.
pub(super) struct Article<'s, 'a> {
    /// The words of the article.
    pub words: &'s Words<'a>,
    /// The mentions of bodies.
    pub mentions: &'s [BodyMention],
    /// How often and where the article speaks of each state.
    pub talk: StateTalk,
    /// The state from which the article comes, where its dateline tells it.
    pub home: Option<StateCode>,
}

impl Article<'_, '_> {
    /// "the upper house" of the state that the article speaks of most.
    pub(super) fn house(&self, house: House) -> Option<RowNumber> {
        let weights = self.talk.weights.iter();
        let own = self.home.and_then(|s| self.words.house_of(s, house));
        own.or_else(|| {
            let has = weights.filter(|(s, _)| self.words.house_of(**s, house).is_some());
            let (state, _) = has.max_by_key(|(s, w)| (**w, Reverse(**s)))?;
            self.words.house_of(*state, house)
        })
    }

    /// "the Speaker of the House": the house of that name, and no upper one, of the state from which the article comes.
    pub(super) fn own_house(&self, mention: &BodyMention) -> Option<RowNumber> {
        let noun = self.words.text_of(&mention.words);
        let home = self.home.filter(|_| noun == "House")?;
        house_of(self.words, home)
    }

    /// "Senate President A received a delegation of the French Senate": whether a body named before is one abroad, while the
    /// article's own state has a house that a lone noun names without telling the state.
    pub(super) fn is_abroad_of_own(
        &self,
        mention: &BodyMention,
        rows: &[RowNumber],
        body: &BodyEntity,
    ) -> bool {
        let own = rows.iter().any(|r| {
            let row = self.words.lexicon.chamber(*r);
            row.is_some_and(|c| self.words.sits(c) && Some(c.state) == self.home)
        });
        let state = body.states.first().copied();
        own && state.is_some() && state != self.home && !is_any_parliament(self.words, mention)
    }

    /// "SUVA - The Speaker of Parliament received a delegation of the Parliament of Ghana": the parliament of the article's own state, where a lone
    /// noun would be that from which guests came.
    pub(super) fn own_parliament(
        &self,
        mention: &BodyMention,
        body: &BodyEntity,
    ) -> Option<RowNumber> {
        /// How many words before a house the word for those may stand whom it has sent.
        const NEAR: usize = 12;
        let home = self.home?;
        let abroad = body.states.first().is_some_and(|s| *s != home);
        // "a delegation of the British Parliament, led by A, Member of Parliament": only who presides or serves it is told of at home.
        let office = self.office_before(mention);
        if !abroad || !presides(&office) || !is_any_parliament(self.words, mention) {
            return None;
        }
        let mentions = body.mentions.iter().filter_map(|m| self.mentions.get(*m));
        let first = mentions.map(|m| m.words.start).min()?;
        // "ACCRA – Speaker of Parliament A has been invited to the opening of the Parliament of Benin": which is not told of yet.
        let is_told_before = mention.words.end <= first && self.goal_of(mention) != Some(home);
        if is_told_before {
            return self.sole_parliament(home);
        }
        let mut near = (first.saturating_sub(NEAR)..first).rev();
        let sent = |w: usize| {
            let guests = ["staff", "team", "members", "officials", "guests"];
            self.words.is_of(w, &[Class::Delegation]) || self.words.say(&(w..w + 1), &guests)
        };
        let from = near.any(|w| self.words.is_of(w, &[Class::Of, Class::From]));
        if !from || !near.any(sent) {
            return None;
        }
        // "met a delegation on the sidelines of an assembly": where that is, nobody is at home.
        let (from, to) = (
            first.min(mention.words.start),
            first.max(mention.words.start),
        );
        let comes = [Class::Receive, Class::VisitNoun, Class::CallOn];
        let receives =
            (from..to).any(|w| self.words.is_of(w, &comes)) || !office.starts_with("speaker");
        if !receives {
            return None;
        }
        self.sole_parliament(home)
    }

    /// "the Speaker of Parliament, A, spoke of the Pan-African Parliament": whether a bare word for a parliament, without an article, can not mean
    /// an assembly. The European Parliament alone calls itself so, and has a President.
    pub(super) fn is_no_assembly(&self, mention: &BodyMention, other: &BodyMention) -> bool {
        let european = self.words.text_of(&other.words) == "European Parliament";
        if european {
            return self.has_speaker(&mention.words) && !self.has_speaker(&other.words);
        }
        let before = mention.name.start.checked_sub(1);
        let told = before.is_some_and(|b| self.words.is_of(b, &[Class::Article]));
        let capital = self.words.text_of(&mention.name) == "Parliament";
        let weight = self.home.and_then(|h| self.talk.weights.get(&h));
        let of_home = weight.is_some_and(|w| *w > DATELINE);
        let office = self.office_before(mention);
        let of_house = presides(&office) || office.ends_with("leader in");
        let assembly = other.kind == NodeKind::Assembly;
        of_home && of_house && assembly && capital && !told && mention.words.len() == 1
    }

    /// "Speaker of the Parliament", "Parliament Speaker": whether the words for a Speaker stand beside the name of a house.
    fn has_speaker(&self, name: &Range<usize>) -> bool {
        let front = name.start.saturating_sub(3)..name.start;
        let before = self.words.small(&front).into_owned();
        let before = before.trim_end_matches(" the");
        let next = self.words.small(&(name.end..name.end + 1)).into_owned();
        before.ends_with("speaker of") || next == "speaker"
    }

    /// The parliament of the article's own state, where a mention stands behind the office of who presides over one or serves it.
    pub(super) fn own_presided(&self, mention: &BodyMention) -> Option<RowNumber> {
        let presided = presides(&self.office_before(mention));
        let any = is_any_parliament(self.words, mention);
        self.home
            .filter(|_| presided && any)
            .and_then(|home| self.sole_parliament(home))
    }

    /// The two words before a mention, in small letters.
    fn office_before(&self, mention: &BodyMention) -> String {
        let office = mention.words.start.saturating_sub(2)..mention.words.start;
        self.words.small(&office).into_owned()
    }

    /// The only house of a state, where it is called a parliament.
    fn sole_parliament(&self, state: StateCode) -> Option<RowNumber> {
        let whole = |c: &Chamber| self.words.sits(c) && c.house == House::Unicameral;
        let names = |c: &Chamber| {
            let all = std::iter::once(&c.name).chain(&c.names).chain(&c.ambiguous);
            all.into_iter().any(|name| name.contains("Parliament"))
        };
        let mut rows = self.words.lexicon.chambers_of(state);
        rows.find(|(_, c)| whole(c) && names(c)).map(|(row, _)| row)
    }

    /// The state to which those travel behind whose mention a verb of travel stands in the sentence of a mention.
    pub(super) fn goal_of(&self, mention: &BodyMention) -> Option<StateCode> {
        let sentences = &self.words.sentences;
        let number = sentences.partition_point(|s| s.words.end <= mention.words.start);
        let end = sentences.get(number)?.words.end;
        self.goal_behind(mention.words.end.min(end)..end)
    }

    /// "A delegation led by National Assembly Speaker A has left for Kenya": the state to which those travel behind whom a verb of travel
    /// stands in the same sentence, which is not the one from which they come.
    fn goal_behind(&self, words: Range<usize>) -> Option<StateCode> {
        /// How many words behind the verb the state may stand.
        const NEAR: usize = 3;
        /// Words behind which others may act.
        const ENDS: &[Class] = &[
            Class::By,
            Class::Receive,
            Class::Meet,
            Class::Who,
            Class::Which,
        ];
        let travels = |e: &Entry| {
            let classes = [Class::Travel, Class::Visit];
            matches!(e, Entry::Word(c, _) if classes.contains(c))
        };
        // "travels home to Nairobi": where one is at home.
        let by =
            |w: usize| self.words.is_of(w, ENDS) || self.words.say(&(w..w + 1), &["home", "back"]);
        // "left for", "set off for".
        let leaves = |w: usize| {
            let cue = |from: usize| self.words.are_cue(&(from..w), Cue::Leaves);
            let left = cue(w.saturating_sub(1)) || cue(w.saturating_sub(2));
            (w > words.start && left && self.words.say(&(w..w + 1), &["for"])).then_some(w + 1)
        };
        let goes = |w: usize| {
            let travels = self.words.phrase_at(w, words.end, travels);
            travels.map(|length| w + length).or_else(|| leaves(w))
        };
        let mut clause = words.clone().take_while(|w| !by(*w));
        let verb = clause.find_map(goes)?;
        self.talk.first_between(verb, (verb + NEAR).min(words.end))
    }

    /// Whether a mention by everyday words alone, such as "General Assembly", would be of a state of which the article does
    /// not speak, though it speaks of others: then it is another body, which no table knows.
    pub(super) fn foreign_to(&self, mention: &BodyMention, rows: &[RowNumber]) -> bool {
        let [row] = rows else { return false };
        let state = self.words.lexicon.chamber(*row).map(|c| c.state);
        let spoken_of = state.is_some_and(|s| self.talk.weights.contains_key(&s));
        mention.states.is_empty()
            && mention.parts.is_empty()
            && !spoken_of
            && !self.talk.weights.is_empty()
            && common_name(self.words, &mention.name)
    }
}

/// "the European Parliament elections": whether a body is named only as one to which people are elected, and does nothing itself.
pub(super) fn stands_for_election(words: &Words<'_>, mention: &BodyMention) -> bool {
    let next = mention.words.end..mention.words.end + 1;
    words.say(&next, &["election", "elections"])
}

/// Whether words end in the office of who presides over a house or serves it, before the name of the house.
fn presides(office: &str) -> bool {
    let presides = ["speaker of", "clerk to", "clerk of", "clerk"];
    presides.iter().any(|o| office.ends_with(o))
}

/// Whether the last words before a body in its sentence say that it is the house of hosts: "received by", "a visit to".
pub(super) fn is_of_host(words: &Words<'_>, before: Range<usize>) -> bool {
    /// How many words may stand between.
    const NEAR: usize = 7;
    let ends = [Class::Meet, Class::Which, Class::Say];
    let mut near = before.clone().rev();
    let mut near = near.by_ref().take_while(|w| !words.is_of(*w, &ends));
    let by = near.find(|w| words.is_of(*w, &[Class::By]));
    let received = by.is_some_and(|by| {
        let verb = by.saturating_sub(NEAR).max(before.start)..by;
        verb.into_iter().any(|w| words.is_of(w, &[Class::Receive]))
    });
    let to = before.end.saturating_sub(2).max(before.start)..before.end;
    let to = to.into_iter().find(|w| words.is_of(*w, &[Class::To]));
    let visit = to.is_some_and(|to| {
        let noun = to.saturating_sub(2).max(before.start)..to;
        noun.into_iter()
            .any(|w| words.is_of(w, &[Class::VisitNoun]))
    });
    // "paid a courtesy call on the Speaker of the House".
    let of = |class: Class| move |e: &Entry| matches!(e, Entry::Word(c, _) if *c == class);
    let called = before.clone().rev().take(NEAR * 2);
    let calls = |w: usize| words.phrase_at(w, before.end, of(Class::CallOn));
    let stop = |w: usize| words.is_of(w, &[Class::By, Class::Say]);
    let called = called.into_iter().take_while(|w| !stop(*w));
    let called = called.into_iter().any(|w| calls(w).is_some());
    // "at the Parliament complex": where the article is told from.
    let place = ["complex", "building", "premises", "house", "buildings"];
    let at = before.end..before.end + 1;
    let house =
        words.is_of(at.start, &[Class::ParliamentWord]) && words.say(&(at.end..at.end + 1), &place);
    // "arrived here on the invitation of Chairman Senate": of the country from which the article comes.
    let says = |w: usize, word: &str| words.say(&(w..w + 1), &[word]);
    let mut near_body = before.clone().rev().take(NEAR);
    let invited =
        near_body.any(|w| says(w, "invitation")) && before.clone().any(|w| says(w, "here"));
    received || visit || called || house || invited
}
