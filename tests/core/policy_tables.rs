//! The embedded policy's tables hold what the framework says, row by row.

use kader::policy::{Day, Fit, Is, Lang, PartsRule, Policy, Precondition, Safeguard, Term, Vocab};

use crate::pack::policy;

fn term(policy: &Policy, vocab: Vocab, id: &str) -> Term {
    policy.term(vocab, id).unwrap_or_else(|| panic!("{id} is in {}", vocab.as_str()))
}

fn names(policy: &Policy, terms: impl Iterator<Item = Term>) -> Vec<&str> {
    terms.map(|term| policy.name(term)).collect()
}

fn ids(policy: &Policy, rows: impl Iterator<Item = Precondition>) -> Vec<&str> {
    rows.map(|row| &*policy.precondition_row(row).id).collect()
}

#[test]
fn the_manifest_is_the_policys() {
    let policy = policy();
    assert_eq!(policy.id(), "netcentrische-samenwerking-2017");
    assert_eq!(policy.in_force(), Day::new(2017, 8, 30));
    assert_eq!((policy.share(), policy.present_share()), ((3, 4), (1, 4)));
    assert_eq!(Some(policy.examples_as_of()), Day::new(2020, 1, 1));
    let groups = policy.groups();
    assert!(groups.reach && groups.adoption && groups.rights && groups.contacts && groups.assessment);
    assert!(groups.principles && groups.temporary && groups.supplements);
    for lang in Lang::ALL {
        assert!(policy.title(lang).contains("2017"));
    }
}

#[test]
fn the_digest_is_a_hash_and_the_same_each_time() {
    let (one, other) = (policy(), policy());
    let hex = one.digest().strip_prefix("sha256:").expect("it names its algorithm");
    assert!(hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hex}");
    assert_eq!(one.digest(), other.digest());
}

#[test]
fn the_vocabulary_has_every_identifier_in_order() {
    let policy = policy();
    let lists: [(Vocab, &[&str]); 20] = [
        (Vocab::CoreTask, &["hulpdienst", "beheerder", "dienstverlener", "incidenteel"]),
        (
            Vocab::Profile,
            &[
                "kernsamenwerking",
                "structurele-samenwerking",
                "koppelsamenwerking",
                "standby-samenwerking",
                "ad-hoc-aansluiting",
            ],
        ),
        (Vocab::Reach, &["regionaal", "bovenregionaal", "landelijk"]),
        (Vocab::Phase, &["verkenning", "uitwerking", "uitvoering"]),
        (Vocab::Chain, &["algemeen", "functioneel"]),
        (Vocab::Organisation, &["geen", "beperkt", "netcentrisch"]),
        (Vocab::ReadRight, &["geen", "activiteit", "volledig"]),
        (Vocab::WriteRight, &["geen", "onder-regie", "gekoppeld"]),
        (Vocab::Role, &["HIN", "AC", "liaison", "beslissingsbevoegde", "gedetacheerde-HIN"]),
        (Vocab::Route, &["zelfstandig", "via"]),
        (Vocab::Through, &["partner", "proces", "discipline", "gremium"]),
        (Vocab::Dimension, &["organisatie", "proces", "mens", "techniek"]),
        (Vocab::Status, &["geregeld", "in-voorbereiding", "niet-geregeld"]),
        (Vocab::Responsible, &["partner", "veiligheidsregio", "gezamenlijk"]),
        (Vocab::Scope, &["basis", "gehele-organisatie"]),
        (
            Vocab::Principle,
            &["kerntaken", "handelingsruimte", "gevoelige-informatie", "informatiemanagement", "situatiebeeld"],
        ),
        (Vocab::Outcome, &["gecertificeerd", "voorwaardelijk", "geen"]),
        (Vocab::Body, &["regiegroep", "veiligheidsregio-en-partner"]),
        (Vocab::Actor, &["partner", "veiligheidsregio", "adoptieregio", "toetsingspartij", "regiegroep"]),
        (Vocab::Party, &["partner"]),
    ];
    for (vocab, expected) in lists {
        assert_eq!(names(&policy, policy.terms(vocab)), expected, "{}", vocab.as_str());
    }
}

