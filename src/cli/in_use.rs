//! The policies in use in the working directory: the one that the configuration names, and the one that the program carries.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{ArgMatches, Command, value_parser};

use crate::cli::args::{option, switch};
use crate::cli::fault::Fault;
use crate::cli::{Context, judging, settings};
use crate::config::Outcome;
use crate::policy::Lang;
use crate::workspace::{Loaded, Rulebooks, Terms, policies};

/// The policies in use.
pub(super) struct InUse {
    /// The configuration that says so; it is sound.
    pub(super) config: Arc<Outcome>,
    /// The one that serves documents that name none.
    pub(super) first: Arc<Loaded>,
    /// The others that documents may name.
    pub(super) others: Vec<Arc<Loaded>>,
}

/// A command with the options that say which configuration counts.
pub(super) fn define(command: Command, lang: Lang) -> Command {
    command
        .arg(option(lang, settings::CONFIG).value_parser(value_parser!(PathBuf)))
        .arg(switch(lang, settings::ISOLATED).conflicts_with(settings::CONFIG))
}

impl InUse {
    /// Those of the working directory.
    ///
    /// # Errors
    /// The faults of the configuration and of the packs that it names.
    pub(super) fn here(context: &mut Context<'_>, matches: &ArgMatches) -> Result<Self, Fault> {
        Self::of(context, matches, None)
    }

    /// Those of a document or folder, as it is named on the command line.
    ///
    /// # Errors
    /// The faults of the configuration and of the packs that it names.
    pub(super) fn of(context: &mut Context<'_>, matches: &ArgMatches, path: Option<&Path>) -> Result<Self, Fault> {
        let config = context.govern(matches, path);
        let given = settings::of_environment(context, None)?;
        let carried = policies::carried().map_err(Fault::Policy)?;
        let terms =
            Terms { configs: &context.configs, given: &given, accepts: true, carried: Some(Arc::clone(&carried)) };
        let file = path.map(|path| settings::document(context.system, Some(path)));
        let (rulebooks, books) = Rulebooks::new(context.system, &terms, &[file.as_deref()])
            .map_err(|refusal| judging::refused(context.lang, refusal))?;
        if !rulebooks.faults.is_empty() {
            return Err(Fault::Config(rulebooks.faults));
        }
        let mut known = rulebooks.known_by(books.first().copied().flatten()).map(Arc::clone);
        let first = known.next().unwrap_or(carried);
        Ok(Self { config, first, others: known.collect() })
    }

    /// All of them, in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Arc<Loaded>> {
        std::iter::once(&self.first).chain(&self.others)
    }
}
