//! Binds the names of checks, as rules' files use them, to functions: one line a check.

use crate::findings::{FixPlan, Raw};
use crate::model::landmark::Landmark;
use crate::policy::Group;
use crate::rules::across::{self, Across, AcrossSink};
use crate::rules::context::{Context, Sink};
use crate::rules::deviations::{self, Ruling};
use crate::rules::{
    adoption, assessment, contacts, dates, fields, fit, parties, preconditions, principles, reach, rights, standpoint,
    tasks, temporary, verdict,
};

/// A check of one document.
pub type DocumentCheck = fn(&Context<'_>, &mut Sink);
/// A check of what the other checks found and no deviation accepts.
pub type VerdictCheck = fn(&Context<'_>, &[&Raw], &mut Sink);
/// A check of one document beside the others.
pub type AcrossCheck = fn(&Across<'_>, &mut AcrossSink);
/// What would mend the findings of a check across documents, wherever it may find something.
pub type AcrossFixes = fn(&Context<'_>) -> Vec<(Landmark, FixPlan)>;
/// A check of the deviations of one document.
pub type DeviationCheck = fn(&Context<'_>, &[Ruling<'_>], &mut Sink);

/// Who makes the findings of a check.
#[derive(Clone, Copy)]
pub enum Maker {
    /// The parser (S) or the structure (D).
    Structure,
    /// A function over one document.
    Document(DocumentCheck),
    /// A function over the findings of one document.
    Verdict(VerdictCheck),
    /// A function over the exports of one document and its view of the others.
    Across(AcrossCheck),
    /// A function over the deviations of one document, once it is known what they accept.
    Deviation(DeviationCheck),
}

/// What the findings of a check bear on where a cooperation is assessed (§4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bears {
    /// Nothing.
    Nothing,
    /// Whether preconditions stand there at all.
    Stated,
    /// Whether the precondition that they are about is met.
    Met,
    /// Whether the outcome can be positive.
    Positive,
    /// Whether it can be positive, be it on conditions.
    Conditional,
}

/// A check that the engine knows.
#[derive(Clone, Copy)]
pub struct Check {
    /// The name that rules' files use.
    pub name: &'static str,
    /// Who makes its findings.
    pub maker: Maker,
    /// The branches that it can take, as its findings name them.
    pub cases: &'static [&'static str],
    /// How many alternatives its chain of places has.
    pub places: u8,
    /// The cases that only a document with a group can have, each with the group.
    case_groups: &'static [(&'static str, Group)],
    /// The alternative of its chain of places that only a document with a group can have.
    place_group: Option<(u8, Group)>,
    /// Whether it says that something is nowhere: then it needs the whole context.
    pub whole: bool,
    /// What its findings bear on where a cooperation is assessed.
    pub bears: Bears,
    /// Whether its parameter `date` is the day by which something had to be done.
    pub due: bool,
    /// Who makes the fixes of a check across documents, while the document's tree is there.
    pub fixes: Option<AcrossFixes>,
}

impl Check {
    const fn cases(mut self, cases: &'static [&'static str]) -> Self {
        self.cases = cases;
        self
    }

    const fn fixes(mut self, function: AcrossFixes) -> Self {
        self.fixes = Some(function);
        self
    }

    const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    const fn due(mut self) -> Self {
        self.due = true;
        self
    }

    const fn bears(mut self, bears: Bears) -> Self {
        self.bears = bears;
        self
    }

    const fn places(mut self, places: u8) -> Self {
        self.places = places;
        self
    }

    const fn cases_of(mut self, cases: &'static [(&'static str, Group)]) -> Self {
        self.case_groups = cases;
        self
    }

    const fn place_of(mut self, place: u8, group: Group) -> Self {
        self.place_group = Some((place, group));
        self
    }

    /// The cases that documents can have which use these groups.
    pub fn cases_in(&self, used: impl Fn(Group) -> bool) -> impl Iterator<Item = &'static str> {
        let needs = |case: &&str| self.case_groups.iter().find(|(of, _)| of == case).map(|(_, group)| *group);
        self.cases.iter().copied().filter(move |case| needs(case).is_none_or(&used))
    }

    /// The alternatives of its chain of places that documents can have which use these groups, from 0.
    pub fn places_in(&self, used: impl Fn(Group) -> bool) -> impl Iterator<Item = u8> {
        let unused = self.place_group.filter(|(_, group)| !used(*group)).map(|(place, _)| place);
        (0..self.places).filter(move |place| Some(*place) != unused)
    }
}

const fn new(name: &'static str, maker: Maker) -> Check {
    Check {
        name,
        maker,
        cases: &[],
        places: 1,
        case_groups: &[],
        place_group: None,
        whole: false,
        fixes: None,
        bears: Bears::Nothing,
        due: false,
    }
}

const fn structure(name: &'static str) -> Check {
    new(name, Maker::Structure)
}

const fn check(name: &'static str, function: DocumentCheck) -> Check {
    new(name, Maker::Document(function))
}

const fn verdict(name: &'static str, function: VerdictCheck) -> Check {
    new(name, Maker::Verdict(function))
}

