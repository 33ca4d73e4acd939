//! The lanes of states, from left to right: which have one, in which order, and their names.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::geometry::{Point, Rect, count};
use super::pen;
use super::scene::{Group, Part};
use super::theme::Palette;
use crate::ontology::StateCode;

/// At most so many states have a line of their own; the rest share one.
const MOST_LANES: usize = 14;
/// The width of the dates.
pub(crate) const DATES: f64 = 92.0;
/// The size of the names of states.
const NAME: f64 = 11.5;
/// The room between the name of a state and the sides of its lane, both together.
const AIR: f64 = 10.0;
/// A lane is not wider than this, however long the words of names are.
const WIDEST: f64 = 150.0;

/// The lanes of states from left to right.
pub(crate) struct Lanes {
    /// The names of the lanes, of which the first are those of `order`.
    names: Vec<String>,
    order: Vec<StateCode>,
    /// Whether there is a lane that all other states share.
    others: bool,
    /// Whether the last lane is that of events of which nobody knows the states.
    unknown: bool,
    wide: f64,
}

impl Lanes {
    /// The lanes for events by their states; those without any have a lane of their own. A lane is as wide as the longest
    /// word of a name asks for, so that no word is broken.
    pub(crate) fn of(
        events: &[BTreeSet<StateCode>],
        names: &dyn Fn(StateCode) -> String,
        palette: &Palette,
    ) -> Self {
        let mut counts: BTreeMap<StateCode, usize> = BTreeMap::new();
        for state in events.iter().flatten().copied() {
            *counts.entry(state).or_default() += 1;
        }
        let mut order: Vec<StateCode> = counts.keys().copied().collect();
        order.sort_by_key(|state| {
            let number = counts.get(state).copied().unwrap_or(0);
            (Reverse(number), *state)
        });
        let others = order.len() > MOST_LANES;
        order.truncate(if others { MOST_LANES - 1 } else { MOST_LANES });
        improve(&mut order, events);
        let unknown = events.iter().any(BTreeSet::is_empty);
        let mut titles: Vec<String> = order.iter().map(|s| names(*s)).collect();
        titles.extend(others.then(|| "other states".to_owned()));
        titles.extend(unknown.then(|| "no known state".to_owned()));
        let pen = pen::bold(NAME, palette.ink);
        let words = titles.iter().flat_map(|title| title.split(' '));
        let longest = words.map(|word| pen.width(word)).fold(0.0, f64::max);
        let least = if order.len() > 8 { 78.0 } else { 96.0 };
        Self {
            names: titles,
            order,
            others,
            unknown,
            wide: (longest + AIR).ceil().clamp(least, WIDEST),
        }
    }

    /// How many there are.
    pub(crate) fn number(&self) -> usize {
        self.order.len() + usize::from(self.others) + usize::from(self.unknown)
    }

    /// The lanes of an event of these states, from left to right: never none.
    pub(crate) fn of_event(&self, states: &BTreeSet<StateCode>) -> BTreeSet<usize> {
        if states.is_empty() {
            return BTreeSet::from([self.number().saturating_sub(1)]);
        }
        states.iter().map(|state| self.lane(*state)).collect()
    }

    /// The middle of a lane.
    pub(crate) fn x(&self, lane: usize) -> f64 {
        DATES + self.wide * (count(lane) + 0.5)
    }

    /// The right side of the last one.
    pub(crate) fn right(&self) -> f64 {
        DATES + self.wide * count(self.number())
    }

    /// The lane of a state.
    pub(crate) fn lane(&self, state: StateCode) -> usize {
        let place = self.order.iter().position(|s| *s == state);
        place.unwrap_or(self.order.len())
    }

    /// Whether a state shares the last lane with others.
    pub(crate) fn is_other(&self, state: StateCode) -> bool {
        !self.order.contains(&state)
    }
}

/// Exchanges lanes as long as that makes the lines of the events shorter.
fn improve(order: &mut [StateCode], events: &[BTreeSet<StateCode>]) {
    let cost = |order: &[StateCode]| -> usize {
        let spans = events.iter().map(|states| {
            let places = || order.iter().enumerate().filter(|(_, s)| states.contains(s));
            let first = places().next().map_or(0, |(place, _)| place);
            places().next_back().map_or(0, |(place, _)| place) - first
        });
        spans.sum()
    };
    let mut best = cost(order);
    loop {
        let before = best;
        for one in 0..order.len() {
            for other in one + 1..order.len() {
                order.swap(one, other);
                let now = cost(order);
                if now < best {
                    best = now;
                } else {
                    order.swap(one, other);
                }
            }
        }
        if best >= before {
            return;
        }
    }
}

