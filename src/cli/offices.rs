//! `offices`: who held which office when, and from which words that follows.

use interparl::ontology::Office;
use interparl::query::{
    Contradiction, HeldTerm, Offices, OfficesOf, Post, Proof, Source, Standing, offices,
};

use super::exit::Exit;
use super::failure::Failure;
use super::options::OfficesArgs;
use super::page::Page;
use super::telling::{doubt, tell_sources};
use super::terminal::{Console, clean, print_json};
use super::{graph_file, naming, phrase};

/// Terms of an office, and reasons of a term, that are shown without `--all`.
const TERMS: usize = 12;
const REASONS: usize = 2;
/// Characters of a quote. A sentence of the news has 120 to 200.
const QUOTE: usize = 220;

pub(crate) fn run(args: &OfficesArgs, console: &Console) -> Result<Exit, Failure> {
    let graph = graph_file::load(&args.graph)?;
    let node = naming::resolve(&graph, &args.name.join(" "))?;
    let asked = OfficesOf {
        on: args.on,
        office: args.office,
    };
    let Some(answer) = offices(&graph, node, asked) else {
        return Ok(Exit::NothingFound);
    };
    if args.json {
        print_json(&answer)?;
    } else if answer.posts.is_empty() {
        console.note(&nothing(&answer, args.office));
    } else {
        let mut view = View {
            page: console.page(),
            all: args.all,
            cited: Vec::new(),
        };
        view.tell(&answer);
        console.print(&view.page)?;
    }
    Ok(if answer.posts.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

/// That nobody held such an office: of the class that is asked for, where one is.
fn nothing(answer: &Offices, office: Option<Office>) -> String {
    let node = phrase::name(&answer.node);
    let on = answer
        .on
        .map_or_else(String::new, |day| format!(" on {day}"));
    let office = office.map_or_else(String::new, |office| {
        format!(" as {}", phrase::post(office))
    });
    if let Some(end) = answer.ended {
        return format!("{node} was no more{on}: it ended on {end}");
    }
    if answer.node.kind.is_person() {
        format!("the graph tells of no office{office} that {node} held{on}")
    } else {
        format!("the graph tells of nobody who held an office{office} of {node}{on}")
    }
}

/// A page on offices, and the sources that its quotes cite.
struct View {
    page: Page,
    all: bool,
    cited: Vec<usize>,
}

impl View {
    fn tell(&mut self, answer: &Offices) {
        self.page.title(&phrase::full_name(&answer.node));
        if let Some(day) = answer.on {
            let called = answer.called.as_ref();
            let called =
                called.map_or_else(String::new, |name| format!(", then called {}", clean(name)));
            self.page.item(2, &format!("on {day}{called}"));
        }
        let person = answer.node.kind.is_person();
        for post in &answer.posts {
            let office = phrase::post(post.office);
            let heading = if person {
                format!("{office} of {}", phrase::name(&post.body))
            } else {
                office
            };
            self.page.heading(&capitalised(&heading));
            self.post(post, person);
        }
        let cited = |source: &&Source| self.cited.contains(&source.number);
        let cited: Vec<&Source> = answer.sources.iter().filter(cited).collect();
        tell_sources(&mut self.page, &cited);
    }

    fn post(&mut self, post: &Post, person: bool) {
        let many = post.terms.len() > TERMS + 1 && !self.all;
        let shown = if many { TERMS } else { post.terms.len() };
        for held in post.terms.iter().take(shown) {
            self.term(post, held, person);
        }
        if many {
            let more = post.terms.len() - shown;
            self.page
                .item(2, &format!("and {more} more (--all shows them)"));
        }
        for contradiction in &post.contradictions {
            self.page.item(2, &contradicts(contradiction));
        }
        for gap in &post.gaps {
            let line = format!(
                "gap: nobody is shown in it between {} and {}",
                gap.after, gap.before
            );
            self.page.item(2, &line);
        }
    }

    fn term(&mut self, post: &Post, held: &HeldTerm, person: bool) {
        let title = phrase::title(&held.title, post.office);
        let stands = held.standing.map(stands);
        let who = match (person, stands) {
            (true, stands) => format!("{}{title}", stands.unwrap_or("held")),
            (false, Some(stands)) => format!("{}{title}: {stands}", phrase::name(&held.holder)),
            (false, None) => format!("{}{title}", phrase::name(&held.holder)),
        };
        let when = phrase::spells(&[held.term]);
        let when = if when.is_empty() {
            ", at a time not known".to_owned()
        } else {
            when
        };
        let doubt = doubt(held.confidence.as_hundredths());
        self.page.item(2, &format!("{who}{when}{doubt}"));
        let shown = if self.all {
            held.evidence.len()
        } else {
            REASONS
        };
        for proof in held.evidence.iter().take(shown) {
            if let Proof::Words { source, .. } = proof {
                self.cited.push(*source);
            }
            self.page.faint(4, &phrase::proof(proof, QUOTE));
        }
        if held.evidence.len() > shown {
            let more = format!("and {} more places", held.evidence.len() - shown);
            self.page.faint(4, &more);
        }
    }
}

/// How sure it is that somebody held an office on the day that is asked for.
const fn stands(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "held it",
        Standing::Likely => "likely still held it",
        Standing::Possible => "may have held it",
    }
}

fn contradicts(contradiction: &Contradiction) -> String {
    let people = phrase::names(&contradiction.people);
    if contradiction.from == contradiction.to {
        format!(
            "contradiction: on {} both {people} are shown in it",
            contradiction.from
        )
    } else {
        format!(
            "contradiction: from {} to {} both {people} are shown in it",
            contradiction.from, contradiction.to
        )
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
