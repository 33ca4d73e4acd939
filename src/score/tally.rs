//! Which rule to trust: how many right and wrong facts each has made.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Comparison, Layer};

/// What a rule has made in one layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct RuleTally {
    /// Facts that are right.
    pub right: usize,
    /// Facts that are wrong.
    pub wrong: usize,
    /// Those of the wrong ones that had no chance: an end of theirs matches nothing.
    pub wrong_end: usize,
}

/// What each rule has made, by the id of the rule and the layer.
pub type RuleTallies = BTreeMap<(String, Layer), RuleTally>;

impl Comparison<'_> {
    /// Adds what the rules have made of this article. A fact that several rules say counts for each of them; facts that
    /// are neither asked for nor wrong count for none, and so do people, bodies and states, which no rule alone has
    /// made.
    ///
    /// ```
    /// use interparl::score::{Annotation, Comparison, Layer, Prediction, RuleTallies};
    ///
    /// let facts = Annotation::from_json(br#"{"id": "a", "people": [{"name": "Aru Bekova"}]}"#)?;
    /// let graph = br#"{"nodes": [{"id": 1, "kind": "official", "name": "Aru Bekova"},
    ///                            {"id": 2, "kind": "state", "name": "Kenya", "code": "KE"}],
    ///                  "edges": [{"source": 1, "target": 2, "kind": "visited", "evidence": [{"rule": "visit-verb"}]}]}"#;
    /// let graph = Prediction::from_json(graph)?;
    /// let mut tallies = RuleTallies::new();
    /// Comparison::new(&facts, &graph).tally(&mut tallies);
    /// assert_eq!(tallies[&("visit-verb".to_owned(), Layer::Visited)].wrong, 1);
    /// # Ok::<(), interparl::score::ScoreError>(())
    /// ```
    pub fn tally(&self, tallies: &mut RuleTallies) {
        for layer in [Layer::Roles, Layer::Met, Layer::Attended, Layer::Visited] {
            let Some(facts) = self.facts(layer) else {
                continue;
            };
            let right = facts.hits.iter().map(|fact| (fact, true));
            for (fact, is_right) in right.chain(facts.wrong.iter().map(|fact| (fact, false))) {
                let stray = fact
                    .ends()
                    .is_some_and(|(a, b)| a.is_stray() || b.is_stray());
                for rule in self.evidence(fact).0 {
                    let tally = tallies.entry((rule, layer)).or_default();
                    tally.right += usize::from(is_right);
                    tally.wrong += usize::from(!is_right);
                    tally.wrong_end += usize::from(!is_right && stray);
                }
            }
        }
    }
}
