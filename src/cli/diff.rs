//! `kader diff`: two versions of an agreement, from files or from revisions that git knows.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, value_parser};

use crate::assess::Ask;
use crate::assess::difference::{Difference, Outline, Pair, Version};
use crate::cli::args::{positional, switch};
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging::{self, Done, Judging};
use crate::cli::targets::{self, Form, Outputs};
use crate::cli::{Command, Context, FAILED, failures};
use crate::config::MAX_SIZE;
use crate::json::{Limits, parse};
use crate::policy::{Lang, Policy};
use crate::report::diff::{self, Source};
use crate::report::{markdown, sheet};
use crate::system::{FileKind, GitFault, ReadFile, paths};
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::run::Standard;
use crate::workspace::{Failure, Inputs, Run};

const NAME: &str = "diff";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "diff-format";
const FORMATS: [Form; 3] = [Form::Full, Form::Json, Form::Markdown];
const OLD: &str = "old";
const NEW: &str = "new";

fn define(lang: Lang) -> clap::Command {
    let version = |name| positional(lang, name).required(true).value_parser(value_parser!(OsString));
    let command = clap::Command::new(NAME).about(Texts::get(lang).plain("cli-about-diff"));
    let command = targets::define(command.arg(version(OLD)).arg(version(NEW)), lang, FORMATS, FORMAT);
    judging::terms(command.arg(switch(lang, judging::REDACT)), lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let names = Pair { old: OLD, new: NEW }.map(|id| matches.get_one::<OsString>(id).cloned().unwrap_or_default());
    let sources = Pair { old: Asked::of(context, &names.old), new: Asked::of(context, &names.new) };
    context.govern(matches, sources.new.file().or(sources.old.file()));
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let mut judging = Judging::read(context, matches, NAME)?;
    judging.ask = Some(Ask { outcomes_only: true, ..Ask::default() });
    let texts = Pair { old: sources.old.read(context)?, new: sources.new.read(context)? };
    // Both are judged where the new one stands, so that only what they state can make a difference.
    let place = texts.new.place.clone().or_else(|| texts.old.place.clone());
    let old = judged(context, &judging, place.clone(), texts.old.read)?;
    let new = judged(context, &judging, place, texts.new.read)?;
    judging::tell(context, &new);
    let status = judging::status(&old).max(judging::status(&new));
    let policies = Pair { old: &old, new: &new }.map(policy);
    let (Some(before), Some(after)) = (version(&old), version(&new)) else { return Ok(FAILED) };
    let (Some(old_policy), Some(new_policy)) = (policies.old, policies.new) else { return Ok(FAILED) };
    let difference = Difference::between(&before, &after);
    let lang = context.lang;
    let failure = |failure: &Failure| failures::text(lang, failure);
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let source = Source {
        difference: &difference,
        names: Pair { old: &names.old, new: &names.new },
        policies: Pair { old: old_policy, new: new_policy },
        as_of: new.rulebooks.books.first().map_or(new.rulebooks.as_of, |book| book.judge.as_of),
        run: &new,
        lang,
        failure: &failure,
    };
    outputs.write(context, status, &|out, form, Dress { color, width }| match form {
        Form::Full => sheet::write(out, &diff::sheet(&source), (color, width)),
        Form::Json => diff::json(out, &source),
        Form::Markdown => markdown::sheet(out, &diff::sheet(&source)),
    })
}

/// A version as the arguments name it.
enum Asked {
    /// A file.
    File(PathBuf),
    /// A file in a revision.
    Revision { name: String, revision: String, path: String },
}

/// A version that has been read.
struct Text {
    read: ReadFile,
    /// Where it stands in the working tree.
    place: Option<PathBuf>,
}

impl Asked {
    /// A file that is there goes first; else `REV:path`.
    fn of(context: &Context<'_>, name: &OsString) -> Self {
        let split = name.to_str().filter(|_| !context.system.exists(Path::new(name))).and_then(split);
        match split {
            Some((revision, path)) => {
                let name = name.to_string_lossy().into_owned();
                Self::Revision { name, revision: revision.to_owned(), path: path.to_owned() }
            }
            None => Self::File(name.into()),
        }
    }

    fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Revision { .. } => None,
        }
    }

    fn read(&self, context: &Context<'_>) -> Result<Text, Fault> {
        let (system, lang) = (context.system, context.lang);
        let here = self.file().map_or_else(|| context.configs.here(), |file| context.configs.of(file));
        let limit =
            (*here).as_ref().ok().and_then(|config| config.max_size.as_ref()).map_or(MAX_SIZE, |size| size.value);
        match self {
            Self::File(path) => {
                // A pipe stands nowhere.
                let regular = system.kind(path).is_ok_and(|kind| kind == FileKind::File);
                let place = regular.then(|| paths::absolute(&system.current_dir().unwrap_or_default(), path));
                system.read(path, limit).map(|read| Text { read, place }).map_err(|error| {
                    let why = failures::reason(lang, error.kind(), &error.to_string());
                    Fault::Named { name: path.to_string_lossy().into_owned(), why }
                })
            }
            Self::Revision { name, revision, path } => {
                let shown = system.git_show(revision, path, limit);
                let text = shown.map(|shown| Text { read: shown.read, place: shown.file });
                text.map_err(|fault| Fault::Named { name: name.clone(), why: why(lang, &fault, revision, path) })
            }
        }
    }
}

