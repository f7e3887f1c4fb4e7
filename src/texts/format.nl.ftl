# Wat de objecten en sleutels van het documentformaat betekenen, in het Nederlands. Een bericht verwijst naar geen ander bericht.
# title-<object>: hoe het object heet; object-<object>: wat het is; field-<object>-<sleutel>: wat de sleutel betekent.
# Parameters: $policy, $all, $everywhere, $region en $partner zijn de woorden van het beleid zelf.

### Een lijst van identifiers of codes

term-line = `{ $id }`: { $meaning }
term-line-labelled = `{ $id }` ({ $label }): { $meaning }

### De afspraak

title-document = Afspraak
object-document = Eén afspraak tussen een crisispartner en een of meer veiligheidsregio's, of de aanvulling van één regio daarop.
field-document-schema = Waar een editor het JSON Schema van dit bestand vindt; voor de afspraak zelf betekent het niets.
field-document-kader = Het beleidskader waarop deze afspraak rust, met zijn id: `{ $policy }`.
field-document-id = De eigen id van deze afspraak: kleine letters, cijfers en streepjes, zoals `havenbedrijf-rijnmond`; geen andere afspraak in het project heeft dezelfde.
field-document-aanvullingOp = Het id van de algemene afspraak waarop dit document de aanvulling van één regio is; zonder deze sleutel is het document zelf een algemene afspraak.
field-document-convenant = Het convenant waarvan deze afspraak deel uitmaakt, als dat er is.
field-document-looptijd = Van wanneer tot wanneer de afspraak geldt.
field-document-vervangt = De id's van eerdere afspraken die door deze vervallen; niet die van de algemene afspraak bij een aanvulling.
field-document-partner = De crisispartner met wie de afspraak is gemaakt.
field-document-reikwijdte = Met hoeveel veiligheidsregio's de partner samenwerkt of wil samenwerken; in een aanvulling mag dit weg.
field-document-regios = De veiligheidsregio's die aan deze afspraak gebonden zijn, met hun codes (zoals `{ $region }`), of `"{ $all }"`; regio's die nog in gesprek zijn, staan in `beoogdeRegios`.
field-document-beoogdeRegios = De codes van veiligheidsregio's die willen samenwerken of nog in gesprek zijn; de afspraak bindt hen nog niet.
field-document-overigePartijen = De namen van andere partijen bij de afspraak, zoals een gemeente of een koepel; niet de partner en de veiligheidsregio's.
field-document-adoptieregio = De veiligheidsregio die namens andere regio's de afspraken met de partner maakt; niet elke reikwijdte vraagt erom.
field-document-fase = Hoever de afspraak is; naarmate zij vordert, weegt wat nog ontbreekt zwaarder.
field-document-vastgesteldOp = De dag waarop de afspraak is vastgesteld; niet de dag waarop zij ingaat, die staat in `looptijd.van`.
field-document-ondertekenaars = Wie de afspraak heeft ondertekend, één regel per partij.
field-document-evaluatie = Hoe vaak en wanneer de partijen de afspraak evalueren.
field-document-samenwerkingen = De samenwerkingen met deze partner: één voor elke kerntaak.
field-document-beginselen = De beginselen die elke partij moet borgen, elk met zijn eigen naam als sleutel.
field-document-afwijkingen = De regels waarvan de partijen bewust afwijken, met uitleg.
field-document-onderwerpen = Wat de partijen verder hebben afgesproken, zoals opschaling, gegarandeerde capaciteit, communicatie of kosten.
field-document-opmerkingen = Vrije tekst bij de afspraak; geen regel kijkt naar de inhoud.

title-covenant = Convenant
object-covenant = Het convenant waarvan deze afspraak deel uitmaakt; afspraken met hetzelfde id vormen samen één convenant met meer partners.
field-covenant-id = Het id van het convenant, gelijk in alle afspraken die erbij horen; kleine letters, cijfers en streepjes.
field-covenant-titel = De titel van het convenant, zoals die erop staat.
field-covenant-grondslag = De wet of regeling waarop het convenant rust, zoals de Wet veiligheidsregio's.
field-covenant-vindplaats = Het webadres waar het convenant te lezen is.

title-term = Looptijd
object-term = Van wanneer tot wanneer de afspraak geldt.
field-term-van = De eerste dag waarop de afspraak geldt, zoals `2026-01-01`; is alleen de maand of het jaar bekend, dan `2026-01` of `2026`.
field-term-tot = De laatste dag waarop de afspraak geldt; zonder deze sleutel geldt zij voor onbepaalde tijd.

### De partner

