//! Where questions are worked on: so many at once, each for so long as one who asks should wait.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

/// So many questions are worked on at once.
const AT_WORK: usize = 16;
/// So long a question may wait and be worked on.
const LONGEST: Duration = Duration::from_secs(10);
/// So many long answers are written at once for readers that take them slowly.
const WRITTEN: usize = 32;

/// The places at which questions are worked on.
#[derive(Debug)]
pub(super) struct Desk {
    free: Arc<Semaphore>,
    writing: Arc<Semaphore>,
    longest: Duration,
}

/// Why a question has no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unanswered {
    /// It waited or took too long.
    Late,
    /// The work on it broke down.
    Failed,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            free: Arc::new(Semaphore::new(AT_WORK)),
            writing: Arc::new(Semaphore::new(WRITTEN)),
            longest: LONGEST,
        }
    }
}

impl Desk {
    /// Works on a question on a thread of its own when there is room. One that takes too long is not waited for, but keeps its
    /// place until it is done: else whoever asks such questions would have any number of them worked on.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unanswered> {
        let working = async {
            let permit = Arc::clone(&self.free).acquire_owned().await;
            let permit = permit.map_err(|_| Unanswered::Failed)?;
            let done = tokio::task::spawn_blocking(move || {
                let done = job();
                drop(permit);
                done
            });
            done.await.map_err(|_| Unanswered::Failed)
        };
        let done = tokio::time::timeout(self.longest, working).await;
        done.unwrap_or(Err(Unanswered::Late))
    }

    /// Lets a long answer be written beside that, for as long as its reader takes; there is none where too many are.
    pub(super) fn write(&self, write: impl FnOnce() + Send + 'static) -> Result<(), Unanswered> {
        let permit = Arc::clone(&self.writing).try_acquire_owned();
        let permit = permit.map_err(|_| Unanswered::Late)?;
        tokio::task::spawn_blocking(move || {
            write();
            drop(permit);
        });
        Ok(())
    }
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what is missing"
)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn one_that_takes_too_long_keeps_its_place_until_it_is_done() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let desk = Desk {
            free: Arc::new(Semaphore::new(1)),
            longest: Duration::from_millis(50),
            ..Desk::default()
        };
        let (end, until) = mpsc::channel::<()>();
        runtime.block_on(async {
            let long = desk.work(move || until.recv()).await;
            assert_eq!(long.map(|_| ()), Err(Unanswered::Late));
            assert_eq!(desk.work(|| 1).await, Err(Unanswered::Late));
            end.send(()).unwrap();
            // The place is free soon after.
            for _ in 0..100 {
                if desk.work(|| 2).await == Ok(2) {
                    return;
                }
            }
            panic!("the place is never free again");
        });
    }

    #[test]
    fn a_question_that_breaks_down_gives_its_place_back() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let desk = Desk {
            free: Arc::new(Semaphore::new(1)),
            ..Desk::default()
        };
        runtime.block_on(async {
            let broken: Result<(), _> = desk.work(|| panic!("as this one does")).await;
            assert_eq!(broken, Err(Unanswered::Failed));
            assert_eq!(desk.work(|| 3).await, Ok(3));
        });
    }
}
