//! What `overview --format json` writes fits its schema, and the schema lets nothing else through.

use kader::policy::Lang;
use kader::system::Memory;

use super::fits::{assert_exact, assert_fits, failing_examples, validator};
use crate::overview::{asked, json};
use crate::support::repository;

pub(super) const PATH: &str = "schemas/overview.schema.json";

fn country() -> Memory {
    let memory = Memory::new();
    for entry in std::fs::read_dir(repository("fixtures/workspaces/land")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        memory.put(format!("/land/{name}"), std::fs::read(entry.path()).unwrap());
    }
    memory
}

#[test]
fn what_is_written_fits() {
    let validator = validator(PATH);
    let faulty = failing_examples().unreadable("/project/locked.afspraak.json");
    for (memory, paths) in [(faulty, ["/project", "/nowhere"]), (country(), ["/land", "/nowhere"])] {
        let report = json(&asked(&memory, "2026-01-01", &paths), Lang::Nl);
        assert_fits(&validator, &report);
        assert!(report["rows"].as_array().unwrap().len() > 20, "{report}");
        assert!(!report["failures"].as_array().unwrap().is_empty());
    }
}

#[test]
fn an_empty_overview_fits() {
    let report = json(&asked(&Memory::new().with_folder("/project"), "2026-01-01", &["/project"]), Lang::En);
    assert_fits(&validator(PATH), &report);
    assert_eq!(report["rows"].as_array().map(Vec::len), Some(0));
}

#[test]
fn every_key_is_promised_and_no_other_is_let_through() {
    let validator = validator(PATH);
    let mut report = json(&asked(&country(), "2026-01-01", &["/land", "/nowhere"]), Lang::En);
    report["rows"].as_array_mut().unwrap().retain(|row| row["partner"]["names"][0].as_str() < Some("Chem"));
    assert_fits(&validator, &report);
    assert!(assert_exact(&validator, &report) > 40);
}
