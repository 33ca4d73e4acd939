//! The date of publication as a text itself gives it: in a line of its own or in a dateline.
//!
//! Conservative: looks at the first lines and the last ones only, and never takes a date from the middle of a sentence.

use jiff::civil::Date;

use super::written_date::{
    Token, WrittenDate, after_year_word, date_at, month_and_day_at, tokens, written_line,
};

/// So many lines with words at the top can be the head of an article: menus, headline, author, date, dateline.
const HEAD_LINES: usize = 8;
/// So many at the end can be its foot.
const FOOT_LINES: usize = 3;
/// A dateline ends within so many bytes of its line.
const DATELINE_BYTES: usize = 200;

const DASHES: [char; 5] = ['-', '–', '—', '―', '‒'];

/// The day on which a document says that it was published, in its first eight lines that are not empty or its last three.
///
/// Taken are: a line `date 2024-06-14 ...` at the very start; a line that is a date and little else (`31/01/2023`,
/// `Thursday, June 8, 2023`, `By X | April 04, 2025 | 20:20`); at the top also a dateline, the place before the
/// date or after it (`COPENHAGEN, 6 July 2021 –`, `MOSCOW (Agency - 31st May, 2021)`, `16 ноября 2023 г., Минск. –`).
/// The first that is found counts. A dateline without a year (`MOSCOW, June 5. /TASS/`) gives nothing.
///
/// `04/05/2023` can be two days. It is the fourth of May, as in most of the world, unless the head of the text names
/// a day of April elsewhere and none of May.
///
/// ```
/// use interparl::text::document_date;
/// let text = "Assembly elects its president\n\nCOPENHAGEN, 6 July 2021 – Members voted today.";
/// assert_eq!(document_date(text).map(|d| d.to_string()).as_deref(), Some("2021-07-06"));
/// assert_eq!(document_date("They met on 6 July 2021 in Copenhagen, it was said."), None);
/// ```
#[must_use]
pub fn document_date(text: &str) -> Option<Date> {
    let filled = |line: &&str| !line.trim().is_empty();
    let head: Vec<&str> = text.lines().filter(filled).take(HEAD_LINES).collect();
    let found = head.iter().enumerate().find_map(|(at, line)| {
        let key = if at == 0 { keyed_date(line) } else { None };
        key.or_else(|| written_line(line))
            .or_else(|| dateline(line))
    });
    let found = found.or_else(|| {
        text.lines()
            .rev()
            .filter(filled)
            .take(FOOT_LINES)
            .find_map(written_line)
    })?;
    Some(settle(found, &head))
}

/// Chooses between the two readings of an ambiguous date by the months that the head of the text names.
fn settle(written: WrittenDate, head: &[&str]) -> Date {
    let Some(month_first) = written.month_first else {
        return written.date;
    };
    let named = |month: i8| {
        head.iter().any(|line| {
            let tokens = tokens(line, DATELINE_BYTES);
            (0..tokens.len())
                .filter_map(|at| month_and_day_at(&tokens, at))
                .any(|(named, _, _)| named == i16::from(month))
        })
    };
    if named(month_first.month()) && !named(written.date.month()) {
        month_first
    } else {
        written.date
    }
}

/// `date 2024-06-14 ...` or `2024-06-14 ...` at the start of the first line, whatever follows.
fn keyed_date(line: &str) -> Option<WrittenDate> {
    let tokens = tokens(line, 40);
    let mut at = 0;
    // The key of a record of metadata, not a word of a language.
    if tokens.first()?.text.eq_ignore_ascii_case("date") {
        at = 1 + usize::from(tokens.get(1)?.is_mark(&[':']));
    }
    let is_iso = tokens.get(at)?.text.len() == 4 && tokens.get(at + 1)?.is_mark(&['-']);
    date_at(&tokens, at)
        .filter(|_| is_iso)
        .map(|(date, _)| date)
}

/// The date of a line that begins with a dateline.
fn dateline(line: &str) -> Option<WrittenDate> {
    let tokens = tokens(line, DATELINE_BYTES);
    (0..tokens.len()).find_map(|at| {
        let (written, next) = date_at(&tokens, at)?;
        let next = after_year_word(&tokens, next);
        let rest = tokens.get(next..)?;
        let fits = if at == 0 {
            ends_date(rest) || ends_place(rest)
        } else {
            is_place(tokens.get(..at)?) && (ends_date(rest) || ends_sentence(rest))
        };
        fits.then_some(written)
    })
}