/// The revision and the path: the first colon outside of braces stands between them.
fn split(name: &str) -> Option<(&str, &str)> {
    let mut depth = 0_u32;
    let colon = |(_, char): &(usize, char)| {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *char == ':' && depth == 0
    };
    let (at, _) = name.char_indices().find(colon)?;
    let (revision, path) = (name.get(..at)?, name.get(at + 1..)?);
    (!revision.is_empty() && !path.is_empty()).then_some((revision, path))
}

/// Why git cannot give a version.
fn why(lang: Lang, fault: &GitFault, revision: &str, path: &str) -> String {
    let shown = |text: &str| visible(text).into_owned().into();
    let texts = Texts::get(lang);
    match fault {
        GitFault::Missing => texts.format("diff-git-missing", &[]),
        GitFault::NoRepository(detail) => texts.format("diff-git-no-repository", &[("detail", shown(detail))]),
        GitFault::NoRevision => texts.format("diff-git-no-revision", &[("revision", shown(revision))]),
        GitFault::NoPath => texts.format("diff-git-no-path", &[("revision", shown(revision)), ("path", shown(path))]),
        GitFault::Failed(detail) => texts.format("diff-git-failed", &[("detail", shown(detail))]),
    }
}

/// Judges a text as if it stood at a place.
fn judged(context: &mut Context<'_>, judging: &Judging, name: Option<PathBuf>, text: ReadFile) -> Result<Run, Fault> {
    let inputs = Inputs { paths: Vec::new(), standard: Some(Standard { name, text }), force_exclude: false };
    let Done { run, .. } = judging::over(context, inputs, judging)?;
    Ok(run)
}

/// The policy by which the one document of a run was judged.
fn policy(run: &Run) -> Option<&Policy> {
    let index = run.reports.first()?.judgement.policy.unwrap_or_default();
    run.rulebooks.policies.get(index).map(|loaded| &loaded.policy)
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

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_revision_ends_at_the_first_colon_outside_of_braces() {
        assert_eq!(split("HEAD~1:a/b.json"), Some(("HEAD~1", "a/b.json")));
        assert_eq!(split("HEAD^{/fix: it}:a:b"), Some(("HEAD^{/fix: it}", "a:b")));
        assert_eq!([split("a.json"), split(":a"), split("HEAD:"), split("}:a")], [None, None, None, Some(("}", "a"))]);
    }
}
