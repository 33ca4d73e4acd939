//! What the graph says, as statements, those of one subject together.

use super::term::{Name, Term, own, word};
use crate::diagram::clean;
use crate::export::ExportOptions;
use crate::export::flat::name_in_time;
use crate::graph::{Document, EdgeRef, Evidence, Meeting, Node, RelationGraph, Spell, Tie};
use crate::ontology::{MeetingStatus, NodeKind, StateCode};
use crate::text::PartialDate;

/// Everything that is said of one subject, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) name: Name,
    pub(super) says: Vec<(Name, Term)>,
}

impl Subject {
    fn new(name: Name, class: Name) -> Self {
        let mut subject = Self {
            name,
            says: Vec::new(),
        };
        subject.link(word("rdf", "type"), class);
        subject
    }

    fn link(&mut self, predicate: Name, object: Name) {
        self.says.push((predicate, Term::Name(object)));
    }

    fn text(&mut self, predicate: Name, words: Option<&str>) {
        let words = words.map(clean).filter(|w| !w.is_empty());
        self.says.extend(words.map(|w| (predicate, Term::Text(w))));
    }

    fn typed(&mut self, predicate: Name, value: &impl ToString, sort: &'static str) {
        self.says
            .push((predicate, Term::Typed(value.to_string(), sort)));
    }

    fn date(&mut self, predicate: Name, date: Option<PartialDate>) {
        let Some(date) = date else { return };
        let sort = match (date.month(), date.day()) {
            (_, Some(_)) => "date",
            (Some(_), None) => "gYearMonth",
            (None, None) => "gYear",
        };
        self.typed(predicate, &date, sort);
    }

    /// Hundredths of a share as a decimal.
    fn confidence(&mut self, hundredths: u8) {
        let share = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        self.typed(word("ip", "confidence"), &share, "decimal");
    }
}

/// Calls `write` for every subject: documents, nodes, then edges and meetings, each followed by its evidence.
pub(super) fn subjects(
    graph: &RelationGraph,
    options: ExportOptions,
    mut write: impl FnMut(&Subject) -> std::io::Result<()>,
) -> std::io::Result<()> {
    for document in graph.documents() {
        write(&of_document(document))?;
    }
    for (_, node) in graph.nodes() {
        write(&of_node(node))?;
        for (number, life) in node.life.iter().enumerate() {
            let name = own(&format!("{}#life-{number}", node.id));
            let mut event = Subject::new(name.clone(), word("prov", "Activity"));
            event.link(word("prov", "used"), own(&node.id));
            event.link(word("ip", "lifeEvent"), word("ip", life.event.as_str()));
            event.date(word("prov", "endedAtTime"), life.date);
            write(&event)?;
            annotations(&name, &life.evidence, options, &mut write)?;
        }
    }
    for edge in graph.edges() {
        let subject = of_edge(graph, &edge);
        write(&subject)?;
        annotations(&subject.name, &edge.edge.evidence, options, &mut write)?;
    }
    for meeting in graph.meetings() {
        let subject = of_meeting(meeting);
        write(&subject)?;
        annotations(&subject.name, &meeting.evidence, options, &mut write)?;
        for (number, outcome) in meeting.outcomes.iter().enumerate() {
            let name = own(&format!("{}#outcome-{number}", meeting.id));
            let mut told = Subject::new(name.clone(), word("ip", "Outcome"));
            told.link(word("ip", "outcomeKind"), word("ip", outcome.kind.as_str()));
            told.link(word("prov", "wasGeneratedBy"), own(&meeting.id));
            write(&told)?;
            annotations(&name, &outcome.evidence, options, &mut write)?;
        }
    }
    Ok(())
}

fn document_name(id: &str) -> Name {
    own(&format!("document/{id}"))
}