#[test]
fn core_tasks_have_their_letter_and_chain() {
    let policy = policy();
    let rows: Vec<_> = policy
        .terms(Vocab::CoreTask)
        .map(|task| {
            let entry = policy.entry(task);
            (entry.letter.as_deref(), entry.chain.map(|chain| policy.name(chain)), policy.is(task, Is::Unforeseen))
        })
        .collect();
    let expected = [
        (Some("A"), Some("algemeen"), false),
        (Some("B"), Some("functioneel"), false),
        (Some("C"), None, false),
        (Some("D"), None, true),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn every_meaning_is_found_where_a_check_needs_it() {
    let policy = policy();
    let meanings = [
        (Vocab::Status, Is::Arranged, "geregeld"),
        (Vocab::Status, Is::NotArranged, "niet-geregeld"),
        (Vocab::Outcome, Is::Positive, "gecertificeerd"),
        (Vocab::Outcome, Is::Conditional, "voorwaardelijk"),
        (Vocab::Outcome, Is::Negative, "geen"),
        (Vocab::Phase, Is::Exploration, "verkenning"),
        (Vocab::Phase, Is::Elaboration, "uitwerking"),
        (Vocab::Phase, Is::Execution, "uitvoering"),
        (Vocab::Role, Is::Seconded, "gedetacheerde-HIN"),
        (Vocab::CoreTask, Is::Unforeseen, "incidenteel"),
        (Vocab::Body, Is::Board, "regiegroep"),
        (Vocab::Actor, Is::Board, "regiegroep"),
        (Vocab::Body, Is::Parties, "veiligheidsregio-en-partner"),
        (Vocab::Route, Is::Via, "via"),
        (Vocab::Through, Is::ThroughPartner, "partner"),
        (Vocab::Scope, Is::Partial, "basis"),
        (Vocab::Scope, Is::Whole, "gehele-organisatie"),
        (Vocab::Principle, Is::Picture, "situatiebeeld"),
        (Vocab::Actor, Is::Partner, "partner"),
        (Vocab::Responsible, Is::Partner, "partner"),
        (Vocab::Party, Is::Partner, "partner"),
        (Vocab::Actor, Is::Region, "veiligheidsregio"),
        (Vocab::Responsible, Is::Region, "veiligheidsregio"),
        (Vocab::Actor, Is::AdoptionRegion, "adoptieregio"),
        (Vocab::Actor, Is::Assessor, "toetsingspartij"),
        (Vocab::Responsible, Is::Joint, "gezamenlijk"),
        (Vocab::Reach, Is::Local, "regionaal"),
    ];
    for (vocab, is, expected) in meanings {
        let having = policy.terms(vocab).filter(|term| policy.is(*term, is));
        assert_eq!(names(&policy, having), [expected], "{} {}", vocab.as_str(), is.as_str());
        assert_eq!(policy.find(vocab, is).map(|term| policy.name(term)), Some(expected));
    }
    let total: usize =
        Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)).map(|t| policy.entry(t).is.len()).sum();
    // Two core tasks are connected.
    let connected = policy.terms(Vocab::CoreTask).filter(|task| policy.is(*task, Is::Connected));
    assert_eq!(names(&policy, connected), ["hulpdienst", "beheerder"]);
    assert_eq!(total, meanings.len() + 2);
}

