//! Documents that change while they are worked on are not written over.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use kader::cli::{self, Streams};
use kader::system::{Layer, Memory, ReadFile, System};

/// A machine on which somebody else saves a document as soon as it has been read.
struct Shared {
    machine: Memory,
    file: &'static str,
    /// What they save; `None` where they remove it.
    saved: Option<&'static str>,
    done: AtomicBool,
}

impl Layer for Shared {
    fn below(&self) -> &dyn System {
        &self.machine
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<ReadFile> {
        let read = self.machine.read(path, limit);
        if path == Path::new(self.file) && !self.done.swap(true, Ordering::Relaxed) {
            match self.saved {
                Some(text) => self.machine.put(path, text),
                None => self.machine.remove(path),
            }
        }
        read
    }
}

/// Runs the program: status, standard output, standard error.
pub(crate) fn kader(system: &dyn System, line: &str) -> (u8, String, String) {
    let args: Vec<OsString> = format!("kader {line}").split(' ').map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = cli::run(system, &args, &mut Streams { out: &mut out, err: &mut err });
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn text(system: &dyn System, path: &str) -> Option<String> {
    match system.read(Path::new(path), 999).ok()? {
        ReadFile::Bytes(bytes) => String::from_utf8(bytes).ok(),
        ReadFile::TooLarge(_) => None,
    }
}

fn shared(saved: Option<&'static str>) -> Shared {
    let machine = Memory::new().with_current_dir("/w");
    let machine = machine.with_file("/w/a.afspraak.json", "[ 1]").with_file("/w/b.afspraak.json", "[ 2]");
    Shared { machine, file: "/w/a.afspraak.json", saved, done: AtomicBool::new(false) }
}

#[test]
fn a_document_that_has_been_saved_since_it_was_read_is_not_laid_out() {
    let shared = shared(Some("[ 1, 2]"));
    let (status, out, err) = kader(&shared, "fmt");
    assert_eq!((status, &*out), (2, "b.afspraak.json\n"));
    assert!(
        err.contains("error: a.afspraak.json: this has changed since it was read, and is left as it is\n"),
        "{err}"
    );
    assert_eq!(text(&shared, "/w/a.afspraak.json").as_deref(), Some("[ 1, 2]"));
    assert_eq!(text(&shared, "/w/b.afspraak.json").as_deref(), Some("[2]\n"));
}

#[test]
fn a_document_that_is_gone_by_then_is_not_made_again() {
    let shared = shared(None);
    let (status, _, err) = kader(&shared, "fmt --lang nl");
    assert_eq!(status, 2);
    assert!(err.contains("a.afspraak.json: dit kon niet worden geschreven"), "{err}");
    assert_eq!(text(&shared, "/w/a.afspraak.json"), None);
}

#[test]
fn a_document_that_has_been_saved_since_it_was_read_gets_no_deviation() {
    let machine = Memory::new().with_current_dir("/w").with_env("KADER_AS_OF", "2026-01-01");
    let machine = machine.with_file("/w/a.json", r#"{ "kader": "netcentrische-samenwerking-2017" }"#);
    let shared = Shared { machine, file: "a.json", saved: Some("{}"), done: AtomicBool::new(false) };
    let (status, out, err) = kader(&shared, "deviate V400 a.json --path= --reason=Later");
    assert_eq!((status, &*out), (2, ""));
    assert!(err.contains("a.json: this has changed since it was read"), "{err}");
    assert_eq!(text(&shared, "/w/a.json").as_deref(), Some("{}"));
}