fn of_document(document: &Document) -> Subject {
    let record = &document.record;
    let mut subject = Subject::new(document_name(&record.id), word("schema", "NewsArticle"));
    subject.link(word("rdf", "type"), word("prov", "Entity"));
    subject.text(word("dcterms", "identifier"), Some(&record.id));
    subject.text(word("schema", "headline"), record.title.as_deref());
    subject.date(
        word("schema", "datePublished"),
        record.date.map(PartialDate::from),
    );
    subject.text(word("schema", "publisher"), record.publisher.as_deref());
    subject.text(word("schema", "inLanguage"), record.lang.as_deref());
    // Only an address of the web becomes a link: others could run something where they are followed.
    let is_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = record.url.as_ref().filter(is_web) {
        subject.link(word("schema", "url"), Name::Address(url.clone()));
    }
    subject.text(word("ip", "sha256"), Some(&record.sha256));
    for other in &document.same_text {
        subject.link(word("prov", "alternateOf"), document_name(other));
    }
    subject
}

fn of_node(node: &Node) -> Subject {
    let class = match node.kind {
        NodeKind::Legislator | NodeKind::Official => word("foaf", "Person"),
        NodeKind::Chamber | NodeKind::Parliament => word("org", "FormalOrganization"),
        NodeKind::Commission | NodeKind::Assembly => word("org", "Organization"),
        NodeKind::State => word("schema", "Country"),
    };
    let mut subject = Subject::new(own(&node.id), class);
    subject.link(word("ip", "kind"), word("ip", node.kind.as_str()));
    if let Some(form) = node.form {
        subject.link(word("ip", "form"), word("ip", form.as_str()));
    }
    subject.text(word("skos", "prefLabel"), Some(&node.name));
    if node.kind.is_person() {
        subject.text(word("foaf", "name"), Some(&node.name));
    }
    for alias in &node.aliases {
        subject.text(word("skos", "altLabel"), Some(alias));
    }
    for known in &node.names {
        subject.text(word("ip", "nameInTime"), Some(&name_in_time(known)));
    }
    if let Some(state) = node.state {
        subject.link(word("ip", "actsFor"), own(&format!("state/{state}")));
    }
    let code = node.code.as_ref().map(StateCode::as_str);
    subject.text(word("dcterms", "identifier"), code);
    if let Some(wikidata) = &node.wikidata {
        subject.link(word("owl", "sameAs"), word("wd", wikidata));
    }
    subject
}

/// An edge has a name of its own, so that its confidence and evidence can be told; simple ties are said plainly as well.
fn of_edge(graph: &RelationGraph, at: &EdgeRef<'_>) -> Subject {
    let id = |n| graph.node(n).map_or("", |n| n.id.as_str());
    let (source, target) = (id(at.source), id(at.target));
    let name = own(&format!("edge/{source}/{target}/{}", at.edge.key()));
    let mut subject = match &at.edge.tie {
        Tie::Role {
            office,
            title,
            spells,
        } => {
            let mut subject = Subject::new(name, word("org", "Membership"));
            subject.link(word("org", "member"), own(source));
            subject.link(word("org", "organization"), own(target));
            subject.link(word("org", "role"), word("ip", office.as_str()));
            subject.text(word("rdfs", "label"), Some(title));
            for spell in spells {
                of_spell(&mut subject, spell);
            }
            subject
        }
        Tie::Visited { date, planned } => {
            let mut subject = Subject::new(name, word("schema", "TravelAction"));
            subject.link(word("schema", "agent"), own(source));
            subject.link(word("schema", "toLocation"), own(target));
            subject.date(word("schema", "startTime"), *date);
            let status = if *planned {
                "PotentialActionStatus"
            } else {
                "CompletedActionStatus"
            };
            subject.link(word("schema", "actionStatus"), word("schema", status));
            subject
        }
        Tie::Met { meeting, .. } | Tie::Attended { meeting, .. } => {
            let mut subject = plain(name, source, at, target);
            subject.link(word("prov", "wasDerivedFrom"), own(meeting));
            subject
        }
        Tie::PartOf | Tie::Links => plain(name, source, at, target),
    };
    subject.confidence(at.edge.confidence.as_hundredths());
    subject
}

