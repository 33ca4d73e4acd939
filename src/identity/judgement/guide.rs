//! Judgements brought to the readings: what they leave out, put in, join and part.

use std::collections::{BTreeMap, BTreeSet};

use super::added::{AddedFact, telling};
use super::chain::contradicted;
use super::finding::{JudgementFinding, NoEffect};
use super::locate::Texts;
use super::pointer::{EntityRef, MentionRef, Party};
use super::strike::Strikes;
use super::{Judgement, JudgementId, Judgements, Opinion, WrongClaim};
use crate::claim::{Entity, Reading};
use crate::identity::mention::Mention;

/// Readings as judgements leave them.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The readings in the same places, without the claims that are judged wrong; behind them one for each added fact.
    pub readings: Vec<Reading>,
    /// Where the added facts are from, by the places of their readings.
    pub facts: BTreeMap<usize, AddedFact>,
    /// Who is and is not who, in the eyes of people.
    pub guide: Guide,
    /// The judgements without effect, sorted.
    pub findings: Vec<JudgementFinding>,
}

/// Who is who and who is not, in the eyes of people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guide {
    /// Mentions that are one, with the judgement that says so. No chain of them joins two that are judged different.
    pub(in crate::identity) same: BTreeSet<Edge>,
    /// Mentions that are two.
    pub(in crate::identity) different: BTreeSet<Edge>,
    /// Entities of added facts that stand for a mention of an article.
    pub(in crate::identity) stand_ins: BTreeMap<Mention, Mention>,
}

impl Guide {
    /// The pairs of mentions that people tell apart, the smaller mention first, with the judgements; sorted.
    pub fn differents(&self) -> impl Iterator<Item = (Mention, Mention, &JudgementId)> {
        self.different.iter().map(|(a, b, id)| (*a, *b, id))
    }
}

/// Brings judgements to readings as [`crate::identity::settle`] leaves them: one a text, in a fixed order.
///
/// Wrong claims are left out and added facts put in as readings of their own; what people say of who is who becomes a
/// [`Guide`] for [`crate::identity::resolve_judged`]. A `same` that would join, by whatever chain, two mentions that are judged different does
/// not count, and only those of a chain are dropped that begin at one of the two: whoever is told apart leaves the chain,
/// and the rest of it stays. Neither the order of the judgements nor repeats of them matter.
///
/// Complexity: n log n in the entities of the readings and the judgements, and for each `different` two walks along the chains of
/// `same` that its mentions are in.
#[must_use]
pub fn judge(mut readings: Vec<Reading>, judgements: &Judgements) -> Judged {
    if judgements.is_empty() {
        return Judged {
            readings,
            ..Judged::default()
        };
    }
    let mut bench = Bench::new(&readings);
    // Each id is a hash of its judgement; to ask the set for each undo would hash all of them each time.
    let known: BTreeSet<JudgementId> = judgements.iter().map(Judgement::id).collect();
    for (id, judgement) in judgements.in_force() {
        bench.hear(&id, judgement, &known);
    }
    bench.settle_contradictions();
    let Bench {
        strikes,
        added,
        mut guide,
        mut findings,
        ..
    } = bench;
    strikes.apply(&mut readings);
    let mut facts = BTreeMap::new();
    for (fact, told) in added {
        let reading = readings.len();
        let stand_ins = told.stand_ins.into_iter();
        guide
            .stand_ins
            .extend(stand_ins.map(|(entity, mention)| (Mention { reading, entity }, mention)));
        facts.insert(reading, fact);
        readings.push(told.reading);
    }
    findings.sort();
    Judged {
        readings,
        facts,
        guide,
        findings,
    }
}

/// Where judgements are heard one by one.
struct Bench<'r> {
    readings: &'r [Reading],
    texts: Texts<'r>,
    strikes: Strikes,
    added: Vec<(AddedFact, super::added::Telling)>,
    guide: Guide,
    findings: Vec<JudgementFinding>,
}

impl<'r> Bench<'r> {
    fn new(readings: &'r [Reading]) -> Self {
        Self {
            readings,
            texts: Texts::new(readings),
            strikes: Strikes::default(),
            added: Vec::new(),
            guide: Guide::default(),
            findings: Vec::new(),
        }
    }