#[test]
fn former_names_are_known() {
    let policy = policy();
    let rows: Vec<_> = policy
        .terms(Vocab::Profile)
        .map(|term| {
            let entry = policy.entry(term);
            let hints: Vec<&str> = entry.hints.iter().map(|(name, _)| &**name).collect();
            (entry.aliases.first().map(|alias| &**alias), hints)
        })
        .collect();
    let expected = [
        (Some("kernprofiel"), vec![]),
        (Some("structurele-aansluiting"), vec![]),
        (None, vec![]),
        (Some("stand-by-profiel"), vec!["procesaansluiting"]),
        (None, vec![]),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn everything_has_words_in_both_languages_and_a_citation() {
    let policy = policy();
    let entries = Vocab::ALL.into_iter().flat_map(|vocab| policy.terms(vocab)).map(|term| {
        let entry = policy.entry(term);
        (&entry.id, &entry.label, &entry.meaning, &entry.citations)
    });
    let rows = policy.preconditions().map(|row| {
        let row = policy.precondition_row(row);
        (&row.id, &row.label, &row.meaning, &row.citations)
    });
    for (id, label, meaning, citations) in entries.chain(rows) {
        for lang in Lang::ALL {
            assert!(!label.get(lang).is_empty() && meaning.get(lang).ends_with('.'), "{id} {lang}");
        }
        assert!(!citations.is_empty(), "{id}");
    }
}

#[test]
fn the_fit_matrix_is_table_1_with_its_disputed_cells() {
    let policy = policy();
    let rows: Vec<String> = policy
        .terms(Vocab::CoreTask)
        .map(|task| {
            let cell = |profile| match policy.fit(task, profile) {
                Fit::Fits => 'x',
                Fit::Disputed => '?',
                Fit::Not => '-',
            };
            policy.terms(Vocab::Profile).map(cell).collect()
        })
        .collect();
    assert_eq!(rows, ["xxx-?", "xxx-?", "??-x?", "----x"]);
    let operator = term(&policy, Vocab::CoreTask, "beheerder");
    let fitting = ["kernsamenwerking", "structurele-samenwerking", "koppelsamenwerking"];
    assert_eq!(names(&policy, policy.fitting(operator)), fitting);
}

#[test]
fn profiles_are_table_1() {
    let policy = policy();
    let row = |id: &str| {
        let profile = policy.profile(term(&policy, Vocab::Profile, id));
        let list = |terms: &[Term]| names(&policy, terms.iter().copied()).join(" ");
        format!(
            "{} | {} | {} {} | {} | {}",
            list(&profile.organisation),
            if profile.own_picture { "own" } else { "-" },
            policy.name(profile.read),
            policy.name(profile.write),
            list(&profile.information),
            list(&profile.coordination),
        )
    };
    assert_eq!(row("kernsamenwerking"), "netcentrisch | own | volledig gekoppeld | HIN | AC");
    assert_eq!(row("structurele-samenwerking"), "beperkt | - | volledig onder-regie | HIN | AC");
    assert_eq!(row("koppelsamenwerking"), "geen | - | geen geen | liaison | liaison beslissingsbevoegde");
    assert_eq!(row("standby-samenwerking"), " | - | activiteit geen | HIN | HIN beslissingsbevoegde");
    assert_eq!(row("ad-hoc-aansluiting"), "geen beperkt | - | geen geen | liaison gedetacheerde-HIN | ");
}

#[test]
fn what_is_special_about_a_profile_is_an_attribute() {
    let policy = policy();
    let profiles = || policy.terms(Vocab::Profile).map(|term| policy.profile(term));
    let having = |has: fn(&kader::policy::Profile) -> bool| {
        names(&policy, profiles().filter(|profile| has(profile)).map(|profile| profile.term))
    };
    assert_eq!(having(|p| p.on_call), ["kernsamenwerking"]);
    assert_eq!(having(|p| p.assessable), ["kernsamenwerking", "structurele-samenwerking", "standby-samenwerking"]);
    assert_eq!(having(|p| p.temporary), ["ad-hoc-aansluiting"]);
    assert_eq!(having(|p| p.joins), ["standby-samenwerking"]);
    assert_eq!(having(|p| p.crisis_structure), ["koppelsamenwerking"]);
    assert_eq!(having(|p| p.rights_as_a_rule), ["koppelsamenwerking"]);
    assert_eq!(having(|p| p.shortfall_informs), ["structurele-samenwerking"]);
    assert_eq!(having(|p| p.principles.is_some()), ["koppelsamenwerking"]);
    let three = profiles().find_map(|profile| profile.principles.clone()).expect("one profile asks for fewer");
    assert_eq!(names(&policy, three.into_iter()), ["kerntaken", "handelingsruimte", "gevoelige-informatie"]);
}

#[test]
fn reaches_are_table_2() {
    let policy = policy();
    let derived = |units| policy.derived_reach(units).map(|reach| policy.name(reach));
    assert_eq!([derived(0), derived(1), derived(2)], [None, Some("regionaal"), Some("regionaal")]);
    assert_eq!([derived(3), derived(24)], [Some("bovenregionaal"); 2]);
    assert_eq!([derived(25), derived(26)], [Some("landelijk"), None]);
    let rows: Vec<_> = policy
        .terms(Vocab::Reach)
        .map(|term| {
            let reach = policy.reach(term);
            (
                reach.through_adoption,
                reach.by_work_area,
                reach.disputed_at,
                reach.deadline,
                reach.assessed_from,
                policy.name(reach.body),
                reach.work_area_most,
            )
        })
        .collect();
    let june = Day::new(2020, 6, 1);
    let expected = [
        (false, false, 2, None, Day::new(2020, 1, 1), "veiligheidsregio-en-partner", Some(2)),
        (true, false, 0, june, None, "regiegroep", Some(24)),
        (true, true, 0, june, None, "regiegroep", None),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn the_25_regions_are_found_by_code_and_by_name() {
    let policy = policy();
    let rows = &policy.regions().rows;
    assert_eq!(rows.len(), 25);
    for (number, row) in (1..).zip(rows) {
        assert_eq!(&*row.code, format!("VR{number:02}"));
        for name in [row.name.to_uppercase(), format!("Veiligheidsregio {}", row.name)] {
            assert_eq!(policy.region_by_name(&name), policy.region(&row.code), "{name}");
        }
    }
    for (name, code) in
        [("Friesland", "VR02"), ("fryslan", "VR02"), ("Limburg Zuid", "VR24"), ("hollands-midden", "VR16")]
    {
        assert_eq!(policy.region_by_name(name), policy.region(code), "{name}");
    }
    for none in ["VR00", "VR26", "vr17", "", "Rotterdam"] {
        assert!(policy.region(none).is_none() && policy.region_by_name(none).is_none(), "{none}");
    }
    let regions = policy.regions();
    assert_eq!((&*regions.all, &*regions.everywhere), ("alle", "landelijk"));
}

#[test]
fn preconditions_are_tables_3_and_4() {
    let policy = policy();
    let required = |id, waived| ids(&policy, policy.required(term(&policy, Vocab::Profile, id), waived));
    assert_eq!(policy.preconditions().len(), 24);
    assert_eq!(
        required("koppelsamenwerking", false),
        ["crisisteams", "liaison", "alarmering", "informatie-buiten-lcms"]
    );
    let standby = required("standby-samenwerking", false);
    assert_eq!((standby.len(), required("structurele-samenwerking", false).len()), (15, 14));
    let core = required("kernsamenwerking", false);
    assert_eq!((core.len(), required("ad-hoc-aansluiting", false).len()), (16, 0));
    let via = required("standby-samenwerking", true);
    let waived: Vec<&str> = standby.into_iter().filter(|id| !via.contains(id)).collect();
    let five = [
        "beheer-accounts-organisatie",
        "gebruikersovereenkomst",
        "technische-eisen-lcms",
        "toegang-situatiebeelden",
        "beheer-accounts",
    ];
    assert_eq!((via.len(), waived), (10, five.to_vec()));
    let structural = required("structurele-samenwerking", false);
    let more: Vec<&str> = core.into_iter().filter(|id| !structural.contains(id)).collect();
    assert_eq!(more, ["ondersteuning-informatiemanagement", "interne-procesbeschrijving"]);
}

#[test]
fn preconditions_stand_under_table_4s_dimensions() {
    let policy = policy();
    let counts: Vec<_> = policy
        .terms(Vocab::Dimension)
        .map(|dimension| {
            policy.preconditions().filter(|row| policy.precondition_row(*row).dimension == dimension).count()
        })
        .collect();
    assert_eq!(counts, [10, 7, 3, 4]);
    let dimensions: Vec<Term> = policy.preconditions().map(|row| policy.precondition_row(row).dimension).collect();
    assert!(dimensions.is_sorted());
}

#[test]
fn parts_scope_and_safeguards_are_attributes() {
    let policy = policy();
    let rows = || policy.preconditions().map(|row| policy.precondition_row(row));
    let parts: Vec<_> = rows()
        .filter(|row| !row.parts.is_empty())
        .map(|row| (&*row.id, row.parts.iter().map(|part| &*part.id).collect::<Vec<_>>().join(" "), row.parts_rule))
        .collect();
    let all = PartsRule::All;
    let expected = [
        ("beslissingsbevoegd-aanspreekpunt", "operationeel bestuurlijk", all),
        ("functionarissen", "informatiemanagement leiding-coordinatie", all),
        ("beheer-ondersteuning-lcms", "technische-ondersteuning uitgifte-accounts", all),
        ("toegang-en-gebruik-informatie", "toegang gebruik", all),
        ("status-partner", "monitorend actief", PartsRule::OneOrMore),
        ("inrichting-informatiemanagement", "actualiseren verifieren delen", PartsRule::Open),
        ("opleiding", "informatiemanager leiding-coordinatie", all),
    ];
    assert_eq!(parts, expected.map(|(id, parts, rule)| (id, parts.to_owned(), rule)));
    let whole: Vec<_> = rows().filter(|row| !row.whole_scope_for.is_empty()).map(|row| &*row.id).collect();
    assert_eq!(whole, ["inrichting-informatiemanagement"]);
    let guarded = |kind| rows().filter(|row| row.safeguard == Some(kind)).map(|row| &*row.id).collect::<Vec<_>>();
    assert_eq!(guarded(Safeguard::Always), ["gebruikersovereenkomst", "beheer-accounts"]);
    assert_eq!(guarded(Safeguard::Training), ["basisopleiding-informatiemanagement", "opleiding"]);
}
