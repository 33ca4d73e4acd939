//! How many days lie between two.

use jiff::civil::Date;

/// The days from one to another; negative where the other one comes first.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(interparl::text::days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
/// assert_eq!(interparl::text::days_between(date(2024, 3, 1), date(2024, 2, 28)), -2);
/// ```
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
