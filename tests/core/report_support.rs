//! Runs over documents in memory, and their reports for people.

use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;

use kader::policy::{Lang, Level};
use kader::report::full::Source;
use kader::system::Memory;
use kader::workspace::run::{self, MAX_SIZE, Run, Settings};
use kader::workspace::{Failure, Inputs, Progress, Selection, Threads};

use crate::support;

/// Writes a report.
pub(crate) type Format = fn(&mut dyn io::Write, &Source<'_>) -> io::Result<()>;

/// The settings of all runs that report every rule.
pub(crate) fn settings() -> &'static Settings {
    static SETTINGS: OnceLock<Settings> = OnceLock::new();
    SETTINGS.get_or_init(|| selected(&[]))
}

/// Settings that report some rules only.
pub(crate) fn selected(rules: &[&str]) -> Settings {
    let mut judge = support::judge("2026-01-01");
    let select = rules.iter().map(|rule| (*rule).to_owned()).collect();
    judge.selection = Selection { select, ..Selection::default() };
    Settings { judge, max_size: MAX_SIZE, threads: Threads::new(1), allow_empty: false }
}

/// A run over documents in the folder `/w`, and the system that it ran on.
pub(crate) fn checked(settings: &Settings, documents: &[(&str, &[u8])]) -> (Memory, Run) {
    let mut system = Memory::new().with_current_dir("/w");
    for (name, bytes) in documents {
        system = system.with_file(format!("/w/{name}"), *bytes);
    }
    let paths = documents.iter().map(|(name, _)| PathBuf::from(format!("/w/{name}"))).collect();
    let run = run::run(&system, settings, &Inputs { paths, standard: None }, &Progress::default());
    (system, run)
}

/// How a report is made.
pub(crate) struct Reporter<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) system: &'a Memory,
    pub(crate) lang: Lang,
    pub(crate) min_severity: Level,
    pub(crate) color: bool,
    pub(crate) redact: bool,
    pub(crate) width: usize,
}

impl<'a> Reporter<'a> {
    /// English, without colours, 80 columns wide.
    pub(crate) fn new(settings: &'a Settings, system: &'a Memory) -> Self {
        Self { settings, system, lang: Lang::En, min_severity: Level::Hint, color: false, redact: false, width: 80 }
    }

    /// The report of a run.
    pub(crate) fn report(&self, run: &Run, format: Format) -> String {
        let source = Source {
            run,
            judge: &self.settings.judge,
            lang: self.lang,
            min_severity: self.min_severity,
            color: self.color,
            redact: self.redact,
            width: self.width,
            system: self.system,
            failure: &|failure: &Failure| format!("{:?}", failure.kind),
        };
        let mut out = Vec::new();
        format(&mut out, &source).unwrap_or_else(|error| panic!("{error}"));
        String::from_utf8(out).unwrap_or_else(|error| panic!("{error}"))
    }
}

/// A sound agreement in the first phase but for its reach, its members on one line each.
pub(crate) fn agreement(more: &str) -> String {
    format!(
        r#"{{
  "kader": "netcentrische-samenwerking-2017",
  "id": "netbeheerder-voorbeeld",
  "partner": {{ "naam": "Netbeheerder Voorbeeld", "kerntaken": ["beheerder"] }},
  "reikwijdte": "regionaal",{more}
  "regios": ["VR15", "VR17", "VR18"],
  "fase": "verkenning",
  "samenwerkingen": [{{ "kerntaak": "beheerder" }}]
}}
"#
    )
}
