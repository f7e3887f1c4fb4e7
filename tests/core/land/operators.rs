//! Partners that operate what the country runs on: water, energy, transport, industry.

use super::spec::{
    Advised, CORE, Decided, Elaborating, Exploring, Formal, IF, LIAISON, OPERATOR, STRUCTURAL, Spec, YES,
};

pub(super) fn water() -> Vec<Spec> {
    let board = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "keren en beheren oppervlaktewater")
            .does(OPERATOR, profile, "Waterkeringen, waterpeil en waterkwaliteit")
            .with(regions, stage, year)
    };
    vec![
        board("waterschap-noorderdiep", "Waterschap Noorderdiep", &[1, 3], CORE, Decided(YES), 2023)
            .evaluated(2026)
            .under("hoogwater-noord"),
        board("wetterskip-sudermar", "Wetterskip Sudermar", &[2], CORE, Decided(IF), 2024)
            .evaluated(2026)
            .under("hoogwater-noord"),
        board("waterschap-veenstromen", "Waterschap Veenstromen", &[3, 4], STRUCTURAL, Advised(IF), 2025)
            .evaluated(2027),
        board("waterschap-berkelstroom", "Waterschap Berkelstroom", &[5, 6, 7], CORE, Decided(YES), 2022)
            .by(6)
            .evaluated(2025),
        board("waterschap-waal-en-linge", "Waterschap Waal en Linge", &[7, 8, 18], CORE, Decided(YES), 2024)
            .by(8)
            .replaces("waterschap-waal-en-linge-2019")
            .evaluated(2027),
        board("waterschap-waal-en-linge-2019", "Waterschap Waal en Linge", &[8], LIAISON, Formal, 2019),
        board("waterschap-eem-en-vecht", "Waterschap Eem en Vecht", &[9, 14], STRUCTURAL, Formal, 2024).evaluated(2026),
        board("hoogheemraadschap-duinrand", "Hoogheemraadschap Duinrand", &[10, 11, 12], CORE, Formal, 2024)
            .by(10)
            .wishes(&[13])
            .evaluated(2026),
        board("hoogheemraadschap-rottelanden", "Hoogheemraadschap Rottelanden", &[15, 16, 17], CORE, Elaborating, 2025)
            .by(16),
        board("aanvulling-duinrand-kennemerland", "Hoogheemraadschap Duinrand", &[12], CORE, Formal, 2025)
            .adds_to("hoogheemraadschap-duinrand"),
        board("waterschap-scheldemond", "Waterschap Scheldemond", &[19], CORE, Decided(YES), 2023)
            .evaluated(2026)
            .wishes(&[20]),
        board("waterschap-markdal", "Waterschap Markdal", &[20, 22], STRUCTURAL, Formal, 2023).evaluated(2025),
        board("waterschap-peelbeken", "Waterschap Peelbeken", &[21, 22, 23], STRUCTURAL, Decided(IF), 2024)
            .by(21)
            .evaluated(2026),
        board("waterschap-geuldal", "Waterschap Geuldal", &[24], "", Exploring, 2026),
        board("waterschap-nieuw-polderland", "Waterschap Nieuw Polderland", &[25], LIAISON, Formal, 2021)
            .evaluated(2025),
    ]
}

pub(super) fn drinking_water() -> Vec<Spec> {
    let supply = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "drinkwater").does(OPERATOR, profile, "Levering van drinkwater").with(regions, stage, year)
    };
    vec![
        supply("drinkwater-vechtbron", "Drinkwaterbedrijf Vechtbron", &[4, 5, 6, 9], LIAISON, Formal, 2023)
            .by(4)
            .evaluated(2026),
        supply("drinkwater-zandgrond", "Drinkwaterbedrijf Zandgrond", &[1, 3], LIAISON, Formal, 2022).evaluated(2026),
        supply(
            "drinkwater-duinbron",
            "Drinkwaterbedrijf Duinbron",
            &[10, 12, 13, 15, 16],
            STRUCTURAL,
            Decided(IF),
            2024,
        )
        .by(13)
        .wishes(&[17])
        .evaluated(2026),
        supply(
            "drinkwater-maasbekken",
            "Drinkwaterbedrijf Maasbekken",
            &[20, 21, 22, 23, 24],
            STRUCTURAL,
            Elaborating,
            2025,
        )
        .by(23),
    ]
}

