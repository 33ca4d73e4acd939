//! Tab-separated tables: a header, rows, cells with several values.
//!
//! Reading a table costs one pass over its bytes: a row knows where its cells end, and columns are numbers that the
//! compiler has worked out from their names. Nothing is copied.

use super::error::{LexiconError, printable};

/// More columns than any table has.
const MOST_COLUMNS: usize = 24;

/// What there is to know of a table before it is read.
#[derive(Debug)]
pub(super) struct Schema {
    /// The file's name.
    pub file: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
    /// The columns that tell two rows apart; a user's row replaces the row of the same key.
    pub key: &'static [&'static str],
    /// Whether a row of a key that is there already replaces the row; if not, it is one more row.
    pub replaces: bool,
    /// The table that comes with the program.
    pub content: &'static str,
    /// Where that table comes from, in words for people.
    pub source: &'static str,
    /// The columns by whose values a row can be looked up, and what such a value is.
    pub forms: &'static [(&'static str, &'static str)],
    /// What a row stands for, in words for people.
    pub describe: fn(&Row<'_>) -> String,
}

/// The number of a column. Meant for constants, where a name that is no column does not compile.
pub(super) const fn column_number(columns: &[&str], name: &str) -> usize {
    let mut rest = columns;
    while let [first, others @ ..] = rest
        && !same(first.as_bytes(), name.as_bytes())
    {
        rest = others;
    }
    assert!(!rest.is_empty(), "no such column");
    columns.len() - rest.len()
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([x, more_a @ ..], [y, more_b @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        (a, b) = (more_a, more_b);
    }
    a.is_empty() && b.is_empty()
}

/// The number of a column of the table whose columns are the constant `COLUMNS` where the macro stands.
macro_rules! column {
    ($name:literal) => {
        const { crate::lexicon::table::column_number(COLUMNS, $name) }
    };
}
pub(super) use column;

/// One row, with its place for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    pub schema: &'static Schema,
    pub file: &'t str,
    /// The line, from 1; the header is line 1.
    pub line: usize,
    builtin: bool,
    content: &'t str,
    /// Where in `content` each cell ends.
    ends: [u32; MOST_COLUMNS],
}

impl<'t> Row<'t> {
    /// The cell of a column, without white space around it.
    pub(super) fn cell(&self, column: usize) -> &'t str {
        trimmed(self.raw(column))
    }

    /// The cell of a column as it stands in the file.
    pub(super) fn raw(&self, column: usize) -> &'t str {
        let end = self.ends.get(column).map_or(0, |end| *end as usize);
        let before = column.checked_sub(1).and_then(|c| self.ends.get(c));
        let start = before.map_or(0, |end| *end as usize + 1);
        self.content.get(start..end).unwrap_or_default()
    }

    /// The cell of the column with this name; empty where the table has no such column.
    pub(super) fn named(&self, name: &str) -> &'t str {
        let number = self.schema.columns.iter().position(|c| *c == name);
        number.map_or("", |n| self.cell(n))
    }

    /// The values of a cell that may have several.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column)
            .split('|')
            .map(trimmed)
            .filter(|v| !v.is_empty())
    }

    /// The values of a cell, as strings of their own.
    pub(super) fn owned(&self, column: usize) -> Vec<String> {
        self.values(column).map(str::to_owned).collect()
    }

    /// The cell, which must not be empty.
    pub(super) fn filled(&self, column: usize) -> Result<&'t str, LexiconError> {
        match self.cell(column) {
            "" => Err(self.problem(format!("column \"{}\" is empty", self.name_of(column)))),
            cell => Ok(cell),
        }
    }

    /// The cell, or `None` where it is empty.
    pub(super) fn optional(&self, column: usize) -> Option<String> {
        Some(self.cell(column))
            .filter(|cell| !cell.is_empty())
            .map(str::to_owned)
    }

    /// The cell as a word of a closed set.
    pub(super) fn word<T>(
        &self,
        column: usize,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, LexiconError> {
        let cell = self.cell(column);
        parse(cell).ok_or_else(|| match cell {
            "" => self.problem(format!("column \"{}\" is empty", self.name_of(column))),
            cell => self.problem(self.unknown_word(column, cell)),
        })
    }

    /// The cell as one of these words.
    pub(super) fn one_of(
        &self,
        column: usize,
        words: &[&'static str],
    ) -> Result<&'static str, LexiconError> {
        let cell = self.cell(column);
        let known = words.iter().find(|w| **w == cell).copied();
        known.ok_or_else(|| {
            let problem = match cell {
                "" => format!("column \"{}\" is empty", self.name_of(column)),
                cell => self.unknown_word(column, cell),
            };
            self.problem_with_hint(problem, format!("it may be {}", listed(words)))
        })
    }

    fn unknown_word(&self, column: usize, cell: &str) -> String {
        format!(
            "column \"{}\" has the unknown word \"{}\"",
            self.name_of(column),
            printable(cell)
        )
    }

    /// What tells the row apart from the other rows of its table, for people: the values of its key.
    pub(super) fn key(&self) -> String {
        let cells: Vec<&str> = self.schema.key.iter().map(|c| self.named(c)).collect();
        cells.join(" / ")
    }

    /// Whether the row belongs to the language that texts are read in; tables without languages serve all.
    pub(super) fn is_english(&self) -> bool {
        let first = self.schema.columns.first() == Some(&"language");
        !first || self.cell(0) == "en"
    }

    /// Whether the row comes with the program.
    pub(super) fn is_builtin(&self) -> bool {
        self.builtin
    }

    /// The name of a column.
    pub(super) fn name_of(&self, column: usize) -> &'static str {
        self.schema.columns.get(column).copied().unwrap_or_default()
    }

    /// An error at this row.
    pub(super) fn problem(&self, problem: String) -> LexiconError {
        problem_at(self.file, self.line, problem)
    }

    /// An error at this row, with what to do about it.
    pub(super) fn problem_with_hint(&self, problem: String, hint: String) -> LexiconError {
        LexiconError::Row {
            file: printable(self.file),
            line: self.line,
            problem,
            hint: Some(hint),
        }
    }
}

