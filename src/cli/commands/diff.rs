//! `kader diff`: two versions of an agreement, from files or from revisions that git knows.

mod asked;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, value_parser};

use crate::assess::Ask;
use crate::assess::difference::{Difference, Outline, Pair, Version};
use crate::cli::args::{positional, switch};
use crate::cli::commands::Command;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging::{self, Done, Judging};
use crate::cli::targets::{self, Form, Outputs};
use crate::cli::{Context, FAILED, unread};
use crate::json::{Limits, parse};
use crate::policy::{Lang, Policy};
use crate::report::diff::{self, Compared, Source};
use crate::report::{markdown, sheet};
use crate::system::{ReadFile, System};
use crate::texts::Texts;
use crate::workspace::run::Standard;
use crate::workspace::{Failure, FailureKind, Inputs, Run};

use asked::Asked;

const NAME: &str = "diff";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "diff-format";
const FORMATS: [Form; 3] = [Form::Full, Form::Json, Form::Markdown];
const OLD: &str = "old";
const NEW: &str = "new";

fn define(lang: Lang) -> clap::Command {
    let version =
        |(at, name)| positional(lang, name).required(true).value_parser(value_parser!(OsString)).display_order(at);
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-diff"));
    let command = targets::define(command.arg(version((0, OLD))).arg(version((1, NEW))), lang, FORMATS, FORMAT);
    judging::terms(command.arg(switch(lang, judging::REDACT)), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let names = Pair { old: OLD, new: NEW }.map(|id| matches.get_one::<OsString>(id).cloned().unwrap_or_default());
    let sources = Pair { old: Asked::of(context, &names.old)?, new: Asked::of(context, &names.new)? };
    context.govern(matches, sources.new.file().or(sources.old.file()));
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let mut judging = Judging::read(context, matches, NAME)?;
    judging.ask = Some(Ask { outcomes_only: true, ..Ask::default() });
    let texts = Pair { old: sources.old.read(context)?, new: sources.new.read(context)? };
    // Both are judged where the new one stands, so that only what they state can make a difference.
    let place = texts.new.place.clone().or_else(|| texts.old.place.clone());
    // Neither is a document beside the other.
    let other = sources.old.file().map(Path::to_path_buf).into_iter().collect();
    let beside = Beside { place, other };
    let old = judged(context, &judging, &beside, texts.old.read)?;
    let mut new = judged(context, &judging, &beside, texts.new.read)?;
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let unread: Vec<Failure> = [(&old, &names.old), (&new, &names.new)]
        .into_iter()
        .filter_map(|(run, name)| no_agreement(run, name))
        .collect();
    let compared = unread.is_empty();
    new.failures.extend(unread);
    judging::tell(context, &new);
    report(context, (&old, &new), &names, (&outputs, compared))
}

/// Where two versions are judged.
struct Beside {
    /// Where the document stands.
    place: Option<PathBuf>,
    /// The files that are no documents beside it.
    other: Vec<PathBuf>,
}

/// That a version cannot be read as an agreement.
fn no_agreement(run: &Run, name: &str) -> Option<Failure> {
    let judgement = &run.reports.first()?.judgement;
    unread::is_no_agreement(judgement).then(|| Failure::of(name, name, FailureKind::NoAgreement))
}

/// Tells what differs.
fn report(
    context: &mut Context<'_>,
    (old, new): (&Run, &Run),
    names: &Pair<String>,
    (outputs, compared): (&Outputs<Form>, bool),
) -> Result<u8, Fault> {
    let status = judging::status(old).max(judging::status(new));
    let policies = Pair { old, new }.map(policy);
    let (Some(mut before), Some(mut after)) = (version(old), version(new)) else { return Ok(FAILED) };
    let (Some(old_policy), Some(new_policy)) = (policies.old, policies.new) else { return Ok(FAILED) };
    let whole = !before.findings.iter().chain(&after.findings).any(|finding| finding.code.family() == unread::SYNTAX);
    if !compared {
        // What is not there because nobody could read it is not gone.
        (before, after) = (Version::default(), Version::default());
    }
    let difference = Difference::between(&before, &after);
    let lang = context.lang;
    let source = Source {
        difference: &difference,
        compared: match (compared, whole) {
            (false, _) => Compared::Not,
            (true, false) => Compared::Partly,
            (true, true) => Compared::Wholly,
        },
        names: Pair { old: &names.old, new: &names.new },
        policies: Pair { old: old_policy, new: new_policy },
        as_of: new.rulebooks.books.first().map_or(new.rulebooks.as_of, |book| book.judge.as_of),
        run: new,
        lang,
    };
    outputs.write(context, status, &|out, form, Dress { color, width }| match form {
        Form::Full => sheet::write(out, &diff::sheet(&source), (color, width)),
        Form::Json => diff::json(out, &source),
        Form::Markdown => markdown::sheet(out, &diff::sheet(&source)),
    })
}

/// Whether two paths lead to one file.
fn same(system: &dyn System, one: &Path, other: Option<&Path>) -> bool {
    let id = |path: &Path| system.identity(path).ok();
    id(one).is_some_and(|one| other.and_then(id) == Some(one))
}

/// Judges a text as if it stood at a place.
fn judged(context: &mut Context<'_>, judging: &Judging, beside: &Beside, text: ReadFile) -> Result<Run, Fault> {
    let name = beside.place.clone();
    let left_out: Vec<&Path> =
        beside.other.iter().filter(|file| !same(context.system, file, name.as_deref())).map(PathBuf::as_path).collect();
    let inputs = Inputs { paths: Vec::new(), standard: Some(Standard { name, text }), force_exclude: false };
    let Done { run, .. } = judging::over(context, inputs, judging, &left_out)?;
    Ok(run)
}

/// The policy by which the one document of a run was judged.
fn policy(run: &Run) -> Option<&Policy> {
    run.policy_of(run.reports.first()?)
}

/// What the one document of a run says, and what was found in it.
fn version(run: &Run) -> Option<Version<'_>> {
    let judgement = &run.reports.first()?.judgement;
    let bytes = run.reports.first()?.text.as_deref().unwrap_or_default();
    let tree = parse(bytes, Limits::default()).tree;
    let (named, id) = (judgement.policy.is_some(), judgement.id.as_deref());
    Some(Version {
        findings: judgement.findings.iter().collect(),
        accepted: judgement.accepted.iter().map(|accepted| &accepted.finding).collect(),
        outline: Outline::of(&tree, policy(run)?, named, id, judgement.assessed.as_deref()),
    })
}
