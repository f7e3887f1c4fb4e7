//! For any sequence of changes a session says what a fresh one says over the same texts, and what a run says of the files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kader::config::Choice;
use kader::findings::Finding;
use kader::system::{Memory, Overlay};
use kader::workspace::Inputs;
use kader::workspace::session::{Key, Session, Settings, Snapshot};

use crate::dice::Dice;
use crate::invariants::world::{AS_OF, FOLDER, World, file, judged, said, session};
use crate::spaces;
use crate::support::{carried, checked, given};

/// How many workspaces, and how many changes in each.
const SPACES: u64 = 60;
const CHANGES: usize = 25;

/// A workspace in which anything may happen.
struct Play {
    world: World,
    /// Texts of documents that may stand anywhere.
    texts: Vec<String>,
    dice: Dice,
}

/// The documents of a workspace by its number, on a disk; and their texts.
fn disk(number: u64) -> (Arc<Memory>, Vec<String>) {
    let disk = Memory::new().with_current_dir(FOLDER);
    let mut texts = Vec::new();
    for (path, bytes) in spaces::files(number) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        if path.ends_with(".json") {
            texts.push(text);
        }
        disk.put(Path::new(FOLDER).join(&*path), bytes);
    }
    (Arc::new(disk), texts)
}

impl Play {
    fn new(number: u64) -> Self {
        let (disk, mut texts) = disk(number);
        // Documents of another workspace bear the same names and ids, with other things in them.
        let others = spaces::files(number + 1).into_iter().filter(|(path, _)| path.ends_with(".json"));
        texts.extend(others.map(|(_, bytes)| String::from_utf8(bytes).unwrap()));
        Self { world: World::new(disk), texts, dice: Dice(number) }
    }

    fn paths(&self) -> Vec<PathBuf> {
        let names =
            ["a", "b", "map/c", "map/d"].map(|name| PathBuf::from(format!("{FOLDER}/nieuw-{name}.afspraak.json")));
        let snapshot = self.world.fresh();
        let known = snapshot.entries().filter_map(|entry| entry.name.file.as_deref().map(Path::to_path_buf));
        known.chain(names).collect()
    }

    fn text(&mut self) -> String {
        self.texts[self.dice.below(self.texts.len())].clone()
    }

    /// A text with something typed into it, or taken out of it.
    fn typed(&mut self, text: &str) -> String {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut ends = [self.dice.below(places.len()), self.dice.below(places.len())];
        if !self.dice.once_in(4) {
            ends[1] = (ends[0] + self.dice.below(6)).min(places.len() - 1);
        }
        ends.sort_unstable();
        let typed =
            self.dice.of(&["", "x", "\"", ",", "}", "{ \"kerntaak\": ", "é😀", "\r\n", "uitvoering", "VR17", "2020"]);
        format!("{}{typed}{}", &text[..places[ends[0]]], &text[places[ends[1]]..])
    }

    /// Changes something; says what.
    fn change(&mut self) -> String {
        let paths = self.paths();
        let path = paths[self.dice.below(paths.len())].clone();
        let key = file(&path);
        match self.dice.below(9) {
            0..4 => {
                let old = self.world.open.get(&key).map(ToString::to_string);
                let old = old.unwrap_or_else(|| self.text());
                let new = if self.dice.once_in(5) { self.text() } else { self.typed(&old) };
                self.world.open(key, new);
                format!("types in {}", path.display())
            }
            4 => {
                self.world.close(&key);
                format!("closes {}", path.display())
            }
            5 => {
                let text = self.text();
                self.world.write(&path, &text);
                format!("writes {}", path.display())
            }
            6 => {
                self.world.remove(&path);
                format!("removes {}", path.display())
            }
            7 => {
                let key = Key::Text(Arc::from(self.dice.of(&["untitled:1", "untitled:2"])));
                if self.world.open.contains_key(&key) && self.dice.once_in(2) {
                    self.world.close(&key);
                } else {
                    let text = self.text();
                    self.world.open(key, text);
                }
                "changes a text without a file".to_owned()
            }
            _ => {
                // The last good configuration stays, which a fresh session cannot know: it is told of good ones alone.
                let text = self.dice.of(&["", "as-of = \"2024-06-01\"\n", "ignore = [\"V\"]\n"]);
                self.world.write(&PathBuf::from(FOLDER).join("kader.toml"), text);
                "configures".to_owned()
            }
        }
    }
}

