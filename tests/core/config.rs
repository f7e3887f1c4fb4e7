//! `kader.toml`: what it says, what it extends, and what holds for a document then.

mod faults;
mod rules;

use std::path::Path;
use std::sync::Arc;

use kader::config::{Choice, Config, Configs, Effective, Given, Held, Layer, Origin, Outcome, PolicyRef, load};
use kader::policy::{Day, Lang, Level};
use kader::system::{Memory, Sieve as _};

/// What flags and the environment say where they say nothing.
fn nothing_given() -> Given {
    let today = Day::parse("2026-01-01").unwrap();
    Given { lang: None, as_of: None, fail_on: None, rules: Layer::default(), locale: Lang::En, today }
}

/// A sound configuration in the folder `/w/p`, on a machine with other files.
fn config(text: &str, others: &[(&str, &str)]) -> Config {
    let machine = others.iter().fold(Memory::new(), |machine, (path, text)| machine.with_file(path, *text));
    load(&machine.with_file("/w/p/kader.toml", text), Path::new("/w/p/kader.toml")).unwrap()
}

fn of(config: &Config, document: &str) -> Effective {
    config.effective(Path::new(document), &nothing_given())
}

fn line<T>(held: &Held<T>) -> Option<(&str, usize)> {
    match &held.origin {
        Origin::File(place) => Some((&place.source.name, place.line())),
        _ => None,
    }
}

#[test]
fn every_key_has_its_value_and_its_place() {
    let text =
        "policy = \"./pack\"\nlang = \"nl\"\nas-of = \"2025-02-28\"\nfail-on = \"warning\"\nmax-size = \"2 MiB\"\n";
    let config = config(text, &[("/w/p/pack/pack.toml", "")]);
    let it = of(&config, "/w/p/a.afspraak.json");
    let policy = it.policy.clone().unwrap();
    assert_eq!(policy.value, PolicyRef::Folder("/w/p/pack".into()));
    assert_eq!((it.lang.value, it.as_of.value.to_string()), (Lang::Nl, "2025-02-28".to_owned()));
    assert_eq!((it.fail_on.value, it.max_size.value), (Some(Level::Warning), 2 << 20));
    let lines = [line(&policy), line(&it.lang), line(&it.as_of), line(&it.fail_on), line(&it.max_size)];
    assert_eq!(lines.map(Option::unwrap), [1, 2, 3, 4, 5].map(|line| ("w/p/kader.toml", line)));
}

#[test]
fn without_a_file_the_defaults_hold() {
    let it = of(&Config::default(), "/w/p/a.afspraak.json");
    assert_eq!((it.lang.value, it.as_of.value.to_string()), (Lang::En, "2026-01-01".to_owned()));
    assert_eq!((it.fail_on.value, it.max_size.value), (Some(Level::Error), 10 << 20));
    assert_eq!((&it.lang.origin, it.policy.is_none()), (&Origin::Default, true));
    assert!(it.is_walked() && !of(&Config::default(), "/w/p/a.json").is_walked());
}

#[test]
fn a_baseline_stands_where_the_file_says_that_names_it() {
    let config =
        config("extends = \"../x/base.toml\"\nlang = \"nl\"", &[("/w/x/base.toml", "baseline = \"bekend.txt\"")]);
    let held = of(&config, "/w/p/sub/a.afspraak.json").baseline.unwrap();
    assert_eq!((held.value.to_str(), line(&held)), (Some("/w/x/bekend.txt"), Some(("w/x/base.toml", 1))));
    assert!(of(&Config::default(), "/w/p/a.afspraak.json").baseline.is_none());
}

#[test]
fn what_is_given_goes_before_the_file() {
    let config = config("lang = \"nl\"\nas-of = 2025-02-28\nfail-on = \"never\"\n", &[]);
    assert_eq!(of(&config, "/w/p/a").fail_on.value, None);
    let flag = Origin::Flag("--fail-on");
    let given = Given {
        lang: Some(Held { value: Lang::En, origin: Origin::Variable("KADER_LANG") }),
        fail_on: Some(Held { value: Some(Level::Hint), origin: flag.clone() }),
        ..nothing_given()
    };
    let it = config.effective(Path::new("/w/p/a"), &given);
    assert_eq!((it.lang.value, it.fail_on.value, it.fail_on.origin), (Lang::En, Some(Level::Hint), flag));
    assert_eq!(it.as_of.value.to_string(), "2025-02-28");
}

#[test]
fn a_policy_is_an_id_or_a_folder() {
    let id = "netcentrische-samenwerking-2017";
    let policy = |text: &str, others: &[(&str, &str)]| {
        let config = config(&format!("policy = \"{text}\""), others);
        config.policy.unwrap().value
    };
    assert_eq!(policy(id, &[]), PolicyRef::Embedded(id.into()));
    let beside = [("/w/p/netcentrische-samenwerking-2017/a.afspraak.json", "")];
    assert_eq!(policy(id, &beside), PolicyRef::Embedded(id.into()), "a folder with agreements is no pack");
    let pack = [("/w/p/netcentrische-samenwerking-2017/pack.toml", "")];
    assert_eq!(policy(id, &pack), PolicyRef::Folder(format!("/w/p/{id}").into()));
    assert_eq!(policy("eigen", &[("/w/p/eigen/x", "")]), PolicyRef::Folder("/w/p/eigen".into()));
    assert_eq!(policy("../q", &[("/w/q/x", "")]), PolicyRef::Folder("/w/q".into()));
}

