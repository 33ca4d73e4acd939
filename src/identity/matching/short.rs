//! Short forms by which people are called: "Bill" for "William".
//!
//! In come two words of names, out comes whether one is the other cut short by custom, where the sounds alone do not tell.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The given names of which a word is the full or a short form: twice the number of the row, and one more for the full form.
pub(super) type Forms = &'static [u16];

static FORMS: LazyLock<BTreeMap<&str, Vec<u16>>> = LazyLock::new(|| {
    let rows = super::table::cells(include_str!("data/short.tsv")).unwrap_or_default();
    let mut forms: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for ((_, [full, short]), row) in rows.into_iter().zip(0_u16..) {
        forms.entry(full).or_default().push(2 * row + 1);
        for short in short.split('|') {
            forms.entry(short).or_default().push(2 * row);
        }
    }
    forms
});

/// The forms that a word in small letters is.
pub(super) fn forms(lower: &str) -> Forms {
    FORMS.get(lower).map_or(&[], Vec::as_slice)
}

/// Whether one of two words is the full form of which the other is a short one. Two short forms of one name are none.
pub(super) fn is_short_of(one: Forms, other: Forms) -> bool {
    let pairs = |form: &u16| other.contains(&(form ^ 1));
    one.iter().any(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_that_of_its_own_names() {
        let is = |one, other| is_short_of(forms(one), forms(other));
        assert!(is("theodore", "ted") && is("ted", "edward") && is("саша", "александра"));
        assert!(!is("bob", "rob") && !is("theodore", "edward") && !is("ted", "robert"));
        assert!(!is("nobody", "nobody") && !is("robert", "robert"));
    }
}
