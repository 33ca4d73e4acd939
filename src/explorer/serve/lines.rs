//! Long answers as lines of JSON, sent as they are written: no more of one is held than its reader has still to take.
//!
//! Each line is an object of one name that says what it is: `{"source": …}`, `{"meeting": …}`.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use futures_core::Stream;
use serde::Serialize;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::answer::Refusal;
use super::asked::Asked;
use super::lists;
use super::packed::Held;
use super::told::Told;
use crate::archive::Lines as Rows;
use crate::export::json;

/// What lines of JSON are called.
pub(super) const MEDIA_TYPE: &str = "application/x-ndjson";
/// Lines are sent when they have so many bytes together.
const PIECE: usize = 32 << 10;
/// So many pieces wait for the reader.
const WAITING: usize = 2;

/// An answer that is yet to be written.
pub(super) type Lines = Box<dyn FnOnce(&mut Writer) -> io::Result<()> + Send>;
/// A question: of what is told and what was asked, lines.
pub(super) type Question = fn(&Arc<Told>, Asked) -> Result<Lines, Refusal>;

/// Whether lines are asked for.
pub(super) fn wanted(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter();
    let mut accepted = accepted.filter_map(|list| list.to_str().ok());
    accepted.any(|list| {
        let types = list.split(',').filter_map(|part| part.split(';').next());
        types.map(str::trim).any(|name| name == MEDIA_TYPE)
    })
}

/// The graph: documents, meetings, nodes, edges, each as in the graph's JSON.
pub(super) fn graph(told: &Arc<Told>, asked: Asked) -> Result<Lines, Refusal> {
    asked.end()?;
    let told = Arc::clone(told);
    Ok(Box::new(move |out| {
        let rows = json::lines(&told.graph);
        out.rows("document", rows.documents)?;
        out.rows("meeting", rows.meetings)?;
        out.rows("node", rows.nodes)?;
        out.rows("edge", rows.edges)
    }))
}

/// The meetings that fit, behind the sources that they name.
pub(super) fn meetings(told: &Arc<Told>, asked: Asked) -> Result<Lines, Refusal> {
    let found = lists::meetings(&told.graph, asked)?;
    Ok(Box::new(move |out| {
        out.line("undated", &found.undated)?;
        for source in &found.sources {
            out.line("source", source)?;
        }
        for meeting in &found.meetings {
            out.line("meeting", meeting)?;
        }
        Ok(())
    }))
}

/// Where lines are written to.
#[derive(Debug)]
pub(super) struct Writer {
    held: Held,
    /// Bytes of lines that were written and not yet sent.
    waiting: usize,
    sender: Sender<io::Result<Bytes>>,
}

impl Writer {
    fn line(&mut self, name: &str, value: &impl Serialize) -> io::Result<()> {
        let value = serde_json::to_string(value)?;
        self.write(format_args!("{{\"{name}\":{value}}}\n"))
    }

    /// Writes what is a line of JSON already.
    fn rows<K>(&mut self, name: &str, rows: Rows<'_, K>) -> io::Result<()> {
        for row in rows {
            let (_, line) = row?;
            self.write(format_args!("{{\"{name}\":{line}}}\n"))?;
        }
        Ok(())
    }

    fn write(&mut self, line: std::fmt::Arguments<'_>) -> io::Result<()> {
        let line = line.to_string();
        io::Write::write_all(&mut self.held, line.as_bytes())?;
        self.waiting += line.len();
        if self.waiting >= PIECE {
            self.waiting = 0;
            let piece = self.held.take()?;
            self.send(piece)?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let piece = self.held.end()?;
        self.send(piece)
    }

    /// Waits until the reader has room for it; an error where there is no reader any more.
    fn send(&mut self, piece: Bytes) -> io::Result<()> {
        let sent = self.sender.blocking_send(Ok(piece));
        sent.map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// What is written and not yet read.
#[derive(Debug)]
struct Pieces(Receiver<io::Result<Bytes>>);

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

/// The body of an answer, packed or not, and what writes it: the latter waits for its reader, and is for a thread that may.
pub(super) fn body(lines: Lines, is_packed: bool) -> (Body, impl FnOnce() + Send) {
    let (sender, pieces) = channel(WAITING);
    let mut writer = Writer {
        held: Held::new(is_packed),
        waiting: 0,
        sender,
    };
    let write = move || {
        let written = lines(&mut writer).and_then(|()| writer.end());
        if let Err(error) = written {
            // The answer breaks off, so that nobody takes a part of it for the whole. Where the reader is gone, none hears it.
            let _ = writer.sender.blocking_send(Err(error));
        }
    };
    (Body::from_stream(Pieces(pieces)), write)
}
