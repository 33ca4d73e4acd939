//! Whether two names are of one body.

use std::collections::BTreeSet;

use super::assign::assign;
use super::body_tables::{BodyTables, Thing, words};
use super::verdict::{Match, Reason};
use super::word::Name;
use crate::lexicon::Named;
use crate::ontology::{BodyForm, StateCode};

/// More words than this has no name of a body; what follows is not read.
const MOST_WORDS: usize = 60;

/// So alike are the words that no table knows of two names of one body, in thousandths.
const ALIKE: u32 = 700;

/// A name of a chamber, parliament, commission, group or assembly, read once to be compared with many.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyName {
    /// The states that it names, or that its chambers are of.
    states: BTreeSet<StateCode>,
    /// The chambers that it may mean; more than one where it does not say of which state.
    chambers: BTreeSet<String>,
    assemblies: BTreeSet<String>,
    /// Which sorts of commission.
    forms: BTreeSet<BodyForm>,
    numbers: BTreeSet<u32>,
    /// The words that no table knows.
    rest: Name,
}

/// What the words of a name stand for, before it is known which chamber is meant.
#[derive(Default)]
struct Draft {
    states: BTreeSet<StateCode>,
    /// For each name of a chamber all that have it.
    chambers: Vec<BTreeSet<String>>,
    assemblies: BTreeSet<String>,
    forms: BTreeSet<BodyForm>,
    numbers: BTreeSet<u32>,
    upper: Option<bool>,
    rest: Vec<String>,
}

impl BodyName {
    /// Reads a name with what the tables know of states, chambers and assemblies. Never fails.
    #[must_use]
    pub fn new(written: &str, tables: &BodyTables<'_>) -> Self {
        let all = words(written);
        let mut draft = Draft::default();
        let mut rest = all.get(..MOST_WORDS.min(all.len())).unwrap_or_default();
        while let Some(first) = rest.first() {
            let taken = if let Some((length, things)) = tables.longest_at(rest) {
                draft.take(things);
                length
            } else {
                match number(first) {
                    Some(number) => drop(draft.numbers.insert(number)),
                    None => draft.rest.push(first.clone()),
                }
                1
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        draft.settle(tables)
    }

    /// The name of a body of which it is known, from elsewhere, which states and chambers it ties.
    pub(in crate::identity) fn tying(
        mut self,
        states: &BTreeSet<StateCode>,
        chambers: &BTreeSet<String>,
    ) -> Self {
        self.states.extend(states);
        self.chambers.extend(chambers.iter().cloned());
        self
    }

    /// The chambers that it may mean or ties.
    pub(in crate::identity) const fn chambers(&self) -> &BTreeSet<String> {
        &self.chambers
    }

    /// The row of the one chamber, parliament or assembly that the name means to the tables, if it is nothing else. Of several
    /// chambers of the name the one of the states that are known is meant.
    pub(in crate::identity) fn row(
        &self,
        states: &BTreeSet<StateCode>,
        tables: &BodyTables<'_>,
    ) -> Option<&str> {
        if !self.forms.is_empty() || !self.rest.words.is_empty() || !self.numbers.is_empty() {
            return None;
        }
        if self.chambers.is_empty() {
            let mut assemblies = self.assemblies.iter();
            let only = assemblies.next().filter(|_| assemblies.next().is_none());
            return only.filter(|_| self.states.is_empty()).map(String::as_str);
        }
        let is_at_home = |id: &str| tables.home(id).is_some_and(|h| states.contains(&h.state));
        let here = |id: &&String| states.is_empty() || is_at_home(id.as_str());
        let mut here = self.chambers.iter().filter(here);
        let only = here.next().filter(|_| here.next().is_none());
        only.map(String::as_str)
    }

    /// How alike the names are. It does not matter which is asked for which.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Match {
        let (one, other) = if self <= other {
            (self, other)
        } else {
            (other, self)
        };
        Match::of(one.judge(other).0)
    }

    /// What the tables make of either name, and what decided.
    #[must_use]
    pub fn explain(&self, other: &Self, tables: &BodyTables<'_>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (side, name) in [(1, self), (2, other)] {
            let what = name.meaning(tables);
            if !what.is_empty() {
                reasons.push(Reason::Means { side, what });
            }
        }
        let (one, other) = if self <= other {
            (self, other)
        } else {
            (other, self)
        };
        let (limit, why) = one.judge(other);
        reasons.push(Reason::Decided { score: limit, why });
        reasons
    }

