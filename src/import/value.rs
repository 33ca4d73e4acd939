//! What the fields of a row say: words of the ontology, dates, names.

use super::problem::Problem;
use super::row::Row;
use crate::ontology::StateCode;
use crate::text::PartialDate;

/// A word of the ontology, one of `all`.
///
/// # Errors
/// Where there is none, or another; the hint tells all.
pub(super) fn word<T: Copy>(
    row: &Row,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Problem> {
    one_of(row.need(name)?, name, all, as_str)
}

/// A word of the ontology that need not be there.
///
/// # Errors
/// Where it is none of `all`.
pub(super) fn known<T: Copy>(
    row: &Row,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<Option<T>, Problem> {
    row.get(name)
        .map(|word| one_of(word, name, all, as_str))
        .transpose()
}

/// The value of a word.
///
/// # Errors
/// Where it is none of `all`.
pub(super) fn one_of<T: Copy>(
    word: &str,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Problem> {
    let found = all.iter().find(|value| as_str(**value) == word).copied();
    found.ok_or_else(|| {
        let all: Vec<&str> = all.iter().map(|value| as_str(*value)).collect();
        Problem::new(format!("\"{word}\" is no {name} that interparl knows"))
            .hint(format!("there are: {}", all.join(", ")))
    })
}

/// Yes or no; no where nothing is said.
///
/// # Errors
/// Where it is neither `true` nor `false`, in letters of whatever case.
pub(super) fn truth(row: &Row, name: &str) -> Result<bool, Problem> {
    match row.get(name).map(str::to_ascii_lowercase).as_deref() {
        Some("true") => Ok(true),
        None | Some("false") => Ok(false),
        Some(other) => Err(Problem::new(format!(
            "\"{name}\" is \"{other}\", and must be true or false"
        ))),
    }
}

/// A date.
///
/// # Errors
/// Where it is none.
pub(super) fn partial_date(text: &str) -> Result<PartialDate, Problem> {
    PartialDate::parse(text).ok_or_else(|| {
        Problem::new(format!("\"{text}\" is no date"))
            .hint("a day is written 2031-03-04, a month 2031-03, a year 2031")
    })
}

/// The date of a row; none where it has none.
///
/// # Errors
/// Where it is none.
pub(super) fn date(row: &Row) -> Result<Option<PartialDate>, Problem> {
    row.get("date").map(partial_date).transpose()
}

/// A state by its code, in letters of whatever case.
///
/// # Errors
/// Where it is no code.
pub(super) fn state(code: &str) -> Result<StateCode, Problem> {
    StateCode::parse(&code.to_ascii_uppercase()).ok_or_else(|| {
        Problem::new(format!("\"{code}\" is not the code of a state"))
            .hint("the code is that of ISO 3166-1, two letters such as KZ")
    })
}
