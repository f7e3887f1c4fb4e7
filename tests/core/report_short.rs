//! What `concise`, the summary and the statistics print.

use insta::assert_snapshot;
use kader::policy::{Lang, Level};
use kader::report::formats::{concise, full};
use kader::report::{statistics, summary};
use kader::system::Memory;
use kader::workspace::run::Run;
use kader::workspace::{Failure, FailureKind};

use crate::report_support::{Reporter, agreement, checked, selected, settings};

fn three() -> (Memory, Run) {
    let broken = agreement("").replace("\"id\"", "id");
    let sound = agreement("").replace("regionaal", "bovenregionaal");
    let documents = [("a.afspraak.json", agreement("")), ("b.afspraak.json", broken), ("c.afspraak.json", sound)];
    let documents = documents.each_ref().map(|(name, text)| (*name, text.as_bytes()));
    checked(settings(), &documents)
}

#[test]
fn concise_is_one_line_a_finding() {
    let (system, run) = three();
    let dutch = Reporter { lang: Lang::Nl, ..Reporter::new(&system) };
    assert_snapshot!(dutch.report(&run, concise::write));
    let english = Reporter::new(&system).report(&run, concise::write);
    for line in english.lines() {
        let mut parts = line.splitn(4, ':');
        assert!(parts.next().unwrap().ends_with(".afspraak.json"), "{line}");
        assert!(parts.next().unwrap().parse::<u32>().is_ok() && parts.next().unwrap().parse::<u32>().is_ok(), "{line}");
    }
}

#[test]
fn a_finding_about_the_whole_file_stands_at_its_start() {
    let settings = selected(&["S005"]);
    let small = ("kader.toml", "max-size = 10".as_bytes());
    let (system, run) = checked(&settings, &[small, ("in.afspraak.json", agreement("").as_bytes())]);
    let report = Reporter::new(&system).report(&run, concise::write);
    assert!(report.starts_with("in.afspraak.json:1:1: error[S005] "), "{report}");
}

#[test]
fn the_summary_says_what_to_do_next() {
    let (system, mut run) = three();
    run.failures.push(Failure {
        context: false,
        path: Some("d\u{1B}.afspraak.json".to_owned()),
        project_path: None,
        kind: FailureKind::Denied,
        detail: String::new(),
    });
    let mut reports = String::new();
    for lang in Lang::ALL {
        let reporter = Reporter { lang, min_severity: Level::Warning, ..Reporter::new(&system) };
        reports += &reporter.report(&run, summary::write);
        reports += &reporter.report(&run, summary::line);
    }
    assert_snapshot!(reports);
}

#[test]
fn with_nothing_found_it_is_short() {
    let settings = selected(&["R301"]);
    let sound = agreement("").replace("regionaal", "bovenregionaal");
    let (system, run) = checked(&settings, &[("a.afspraak.json", sound.as_bytes())]);
    let reporter = Reporter::new(&system);
    assert_eq!(reporter.report(&run, full::write), "");
    assert_eq!(reporter.report(&run, concise::write), "");
    assert_eq!(reporter.report(&run, statistics::write), "");
    assert_eq!(reporter.report(&run, summary::write), "No findings in one document\n");
    let (system, run) = checked(&settings, &[]);
    let dutch = Reporter { lang: Lang::Nl, ..Reporter::new(&system) };
    assert_eq!(dutch.report(&run, summary::line), "Er is geen document nagekeken\n");
}

#[test]
fn statistics_count_by_rule() {
    let (system, run) = three();
    let dutch = Reporter { lang: Lang::Nl, ..Reporter::new(&system) };
    assert_snapshot!(dutch.report(&run, statistics::write));
}