/// Text without white space around it. Nearly no cell has any, and that is seen from two bytes.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|w| match *w {
            "" => "empty".to_owned(),
            w => format!("\"{w}\""),
        })
        .collect();
    quoted.join(", ")
}

/// An error at a line.
pub(super) fn problem_at(file: &str, line: usize, problem: String) -> LexiconError {
    LexiconError::Row {
        file: printable(file),
        line,
        problem,
        hint: None,
    }
}

/// The text of a table, and where it is from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub schema: &'static Schema,
    /// The name for messages: the table's, or the path of a user's file.
    pub file: &'t str,
    pub content: &'t str,
    /// Whether it comes with the program.
    pub builtin: bool,
}

impl Text<'static> {
    /// The table that comes with the program.
    pub(super) fn builtin(schema: &'static Schema) -> Self {
        Self {
            schema,
            file: schema.file,
            content: schema.content,
            builtin: true,
        }
    }
}

/// Hands over the rows of a table, in order. Empty lines are skipped.
///
/// # Errors
/// Where the header is not exactly the columns, a row has another number of cells, or `each` fails.
pub(super) fn read_rows<'t>(
    text: Text<'t>,
    mut each: impl FnMut(&Row<'t>) -> Result<(), LexiconError>,
) -> Result<(), LexiconError> {
    let (schema, file) = (text.schema, text.file);
    let content = text
        .content
        .strip_prefix('\u{feff}')
        .unwrap_or(text.content);
    let (header, mut rest) = content.split_once('\n').unwrap_or((content, ""));
    check_header(schema, file, header.strip_suffix('\r').unwrap_or(header))?;
    let mut row = Row {
        schema,
        file,
        line: 1,
        builtin: text.builtin,
        content: "",
        ends: [0; MOST_COLUMNS],
    };
    while !rest.is_empty() {
        row.line += 1;
        let (length, cells) = find_ends(rest.as_bytes(), &mut row.ends);
        let (content, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        row.content = content;
        rest = behind.strip_prefix('\n').unwrap_or_default();
        if cells == schema.columns.len() {
            each(&row)?;
        } else if !content.trim_ascii().is_empty() {
            let columns = schema.columns.len();
            let problem = format!("{cells} cells where the header has {columns}");
            return Err(row.problem(problem));
        }
    }
    Ok(())
}

/// Finds the end of the first line of a text, and where its cells end; the number of bytes and of cells.
///
/// Looks at eight bytes at once: tables are long, and this is most of the work of reading them.
fn find_ends(text: &[u8], ends: &mut [u32; MOST_COLUMNS]) -> (usize, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut cells = 0;
    let mut length = text.len();
    let (chunks, _) = text.as_chunks::<8>();
    let mut at = 0;
    'line: for chunk in chunks.iter().map(|c| u64::from_le_bytes(*c)) {
        // The highest bit of each byte below 11; behind the first of them there may be too many.
        let mut low = chunk.wrapping_sub(ONES * 11) & !chunk & (ONES << 7);
        while low != 0 {
            let place = at + low.trailing_zeros() as usize / 8;
            low &= low - 1;
            match text.get(place) {
                Some(b'\t') => end_cell(ends, &mut cells, place),
                Some(b'\n') => {
                    length = place;
                    break 'line;
                }
                _ => {}
            }
        }
        at += 8;
    }
    let rest = text.get(at..).filter(|_| length == text.len());
    for (byte, place) in rest.unwrap_or_default().iter().zip(at..) {
        match byte {
            b'\t' => end_cell(ends, &mut cells, place),
            b'\n' => {
                length = place;
                break;
            }
            _ => {}
        }
    }
    // A line may end in the way of Windows.
    let windows = length.checked_sub(1).and_then(|last| text.get(last)) == Some(&b'\r');
    end_cell(ends, &mut cells, length - usize::from(windows));
    (length, cells)
}

fn end_cell(ends: &mut [u32; MOST_COLUMNS], cells: &mut usize, place: usize) {
    if let Some(end) = ends.get_mut(*cells) {
        *end = u32::try_from(place).unwrap_or(u32::MAX);
    }
    *cells += 1;
}

fn check_header(schema: &Schema, file: &str, header: &str) -> Result<(), LexiconError> {
    if header.split('\t').eq(schema.columns.iter().copied()) {
        return Ok(());
    }
    let problem = match header.split('\t').find(|c| !schema.columns.contains(c)) {
        Some(odd) if !odd.trim().is_empty() => {
            format!("the header has the unknown column \"{}\"", printable(odd))
        }
        _ => "the header does not have the columns of this table".to_owned(),
    };
    Err(LexiconError::Row {
        file: printable(file),
        line: 1,
        problem,
        hint: Some(format!(
            "the columns are, with tabs between them: {}",
            schema.columns.join(" ")
        )),
    })
}
