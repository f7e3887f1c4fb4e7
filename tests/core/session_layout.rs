//! Which documents a session has, as texts are opened, saved and closed: those that a fresh one has.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kader::config::Choice;
use kader::findings::Finding;
use kader::system::{Layer, Memory, Os, Sieve, System, Walk};
use kader::workspace::session::{Key, Session, Settings};

use crate::invariants::world::{AS_OF, file, judged, said};
use crate::support::{carried, given};

const TEXT: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "a",
  "partner": { "naam": "Waterschap", "kerntaken": ["beheerder"] },
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "verkenning",
  "samenwerkingen": [{ "kerntaak": "beheerder", "profiel": "kernsamenwerking" }]
}
"#;

/// A session over one folder.
fn session(system: Arc<dyn System>, folder: &Path) -> Session {
    let settings = Settings { given: given(AS_OF), choice: Choice::Nearest };
    Session::new(system, vec![folder.to_path_buf()], settings, carried())
}

/// What is said of all documents by a session, once all is judged.
fn all(session: &mut Session) -> BTreeMap<Key, Vec<Finding>> {
    said(&judged(session).1)
}

/// A disk on which something happens before and behind its first walk.
struct Busy {
    disk: Memory,
    happens: [fn(&Memory); 2],
    done: AtomicBool,
}

impl Layer for Busy {
    fn below(&self) -> &dyn System {
        &self.disk
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let first = !self.done.swap(true, Ordering::Relaxed);
        let happen = |which: fn(&Memory)| {
            if first {
                which(&self.disk);
            }
        };
        happen(self.happens[0]);
        let walk = self.disk.walk(start, sieve);
        happen(self.happens[1]);
        walk
    }
}

#[test]
fn a_text_that_is_saved_while_folders_are_walked_is_seen_by_the_others() {
    const X: &str = "/w/x.afspraak.json";
    let (nothing, save, remove) =
        ((|_| ()) as fn(&Memory), (|disk| disk.put(X, TEXT)) as fn(&Memory), (|disk| disk.remove(X)) as fn(&Memory));
    for (at_first, happens, at_last) in [
        (nothing, [nothing, save], nothing),
        (nothing, [nothing, save], remove),
        (nothing, [save, nothing], nothing),
        (save, [remove, nothing], nothing),
        (save, [remove, save], nothing),
    ] {
        let disk = Memory::new().with_file("/w/kader.toml", "").with_file("/w/a.afspraak.json", TEXT);
        at_first(&disk);
        let disk = Arc::new(Busy { disk, happens, done: AtomicBool::new(false) });
        let mut session = session(Arc::clone(&disk) as Arc<_>, Path::new("/w"));
        session.open(&file(X), TEXT.into());
        judged(&mut session);
        at_last(&disk.disk);
        session.files_changed(&[X.into()]);
        let now = all(&mut session);
        assert!(now[&file("/w/a.afspraak.json")].iter().any(|finding| finding.code.as_str() == "W701"), "{now:?}");
    }
}

#[test]
fn a_text_that_is_saved_where_it_is_ignored_is_seen_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    put(".gitignore", "x.*\n");
    put("a.afspraak.json", TEXT);
    let x = folder.path().join("x.afspraak.json");
    let fresh = || {
        let mut session = session(Arc::new(Os), folder.path());
        session.open(&file(&x), TEXT.into());
        session
    };
    let mut session = fresh();
    let before = all(&mut session);
    put("x.afspraak.json", TEXT);
    session.files_changed(std::slice::from_ref(&x));
    let now = all(&mut session);
    assert_ne!(now, before);
    assert_eq!(now, all(&mut fresh()));
}

/// Documents in the folder of the workspace, beside it in the same project, left out of it, and elsewhere.
fn around() -> (Arc<Memory>, PathBuf) {
    let disk = Memory::new()
        .with_file("/w/kader.toml", "exclude = [\"weg/\"]\n")
        .with_file("/w/map/a.afspraak.json", TEXT)
        .with_file("/w/map/weg/b.afspraak.json", TEXT)
        .with_file("/w/c.afspraak.json", TEXT)
        .with_file("/elders/d.afspraak.json", TEXT)
        .with_file("/elders/e.json", TEXT);
    (Arc::new(disk), "/w/map".into())
}

#[test]
fn whatever_is_opened_is_a_document_until_it_is_closed() {
    let (disk, folder) = around();
    let mut session = session(Arc::clone(&disk) as Arc<_>, &folder);
    let before = all(&mut session);
    for name in [
        "/w/map/a.afspraak.json",
        "/w/map/weg/b.afspraak.json",
        "/w/c.afspraak.json",
        "/elders/d.afspraak.json",
        "/elders/e.json",
    ] {
        session.open(&file(name), TEXT.into());
        let mut fresh = self::session(Arc::clone(&disk) as Arc<_>, &folder);
        fresh.open(&file(name), TEXT.into());
        let open = all(&mut session);
        assert!(open.contains_key(&file(name)), "{name}");
        assert_eq!(open, all(&mut fresh), "{name} is open");
        session.close(&file(name));
        assert_eq!(all(&mut session), before, "{name} is closed again");
    }
}

/// A document that points at others as evidence, and at files that are none.
const POINTS: &str = r#"{
  "kader": "netcentrische-samenwerking-2017",
  "id": "p",
  "fase": "uitwerking",
  "samenwerkingen": [
    {
      "kerntaak": "beheerder",
      "randvoorwaarden": {
        "organisatie": { "liaison": { "status": "geregeld", "bewijs": ["e.afspraak.json", "los.json", "map/stuk.pdf"] } }
      }
    }
  ]
}
"#;

#[test]
fn evidence_is_there_as_soon_as_it_is_written_or_open() {
    let disk = Memory::new().with_file("/w/kader.toml", "").with_file("/w/p.afspraak.json", POINTS);
    let disk = Arc::new(disk.with_file("/w/map/stuk.pdf", ""));
    let mut session = session(Arc::clone(&disk) as Arc<_>, Path::new("/w"));
    let missing = |session: &mut Session| {
        let now = all(session);
        now[&file("/w/p.afspraak.json")].iter().filter(|finding| finding.code.as_str() == "V409").count()
    };
    assert_eq!(missing(&mut session), 2);
    for name in ["/w/e.afspraak.json", "/w/los.json"] {
        session.open(&file(name), TEXT.into());
        assert_eq!(missing(&mut session), 1, "{name} is open");
        session.close(&file(name));
        assert_eq!(missing(&mut session), 2, "{name} is closed again");
        disk.put(name, TEXT);
        session.files_changed(&[name.into()]);
        assert_eq!(missing(&mut session), 1, "{name} is written");
        disk.remove(name);
        session.files_changed(&[name.into()]);
        assert_eq!(missing(&mut session), 2, "{name} is removed");
    }
    disk.remove("/w/map");
    session.files_changed(&["/w/map".into()]);
    assert_eq!(missing(&mut session), 3);
}