const fn across(name: &'static str, function: AcrossCheck) -> Check {
    new(name, Maker::Across(function))
}

const fn deviation(name: &'static str, function: DeviationCheck) -> Check {
    new(name, Maker::Deviation(function))
}

/// The check of this name.
pub fn find(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}

/// Every check, in the order of the catalogue.
pub static CHECKS: &[Check] = &[
    // S
    structure("invalid-json").cases(&[
        "trailing-comma",
        "missing-comma",
        "missing-colon",
        "single-quotes",
        "comment",
        "unquoted-key",
        "bad-literal",
        "bad-number",
        "control-character",
        "bad-escape",
        "unclosed-string",
        "unclosed-bracket",
        "wrong-bracket",
        "missing-value",
        "unexpected-token",
        "second-root",
        "no-value",
    ]),
    structure("duplicate-key"),
    structure("invalid-encoding").cases(&["not-utf8", "lone-surrogate"]),
    structure("nested-too-deep"),
    structure("document-too-large").cases(&["too-many-bytes", "too-many-values"]),
    // D
    structure("wrong-type").cases(&["root", "member", "item"]),
    structure("missing-field").cases(&["root", "member", "item"]),
    structure("unknown-field").cases(&[
        "suggested",
        "taken",
        "unknown",
        "part-suggested",
        "part-taken",
        "part-unknown",
    ]),
    structure("unknown-value").cases(&[
        "suggested",
        "alias",
        "hint",
        "not-applicable",
        "region-list",
        "region-word",
        "region-word-suggested",
        "party",
        "party-suggested",
        "unknown",
    ]),
    structure("invalid-format").cases(&[
        "date",
        "day-first-date",
        "impossible-date",
        "slug",
        "oin",
        "kvk",
        "email",
        "pointer",
    ]),
    structure("wrong-size").cases(&["too-few", "too-short", "out-of-range"]),
    structure("unknown-policy").cases(&["suggested", "unknown"]),
    structure("placeholder-text").cases(&["empty", "placeholder"]),
    structure("unknown-region").cases(&["suggested", "participant", "participant-suggested", "unknown"]),
    structure("duplicate-entry"),
    structure("period-reversed"),
    // P
    check("profile-core-task-mismatch", fit::mismatch),
    check("disputed-profile", fit::disputed),
    check("incidental-task-beside-core-task", tasks::incidental_beside_core),
    check("chain-core-task-mismatch", tasks::chain_mismatch),
    across("core-task-not-covered", across::not_covered).whole().fixes(across::coverage_fixes),
    check("undeclared-core-task", tasks::undeclared),
    check("duplicate-core-task", tasks::duplicate),
    check("adhoc-not-temporary", temporary::not_temporary).cases(&["absent", "open"]).places(2),
    check("adhoc-without-information-manager", temporary::without_manager).places(2),
    check("adhoc-conditions-missing", temporary::without_conditions),
    check("standby-route-missing", fields::route_missing).cases(&["absent", "via"]).places(2),
    check("own-picture-control-mismatch", fit::own_picture),
    check("information-organisation-mismatch", fit::organisation).cases(&["some", "none"]),
    check("liaison-without-crisis-structure", fit::crisis_structure),
    check("ad-hoc-expired", temporary::expired).due(),
    check("field-of-other-profile", fields::of_other_profile),
    // R
    check("reach-mismatch", reach::mismatch),
    check("adoption-region-missing", adoption::missing),
    check("adoption-region-not-involved", adoption::not_involved),
    check("adoption-region-superfluous", adoption::superfluous),
    check("adoption-mandate-missing", adoption::mandate_missing),
    check("consultation-incomplete", adoption::consultation_incomplete).places(2),
    check("evaluation-missing", reach::evaluation_missing).places(3).place_of(1, Group::Adoption),
    check("signatory-missing", parties::missing)
        .cases(&["partner", "region", "adoption-region"])
        .cases_of(&[("adoption-region", Group::Adoption)])
        .places(3),
    check("signatory-not-party", parties::stranger),
    check("formalisation-overdue", reach::formalisation_overdue).due(),
    check("work-area-exceeds-reach", reach::work_area_exceeds).cases(&["national", "regions"]),
    check("supplement-for-several-regions", reach::wide_supplement),
    check("evaluation-overdue", reach::evaluation_overdue).due(),
    check("predates-framework", reach::predates),
    check("mandate-after-formalisation", adoption::late_mandate),
    check("agreement-expired", reach::expired).due(),
    // V
    check("preconditions-not-stated", preconditions::not_stated).places(2).bears(Bears::Stated),
    check("precondition-missing", preconditions::missing).places(2).bears(Bears::Stated),
    check("precondition-not-arranged", preconditions::not_arranged).bears(Bears::Met),
    check("precondition-without-agreement", preconditions::without_agreement).bears(Bears::Met),
    check("precondition-part-missing", preconditions::part_missing)
        .cases(&["all", "one-or-more"])
        .places(2)
        .bears(Bears::Met),
    check("precondition-scope-too-narrow", preconditions::scope_too_narrow)
        .cases(&["absent", "narrow"])
        .places(2)
        .bears(Bears::Met),
    check("precondition-not-applicable", preconditions::not_applicable),
    check("precondition-wrong-dimension", preconditions::wrong_dimension).cases(&["taken", "free"]).bears(Bears::Met),
    check("unknown-precondition", preconditions::unknown).cases(&["suggested", "taken", "unknown"]),
    check("evidence-not-found", preconditions::evidence_not_found).cases(&["missing", "outside"]),
    check("precondition-expired", preconditions::expired).bears(Bears::Met).due(),
    check("principle-missing", principles::missing)
        .cases(&["all", "absent", "denied"])
        .places(3)
        .bears(Bears::Positive),
    check("write-access-without-picture-skill", principles::picture_skill_missing)
        .cases(&["absent", "denied"])
        .places(2)
        .bears(Bears::Positive),
    // L
    check("lcms-rights-not-stated", rights::not_stated).cases(&["none", "one"]).places(2),
    check("lcms-read-exceeds-profile", rights::read_exceeds).bears(Bears::Positive),
    check("lcms-write-exceeds-profile", rights::write_exceeds).bears(Bears::Positive),
    check("lcms-rights-short-of-profile", rights::falls_short),
    check("lcms-without-safeguards", rights::without_safeguards).bears(Bears::Conditional),
    check("contact-role-mismatch", contacts::role_mismatch),
    check("contact-missing", contacts::missing).cases(&["all", "one"]).places(2),
    check("contact-not-on-call", contacts::not_on_call).places(2),
    check("contact-unreachable", contacts::unreachable),
    check("seconded-manager-not-from-region", contacts::origin_unclear).cases(&["absent", "outside"]).places(2),
    // T
    check("assessment-not-available", assessment::not_available),
    check("assessment-required", assessment::required)
        .cases(&["regional", "wider", "unknown"])
        .cases_of(&[("regional", Group::Reach), ("wider", Group::Reach)])
        .places(2),
    check("assessment-incomplete", assessment::incomplete),
    check("exercise-missing", assessment::exercise_missing)
        .cases(&["absent", "partner", "region", "both"])
        .cases_of(&[("region", Group::Reach), ("both", Group::Reach)])
        .places(2),
    check("assessor-not-independent", assessment::not_independent)
        .cases(&["partner", "parent", "region"])
        .cases_of(&[("region", Group::Reach)]),
    verdict("advice-contradicts-findings", verdict::advice_contradicts_findings),
    check("conditions-missing", assessment::conditions_missing).cases(&["points", "reassessment"]).places(2),
    check("standpoint-missing", standpoint::missing),
    check("standpoint-by-wrong-body", standpoint::wrong_body),
    check("live-without-standpoint", standpoint::live_without).cases(&["absent", "negative"]),
    check("dates-out-of-order", dates::out_of_order),
    check("reassessment-overdue", dates::reassessment_overdue).due(),
    check("standpoint-differs-without-reason", standpoint::differs_without_reason),
    check("rejected-without-alternative", standpoint::rejected_without_alternative),
    check("phase-behind", dates::phase_behind)
        .cases(&["adopted", "assessed", "live"])
        .cases_of(&[("assessed", Group::Assessment), ("live", Group::Assessment)]),
    check("date-in-future", dates::in_future).cases(&["planned", "done"]).cases_of(&[("planned", Group::Assessment)]),
    check("core-task-fit-denied", assessment::fit_denied),
    verdict("live-with-open-preconditions", verdict::live_with_open_preconditions),
    check("standpoint-without-advice", standpoint::without_advice),
    check("live-date-missing", standpoint::live_date_missing),
    // W
    across("duplicate-id", across::duplicate_id),
    across("undeclared-supraregional-partner", across::undeclared_reach),
    across("conflicting-adoption-region", across::conflicting_adoption),
    across("conflicting-profile", across::conflicting_profile),
    across("parent-not-found", across::parent_not_found).cases(&["unknown", "supplement"]).whole(),
    across("supplement-conflicts-with-parent", across::conflicts_with_parent)
        .cases(&["not-current", "partner", "region", "all-regions", "core-task", "profile", "read", "write"])
        .cases_of(&[
            ("region", Group::Reach),
            ("all-regions", Group::Reach),
            ("read", Group::Rights),
            ("write", Group::Rights),
        ]),
    across("mandate-partner-not-connected", across::mandate_not_connected).whole(),
    across("overlapping-agreements", across::overlapping),
    across("partner-name-variant", across::name_variant),
    across("replaced-agreement-not-found", across::replaced_not_found)
        .cases(&["unknown", "own", "other-partner"])
        .whole(),
    across("covenant-described-differently", across::covenant_differs),
    // A
    deviation("deviation-unknown-rule", deviations::unknown_rule).cases(&["suggested", "unknown"]),
    deviation("deviation-unused", deviations::unused).cases(&["everywhere", "below"]),
    deviation("deviation-expired", deviations::expired),
    deviation("deviation-not-allowed", deviations::not_allowed),
    deviation("deviation-not-approved", deviations::not_approved),
];
