//! The walls of the house, each a test: which room may know what, how long a file may be, where words may stand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
    ("json", &["text"]),
    ("system", &[]),
    ("texts", &["policy"]),
    ("file", &["text", "texts", "policy"]),
    ("policy", &["text", "texts", "file", "system"]),
    ("findings", &["json", "text", "policy", "model"]),
    ("model", &["json", "policy"]),
    ("structure", &["json", "text", "texts", "policy", "model", "findings"]),
    ("facts", &["json", "model", "policy"]),
    ("rules", &["json", "text", "policy", "model", "facts", "findings"]),
    ("config", &["text", "texts", "policy", "file", "system"]),
    (
        "workspace",
        &["json", "text", "policy", "model", "facts", "findings", "structure", "rules", "system", "config", "file"],
    ),
    ("proof", &["text", "texts", "file", "policy", "findings", "rules", "workspace", "report"]),
    ("explain", &["text", "texts", "policy", "model", "findings", "workspace", "report"]),
    ("report", &["json", "text", "texts", "policy", "findings", "workspace", "system", "structure"]),
];

#[test]
fn rooms_use_only_what_they_may() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room(&path)) else { continue };
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

#[test]
fn no_identifier_of_the_policy_stands_in_the_code() {
    use kader::policy::vocabulary::Vocab;
    let policy = policy();
    let mut words: Vec<String> = Vec::new();
    for vocab in Vocab::ALL {
        words.extend(policy.terms(vocab).map(|term| policy.name(term).to_owned()));
    }
    words.extend(policy.preconditions().map(|id| policy.precondition_row(id).id.to_string()));
    words.extend(policy.preconditions().flat_map(|id| &policy.precondition_row(id).parts).map(|p| p.id.to_string()));
    words.extend(policy.regions().rows.iter().flat_map(|row| [row.code.to_string(), row.name.to_string()]));
    let mut broken = Vec::new();
    for (path, text) in sources() {
        // The format's own keys share some words with the policy's identifiers (`partner`, `kerntaken`).
        if path == "model/keys.rs" {
            continue;
        }
        for literal in literals(code(&text)).iter().filter(|literal| words.contains(literal)) {
            // The engine's own names of cases and of the rules' files.
            if !["partner", "liaison", "via"].contains(&literal.as_str()) {
                broken.push(format!("{path}: \"{literal}\""));
            }
        }
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
