//! What the tests of the library share.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use kader::config::{Choice, Configs, Given, Held, Layer, Origin};
use kader::facts::EmptyProject;
use kader::findings::Neighbour;
use kader::policy::{Day, Lang, Level, Policy};
use kader::report::formats::{Format, json};
use kader::report::source::Source;
use kader::report::terminal::DEFAULT_WIDTH;
use kader::system::{Memory, System};
use kader::workspace::judge::{Depth, Examined, Subject};
use kader::workspace::together::{Around, Member, Together};
use kader::workspace::{
    Context, Inputs, Judge, Judgement, Loaded, Progress, Report, Rulebook, Rulebooks, Run, Settings, Terms, Threads,
    embedded_policy, run,
};

use crate::wellformed::{self, Told};

/// The embedded policy.
pub(crate) fn policy() -> Policy {
    embedded_policy().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A judge by the embedded policy, of a day `YYYY-MM-DD`.
pub(crate) fn judge(as_of: &str) -> Judge {
    Judge::new(policy(), Day::parse(as_of).unwrap())
}

/// The embedded policy ready to judge by, loaded once for all tests.
pub(crate) fn carried() -> Arc<Loaded> {
    static LOADED: OnceLock<Arc<Loaded>> = OnceLock::new();
    Arc::clone(LOADED.get_or_init(|| Arc::new(Loaded::new(policy()))))
}

/// What flags and the environment say: a day `YYYY-MM-DD`.
pub(crate) fn given(as_of: &str) -> Given {
    let day = Day::parse(as_of).unwrap();
    let as_of = Some(Held { value: day, origin: Origin::Flag("--as-of") });
    Given { lang: None, as_of, fail_on: None, rules: Layer::default(), locale: Lang::En, today: day }
}

/// A run.
pub(crate) fn checked(system: &dyn System, given: &Given, inputs: &Inputs) -> Run {
    checked_as(system, given, inputs, (Context::Root, 0))
}

/// A run in a context, on some threads.
pub(crate) fn checked_as(
    system: &dyn System,
    given: &Given,
    inputs: &Inputs,
    (context, threads): (Context, usize),
) -> Run {
    let configs = Configs::new(system, Choice::Nearest);
    let terms = Terms { configs: &configs, given, accepts: true, carried: Some(carried()) };
    let settings = Settings { terms, threads: Threads::new(threads), allow_empty: false, context, ask: None };
    run::run(system, &settings, inputs, &Progress::default()).unwrap()
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A document among no others.
pub(crate) fn alone(judge: &Judge, bytes: &[u8]) -> Judgement {
    let subject = Subject { path: "damaged", surroundings: &EmptyProject, depth: Depth::Full, ask: None };
    let name = Neighbour { file: None, path: "damaged".into(), project_path: "damaged".into() };
    let Examined { mut judgement, outlook } = judge.examine(bytes, subject, &|_| {});
    let member = Member { name: Arc::new(name), outlook, context: 0, seen: true };
    let together = Together::new(vec![member], &[true]);
    together.conclude(vec![&mut judgement], |_| Some(judge), &Threads::new(1), &|_| {});
    judgement
}

/// Writes a judgement in a format; what comes out is UTF-8 or JSON, and shows nothing that a terminal would act on.
pub(crate) fn printed(judge: &Judge, judgement: Judgement, bytes: &[u8], format: Format) {
    let name = Neighbour { file: None, path: "damaged".into(), project_path: "damaged".into() };
    let report = Report { name: Arc::new(name), book: 0, judgement, text: Some(bytes.to_vec()) };
    let policies = Arc::clone(&judge.policies);
    let book = Rulebook {
        judge: Judge::by(Arc::clone(&policies), judge.as_of),
        max_size: 0,
        fail_on: None,
        baseline: None,
        lang: Lang::En,
    };
    let rulebooks = Rulebooks { books: vec![book], policies, as_of: judge.as_of, faults: Vec::new() };
    let (reports, around) = (vec![report], Around::default());
    let run = Run { reports, failures: Vec::new(), others: Vec::new(), around, rulebooks, whole: true, overview: None };
    let text = written(&run, format);
    assert!(!text.contains(|c| c != '\n' && kader::text::escape::is_hidden(c)), "{text:?}");
    if let Some(told) = wellformed::read(format.word, &text) {
        assert_eq!(told, Told::of(&run).in_format(format.word), "{text}");
    }
}

/// A report in Dutch.
pub(crate) fn written(run: &Run, format: Format) -> String {
    let (system, threads, mut out) = (Memory::new(), Threads::new(1), Vec::new());
    (format.write)(&mut out, &source(run, (&system, &threads), Lang::Nl)).unwrap();
    String::from_utf8(out).unwrap()
}

/// What a report of a run is made of: everything that was found, without colours and without a summary.
pub(crate) fn source<'a>(run: &'a Run, (system, threads): (&'a Memory, &'a Threads), lang: Lang) -> Source<'a> {
    let (min_severity, width) = (Level::Hint, DEFAULT_WIDTH);
    let (color, redact, quiet, statistics, suppressions) = (false, false, true, false, false);
    Source { run, lang, min_severity, threads, system, color, width, redact, quiet, statistics, suppressions }
}

/// The `json` report of a run.
pub(crate) fn json(run: &Run, lang: Lang, threads: &Threads) -> Vec<u8> {
    let (system, mut out) = (Memory::new(), Vec::new());
    json::write(&mut out, &source(run, (&system, threads), lang)).unwrap();
    out
}
