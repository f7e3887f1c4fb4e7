//! The one door to the worker: messages in the order in which they were put.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Messages for one thread.
#[derive(Debug)]
pub(super) struct Mailbox<T> {
    messages: Mutex<VecDeque<T>>,
    come: Condvar,
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        Self { messages: Mutex::default(), come: Condvar::new() }
    }
}

impl<T> Mailbox<T> {
    /// Puts a message; never waits.
    pub(super) fn put(&self, message: T) {
        self.messages().push_back(message);
        self.come.notify_one();
    }

    /// All messages, as soon as there is one; none where for so long there is none.
    pub(super) fn take(&self, patience: Duration) -> VecDeque<T> {
        let empty = |messages: &mut VecDeque<T>| messages.is_empty();
        let waited = self.come.wait_timeout_while(self.messages(), patience, empty);
        let (mut messages, _) = waited.unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut messages)
    }

    /// All messages that are there.
    pub(super) fn take_now(&self) -> VecDeque<T> {
        std::mem::take(&mut self.messages())
    }

    /// Whether a message waits.
    pub(super) fn has_some(&self) -> bool {
        !self.messages().is_empty()
    }

    fn messages(&self) -> MutexGuard<'_, VecDeque<T>> {
        // Changed by single steps: one who panicked has left it whole.
        self.messages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