/// The names of the lanes below a height, each at the foot of its room, and where what follows may begin.
pub(crate) fn heads(lanes: &Lanes, top: f64, palette: &Palette) -> (Vec<Group>, f64) {
    let pen = pen::bold(NAME, palette.ink);
    let titles = lanes.names.iter();
    let titles = titles.map(|title| pen.wrapped(title, lanes.wide - AIR, 3));
    let titles: Vec<Vec<String>> = titles.collect();
    let most = titles.iter().map(Vec::len).max().unwrap_or(1);
    let bottom = top + pen.pitch() * count(most);
    let mut groups = Vec::new();
    for (lane, title) in titles.into_iter().enumerate() {
        let mut middle = bottom - pen.pitch() * count(title.len()) + pen.pitch() / 2.0;
        for words in title {
            let half = pen.width(&words) / 2.0;
            let x = lanes.x(lane);
            groups.push(Group {
                part: Part::Label,
                hover: None,
                bounds: Rect::new(x - half, middle - NAME / 2.0, 2.0 * half, NAME),
                marks: vec![pen.centred(words, Point::new(x, pen.base(middle)))],
            });
            middle += pen.pitch();
        }
    }
    (groups, bottom + 8.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Theme;
    use crate::diagram::scene::Mark;

    fn states(codes: &str) -> BTreeSet<StateCode> {
        codes.split(' ').filter_map(StateCode::parse).collect()
    }

    fn lanes_of(events: &[BTreeSet<StateCode>], name: &str) -> Lanes {
        let name = |code: StateCode| format!("{name} {code}");
        Lanes::of(events, &name, Theme::Light.palette())
    }

    #[test]
    fn states_that_meet_stand_beside_one_another() {
        let events = ["AM GE", "AM GE", "KZ UZ", "KZ UZ", "KZ UZ", "GE KZ"].map(states);
        let lanes = lanes_of(&events, "State");
        for (a, b) in [("AM", "GE"), ("KZ", "UZ"), ("GE", "KZ")] {
            let lane = |code| StateCode::parse(code).map_or(99, |s| lanes.lane(s));
            assert_eq!(lane(a).abs_diff(lane(b)), 1, "{a} {b} {:?}", lanes.order);
        }
    }

    #[test]
    fn of_many_states_the_rest_shares_a_lane() {
        let events: Vec<_> = (b'A'..=b'Z')
            .map(|c| states(&format!("A{}", char::from(c))))
            .collect();
        let lanes = lanes_of(&events, "State");
        assert_eq!(lanes.number(), MOST_LANES);
        let shared = events.iter().flatten().filter(|s| lanes.is_other(**s));
        assert_eq!(shared.count(), 26 - (MOST_LANES - 1));
    }

    #[test]
    fn no_word_of_a_name_is_broken() {
        let codes = (b'A'..=b'Z').map(|c| format!("A{}", char::from(c)));
        let events: Vec<_> = codes.map(|code| states(&code)).collect();
        for name in ["Bangladesh", "Liechtenstein", "Bosnia and Herzegovina"] {
            let lanes = lanes_of(&events, name);
            let (heads, _) = heads(&lanes, 0.0, Theme::Light.palette());
            let words: BTreeSet<&str> = lanes.names.iter().flat_map(|n| n.split(' ')).collect();
            assert!(words.contains(name.split(' ').next_back().unwrap_or_default()));
            for mark in heads.iter().flat_map(|head| &head.marks) {
                let Mark::Text(text) = mark else { continue };
                let drawn = &text.content;
                assert!(drawn.split(' ').all(|w| words.contains(w)), "{drawn}");
            }
        }
    }

    #[test]
    fn events_without_states_have_a_lane_of_their_own() {
        let known = lanes_of(&[states("AM GE")], "State");
        assert_eq!(known.number(), 2);
        let lanes = lanes_of(&[states("AM GE"), BTreeSet::new()], "State");
        assert_eq!(lanes.number(), 3);
        assert_eq!(lanes.of_event(&BTreeSet::new()), BTreeSet::from([2]));
        assert_eq!(lanes.of_event(&states("AM GE")), BTreeSet::from([0, 1]));
        let alone = lanes_of(&[BTreeSet::new()], "State");
        assert_eq!(alone.of_event(&BTreeSet::new()), BTreeSet::from([0]));
    }
}
