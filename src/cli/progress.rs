//! A counter on standard error for work that takes more than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::failure::Told;
use super::terminal::Console;

const PATIENCE: Duration = Duration::from_secs(1);

/// Counts what is done. It draws nothing before a second has passed, and nothing where standard error is no terminal.
pub(crate) struct Progress {
    console: Console,
    started: Instant,
    bar: Option<ProgressBar>,
    done: u64,
}

impl Progress {
    /// A counter at nothing.
    pub(crate) fn new(console: Console) -> Self {
        Self {
            console,
            started: Instant::now(),
            bar: None,
            done: 0,
        }
    }

    /// Counts so many more.
    pub(crate) fn add(&mut self, count: usize) {
        self.done += u64::try_from(count).unwrap_or(0);
        if self.bar.is_none() && self.console.shows_progress() && self.started.elapsed() > PATIENCE
        {
            let style = ProgressStyle::with_template("{spinner} {pos} articles read, {per_sec}");
            let bar = ProgressBar::new_spinner();
            self.bar =
                Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner())));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Prints an error above the counter.
    pub(crate) fn error(&self, told: &Told) {
        match &self.bar {
            Some(bar) => bar.suspend(|| self.console.error(told)),
            None => self.console.error(told),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
