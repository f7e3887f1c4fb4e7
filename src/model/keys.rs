//! The document format's own keys and words; they stand nowhere else in the code.

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $(
            #[doc = concat!("`", $key, "`")]
            pub const $name: &str = $key;
        )*
    };
}

keys! {
    SCHEMA = "$schema";
    POLICY = "kader";
    ID = "id";
    SUPPLEMENT_OF = "aanvullingOp";
    COVENANT = "convenant";
    TITLE = "titel";
    LEGAL_BASIS = "grondslag";
    SOURCE = "vindplaats";
    TERM = "looptijd";
    FROM = "van";
    UNTIL = "tot";
    REPLACES = "vervangt";
    PARTNER = "partner";
    REACH = "reikwijdte";
    REGIONS = "regios";
    INTENDED_REGIONS = "beoogdeRegios";
    OTHER_PARTIES = "overigePartijen";
    ADOPTION = "adoptieregio";
    REGION = "regio";
    MANDATE = "mandaat";
    DATE = "datum";
    GRANTED_BY = "verleendDoor";
    CONSULTED = "ruggespraak";
    PHASE = "fase";
    FORMALISED = "vastgesteldOp";
    SIGNATORIES = "ondertekenaars";
    PARTY = "partij";
    FUNCTION = "functie";
    EVALUATION = "evaluatie";
    INTERVAL = "intervalMaanden";
    NEXT = "volgende";
    COOPERATIONS = "samenwerkingen";
    PRINCIPLES = "beginselen";
    GUARANTEED = "geborgd";
    HOW = "hoe";
    OWN_PICTURE_SKILL = "eigenBeeld";
    DEVIATIONS = "afwijkingen";
    RULE = "regel";
    PATH = "pad";
    EXPLANATION = "toelichting";
    APPROVED_BY = "akkoord";
    SUBJECTS = "onderwerpen";
    AGREED = "afspraak";
    REMARKS = "opmerkingen";
    NAME = "naam";
    PART_OF = "onderdeelVan";
    OIN = "oin";
    KVK = "kvk";
    CHAIN = "keten";
    VITAL = "vitaal";
    SECTOR = "sector";
    UMBRELLA = "koepelorganisatie";
    CORE_TASKS = "kerntaken";
    ORGANISATION = "informatieorganisatie";
    CRISIS_STRUCTURE = "crisisstructuur";
    WORK_AREA = "werkgebied";
    CORE_TASK = "kerntaak";
    PROFILE = "profiel";
    DESCRIPTION = "taakomschrijving";
    OWN_PICTURE = "regieEigenBeeld";
    RIGHTS = "lcms";
    READ = "lezen";
    WRITE = "schrijven";
    CONTACTS = "aanspreekpunten";
    INFORMATION = "informatie";
    COORDINATION = "coordinatie";
    ROLE = "rol";
    ON_CALL = "piket";
    TELEPHONE = "telefoon";
    EMAIL = "email";
    REACHABLE = "bereikbaarheid";
    FROM_REGION = "vanuit";
    JOINING = "aansluiting";
    ROUTE = "wijze";
    THROUGH = "via";
    KIND = "soort";
    TEMPORARY = "tijdelijk";
    ENDING = "einde";
    CONDITIONS = "voorwaardenVeiligheidsregio";
    PRECONDITIONS = "randvoorwaarden";
    ASSESSMENT = "toetsing";
    STATUS = "status";
    RESPONSIBLE = "verantwoordelijke";
    PARTS = "onderdelen";
    SCOPE = "bereik";
    EVIDENCE = "bewijs";
    VALID_UNTIL = "geldigTot";
    ASSESSOR = "toetser";
    DIRECTION = "richting";
    FITS_TASK = "pastBijKerntaak";
    DESIGN = "inrichting";
    PERFORMANCE = "verrichting";
    EXERCISE = "oefening";
    PARTICIPANTS = "deelnemers";
    ADVICE = "advies";
    ADVICE_DATE = "adviesDatum";
    POINTS = "aandachtspunten";
    REASSESSMENT = "hertoetsing";
    ALTERNATIVE = "alternatief";
    STANDPOINT = "standpunt";
    DECISION = "besluit";
    BY = "door";
    LIVE = "live";
}

/// Keys that begin with this are the author's own.
pub const OWN_PREFIX: &str = "x-";
