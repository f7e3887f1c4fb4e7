//! `kader init`: a first `kader.toml`, and on request the files of pre-commit and of a pipeline.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, value_parser};

use crate::cli::args::{one_of, positional, switch};
use crate::cli::commands::Command;
use crate::cli::fault::{Fault, written};
use crate::cli::{Context, FAILED};
use crate::config::root::CONFIG;
use crate::config::sample::sample;
use crate::policy::Lang;
use crate::report::failures;
use crate::system::FileKind;
use crate::text::visible;
use crate::texts::Texts;
use crate::workspace::embedded_policy;

const NAME: &str = "init";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FOLDER: &str = "folder";
const PRE_COMMIT: &str = "pre-commit";
const PIPELINE: &str = "pipeline";

/// The file of pre-commit.
const HOOKS: (&str, &str) = (".pre-commit-config.yaml", include_str!("init/pre-commit.yaml"));

/// The files of pipelines, by the words of the option.
const PIPELINES: [(&str, (&str, &str)); 3] = [
    ("github", (".github/workflows/kader.yml", include_str!("init/github.yaml"))),
    ("gitlab", (".gitlab-ci.yml", include_str!("init/gitlab.yaml"))),
    ("azure", ("azure-pipelines.yml", include_str!("init/azure.yaml"))),
];

fn define(lang: Lang) -> clap::Command {
    clap::Command::new(NAME)
        .about(Texts::get(lang).plain("cli-about-init"))
        .arg(positional(lang, FOLDER).value_parser(value_parser!(PathBuf)))
        .arg(switch(lang, PRE_COMMIT))
        .arg(one_of(lang, PIPELINE, PIPELINES.map(|(word, _)| word)).action(ArgAction::Append))
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let texts = Texts::get(context.lang);
    let folder = matches.get_one::<PathBuf>(FOLDER).cloned().unwrap_or_default();
    folder_is_there(context, &folder)?;
    let policy = embedded_policy().map_err(Fault::Policy)?;
    let mut files = vec![(CONFIG, sample(context.lang, policy.id()))];
    if matches.get_flag(PRE_COMMIT) {
        files.push((HOOKS.0, headed(texts.plain("init-about-pre-commit"), HOOKS.1)));
    }
    let asked: Vec<&String> = matches.get_many(PIPELINE).into_iter().flatten().collect();
    let pipelines = PIPELINES.iter().filter(|(word, _)| asked.iter().any(|asked| asked == word));
    files.extend(pipelines.map(|(_, (name, text))| (*name, headed(texts.plain("init-about-pipeline"), text))));

    let mut status = 0;
    for (name, text) in files {
        // One that is there already does not keep the others from being written.
        if !write(context, &folder.join(name), &text)? {
            status = FAILED;
        }
    }
    Ok(status)
}

/// That files can come in a folder; an empty path is the working directory.
fn folder_is_there(context: &Context<'_>, folder: &Path) -> Result<(), Fault> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    let why = match context.system.kind(folder) {
        Ok(FileKind::Folder) => return Ok(()),
        Ok(_) => Texts::get(context.lang).format("init-no-folder", &[]),
        Err(error) if error.kind() == ErrorKind::NotFound => Texts::get(context.lang).format("init-gone", &[]),
        Err(error) => failures::reason(context.lang, error.kind(), &error.to_string()),
    };
    Err(Fault::Named { name: folder.to_string_lossy().into_owned(), why })
}

/// A text with lines of comment above it.
fn headed(comment: &str, text: &str) -> String {
    let lines: Vec<String> = comment.lines().map(|line| format!("# {line}")).collect();
    format!("{}\n{text}", lines.join("\n"))
}

/// Writes a new file and says so; false where that was not possible, which standard error tells.
fn write(context: &mut Context<'_>, path: &Path, text: &str) -> Result<bool, Fault> {
    let texts = Texts::get(context.lang);
    let name = visible(&path.to_string_lossy()).into_owned();
    let Err(error) = context.system.create(path, text.as_bytes()) else {
        let told = texts.format("init-written", &[("path", name.into())]);
        return written(writeln!(context.out, "{told}"), 0).map(|_| true);
    };
    let why = if error.kind() == ErrorKind::AlreadyExists {
        texts.format("init-exists", &[])
    } else {
        failures::reason(context.lang, error.kind(), &error.to_string())
    };
    let _ = writeln!(context.err, "{}: {name}: {why}", texts.format("cli-error", &[]));
    Ok(false)
}
