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

    /// The numbers of the classes, in ascending order.
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> {
        numbers_of(self.0)
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

/// The numbers of the bits of a set, in ascending order.
pub(crate) fn numbers_of(set: u128) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let number = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
        rest &= rest - 1;
        Some(number)
    })
}

/// Sorts of entries, a bit for each that is asked for again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EntrySorts(u8);

impl EntrySorts {
    /// No sort.
    pub const NONE: Self = Self(0);
    /// A state by one of its names.
    pub const STATE: Self = Self(1);
    /// A state by its adjective.
    pub const DEMONYM: Self = Self(2);
    /// A city.
    pub const CITY: Self = Self(4);
    /// A form of address.
    pub const HONORIFIC: Self = Self(8);
    /// A title in the singular or plural.
    pub const TITLE: Self = Self(16);

    /// The sorts of some entries.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        entries.iter().fold(Self::NONE, |sorts, entry| match entry {
            Entry::State(_) => sorts.or(Self::STATE),
            Entry::Demonym(_) => sorts.or(Self::DEMONYM),
            Entry::City(_) => sorts.or(Self::CITY),
            Entry::Honorific(_) => sorts.or(Self::HONORIFIC),
            Entry::Title(_) | Entry::Titles(_) => sorts.or(Self::TITLE),
            _ => sorts,
        })
    }

    /// The sorts of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one sort is in both.
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
        let mut numbers = [Class::Abbreviation as usize, Class::Article as usize];
        numbers.sort_unstable();
        assert_eq!(set.numbers().collect::<Vec<_>>(), numbers);
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
