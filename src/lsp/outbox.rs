//! What is to be written: in order, but of the lists of one document only the latest. Nobody who puts something here waits.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// From so many bytes on no more input is read: a client that does not read gets no more answers.
const FULL: usize = 64 * 1024 * 1024;
/// From so many waiting messages on, those that may be lost are.
const MANY: usize = 1024;
/// So many bytes are written at once, where there are that many: each writing costs as much as some messages do.
const TOGETHER: usize = 64 * 1024;

/// A message of which the bytes wait.
#[derive(Debug)]
enum Item {
    Message(Vec<u8>),
    /// The list of a document, by its URI; the bytes stand in [`Queue::lists`].
    List(Arc<str>),
}

/// What still comes in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Takes {
    #[default]
    All,
    Answers,
    /// What waits is still written.
    Nothing,
}

#[derive(Debug, Default)]
struct Queue {
    items: VecDeque<Item>,
    lists: HashMap<Arc<str>, Vec<u8>>,
    /// Of messages, without lists.
    bytes: usize,
    takes: Takes,
    /// Nobody writes any more.
    gone: bool,
    /// The writer is at work on a message that it has taken.
    writing: bool,
}

impl Queue {
    fn next(&mut self) -> Option<Vec<u8>> {
        match self.items.pop_front()? {
            Item::Message(message) => {
                self.bytes = self.bytes.saturating_sub(message.len());
                Some(message)
            }
            Item::List(uri) => self.lists.remove(&uri),
        }
    }
}

/// The queue of what is to be written.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    queue: Mutex<Queue>,
    changed: Condvar,
}

impl Outbox {
    /// Puts an answer.
    pub(super) fn answer(&self, message: Vec<u8>) {
        self.push(self.queue(), message);
    }

    /// Puts a message that nobody asked for, and that is never lost.
    pub(super) fn put(&self, message: Vec<u8>) {
        let queue = self.queue();
        if queue.takes == Takes::All {
            self.push(queue, message);
        }
    }

    fn push(&self, mut queue: MutexGuard<'_, Queue>, message: Vec<u8>) {
        if queue.takes != Takes::Nothing {
            queue.bytes += message.len();
            queue.items.push_back(Item::Message(message));
            self.changed.notify_all();
        }
    }

    /// Puts a message that is lost where too many wait.
    pub(super) fn offer(&self, message: Vec<u8>) {
        if self.queue().items.len() < MANY {
            self.put(message);
        }
    }

    /// Puts the lists of documents, by their URIs, each in the place of one that still waits.
    pub(super) fn put_lists(&self, lists: impl Iterator<Item = (Arc<str>, Vec<u8>)>) {
        let mut queue = self.queue();
        if queue.takes != Takes::All {
            return;
        }
        for (uri, message) in lists {
            if queue.lists.insert(Arc::clone(&uri), message).is_none() {
                queue.items.push_back(Item::List(uri));
            }
        }
        self.changed.notify_all();
    }

    /// The next messages, as many as are written at once, as soon as there are any; `None` where no more come.
    pub(super) fn take(&self) -> Option<Vec<u8>> {
        let mut queue = self.queue();
        queue.writing = false;
        self.changed.notify_all();
        loop {
            if let Some(mut bytes) = queue.next() {
                while bytes.len() < TOGETHER
                    && let Some(more) = queue.next()
                {
                    bytes.extend(more);
                }
                queue.writing = true;
                return Some(bytes);
            }
            if queue.takes == Takes::Nothing {
                return None;
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until there is room for more answers.
    pub(super) fn wait_for_room(&self) {
        let full = |queue: &mut Queue| queue.bytes > FULL && queue.takes != Takes::Nothing;
        drop(self.changed.wait_while(self.queue(), full));
    }

    /// Takes only answers from here on.
    pub(super) fn hush(&self) {
        self.queue().takes = Takes::Answers;
    }

    /// Takes no more, and waits until what is there has been written, or for so long.
    pub(super) fn finish(&self, patience: std::time::Duration) {
        let mut queue = self.queue();
        queue.takes = Takes::Nothing;
        self.changed.notify_all();
        let busy = |queue: &mut Queue| !queue.gone && (queue.writing || !queue.items.is_empty());
        drop(self.changed.wait_timeout_while(queue, patience, busy));
    }

    /// Nothing can be written any more.
    pub(super) fn give_up(&self) {
        let mut queue = self.queue();
        (queue.gone, queue.takes) = (true, Takes::Nothing);
        queue.items.clear();
        queue.lists.clear();
        self.changed.notify_all();
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Changed by single steps: one who panicked has left it whole.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{MANY, Outbox, TOGETHER, Takes};

    fn taken(outbox: &Outbox) -> Vec<String> {
        outbox.queue().takes = Takes::Nothing;
        std::iter::from_fn(|| outbox.take()).map(|bytes| String::from_utf8(bytes).unwrap()).collect()
    }

    #[test]
    fn a_later_list_takes_the_place_of_one_that_waits() {
        let outbox = Outbox::default();
        outbox.put_lists([("a".into(), b"a1".to_vec())].into_iter());
        outbox.put(b"answer".to_vec());
        outbox.put_lists([("b".into(), b"b1".to_vec()), ("a".into(), b"a2".to_vec())].into_iter());
        assert_eq!(taken(&outbox), ["a2answerb1"]);
    }

    #[test]
    fn what_may_be_lost_is_lost_where_many_wait() {
        let outbox = Outbox::default();
        for _ in 0..2 * MANY {
            outbox.offer(b"trace".to_vec());
        }
        outbox.put(b"answer".to_vec());
        assert_eq!(taken(&outbox).concat(), "trace".repeat(MANY) + "answer");
    }

    #[test]
    fn in_the_end_only_answers_are_taken() {
        let outbox = Outbox::default();
        outbox.put(b"a".to_vec());
        outbox.hush();
        outbox.put(b"b".to_vec());
        outbox.offer(b"c".to_vec());
        outbox.put_lists([("d".into(), b"d".to_vec())].into_iter());
        outbox.answer(b"e".to_vec());
        assert_eq!(taken(&outbox), ["ae"]);
    }

    #[test]
    fn many_small_messages_are_written_at_once_and_a_large_one_alone() {
        let outbox = Outbox::default();
        for _ in 0..3 {
            outbox.put(vec![b'a'; TOGETHER - 1]);
        }
        outbox.put(vec![b'b'; 2 * TOGETHER]);
        outbox.put(b"c".to_vec());
        let lengths: Vec<usize> = taken(&outbox).iter().map(String::len).collect();
        assert_eq!(lengths, [2 * (TOGETHER - 1), 3 * TOGETHER - 1, 1]);
    }

    #[test]
    fn lists_make_no_room_for_answers() {
        let outbox = Outbox::default();
        outbox.put_lists([("a".into(), b"list".to_vec())].into_iter());
        outbox.answer(vec![0; TOGETHER]);
        outbox.answer(b"answer".to_vec());
        assert!(outbox.take().is_some());
        assert_eq!(outbox.queue().bytes, "answer".len());
    }

    #[test]
    fn where_nothing_can_be_written_nothing_waits() {
        let outbox = Outbox::default();
        outbox.put(b"a".to_vec());
        outbox.give_up();
        outbox.put(b"b".to_vec());
        assert_eq!(taken(&outbox), [""; 0]);
    }
}