    fn hear(&mut self, id: &JudgementId, judgement: &Judgement, known: &BTreeSet<JudgementId>) {
        let heard = match &judgement.says {
            Opinion::Same(a, b) => self.pair(id, a, b, true),
            Opinion::Different(a, b) => self.pair(id, a, b, false),
            Opinion::Wrong(wrong) => self.wrong(wrong),
            Opinion::Fact(fact) => {
                let find = |party: &Party| self.party(party);
                match telling(id, fact, find) {
                    Ok(told) => {
                        let fact = AddedFact {
                            judgement: id.clone(),
                            source: fact.source.clone(),
                        };
                        self.added.push((fact, told));
                        Ok(())
                    }
                    Err(Party::Mention(mention)) => Err(self.absence(mention)),
                    // One who is told by a name is always there.
                    Err(Party::Named { .. }) => Ok(()),
                }
            }
            Opinion::Undo(of) if !known.contains(of) => {
                Err(NoEffect::NothingToUndo { of: of.clone() })
            }
            Opinion::Undo(_) => Ok(()),
        };
        if let Err(why) = heard {
            self.findings.push(JudgementFinding {
                judgement: id.clone(),
                word: judgement.says.word(),
                why,
            });
        }
    }

    fn pair(
        &mut self,
        id: &JudgementId,
        a: &MentionRef,
        b: &MentionRef,
        same: bool,
    ) -> Result<(), NoEffect> {
        let find = |words| self.texts.mention(words).ok_or(words);
        let one = find(a).map_err(|words| self.absence(words))?;
        let other = find(b).map_err(|words| self.absence(words))?;
        let pair = (one.min(other), one.max(other), id.clone());
        let sort = |mention: Mention| self.entity(mention).and_then(sort_of);
        if sort(one).is_none() || sort(one) != sort(other) {
            return Err(NoEffect::Unlike);
        }
        if same {
            if one != other {
                self.guide.same.insert(pair);
            }
        } else {
            if one == other {
                return Err(NoEffect::OneEntity);
            }
            self.guide.different.insert(pair);
        }
        Ok(())
    }

    fn wrong(&mut self, wrong: &WrongClaim) -> Result<(), NoEffect> {
        let place = self.texts.reading(&wrong.sha256);
        let Some((place, reading)) = place.and_then(|p| Some((p, self.readings.get(p)?))) else {
            let name = String::new();
            return Err(NoEffect::NoText { name });
        };
        let find = |entity: &EntityRef| self.texts.entity(place, entity);
        for entity in wrong.part.entities() {
            let (EntityRef::Span { name, .. } | EntityRef::Row { name, .. }) = entity;
            if find(entity).is_none() {
                let name = name.clone();
                return Err(NoEffect::NoEntity { name });
            }
        }
        if self.strikes.note(place, reading, &wrong.part, &find) {
            Ok(())
        } else {
            Err(NoEffect::NoClaim)
        }
    }

    fn party(&self, party: &Party) -> Option<(Mention, Entity)> {
        let Party::Mention(words) = party else {
            return None;
        };
        let mention = self.texts.mention(words)?;
        Some((mention, self.entity(mention)?.clone()))
    }

    fn entity(&self, mention: Mention) -> Option<&'r Entity> {
        let reading = self.readings.get(mention.reading)?;
        reading.entities.get(mention.entity)
    }

    fn absence(&self, words: &MentionRef) -> NoEffect {
        let name = words.name.clone();
        match self.texts.reading(&words.sha256) {
            None => NoEffect::NoText { name },
            Some(_) => NoEffect::NoEntity { name },
        }
    }

    /// Drops each `same` that a `different` contradicts.
    fn settle_contradictions(&mut self) {
        let dropped = contradicted(&self.guide.same, &self.guide.different);
        for ((one, other, id), by) in dropped {
            self.guide.same.remove(&(one, other, id.clone()));
            self.findings.push(JudgementFinding {
                judgement: id,
                word: "same",
                why: NoEffect::Contradicted { by },
            });
        }
    }
}

/// A judged pair, the smaller mention first, and the judgement.
pub(in crate::identity) type Edge = (Mention, Mention, JudgementId);

/// What can be one with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person,
    Body,
}

/// What an entity can be one with; nothing for a state, which its code tells apart from all others.
const fn sort_of(entity: &Entity) -> Option<Sort> {
    if entity.kind.is_person() {
        Some(Sort::Person)
    } else if entity.kind.is_body() {
        Some(Sort::Body)
    } else {
        None
    }
}
