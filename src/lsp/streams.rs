//! The threads at the ends of the pipe, and the one that watches the client.

use std::io::{self, ErrorKind, Read, Write};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;
use tower_lsp_server::jsonrpc::Error;

use super::frame::{Frame, Frames};
use super::mend::without_lone_surrogates;
use super::remote::Wire;
use super::wire::Incoming;
use crate::system::System;

/// How often a process is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// The most bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// Reads to the end of the input.
///
/// # Errors
/// Where there is no thread to be had.
pub(super) fn read(input: Box<dyn Read + Send>, wire: &Arc<Wire>, to: UnboundedSender<Incoming>) -> io::Result<()> {
    let wire = Arc::clone(wire);
    let work = move || {
        reading(input, &wire, &to);
        // Nobody listens where the session has ended.
        let _ = to.send(Incoming::End);
    };
    thread::Builder::new().name("kader input".to_owned()).spawn(work).map(drop)
}

fn reading(mut input: Box<dyn Read + Send>, wire: &Wire, to: &UnboundedSender<Incoming>) {
    let mut frames = Frames::default();
    let mut piece = vec![0; PIECE];
    loop {
        let count = match input.read(&mut piece) {
            Ok(0) => return,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return,
        };
        frames.put(piece.get(..count).unwrap_or_default());
        while let Some(frame) = frames.next() {
            wire.outbox.wait_for_room();
            if to.send(incoming(frame, &mut frames)).is_err() {
                return;
            }
        }
    }
}

fn incoming(frame: Frame, frames: &mut Frames) -> Incoming {
    match frame {
        Frame::Body(body) => {
            let Some(message) = decoded(&body) else {
                frames.reread(&body);
                return Incoming::Fault(Error::parse_error());
            };
            Incoming::Message(message)
        }
        Frame::Lost => Incoming::Fault(Error::parse_error()),
        Frame::TooLarge => {
            let mut error = Error::invalid_request();
            error.message = "message too large".into();
            Incoming::Fault(error)
        }
    }
}

/// The JSON of a message; lone surrogates in it are replaced.
fn decoded(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&without_lone_surrogates(text)?).ok())
}

/// Writes what is put into the outbox.
///
/// # Errors
/// Where there is no thread to be had.
pub(super) fn write(
    mut output: Box<dyn Write + Send>,
    wire: &Arc<Wire>,
    to: UnboundedSender<Incoming>,
) -> io::Result<()> {
    let wire = Arc::clone(wire);
    let work = move || {
        while let Some(message) = wire.outbox.take() {
            if output.write_all(&message).and_then(|()| output.flush()).is_err() {
                wire.outbox.give_up();
                // Nobody listens where the session has ended.
                let _ = to.send(Incoming::End);
                return;
            }
        }
    };
    thread::Builder::new().name("kader output".to_owned()).spawn(work).map(drop)
}

/// Ends the session when a process does.
pub(super) fn watch(process: u32, system: &Arc<dyn System>, to: &UnboundedSender<Incoming>) {
    let (system, to) = (Arc::clone(system), to.clone());
    let work = move || {
        while system.runs(process) {
            thread::sleep(LOOK);
            if to.is_closed() {
                return;
            }
        }
        // Nobody listens where the session has ended.
        let _ = to.send(Incoming::End);
    };
    // Without a thread to be had, the end of the input is what ends the session.
    drop(thread::Builder::new().name("kader watch".to_owned()).spawn(work));
}