pub(super) fn energy() -> Vec<Spec> {
    let grid = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "energie")
            .does(OPERATOR, profile, "Levering van elektriciteit en gas")
            .with(regions, stage, year)
    };
    vec![
        grid("netbeheerder-noordnet", "Netbeheerder Noordnet", &[1, 2, 3, 4, 25], STRUCTURAL, Decided(YES), 2022)
            .by(3)
            .evaluated(2026),
        grid("netbeheerder-oostkabel", "Netbeheerder Oostkabel", &[5, 6, 7, 8], STRUCTURAL, Formal, 2024)
            .by(7)
            .wishes(&[9])
            .evaluated(2026),
        grid(
            "netbeheerder-laagland",
            "Netbeheerder Laagland",
            &[10, 11, 12, 13, 15, 16, 17, 18],
            STRUCTURAL,
            Decided(IF),
            2023,
        )
        .by(15)
        .evaluated(2026),
        grid("netbeheerder-zuidstroom", "Netbeheerder Zuidstroom", &[19, 20, 21, 22, 23, 24], LIAISON, Formal, 2021)
            .by(20)
            .evaluated(2025),
        grid("landelijk-hoogspanningsnet", "Landelijk Hoogspanningsnet", &[], STRUCTURAL, Decided(YES), 2021)
            .by(7)
            .evaluated(2026),
        grid("aanvulling-hoogspanning-groningen", "Landelijk Hoogspanningsnet", &[1], "", Formal, 2024)
            .adds_to("landelijk-hoogspanningsnet"),
        grid("aanvulling-hoogspanning-zeeland", "Landelijk Hoogspanningsnet", &[19], "", Elaborating, 2025)
            .adds_to("landelijk-hoogspanningsnet"),
        grid("gastransport-diepnet", "Gastransport Diepnet", &[], CORE, Decided(IF), 2024).by(1).evaluated(2026),
    ]
}

