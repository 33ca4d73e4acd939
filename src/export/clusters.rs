//! Who was taken for whom, and in what articles differ on a meeting, as JSON.
//!
//! `docs/judgements.md` tells the form. A line is a node or a meeting, in the order of their ids, so that two such files
//! can be laid beside each other.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use crate::claim::{Assertion, Reading};
use crate::graph::Folded;
use crate::identity::{Because, Cluster, Gathering, Reasons, Telling, clean};
use crate::ontology::{MeetingStatus, NodeKind};
use crate::text::PartialDate;

/// The version of the form.
const SCHEMA: u32 = 1;

/// A node.
#[derive(Debug, Serialize)]
struct WireCluster<'f> {
    id: &'f str,
    kind: NodeKind,
    name: &'f str,
    mentions: Vec<WireMention<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    apart: Vec<WireApart<'f>>,
}

/// A mention, with what speaks for it being of its node.
#[derive(Debug, Serialize)]
struct WireMention<'f> {
    #[serde(flatten)]
    from: WireFrom<'f>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<WireBecause>,
}

/// Where something is told.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum WireFrom<'f> {
    Document { document: &'f str, sha256: &'f str },
    Judgement { judgement: String },
}

/// Why a mention is of its node.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum WireBecause {
    Row(String),
    SameName(bool),
    Spelling { like: String, score: f64 },
    Judgement(String),
    Context(bool),
}

/// A node from which people tell this one apart.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct WireApart<'f> {
    from: &'f str,
    judgement: String,
}

/// A meeting.
#[derive(Debug, Serialize)]
struct WireMeeting<'f> {
    id: &'f str,
    tellings: Vec<WireTelling<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differ: Vec<&'static str>,
}

/// What one article says of a meeting.
#[derive(Debug, Serialize)]
struct WireTelling<'f> {
    #[serde(flatten)]
    from: WireFrom<'f>,
    status: MeetingStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u32>,
    sides: Vec<Vec<&'f str>>,
}

/// Writes what was decided in a fold, a node or meeting a line, with a line feed at the end.
///
/// ```
/// use interparl::{export::clusters, graph::{Folded, fold_judged}, identity::Judgements};
/// let mut bytes = Vec::new();
/// let folded: Folded = fold_judged(Vec::new(), &Judgements::new());
/// clusters::write(&folded, &mut bytes)?;
/// assert_eq!(bytes, b"{\n \"schema\": 1,\n \"nodes\": [],\n \"meetings\": []\n}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Where `out` does not take the bytes.
pub fn write(folded: &Folded, out: &mut dyn Write) -> io::Result<()> {
    let teller = Teller::new(folded);
    write!(out, "{{\n \"schema\": {SCHEMA},\n \"nodes\": ")?;
    let clusters = folded.identities.clusters().iter().enumerate();
    list(
        out,
        clusters.map(|(place, cluster)| teller.cluster(place, cluster)),
    )?;
    out.write_all(b",\n \"meetings\": ")?;
    list(out, folded.gatherings.iter().map(|g| teller.meeting(g)))?;
    out.write_all(b"\n}\n")
}

/// Writes a list with one entry a line.
fn list<T: Serialize>(out: &mut dyn Write, entries: impl Iterator<Item = T>) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut between = "\n  ";
    for entry in entries {
        out.write_all(between.as_bytes())?;
        serde_json::to_writer(&mut *out, &entry)?;
        between = ",\n  ";
    }
    out.write_all(if between == "\n  " { b"]" } else { b"\n ]" })
}

struct Teller<'f> {
    folded: &'f Folded,
    reasons: Reasons<'f>,
    /// The places of clusters that people tell apart, with the judgements.
    apart: BTreeMap<usize, BTreeSet<WireApart<'f>>>,
}

impl<'f> Teller<'f> {
    fn new(folded: &'f Folded) -> Self {
        let Folded {
            judged, identities, ..
        } = folded;
        let mut apart: BTreeMap<usize, BTreeSet<WireApart<'f>>> = BTreeMap::new();
        for (one, other, judgement) in judged.guide.differents() {
            let place = |m: crate::identity::Mention| identities.of(m.reading, m.entity);
            let (Some(one), Some(other)) = (place(one), place(other)) else {
                continue;
            };
            for (at, from) in [(one, other), (other, one)] {
                if let Some(cluster) = identities.cluster(from) {
                    let (from, judgement) = (cluster.id.as_str(), judgement.to_string());
                    let apart = apart.entry(at).or_default();
                    apart.insert(WireApart { from, judgement });
                }
            }
        }
        Self {
            folded,
            reasons: Reasons::new(&judged.readings, &judged.guide),
            apart,
        }
    }