/// Whether the pieces before a date are the place and agency of a dateline: few words, all with a capital but for
/// particles, and a mark before the date.
fn is_place(before: &[Token<'_>]) -> bool {
    let words = || before.iter().filter(|t| t.is_word());
    let capital = |t: &Token<'_>| t.text.chars().next().is_some_and(char::is_uppercase);
    let Some(last) = before.last() else {
        return false;
    };
    let all_numberless = before
        .iter()
        .all(|t| !t.text.starts_with(|c: char| c.is_ascii_digit()));
    let delimited = last.is_mark(&[',', '(', '/', ':'])
        || last.is_mark(&DASHES)
        || last.is_mark(&['.']) && words().all(is_upper);
    all_numberless
        && delimited
        && words().count() <= 8
        && words().next().is_some_and(capital)
        && words().all(|t| capital(t) || t.letters() <= 3)
}

/// Whether a dash, colon, bracket or slash follows, or an agency in capitals after a comma, or nothing.
fn ends_date(rest: &[Token<'_>]) -> bool {
    match rest {
        [] => true,
        [mark, after, ..] if mark.is_mark(&DASHES) => {
            // `2024-2025` is a term and not the end of a dateline.
            !(mark.joined && after.joined)
        }
        [mark, ..] if mark.is_mark(&DASHES) || mark.is_mark(&[':', ')', '(', '/', '|']) => true,
        [stop, dash, ..] if stop.is_mark(&['.']) && dash.is_mark(&DASHES) => true,
        [comma, agency, ..] => comma.is_mark(&[',']) && is_upper(agency) && agency.letters() >= 3,
        [_] => false,
    }
}

/// Whether the date ends the dateline as a sentence: `Almaty, 14 June 2024. The commission ...`.
fn ends_sentence(rest: &[Token<'_>]) -> bool {
    rest.first().is_some_and(|t| t.is_mark(&['.']))
}

/// Whether a place and the end of the dateline follow a date at the start of a line: `, Минск. –`.
fn ends_place(rest: &[Token<'_>]) -> bool {
    let Some((comma, place)) = rest.split_first() else {
        return false;
    };
    let words = place
        .iter()
        .take_while(|t| t.is_word() && t.text.chars().next().is_some_and(char::is_uppercase))
        .count();
    let after = place.get(words..).unwrap_or_default();
    let after = match after {
        [stop, more @ ..] if stop.is_mark(&['.']) => more,
        _ => after,
    };
    comma.is_mark(&[',', '.'])
        && (1..=4).contains(&words)
        && after
            .first()
            .is_some_and(|t| t.is_mark(&DASHES) || t.is_mark(&[':', '/', '(']))
}

fn is_upper(token: &Token<'_>) -> bool {
    token.is_word() && token.text.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        document_date(text).map(|d| d.to_string())
    }

    #[test]
    fn datelines_and_date_lines_give_the_date() {
        for (text, date) in [
            (
                " date 2020-11-23 YEREVAN, NOVEMBER 23, AGENCY. The speaker",
                "2020-11-23",
            ),
            (
                "date: 2017-02-17, 11:15 Latest News No Comments",
                "2017-02-17",
            ),
            ("2024-06-14 The two commissions met", "2024-06-14"),
            (
                "Headline\n\nCOPENHAGEN, 6 July 2021 – Members",
                "2021-07-06",
            ),
            ("VALLETTA, 5 December 2024 — Only", "2024-12-05"),
            ("Astana, 14 June 2024", "2024-06-14"),
            (
                "MOSCOW (UrduPoint News / Sputnik - 31st May, 2021) Talks between",
                "2021-05-31",
            ),
            (
                "YEREVAN, NOVEMBER 23, 2020, ARMENPRESS. The speaker",
                "2020-11-23",
            ),
            (
                "Ciudad de Guatemala, 12 ago 2015.- El Parlamento",
                "2015-08-12",
            ),
            ("MOSCÚ, 29 nov 2022.— El presidente", "2022-11-29"),
            ("ALGER, 28 janvier 2023 – Vingt-quatre heures", "2023-01-28"),
            ("МОСКВА, 6 октября 2021 г. – Делегацию", "2021-10-06"),
            ("16 ноября 2023 г., Минск. – Председатель", "2023-11-16"),
            (
                "НҰР-СҰЛТАН, 2021 жылғы 17 қыркүйек. – Түркітілдес",
                "2021-09-17",
            ),
            (
                "ASTANA. 14 June 2024. AGENCY – The commission",
                "2024-06-14",
            ),
            ("They met.\n\nAnd so on.\n\n14 June 2024", "2024-06-14"),
        ] {
            assert_eq!(day(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn dates_of_sentences_and_half_dates_do_not() {
        for text in [
            "MOSCOW, June 5. /TASS/. The speaker",
            "Rabat, June 8 (MAP) – Agriculture",
            "2018 жылғы 22 ақпанда мұнда Тұрақты комитет бас қосты.",
            "Cinq députés ont séjourné en Lituanie du 16 au 21 mars 2007, sur invitation du président.",
            "The commission, 14 June 2024 being the day, met.",
            "He met in Ashgabat on January 30, 2023 with the chairman.",
            "On Monday, June 5, 2023, the Speaker arrived.",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        let late = "line\n".repeat(9) + "14 June 2024\n" + &"line\n".repeat(4);
        assert_eq!(day(&late), None);
    }

    #[test]
    fn the_head_of_the_text_settles_an_ambiguous_date() {
        assert_eq!(
            day("04/05/2023\n\nThe talks").as_deref(),
            Some("2023-05-04")
        );
        assert_eq!(
            day("04/05/2023\n\nWASHINGTON, April 5 (AGENCY) The talks").as_deref(),
            Some("2023-04-05")
        );
        assert_eq!(
            day("04/05/2023\n\nLONDON, 3 May – After April 5 the talks").as_deref(),
            Some("2023-05-04")
        );
    }
}