title-partner = Partner
object-partner = De crisispartner met wie de afspraak is gemaakt: de organisatie, geen persoon.
field-partner-naam = De naam van de organisatie, of van het onderdeel dat aan de afspraak gebonden is.
field-partner-onderdeelVan = De organisatie waarvan deze partner een onderdeel is, zoals Rijkswaterstaat bij een van zijn diensten.
field-partner-oin = Het organisatie-identificatienummer van de partner: 20 cijfers, tussen aanhalingstekens.
field-partner-kvk = Het nummer van de partner in het Handelsregister: 8 cijfers, tussen aanhalingstekens.
field-partner-keten = De keten waarin de partner bij een crisis werkt.
field-partner-vitaal = Of de partner een vitale aanbieder is: `true` of `false`.
field-partner-sector = De sector waarin de partner werkt, zoals drinkwater, energie of spoor.
field-partner-koepelorganisatie = De koepel die voor partners als deze spreekt, zoals Netbeheer Nederland; niet de organisatie waarvan de partner een onderdeel is.
field-partner-kerntaken = Alle kerntaken die de partner in de crisisbeheersing heeft; bij elke hoort een samenwerking. In een aanvulling mag dit weg.
field-partner-informatieorganisatie = Hoever de partner zijn informatie bij een crisis heeft georganiseerd.
field-partner-crisisstructuur = Of de partner een eigen crisisstructuur heeft, met teams en opschaling: `true` of `false`.
field-partner-werkgebied = De codes van de veiligheidsregio's waarin de partner een taak kan krijgen, of `"{ $everywhere }"`; met welke hij afspraken heeft, staat in `regios`.

### De adoptieregio

title-adoption-region = Adoptieregio
object-adoption-region = De veiligheidsregio die namens andere regio's de afspraken met de partner maakt, met haar mandaat en haar ruggespraak.
field-adoption-region-regio = De code van de veiligheidsregio die adoptieregio is, zoals `{ $region }`.
field-adoption-region-mandaat = Wanneer en door wie zij is gemachtigd om namens de andere regio's op te treden.
field-adoption-region-ruggespraak = De codes van de regio's met wie zij de afspraken heeft besproken, of `"{ $all }"`.

title-mandate = Mandaat
object-mandate = Wanneer en door wie de adoptieregio is gemachtigd om namens de andere regio's op te treden.
field-mandate-datum = De dag waarop het mandaat is verleend.
field-mandate-verleendDoor = Wie het mandaat heeft verleend, zoals de directeuren van de betrokken veiligheidsregio's.

### Ondertekening, evaluatie en wat verder is afgesproken

title-signatory = Ondertekenaar
object-signatory = Een partij die de afspraak heeft ondertekend.
field-signatory-partij = Wie tekende: `{ $partner }`, de code van een veiligheidsregio, of een naam precies zoals die in `overigePartijen` staat.
field-signatory-functie = De functie van wie namens die partij tekende, zoals directeur; de naam van de persoon is niet nodig.
field-signatory-datum = De dag waarop die partij tekende.

title-evaluation = Evaluatie
object-evaluation = Hoe vaak en wanneer de partijen de afspraak evalueren.
field-evaluation-intervalMaanden = Om de hoeveel maanden de afspraak wordt geëvalueerd: een geheel getal van 1 tot en met 60, zoals 24.
field-evaluation-volgende = De datum van de eerstvolgende evaluatie; niet die van de vorige.

title-subject = Onderwerp
object-subject = Iets wat de partijen verder hebben afgesproken; alleen de vorm wordt gecontroleerd.
field-subject-titel = Waarover het gaat, zoals opschaling of kosten.
field-subject-afspraak = Wat daarover is afgesproken.

title-deviation = Afwijking
object-deviation = Een regel waarvan de partijen bewust afwijken, met uitleg; zo blijft zichtbaar wat zij hebben geaccepteerd, en waarom.
field-deviation-regel = De code of de naam van de regel waarvan wordt afgeweken, zoals `V401`.
field-deviation-pad = De plaats in dit document waarvoor de afwijking geldt, als JSON Pointer, zoals `/samenwerkingen/0`; zonder deze sleutel is dat het hele document.
field-deviation-toelichting = Waarom de partijen afwijken.
field-deviation-akkoord = Wie met de afwijking heeft ingestemd, zoals het algemeen bestuur.
field-deviation-tot = De laatste dag waarop de afwijking geldt; zonder deze sleutel eindigt zij niet vanzelf.

### Een samenwerking

