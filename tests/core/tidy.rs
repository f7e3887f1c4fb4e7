//! The walls of the house, each a test: which room may know what, how long a file may be, where words may stand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use kader::policy::{Owner, Policy, Vocab};

use crate::second_policy::policy as second_policy;
use crate::support::{policy, repository};

/// The sources below `src/`, by their path from there.
fn sources() -> BTreeMap<String, String> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let root = repository("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The part of a file that is not its own unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The room of a file: `json` for `json.rs` and `json/tree.rs`.
fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The rooms that each room may use, beside itself. What is not listed is forbidden.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("hashed", &[]),
    ("json", &["text"]),
    ("system", &[]),
    ("texts", &["policy", "text"]),
    ("file", &["text", "texts", "policy"]),
    ("policy", &["text", "texts", "file", "system"]),
    ("fix", &["json", "text", "policy", "model"]),
    ("findings", &["hashed", "json", "text", "policy", "model", "fix"]),
    ("model", &["json", "policy"]),
    ("structure", &["json", "text", "texts", "policy", "model", "findings", "fix"]),
    ("facts", &["hashed", "json", "model", "policy"]),
    ("rules", &["json", "text", "policy", "model", "facts", "findings", "fix"]),
    ("assess", &["json", "policy", "model", "facts", "findings", "rules"]),
    ("config", &["text", "texts", "policy", "file", "system"]),
    (
        "workspace",
        &[
            "json",
            "text",
            "policy",
            "model",
            "facts",
            "findings",
            "structure",
            "rules",
            "assess",
            "system",
            "config",
            "file",
        ],
    ),
    ("proof", &["text", "texts", "file", "policy", "findings", "rules", "workspace", "report"]),
    ("explain", &["text", "texts", "policy", "model", "findings", "workspace", "report", "proof"]),
    (
        "ide",
        &[
            "json",
            "text",
            "texts",
            "policy",
            "model",
            "facts",
            "findings",
            "fix",
            "structure",
            "rules",
            "assess",
            "explain",
            "report",
            "compose",
        ],
    ),
    (
        "lsp",
        &[
            "json",
            "text",
            "texts",
            "policy",
            "model",
            "facts",
            "findings",
            "assess",
            "workspace",
            "system",
            "config",
            "report",
            "explain",
            "ide",
        ],
    ),
    ("report", &["json", "text", "texts", "policy", "model", "assess", "findings", "workspace", "system", "structure"]),
    ("compose", &["json", "text", "texts", "policy", "model", "structure", "fix"]),
    (
        "cli",
        &[
            "json",
            "text",
            "texts",
            "policy",
            "model",
            "findings",
            "structure",
            "assess",
            "workspace",
            "system",
            "config",
            "report",
            "explain",
            "proof",
            "compose",
            "lsp",
        ],
    ),
    ("main", &["kader"]),
    ("lib", &[]),
];

