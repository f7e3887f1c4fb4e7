//! What the reference of a book must name, because the program has it.

use std::fs;

use serde_json::Value;

use super::pages::repository;
use crate::runner::Folder;

/// That a book tells each key of a rule's head, and no other: those of the schema, but for texts and examples.
pub(super) fn head(lang: &str) {
    let text = fs::read_to_string(repository(&format!("docs/{lang}/src/policy/rules.md"))).unwrap();
    let section = text.split_once("{#head}").unwrap().1.split("\n## ").next().unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let mut told: Vec<String> = cells.flat_map(|cell| cell.split(", ")).map(plain).collect();
    let schema: Value = serde_json::from_str(&print("schema policy")).unwrap();
    let keys = schema["definitions"]["rule"]["properties"].as_object().unwrap().keys();
    let mut known: Vec<String> =
        keys.filter(|key| !["nl", "en", "fails", "passes"].contains(&key.as_str())).cloned().collect();
    told.sort();
    known.sort();
    assert_eq!(told, known, "docs/{lang}/src/policy/rules.md");
}

/// A key without its marks: `[severity-when]` in a table is `severity-when`.
fn plain(cell: &str) -> String {
    cell.trim_matches(['`', '[', ']']).to_owned()
}

/// That a book has a row for every command, format of a check, schema, key of the configuration and variable of the environment.
pub(super) fn reference(lang: &str) {
    let mut missing = Vec::new();
    let mut named = |page: &str, what: Vec<String>| {
        let text = fs::read_to_string(repository(&format!("docs/{lang}/src/{page}"))).unwrap();
        assert!(!what.is_empty(), "{page}");
        let cells: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
        let gone = what.into_iter().filter(|word| !cells.iter().any(|cell| cell.contains(&format!("`{word}`"))));
        missing.extend(gone.map(|word| format!("docs/{lang}/src/{page}: `{word}`")));
    };
    named("reference/commands.md", commands().into_iter().map(|command| format!("kader {command}")).collect());
    named("pipelines/formats.md", formats("check"));
    named("reference/json.md", schemas());
    named("reference/configuration.md", keys());
    let environment = ["KADER_LANG", "KADER_AS_OF", "KADER_CONFIG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"];
    named("reference/environment.md", environment.map(str::to_owned).to_vec());
    assert!(missing.is_empty(), "no table of the book begins a row with\n{}", missing.join("\n"));
}

fn print(arguments: &str) -> String {
    Folder::new().kader(arguments).run().exits(0).stdout
}

fn commands() -> Vec<String> {
    let help = print("--help");
    let names = help.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && !name.starts_with('-')).map(str::to_owned).collect()
}

/// The formats of a command: what it says it knows when it is asked for another.
fn formats(command: &str) -> Vec<String> {
    let told = Folder::new().kader(&format!("{command} --format nope --lang en")).run().exits(2).stderr;
    let known = told.lines().find_map(|line| line.split_once("known here: ")).expect("the known formats").1;
    known.trim_end_matches('.').split(", ").map(str::to_owned).collect()
}

fn schemas() -> Vec<String> {
    let help = print("schema --help --lang en");
    let known = help.split_once("Which: ").unwrap().1.split_once('.').unwrap().0;
    known.split(',').map(|name| name.split_whitespace().collect()).collect()
}

fn keys() -> Vec<String> {
    let schema: Value = serde_json::from_str(&print("schema config")).unwrap();
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}
