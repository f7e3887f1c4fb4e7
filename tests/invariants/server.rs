//! The language server in this process, behind two channels in the place of standard input and output.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use kader::config::Given;
use kader::lsp::{Options, serve};
use kader::system::{Memory, Overlay, Pipe, System};
use serde_json::Value;

use crate::support::{carried, given};

/// The day on which the server judges.
pub(crate) const TODAY: &str = "2026-01-01";
/// So long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// So long is waited for the threads of a server that has ended.
const LINGER: Duration = Duration::from_millis(200);

/// A server, and the other ends of its pipe.
pub(crate) struct Server {
    input: Sender<Vec<u8>>,
    messages: Receiver<Value>,
    thread: JoinHandle<u8>,
    /// Held by the server's threads alone.
    system: Weak<Overlay>,
}

impl Server {
    /// A server on a machine, before its first message.
    pub(crate) fn new(disk: &Arc<Memory>) -> Self {
        Self::over(Arc::clone(disk) as Arc<_>, given(TODAY))
    }

    /// The same with what the command line says.
    pub(crate) fn over(disk: Arc<dyn System>, given: Given) -> Self {
        let (input, pieces) = channel();
        let (sender, messages) = channel();
        let system = Arc::new(Overlay::over(disk));
        let held = Arc::downgrade(&system);
        let pipe = Pipe {
            input: Box::new(Input { pieces, rest: Vec::new() }),
            output: Box::new(Output { bytes: Vec::new(), messages: sender }),
            system: system as Arc<dyn System>,
        };
        let options = Options { process: None, given, carried: carried() };
        let thread = thread::spawn(move || serve(pipe, options).unwrap());
        Self { input, messages, thread, system: held }
    }

    /// Hands it bytes.
    pub(crate) fn put(&self, bytes: impl Into<Vec<u8>>) {
        // A server that has ended reads no more.
        let _ = self.input.send(bytes.into());
    }

    /// Hands it a message.
    pub(crate) fn send(&self, message: &Value) {
        self.put(framed(message));
    }

    /// The next message that it writes; `None` where it has ended.
    pub(crate) fn receive(&self) -> Option<Value> {
        match self.messages.recv_timeout(PATIENCE) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("waited in vain for a message"),
        }
    }

    /// Closes its input; gives its exit status and what it has written since.
    pub(crate) fn end(self) -> (u8, Vec<Value>) {
        let Self { input, messages, thread, system } = self;
        drop(input);
        let mut rest = Vec::new();
        loop {
            match messages.recv_timeout(PATIENCE) {
                Ok(message) => rest.push(message),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("its input has ended, and the server has not"),
            }
        }
        let status = thread.join().unwrap();
        let end = Instant::now() + LINGER;
        while system.strong_count() > 0 && Instant::now() < end {
            thread::sleep(Duration::from_micros(50));
        }
        (status, rest)
    }
}

/// A message with its header.
pub(crate) fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

struct Input {
    pieces: Receiver<Vec<u8>>,
    rest: Vec<u8>,
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.pieces.recv() {
                Ok(piece) => self.rest = piece,
                Err(_) => return Ok(0),
            }
        }
        let count = self.rest.as_slice().read(buffer)?;
        self.rest.drain(..count);
        Ok(count)
    }
}

struct Output {
    bytes: Vec<u8>,
    messages: Sender<Value>,
}

impl Output {
    /// The message with which the bytes begin. What cannot become one is a fault.
    fn message(&mut self) -> Option<Value> {
        const HEAD: &[u8] = b"Content-Length: ";
        let head = HEAD.len().min(self.bytes.len());
        assert_eq!(self.bytes[..head], HEAD[..head]);
        let end = self.bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let digits = std::str::from_utf8(&self.bytes[HEAD.len()..end]).unwrap();
        let rest = end + 4..end + 4 + digits.parse::<usize>().unwrap();
        let message = serde_json::from_slice(self.bytes.get(rest.clone())?).unwrap();
        self.bytes.drain(..rest.end);
        Some(message)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        while !self.bytes.is_empty()
            && let Some(message) = self.message()
        {
            // Nobody listens to a server that was given up.
            let _ = self.messages.send(message);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        assert!(self.bytes.is_empty(), "half a message");
        Ok(())
    }
}