#[test]
fn own_keys_replace_those_that_are_extended() {
    let base = "lang = \"nl\"\nfail-on = \"hint\"\nignore = [\"V\"]\nexclude = [\"oud\", \"sub/x\"]\n";
    let config = config("extends = \"../base.toml\"\nfail-on = \"info\"\nignore = []\n", &[("/w/base.toml", base)]);
    let it = of(&config, "/w/p/a.afspraak.json");
    assert_eq!((it.lang.value, line(&it.lang)), (Lang::Nl, Some(("w/base.toml", 1))));
    assert_eq!((it.fail_on.value, it.selection.own.ignore.len()), (Some(Level::Info), 0));
    let names: Vec<&str> = config.sources.iter().map(|source| &*source.name).collect();
    assert_eq!(names, ["w/p/kader.toml", "w/base.toml"]);
    let excluded = ["/w/p/oud/a", "/w/p/sub/x", "/w/sub/x/a"].map(|path| of(&config, path).excluded);
    assert_eq!(excluded, [true, false, true], "paths are relative to the file that says them");
}

#[test]
fn levels_and_overrides_are_added_to_those_that_are_extended() {
    let base = "severity = { V = \"hint\", R = \"hint\" }\n[[override]]\nfiles = [\"*\"]\nignore = [\"P\"]\n";
    let own =
        "extends = \"/w/base.toml\"\nseverity = { V = \"error\" }\n[[override]]\nfiles = [\"*\"]\nselect = [\"P\"]\n";
    let it = of(&config(own, &[("/w/base.toml", base)]), "/w/p/a");
    let levels: Vec<_> = it.selection.own.severity.iter().map(|(rule, levels)| (rule.as_str(), levels[0])).collect();
    assert_eq!(levels, [("V", Some(Level::Hint)), ("R", Some(Level::Hint)), ("V", Some(Level::Error))]);
    assert_eq!(it.selection.overrides.len(), 2);
    assert_eq!(it.selection.overrides[1].select, ["P"], "own ones come last, and win");
}

#[test]
fn overrides_hold_for_their_files() {
    let text = "[[override]]\nfiles = [\"concept/*.json\"]\nignore = [\"V\"]\n[[override]]\nfiles = [\"oud\"]\nignore = [\"P\"]\n";
    let config = config(text, &[]);
    let ignored = |path: &str| -> Vec<String> {
        of(&config, path).selection.overrides.into_iter().flat_map(|layer| layer.ignore).collect()
    };
    assert_eq!(ignored("/w/p/concept/a.json"), ["V"]);
    assert_eq!(ignored("/w/p/concept/oud/a.json"), ["P"]);
    assert_eq!(ignored("/w/p/a.json"), [""; 0]);
}

#[test]
fn include_and_exclude_say_what_a_walk_takes() {
    let config = config("include = [\"afspraken\", \"los/*.json\"]\nexclude = [\"concept-*\"]\n", &[]);
    let walked = |path: &str| of(&config, path).is_walked();
    assert!(walked("/w/p/afspraken/a/b.afspraak.json") && walked("/w/p/los/a.json"));
    assert!(!walked("/w/p/a.afspraak.json") && !walked("/w/p/afspraken/a.json"));
    assert!(!walked("/w/p/afspraken/concept-a.afspraak.json") && !walked("/w/p/afspraken/concept-x/b.afspraak.json"));
}

fn lang(outcome: &Arc<Outcome>) -> Option<Lang> {
    outcome.as_ref().as_ref().unwrap().lang.as_ref().map(|lang| lang.value)
}

fn nested() -> Memory {
    Memory::new()
        .with_file("/w/kader.toml", "lang = \"nl\"")
        .with_file("/w/sub/kader.toml", "lang = \"en\"")
        .with_file("/other.toml", "lang = \"en\"\nexclude = [\"/w\"]")
        .with_current_dir("/w")
}

#[test]
fn the_nearest_file_counts_and_is_read_once() {
    let machine = nested();
    let configs = Configs::new(&machine, Choice::Nearest);
    assert_eq!(lang(&configs.of(Path::new("a.json"))), Some(Lang::Nl));
    assert_eq!(lang(&configs.of(Path::new("/w/sub/x/a.json"))), Some(Lang::En));
    assert_eq!(lang(&configs.of(Path::new("/elsewhere/a.json"))), None);
    machine.put("/w/kader.toml", "lang = 1");
    assert_eq!(lang(&configs.of(Path::new("b.json"))), Some(Lang::Nl));
}

#[test]
fn a_choice_forgets_what_was_read() {
    let machine = Memory::new().with_file("/kader.toml", "x = 1");
    let mut configs = Configs::new(&machine, Choice::Nearest);
    assert!(configs.here().is_err());
    machine.put("/kader.toml", "");
    assert!(configs.here().is_err());
    configs.choose(Choice::Nearest);
    assert!(configs.here().is_ok());
}

#[test]
fn one_file_for_all_or_none_at_all() {
    let machine = nested();
    let mut configs = Configs::new(&machine, Choice::File("../other.toml".into()));
    assert_eq!(lang(&configs.of(Path::new("/w/a.json"))), Some(Lang::En));
    assert!(
        !configs.sieve().takes(Path::new("a.afspraak.json")) && configs.sieve().takes(Path::new("/v/a.afspraak.json"))
    );
    configs.choose(Choice::Isolated);
    assert_eq!(lang(&configs.of(Path::new("/w/a.json"))), None);
    assert!(configs.sieve().takes(Path::new("a.afspraak.json")));
}
