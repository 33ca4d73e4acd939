//! The form of a manual.
//!
//! `# Title` and prose; then the sections `## Fires`, `## Stays silent` and, where there are any, `## Does not yet`.
//! A section is a row of cases. A case is a quotation, perhaps with `Date: 2024-06-14` (the day of publication) as its
//! first line; behind it stand the claims that this rule gives, as a list, and prose. In `Stays silent` the prose is the
//! reason. In `Does not yet` the list says what the rule ought to give (`- nothing` where it ought to be silent) and the
//! prose why it does not; the tests prove that it still does not.

use jiff::civil::Date;

/// Fewest sentences that must fire, and fewest that must not.
const CASES: usize = 3;
/// Fewest letters of prose that say what a rule claims and why that is safe.
const PROSE: usize = 200;

/// A manual, read.
#[derive(Debug, Default)]
pub(crate) struct Manual {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) prose: String,
    pub(crate) fires: Vec<Case>,
    pub(crate) silent: Vec<Case>,
    pub(crate) not_yet: Vec<Case>,
}

/// A text and what a rule gives for it.
#[derive(Debug, Default)]
pub(crate) struct Case {
    pub(crate) line: usize,
    pub(crate) date: Option<Date>,
    pub(crate) text: String,
    /// Sorted.
    pub(crate) claims: Vec<String>,
    pub(crate) reason: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Prose,
    Fires,
    Silent,
    NotYet,
}

impl Manual {
    /// Reads a manual; an error begins with the line.
    pub(crate) fn parse(id: &str, text: &str) -> Result<Self, String> {
        let mut manual = Self {
            id: id.to_owned(),
            ..Self::default()
        };
        let mut section = Section::Prose;
        let mut in_quotation = false;
        for (number, line) in text.lines().enumerate() {
            let number = number + 1;
            let problem = |problem: &str| Err(format!("{number}: {problem}"));
            let quotation = line.strip_prefix('>');
            if let Some(title) = line.strip_prefix("# ") {
                title.clone_into(&mut manual.title);
            } else if let Some(heading) = line.strip_prefix("## ") {
                section = match heading {
                    "Fires" => Section::Fires,
                    "Stays silent" => Section::Silent,
                    "Does not yet" => Section::NotYet,
                    _ => return problem("unknown section"),
                };
            } else if section == Section::Prose {
                manual.prose.push_str(line);
            } else if let Some(quoted) = quotation {
                let cases = manual.section(section);
                if !in_quotation {
                    cases.push(Case {
                        line: number,
                        ..Case::default()
                    });
                }
                let Some(case) = cases.last_mut() else {
                    return problem("no case");
                };
                case.quote(quoted.strip_prefix(' ').unwrap_or(quoted))
                    .map_err(|e| format!("{number}: {e}"))?;
            } else if !line.is_empty() {
                let Some(case) = manual.section(section).last_mut() else {
                    return problem("text before the first case");
                };
                match line.strip_prefix("- ") {
                    Some("nothing") if section == Section::NotYet => {}
                    Some(claim) => case.claims.push(claim.to_owned()),
                    None => case.reason.push_str(line),
                }
            }
            in_quotation = quotation.is_some();
        }
        manual.checked()
    }

    fn section(&mut self, section: Section) -> &mut Vec<Case> {
        match section {
            Section::Prose | Section::Fires => &mut self.fires,
            Section::Silent => &mut self.silent,
            Section::NotYet => &mut self.not_yet,
        }
    }

    /// All cases, each with its place in the manual.
    pub(crate) fn cases(&self) -> impl Iterator<Item = (String, &Case)> {
        let sections = [
            ("fires", &self.fires),
            ("silent", &self.silent),
            ("not-yet", &self.not_yet),
        ];
        sections.into_iter().flat_map(move |(name, cases)| {
            let place = move |n: usize| format!("{}/{name}/{}", self.id, n + 1);
            cases.iter().enumerate().map(move |(n, c)| (place(n), c))
        })
    }

    fn checked(mut self) -> Result<Self, String> {
        for case in self
            .fires
            .iter_mut()
            .chain(&mut self.silent)
            .chain(&mut self.not_yet)
        {
            case.claims.sort();
            case.text = case.text.trim().to_owned();
            if case.text.is_empty() {
                return Err(format!("{}: a case without a text", case.line));
            }
        }
        let without_claims = self.fires.iter().find(|case| case.claims.is_empty());
        let with_claims = self.silent.iter().find(|case| !case.claims.is_empty());
        let reasonless = self.silent.iter().chain(&self.not_yet);
        let mut reasonless = reasonless.filter(|case| case.reason.is_empty());
        if let Some(case) = without_claims {
            return Err(format!("{}: fires, but gives no claim", case.line));
        }
        if let Some(case) = with_claims {
            return Err(format!("{}: stays silent, but gives claims", case.line));
        }
        if let Some(case) = reasonless.next() {
            return Err(format!("{}: no reason", case.line));
        }
        for (what, cases) in [("fire", &self.fires), ("stay silent", &self.silent)] {
            if cases.len() < CASES {
                return Err(format!("1: fewer than {CASES} sentences that {what}"));
            }
        }
        if self.title.is_empty() || self.prose.len() < PROSE {
            return Err("1: no title, or too little said of what it claims and why".to_owned());
        }
        Ok(self)
    }
}

impl Case {
    fn quote(&mut self, line: &str) -> Result<(), String> {
        match line.strip_prefix("Date: ") {
            Some(date) if self.text.is_empty() => {
                self.date = Some(date.parse().map_err(|e| format!("not a date: {e}"))?);
            }
            _ => {
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
        Ok(())
    }
}

#[test]
fn a_manual_is_read_as_it_is_meant() -> Result<(), String> {
    let prose = "Why. ".repeat(50);
    let case = "> Date: 2024-06-14\n>\n> One.\n> Two.\n\n- b\n- a\n\n";
    let miss = "> Three.\n\nNo verb.\n\n";
    let gap = "> Four.\n\n- nothing\n\nIt is a wife.\n";
    let text = format!(
        "# Title\n\n{prose}\n\n## Fires\n\n{}## Stays silent\n\n{}## Does not yet\n\n{gap}",
        case.repeat(3),
        miss.repeat(3)
    );
    let manual = Manual::parse("id", &text)?;
    assert_eq!(manual.title, "Title");
    let places: Vec<String> = manual.cases().map(|(place, _)| place).collect();
    assert_eq!(places.first().map(String::as_str), Some("id/fires/1"));
    assert_eq!(places.len(), 7);
    let first = manual.fires.first().ok_or("no case")?;
    assert_eq!((first.text.as_str(), first.claims.len()), ("One.\nTwo.", 2));
    assert_eq!(first.date, Some(jiff::civil::date(2024, 6, 14)));
    assert_eq!(manual.silent.len(), 3);
    assert!(manual.not_yet.iter().all(|c| c.claims.is_empty()));
    Ok(())
}

#[test]
fn a_manual_with_too_little_in_it_is_refused() {
    for text in [
        "# Title\n\nShort.\n\n## Fires\n",
        "# Title\n\n## Fires\n\n> One.\n\n## Stays silent\n",
        "# Title\n\n## Falls silent\n",
        "# Title\n\n## Fires\n\n> Date: soon\n> One.\n",
    ] {
        assert!(Manual::parse("id", text).is_err(), "{text}");
    }
}