    fn cluster(&self, place: usize, cluster: &'f Cluster) -> WireCluster<'f> {
        let why = self.reasons.of(cluster);
        let mentions = cluster.mentions.iter().zip(why);
        let mentions = mentions.filter_map(|(mention, why)| {
            let reading = self.folded.judged.readings.get(mention.reading)?;
            let entity = reading.entities.get(mention.entity)?;
            let form = entity.forms.iter().find(|form| form.name);
            let form = form.or(entity.forms.first());
            Some(WireMention {
                from: self.from(mention.reading, reading),
                start: form.map(|form| form.start),
                end: form.map(|form| form.end),
                name: clean(form.map_or(&entity.name, |form| &form.text)),
                because: why.into_iter().map(because).collect(),
            })
        });
        let apart = self.apart.get(&place).into_iter().flatten();
        WireCluster {
            id: &cluster.id,
            kind: cluster.kind,
            name: &cluster.name,
            mentions: mentions.collect(),
            apart: apart
                .map(|apart| WireApart {
                    from: apart.from,
                    judgement: apart.judgement.clone(),
                })
                .collect(),
        }
    }

    /// Where a reading is from. That of an added fact is from a judgement.
    fn from(&self, place: usize, reading: &'f Reading) -> WireFrom<'f> {
        match self.folded.judged.facts.get(&place) {
            Some(fact) => WireFrom::Judgement {
                judgement: fact.judgement.to_string(),
            },
            None => WireFrom::Document {
                document: &reading.document.id,
                sha256: &reading.document.sha256,
            },
        }
    }

    fn meeting(&self, gathering: &'f Gathering) -> WireMeeting<'f> {
        let tellings = gathering.tellings.iter();
        let tellings: Vec<_> = tellings.filter_map(|t| self.telling(*t)).collect();
        WireMeeting {
            id: &gathering.id,
            differ: differences(&tellings),
            tellings,
        }
    }

    fn telling(&self, told: Telling) -> Option<WireTelling<'f>> {
        let reading = self.folded.judged.readings.get(told.reading)?;
        let Assertion::Meeting {
            status,
            sides,
            date,
            place,
            session,
            ..
        } = &reading.claims.get(told.claim)?.assertion
        else {
            return None;
        };
        let id = |entity: &usize| {
            let place = self.folded.identities.of(told.reading, *entity)?;
            Some(self.folded.identities.cluster(place)?.id.as_str())
        };
        let side = |side: &Vec<usize>| {
            let mut people: Vec<&str> = side.iter().filter_map(id).collect();
            people.sort_unstable();
            people.dedup();
            people
        };
        let mut sides: Vec<Vec<&str>> = sides.iter().map(side).collect();
        sides.sort();
        Some(WireTelling {
            from: self.from(told.reading, reading),
            status: *status,
            date: *date,
            place: place
                .as_deref()
                .map(clean)
                .filter(|place| !place.is_empty()),
            session: *session,
            sides,
        })
    }
}

fn because(why: Because) -> WireBecause {
    match why {
        Because::Row(row) => WireBecause::Row(row),
        Because::Name => WireBecause::SameName(true),
        Because::Spelling { like, alike } => WireBecause::Spelling {
            like,
            score: f64::from(alike.thousandths()) / 1000.0,
        },
        Because::Judgement(id) => WireBecause::Judgement(id.to_string()),
        Because::Context => WireBecause::Context(true),
    }
}

/// The fields in which tellings differ. That one is silent where another speaks is no difference.
fn differences(tellings: &[WireTelling<'_>]) -> Vec<&'static str> {
    fn differ<T: Ord>(values: impl Iterator<Item = Option<T>>) -> bool {
        values.flatten().collect::<BTreeSet<T>>().len() > 1
    }
    let all = tellings.iter();
    let found = [
        ("status", differ(all.clone().map(|t| Some(t.status)))),
        ("date", differ(all.clone().map(|t| t.date))),
        ("place", differ(all.clone().map(|t| t.place.as_deref()))),
        ("session", differ(all.clone().map(|t| t.session))),
        ("sides", differ(all.map(|t| Some(&t.sides)))),
    ];
    let found = found.into_iter().filter(|(_, differ)| *differ);
    found.map(|(field, _)| field).collect()
}
