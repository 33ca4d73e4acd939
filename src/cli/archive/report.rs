//! What `add` tells of the articles that came in.

use std::collections::BTreeMap;

use interparl::archive::{Added, News, Status};
use interparl::ontology::MeetingStatus;

use crate::cli::page::Page;
use crate::cli::phrase;

/// News of a sort that are named without `--all`.
const NAMED: usize = 12;

/// What came in.
#[derive(Default)]
pub(super) struct Report {
    statuses: BTreeMap<Status, usize>,
    /// For each sort of news how many there are, and the first of them in words.
    news: BTreeMap<&'static str, (usize, Vec<String>)>,
    same_name: Vec<(String, String)>,
}

impl Report {
    /// Counts an article that is on the disk; `all` keeps every news of it in words.
    pub(super) fn count(&mut self, added: &Added, all: bool) {
        *self.statuses.entry(added.status).or_default() += 1;
        if let Some(other) = &added.same_name {
            self.same_name.push((added.document.clone(), other.clone()));
        }
        for news in &added.news {
            let sort = match news {
                News::Person { .. } => "People told of for the first time",
                News::Office { .. } => "Offices",
                News::Meeting { .. } => "Meetings",
            };
            let (count, named) = self.news.entry(sort).or_default();
            *count += 1;
            if all || named.len() < NAMED {
                named.push(words(news));
            }
        }
    }

    /// Puts the report on a page.
    pub(super) fn tell(&self, page: &mut Page) {
        let of = |status| self.statuses.get(&status).copied().unwrap_or_default();
        let (new, versions, known) = (of(Status::Added), of(Status::NewVersion), of(Status::Known));
        page.title(&format!(
            "{new} new, {versions} in a new version, {known} there already"
        ));
        for sort in ["People told of for the first time", "Offices", "Meetings"] {
            let Some((count, named)) = self.news.get(sort) else {
                continue;
            };
            page.heading(sort);
            for words in named {
                page.item(2, words);
            }
            if *count > named.len() {
                page.faint(2, &format!("and {} more", count - named.len()));
            }
        }
        if !self.same_name.is_empty() {
            page.heading("Files that came before with other words");
            for (new, old) in self.same_name.iter().take(NAMED) {
                page.item(2, &format!("{new} beside {old}"));
            }
            page.faint(
                2,
                "without an id or URL the text is the id, so both speak; interparl remove takes the older out",
            );
        }
    }
}

/// News in words.
fn words(news: &News) -> String {
    match news {
        News::Person { name, state } => match state {
            Some(state) => format!("{name} ({state})"),
            None => name.clone(),
        },
        News::Office {
            person,
            office,
            title,
            of,
        } => {
            let title = phrase::title(title, *office);
            format!("{person}: {} of {of}{title}", phrase::post(*office))
        }
        News::Meeting {
            date,
            kind,
            status,
            people,
            body,
            place,
        } => {
            let planned = if *status == MeetingStatus::Planned {
                " (planned)"
            } else {
                ""
            };
            let place = phrase::place(place.as_deref());
            let with = if people.is_empty() {
                String::new()
            } else {
                format!(": {}", people.join(", "))
            };
            let what = phrase::gathering(*kind, None, body.as_deref());
            format!("{date}{planned}: {what}{place}{with}")
        }
    }
}
