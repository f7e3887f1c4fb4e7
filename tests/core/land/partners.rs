//! The partners of the country: organisations that do not exist, of kinds that do, where they could be.

use super::operators;
use super::spec::{
    AD_HOC, Advised, CORE, Decided, Elaborating, Exploring, Formal, IF, INCIDENTAL, LIAISON, NO, OPERATOR, PROVIDER,
    SERVICE, STANDBY, STRUCTURAL, Spec, YES,
};

/// All agreements.
pub(super) fn all() -> Vec<Spec> {
    let groups = [
        services(),
        operators::water(),
        operators::drinking_water(),
        operators::energy(),
        operators::transport(),
        operators::industry(),
        defence(),
        providers(),
        incidental(),
    ];
    groups.into_iter().flatten().collect()
}

fn services() -> Vec<Spec> {
    let police = |id, name, regions, stage, year| {
        Spec::new(id, name, "openbare orde en veiligheid")
            .part_of("Landelijk Politiekorps")
            .does(SERVICE, CORE, "Handhaving van de openbare orde en hulp bij incidenten")
            .with(regions, stage, year)
    };
    let ambulance = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "acute zorg")
            .does(SERVICE, profile, "Ambulancezorg bij incidenten")
            .with(regions, stage, year)
    };
    vec![
        police("politie-district-noord", "Politiedistrict Noord", &[1, 2, 3], Decided(YES), 2022).by(1).evaluated(2026),
        police("politie-district-oost", "Politiedistrict Oost", &[4, 5, 6, 7, 8], Decided(YES), 2022)
            .by(5)
            .evaluated(2027),
        police("politie-district-midden", "Politiedistrict Midden", &[9, 14, 25], Decided(IF), 2023)
            .by(9)
            .evaluated(2026),
        police("politie-district-kust", "Politiedistrict Kust", &[10, 11, 12, 13], Advised(YES), 2025)
            .by(12)
            .evaluated(2027),
        police("politie-district-delta", "Politiedistrict Delta", &[15, 16, 17, 18, 19], Formal, 2025)
            .by(17)
            .evaluated(2027),
        police("politie-district-zuid", "Politiedistrict Zuid", &[20, 21, 22, 23, 24], Elaborating, 2025).by(22),
        ambulance("ambulance-noordelijk-diep", "Ambulancedienst Noordelijk Diep", &[1], STRUCTURAL, Decided(YES), 2023)
            .evaluated(2026),
        ambulance("ambulance-vechtstreek", "Ambulancedienst Vechtstreek", &[4, 5], STRUCTURAL, Formal, 2024)
            .evaluated(2025),
        ambulance("ambulance-gooise-plassen", "Ambulancedienst Gooise Plassen", &[14], STRUCTURAL, Elaborating, 2025),
        ambulance("ambulance-maasplassen", "Ambulancedienst Maasplassen", &[23], STRUCTURAL, Decided(NO), 2023)
            .evaluated(2026),
        ambulance("ambulance-groene-delta", "Ambulancedienst Groene Delta", &[18], LIAISON, Formal, 2022)
            .evaluated(2026),
        Spec::new("kustwachtdienst", "Kustwachtdienst Noordzee", "redding te water")
            .does(SERVICE, CORE, "Redding op zee en op de grote wateren")
            .with(&[1, 2, 10, 12, 15, 16, 17, 19], Decided(YES), 2023)
            .by(19)
            .wishes(&[11, 25])
            .evaluated(2026),
    ]
}

