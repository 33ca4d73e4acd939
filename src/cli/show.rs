//! `show`: what a graph says of a node.

use interparl::archive_graph::Question;
use interparl::graph::RelationGraph;
use interparl::ontology::{EdgeKind, MeetingStatus, NodeKind};
use interparl::query::{About, Brief, Counts, EdgeAnswer, HeldOffice, MeetingAnswer, about};

use super::args::ShowArgs;
use super::asked_graph::AskedGraph;
use super::exit::Exit;
use super::failure::Failure;
use super::telling::{View, doubt};
use super::terminal::{Console, clean, print_json};
use super::{naming, phrase};

pub(crate) fn run(args: &ShowArgs, console: &Console) -> Result<Exit, Failure> {
    let name = args.name.join(" ");
    let asked = if args.all || args.json {
        AskedGraph::load(&args.graph, &Question::About(&name), &args.snapshot)?
    } else {
        AskedGraph::load_first(&args.graph, &name, &args.snapshot)?
    };
    let told = if let Some(excerpt) = &asked.excerpt {
        tell(args, &excerpt.about, &excerpt.counts, console)?;
        Exit::Done
    } else {
        answer(args, &asked.graph, &name, console)?
    };
    asked.keep(console);
    Ok(told)
}

fn answer(
    args: &ShowArgs,
    graph: &RelationGraph,
    name: &str,
    console: &Console,
) -> Result<Exit, Failure> {
    let node = naming::resolve(graph, name)?;
    let Some(about) = about(graph, node) else {
        return Ok(Exit::NothingFound);
    };
    if args.json {
        print_json(&about)?;
    } else {
        tell(args, &about, &Counts::of(&about), console)?;
    }
    Ok(Exit::Done)
}

fn tell(args: &ShowArgs, about: &About, counts: &Counts, console: &Console) -> Result<(), Failure> {
    let mut view = View::new(console, args.all);
    view.node(about, counts);
    console.print(&view.page)
}

impl View {
    /// What is known of a node, of which the lists have so many entries, and here at least those that are shown.
    fn node(&mut self, about: &About, counts: &Counts) {
        self.head(about);
        self.section_of("Life", &about.life, counts.life, |view, life| {
            let date = life
                .date
                .map_or_else(|| "at a time not known".to_owned(), |d| d.to_string());
            view.page
                .item(2, &format!("{date}: {}", phrase::life_event(life.event)));
            view.reasons(&life.evidence);
        });
        self.section_of("Offices", &about.offices, counts.offices, |view, office| {
            let line = format!(
                "{} of {}",
                phrase::post(office.office),
                phrase::name(&office.other)
            );
            view.office(&line, office);
        });
        self.section_of(
            "People with an office",
            &about.members,
            counts.members,
            |view, office| {
                let post = phrase::post(office.office);
                let line = format!("{}: {post}", phrase::name(&office.other));
                view.office(&line, office);
            },
        );
        let own_sessions = about.node.kind.is_body();
        self.section_of("Meetings", &about.meetings, counts.meetings, Self::meeting);
        let heading = if own_sessions {
            "Sessions and conferences"
        } else {
            "Sessions and conferences attended"
        };
        self.section_of(heading, &about.sessions, counts.sessions, Self::meeting);
        self.section_of("Visits", &about.visits, counts.visits, Self::edge);
        self.ties(about);
        self.section_of("People", &about.people, counts.people, |view, person| {
            let line = format!("{} ({})", person.name, person.kind);
            view.page.item(2, &line);
        });
        self.sources(&about.sources);
    }

    fn head(&mut self, about: &About) {
        let mut title = phrase::full_name(&about.node);
        if let Some(form) = about.form {
            let form = form.as_str().replace('_', " ");
            title = format!("{} ({form})", about.node.name);
        }
        self.page.title(&title);
        if !about.aliases.is_empty() {
            let aliases: Vec<String> = about.aliases.iter().map(|a| clean(a)).collect();
            self.page.item(2, &format!("also: {}", aliases.join(", ")));
        }
        if !about.names.is_empty() {
            let names: Vec<String> = about.names.iter().map(phrase::name_in_time).collect();
            self.page.item(2, &format!("called: {}", names.join("; ")));
        }
        let wikidata = about
            .wikidata
            .as_ref()
            .map_or_else(String::new, |w| format!(", Wikidata {w}"));
        self.page
            .item(2, &format!("id: {}{wikidata}", about.node.id));
    }

    fn office(&mut self, line: &str, office: &HeldOffice) {
        let title = phrase::title(&office.title, office.office);
        let doubt = doubt(office.confidence.as_hundredths());
        self.page.item(
            2,
            &format!("{line}{title}{}{doubt}", phrase::spells(&office.spells)),
        );
        self.reasons(&office.evidence);
    }

    fn meeting(&mut self, meeting: &MeetingAnswer) {
        let date = meeting
            .date
            .map_or_else(|| "date not known".to_owned(), |d| d.to_string());
        let planned = if meeting.status == MeetingStatus::Planned {
            " (planned)"
        } else {
            ""
        };
        let name = meeting.body.as_ref().map(phrase::name);
        let what = phrase::gathering(meeting.kind, meeting.session, name.as_deref());
        let with = people(" with ", &meeting.with);
        let place = meeting
            .place
            .as_ref()
            .map_or_else(String::new, |p| format!(", {p}"));
        let doubt = doubt(meeting.confidence.as_hundredths());
        self.page
            .item(2, &format!("{date}{place}: {what}{with}{planned}{doubt}"));
        if !meeting.together_with.is_empty() {
            self.page.item(
                4,
                &format!("together with {}", phrase::names(&meeting.together_with)),
            );
        }
        for capacity in &meeting.capacities {
            let office = phrase::post(capacity.office);
            self.page.item(
                4,
                &format!("as {office} of {}", phrase::name(&capacity.body)),
            );
        }
        self.reasons(&meeting.evidence);
        self.differences(&meeting.differences);
        for outcome in &meeting.outcomes {
            self.page
                .item(4, &format!("outcome: {}", phrase::outcome(outcome.kind)));
            self.reasons_at(6, &outcome.evidence);
        }
    }

    fn ties(&mut self, about: &About) {
        if about.ties.is_empty() {
            return;
        }
        self.page.heading("Ties");
        let id = &about.node.id;
        let of = |kind: EdgeKind, outward: bool| -> Vec<&EdgeAnswer> {
            let ties = about.ties.iter().filter(|e| e.kind == kind);
            ties.filter(|e| (e.source.id == *id) == outward).collect()
        };
        for (word, ties, outward) in [
            ("part of", of(EdgeKind::PartOf, true), true),
            ("has", of(EdgeKind::PartOf, false), false),
            ("links", of(EdgeKind::Links, true), true),
            ("linked by", of(EdgeKind::Links, false), false),
        ] {
            for tie in ties {
                let other = if outward { &tie.target } else { &tie.source };
                let other = if other.kind == NodeKind::State {
                    other.name.clone()
                } else {
                    phrase::name(other)
                };
                self.page.item(2, &format!("{word} {other}"));
                self.reasons(&tie.evidence);
            }
        }
    }

    fn edge(&mut self, edge: &EdgeAnswer) {
        let doubt = doubt(edge.confidence.as_hundredths());
        self.page.item(2, &format!("{}{doubt}", phrase::edge(edge)));
        self.reasons(&edge.evidence);
    }
}

fn people(word: &str, people: &[Brief]) -> String {
    if people.is_empty() {
        String::new()
    } else {
        format!("{word}{}", phrase::names(people))
    }
}
