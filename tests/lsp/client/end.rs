//! How the server ends, and how the editor leaves it.

use std::io::Read as _;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::{Duration, Instant};

use super::{Editor, PATIENCE};

impl Editor {
    /// Closes the server's input.
    pub(crate) fn hang_up(&mut self) {
        self.transcript.stops("hangs up");
        self.input = None;
    }

    /// Where it is written down, waits for what is begun: whatever is open then never comes.
    fn see_out(&mut self) {
        let end = Instant::now() + PATIENCE;
        while self.input.is_some() && self.transcript.waits() && Instant::now() < end {
            match self.messages.recv_timeout(Duration::from_millis(20)) {
                Ok(message) => drop(self.is_question(&message)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.transcript.stops("ends");
    }

    /// The number of the server's process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// That the server ends with a status within so many seconds, without a panic.
    #[track_caller]
    pub(crate) fn ends(mut self, status: i32, seconds: u64) {
        let end = Instant::now() + Duration::from_secs(seconds);
        let ended = loop {
            if let Some(ended) = self.child.try_wait().unwrap() {
                break ended;
            }
            assert!(Instant::now() < end, "the server still runs");
            thread::sleep(Duration::from_millis(5));
        };
        let mut told = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!((ended.code(), &*told), (Some(status), ""));
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.see_out();
        }
        // One that has ended already cannot be killed, which is no matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
