//! What the tests of the library share.

use std::path::{Path, PathBuf};

use kader::policy::{Day, Lang, Level, Policy};
use kader::report::{concise, full, json, terminal};
use kader::system::Memory;
use kader::workspace::{Failure, Judge, Judgement, Report, Run, Threads, embedded_policy};

/// The embedded policy.
pub(crate) fn policy() -> Policy {
    embedded_policy().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A judge by the embedded policy, of a day `YYYY-MM-DD`.
pub(crate) fn judge(as_of: &str) -> Judge {
    Judge::new(policy(), Day::parse(as_of).unwrap())
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Writes a judgement in every format; what comes out is UTF-8, and shows nothing that a terminal would act on.
pub(crate) fn printed(judge: &Judge, judgement: Judgement, bytes: &[u8]) {
    let (path, project_path) = ("damaged".to_owned(), "damaged".to_owned());
    let report = Report { file: None, path, project_path, judgement, text: Some(bytes.to_vec()) };
    let run = Run { reports: vec![report], failures: Vec::new() };
    let failure = |failure: &Failure| failure.detail.clone();
    let (lang, min_severity) = (Lang::Nl, Level::Hint);
    let mut out = Vec::new();
    json::write(
        &mut out,
        &json::Source { run: &run, judge, lang, threads: &Threads::new(1), min_severity, failure: &failure },
    )
    .unwrap();
    serde_json::from_slice::<serde_json::Value>(&out).unwrap();
    let system = Memory::new();
    let source = terminal::Source {
        run: &run,
        judge,
        lang,
        min_severity,
        color: false,
        redact: false,
        width: 100,
        system: &system,
        failure: &failure,
    };
    full::write(&mut out, &source).unwrap();
    concise::write(&mut out, &source).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(!text.contains(|c| c != '\n' && kader::text::escape::is_hidden(c)), "{text:?}");
}