    /// The score in thousandths, and what decided.
    fn judge(&self, other: &Self) -> (u32, &'static str) {
        if self.is_empty() || other.is_empty() {
            return (0, "there are no words to compare");
        }
        if !self.numbers.is_empty() && !other.numbers.is_empty() && self.numbers != other.numbers {
            return (200, "the numbers differ");
        }
        if !self.forms.is_empty() && !other.forms.is_empty() {
            return self.judge_commissions(other);
        }
        if self.forms.is_empty() != other.forms.is_empty() {
            let known = |n: &Self| !n.chambers.is_empty() || !n.assemblies.is_empty();
            if known(self) || known(other) || states_apart(&self.states, &other.states) {
                return (150, "one is a commission or group and the other is none");
            }
            return self.judge_words(other, 690);
        }
        if !self.assemblies.is_empty() || !other.assemblies.is_empty() {
            return self.judge_ids(other, &self.assemblies, &other.assemblies);
        }
        if !self.chambers.is_empty() || !other.chambers.is_empty() {
            return self.judge_ids(other, &self.chambers, &other.chambers);
        }
        if states_apart(&self.states, &other.states) {
            return (150, "they are of different states");
        }
        self.judge_words(other, 1000)
    }

    /// Bodies that a table may know by an id.
    fn judge_ids(
        &self,
        other: &Self,
        mine: &BTreeSet<String>,
        theirs: &BTreeSet<String>,
    ) -> (u32, &'static str) {
        if mine.is_empty() || theirs.is_empty() {
            if states_apart(&self.states, &other.states) {
                return (150, "they are of different states");
            }
            return self.judge_words(other, 600);
        }
        if mine.is_disjoint(theirs) {
            return (100, "the tables know them as different bodies");
        }
        // "Duma of Moscow" is not the State Duma, although the tables know no more of it than that it is a duma.
        let (likeness, covered) = self.words_alike(other);
        if covered < 1000 || likeness < ALIKE {
            return (640, "one has other words than the tables know of that body");
        }
        match (mine.len(), theirs.len()) {
            (1, 1) if self.rest == other.rest => (980, "the tables know them as one body"),
            (1, 1) => (880, "the tables know them as one body"),
            _ => (
                600,
                "several bodies have that name, and the state is not told",
            ),
        }
    }

    /// Commissions and groups: by what they tie, by their sort and by their other words.
    fn judge_commissions(&self, other: &Self) -> (u32, &'static str) {
        if self.forms.is_disjoint(&other.forms) {
            return (300, "they are different sorts of bodies");
        }
        if states_apart(&self.states, &other.states) {
            return (150, "they tie different states");
        }
        let ids = |n: &Self| -> BTreeSet<String> {
            n.chambers.iter().chain(&n.assemblies).cloned().collect()
        };
        let (mine, theirs) = (ids(self), ids(other));
        let apart = !mine.is_subset(&theirs) && !theirs.is_subset(&mine);
        if apart {
            return (300, "they tie different chambers");
        }
        let (likeness, covered) = self.words_alike(other);
        if covered < 500 {
            return (400, "their topics differ");
        }
        if self.states.is_empty() && mine.is_empty() && self.rest.words.is_empty() {
            return (500, "many bodies have that name");
        }
        if self.states != other.states {
            return (600, "one names a state that the other does not");
        }
        if covered < 1000 {
            return (650, "one names a topic that the other does not");
        }
        (likeness, "they tie the same states or chambers")
    }

    /// Names that no table knows, by their words.
    fn judge_words(&self, other: &Self, most: u32) -> (u32, &'static str) {
        let (likeness, covered) = self.words_alike(other);
        let none = self.rest.words.is_empty() || other.rest.words.is_empty();
        if none && most < 1000 {
            return (100, "no word is in both");
        }
        let score = (u64::from(likeness) * u64::from(covered) / 1000).min(u64::from(most));
        let score = u32::try_from(score).unwrap_or_default();
        let missing = self.states != other.states;
        if missing && score >= 600 {
            return (600, "one names a state that the other does not");
        }
        (score, "by how alike their words are")
    }

    /// How alike the words are that have a partner, and which share of all words that is; both in thousandths.
    fn words_alike(&self, other: &Self) -> (u32, u32) {
        let (a, b) = (&self.rest, &other.rest);
        let all = a.words.len().max(b.words.len());
        if all == 0 {
            return (980, 1000);
        }
        let pairs = assign(a, b);
        let weight: u32 = pairs.iter().map(|p| p.weight).sum();
        let costs: u32 = pairs.iter().map(|p| p.distance * p.weight).sum();
        let mean = costs.checked_div(weight).unwrap_or(1000);
        let matched: usize = pairs.iter().map(|p| p.a.1.max(p.b.1)).sum();
        let covered = u32::try_from(matched.min(all) * 1000 / all).unwrap_or_default();
        (1000_u32.saturating_sub(mean), covered)
    }

    fn is_empty(&self) -> bool {
        self.states.is_empty()
            && self.chambers.is_empty()
            && self.assemblies.is_empty()
            && self.forms.is_empty()
            && self.rest.words.is_empty()
    }

