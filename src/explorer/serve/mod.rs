//! The page and the answers of [`query`](crate::query) over HTTP, for one graph.
//!
//! All is questions, answered to `GET` and `HEAD` alone, but for what `edit` lets those do who may correct an archive. `guard`
//! says who may ask, `asked` with which parameters, `answer`, `lists` and `texts` what is told, `told` of which graph, `follow`
//! lets it be that of the archive as others change it, `lines` sends what is long, `desk` says how much is worked on at once,
//! `connection` how long one may take.
//! `openapi.json` describes the answers, and a test holds it against the server.

mod answer;
mod asked;
mod base64;
mod connection;
mod desk;
mod edit;
mod follow;
mod guard;
mod lines;
mod lists;
mod packed;
mod reply;
mod routes;
mod texts;
mod told;

use std::fmt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;

pub use self::edit::{EditOptions, Token};

use self::connection::{Bounded, Work};
use self::guard::Hosts;
use self::routes::Shared;
use crate::export::ExportOptions;
use crate::graph::RelationGraph;

/// The description of the answers, as the server gives it at `/api/v1/openapi.json`.
pub const OPENAPI: &str = include_str!("openapi.json");

/// So long may requests that have begun go on when the server is to end.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// How a graph is served.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Where to listen; port 0 takes any free one.
    pub address: SocketAddr,
    /// Names by which the server may be called beside its address, such as the one a proxy passes on.
    pub hosts: Vec<String>,
    /// What of the graph is told.
    pub export: ExportOptions,
    /// The archive of which the graph was made, so that what stands around the words of an article is told; `None` where
    /// there is none. It is not told either where `export` leaves the words out. The graph follows it: what other programs
    /// put in is told some seconds later.
    pub archive: Option<PathBuf>,
    /// As [`Archive::generation`](crate::archive::Archive::generation) said before the graph was read of the archive; `None`
    /// where it is not known, and the graph is made anew once.
    pub generation: Option<i64>,
    /// How the archive may be corrected; `None` where it may not.
    pub edit: Option<EditOptions>,
}

/// What is done when the process is told to end.
type End = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A server that listens, but does not answer yet.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    shared: Arc<Shared>,
    hosts: Hosts,
    end: End,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Takes the address and prepares the page. The graph is written once, so that every answer is the same.
    ///
    /// # Errors
    /// Where the address cannot be taken, the system gives no threads, or does not let signals be waited for.
    pub fn bind(graph: RelationGraph, options: &ServeOptions) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind(options.address))?;
        let address = listener.local_addr()?;
        // Whoever is told the address may end the process at once.
        let end = {
            let _entered = runtime.enter();
            end()?
        };
        Ok(Self {
            end: Box::pin(end),
            shared: Arc::new(Shared::new(graph, options)?),
            hosts: Hosts::new(address, &options.hosts),
            runtime,
            listener,
            address,
        })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process is told to end (`SIGINT`, `SIGTERM`); what has begun is finished, for some seconds.
    ///
    /// # Errors
    /// Where the socket fails.
    pub fn run(self) -> io::Result<()> {
        let (tell, mut told) = tokio::sync::watch::channel(false);
        if self.shared.followed.is_some() {
            self.runtime.spawn(follow::follow(Arc::clone(&self.shared)));
        }
        let router = routes::router(self.shared, self.hosts);
        let router = router.into_make_service_with_connect_info::<Work>();
        let listener = Bounded::new(self.listener);
        self.runtime.block_on(async move {
            let stop = async move {
                self.end.await;
                let _ = tell.send(true);
            };
            let late = async move {
                let _ = told.wait_for(|stopping| *stopping).await;
                tokio::time::sleep(LAST_ANSWERS).await;
            };
            tokio::select! {
                served = async { axum::serve(listener, router).with_graceful_shutdown(stop).await } => served,
                () = late => Ok(()),
            }
        })?;
        // A question that is still worked on is not waited for.
        self.runtime.shutdown_background();
        Ok(())
    }
}

/// Is done when the process is told to end.
#[cfg(unix)]
fn end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Is done when the process is told to end.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