#[test]
fn rooms_use_only_what_they_may() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let row = MAY_USE.iter().find(|(name, _)| *name == room(&path));
        let (_, allowed) = row.unwrap_or_else(|| panic!("{} has no row", room(&path)));
        for (number, line) in code(&text).lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let fine = used.is_empty() || used == room(&path) || allowed.contains(&used.as_str());
                if !fine {
                    broken.push(format!("{path}:{}: {} uses {used}", number + 1, room(&path)));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_system_touches_files_environment_and_clock() {
    let forbidden = ["std::fs", "std::env::", "SystemTime", "Instant::now", "chrono::", "std::process::exit"];
    let mut broken = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| room(path) != "system") {
        for word in forbidden.iter().filter(|word| code(text).contains(**word)) {
            broken.push(format!("{path}: {word}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_room_but_the_language_server_knows_the_protocol() {
    for (path, text) in sources().iter().filter(|(path, _)| room(path) != "lsp") {
        for word in ["tower_lsp", "ls_types", "tower_service", "tokio", "futures_util"] {
            assert!(!code(text).contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn rules_know_no_levels_and_no_prose() {
    for (path, text) in sources().iter().filter(|(path, _)| room(path) == "rules" && *path != "rules/verdict.rs") {
        assert!(!code(text).contains("Level::"), "{path} knows a level");
        assert!(!code(text).contains("Lang::"), "{path} knows a language");
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        if text.lines().count() > 400 {
            broken.push(format!("{path}: {} lines", text.lines().count()));
        }
        if !text.starts_with("//! ") {
            broken.push(format!("{path}: no `//!` line"));
        }
        if path.ends_with("mod.rs") || path.contains("utils") {
            broken.push(format!("{path}: a name that says nothing"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Every string literal of a text, without what is escaped in it; comments are left out.
fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

/// Every identifier and name that a policy gives: its own id, its lists with former names, preconditions with their parts, units.
fn given_by(policy: &Policy) -> BTreeSet<String> {
    let mut words = BTreeSet::from([policy.id().to_owned()]);
    for entry in Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)).map(|term| policy.entry(term)) {
        words.insert(entry.id.to_string());
        words.extend(entry.aliases.iter().chain(entry.hints.iter().map(|(name, _)| name)).map(ToString::to_string));
    }
    for row in policy.preconditions().map(|precondition| policy.precondition_row(precondition)) {
        words.insert(row.id.to_string());
        words.extend(row.parts.iter().map(|part| part.id.to_string()));
    }
    let regions = policy.regions();
    words.extend([&regions.all, &regions.everywhere, &regions.prefix].map(ToString::to_string));
    for row in &regions.rows {
        words.extend([&row.code, &row.name].into_iter().chain(&row.aliases).map(ToString::to_string));
    }
    words.extend(policy.words().name_words.iter().map(ToString::to_string));
    words
}

#[test]
fn no_identifier_of_the_policy_stands_in_the_code() {
    let policy = policy();
    let words = given_by(&policy);
    let shared = [
        // Cases of checks, as rules' files name them, and the engine's words for meanings (`is`).
        ("partner", "a party, and the case of a rule that is about it"),
        ("via", "a meaning of a route"),
        // The pack that the program carries.
        ("netcentrische-samenwerking-2017", "the folder that is built into the program"),
    ];
    let mut broken = Vec::new();
    let mut met = BTreeSet::new();
    for (path, text) in sources() {
        // The format's own keys share some words with the policy's identifiers (`partner`, `kerntaken`).
        if path == "model/keys.rs" {
            continue;
        }
        let all = literals(code(&text));
        let parts =
            all.iter().flat_map(|literal| literal.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')));
        for literal in parts.chain(all.iter().map(String::as_str)).filter(|literal| words.contains(*literal)) {
            match shared.iter().find(|(word, _)| *word == literal) {
                Some((word, _)) => drop(met.insert(*word)),
                None => broken.push(format!("{path}: \"{literal}\"")),
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert_eq!(met.len(), shared.len(), "an exception that is no longer needed: only {met:?} are");
}

/// A rule can be taken by another policy: what its texts say to do must be right there, too. Only the reasons (`why`) are the lender's.
#[test]
fn texts_that_say_what_to_do_name_no_identifier_but_by_its_meaning() {
    let policy = policy();
    let keys: BTreeSet<String> = literals(&sources()["model/keys.rs"]).into_iter().collect();
    let words: BTreeSet<String> = given_by(&policy).into_iter().filter(|word| !keys.contains(word)).collect();
    let mut broken = Vec::new();
    for rule in policy.rules().filter(|rule| *rule.owner() == Owner::Policy) {
        let file: toml::Table = rule.source().parse().unwrap();
        for lang in ["nl", "en"] {
            for (key, text) in file[lang].as_table().unwrap().iter().filter(|(key, _)| *key != "why") {
                for quoted in text.to_string().split(['`', '"']).filter(|quoted| words.contains(*quoted)) {
                    broken.push(format!("{} {lang} {key}: {quoted}", rule.code));
                }
            }
        }
    }
    // A choice that only a document with the policy's own reach can come to.
    broken.retain(|found| !["R311 nl help: landelijk", "R311 en help: landelijk"].contains(&found.as_str()));
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// A second policy is data alone: nothing below `src/`, texts and packs too, knows a word of it.
#[test]
fn no_word_of_the_second_policy_stands_in_the_program() {
    fn texts(folder: &Path, all: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts(&path, all);
            } else {
                all.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let words = given_by(&second_policy());
    assert!(words.len() > 60, "{}", words.len());
    let mut all = Vec::new();
    texts(&repository("src"), &mut all);
    let mut broken = Vec::new();
    for (path, text) in &all {
        let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let single: BTreeSet<&str> = text.split(|c| !inside(c)).collect();
        let holds =
            |word: &&String| if word.chars().all(inside) { single.contains(&***word) } else { text.contains(&***word) };
        broken.extend(words.iter().filter(holds).map(|word| format!("{path}: {word}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_documents_keys_stand_in_one_file() {
    let keys: Vec<String> = literals(&sources()["model/keys.rs"]);
    // Words that are English, too, or that name something else.
    let shared = ["$schema", "partner", "status", "live", "via", "oin", "kvk", "email", "id", "sector", "kader", ""];
    let mut broken = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| *path != "model/keys.rs") {
        for literal in literals(code(text)) {
            if keys.contains(&literal) && !shared.contains(&literal.as_str()) {
                broken.push(format!("{path}: \"{literal}\""));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_direct_dependency_has_its_reason() {
    let manifest = std::fs::read_to_string(repository("Cargo.toml")).unwrap();
    let contributing = std::fs::read_to_string(repository("CONTRIBUTING.md")).unwrap();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
        } else if inside && let Some((name, _)) = line.split_once('=') {
            let name = name.trim();
            assert!(contributing.contains(&format!("`{name}`")), "no reason for {name} in CONTRIBUTING.md");
        }
    }
}
