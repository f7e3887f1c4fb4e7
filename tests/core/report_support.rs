//! Runs over documents in memory, and their reports for people.

use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;

use kader::config::Given;
use kader::policy::{Lang, Level};
use kader::report::source::Source;
use kader::system::Memory;
use kader::workspace::{Context, Inputs, Run, Threads};

use crate::support;

/// Writes a report.
pub(crate) type Format = fn(&mut dyn io::Write, &Source<'_>) -> io::Result<()>;

/// What flags say where every rule is reported.
pub(crate) fn settings() -> &'static Given {
    static GIVEN: OnceLock<Given> = OnceLock::new();
    GIVEN.get_or_init(|| selected(&[]))
}

/// What flags say where some rules only are reported.
pub(crate) fn selected(rules: &[&str]) -> Given {
    let mut given = support::given("2026-01-01");
    given.rules.select = rules.iter().map(|rule| (*rule).to_owned()).collect();
    given
}

/// A run over documents in the folder `/w`, and the system that it ran on.
pub(crate) fn checked(given: &Given, documents: &[(&str, &[u8])]) -> (Memory, Run) {
    let mut system = Memory::new().with_current_dir("/w");
    for (name, bytes) in documents {
        system = system.with_file(format!("/w/{name}"), *bytes);
    }
    let run = rerun(&system, given, documents);
    (system, run)
}

/// A run over documents in the folder `/w` of a system.
pub(crate) fn rerun(system: &Memory, given: &Given, documents: &[(&str, &[u8])]) -> Run {
    let names = documents.iter().map(|(name, _)| name).filter(|name| **name != "kader.toml");
    let paths = names.map(|name| PathBuf::from(format!("/w/{name}"))).collect();
    support::checked_as(system, given, &Inputs { paths, ..Inputs::default() }, (Context::Root, 1))
}

/// How a report is made.
pub(crate) struct Reporter<'a> {
    pub(crate) system: &'a Memory,
    pub(crate) lang: Lang,
    pub(crate) min_severity: Level,
    pub(crate) color: bool,
    pub(crate) redact: bool,
    pub(crate) width: usize,
}

impl<'a> Reporter<'a> {
    /// English, without colours, 80 columns wide.
    pub(crate) fn new(system: &'a Memory) -> Self {
        Self { system, lang: Lang::En, min_severity: Level::Hint, color: false, redact: false, width: 80 }
    }

    /// The report of a run.
    pub(crate) fn report(&self, run: &Run, format: Format) -> String {
        let source = Source {
            run,
            lang: self.lang,
            min_severity: self.min_severity,
            color: self.color,
            redact: self.redact,
            width: self.width,
            system: self.system,
            threads: &Threads::new(1),
            quiet: true,
            statistics: false,
            suppressions: false,
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
