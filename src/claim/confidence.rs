//! How sure a claim is.

/// A probability in hundredths: 0.97 says that of a hundred such claims about 97 are right.
///
/// Kept as a whole number, so that sums and comparisons are the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

impl Confidence {
    /// As sure as a table row.
    pub const FULL: Self = Self(100);

    /// From hundredths; more than 100 counts as 100.
    #[must_use]
    pub const fn hundredths(n: u8) -> Self {
        Self(if n > 100 { 100 } else { n })
    }

    /// As hundredths, 0 to 100.
    #[must_use]
    pub const fn as_hundredths(self) -> u8 {
        self.0
    }

    /// From a share of 1, rounded to hundredths; what lies outside of 0 to 1 is brought to its bounds, NaN to 0.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=100 before the cast"
    )]
    pub fn from_share(share: f64) -> Self {
        Self((share * 100.0).round().clamp(0.0, 100.0) as u8)
    }

    /// As a share of 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// The confidence that several independent sources give together: one minus the product of their doubts, at most 0.99.
    /// A single source keeps its own. The order of the sources does not matter.
    #[must_use]
    pub fn together(sources: &[Self]) -> Self {
        let mut sorted: Vec<u8> = sources.iter().map(|c| c.0).collect();
        sorted.sort_unstable();
        match sorted.as_slice() {
            [] => Self(0),
            [one] => Self(*one),
            many => {
                let doubt: f64 = many.iter().map(|c| 1.0 - f64::from(*c) / 100.0).product();
                Self::from_share(1.0 - doubt)
                    .min(Self(99))
                    .max(Self(many.last().copied().unwrap_or(0)))
            }
        }
    }
}

impl serde::Serialize for Confidence {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.share())
    }
}

impl<'de> serde::Deserialize<'de> for Confidence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let share = f64::deserialize(deserializer)?;
        if (0.0..=1.0).contains(&share) {
            Ok(Self::from_share(share))
        } else {
            Err(serde::de::Error::custom(format!(
                "a confidence is from 0 to 1, not {share}"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sources_are_surer_than_one_and_never_certain() {
        let c = Confidence::hundredths;
        assert_eq!(Confidence::together(&[c(90)]), c(90));
        assert_eq!(Confidence::together(&[c(80), c(50)]), c(90));
        assert_eq!(Confidence::together(&[c(95); 9]), c(99));
        assert_eq!(Confidence::together(&[c(100), c(20)]), c(100));
    }
}