fn defence() -> Vec<Spec> {
    let military = |id, name, regions, stage, year| {
        Spec::new(id, name, "defensie")
            .part_of("Nationale Krijgsmacht")
            .does(OPERATOR, LIAISON, "Veiligheid op militaire terreinen")
            .does(PROVIDER, STANDBY, "Bijstand met mensen en materieel")
            .with(regions, stage, year)
    };
    vec![
        military("militair-commando-noord", "Militair Commando Noord", &[1, 2, 3, 4, 5, 6], Formal, 2024)
            .by(5)
            .evaluated(2026),
        military(
            "militair-commando-midden",
            "Militair Commando Midden",
            &[7, 8, 9, 10, 11, 12, 13, 14, 25],
            Decided(YES),
            2023,
        )
        .by(9)
        .evaluated(2026),
        military(
            "militair-commando-zuid",
            "Militair Commando Zuid",
            &[15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
            Elaborating,
            2025,
        )
        .by(20),
    ]
}

fn providers() -> Vec<Spec> {
    let clinic = |id, name, region, stage, year| {
        Spec::new(id, name, "acute zorg").does(PROVIDER, STANDBY, "Opvang van gewonden").with(region, stage, year)
    };
    vec![
        Spec::new("weerinstituut-de-peil", "Weerinstituut De Peil", "meteorologie")
            .does(PROVIDER, STANDBY, "Verwachtingen van weer en van verspreiding van stoffen")
            .with(&[], Decided(YES), 2022)
            .by(9)
            .evaluated(2026),
        Spec::new("aanvulling-weerinstituut-flevoland", "Weerinstituut De Peil", "meteorologie")
            .does(PROVIDER, STANDBY, "Verwachtingen van weer en van verspreiding van stoffen")
            .with(&[25], Formal, 2024)
            .adds_to("weerinstituut-de-peil"),
        Spec::new("hulporganisatie-de-brug", "Hulporganisatie De Brug", "bevolkingszorg")
            .does(PROVIDER, STANDBY, "Eerste hulp en opvang van mensen")
            .with(&[], Advised(IF), 2025)
            .by(21)
            .evaluated(2027),
        Spec::new("reddingsbrigades-kuststrook", "Reddingsbrigades Kuststrook", "redding te water")
            .does(PROVIDER, STANDBY, "Redding langs het strand en bij overstroming")
            .with(&[10, 12, 15, 16, 17, 19], Formal, 2023)
            .by(16)
            .evaluated(2026),
        Spec::new("omgevingsdienst-rijnstreek", "Omgevingsdienst Rijnstreek", "milieu")
            .does(PROVIDER, STANDBY, "Advies en metingen bij milieu-incidenten")
            .with(&[16], Decided(IF), 2024)
            .evaluated(2026),
        Spec::new("omgevingsdienst-twee-rivieren", "Omgevingsdienst Twee Rivieren", "milieu")
            .does(PROVIDER, STANDBY, "Advies en metingen bij milieu-incidenten")
            .with(&[7, 8], Elaborating, 2025),
        clinic("ziekenhuis-het-veer", "Ziekenhuis Het Veer", &[18], Formal, 2022).evaluated(2025),
        clinic("medisch-centrum-kanaalzone", "Medisch Centrum Kanaalzone", &[19], Elaborating, 2025),
        clinic("traumacentrum-heuvelrand", "Traumacentrum Heuvelrand", &[24], Decided(YES), 2024).evaluated(2026),
        clinic("ziekenhuis-de-vuurbaak", "Ziekenhuis De Vuurbaak", &[11], Exploring, 2026),
        Spec::new("omroep-noordenwind", "Omroep Noordenwind", "media")
            .does(PROVIDER, STANDBY, "Zender voor rampen in het noorden")
            .with(&[1, 2, 3], Formal, 2021)
            .by(2)
            .until("2024-12-31"),
        Spec::new("omroep-flevozicht", "Omroep Flevozicht", "media")
            .does(PROVIDER, STANDBY, "Zender voor rampen in de regio")
            .with(&[25], Formal, 2024)
            .evaluated(2026),
        Spec::new("dierenhulp-de-stal", "Dierenhulp De Stal", "dierenwelzijn")
            .does(PROVIDER, STANDBY, "Evacuatie en opvang van dieren")
            .with(&[6], Exploring, 2026)
            .wishes(&[5, 7]),
    ]
}

fn incidental() -> Vec<Spec> {
    let once = |id, name, region, about, until| {
        Spec::new(id, name, "").does(INCIDENTAL, AD_HOC, about).with(region, Formal, 2025).until(until)
    };
    vec![
        once(
            "kraanverhuur-de-takel",
            "Kraanverhuur De Takel",
            &[8],
            "Berging na het ongeval op de rivier",
            "2026-02-15",
        ),
        once(
            "tentenbouw-de-luifel",
            "Tentenbouw De Luifel",
            &[14],
            "Onderdak bij de noodopvang in de sporthal",
            "2026-03-31",
        ),
        once("duikteam-de-kolk", "Duikteam De Kolk", &[11], "Onderzoek van de beschadigde sluisdeur", "2026-02-28"),
        once(
            "universiteit-modelgroep",
            "Rekengroep Stroming en Bodem",
            &[23],
            "Berekeningen na de verzakking van de dijk",
            "2025-10-31",
        ),
    ]
}
