//! The partners of the country: organisations that do not exist, of kinds that do, where they could be.

/// Whose move a cooperation is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// No more than a conversation.
    Exploring,
    /// Arrangements are being filled in.
    Elaborating,
    /// Formal, not assessed.
    Formal,
    /// Formal, with an advice; no standpoint yet.
    Advised(&'static str),
    /// Formal, with a standpoint.
    Decided(&'static str),
}

pub(super) use Stage::{Advised, Decided, Elaborating, Exploring, Formal};

/// Outcomes.
pub(super) const YES: &str = "gecertificeerd";
pub(super) const IF: &str = "voorwaardelijk";
pub(super) const NO: &str = "geen";

/// One cooperation of an agreement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work {
    pub(super) task: &'static str,
    /// Empty where none has been chosen.
    pub(super) profile: &'static str,
    pub(super) about: &'static str,
}

/// One agreement.
#[derive(Debug, Clone)]
pub(super) struct Spec {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) part_of: &'static str,
    pub(super) sector: &'static str,
    pub(super) works: Vec<Work>,
    /// Numbers of regions; empty for all.
    pub(super) regions: &'static [u8],
    pub(super) intended: &'static [u8],
    pub(super) stage: Stage,
    /// The year in which it was formalised, or would be.
    pub(super) year: u16,
    /// Where it needs one; 0 for the first of the regions.
    pub(super) adoption: u8,
    pub(super) supplement_to: &'static str,
    pub(super) replaces: &'static str,
    pub(super) covenant: &'static str,
    /// The day after which it is over.
    pub(super) until: &'static str,
    /// The year of the next evaluation; 0 for none.
    pub(super) evaluated: u16,
}

impl Spec {
    fn new(id: &'static str, name: &'static str, sector: &'static str) -> Self {
        Self {
            id,
            name,
            part_of: "",
            sector,
            works: Vec::new(),
            regions: &[],
            intended: &[],
            stage: Exploring,
            year: 2024,
            adoption: 0,
            supplement_to: "",
            replaces: "",
            covenant: "",
            until: "",
            evaluated: 0,
        }
    }

    fn part_of(mut self, whole: &'static str) -> Self {
        self.part_of = whole;
        self
    }

    fn does(mut self, task: &'static str, profile: &'static str, about: &'static str) -> Self {
        self.works.push(Work { task, profile, about });
        self
    }

    fn with(mut self, regions: &'static [u8], stage: Stage, year: u16) -> Self {
        (self.regions, self.stage, self.year) = (regions, stage, year);
        self
    }

    fn wishes(mut self, intended: &'static [u8]) -> Self {
        self.intended = intended;
        self
    }

    fn by(mut self, adoption: u8) -> Self {
        self.adoption = adoption;
        self
    }

    fn evaluated(mut self, year: u16) -> Self {
        self.evaluated = year;
        self
    }

    fn adds_to(mut self, id: &'static str) -> Self {
        self.supplement_to = id;
        self
    }

    fn replaces(mut self, id: &'static str) -> Self {
        self.replaces = id;
        self
    }

    fn under(mut self, covenant: &'static str) -> Self {
        self.covenant = covenant;
        self
    }

    fn until(mut self, day: &'static str) -> Self {
        self.until = day;
        self
    }
}

const CORE: &str = "kernsamenwerking";
const STRUCTURAL: &str = "structurele-samenwerking";
const LIAISON: &str = "koppelsamenwerking";
const STANDBY: &str = "standby-samenwerking";
const AD_HOC: &str = "ad-hoc-aansluiting";

const SERVICE: &str = "hulpdienst";
const OPERATOR: &str = "beheerder";
const PROVIDER: &str = "dienstverlener";
const INCIDENTAL: &str = "incidenteel";

/// All agreements.
pub(super) fn all() -> Vec<Spec> {
    let groups = [services(), water(), energy(), transport(), industry(), providers(), incidental()];
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

fn water() -> Vec<Spec> {
    let board = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "keren en beheren oppervlaktewater")
            .does(OPERATOR, profile, "Waterkeringen, waterpeil en waterkwaliteit")
            .with(regions, stage, year)
    };
    let supply = |id, name, regions, profile, stage, year| {
        Spec::new(id, name, "drinkwater").does(OPERATOR, profile, "Levering van drinkwater").with(regions, stage, year)
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

fn energy() -> Vec<Spec> {
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

fn transport() -> Vec<Spec> {
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

fn industry() -> Vec<Spec> {
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

fn providers() -> Vec<Spec> {
    let military = |id, name, regions, stage, year| {
        Spec::new(id, name, "defensie")
            .part_of("Nationale Krijgsmacht")
            .does(OPERATOR, LIAISON, "Veiligheid op militaire terreinen")
            .does(PROVIDER, STANDBY, "Bijstand met mensen en materieel")
            .with(regions, stage, year)
    };
    let clinic = |id, name, region, stage, year| {
        Spec::new(id, name, "acute zorg").does(PROVIDER, STANDBY, "Opvang van gewonden").with(region, stage, year)
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
