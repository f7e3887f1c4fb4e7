//! What goes before configuration files: which of them count, and what flags and the environment say instead.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::Context;
use crate::cli::commands::check;
use crate::cli::language::{self, option_value};
use crate::cli::usage::Usage;
use crate::config::root::CONFIG as FILE;
use crate::config::{Choice, Given, Held, Layer, Origin};
use crate::policy::Day;
use crate::system::{FileKind, System, paths};
use crate::text::visible;

pub(super) const CONFIG: &str = "config";
pub(super) const ISOLATED: &str = "isolated";

const AS_OF: &str = "KADER_AS_OF";
const VARIABLE: &str = "KADER_CONFIG";

/// Which configurations count by the arguments as they were parsed, else by the environment.
pub(super) fn choice(system: &dyn System, matches: &ArgMatches) -> Choice {
    let isolated = matches.try_get_one::<bool>(ISOLATED).ok().flatten().copied().unwrap_or_default();
    let file = matches.try_get_one::<PathBuf>(CONFIG).ok().flatten().cloned();
    chosen(system, isolated, file)
}

/// The same before the arguments are parsed: the language of the help depends on it.
pub(super) fn early_choice(system: &dyn System, args: &[OsString]) -> Choice {
    let ahead = args.iter().take_while(|arg| *arg != "--");
    let isolated = ahead.into_iter().any(|arg| arg == "--isolated");
    chosen(system, isolated, option_value(args, "--config", |path| Some(PathBuf::from(path))))
}

fn chosen(system: &dyn System, isolated: bool, file: Option<PathBuf>) -> Choice {
    let variable = || system.env(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    match (isolated, file) {
        (true, _) => Choice::Isolated,
        (false, file) => file.or_else(variable).map_or(Choice::Nearest, Choice::File),
    }
}

/// The absolute path of a document as it is named on the command line; one in the folder, where a folder is named or nothing is.
pub(super) fn document(system: &dyn System, asked: Option<&Path>) -> PathBuf {
    let current = system.current_dir().unwrap_or_default();
    let Some(path) = asked else { return current.join(FILE) };
    let path = paths::absolute(&current, path);
    if is_folder(system, &path) { path.join(FILE) } else { path }
}

/// Whether a path is that of a folder.
pub(super) fn is_folder(system: &dyn System, path: &Path) -> bool {
    system.kind(path).is_ok_and(|kind| kind == FileKind::Folder)
}

/// What flags and the environment say of every command: the language and the day of judgement, given what `--as-of` says.
pub(super) fn of_environment(context: &Context<'_>, as_of: Option<&str>) -> Result<Given, Usage> {
    let (year, month, day) = context.system.today();
    let no_day = |name: &str, text: &str| {
        let args = [("option", name.into()), ("value", visible(text).into_owned().into())];
        Usage::new(context.lang, check::NAME, "cli-no-day", &args)
    };
    let today = Day::new(year, month, day).ok_or_else(|| no_day("--as-of", ""))?;
    let variable = || context.system.env(AS_OF).filter(|text| !text.is_empty());
    let said = match as_of {
        Some(text) => Some(("--as-of", Origin::Flag("--as-of"), text.to_owned())),
        None => variable().map(|text| (AS_OF, Origin::Variable(AS_OF), text)),
    };
    let said = said.map(|(name, origin, text)| match Day::parse(&text) {
        Some(value) => Ok(Held { value, origin }),
        None => Err(no_day(name, &text)),
    });
    Ok(Given {
        lang: context.asked.clone(),
        as_of: said.transpose()?,
        fail_on: None,
        rules: Layer::default(),
        locale: language::of_locale(context.system),
        today,
    })
}
