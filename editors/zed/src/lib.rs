//! Tells Zed how to start the language server of agreements, and what that is to be told.

use zed_extension_api::serde_json::Value;
use zed_extension_api::settings::LspSettings;
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension};

const PROGRAM: &str = "kader";

struct Kader;

impl Extension for Kader {
    fn new() -> Self {
        Self
    }

    /// The program that the settings name, else the one on the PATH; it is never downloaded.
    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = binary.map_or((None, None), |binary| (binary.path, binary.arguments));
        let command =
            path.or_else(|| worktree.which(PROGRAM)).ok_or("`kader` is not on the PATH, and no setting names it")?;
        Ok(Command { command, args: arguments.unwrap_or_else(|| vec!["lsp".into()]), env: worktree.shell_env() })
    }

    /// What stands in Zed's settings as `lsp.kader.settings` is the section `kader`.
    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree)?.settings.unwrap_or_default();
        Ok(Some(Value::Object([(PROGRAM.to_owned(), settings)].into_iter().collect())))
    }
}

register_extension!(Kader);
