//! Sets of classes, to ask in one step whether a word is of one of them.

use super::class::Class;
use super::phrases::Entry;

/// Classes of words, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassSet(u128);

// A class more than there are bits would pass for another one.
const _: () = assert!(Class::COUNT <= 128, "there are more classes than bits");

impl ClassSet {
    /// No class.
    pub const EMPTY: Self = Self(0);

    /// The classes of a list.
    #[must_use]
    #[inline]
    pub const fn of(classes: &[Class]) -> Self {
        let mut rest = classes;
        let mut set = Self::EMPTY;
        while let [first, others @ ..] = rest {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// The classes that a phrase has.
    #[must_use]
    pub fn of_entries(entries: &[Entry]) -> Self {
        entries.iter().fold(Self::EMPTY, |set, entry| match entry {
            Entry::Word(class, _) => set.with(*class),
            _ => set,
        })
    }

    /// These and one more.
    #[must_use]
    #[inline]
    pub const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u32)
    }

    /// The classes of either set.
    #[must_use]
    #[inline]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of both sets.
    #[must_use]
    #[inline]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a class is among them.
    #[must_use]
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u32 != 0
    }

    /// Whether a class is in both sets.
    #[must_use]
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_classes_and_no_other() {
        let set = ClassSet::of(&[Class::Article, Class::Abbreviation]);
        assert!(set.has(Class::Article) && set.has(Class::Abbreviation));
        assert!(!set.has(Class::Of));
        assert!(set.meets(ClassSet::of(&[Class::Of, Class::Article])));
        assert!(!set.meets(ClassSet::of(&[Class::Of])));
        assert!(!ClassSet::EMPTY.meets(set));
        assert_eq!(ClassSet::EMPTY.or(set), set);
    }

    #[test]
    fn entries_that_are_no_words_have_no_class() {
        let entries = [
            Entry::Title(3),
            Entry::Word(Class::Of, 1),
            Entry::Word(Class::To, 2),
        ];
        let set = ClassSet::of_entries(&entries);
        assert_eq!(set, ClassSet::of(&[Class::Of, Class::To]));
    }
}
