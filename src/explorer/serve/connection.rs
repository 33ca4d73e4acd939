//! Connections: so many at once, and none that only waits.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// So many connections are open at once; further ones wait until one ends.
const MOST: usize = 512;
/// From the beginning or the last written byte on, so long may a client take for its next request or for taking more of
/// an answer. Bytes that come in do not give more time, so one that sends them one by one is cut off as well. While an answer
/// is worked on, it is the server that takes its time: nobody is cut off then, who would not know what became of a correction.
const PATIENCE: Duration = Duration::from_secs(20);

/// A listener that has only so many connections open.
pub(super) struct Bounded {
    inner: TcpListener,
    free: Arc<Semaphore>,
    patience: Duration,
}

impl Bounded {
    pub(super) fn new(inner: TcpListener) -> Self {
        Self {
            inner,
            free: Arc::new(Semaphore::new(MOST)),
            patience: PATIENCE,
        }
    }
}

impl Listener for Bounded {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        // The semaphore is never closed; if it were, connections would be without a bound.
        let permit = Arc::clone(&self.free).acquire_owned().await.ok();
        let (stream, address) = Listener::accept(&mut self.inner).await;
        let connection = Connection {
            stream,
            deadline: Box::pin(sleep(self.patience)),
            patience: self.patience,
            work: Work::default(),
            _permit: permit,
        };
        (connection, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// How many answers to a connection are worked on.
#[derive(Debug, Clone, Default)]
pub(super) struct Work(Arc<AtomicUsize>);

/// An answer that is worked on, until it goes out of sight.
pub(super) struct Working(Work);

impl Work {
    /// Begins one.
    pub(super) fn begin(&self) -> Working {
        self.0.fetch_add(1, Ordering::Relaxed);
        Working(self.clone())
    }

    fn is_done(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Connected<IncomingStream<'_, Bounded>> for Work {
    fn connect_info(stream: IncomingStream<'_, Bounded>) -> Self {
        stream.io().work.clone()
    }
}

/// A connection with a deadline.
pub(super) struct Connection {
    stream: TcpStream,
    deadline: Pin<Box<Sleep>>,
    patience: Duration,
    work: Work,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Connection {
    /// What is not ready is an error when the deadline is over.
    fn patiently<T>(
        &mut self,
        context: &mut Context<'_>,
        polled: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        while polled.is_pending() && self.deadline.as_mut().poll(context).is_ready() {
            if !self.work.is_done() {
                self.more_time();
                continue;
            }
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        polled
    }

    fn more_time(&mut self) {
        let deadline = Instant::now() + self.patience;
        self.deadline.as_mut().reset(deadline);
    }

    fn written(&mut self, polled: &Poll<io::Result<usize>>) {
        if matches!(polled, Poll::Ready(Ok(bytes)) if *bytes > 0) {
            self.more_time();
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.patiently(context, polled)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(&polled);
        self.patiently(context, polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.written(&polled);
        self.patiently(context, polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use std::future::poll_fn;

    use super::*;

    #[test]
    fn one_that_waits_for_an_answer_is_not_cut_off() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let inner = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = inner.local_addr().unwrap();
            let mut listener = Bounded::new(inner);
            listener.patience = Duration::from_millis(40);
            let _client = TcpStream::connect(address).await.unwrap();
            let (mut connection, _) = listener.accept().await;
            let work = connection.work.clone();
            let working = work.begin();
            let begun = Instant::now();
            tokio::spawn(async move {
                sleep(Duration::from_millis(300)).await;
                drop(working);
            });
            let mut byte = [0];
            let mut buffer = ReadBuf::new(&mut byte);
            let read = poll_fn(|c| Pin::new(&mut connection).poll_read(c, &mut buffer));
            let ended = read.await.unwrap_err();
            assert_eq!(ended.kind(), io::ErrorKind::TimedOut);
            assert!(begun.elapsed() >= Duration::from_millis(300));
        });
    }
}
