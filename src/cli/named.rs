//! What the arguments of a run name: files, folders, a list of them, standard input.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::fault::Fault;
use crate::cli::judging::{FILES_FROM, PATH, STDIN_FILENAME};
use crate::cli::usage::Usage;
use crate::cli::{Context, files_from};
use crate::config::MAX_SIZE;
use crate::system::{FileKind, ReadFile, System};
use crate::workspace::run::{STDIN, Standard};
use crate::workspace::{Failure, FailureKind, Inputs};

/// The path that stands for standard input.
const STANDARD: &str = "-";

/// What the arguments name.
pub(super) struct Named {
    paths: Vec<PathBuf>,
    /// Whether standard input is among it, and the name that it goes by.
    standard: bool,
    name: Option<PathBuf>,
}

impl Named {
    /// Reads it for a command.
    ///
    /// # Errors
    /// Names that cannot be meant together, and a list that cannot be read.
    pub(super) fn read(context: &Context<'_>, matches: &ArgMatches, command: &'static str) -> Result<Self, Fault> {
        let name = matches.get_one::<PathBuf>(STDIN_FILENAME).cloned();
        let given = matches.get_many::<PathBuf>(PATH).into_iter().flatten();
        let (standard, mut paths): (Vec<_>, Vec<_>) = given.cloned().partition(|path| path.as_os_str() == STANDARD);
        let list = matches.get_one::<PathBuf>(FILES_FROM);
        let usage = |id: &str| Fault::from(Usage::new(context.lang, command, id, &[]));
        if standard.is_empty() && name.is_some() {
            return Err(usage("cli-stdin-name-alone"));
        }
        if !standard.is_empty() && list.is_some_and(|path| files_from::is_standard(path)) {
            return Err(usage("cli-stdin-twice"));
        }
        match files_from::read(context, matches)? {
            Some(listed) => paths.extend(listed),
            None if standard.is_empty() && paths.is_empty() => paths.push(".".into()),
            None => {}
        }
        Ok(Self { paths, standard: !standard.is_empty(), name })
    }

    /// Whether standard input is among it.
    pub(super) fn is_standard(&self) -> bool {
        self.standard
    }

    /// Whether standard input stands beside something else.
    pub(super) fn is_mixed(&self) -> bool {
        self.standard && !self.paths.is_empty()
    }

    /// The first of them, by which the configuration is found; `None` for the working directory.
    pub(super) fn first(&self) -> Option<&Path> {
        self.paths.first().or(self.name.as_ref()).map(PathBuf::as_path)
    }

    /// The first of them that is a pipe, a socket or a device: what is read from it cannot be written back.
    pub(super) fn pipe(&self, system: &dyn System) -> Option<&Path> {
        let is_pipe = |path: &&PathBuf| system.kind(path).is_ok_and(|kind| kind == FileKind::Other);
        self.paths.iter().find(is_pipe).map(PathBuf::as_path)
    }

    /// With standard input, which is read here, up to the limit on documents; where that fails, the failure is part of the run.
    pub(super) fn inputs(self, context: &Context<'_>, force_exclude: bool) -> (Inputs, Option<Failure>) {
        let limit = self.limit(context);
        self.read_up_to(limit, context, force_exclude)
    }

    /// For a command that gives the text of standard input back: the same, and that text, whatever its size; `None` without it.
    pub(super) fn filtered(self, context: &Context<'_>, force_exclude: bool) -> Filtered {
        let limit = self.limit(context);
        let (mut inputs, unread) = self.read_up_to(u64::MAX, context, force_exclude);
        let mut text = unread.is_some().then(Vec::new);
        if let Some(Standard { text: ReadFile::Bytes(bytes), .. }) = &inputs.standard {
            text = Some(bytes.clone());
        }
        if let Some(standard) = &mut inputs.standard {
            let size = text.as_ref().map_or(0, Vec::len) as u64;
            if size > limit {
                standard.text = ReadFile::TooLarge(size);
            }
        }
        Filtered { inputs, unread, text }
    }

    /// The limit on the document that standard input is, in bytes.
    fn limit(&self, context: &Context<'_>) -> u64 {
        let config = self.name.as_ref().map_or_else(|| context.configs.here(), |name| context.configs.of(name));
        let config = (*config).as_ref().ok();
        config.and_then(|config| config.max_size.as_ref()).map_or(MAX_SIZE, |size| size.value)
    }

    fn read_up_to(self, limit: u64, context: &Context<'_>, force_exclude: bool) -> (Inputs, Option<Failure>) {
        let Self { paths, name, standard } = self;
        let inputs = Inputs { paths, standard: None, force_exclude };
        if !standard {
            return (inputs, None);
        }
        match context.system.stdin(limit) {
            Ok(text) => (Inputs { standard: Some(Standard { name, text }), ..inputs }, None),
            Err(error) => {
                let path = name.map_or(STDIN.into(), |name| name.to_string_lossy().into_owned());
                let kind = FailureKind::Unreadable(error.kind());
                let failure = Failure { detail: error.to_string(), ..Failure::of(&path, &path, kind) };
                (inputs, Some(failure))
            }
        }
    }
}

/// What the arguments of a command name that gives the text of standard input back.
pub(super) struct Filtered {
    /// What is judged.
    pub(super) inputs: Inputs,
    /// That standard input could not be read.
    pub(super) unread: Option<Failure>,
    /// The text of standard input as it came.
    pub(super) text: Option<Vec<u8>>,
}