pub(super) fn transport() -> Vec<Spec> {
    let roads = |id, name, regions, stage, year| {
        Spec::new(id, name, "wegen en vaarwegen")
            .part_of("Rijksdienst voor Wegen en Vaarwegen")
            .does(OPERATOR, CORE, "Beheer van rijkswegen, vaarwegen en grote wateren")
            .with(regions, stage, year)
    };
    let harbour = |id, name, region, profile, stage, year| {
        Spec::new(id, name, "afhandeling scheepvaart")
            .does(OPERATOR, profile, "Nautisch beheer van de haven")
            .with(region, stage, year)
    };
    vec![
        roads("wegendienst-noord", "Wegen en Vaarwegen district Noord", &[1, 2, 3], Decided(YES), 2022)
            .by(2)
            .evaluated(2026),
        roads("wegendienst-oost", "Wegen en Vaarwegen district Oost", &[4, 5, 6, 7, 8], Decided(YES), 2022)
            .by(7)
            .evaluated(2026),
        roads(
            "wegendienst-west",
            "Wegen en Vaarwegen district West",
            &[9, 10, 11, 12, 13, 15, 16, 17, 18],
            Advised(YES),
            2025,
        )
        .by(17)
        .evaluated(2027),
        roads("wegendienst-zuid", "Wegen en Vaarwegen district Zuid", &[19, 20, 21, 22, 23, 24], Formal, 2025)
            .by(20)
            .evaluated(2027),
        Spec::new("spoorbeheer-nederland", "Spoorbeheer Nederland", "spoorvervoer")
            .does(OPERATOR, LIAISON, "Incidenten op en langs het hoofdspoor")
            .with(&[], Formal, 2020)
            .by(9)
            .evaluated(2025)
            .replaces("spoorbeheer-nederland-2012"),
        Spec::new("spoorbeheer-nederland-2012", "Spoorbeheer Nederland", "spoorvervoer")
            .does(OPERATOR, "", "Incidenten op en langs het hoofdspoor")
            .with(&[9], Formal, 2012),
        Spec::new("metrobedrijf-maasoever", "Metrobedrijf Maasoever", "stads- en streekvervoer")
            .does(OPERATOR, LIAISON, "Incidenten in metro en tram")
            .with(&[15, 17], Formal, 2023)
            .evaluated(2026),
        harbour("havenbedrijf-maasmonding", "Havenbedrijf Maasmonding", &[17], CORE, Decided(YES), 2023)
            .evaluated(2026)
            .wishes(&[18]),
        harbour("havenbedrijf-eemsdelta", "Havenbedrijf Eemsdelta", &[1], STRUCTURAL, Formal, 2024).evaluated(2026),
        harbour("havenbedrijf-sluizenkust", "Havenbedrijf Sluizenkust", &[12, 13], STRUCTURAL, Elaborating, 2025),
        harbour("havenbedrijf-kanaalzone", "Havenbedrijf Kanaalzone", &[19], LIAISON, Formal, 2022).evaluated(2025),
        Spec::new("luchthaven-meerdijk", "Luchthaven Meerdijk", "luchtvaart")
            .does(OPERATOR, CORE, "Beheer van de luchthaven en het luchtvaartterrein")
            .with(&[12], Decided(YES), 2024)
            .wishes(&[13])
            .evaluated(2026),
        Spec::new("luchthaven-heidehorst", "Luchthaven Heidehorst", "luchtvaart")
            .does(OPERATOR, LIAISON, "Beheer van de luchthaven en het luchtvaartterrein")
            .with(&[22], Formal, 2023)
            .evaluated(2026),
    ]
}

pub(super) fn industry() -> Vec<Spec> {
    vec![
        Spec::new("chemiepark-maasdal", "Chemiepark Maasdal", "chemie")
            .does(OPERATOR, STRUCTURAL, "Veiligheid op en rond het chemiepark")
            .with(&[24], Decided(IF), 2024)
            .evaluated(2026),
        Spec::new("chemiecluster-noordoever", "Chemiecluster Noordoever", "chemie")
            .does(OPERATOR, LIAISON, "Veiligheid op en rond de opslagterminals")
            .with(&[17, 18], Formal, 2022)
            .evaluated(2025),
        Spec::new("kerncentrale-westerdelta", "Kerncentrale Westerdelta", "nucleair")
            .does(OPERATOR, CORE, "Stralingsveiligheid van de centrale")
            .with(&[19], Decided(YES), 2022)
            .wishes(&[20])
            .evaluated(2026),
        Spec::new("telecom-verbinding", "Telecombedrijf Verbinding", "telecom")
            .does(OPERATOR, LIAISON, "Beschikbaarheid van vaste en mobiele netten")
            .with(&[], Formal, 2023)
            .by(16)
            .evaluated(2026),
        Spec::new("natuurbeheer-hoge-zanden", "Natuurbeheer Hoge Zanden", "natuurbeheer")
            .does(OPERATOR, LIAISON, "Beheer van bos en hei, natuurbranden")
            .with(&[6, 7], Formal, 2024)
            .wishes(&[9, 21])
            .evaluated(2026),
        Spec::new("warmtenet-westlanden", "Warmtenet Westlanden", "warmte")
            .does(OPERATOR, "", "Levering van warmte aan woningen en kassen")
            .with(&[15], Exploring, 2026)
            .wishes(&[16]),
    ]
}