title-cooperation = Samenwerking
object-cooperation = De samenwerking voor één kerntaak van de partner; wie meer kerntaken heeft, heeft er meer.
field-cooperation-kerntaak = De kerntaak waarvoor deze samenwerking is; zij staat ook in `partner.kerntaken`.
field-cooperation-profiel = Het samenwerkingsprofiel: hoe de partner en de veiligheidsregio's informatie delen; in de eerste fase en in een aanvulling mag dit weg.
field-cooperation-taakomschrijving = Wat de partner voor deze kerntaak bij een crisis doet, in eigen woorden.
field-cooperation-informatieorganisatie = Hoever de partner zijn informatie voor deze kerntaak heeft georganiseerd; alleen nodig als dat anders is dan bij `partner` staat, en dan gaat dit voor.
field-cooperation-crisisstructuur = Of de partner voor deze kerntaak een eigen crisisstructuur heeft; alleen nodig als dat anders is dan bij `partner` staat, en dan gaat dit voor.
field-cooperation-regieEigenBeeld = Of de partner de regie voert over een eigen situatiebeeld: `true` of `false`.
field-cooperation-lcms = De rechten in LCMS die gelden zodra de samenwerking live is; LCMS heet sinds 2021 de Landelijke Voorziening Crisisbeheersing.
field-cooperation-aanspreekpunten = Bij wie van de partner de veiligheidsregio terechtkan, voor informatie en voor coördinatie.
field-cooperation-aansluiting = Hoe een partner die stand-by staat aansluit: zelfstandig of via een ander.
field-cooperation-tijdelijk = Hoelang een samenwerking voor één incident duurt en wat haar beëindigt.
field-cooperation-voorwaardenVeiligheidsregio = De voorwaarden die de veiligheidsregio aan een samenwerking voor één incident stelt.
field-cooperation-randvoorwaarden = De randvoorwaarden van het profiel, per dimensie, met voor elk wat is afgesproken.
field-cooperation-toetsing = De toetsing van de samenwerking, met het advies, het standpunt en de dag waarop zij live ging.

title-rights = Rechten in LCMS
object-rights = Wat de partner in LCMS mag lezen en schrijven zodra de samenwerking live is; wat nog niet bekend is, wordt weggelaten.
field-rights-lezen = Wat de partner in LCMS mag lezen.
field-rights-schrijven = Wat de partner in LCMS mag schrijven.

title-contacts = Aanspreekpunten
object-contacts = Bij wie van de partner de veiligheidsregio terechtkan, voor informatie en voor coördinatie.
field-contacts-informatie = Het aanspreekpunt voor informatie: wie het beeld van de partner kent en deelt.
field-contacts-coordinatie = Het aanspreekpunt voor coördinatie: met wie de veiligheidsregio afstemt en tot besluiten komt.

title-contact = Aanspreekpunt
object-contact = Eén aanspreekpunt van de partner: de rol, en hoe die te bereiken is; de naam van een persoon is niet nodig.
field-contact-rol = De rol die het aanspreekpunt in de crisisorganisatie vervult.
field-contact-piket = Of deze rol met piket is geregeld en dus altijd bereikbaar is: `true` of `false`.
field-contact-functie = Hoe de functie bij de partner zelf heet, zoals hoofd bedrijfsbureau.
field-contact-telefoon = Het telefoonnummer van de rol; liever niet dat van een persoon.
field-contact-email = Het e-mailadres van de rol, zoals `crisis@example.nl`.
field-contact-bereikbaarheid = Hoe de rol te bereiken is zonder een nummer te noemen, zoals "via de meldkamer".
field-contact-vanuit = De code van de veiligheidsregio die deze functionaris aan de partner uitleent, zoals `{ $region }`.

title-joining = Aansluiting
object-joining = Hoe een partner die stand-by staat aansluit: zelfstandig of via een ander.
field-joining-wijze = Of de partner zelfstandig aansluit of via een ander.
field-joining-via = Via wie of wat de partner aansluit, als hij dat niet zelfstandig doet.

title-through = Via
object-through = De andere partner, het proces, de discipline of het gremium waarlangs de partner aansluit.
field-through-soort = Wat voor iemand of iets dat is; bij een andere partner sluit de partner aan onder diens mandaat.
field-through-naam = De naam daarvan; bij een andere partner de naam zoals die in zijn eigen afspraak staat.

title-temporary = Tijdelijk
object-temporary = Hoelang een samenwerking voor één incident duurt en wat haar beëindigt.
field-temporary-van = De eerste dag van de samenwerking.
field-temporary-tot = De laatste dag van de samenwerking, als die bekend is.
field-temporary-einde = Wat de samenwerking beëindigt, zoals "bij afschaling".

### Een randvoorwaarde

