//! Which documents a session has, as texts are opened, saved and closed: those that a fresh one has.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// A disk on which a file comes to stand while a folder is walked.
struct Late(Memory);

impl Layer for Late {
    fn below(&self) -> &dyn System {
        &self.0
    }

    fn walk(&self, start: &Path, sieve: &dyn Sieve) -> Walk {
        let walk = self.0.walk(start, sieve);
        self.0.put("/w/x.afspraak.json", TEXT);
        walk
    }
}

#[test]
fn a_text_that_is_saved_while_folders_are_walked_is_seen_by_the_others() {
    let disk = Memory::new().with_file("/w/kader.toml", "").with_file("/w/a.afspraak.json", TEXT);
    let mut session = session(Arc::new(Late(disk)), Path::new("/w"));
    session.open(&file("/w/x.afspraak.json"), TEXT.into());
    judged(&mut session);
    session.files_changed(&["/w/x.afspraak.json".into()]);
    let now = all(&mut session);
    assert!(now[&file("/w/a.afspraak.json")].iter().any(|finding| finding.code.as_str() == "W701"), "{now:?}");
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
