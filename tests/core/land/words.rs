//! What the agreements of the country say, by what it is about.

/// What was agreed on a precondition; two ways of saying it, so that not all agreements read the same.
pub(super) fn agreed(precondition: &str) -> [&'static str; 2] {
    match precondition {
        "crisisteams" => [
            "Een operationeel team en een beleidsteam, gekoppeld aan ROT en RBT; bijlage 1",
            "Eén crisisteam, dat bij GRIP 2 aansluit op het ROT",
        ],
        "liaison" => [
            "Liaison binnen 60 minuten in het ROT, op verzoek van de operationeel leider",
            "Liaison binnen 90 minuten in het ROT; bij een voorzien incident vooraf",
        ],
        "kerntaken" => [
            "De taken staan in hoofdstuk 2 van het crisisplan van de partner",
            "Vastgelegd in bijlage 1, met de grens tussen de taken van beide partijen",
        ],
        "aanspreekpunt-informatie" => [
            "De HIN van dienst, dag en nacht bereikbaar via de meldkamer",
            "De informatiecoördinator van de partner, bereikbaar via de meldkamer",
        ],
        "beslissingsbevoegd-aanspreekpunt" => [
            "Wie mag beslissen staat per niveau in bijlage 2",
            "Per niveau is één functie aangewezen, met een plaatsvervanger",
        ],
        "mandaat" => [
            "De vertegenwoordiger beslist zelf over inzet van mensen en middelen tot twee etmalen",
            "Mandaat tot de grens van de jaarlijkse crisisbegroting",
        ],
        "functionarissen" => {
            ["Twaalf functionarissen, verdeeld over vier ploegen", "Acht functionarissen met een rooster per week"]
        }
        "beheer-accounts-organisatie" => [
            "De partner meldt wie vertrekt binnen een week aan de beheerder",
            "Twee keer per jaar loopt de partner de lijst van accounts na",
        ],
        "beheer-ondersteuning-lcms" => [
            "Belegd bij de functioneel beheerder van de adoptieregio",
            "De partner heeft een eigen beheerder, met achtervang door de regio",
        ],
        "financiering" => [
            "Elke partij draagt de eigen kosten; licenties betaalt de partner",
            "Kosten van opleiden en oefenen worden gelijk verdeeld",
        ],
        "alarmering" => [
            "Via de meldkamer, volgens de inzetvoorstellen van bijlage 3",
            "De meldkamer alarmeert de piketfunctionaris bij de criteria van bijlage 3",
        ],
        "signaleren-informatie" => [
            "Wie een fout in het beeld ziet, meldt die aan de informatiemanager van het ROT",
            "Afwijkingen worden binnen een kwartier gemeld aan de informatiemanager",
        ],
        "toegang-en-gebruik-informatie" => [
            "Alleen voor wie bij de inzet betrokken is, en alleen voor die inzet",
            "Volgens de gedragsregels van bijlage 4",
        ],
        "status-partner" => {
            ["De status staat bij elke activiteit in LCMS", "De HIN zet de status bij opschaling en bij afschaling"]
        }
        "inrichting-informatiemanagement" => [
            "Volgens de werkwijze van bijlage 5, jaarlijks herzien",
            "Beschreven in het handboek informatiemanagement van de partner",
        ],
        "ondersteuning-informatiemanagement" => {
            ["Een plotter en een ondersteuner bij elke inzet van meer dan vier uur", "Twee ondersteuners op afroep"]
        }
        "interne-procesbeschrijving" => {
            ["Vastgesteld door de directie van de partner", "Onderdeel van het crisisplan van de partner, hoofdstuk 4"]
        }
        "basisopleiding-informatiemanagement" => [
            "Elke functionaris volgt de basisopleiding binnen een half jaar",
            "Basisopleiding en één oefening per jaar",
        ],
        "opleiding" => ["Leergang en twee oefeningen per jaar", "Opleiding in huis, met een proeve bij de regio"],
        "gebruikersovereenkomst" => {
            ["Elke gebruiker tekent voordat het account opengaat", "Getekend bij aanstelling, elk jaar bevestigd"]
        }
        "technische-eisen-lcms" => [
            "Werkplekken voldoen aan de eisen; in november getest",
            "Twee werkplekken met noodstroom en een tweede verbinding",
        ],
        "toegang-situatiebeelden" => [
            "Toegang tot de activiteiten waarvoor de partner is gealarmeerd",
            "Toegang per activiteit, geopend door de informatiemanager",
        ],
        "beheer-accounts" => [
            "Accounts op naam, na drie maanden zonder gebruik gesloten",
            "Accounts op functie, met een logboek van wie ze gebruikt",
        ],
        _ => ["Via de liaison, met elk situatierapport", "Per situatierapport, en bij spoed mondeling via de liaison"],
    }
}

/// What was agreed on a part of a precondition.
pub(super) fn part(id: &str) -> &'static str {
    match id {
        "operationeel" => "De operationeel manager van dienst",
        "bestuurlijk" => "De directeur, bij afwezigheid de plaatsvervanger",
        "informatiemanagement" => "De informatiecoördinatoren van de partner",
        "leiding-coordinatie" => "De crisismanagers van de partner",
        "informatiemanager" => "Leergang informatiemanager, elk jaar twee oefeningen",
        "technische-ondersteuning" => "De eigen helpdesk, buiten kantoortijd de regio",
        "uitgifte-accounts" => "De functioneel beheerder",
        "toegang" => "Via een persoonlijk account",
        "gebruik" => "Niet delen met derden, niet bewaren na de inzet",
        "monitorend" => "Meekijken bij GRIP 1 en bij een voorziene dreiging",
        "actief" => "Vanaf GRIP 2, of op verzoek van de operationeel leider",
        "actualiseren" => "Elk half uur, en bij elke wending",
        "verifieren" => "Door een tweede functionaris, voor het delen",
        _ => "In het eigen tabblad, onder vermelding van tijd en bron",
    }
}

/// What the parties promise of a principle.
pub(super) fn principle(id: &str) -> &'static str {
    match id {
        "kerntaken" => "Beschreven in het crisisplan en elk jaar doorgenomen",
        "handelingsruimte" => "Vastgelegd wat de partner zelf doet en wat hij overlaat",
        "gevoelige-informatie" => "Iedere functionaris kent de gedragsregels van bijlage 4",
        "informatiemanagement" => "Getraind in actualiseren, verifiëren en delen",
        _ => "Geoefend in het lezen en maken van een situatiebeeld",
    }
}

/// What an assessment asks to mend.
pub(super) const POINTS: [&str; 2] =
    ["Leg vast wie buiten kantoortijd de accounts beheert", "Oefen de opschaling met meer dan één regio"];