#[test]
fn a_session_is_what_a_fresh_one_is() {
    for number in 0..SPACES {
        let mut play = Play::new(number);
        let mut done = Vec::new();
        for _ in 0..CHANGES {
            done.push(play.change());
            if !play.dice.once_in(3) {
                play.world.settle(&|| format!("workspace {number}: {done:#?}"));
            }
        }
        as_a_run_says(&play.world);
    }
}

/// The command line over the same texts says the same.
fn as_a_run_says(world: &World) {
    let fresh = world.fresh();
    let mut overlay = Overlay::over(Arc::clone(&world.disk) as Arc<_>);
    let mut open = Vec::new();
    for (key, text) in &world.open {
        if let Key::File(file) = key {
            overlay.open(file, Arc::clone(text));
            open.push(file.to_path_buf());
        }
    }
    let paths = std::iter::once(PathBuf::from(FOLDER)).chain(open).collect();
    let run = checked(&overlay, &given(AS_OF), &Inputs { paths, standard: None, force_exclude: false });
    let of_files = fresh.entries().filter(|entry| entry.name.file.is_some() && entry.failure.is_none());
    let mine: BTreeMap<_, _> =
        of_files.map(|entry| (entry.name.file.clone(), fingerprints(&entry.judgement.findings))).collect();
    let its: BTreeMap<_, _> =
        run.reports.iter().map(|report| (report.name.file.clone(), fingerprints(&report.judgement.findings))).collect();
    assert_eq!(mine, its);
}

fn fingerprints(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {} {:?}", finding.code, finding.fingerprint, finding.range)).collect()
}

#[test]
fn a_session_that_is_stopped_goes_on_where_it_was() {
    let (disk, _) = disk(7);
    let mut session = session(&disk);
    let calls = std::sync::atomic::AtomicUsize::new(0);
    let stop = || calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
    assert_eq!(session.judge(&stop).unwrap(), []);
    assert!(session.is_due());
    assert_eq!(said(&judged(&mut session).1), said(&World::new(disk).fresh()));
}

/// Three documents of one partner, and a stranger.
fn family() -> (Arc<Memory>, Session) {
    let text = |id: &str, partner: &str, profile: &str| {
        format!(
            r#"{{
  "kader": "netcentrische-samenwerking-2017",
  "id": "{id}",
  "partner": {{ "naam": "{partner}", "kerntaken": ["beheerder"] }},
  "reikwijdte": "regionaal",
  "regios": ["VR17"],
  "fase": "verkenning",
  "samenwerkingen": [{{ "kerntaak": "beheerder", "profiel": "{profile}" }}]
}}
"#
        )
    };
    let disk = Memory::new().with_current_dir(FOLDER).with_file("/w/kader.toml", "");
    for (id, partner, profile) in [
        ("a", "Waterschap", "kernsamenwerking"),
        ("b", "Waterschap", "kernsamenwerking"),
        ("c", "Waterschap", "koppelsamenwerking"),
        ("z", "Spoor", "kernsamenwerking"),
    ] {
        disk.put(format!("{FOLDER}/{id}.afspraak.json"), text(id, partner, profile));
    }
    let disk = Arc::new(disk);
    let session = session(&disk);
    (disk, session)
}

fn key(id: &str) -> Key {
    file(format!("{FOLDER}/{id}.afspraak.json"))
}

fn codes(snapshot: &Snapshot, id: &str) -> Vec<String> {
    let entry = snapshot.entry(&key(id)).unwrap();
    entry.judgement.findings.iter().map(|finding| finding.code.to_string()).collect()
}

fn text(disk: &Memory, id: &str) -> String {
    use kader::system::{ReadFile, System as _};
    match disk.read(Path::new(&format!("{FOLDER}/{id}.afspraak.json")), 9999).unwrap() {
        ReadFile::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
        ReadFile::TooLarge(size) => panic!("{size}"),
    }
}