title-entry = Randvoorwaarde
object-entry = Wat over één randvoorwaarde is afgesproken en hoever dat is.
field-entry-status = Hoever de randvoorwaarde is.
field-entry-afspraak = Wat over deze randvoorwaarde is afgesproken, of waar dat staat, zoals "bijlage 2".
field-entry-verantwoordelijke = Wie ervoor zorgt dat de randvoorwaarde geregeld is.
field-entry-onderdelen = Wat per onderdeel is afgesproken: een tekst, of `true` als het geregeld is; wat niet geregeld is, wordt weggelaten.
field-entry-bereik = Voor welk deel van de organisatie van de partner de randvoorwaarde is ingericht.
field-entry-bewijs = Waar te zien is dat het klopt: webadressen, of paden vanaf de map van dit document, zoals `bijlagen/opleidingsplan.pdf`; een `#fragment` mag.
field-entry-geldigTot = De laatste dag waarop deze afspraak geldt, zoals die van een gebruikersovereenkomst; niet die van de hele afspraak.

### De toetsing

title-assessment = Toetsing
object-assessment = De toetsing van de samenwerking door een onafhankelijke partij: drie delen, het advies, het standpunt en de dag waarop zij live ging.
field-assessment-toetser = De toetsingspartij: de onafhankelijke partij die toetst; niet de partner en niet een van de regio's van deze afspraak.
field-assessment-richting = Het deel van de toetsing dat nagaat of het profiel bij de kerntaak past.
field-assessment-inrichting = Het deel van de toetsing dat nagaat of de afspraken aan de randvoorwaarden voldoen.
field-assessment-verrichting = Het deel van de toetsing waarin partner en regio's samen oefenen; de "go-live-oefening" hoort hier en niet bij `live`.
field-assessment-advies = Wat de toetsingspartij adviseert; het besluit daarna staat in `standpunt`.
field-assessment-adviesDatum = De datum van het advies.
field-assessment-aandachtspunten = De punten die volgens het advies beter moeten, één tekst per punt.
field-assessment-hertoetsing = De datum waarop opnieuw wordt getoetst, zoals een voorwaardelijk standpunt die stelt.
field-assessment-alternatief = Onder welke lichtere voorwaarden de partijen toch kunnen samenwerken als het standpunt negatief is.
field-assessment-standpunt = Het besluit over de samenwerking, genomen na het advies.
field-assessment-live = De dag waarop de samenwerking in gebruik is genomen; de oefening die daaraan voorafgaat, hoort bij `verrichting`.

title-direction = Toetsing van de richting
object-direction = Het deel van de toetsing dat nagaat of het profiel bij de kerntaak past.
field-direction-datum = De dag waarop dit deel is getoetst.
field-direction-pastBijKerntaak = Of het profiel volgens de toetsingspartij bij de kerntaak past: `true` of `false`.

title-design = Toetsing van de inrichting
object-design = Het deel van de toetsing dat nagaat of de afspraken aan de randvoorwaarden voldoen.
field-design-datum = De dag waarop dit deel is getoetst.

title-performance = Toetsing van de verrichting
object-performance = Het deel van de toetsing waarin partner en regio's samen oefenen, ook wel de go-live-oefening genoemd.
field-performance-datum = De dag waarop dit deel is getoetst.
field-performance-oefening = De gezamenlijke oefening waarop dit deel van de toetsing berust.

title-exercise = Oefening
object-exercise = De gezamenlijke oefening van partner en regio's waarin de samenwerking is beproefd.
field-exercise-naam = Hoe de oefening heet.
field-exercise-datum = De dag van de oefening.
field-exercise-deelnemers = Wie meededen: `{ $partner }` en de codes van de regio's, zoals `{ $region }`.

title-standpoint = Standpunt
object-standpoint = Het besluit over de samenwerking, genomen na het advies; na een negatief standpunt gaat zij niet live.
field-standpoint-besluit = Hoe het standpunt luidt.
field-standpoint-datum = De datum van het standpunt.
field-standpoint-door = Wie het standpunt inneemt; dat hangt af van de reikwijdte van de afspraak.
field-standpoint-toelichting = Waarom het standpunt zo luidt, vooral waar het van het advies afwijkt.

### De beginselen

title-principle = Beginsel
object-principle = Of dit beginsel, dat elke partij moet borgen, geborgd is, en hoe.
field-principle-geborgd = Of de partner dit beginsel heeft geborgd: `true` of `false`.
field-principle-hoe = Hoe het is geborgd, zoals met een opleiding of een werkinstructie.

title-picture-principle = Beginsel over het situatiebeeld
object-picture-principle = Of de partner weet hoe een situatiebeeld ontstaat, en of hij ook een eigen beeld kan maken.
field-picture-principle-geborgd = Of de partner dit beginsel heeft geborgd: `true` of `false`.
field-picture-principle-hoe = Hoe het is geborgd, zoals met een opleiding of een werkinstructie.
field-picture-principle-eigenBeeld = Of de partner zelf een situatiebeeld kan maken; nodig zodra hij in LCMS mag schrijven.
