//! A bar on standard error that shows how far a long run is; it is gone when the run is done.

use std::io::Write;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::policy::Lang;
use crate::texts::Texts;
use crate::workspace::Progress;

/// Runs shorter than this show nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// The time between two pictures.
const BEAT: Duration = Duration::from_millis(100);
/// The width of the bar, in columns.
const WIDTH: usize = 30;
/// Back to the first column, and everything behind it away.
const CLEAR: &str = "\r\u{1B}[K";

/// Does `work` and shows meanwhile how much is done. Call it only where a terminal is at the other end of `err`.
pub(super) fn during<T>(err: &mut (dyn Write + Send), lang: Lang, progress: &Progress, work: impl FnOnce() -> T) -> T {
    watched(&mut Line { err, lang, progress }, PATIENCE, work)
}

/// The line and what it shows.
struct Line<'a> {
    err: &'a mut (dyn Write + Send),
    lang: Lang,
    progress: &'a Progress,
}

fn watched<T>(line: &mut Line<'_>, patience: Duration, work: impl FnOnce() -> T) -> T {
    // The end is told by dropping the sender, also where the work panics.
    let (running, ended) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || line.show(&ended, patience));
        let result = work();
        drop(running);
        result
    })
}

impl Line<'_> {
    /// Draws until the work has ended. Where the terminal is gone, it is silent.
    fn show(&mut self, ended: &mpsc::Receiver<()>, patience: Duration) {
        let mut wait = patience;
        let mut drawn = false;
        while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
            let picture = self.picture();
            if write!(self.err, "{CLEAR}{picture}").and_then(|()| self.err.flush()).is_err() {
                return;
            }
            (wait, drawn) = (BEAT, true);
        }
        if drawn {
            let _ = write!(self.err, "{CLEAR}").and_then(|()| self.err.flush());
        }
    }
}

impl Line<'_> {
    /// The bar, and in words how much of how much is done.
    fn picture(&self) -> String {
        let done = self.progress.done.load(Ordering::Relaxed);
        let total = self.progress.total.load(Ordering::Relaxed);
        let filled = (done * WIDTH).checked_div(total).unwrap_or_default().min(WIDTH);
        let text = Texts::get(self.lang).format("cli-progress", &[("done", done.into()), ("total", total.into())]);
        format!("[{}{}] {text}", "#".repeat(filled), " ".repeat(WIDTH - filled))
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::{CLEAR, Line, PATIENCE, Progress, watched};
    use crate::policy::Lang;

    fn shown(patience: Duration, work: Duration) -> String {
        let mut bytes = Vec::new();
        let progress = Progress { done: 7.into(), total: 14.into() };
        let mut line = Line { err: &mut bytes, lang: Lang::En, progress: &progress };
        assert_eq!(watched(&mut line, patience, || thread::sleep(work)), ());
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_short_run_shows_nothing() {
        assert_eq!(shown(PATIENCE, Duration::ZERO), "");
    }

    #[test]
    fn a_long_run_shows_how_far_it_is_and_leaves_nothing() {
        let text = shown(Duration::ZERO, Duration::from_millis(150));
        assert!(text.contains("[###############               ] 7 of 14 documents"), "{text:?}");
        assert!(text.starts_with(CLEAR) && text.ends_with(CLEAR), "{text:?}");
    }
}