#[test]
fn a_change_that_others_cannot_see_bears_on_nobody_else() {
    let (disk, mut session) = family();
    assert_eq!(judged(&mut session).0.len(), 4);
    let typed = text(&disk, "a").replace("}]\n}", "}],\n  \"toelichting\": \"x\"\n}");
    session.open(&key("a"), typed.as_str().into());
    assert_eq!(judged(&mut session).0, BTreeSet::from([key("a")]));
    // Another line above what others point at: they point elsewhere now.
    session.open(&key("c"), format!("\n{}", text(&disk, "c")).as_str().into());
    let told = judged(&mut session).0;
    assert!(told.contains(&key("a")) && told.contains(&key("b")) && !told.contains(&key("z")), "{told:?}");
    // What they share differs now.
    session.open(&key("c"), text(&disk, "c").replace("koppelsamenwerking", "kernsamenwerking").as_str().into());
    let (told, now) = judged(&mut session);
    assert_eq!(told, ["a", "b", "c"].map(key).into());
    assert!(!codes(&now, "a").contains(&"W704".to_owned()), "{:?}", codes(&now, "a"));
}

#[test]
fn the_only_agreement_is_one_again_after_it_was_none() {
    let (disk, mut session) = family();
    for id in ["b", "c", "z"] {
        disk.remove(format!("{FOLDER}/{id}.afspraak.json"));
    }
    let supplement = text(&disk, "a").replace("\"id\": \"a\"", "\"id\": \"a\", \"aanvullingOp\": \"b\"");
    judged(&mut session);
    for written in ["", &supplement, "[]", &supplement] {
        session.open(&key("a"), written.into());
        let now = judged(&mut session).1;
        assert_eq!(codes(&now, "a").contains(&"W705".to_owned()), written == supplement, "{:?}", codes(&now, "a"));
    }
}

#[test]
fn the_last_good_configuration_stays_in_force() {
    let (disk, mut session) = family();
    let config = PathBuf::from(format!("{FOLDER}/kader.toml"));
    let configure = |session: &mut Session, text: &str| {
        disk.put(&config, text);
        session.files_changed(std::slice::from_ref(&config));
        judged(session).1
    };
    let before = configure(&mut session, "select = [\"W704\"]\n");
    assert_eq!(codes(&before, "a"), ["W704"]);
    let broken = configure(&mut session, "select = [\"W704\"]\nonzin = 1\n");
    assert_eq!(codes(&broken, "a"), ["W704"]);
    assert_eq!(broken.faults.len(), 1);
    let mended = configure(&mut session, "select = [\"D\"]\n");
    assert_eq!((codes(&mended, "a").len(), mended.faults.len()), (0, 0));
}

#[test]
fn what_a_baseline_holds_is_not_told() {
    let (disk, mut session) = family();
    let found = judged(&mut session).1;
    let lines = found.entry(&key("a")).unwrap().judgement.findings.iter();
    let lines: Vec<String> =
        lines.map(|finding| format!("{}\t{}\t-\ta\ta.afspraak.json\n", finding.fingerprint, finding.code)).collect();
    disk.put("/w/bekend.txt", lines.concat());
    disk.put("/w/kader.toml", "baseline = \"bekend.txt\"\n");
    session.files_changed(&["/w/kader.toml".into()]);
    let now = judged(&mut session).1;
    assert!(!codes(&found, "a").is_empty() && codes(&now, "a").is_empty());
    assert_eq!(codes(&found, "b"), codes(&now, "b"));
}

#[test]
fn a_folder_is_the_root_where_nothing_else_gives_one() {
    let (disk, _) = family();
    disk.remove("/w/kader.toml");
    let settings = Settings { given: given(AS_OF), choice: Choice::Nearest };
    let folders = vec![PathBuf::from("/w"), PathBuf::from("/v")];
    disk.put("/v/a.afspraak.json", text(&disk, "a"));
    let mut session = Session::new(Arc::clone(&disk) as Arc<_>, folders, settings, carried());
    let now = judged(&mut session).1;
    let other = now.entry(&file("/v/a.afspraak.json")).unwrap();
    let has = |code: &str| other.judgement.findings.iter().any(|finding| finding.code.as_str() == code);
    assert!(!has("W701") && !has("W704"), "the folders do not see each other");
    assert!(codes(&now, "a").contains(&"W704".to_owned()));
}