/// A statement about a statement.
fn plain(name: Name, source: &str, at: &EdgeRef<'_>, target: &str) -> Subject {
    let mut subject = Subject::new(name, word("rdf", "Statement"));
    subject.link(word("rdf", "subject"), own(source));
    let predicate = match at.edge.tie {
        Tie::PartOf => word("org", "subOrganizationOf"),
        Tie::Links => word("org", "linkedTo"),
        Tie::Attended { .. } => word("ip", "attended"),
        _ => word("foaf", "knows"),
    };
    subject.link(word("rdf", "predicate"), predicate);
    subject.link(word("rdf", "object"), own(target));
    subject
}

fn of_spell(subject: &mut Subject, spell: &Spell) {
    for (name, day) in [
        ("notBefore", spell.not_before),
        ("firstSeen", spell.first_seen),
        ("lastSeen", spell.last_seen),
        ("notAfter", spell.not_after),
    ] {
        subject.date(word("ip", name), day.map(PartialDate::from));
    }
}

fn of_meeting(meeting: &Meeting) -> Subject {
    let mut subject = Subject::new(own(&meeting.id), word("schema", "Event"));
    subject.link(word("ip", "meetingKind"), word("ip", meeting.kind.as_str()));
    let status = match meeting.status {
        MeetingStatus::Held => "held",
        MeetingStatus::Planned => "planned",
    };
    subject.link(word("ip", "meetingStatus"), word("ip", status));
    subject.date(word("schema", "startDate"), meeting.date);
    subject.text(word("schema", "location"), meeting.place.as_deref());
    if let Some(body) = &meeting.body {
        subject.link(word("schema", "organizer"), own(body));
    }
    if let Some(session) = meeting.session {
        subject.typed(word("ip", "session"), &session, "integer");
    }
    let mut people: Vec<&String> = meeting.sides.iter().flatten().collect();
    people.extend(meeting.participants.iter().map(|p| &p.person));
    people.sort();
    people.dedup();
    for person in people {
        subject.link(word("schema", "attendee"), own(person));
    }
    subject.confidence(meeting.confidence.as_hundredths());
    subject
}

/// The evidence of something: annotations of the Web Annotation model, with places in code points.
fn annotations(
    of: &Name,
    evidence: &[Evidence],
    options: ExportOptions,
    write: &mut impl FnMut(&Subject) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let Name::Own(id) = of else { return Ok(()) };
    let (id, fragment) = id.split_once('#').unwrap_or((id, "said"));
    for (number, reason) in evidence.iter().enumerate() {
        let part = |what: &str| own(&format!("{id}#{fragment}-{what}-{number}"));
        match reason {
            Evidence::Words {
                document,
                start,
                end,
                quote,
                rule,
            } => {
                let mut note = noted(part("note"), of, part("target"));
                note.text(word("ip", "rule"), Some(rule));
                write(&note)?;
                let mut target = Subject::new(part("target"), word("oa", "SpecificResource"));
                target.link(word("oa", "hasSource"), document_name(document));
                target.link(word("oa", "hasSelector"), part("place"));
                let quote = quote.as_deref().filter(|_| options.quotes);
                if quote.is_some() {
                    target.link(word("oa", "hasSelector"), part("quote"));
                }
                write(&target)?;
                let mut place = Subject::new(part("place"), word("oa", "TextPositionSelector"));
                place.typed(word("oa", "start"), start, "nonNegativeInteger");
                place.typed(word("oa", "end"), end, "nonNegativeInteger");
                write(&place)?;
                if quote.is_some() {
                    let mut words = Subject::new(part("quote"), word("oa", "TextQuoteSelector"));
                    words.text(word("oa", "exact"), quote);
                    write(&words)?;
                }
            }
            Evidence::Table { table, row } => {
                let target = own(&format!("table/{table}/{row}"));
                write(&noted(part("note"), of, target))?;
            }
            Evidence::Judgement { judgement, source } => {
                let target = own(&format!("judgement/{judgement}"));
                let mut note = noted(part("note"), of, target);
                note.text(word("dcterms", "source"), Some(source));
                write(&note)?;
            }
        }
    }
    Ok(())
}

/// An annotation that says something of what its target tells.
fn noted(name: Name, of: &Name, target: Name) -> Subject {
    let mut note = Subject::new(name, word("oa", "Annotation"));
    note.link(word("oa", "hasBody"), of.clone());
    note.link(word("oa", "hasTarget"), target);
    note
}
