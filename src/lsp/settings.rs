//! What the client wants: its configuration, else what it said at the start, else nothing.

use std::path::PathBuf;

use serde_json::Value;

use super::client::Client;
use super::session::{DocumentKey, Settings};
use crate::policy::{Day, Lang};
use crate::system::paths;

/// What the client wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wishes {
    /// What bears on judging.
    pub(super) judging: Settings,
    /// Where the rules are explained; a code is put behind it.
    pub(super) documentation: Option<String>,
    /// Whether lenses are shown.
    pub(super) lenses: bool,
    /// Whether hints are shown.
    pub(super) hints: bool,
    /// How much it wants to be told of what goes on.
    pub(super) trace: Option<String>,
}

impl Wishes {
    /// Reads the client's configuration on top of what it said at the start. What is of no use counts as absent.
    pub(super) fn read(client: &Client, configuration: &Value) -> Self {
        let said = |path: &str| {
            let value = |from: &Value| from.pointer(path).filter(|value| !value.is_null()).cloned();
            value(configuration).or_else(|| value(&client.options))
        };
        let text = |path: &str| said(path).and_then(|value| value.as_str().map(str::to_owned));
        let text = |path: &str| text(path).filter(|text| !text.is_empty());
        let flag = |path: &str| said(path).and_then(|value| value.as_bool()).unwrap_or(true);
        Self {
            judging: Settings {
                lang: text("/lang").and_then(|lang| Lang::parse(&lang)),
                locale: client.locale,
                as_of: text("/asOf").and_then(|day| Day::parse(&day)),
                config: text("/config").map(|path| below(client, PathBuf::from(path))),
            },
            documentation: text("/documentationUrl"),
            lenses: flag("/codeLens/enable"),
            hints: flag("/inlayHints/enable"),
            trace: text("/trace/server"),
        }
    }
}

/// A path seen from the first folder.
fn below(client: &Client, path: PathBuf) -> PathBuf {
    match client.folders.iter().find_map(DocumentKey::file) {
        Some(folder) => paths::absolute(folder, &path),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Wishes;
    use crate::lsp::client::Client;
    use crate::policy::Lang;

    fn read(options: &Value, configuration: &Value) -> Wishes {
        let client = json!({ "initializationOptions": options, "rootUri": "file:///w", "locale": "nl-NL" });
        Wishes::read(&Client::read(&client), configuration)
    }

    #[test]
    fn configuration_goes_before_options_and_null_is_nothing() {
        let options =
            json!({ "lang": "en", "asOf": "2026-01-01", "codeLens": { "enable": false }, "config": "x/k.toml" });
        let wishes = read(&options, &json!({ "lang": "nl", "asOf": null, "inlayHints": {} }));
        assert_eq!(wishes.judging.lang, Some(Lang::Nl));
        assert_eq!(wishes.judging.as_of.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
        assert_eq!(wishes.judging.config, Some("/w/x/k.toml".into()));
        assert!(!wishes.lenses && wishes.hints);
    }

    #[test]
    fn what_is_of_no_use_counts_as_absent() {
        let nothing = read(&Value::Null, &Value::Null);
        assert_eq!((nothing.judging.lang, nothing.judging.locale), (None, Some(Lang::Nl)));
        for odd in
            [json!([]), json!("x"), json!({ "lang": 1, "asOf": "soon", "codeLens": true, "documentationUrl": "" })]
        {
            assert_eq!(read(&Value::Null, &odd), nothing, "{odd}");
        }
    }
}
