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

/// The lanes of states from left to right.
pub(crate) struct Lanes {
    order: Vec<StateCode>,
    /// Whether the last lane is that of all others.
    others: bool,
    wide: f64,
}

impl Lanes {
    /// The lanes for events, each of which has states.
    pub(crate) fn of(events: &[BTreeSet<StateCode>]) -> Self {
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
        let wide = if order.len() > 8 { 78.0 } else { 96.0 };
        Self {
            order,
            others,
            wide,
        }
    }

    /// How many there are.
    pub(crate) fn number(&self) -> usize {
        self.order.len() + usize::from(self.others)
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

/// The names of the states below a height, each at the foot of its room, and where what follows may begin.
pub(crate) fn heads(
    lanes: &Lanes,
    top: f64,
    names: &dyn Fn(StateCode) -> String,
    palette: &Palette,
) -> (Vec<Group>, f64) {
    let pen = pen::bold(NAME, palette.ink);
    let mut titles: Vec<String> = lanes.order.iter().map(|s| names(*s)).collect();
    titles.extend(lanes.others.then(|| "other states".to_owned()));
    let titles = titles
        .into_iter()
        .map(|title| pen.wrapped(&title, lanes.wide - 10.0, 3));
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

    fn states(codes: &str) -> BTreeSet<StateCode> {
        codes.split(' ').filter_map(StateCode::parse).collect()
    }

    #[test]
    fn states_that_meet_stand_beside_one_another() {
        let events = ["AM GE", "AM GE", "KZ UZ", "KZ UZ", "KZ UZ", "GE KZ"].map(states);
        let lanes = Lanes::of(&events);
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
        let lanes = Lanes::of(&events);
        assert_eq!(lanes.number(), MOST_LANES);
        let shared = events.iter().flatten().filter(|s| lanes.is_other(**s));
        assert_eq!(shared.count(), 26 - (MOST_LANES - 1));
    }
}