    /// What the tables know of it, in words.
    fn meaning(&self, tables: &BodyTables<'_>) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.forms.iter().map(|f| f.as_str().replace('_', " ")));
        match self.chambers.len() {
            0 => {}
            1..=3 => parts.extend(self.chambers.iter().cloned()),
            many => parts.push(format!("one of {many} chambers")),
        }
        parts.extend(self.assemblies.iter().map(|id| format!("assembly/{id}")));
        let state = |code: &StateCode| tables.lexicon.state(*code).map(|s| s.name.clone());
        parts.extend(self.states.iter().filter_map(state));
        parts.extend(self.numbers.iter().map(|n| format!("number {n}")));
        let rest = self.rest.words.iter().map(|w| format!("\"{}\"", w.text));
        parts.extend(rest);
        parts.join(", ")
    }
}

impl Draft {
    fn take(&mut self, things: &[Thing]) {
        let mut chambers = BTreeSet::new();
        for thing in things {
            match thing {
                Thing::Named(Named::State(code)) => drop(self.states.insert(*code)),
                Thing::Named(Named::Chamber { id, .. }) => drop(chambers.insert(id.clone())),
                Thing::Named(Named::Assembly { id, .. }) => {
                    self.assemblies.insert(id.clone());
                }
                Thing::Named(Named::Head(form)) => drop(self.forms.insert(*form)),
                Thing::House(upper) => self.upper = Some(*upper),
                Thing::Number(number) => drop(self.numbers.insert(*number)),
                Thing::Nothing => {}
            }
        }
        if !chambers.is_empty() {
            self.chambers.push(chambers);
        }
    }

    fn settle(mut self, tables: &BodyTables<'_>) -> BodyName {
        let chambers = self.meant(tables);
        // A commission is of the states of all its chambers; any other name with several leaves open which is meant.
        if chambers.len() == 1 || !self.forms.is_empty() {
            let homes = chambers.iter().filter_map(|id| tables.home(id));
            self.states.extend(homes.map(|home| home.state));
        }
        if !chambers.is_empty() && self.forms.is_empty() {
            self.assemblies.clear();
        }
        BodyName {
            states: self.states,
            chambers,
            assemblies: self.assemblies,
            forms: self.forms,
            numbers: self.numbers,
            rest: Name::of_plain_words(&self.rest),
        }
    }

    /// The chambers that are meant: of the states that are named, and not the parliament of a house that is named.
    fn meant(&self, tables: &BodyTables<'_>) -> BTreeSet<String> {
        let here = |id: &&String| {
            let home = tables.home(id);
            self.states.is_empty() || home.is_some_and(|home| self.states.contains(&home.state))
        };
        let groups = self.chambers.iter().map(|group| -> BTreeSet<String> {
            let here: BTreeSet<String> = group.iter().filter(here).cloned().collect();
            if here.is_empty() { group.clone() } else { here }
        });
        let mut groups: Vec<BTreeSet<String>> = groups.collect();
        if let Some(upper) = self.upper {
            // "The upper house of the Alvanian parliament" names the state with the parliament.
            let single = self
                .chambers
                .iter()
                .filter(|group| group.len() == 1)
                .flatten();
            let homes = single.filter_map(|id| Some(tables.home(id)?.state));
            let states: BTreeSet<StateCode> = self.states.iter().copied().chain(homes).collect();
            let houses: BTreeSet<String> = tables.houses(&states, upper).cloned().collect();
            if !houses.is_empty() {
                groups.push(houses);
            }
        }
        let parents: BTreeSet<&String> = groups
            .iter()
            .flatten()
            .filter_map(|id| tables.home(id)?.parent.as_ref())
            .collect();
        let several = groups.len() > 1;
        let is_parent = |group: &BTreeSet<String>| group.iter().all(|id| parents.contains(id));
        let named = groups.iter().filter(|group| !several || !is_parent(group));
        let named: Vec<&BTreeSet<String>> = named.collect();
        if !self.forms.is_empty() {
            // A commission ties all the chambers that it names for sure.
            let sure = named.iter().filter(|group| group.len() == 1);
            return sure.flat_map(|group| (*group).clone()).collect();
        }
        let mut meant: Option<BTreeSet<String>> = None;
        for group in named {
            meant = Some(match meant {
                None => group.clone(),
                Some(so_far) => {
                    let both: BTreeSet<String> = so_far.intersection(group).cloned().collect();
                    match (both.is_empty(), group.len() < so_far.len()) {
                        (false, _) => both,
                        (true, true) => group.clone(),
                        (true, false) => so_far,
                    }
                }
            });
        }
        meant.unwrap_or_default()
    }
}

/// Whether each names a state that the other does not.
fn states_apart(one: &BTreeSet<StateCode>, other: &BTreeSet<StateCode>) -> bool {
    !one.is_subset(other) && !other.is_subset(one)
}

/// A number in digits, with or without the ending of an ordinal.
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = word.len() - digits.len();
    (ending <= 4).then(|| digits.parse().ok()).flatten()
}
