//! What becomes of an opinion beside the judgements that are known.

use super::{Judgement, JudgementId, Judgements, Opinion};

/// What a person says now, beside what was said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The id of the judgement.
    pub id: JudgementId,
    /// What is said.
    pub says: Opinion,
    /// What it is beside the others.
    pub standing: Standing,
}

/// What an opinion is beside the judgements that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody said it; it is to be kept.
    New,
    /// It was said before and counts; there is nothing to keep.
    Counts,
    /// It was said before and undone; this is to be kept, and it counts again.
    Again(Opinion),
}

impl Saying {
    /// What is to be kept so that it counts; nothing where it does already.
    #[must_use]
    pub const fn to_keep(&self) -> Option<&Opinion> {
        match &self.standing {
            Standing::New => Some(&self.says),
            Standing::Counts => None,
            Standing::Again(undo) => Some(undo),
        }
    }
}

/// A judgement that counts says the contrary: both would be kept, and a `different` would have its way whatever was meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("judgement {} says the contrary", .0.id())]
pub struct Contrary(pub Box<Judgement>);

impl Judgements {
    /// What becomes of opinions beside these judgements, in the order given.
    ///
    /// ```
    /// use interparl::identity::{Judgement, Judgements, Opinion, Standing};
    /// let line = r#"{"judgement":"same","a":{"sha256":"0a","start":7,"end":16},"b":{"sha256":"0b","start":0,"end":8}}"#;
    /// let same = Judgement::parse(line)?;
    /// let mut all = Judgements::new();
    /// assert_eq!(all.saying(&[same.says.clone()]).unwrap()[0].standing, Standing::New);
    /// all.insert(same.clone());
    /// assert_eq!(all.saying(&[same.says.clone()]).unwrap()[0].standing, Standing::Counts);
    /// let Opinion::Same(a, b) = same.says else { unreachable!() };
    /// let different = Opinion::Different(a.clone(), b.clone());
    /// assert!(all.saying(std::slice::from_ref(&different)).is_err());
    /// // Undone, it leaves room for the contrary, which then stands in its way.
    /// all.insert(all.turning(&Judgement::of(Opinion::Same(a.clone(), b.clone())).id()));
    /// all.insert(Judgement::of(different));
    /// assert!(all.saying(&[Opinion::Same(a, b)]).is_err());
    /// # Ok::<(), interparl::identity::JudgementError>(())
    /// ```
    ///
    /// # Errors
    /// [`Contrary`] where a judgement that counts says that two are one, and an opinion that the same two mentions are not, or
    /// the other way round.
    ///
    /// Complexity: n log n in the number of judgements, each of which is hashed a few times.
    pub fn saying(&self, opinions: &[Opinion]) -> Result<Vec<Saying>, Contrary> {
        let in_force = self.in_force();
        let mut sayings = Vec::with_capacity(opinions.len());
        for says in opinions {
            let judgement = Judgement::of(says.clone());
            let id = judgement.id();
            let counts = in_force.contains_key(&id);
            // Who says again what was undone contradicts as much as who says it for the first time.
            let contrary = contrary(&judgement.says).map(|says| Judgement::of(says).id());
            let before = contrary.and_then(|id| in_force.get(&id));
            if let Some(before) = before.filter(|_| !counts) {
                return Err(Contrary(Box::new((*before).clone())));
            }
            let standing = if counts {
                Standing::Counts
            } else if self.find(&id).next().is_some() {
                Standing::Again(self.turning(&id).says)
            } else {
                Standing::New
            };
            sayings.push(Saying {
                id,
                says: judgement.says,
                standing,
            });
        }
        Ok(sayings)
    }
}

/// The opinion that cannot hold beside another one, where there is one.
fn contrary(says: &Opinion) -> Option<Opinion> {
    match says {
        Opinion::Same(a, b) => Some(Opinion::Different(a.clone(), b.clone())),
        Opinion::Different(a, b) => Some(Opinion::Same(a.clone(), b.clone())),
        Opinion::Wrong(_) | Opinion::Fact(_) | Opinion::Undo(_) => None,
    }
}
