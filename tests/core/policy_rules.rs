//! Every embedded rule is whole: its texts, variants and examples.

use kader::policy::{Code, Deviation, Lang, Part};
use kader::texts::Arg;

use crate::pack::policy;

#[test]
fn no_rule_has_a_fault() {
    let faults: Vec<String> = policy()
        .check()
        .iter()
        .map(|fault| format!("{} {:?} {}", fault.file, fault.span, fault.message(Lang::En)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_text_needs_its_parameters_and_no_more() {
    for rule in policy().rules() {
        for lang in Lang::ALL {
            let related: Vec<String> = rule.related(lang).map(str::to_owned).collect();
            let parts = [Part::Title, Part::Message, Part::Why, Part::Help, Part::Fix].into_iter();
            for part in parts.chain(related.iter().map(|name| Part::Related(name))).filter(|part| rule.has(lang, *part))
            {
                let names = rule.parameters(lang, part);
                let args: Vec<_> = names.iter().map(|name| (*name, Arg::Number(2))).collect();
                let text = rule.format(lang, part, &args);
                assert!(
                    text.as_ref().is_ok_and(|text| !text.trim().is_empty()),
                    "{} {part:?} {lang} {text:?}",
                    rule.code
                );
            }
        }
    }
}

#[test]
fn titles_take_no_parameter() {
    for rule in policy().rules() {
        for lang in Lang::ALL {
            assert_eq!(rule.parameters(lang, Part::Title), [""; 0], "{} {lang}", rule.code);
        }
    }
}

#[test]
fn what_is_missing_shows_by_its_name() {
    let policy = policy();
    let rule = policy.rule_of_check("reach-mismatch").expect("it is in the catalogue");
    let missing = rule.format(Lang::Nl, Part::Message, &[]).expect_err("it has parameters");
    assert!(missing.names.contains(&"stated".to_owned()), "{missing:?}");
    assert!(rule.text(Lang::Nl, Part::Message, &[]).contains("{$stated}"));
    assert_eq!(rule.text(Lang::En, Part::Related("nothing"), &[]), "R301.related.nothing");
    let stranger = policy.rule_of_check("lcms-without-safeguards").expect("it is in the catalogue");
    assert_eq!(stranger.text(Lang::En, Part::Fix, &[]), "L504.fix");
}

#[test]
fn every_variant_has_a_level_or_an_actor() {
    for rule in policy().rules() {
        for variant in rule.variants() {
            let known = rule.severity_when(variant).is_some() || rule.actor_when(variant).is_some();
            assert!(known, "{} {variant}", rule.code);
        }
        assert_eq!((rule.severity_when("no-such-variant"), rule.actor_when("no-such-variant")), (None, None));
    }
}

#[test]
fn examples_fail_by_their_own_rule_and_pass_without_it() {
    for rule in policy().rules() {
        let examples = rule.examples().expect("the check found no fault");
        assert!(!examples.fails.is_empty() && !examples.passes.is_empty(), "{}", rule.code);
        let named = |finding: &str| finding.split_whitespace().take(2).any(|word| word.starts_with(rule.code.as_str()));
        for (i, example) in examples.fails.iter().enumerate() {
            assert!(example.findings.iter().any(|finding| named(finding)), "{} fails {i}", rule.code);
        }
        for (i, example) in examples.passes.iter().enumerate() {
            assert!(!example.findings.iter().any(|finding| named(finding)), "{} passes {i}", rule.code);
        }
        assert!(examples.fails.iter().chain(&examples.passes).all(|example| !example.files.is_empty()));
    }
}

#[test]
fn rules_stand_in_the_catalogues_order() {
    let policy = policy();
    let codes: Vec<Code> = policy.rules().map(|rule| rule.code).collect();
    let families: String = codes.iter().map(|code| code.family()).collect();
    let mut order = families.clone().into_bytes();
    order.dedup();
    assert!("SDPRVLTWA".bytes().filter(|family| order.contains(family)).eq(order.iter().copied()), "{families}");
    for code in &codes {
        assert_eq!(policy.rule(*code).map(|rule| rule.code), Some(*code));
    }
    assert!(Code::parse("R312").is_some_and(|code| policy.rule(code).is_none()));
}

#[test]
fn deviations_are_refused_where_the_catalogue_refuses_them() {
    let policy = policy();
    let refusing = policy.rules().filter(|rule| rule.deviation == Deviation::No);
    let refusing: Vec<_> =
        refusing.map(|rule| rule.code.to_string()).filter(|code| !code.starts_with(['S', 'D', 'A'])).collect();
    assert_eq!(refusing, ["L504", "T605", "T606", "T618", "W701"]);
    let conditional: Vec<_> = policy
        .rules()
        .filter(|rule| rule.deviation == Deviation::UnlessBoardDecides)
        .map(|rule| rule.code.as_str())
        .collect();
    assert_eq!(conditional, ["T610"]);
}
