# De teksten van het programma, in het Nederlands. Een bericht verwijst naar geen ander bericht.

### Fouten in bestanden die mensen schrijven: beleidspakketten en `kader.toml`

file-help = Bedoelt u `{ $suggestion }`?
file-syntax =
    { $why ->
        [open] Dit is geen geldige TOML: een haak wordt niet gesloten
        [string] Dit is geen geldige TOML: een tekst tussen aanhalingstekens wordt niet gesloten
        [twice] Dit is geen geldige TOML: deze sleutel staat hier twee keer
        [value] Dit is geen geldige TOML: deze sleutel heeft geen waarde; daartussen staat een `=`
        [line] Dit is geen geldige TOML: op een regel staat één sleutel met zijn waarde
        [day] Dit is geen geldige TOML: die dag bestaat niet; een dag schrijft u als `2026-01-31`
       *[other] Dit is geen geldige TOML
    }
file-syntax-bare = Tekst staat in TOML tussen aanhalingstekens: `"{ $value }"`
pack-text-syntax = Deze tekst is geen geldig Fluent-patroon: { $detail }
pack-missing-file = Dit bestand ontbreekt in het pakket
pack-not-found = Deze map bestaat niet
pack-no-folder = Dit is een bestand; een pakket is een map met `pack.toml` erin
pack-none = Deze map is geen pakket: er staat geen `pack.toml` in
pack-none-near = Deze map is geen pakket: er staat geen `pack.toml` in, alleen `{ $file }`
pack-unreadable = Dit is niet te lezen: { $detail }
pack-not-utf8 = Dit bestand is geen geldige UTF-8
pack-too-large = Dit bestand is groter dan 4 MiB
pack-stray-file = Dit bestand hoort niet in een pakket
pack-stray-folder = Deze map hoort niet in een pakket
file-missing-key = De sleutel `{ $key }` ontbreekt hier
file-unknown-key = De sleutel `{ $key }` is hier onbekend
file-unknown-word = `{ $value }` staat niet in de lijst `{ $list }`
file-wrong-type =
    { $expected ->
        [text] Hier hoort een tekst tussen aanhalingstekens
        [texts] Hier hoort een lijst van teksten, zoals ["een", "twee"]
        [number] Hier hoort een geheel getal van 0 tot en met 65535
        [boolean] Hier hoort true of false
        [date] Hier hoort een datum, zoals "2020-06-01"
        [tables] Hier hoort een of meer keer een kop met dubbele haken
        [share] Hier horen twee getallen, deel en geheel, zoals [3, 4]
        [levels] Hier hoort één niveau, of drie voor de drie fasen
        [base64] Hier hoort base64
       *[table] Hier hoort een tabel
    }
file-duplicate = `{ $value }` staat hier een tweede keer
pack-missing-row = De rij voor `{ $row }` ontbreekt: elke `{ $list }` heeft er een
pack-too-many = De lijst `{ $list }` is te lang: er passen 255 regels in
pack-one-language =
    { $lang ->
        [nl] Bij `{ $key }` ontbreekt het Nederlands
       *[en] Bij `{ $key }` ontbreekt het Engels
    }
pack-format = Dit programma leest pakketten met formaat { $expected }
pack-not-a-code = `{ $value }` is geen code: die bestaat uit een hoofdletter en drie cijfers, zoals R301
pack-head-after-table = `{ $key }` hoort boven de eerste kop tussen haken; daaronder wordt de sleutel niet gelezen
pack-empty-list = De lijst `{ $list }` is leeg, terwijl dit beleid haar gebruikt
pack-meaning-missing = In de lijst `{ $list }` heeft geen regel de betekenis `{ $value }`
pack-meaning-twice = In de lijst `{ $list }` heeft meer dan één regel de betekenis `{ $value }`
pack-nothing-fits = Bij de kerntaak `{ $task }` past geen enkel profiel
pack-reach-gap = De reikwijdte `{ $reach }` moet beginnen bij { $expected } en daar of later eindigen
pack-reach-end = De laatste reikwijdte moet eindigen bij { $expected }, het aantal gebieden
pack-reach-local = De reikwijdte `{ $reach }` is `local` als er geen adoptieregio nodig is, en anders niet
pack-scope-not-required = Het profiel `{ $profile }` staat wel bij `whole-scope-for`, maar niet bij `required-by`
pack-no-parts = Zonder onderdelen kan er niet `one-or-more` gevraagd worden
pack-unused-group = `{ $what }` hoort bij de groep `{ $group }`, en die gebruikt dit beleid niet
pack-group-needs = De groep `{ $group }` kan niet zonder de groep `{ $needed }`
proof-finding-missing = Deze bevinding wordt verwacht, maar niet gevonden: `{ $finding }`
proof-finding-extra = Deze bevinding wordt gevonden, maar niet verwacht: `{ $finding }`
proof-finding-order = De bevindingen staan in een andere volgorde: { $findings }
proof-fails-silent = { $code } vindt niets in dit voorbeeld onder `fails`
proof-passes-fires = { $code } vindt iets in dit voorbeeld onder `passes`
proof-parameter = Deze tekst gebruikt `${ $parameter }`, en een bevinding van de voorbeelden geeft die niet
proof-label =
    { $lang ->
        [nl] Bij `related.{ $label }` ontbreekt het Nederlands, terwijl een bevinding van de voorbeelden die plaats noemt
       *[en] Bij `related.{ $label }` ontbreekt het Engels, terwijl een bevinding van de voorbeelden die plaats noemt
    }
proof-fix-stays = Het herstel van dit voorbeeld haalt zijn bevinding niet weg
proof-fix-unseen = De regel zegt een herstel te hebben. Geen van de voorbeelden laat er een zien
proof-fix-breaks = Na het herstel van dit voorbeeld is het document geen geldige JSON meer
proof-expected = Dit is geen lijst van bevindingen: { $detail }
proof-not-listed = Het document `{ $file }` staat niet in deze lijst
proof-document-missing = Bij `{ $file }` wordt verwacht, maar niet gevonden: `{ $finding }`
proof-document-extra = Bij `{ $file }` wordt gevonden, maar niet verwacht: `{ $finding }`
proof-document-order = Bij `{ $file }` staat dit op een andere plaats in de volgorde: `{ $finding }`
proof-accepted-missing = Bij `{ $file }` zou een afwijking dit moeten accepteren, maar dat gebeurt niet: `{ $finding }`
proof-accepted-extra = Bij `{ $file }` accepteert een afwijking dit, maar dat wordt niet verwacht: `{ $finding }`

file-no-word = `{ $value }` is geen waarde van `{ $key }`; bekend zijn hier: { $words }
file-unknown-level = `{ $value }` is geen niveau; dat zijn error, warning, info, hint en off

### Fouten in `kader.toml`

config-unknown-rule = `{ $value }` noemt geen enkele regel: hier hoort een code, een naam of het begin van codes
config-no-selector = Hier ontbreekt een regel: een code, een naam of het begin van codes
config-empty-path = Hier hoort het pad van een bestand
config-later = Deze versie van kader leest `{ $key }` nog niet. Haal de sleutel weg: anders zou stilzwijgend iets anders gelden dan hier staat
config-not-version = `{ $value }` vraagt om geen versie, zoals ">=0.1.0" of "0.1"
config-version = Dit bestand vraagt om kader { $required }, en dit is kader { $version }. Werk kader bij, of pas `required-version` aan
config-no-pack =
    { $why ->
        [missing] Deze map bestaat niet: hier hoort een map met een beleidspakket, gezien vanaf de map van dit bestand
        [denied] De toegang tot deze map is geweigerd
       *[other] Dit is geen map: hier hoort de map van een beleidspakket
    }
config-no-size = Hier hoort een grootte: een aantal bytes, of een tekst zoals "20 MiB" of "500 KB"
config-size-zero = Met een grootte van 0 kan er geen document worden gelezen
config-glob =
    { $why ->
        [class] Dit is geen patroon voor bestanden: `[` wordt niet met `]` gesloten
        [range] Dit is geen patroon voor bestanden: in een reeks tussen `[` en `]` komt het eerste teken na het laatste
        [braces] Dit is geen patroon voor bestanden: een `{ "{" }` of `{ "}" }` staat alleen
        [escape] Dit is geen patroon voor bestanden: na de laatste `\` volgt niets
       *[other] Dit is geen patroon voor bestanden
    }
config-glob-empty = Een leeg patroon past op geen enkel bestand
config-glob-negated = Een patroon kan hier niet met een uitroepteken beginnen: patronen voegen alleen toe
config-loop = Dit sluit een kring: `{ $file }` wordt al gelezen, en breidt via andere bestanden dit bestand uit
config-extends =
    { $why ->
        [missing] Dit bestand bestaat niet; een pad geldt vanaf de map van het bestand waarin het staat
        [denied] De toegang tot dit bestand is geweigerd
        [folder] Dit is een map: hier hoort het pad van een bestand
        [large] Dit bestand is groter dan 1 MiB, en dat is geen configuratie
       *[other] Dit bestand kan niet worden gelezen: { $detail }
    }
config-unreadable =
    { $why ->
        [missing] dit bestand bestaat niet
        [denied] de toegang is geweigerd
        [folder] dit is een map
        [large] dit bestand is groter dan 1 MiB, en dat is geen configuratie
       *[other] lezen is mislukt: { $detail }
    }
config-not-utf8 = Vanaf hier is dit geen geldige UTF-8; sla het bestand als UTF-8 op

### Wat de sleutels van `kader.toml` zijn

config-title = Instellingen van kader (kader.toml)
config-about = Wat er geldt voor de afspraken in deze map en daaronder. Het dichtstbijzijnde bestand boven een afspraak telt.
config-sample = Een regel achter een teken # geldt niet. Haal het teken weg om de regel te gebruiken.
config-about-policy = Het beleid waarop wordt nagekeken: het id van een meegeleverd beleid, of het pad van de map van een beleidspakket.
config-about-extends = Het pad van een ander configuratiebestand, waarvan de sleutels gelden zover ze hier niet staan.
config-about-lang = De taal van alle teksten: nl of en.
config-about-as-of = De peildatum (JJJJ-MM-DD); zonder deze sleutel geldt vandaag.
config-about-include = Welke bestanden documenten zijn als er een map wordt doorzocht, als patronen vanaf de map van dit bestand. Zonder deze sleutel: **/*.afspraak.json.
config-about-exclude = Wat bij het doorzoeken van mappen wordt overgeslagen, als patronen vanaf de map van dit bestand.
config-about-select = Meld alleen deze regels: codes, namen of het begin van codes.
config-about-ignore = Laat deze regels weg. De meest specifieke van select en ignore wint.
config-about-severity = Het niveau van regels: van een code, een naam of een begin van codes naar een niveau, of naar drie niveaus voor de drie fasen.
config-about-fail-on = Vanaf welk niveau kader met status 1 eindigt.
config-about-baseline = Een bestand met bevindingen die bekend zijn en wachten, als pad vanaf de map van dit bestand. Ze worden geteld, maar niet getoond, en ze laten kader niet falen; `kader check --write-baseline` schrijft het.
config-about-max-size = Hoe groot een document hoogstens mag zijn: een aantal bytes, of een tekst zoals "20 MiB".
config-about-required-version = Welke versies van kader dit bestand kunnen lezen, zoals ">=0.1.0".
config-about-override = Wat bovendien geldt voor bestanden die bij deze patronen passen. Een latere wint van een eerdere.
config-about-override-files = De bestanden waarvoor dit geldt, als patronen vanaf de map van dit bestand.
config-about-override-select = Meld in deze bestanden ook deze regels.
config-about-selector = Een code (R301), een naam (reach-mismatch) of het begin van codes (V, V40).

### Opsommingen

list-and = en

### Landelijk overzicht

overview-title = Landelijk overzicht
overview-as-of = Peildatum { $day }
overview-day = Peildatum
overview-counted =
    { $partners ->
        [one] Eén partner
       *[other] { $partners } partners
    }, { $rows ->
        [one] één samenwerking
       *[other] { $rows } samenwerkingen
    }
overview-policies =
    { $count ->
        [0] Geen samenwerking
       *[other] { $count } beleidskaders
    }
overview-nothing = Er is geen samenwerking om te tonen.
overview-omitted = Niet in dit overzicht
overview-why =
    { $why ->
        [replaced] vervangen door een andere afspraak
        [over] de looptijd is voorbij
        [empty] er staat geen samenwerking in
       *[unread] niet te lezen als afspraak, of onder een onbekend beleid
    }
overview-about-outcome = De uitkomst is een advies van dit programma, en geen certificaat: het standpunt na een toetsing beslist.
overview-all = alle { $count }
overview-not-assessed = niet getoetst
overview-verdict =
    { $by ->
        [standpoint] standpunt: { $outcome }
       *[advice] advies: { $outcome }
    }
overview-by =
    { $by ->
        [standpoint] standpunt
       *[advice] advies
    }
overview-no-name = (partner zonder naam)
overview-beside = { $name } ({ $beside })
overview-column =
    { $column ->
        [name] Partner
        [work] Kerntaak, profiel
        [task] Kerntaak
        [profile] Profiel
        [count] { $heading }
        [regions] { $heading }
        [talking] In gesprek
        [assessment] Toetsing
        [adopting] Adoptie
        [adoption] Adoptieregio
        [outcome] Uitkomst
       *[evaluation] Evaluatie
    }
overview-units = regio's
overview-matrix = Partners en { $units }
overview-caption = Per partner, kerntaak en profiel: hoe de samenwerking met de { $units } staat
overview-scroll = tabel, schuift opzij en omlaag
overview-legend = Wat de tekens betekenen
overview-state =
    { $state ->
        [positive] afgesproken, positief standpunt
        [conditional] afgesproken, standpunt met voorwaarden
        [negative] afgesproken, negatief standpunt
        [agreed] afgesproken, geen standpunt
       *[talking] in gesprek
    }
overview-adopts = adoptieregio
overview-past = voorbij
overview-foot =
    { $which ->
        [agreed] Afgesproken
       *[talking] In gesprek
    }
overview-shown =
    { $which ->
        [every] Samenwerkingen: #
        [some] Samenwerkingen: # van #
       *[none] Geen samenwerking past hierbij
    }
overview-rest = Toon ook de overige #
overview-total =
    { $total ->
        [partners] partners
        [rows] samenwerkingen
        [regions] { $units } met een afspraak
        [talking] samenwerkingen in gesprek
        [standpoints] met een standpunt
       *[past] met een evaluatie die voorbij is
    }
overview-filter = Samenwerkingen kiezen
overview-filter-by =
    { $what ->
        [partner] Partner
        [region] Regio
        [task] Kerntaak
        [profile] Profiel
        [assessment] Toetsing
       *[outcome] Uitkomst
    }
overview-sort = Volgorde
overview-sort-by =
    { $what ->
        [place] Partner
        [task-place] Kerntaak
        [profile-place] Profiel
        [count] Aantal { $units }
       *[evaluation] Volgende evaluatie
    }
overview-reading = Zo leest u dit overzicht
overview-reading-of =
    { $what ->
        [rows] Elke regel is een partner met één kerntaak onder één profiel. Documenten over dezelfde partner staan bij elkaar, ook als zij de naam anders schrijven.
        [regions] Afgesproken: de afspraak is in uitvoering of formeel vastgesteld. Het teken zegt wat het laatste standpunt is.
        [talking] In gesprek: de afspraak is nog niet vastgesteld, of noemt de regio als beoogde regio.
        [assessment] Toetsing: het laatste standpunt, en zolang dat er niet is het laatste advies, met de datum.
        [adoption] Adoptieregio: de regio die de afspraken namens de andere regio's maakt. Zij heeft een rand.
        [evaluation] Evaluatie: de eerstvolgende die een afspraak noemt. Ligt die voor de peildatum, dan staat erbij dat zij voorbij is.
       *[current] Alleen wat nu geldt telt mee. Aanvullingen horen bij de algemene afspraak; wat vervangen of voorbij is, staat onder «Niet in dit overzicht».
    }
overview-fact =
    { $what ->
        [standing] Stand
        [adds-to] Aanvulling op
        [regions] { $heading }
        [intended] Beoogde { $units }
        [adoption] Adoptieregio
        [assessment] Toetsing
        [outcome] Uitkomst (advies)
       *[evaluation] Volgende evaluatie
    }
overview-formal =
    { $formal ->
        [yes] formeel
       *[no] nog niet formeel: in gesprek
    }

### Pagina's

page-skip = Naar de inhoud
page-parts = Onderdelen van deze pagina
page-any = Alle
page-clear = Wissen
page-made = Gemaakt met kader { $version }. Deze pagina werkt zonder netwerk en laadt niets van elders.

### Verslag voor wie geen code leest

dossier-title = Wat er in de afspraken is gevonden
dossier-day = Peildatum
dossier-as-of = Peildatum { $day }.
dossier-own-day = Voor dit document geldt een andere peildatum: { $day }.
dossier-policy = { $title }, versie { $version }
dossier-judged = Nagekeken op: { $policies }.
dossier-section =
    { $section ->
        [summary] Samenvatting
        [actors] Wie er aan zet is
        [accepted] Geaccepteerd door afwijkingen
        [failed] Niet nagekeken
        [partners] Partners
        [reading] Zo leest u dit verslag
       *[findings] Bevindingen per partner
    }
dossier-none-shown = Dit verslag toont geen bevindingen
dossier-total =
    { $total ->
        [documents] { $count ->
            [one] document
           *[other] documenten
        }
        [error] { $count ->
            [one] fout
           *[other] fouten
        }
        [warning] { $count ->
            [one] waarschuwing
           *[other] waarschuwingen
        }
        [info] info
        [hint] { $count ->
            [one] hint
           *[other] hints
        }
        [accepted] geaccepteerd
       *[failed] niet nagekeken
    }
dossier-column =
    { $column ->
        [partner] Partner
        [actor] Aan zet
        [documents] Documenten
        [error] Fouten
        [warning] Waarschuwingen
        [info] Info
        [hint] Hints
        [accepted] Geaccepteerd
       *[all] Totaal
    }
dossier-accepted-until =
    { $count ->
        [one] Eén bevinding
       *[other] { $count } bevindingen
    } { $ends ->
        [yes] tot en met { $day }
       *[no] zonder einddatum
    }
dossier-no-end = zonder einddatum
dossier-no-partner = Partner niet bekend
dossier-author = Wie het document schrijft
dossier-note =
    { $note ->
        [why] Waarom
        [source] Bron
        [help] Wat te doen
        [safe] Herstel
        [unsafe] Voorstel
        [actor] Aan zet
        [see] Zie ook
        [reason] Reden
        [approved] Akkoord
       *[until] Geldig
    }
dossier-fix =
    { $safety ->
        [safe] Het programma kan dit doen. De betekenis blijft gelijk.
       *[unsafe] { $count ->
            [one] Ga eerst na of dit klopt.
           *[other] Ga eerst na welk voorstel klopt.
        }
    }
dossier-together = Voor deze { $count } bevindingen samen:
dossier-line = regel { $line }
dossier-clean =
    { $why ->
        [hidden] Wat in dit document is gevonden, weegt lichter dan wat dit verslag toont.
        [known] Wat in dit document is gevonden, was al bekend. Het staat in de baseline.
        [accepted] Wat in dit document is gevonden, is geaccepteerd door een afwijking.
       *[clean] In dit document is niets gevonden.
    }
dossier-filter = Bevindingen kiezen
dossier-filter-by =
    { $what ->
        [level] Ernst
        [actor] Aan zet
       *[text] Tekst
    }
dossier-shown =
    { $which ->
        [every] { $accepted ->
            [yes] Bevindingen, ook de geaccepteerde: #
           *[no] Bevindingen: #
        }
        [some] Bevindingen: # van #
       *[none] Geen bevinding past hierbij
    }
dossier-reading-of =
    { $what ->
        [error] Fout: dit past niet bij het beleid of bij de vorm van het document. Begin hiermee.
        [warning] Waarschuwing: dit is nog niet rond. Regel het voordat de afspraak verder gaat.
        [info] Info: dit is goed om te weten. Kijk of het voor deze afspraak van belang is.
        [hint] Hint: dit kan beter, of wordt pas later van belang.
        [phase] Hoe zwaar iets weegt, hangt af van de fase. Wat nu een hint is, kan in een latere fase een fout zijn.
        [actor] Aan zet: wie de volgende stap kan zetten. Het zegt niets over hoe dit is ontstaan.
        [rule] De code achter een kop hoort bij een regel. `kader explain` en de code geven uitleg over de regel.
        [deviation] Geaccepteerd: partijen wijken hier bewust af. In de afspraak staat waarom.
       *[outcome] Uitkomst: wat het programma over een samenwerking zou adviseren.
    }

### Verslag op de terminal

level =
    { $level ->
        [error] fout
        [warning] waarschuwing
        [info] info
       *[hint] hint
    }
note-why = waarom
note-source = bron
note-source-of = { $citations }, in: { $policy }
note-help = hulp
note-fix = herstel
note-fix-safe = de betekenis blijft gelijk
note-fix-unsafe = een voorstel: ga eerst na of het klopt
note-actor = aan zet
note-see = zie ook
note-see-more =
    { $count ->
        [one] nog één plaats
       *[other] nog { $count } plaatsen
    }
note-mind = let op
note-no-excerpt = er is geen fragment: het bestand is intussen veranderd of niet meer te lezen
statistics-head =
    { $column ->
        [code] code
        [name] naam
        [count] aantal
       *[title] titel
    }
summary-found =
    { $count ->
        [one] Eén bevinding
       *[other] { $count } bevindingen
    } in { $documents ->
        [one] één document
       *[other] { $documents } documenten
    }
summary-found-of =
    { $count ->
        [one] Eén bevinding
       *[other] { $count } bevindingen
    } in { $found } van { $documents } documenten
summary-level =
    { $level ->
        [error] { $count ->
            [one] 1 fout
           *[other] { $count } fouten
        }
        [warning] { $count ->
            [one] 1 waarschuwing
           *[other] { $count } waarschuwingen
        }
        [info] { $count } info
       *[hint] { $count ->
            [one] 1 hint
           *[other] { $count } hints
        }
    }
summary-clean =
    Niets gevonden in { $documents ->
        [one] één document
       *[other] { $documents } documenten
    }
summary-no-document = Er is geen document nagekeken
accepted = geaccepteerd
accepted-reason = afwijking
accepted-by = akkoord: { $name }
accepted-until = tot en met { $day }
summary-accepted = geaccepteerd
summary-accepted-text =
    { $count ->
        [one] één bevinding, door een afwijking
       *[other] { $count } bevindingen, door afwijkingen
    }
summary-known = in baseline
summary-known-text =
    { $count ->
        [one] één bevinding
       *[other] { $count } bevindingen
    }
summary-hidden = niet getoond
summary-hidden-text =
    { $count ->
        [one] één bevinding onder het niveau `{ $level }`
       *[other] { $count } bevindingen onder het niveau `{ $level }`
    }
summary-failed = niet nagekeken
summary-actors = aan zet
summary-next = verder
summary-next-syntax =
    { $count ->
        [one] herstel eerst de vorm van het document met een S-fout: wat niet gelezen kan worden, wordt niet nagekeken
       *[other] herstel eerst de vorm van de { $count } documenten met een S-fout: wat niet gelezen kan worden, wordt niet nagekeken
    }
summary-next-errors =
    { $count ->
        [one] begin met de fout; `--min-severity error` toont alleen die
       *[other] begin met de { $count } fouten; `--min-severity error` toont alleen die
    }
summary-next-again =
    { $count ->
        [one] herstel de fout en kijk het nog eens na
       *[other] herstel de { $count } fouten en kijk het nog eens na
    }
summary-next-warnings =
    { $count ->
        [one] er is geen fout; wat nu een waarschuwing is, kan in een latere fase een fout zijn
       *[other] er zijn geen fouten; wat nu een waarschuwing is, kan in een latere fase een fout zijn
    }
summary-next-fix =
    { $count ->
        [one] `kader check --fix` herstelt 1 bevinding voor u; met `--diff` ziet u eerst wat er verandert
       *[other] `kader check --fix` herstelt { $count } bevindingen voor u; met `--diff` ziet u eerst wat er verandert
    }
summary-next-rules = `--statistics` telt de bevindingen per regel; `--select { $code }` toont alleen de regel die het vaakst voorkomt ({ $count } keer)
summary-policy = beleid

### Verslagen voor andere programma's

note-more = meer
sarif-base = De map waar paden beginnen: de hoofdmap van het project
sarif-rest =
    { $count ->
        [one] Nog één resultaat is weggelaten, van het minste gewicht
       *[other] Nog { $count } resultaten zijn weggelaten, van het minste gewicht
    }: programma's die SARIF lezen, nemen er hoogstens { $most }
github-notices =
    { $count ->
        [one] 1 mededeling
       *[other] { $count } mededelingen
    }
github-rest =
    { $count ->
        [one] Nog één staat hier niet
       *[other] Nog { $count } staan hier niet
    } ({ $counts }){ $listed ->
        [yes] {"; de lijst staat in de samenvatting van deze stap"}
       *[no] {""}
    }
github-column =
    { $column ->
        [severity] niveau
        [place] plaats
        [rule] regel
       *[finding] bevinding
    }
github-more =
    { $count ->
        [one] Voor nog één bevinding is hier geen plaats.
       *[other] Voor nog { $count } bevindingen is hier geen plaats.
    }

### Uitleg

explain-former = `{ $name }` is een vroegere naam. Nu heet dit `{ $id }`.
explain-severity = ernst
explain-deviation = afwijken
explain-taken = overgenomen uit
explain-what = soort
explain-letter = letter in de tabel
explain-former-names = vroegere namen
explain-why = Waarom
explain-help = Zo herstelt u het
explain-conditions = Goed om te weten
explain-fails = Voorbeeld dat niet klopt
explain-examples-of = De voorbeelden hieronder zijn afspraken onder het beleid `{ $policy }`, en gebruiken de woorden daarvan.
explain-of-policy = Dit hoort bij het beleid `{ $policy }`. Ook dat kan een document hier bij `kader` noemen.
explain-passes = Voorbeeld dat wel klopt
explain-difference = Zo klopt het wel
explain-every-phase =
    { $level ->
        [off] wordt in geen enkele fase gemeld
       *[other] { $level } in elke fase
    }
explain-phase = { $level } in `{ $phase }`
explain-off = niet gemeld
explain-variant = in sommige gevallen: { $levels }. Bijvoorbeeld: { $message }
explain-variant-named = in het geval `{ $variant }`: { $levels }
explain-actors = { $actor }; in sommige gevallen { $others }
explain-actor-varies = dat hangt af van het geval: { $actors }
explain-deviation-yes = kan, met de reden erbij in `afwijkingen`
explain-deviation-no = kan niet
explain-deviation-unless = kan, met de reden erbij in `afwijkingen`; maar niet waar een landelijk gremium beslist
explain-fix-none = met de hand
explain-fix-safe = het programma kan dit doen; de betekenis blijft gelijk
explain-fix-unsafe = het programma doet een voorstel; ga eerst na of het klopt
explain-silences =
    { $count ->
        [one] Meldt deze regel iets, dan zwijgt daar { $rules }.
       *[other] Meldt deze regel iets, dan zwijgen daar { $rules }.
    }
explain-silenced =
    { $count ->
        [one] Deze regel zwijgt waar { $rules } iets meldt.
       *[other] Deze regel zwijgt waar een van deze regels iets meldt: { $rules }.
    }
explain-rests-on = Deze regel kijkt naar wat andere regels vinden: { $rules }.
explain-exempt-supplement = Deze regel kijkt niet naar een aanvulling op een andere afspraak.
explain-exempt-adhoc = Deze regel kijkt niet naar een afspraak met alleen tijdelijke samenwerkingen.
explain-over = Deze regel kijkt ook naar een afspraak die voorbij is.
explain-uncapped = Deze regel weegt even zwaar voor een afspraak die is vastgesteld voordat het beleid gold.
explain-left-off = Dit beleid gebruikt deze regel niet.
explain-left-group = Deze regel gaat over de groep `{ $group }` van het document, en die gebruikt dit beleid niet.
explain-or = of
explain-profile-asks = Wat dit profiel inhoudt
explain-profile-organisation = Informatie bij de partner: { $value }.
explain-profile-any-organisation = Hoe de partner zijn informatie heeft georganiseerd, maakt niet uit.
explain-profile-own-picture = De partner regisseert zijn eigen beeld.
explain-profile-no-own-picture = De partner regisseert geen eigen beeld.
explain-profile-read = Lezen in het gedeelde systeem, hoogstens: { $value }.
explain-profile-write = Schrijven in het gedeelde systeem, hoogstens: { $value }.
explain-profile-as-a-rule = Deze rechten gelden in de regel; meer geeft een waarschuwing en geen fout.
explain-profile-information = Aanspreekpunt voor informatie: { $value }.
explain-profile-no-information = Een aanspreekpunt voor informatie hoeft niet.
explain-profile-coordination = Aanspreekpunt voor coördinatie: { $value }.
explain-profile-no-coordination = Een aanspreekpunt voor coördinatie hoeft niet.
explain-profile-on-call = De aanspreekpunten hebben piket.
explain-profile-assessable = De samenwerking kan worden getoetst.
explain-profile-not-assessable = De samenwerking wordt niet getoetst.
explain-profile-temporary = De samenwerking is tijdelijk, onder voorwaarden van de ander.
explain-profile-joins = De partner sluit zelfstandig aan, of via een andere partner of een proces.
explain-profile-crisis-structure = De partner heeft een eigen crisisstructuur.
explain-profile-count =
    { $count ->
        [0] Er worden geen randvoorwaarden gevraagd.
        [one] Er wordt één randvoorwaarde gevraagd.
       *[other] Er worden { $count } randvoorwaarden gevraagd.
    }
explain-fits =
    { $what ->
        [profile] Profielen die passen
       *[other] Kerntaken die passen
    }
explain-disputed =
    { $what ->
        [profile] Profielen waarover het beleid niet eenduidig is
       *[other] Kerntaken waarover het beleid niet eenduidig is
    }
explain-no-preconditions = Dit profiel vraagt geen randvoorwaarden.
explain-required = Randvoorwaarden: { $dimension }
explain-waived = { $name }; niet als de partner via een ander aansluit en geen rechten heeft
explain-chain = Deze kerntaak hoort meestal bij: { $chain }.
explain-hint = Vroeger bestond ook `{ $name }`. { $hint }.
explain-list =
    { $list ->
        [core-task] kerntaak (`kerntaak`)
        [profile] profiel (`profiel`)
        [reach] reikwijdte (`reikwijdte`)
        [phase] fase (`fase`)
        [chain] keten (`partner.keten`)
        [organisation] informatieorganisatie (`informatieorganisatie`)
        [read-right] leesrecht (`lcms.lezen`)
        [write-right] schrijfrecht (`lcms.schrijven`)
        [role] rol van een aanspreekpunt (`rol`)
        [route] wijze van aansluiten (`aansluiting.wijze`)
        [through] soort aansluiting via een ander (`aansluiting.via.soort`)
        [dimension] dimensie van randvoorwaarden (sleutel in `randvoorwaarden`)
        [status] status van een randvoorwaarde (`status`)
        [responsible] verantwoordelijke voor een randvoorwaarde (`verantwoordelijke`)
        [scope] bereik van een randvoorwaarde (`bereik`)
        [principle] beginsel (sleutel in `beginselen`)
        [outcome] uitkomst van een toetsing (`advies`, `standpunt.besluit`)
        [body] gremium dat een standpunt inneemt (`standpunt.door`)
        [actor] wie aan zet kan zijn (in verslagen)
       *[party] partij (`partij`, `deelnemers`)
    }
explain-others = Andere mogelijkheden: { $others }.
explain-order-rights = Van laag naar hoog: { $others }.
explain-order-phases = De fasen in hun volgorde: { $others }.
explain-right = Profielen die dit recht geven
explain-role = Profielen waarbij deze rol past
explain-dimension = Randvoorwaarden in deze dimensie
explain-reach-heading = Wat deze reikwijdte inhoudt
explain-reach-units =
    { $least ->
        [one] Minstens één regio, en hoogstens { $most }.
       *[other] Minstens { $least } regio's, en hoogstens { $most }.
    }
explain-reach-exactly =
    { $all ->
        [yes] Alle { $count } regio's.
       *[no] { $count ->
            [one] Precies één regio.
           *[other] Precies { $count } regio's.
        }
    }
explain-reach-adoption = De partner maakt de afspraken met een adoptieregio, die dat namens alle regio's doet.
explain-reach-direct = De partner maakt de afspraken met elke regio zelf.
explain-reach-work-area = Ook een partner die in elke regio een taak kan krijgen, heeft deze reikwijdte.
explain-reach-deadline = De streefdatum voor het vaststellen van de afspraken is { $value }.
explain-reach-assessed = Een toetsing wordt gevraagd vanaf { $value }.
explain-reach-body = Het standpunt na een toetsing is aan: { $value }.
explain-region = regio { $number } van { $count }
explain-region-code = in een document
explain-region-written = `"{ $code }"`
explain-region-aliases = andere namen
explain-region-all = Een document noemt een regio met haar code: `"regios": ["{ $code }"]`. De naam is daar geen geldige waarde. Voor alle regio's samen staat `"{ $all }"`.
explain-precondition = randvoorwaarde
explain-in-dimension = dimensie
explain-required-by = gevraagd bij
explain-required-by-none = geen enkel profiel
explain-scope = bereik
explain-scope-whole = bij { $profiles } geldt zij voor de hele organisatie
explain-safeguard = waarborg
explain-safeguard-always = nodig voor elk recht in het gedeelde systeem
explain-safeguard-training = als opleiding nodig voor elk recht in het gedeelde systeem
explain-waived-via = Een partner die via een ander aansluit en geen rechten heeft, kan zonder.
explain-parts =
    { $rule ->
        [one-or-more] Onderdelen, waarvan er minstens één is ingevuld
        [open] { $count ->
            [one] Onderdeel dat moet zijn ingevuld; andere mogen erbij
           *[other] Onderdelen die allemaal moeten zijn ingevuld; andere mogen erbij
        }
       *[all] { $count ->
            [one] Onderdeel dat moet zijn ingevuld
           *[other] Onderdelen die allemaal moeten zijn ingevuld
        }
    }
explain-rules-about = Regels die ernaar kijken
explain-family =
    { $family ->
        [S] S: het bestand als JSON
        [D] D: de vorm van het document
        [P] P: profiel en kerntaak
        [R] R: reikwijdte, adoptieregio en looptijd
        [V] V: randvoorwaarden en beginselen
        [L] L: rechten in het gedeelde systeem en aanspreekpunten
        [T] T: toetsing en datums
        [W] W: afspraken naast elkaar
        [A] A: afwijkingen
       *[other] { $family }: eigen regels
    }
explain-column =
    { $column ->
        [code] code
        [name] naam
        [title] titel
        [severity] ernst
        [actor] aan zet
        [deviation] afwijken
       *[fix] herstel
    }
explain-varies = in sommige gevallen anders
explain-acts = aan zet: { $actor }
explain-deviates = afwijken: { $deviation }
explain-fixed = herstel: { $fix }
explain-actor-from-check = hangt af van het geval
explain-short-deviation =
    { $deviation ->
        [yes] kan
        [no] kan niet
       *[unless] kan meestal
    }
explain-short-fix =
    { $fix ->
        [safe] veilig
        [unsafe] als voorstel
       *[none] met de hand
    }
explain-more-rules = `kader explain CODE` legt een regel uit, met voorbeelden.
explain-part = Dit is een onderdeel van de randvoorwaarde { $name }.
explain-part-more = Meer over de randvoorwaarde: `kader explain { $id }`.

### Wat het advies zou zijn

assess-title = Wat het advies zou zijn, per samenwerking
assess-day = Peildatum
assess-others-short = Andere profielen die passen
assess-steps-short = Wat nu te doen
assess-as-of = Peildatum { $day }.
assess-advice-only = Dit is een advies van het programma, op grond van wat in de afspraken staat. Het is geen toetsing en geen certificaat: daarover gaan de toetsingspartij en wie het standpunt bepaalt.
assess-totals =
    { $documents ->
        [0] Er is geen document beoordeeld
       *[other] { $cooperations ->
            [0] Er is geen samenwerking beoordeeld
            [one] Eén samenwerking
           *[other] { $cooperations } samenwerkingen
        } in { $documents ->
            [one] één document
           *[other] { $documents } documenten
        }
    }
assess-total =
    { $outcome ->
        [none] { $count } zonder uitkomst
       *[other] { $count } met uitkomst "{ $outcome }"
    }
assess-failures = Niet beoordeeld
assess-unread = Dit document kon niet als afspraak worden gelezen, of het noemt een beleid dat hier niet bekend is. `kader check` zegt wat eraan schort.
assess-no-cooperation = In dit document is geen samenwerking te lezen.
assess-currency =
    { $currency ->
        [over] Deze afspraak is voorbij. Zij is beoordeeld alsof zij nog liep.
       *[replaced] Een andere afspraak heeft deze vervangen. Zij is beoordeeld alsof dat niet zo was.
    }
assess-folded = Dit is een aanvulling op `{ $parent }`. Zij is beoordeeld als deel van die afspraak.
assess-no-task = kerntaak onbekend
assess-no-profile = zonder profiel
assess-none = niet te geven
assess-why =
    { $why ->
        [not-assessable] Een samenwerking met dit profiel wordt niet getoetst
        [profile-missing] Er is nog geen profiel gekozen
        [profile-bad] Wat bij `profiel` staat, is geen bekend profiel
        [in-doubt] Het profiel past niet bij de kerntaak
        [broken] De vorm van het document klopt niet, zodat niet alles te lezen is
        [no-parent] Dit is een aanvulling, en de algemene afspraak die zij aanvult is hier niet als enige geldende te vinden
       *[parent-broken] Dit is een aanvulling, en de algemene afspraak die zij aanvult is niet goed te lezen
    }
assess-supposed =
    { $how ->
        [asked] Beoordeeld alsof het profiel { $profile } was gekozen
        [unknown] Dit beleid kent het profiel { $profile } niet
        [no-task] De kerntaak is niet bekend, dus ook niet of het profiel { $profile } daarbij past
       *[not-fitting] Het profiel { $profile } past niet bij deze kerntaak
    }
assess-by-own = Beoordeeld met het profiel van de afspraak zelf
assess-outcome = uitkomst
assess-preconditions = randvoorwaarden
assess-dimension = dimensie
assess-obstacles = ook van belang
assess-excused = geaccepteerd
assess-next-label = nog nodig
assess-count =
    { $required ->
        [0] dit profiel vraagt geen randvoorwaarden
       *[other] { $met } van de { $required } { $met ->
            [one] is in orde
           *[other] zijn in orde
        }
    }
assess-met = in orde: { $preconditions }
assess-missing = niet in de afspraak: { $preconditions }
assess-unreadable = nog open: { $precondition }. Wat hier staat, is niet goed te lezen
assess-open = nog open: { $precondition }. { $findings }
assess-accepted =
    { $ends ->
        [yes] { $what } (door een afwijking van { $codes }, tot en met { $until })
       *[no] { $what } (door een afwijking van { $codes })
    }
assess-next =
    { $needs ->
        [preconditions] voor de uitkomst "{ $outcome }": { $count ->
            [one] nog één randvoorwaarde
           *[other] nog { $count } randvoorwaarden
        }
        [findings] voor de uitkomst "{ $outcome }": een oplossing voor { $codes }
       *[both] voor de uitkomst "{ $outcome }": { $count ->
            [one] nog één randvoorwaarde
           *[other] nog { $count } randvoorwaarden
        }, en een oplossing voor { $codes }
    }
assess-others = Andere profielen die passen ({ $cooperation })
assess-lacks = Nog open: { $preconditions }
assess-besides = Ook van belang: { $codes }
assess-excused-besides = Geaccepteerd door een afwijking: { $codes }
assess-steps = Wat nu te doen ({ $cooperation })
assess-steps-agreement = Wat nu te doen voor de afspraak als geheel
assess-by = uiterlijk { $date }: { $what }
assess-was-due = de datum is voorbij ({ $date }): { $what }
assess-step-state = regel { $preconditions } en leg dat vast in de afspraak, met status `{ $status }`
assess-step-clarify = herstel wat bij { $preconditions } staat, zodat het te lezen is
assess-step-arrange = regel { $preconditions }, voordat de afwijking eindigt
assess-step-settle = los op wat een afwijking van { $code } nog accepteert, voordat die eindigt: { $message }
assess-step-renew = vernieuw { $preconditions }, voordat de geldigheid afloopt
assess-step-reassess = toets de samenwerking opnieuw
assess-step-evaluate = evalueer de samenwerking

### Het register van afwijkingen

deviations-title = Afwijkingen, peildatum { $day }
deviations-count =
    { $count ->
        [0] Er zijn geen afwijkingen
        [one] Eén afwijking
       *[other] { $count } afwijkingen in { $documents ->
            [one] één document
           *[other] { $documents } documenten
        }
    }
deviations-due =
    { $count ->
        [0] Alleen afwijkingen die op { $day } eindigen of eerder geëindigd zijn, worden getoond.
        [one] Alleen afwijkingen die binnen één dag eindigen, worden getoond: uiterlijk op { $day }. Wat al geëindigd is, hoort daarbij.
       *[other] Alleen afwijkingen die binnen { $count } dagen eindigen, worden getoond: uiterlijk op { $day }. Wat al geëindigd is, hoort daarbij.
    }
deviations-state =
    { $state ->
        [in-force] van kracht
        [unused] ongebruikt: er is niets gevonden waar zij over gaat
        [expired] geëindigd
        [not-current] in rust: de afspraak is voorbij of vervangen
        [not-allowed] niet mogelijk: van deze regel kan niet worden afgeweken
        [unknown-rule] zonder uitwerking: de regel bestaat niet
       *[faulty] zonder uitwerking: er ontbreekt iets of er klopt iets niet
    }
deviations-state-until =
    { $state ->
        [in-force] van kracht tot en met { $day }
        [unused] ongebruikt: er is niets gevonden waar zij over gaat; zij zou gelden tot en met { $day }
       *[expired] { $whole ->
            [yes] geëindigd op { $day }
           *[no] geëindigd met { $day }
        }
    }
deviations-state-count =
    { $state ->
        [in-force] { $count } van kracht
        [unused] { $count } ongebruikt
        [expired] { $count } geëindigd
        [not-current] { $count } in rust
        [not-allowed] { $count } niet mogelijk
        [unknown-rule] { $count } met een onbekende regel
       *[faulty] { $count } met een fout
    }
deviations-column =
    { $column ->
        [document] document
        [rule] regel
        [place] geldt voor
        [reason] reden
        [approved] akkoord
        [until] tot en met
        [state] toestand
       *[accepts] accepteert
    }
deviations-everywhere = het hele document
deviations-missing = (er staat niets)
deviations-accepts =
    { $count ->
        [0] niets
        [one] één bevinding
       *[other] { $count } bevindingen
    }
deviations-accepted-already = niets: wat zij zou accepteren, is al geaccepteerd door { $pointers }
deviations-accepted = Wat de afwijkingen accepteren

### Het verschil tussen twee versies

diff-title = Van { $old } naar { $new }
diff-nothing = Er is niets anders waar kader naar kijkt.
diff-findings = Bevindingen: { $counts }
diff-count =
    { $kind ->
        [new] { $count } nieuw
        [gone] { $count } weg
        [moved] { $count } verplaatst
        [reweighed] { $count } op een ander niveau
        [changed] { $count } met andere woorden
        [accepted] { $count } nu geaccepteerd door een afwijking
       *[same] { $count } hetzelfde
    }
diff-list =
    { $kind ->
        [new] Nieuwe bevindingen
        [gone] Bevindingen die weg zijn
        [moved] Bevindingen die ergens anders staan
        [reweighed] Bevindingen op een ander niveau
        [changed] Bevindingen die nu iets anders zeggen
       *[accepted] Bevindingen die een afwijking nu accepteert
    }
diff-agreement = De afspraak
diff-cooperation = Samenwerking voor { $task }
diff-cooperation-again = Samenwerking voor { $task } (nummer { $number })
diff-what =
    { $what ->
        [policy] beleid
        [id] id
        [phase] fase
        [reach] reikwijdte
        [regions] regio's
        [note] let op
        [cooperation] samenwerking
        [profile] profiel
        [met] randvoorwaarden
        [now-met] nu voldaan
        [no-longer-met] niet meer voldaan
       *[outcome] advies van kader
    }
diff-from-to = { $old } → { $new }
diff-said = eerst: { $message }
diff-none = (niets)
diff-no-outcome = (er is geen uitkomst te geven)
diff-came = erbij { $list }
diff-went = eraf { $list }
diff-met = aan { $met } van { $count } voldaan
diff-cooperation-new = nieuw
diff-cooperation-gone = weg
diff-other-id = Bevindingen worden herkend aan het id van de afspraak. Met een ander id tellen ze allemaal als nieuw.
diff-git-missing = dit is geen bestand, en git is niet geïnstalleerd, dus daar kan het niet aan gevraagd worden
diff-git-no-repository = dit is geen bestand, en de werkmap staat in geen git-repository die te lezen is: { $detail }
diff-git-no-revision = dit is geen bestand, en git kent geen revisie `{ $revision }`
diff-git-no-path = in de revisie `{ $revision }` staat geen bestand `{ $path }`; het pad begint bovenaan de repository, of met ./
diff-git-link = in de revisie `{ $revision }` is `{ $path }` een link die daar nergens heen leidt: noem het bestand zelf
diff-no-form = hier hoort een bestand, of een revisie en een pad met een dubbele punt ertussen, zoals HEAD~1:afspraken/a.afspraak.json; de index van git wordt niet gelezen
diff-not-compared = Deze versies zijn niet vergeleken: er is er een niet als afspraak te lezen, of onder een beleid dat hier niet bekend is.
diff-partly = Niet alles is te lezen in deze versies (S-bevindingen). Alleen wat te lezen is, is vergeleken.
diff-git-failed = git kon dit bestand niet geven: { $detail }

### Eerste bestanden

init-written = Geschreven: { $path }
init-exists = dit bestand bestaat al, en blijft zoals het is
init-no-folder = dit is een bestand, en geen map
init-gone = deze map bestaat niet
init-about-pre-commit =
    Kijkt de afspraken van een commit na voordat die gemaakt wordt. Nodig is pre-commit (https://pre-commit.com), dat kader zelf installeert.
init-about-pipeline =
    Kijkt alle afspraken na. De regel die kader installeert, mag ook een andere zijn: als kader maar op het zoekpad komt.

### Nieuwe afspraken

new-ending = bij afschaling
new-mandate-by = directeuren van de betrokken veiligheidsregio's
new-written = Geschreven: { $path }. `kader check { $path }` vertelt wat er nog af te spreken is.
new-no-folder = de map van dit bestand bestaat niet
new-policy-not-in-use = wat hier staat, wordt niet op dit beleid nagekeken: zet eerst de regel `{ $line }` in kader.toml
new-assumed = Dit staat in de afspraak zonder dat iemand het gezegd heeft. Kijk na of het klopt:
new-assumption =
    { $what ->
        [mandate] wie de adoptieregio het mandaat gaf (`adoptieregio.mandaat.verleendDoor`)
        [ending] wanneer de samenwerking eindigt (`tijdelijk.einde`)
        [evaluation] dat er elk jaar geëvalueerd wordt (`evaluatie.intervalMaanden`)
       *[arranged] dat deze randvoorwaarden geregeld zijn: { $list }
    }
new-bad-name = `{ $name }` is geen naam van een partner: een naam heeft letters of cijfers, en is geen aanduiding van iets wat nog komt
new-no-id = van `{ $name }` is geen id te maken, want de letters a tot en met z staan er niet in: noem er een met `{ $option }`
new-id-taken = { $path } bestaat al: kies een andere id
new-all-beside = `{ $all }` staat voor alle regio's, en daar kan geen andere naast staan: noem `{ $all }`, of alleen de regio's die het zijn
new-answer-missing = hier is een antwoord nodig
new-answer-unknown = `{ $value }` is hier geen mogelijkheid
new-answer-not-utf8 = dit antwoord is geen geldige UTF-8
new-tasks-count = er zijn { $profiles } profielen genoemd, en hier { $tasks } kerntaken: noem er evenveel
new-list-adoption = De regio's van de afspraak: { $list }
new-ask-own-id = Van de naam van de partner is geen id te maken. Wat is het id van de afspraak (kleine letters, cijfers en streepjes)?
new-bad-id = `{ $id }` is geen id: kleine letters, cijfers en losse streepjes daartussen, zoals waterschap-noord
new-task-twice = de kerntaak `{ $task }` staat er twee keer; een afspraak heeft één samenwerking per kerntaak
new-no-fit = het profiel `{ $profile }` past niet bij de kerntaak `{ $task }`
new-profiles-count = `{ $profile }` en `{ $task }` noemen er niet evenveel ({ $profiles } en { $tasks }): noem één profiel voor alle kerntaken, of een voor elk
new-adoption-missing = een afspraak die `{ $reach }` is, heeft vanaf de tweede fase een adoptieregio: { $option ->
        [no] noem een van haar regio's
       *[other] noem een van haar regio's met `{ $option }`
    }
new-adoption-needless = een afspraak die `{ $reach }` is, heeft geen adoptieregio: { $option ->
        [no] noem meer regio's
       *[other] laat `{ $option }` weg, of noem meer regio's
    }
new-adoption-outside = { $region } kan de adoptieregio niet zijn: die hoort niet bij de regio's van de afspraak
new-list-tasks = Kerntaken
new-list-profiles = Profielen die passen bij de kerntaak { $task }
new-list-phases = Fasen
new-only-profile = Er past geen ander profiel; dit wordt het dus.
new-ask-partner = Naam van de partner:
new-ask-tasks = Over welke kerntaken gaat de afspraak (nummers of namen, met komma's)?
new-ask-profile = Welk profiel?
new-ask-regions = Welke regio's (codes of namen, met komma's; of `{ $all }`)?
new-ask-phase = Welke fase (Enter: de eerste)?
new-ask-adoption = Welke daarvan is de adoptieregio?
new-ask-adoption-later = Welke daarvan is de adoptieregio (Enter: nog niet bekend)?
new-ask-id = Het id van de afspraak (Enter: { $id })?

### Nieuwe afwijkingen

deviate-no-pointer = `{ $value }` bij `--path` is geen JSON Pointer: die is leeg, voor het hele document, of begint met een schuine streep, zoals /samenwerkingen/0
deviate-no-date = `{ $value }` bij `--until` is geen datum, zoals 2026-12-31, 2026-12 of 2026
deviate-says-nothing = `{ $value }` bij `--{ $option }` zegt niets: { $option ->
        [reason] wie de afspraak leest, wil weten waarom
       *[approved-by] wie de afspraak leest, wil weten wie akkoord is
    }
deviate-unknown-rule = geen enkele regel heeft de code of naam `{ $value }`
deviate-broken = dit document is niet als geheel te lezen: herstel eerst de S-bevindingen (`kader check`)
deviate-no-place = een afwijking heeft hier geen plaats: het document is geen object, of `afwijkingen` is geen lijst
deviate-no-policy = het beleid dat dit document noemt, is hier niet bekend, en de regels dus ook niet
deviate-not-allowed =
    { $where ->
        [nowhere] van de regel `{ $rule }` kan in geen enkele afspraak worden afgeweken
       *[elsewhere] van de regel `{ $rule }` kan in deze afspraak niet worden afgeweken
    }
deviate-faulty = er zou iets niet kloppen aan de afwijking zelf, en dan accepteert zij niets
deviate-done =
    { $pointer } in { $file }: { $state ->
        [not-current] de afspraak is voorbij of vervangen, dus deze afwijking accepteert niets
        [expired] de laatste dag is voorbij, dus deze afwijking accepteert niets
        [unused] er is niets gevonden waar deze afwijking over gaat
       *[in-force] deze afwijking accepteert { $count ->
            [0] { $earlier ->
                [yes] niets: wat zij zou accepteren, is al geaccepteerd door { $pointers }
               *[no] niets dat getoond wordt
            }
            [one] één bevinding
           *[other] { $count } bevindingen
        }
    }

### Beleid

policy-version = versie
policy-digest = kenmerk
policy-in-force = van kracht sinds
policy-replaces = vervangt
policy-replaced-by = vervangen door
policy-looked-up = nagegaan op
policy-rules = regels
policy-left-out = weggelaten
policy-groups = groepen in gebruik
policy-unused-groups = groepen niet in gebruik
policy-contents = inhoud
policy-rule-counts =
    { $all }: { $own } van dit beleid, { $engine } voor elk beleid{ $taken ->
        [0] {""}
       *[other] , { $taken } overgenomen
    }
policy-left-out-rules =
    { $count ->
        [0] { $unused } regels van groepen die niet in gebruik zijn
       *[other] { $off }{ $unused ->
            [0] {""}
           *[other] , en { $unused } regels van groepen die niet in gebruik zijn
        }
    }
policy-content-counts =
    { $tasks } kerntaken, { $profiles } profielen, { $preconditions } randvoorwaarden{ $regions ->
        [0] {""}
       *[other] , { $regions } regio's
    }
policy-in-use = Hier in gebruik
policy-in-use-named = genoemd in { $file }:{ $line }; ook voor documenten die bij `kader` niets bekends noemen
policy-in-use-first = van het programma; ook voor documenten die bij `kader` niets bekends noemen
policy-in-use-other = van het programma; voor documenten die het bij `kader` noemen
policy-fine =
    Geen fouten: { $rules } regels, { $examples } voorbeelden{ $documents ->
        [0] {""}
        [one] , één document
       *[other] , { $documents } documenten
    }
policy-faults =
    { $count ->
        [one] Eén fout
       *[other] { $count } fouten
    }
policy-coverage-title = Hoe vaak elke regel iets vond in de voorbeelden en documenten van dit pakket
policy-coverage-own = Regels die de voorbeelden van dit pakket bewijzen
policy-coverage-taken = Regels van elders: de voorbeelden van `{ $policy }` bewijzen ze
policy-coverage-unproven = Regels die geen voorbeeld bewijst
policy-coverage = { $fired } keer, en { $silent } keer niets
policy-unreached = door geen voorbeeld bereikt: { $branches }
policy-coverage-all =
    { $missing ->
        [0] Elke regel en elke tak wordt door een voorbeeld bereikt.
        [one] Eén tak wordt door geen voorbeeld bereikt.
       *[other] { $missing } takken worden door geen voorbeeld bereikt.
    }
policy-branch =
    { $kind ->
        [case] geval `{ $name }`
        [variant] variant `{ $name }`
        [place] plaats { $name }
        [undeclared-case] geval `{ $name }`, dat de controle niet noemt
        [undeclared-place] plaats { $name }, die de controle niet noemt
        [unknown-check] de controle is onbekend
        [fails] een voorbeeld dat niet klopt ontbreekt
       *[passes] een voorbeeld dat wel klopt ontbreekt
    }

### Opdrachtregel: meldingen

### Lijsten van bekende bevindingen

baseline-about = Bevindingen die bekend zijn en wachten: kader telt ze, en toont ze niet. `kader check --write-baseline` schrijft dit bestand opnieuw.
baseline-unreadable =
    { $why ->
        [missing] dit bestand bestaat niet; `kader check --write-baseline` maakt het
        [denied] de toegang is geweigerd
        [folder] dit is een map: een baseline is een bestand
        [large] dit bestand is groter dan 64 MiB, en dat is geen baseline
       *[other] lezen mislukt: { $detail }
    }
baseline-columns = Dit is geen regel van een baseline: hier horen vijf kolommen, met steeds een tab ertussen
baseline-fingerprint = Dit is geen vingerafdruk: hier horen 32 tekens van 0 tot en met 9 en a tot en met f
baseline-code = `{ $value }` is geen code: dat is een hoofdletter met drie cijfers, zoals R301
baseline-unknown-code = Geen beleid dat hier geldt heeft een regel `{ $value }`; haal deze regel weg
baseline-more = Deze regel en wat eronder staat: nog { $count } fouten
baseline-none = er is geen bestand genoemd voor de baseline; noem er een met `--baseline`, of met `baseline` in kader.toml
baseline-stale = niet meer gevonden: { $code } { $subject } in { $document }
baseline-dropped = weggelaten, want niet meer gevonden: { $code } { $subject } in { $document }
baseline-drop =
    { $count ->
        [one] één bevinding in de baseline wordt niet meer gevonden; `--write-baseline` laat haar weg
       *[other] { $count } bevindingen in de baseline worden niet meer gevonden; `--write-baseline` laat ze weg
    }
baseline-written =
    { $entries ->
        [0] geschreven, zonder bevindingen
        [one] geschreven, met één bevinding
       *[other] geschreven, met { $entries } bevindingen
    }{ $added ->
        [0] {""}
       *[other] {""}, { $added } nieuw
    }{ $dropped ->
        [0] {""}
       *[other] {""}, { $dropped } weggelaten
    }
baseline-refused =
    { $count ->
        [one] één fout in de syntaxis of de vorm (S, D) komt er niet in: die verbergt wat er nog meer mis is, en moet worden verholpen
       *[other] { $count } fouten in de syntaxis of de vorm (S, D) komen er niet in: die verbergen wat er nog meer mis is, en moeten worden verholpen
    }

cli-error = fout
cli-tip = tip
cli-meant = bedoelt u `{ $suggestion }`?
cli-known = bekend zijn hier: { $words }
cli-more = Meer weten? Probeer `{ $command }`.
cli-unknown-option = er is geen optie `{ $option }`
cli-too-many-arguments = `{ $option }` is een argument te veel
cli-unknown-command = er is geen opdracht `{ $command }`
cli-unknown-value = `{ $value }` is geen waarde van `{ $option }`
cli-unknown-rule = `{ $option }` noemt met `{ $value }` geen enkele regel: daar hoort een code, een naam of het begin van codes
cli-unknown-name = `{ $name }` is geen naam die het beleid hier kent
cli-empty-value = bij `{ $option }` ontbreekt een waarde
cli-many-values = bij `{ $option }` hoort maar één waarde
cli-output-document = `{ $path }` heeft de naam van een afspraak, en daar komt geen verslag voor in de plaats
cli-output-twice = twee verslagen gaan naar `{ $path }`, en het ene zou het andere overschrijven
cli-conflict = `{ $option }` en `{ $other }` sluiten elkaar uit
cli-missing = `{ $option }` ontbreekt
cli-no-command = er ontbreekt een opdracht
cli-not-utf8 = een argument is geen geldige UTF-8
cli-wrong = deze argumenten zijn niet te begrijpen
cli-no-day = `{ $value }` bij `{ $option }` is geen dag van de kalender, zoals 2026-01-31
cli-no-number = `{ $value }` bij `--jobs` is geen geheel getal van 1 tot en met { $most }
cli-no-context = { $value } is geen map; noem bij `--context` de map waarin de andere documenten staan
cli-no-pair = `{ $value }` bij `--severity` is geen regel met een niveau, zoals R301=warning
cli-no-output = `{ $value }` bij `--output` is geen formaat met een bestand, zoals json=verslag.json
cli-stdin-name-alone = `--stdin-filename` geeft de standaardinvoer een naam, en die wordt alleen gelezen bij het pad `-`
cli-list = de lijst met bestanden kon niet worden gelezen: { $reason }
cli-stdin-twice = de standaardinvoer kan niet zowel een document als de lijst van `--files-from` zijn
fmt-not-alone = `-` staat alleen: standaardinvoer kan niet samen met bestanden worden opgemaakt
fmt-left = blijft zoals het is, want het is niet in zijn geheel te lezen ({ $code }); `kader check` zegt wat er mis is
fmt-count =
    { $what ->
        [changed] { $mode ->
            [write] { $count ->
                [one] 1 document opgemaakt
               *[other] { $count } documenten opgemaakt
            }
           *[check] { $count ->
                [one] 1 document zou veranderen
               *[other] { $count } documenten zouden veranderen
            }
        }
        [same] { $count ->
            [one] 1 document ongewijzigd
           *[other] { $count } documenten ongewijzigd
        }
       *[left] { $count ->
            [one] 1 document gelaten zoals het is
           *[other] { $count } documenten gelaten zoals ze zijn
        }
    }
config-file = Instellingen volgens { $file }
config-no-file = Er geldt geen kader.toml
config-nothing = (niets)
config-default = standaard
config-passed-over = Bij het doorzoeken van mappen wordt dit bestand overgeslagen: het past niet bij `include`, of het past bij `exclude`
cli-not-found = dit bestand of deze map bestaat niet
cli-denied = de toegang is geweigerd
cli-not-regular = dit is geen gewoon bestand, of een link die nergens heen leidt
cli-folder = dit is een map
cli-full = de schijf is vol
cli-linked = dit bestand heeft meer namen (harde koppelingen), en die zouden uit elkaar gaan als er maar één verandert
cli-file-above = een deel van dit pad is een bestand, en geen map
cli-long-name = een bestand kan hier niet zo heten: de naam is te lang, of er staat iets in wat niet mag
cli-read-only = hier kan alleen gelezen worden
cli-exists = dit bestaat al
cli-large = dit bestand wordt te groot voor deze schijf
cli-busy = dit is bij iets anders in gebruik
cli-memory = er is niet genoeg geheugen
cli-no-agreement = dit is niet als afspraak te lezen, of het noemt een beleid dat hier niet bekend is; `kader check` zegt wat eraan schort
cli-no-register = de lijst `afwijkingen` is hier niet als geheel te lezen; `kader check` zegt wat eraan schort
cli-unreadable = lezen is mislukt: { $detail }
cli-no-document = er is geen document gevonden; hun namen eindigen op .afspraak.json
cli-stdout = de standaarduitvoer kon niet worden geschreven: { $reason }
fix-done =
    { $done ->
        [would] { $count ->
            [one] Te herstellen: 1 bevinding
           *[other] Te herstellen: { $count } bevindingen
        }
       *[has] { $count ->
            [one] Hersteld: 1 bevinding
           *[other] Hersteld: { $count } bevindingen
        }
    } { $documents ->
        [1] in 1 document
       *[other] in { $documents } documenten
    }: { $rules }
fix-none = Er was niets te herstellen
fix-undecided =
    { $count ->
        [one] 1 bevinding laat een keuze: er zijn meer manieren om haar te herstellen. Kies er een in de editor, of pas het document aan
       *[other] { $count } bevindingen laten een keuze: er zijn meer manieren om ze te herstellen. Kies er een in de editor, of pas het document aan
    }
fix-held-back =
    { $count ->
        [one] `--unsafe-fixes` herstelt nog 1 bevinding. Kijk die wijziging na: zij zegt misschien iets anders dan u bedoelt
       *[other] `--unsafe-fixes` herstelt nog { $count } bevindingen. Kijk die wijzigingen na: zij zeggen misschien iets anders dan u bedoelt
    }
cli-unwritten = dit kon niet worden geschreven, en is zoals het was: { $reason }
cli-changed = dit is veranderd sinds het gelezen is, en blijft zoals het is
cli-not-written = het verslag kon niet worden geschreven: { $reason }
cli-progress = { $done } van { $total } documenten
cli-verbose-policy = beleid: { $id } { $version }
cli-verbose-as-of = peildatum: { $day }
cli-verbose-root = projectmap: { $path }
cli-verbose-documents = documenten: { $count }
cli-verbose-threads = threads: hoogstens { $count }
cli-verbose-time = tijd voor { $stage }: { $time }
cli-stage-load = het laden van het beleid
cli-stage-check = het lezen en nakijken
cli-stage-report = het schrijven van het verslag

cli-no-days = `{ $value }` bij `--due-within` is geen aantal dagen, zoals 90d

### Opdrachtregel: hulp

cli-about = Kijkt afspraken tussen veiligheidsregio's en crisispartners na op het landelijke beleid voor netcentrische samenwerking
cli-about-check = Kijk afspraken na: bestanden en mappen
cli-about-fmt = Maak documenten op: alleen witruimte, al het andere blijft
cli-usage-fmt = kader fmt [OPTIES] [PAD]...
cli-help-fmt-check = Schrijf niets; noem de bestanden die zouden veranderen, en eindig met status 1 als die er zijn
cli-help-fmt-diff = Schrijf niets; laat zien wat er zou veranderen, voor `patch -p0`, en eindig met status 1 als dat iets is
cli-about-assess = Zeg per samenwerking wat het advies zou zijn, en wat er nog aan ontbreekt
cli-usage-assess = kader assess [OPTIES] [PAD]...
cli-value-assess-format = FORMAAT
cli-help-assess-format = Het verslag op de standaarduitvoer: full (voor mensen; standaard), json, markdown of html
cli-value-profile = PROFIEL
cli-help-profile = Beoordeel elke samenwerking waarbij dit profiel past alsof het gekozen was
cli-about-overview = Toon het landelijk overzicht: wie met welke regio's samenwerkt, onder welk profiel, en wat er is getoetst
cli-usage-overview = kader overview [OPTIES] [PAD]...
cli-value-overview-format = FORMAAT
cli-help-overview-format = Het overzicht op de standaarduitvoer: full (tabel; standaard), json, csv, markdown of html (een pagina met een matrix van partners en regio's)
cli-about-explain = Leg uit wat een regel, profiel, randvoorwaarde, kerntaak, regio of andere naam is
cli-usage-explain = kader explain [OPTIES] <NAAM>...
cli-value-name = NAAM
cli-help-name = Een code (R301) of naam (reach-mismatch) van een regel, of een naam uit het beleid, zoals die van een profiel, randvoorwaarde, kerntaak of regio
cli-value-explain-format = FORMAAT
cli-help-explain-format = Hoe: text (voor mensen; standaard) of markdown
cli-about-rules = Toon alle regels, met hun ernst per fase
cli-usage-rules = kader rules [OPTIES]
cli-value-rules-format = FORMAAT
cli-help-rules-format = Hoe: text (voor mensen; standaard), markdown (tabellen) of json
cli-about-schema = Toon een JSON-schema, voor editors en programma's
cli-usage-schema = kader schema [OPTIES] [SCHEMA]
cli-value-schema = SCHEMA
cli-help-schema = Welk: { $names }. Zonder keuze: document
cli-about-deviations = Toon het register van afwijkingen: waarvan, waarom, wie akkoord is, tot wanneer, en wat daarmee wordt geaccepteerd
cli-usage-deviations = kader deviations [OPTIES] [PAD]...
cli-value-deviations-format = FORMAAT
cli-help-deviations-format = Het register op de standaarduitvoer: full (voor mensen; standaard), json of markdown
cli-value-due-within = DAGEN
cli-help-due-within = Toon alleen afwijkingen die binnen zoveel dagen eindigen, zoals 90d, of al geëindigd zijn. Zonder einddatum tellen zij niet mee
cli-about-deviate = Voeg een afwijking toe aan een afspraak, en vertel wat die accepteert
cli-usage-deviate = kader deviate [OPTIES] --path <POINTER> --reason <TEKST> <CODE> <BESTAND>
cli-value-code = CODE
cli-help-code = De code (V401) of de naam (precondition-missing) van de regel
cli-value-file = BESTAND
cli-help-file = De afspraak; `-` leest de standaardinvoer en toont de tekst met de afwijking
cli-value-pointer = POINTER
cli-help-pointer = Waar zij geldt, als JSON Pointer: voor wat daar of daaronder gevonden wordt. Leeg voor het hele document
cli-value-reason = TEKST
cli-help-reason = Waarom
cli-value-until = DATUM
cli-help-until = De laatste dag waarop zij geldt
cli-value-approved-by = NAAM
cli-help-approved-by = Wie akkoord is
cli-help-deviate-diff = Schrijf niets, en laat zien wat er zou veranderen
cli-about-diff = Vergelijk twee versies van een afspraak: de bevindingen, en wat er staat
cli-usage-diff = kader diff [OPTIES] <OUD> <NIEUW>
cli-value-old = OUD
cli-help-old = De oude versie: een bestand, of REV:pad voor een bestand in een revisie die git kent (HEAD~1:afspraken/a.afspraak.json)
cli-value-new = NIEUW
cli-help-new = De nieuwe versie, op dezelfde manier. Beide worden nagekeken naast de afspraken die nu naast de nieuwe staan
cli-value-diff-format = FORMAAT
cli-help-diff-format = Het verschil op de standaarduitvoer: full (voor mensen; standaard), json of markdown
cli-about-init = Schrijf een eerste kader.toml
cli-usage-init = kader init [OPTIES] [MAP]
cli-value-folder = MAP
cli-help-folder = Waar. Anders in de werkmap. Over een bestand dat bestaat, wordt nooit heen geschreven
cli-help-pre-commit = Schrijf ook .pre-commit-config.yaml: dat kijkt de afspraken van elke commit na
cli-value-pipeline = SYSTEEM
cli-help-pipeline = Schrijf ook het bestand van een pijplijn: github, gitlab of azure; mag vaker
cli-about-new = Schrijf een nieuwe afspraak, met alles wat het profiel vraagt al op zijn plaats; wat geen optie zegt, wordt op een terminal gevraagd
cli-usage-new = kader new [OPTIES]
cli-value-partner = NAAM
cli-help-partner = De naam van de partner
cli-value-core-task = KERNTAAK,...
cli-help-core-task = De kerntaken waar de afspraak over gaat; mag vaker
cli-value-new-profile = PROFIEL,...
cli-help-new-profile = Het profiel voor alle kerntaken, of een voor elk, in hun volgorde. Waar er maar één past, hoeft het niet genoemd te worden
cli-value-regions = REGIO,...
cli-help-regions = De regio's die de afspraak bindt, met hun code of naam; of het woord voor allemaal
cli-value-adoption-region = REGIO
cli-help-adoption-region = De adoptieregio: een van de regio's, als het er zoveel zijn dat de partner met één regio namens alle afspreekt
cli-value-phase = FASE
cli-help-phase = De fase. Anders de eerste
cli-value-id = ID
cli-help-id = Het id van de afspraak. Anders gemaakt van de naam van de partner
cli-value-new-policy = BELEID
cli-help-new-policy = Het id van een beleid, of de map van een beleidspakket. Anders het beleid dat hier geldt
cli-value-new-output = BESTAND
cli-help-new-output = Waar de afspraak komt, nooit over een bestand dat bestaat; `-` is de standaarduitvoer. Anders ID.afspraak.json in de werkmap
cli-about-policy = Toon het beleid, of kijk een beleidspakket na
cli-about-policy-show = Toon wat het beleid is: versie, regels, groepen
cli-about-policy-check = Kijk een beleidspakket na: tabellen, regels, teksten, voorbeelden, herstel en documenten
cli-about-policy-test = Voer de voorbeelden en documenten van een beleidspakket uit
cli-usage-policy = kader policy <OPDRACHT>
cli-usage-policy-show = kader policy show [OPTIES] [PAKKET]
cli-usage-policy-check = kader policy check [OPTIES] [PAKKET]
cli-usage-policy-test = kader policy test [OPTIES] [PAKKET]
cli-value-pack = PAKKET
cli-help-pack = De map van een beleidspakket, of de naam van een beleid dat het programma kent. Zonder keuze: het beleid dat kader.toml noemt, anders dat van 2017
cli-help-coverage = Vertel hoe vaak elke regel iets vond, en wat door geen voorbeeld wordt bereikt
cli-usage = kader [OPTIES] <OPDRACHT>
cli-usage-check = kader check [OPTIES] [PAD]...
cli-heading-usage = Gebruik
cli-heading-commands = Opdrachten
cli-heading-options = Opties
cli-heading-arguments = Argumenten
cli-value-path = PAD
cli-help-path = Bestanden en mappen; in mappen wordt gezocht naar *.afspraak.json, zonder wat een .gitignore uitsluit. `-` is de standaardinvoer. Zonder pad: de werkmap
cli-value-format = FORMAAT
cli-help-format = Het verslag op de standaarduitvoer: full (voor mensen; standaard op een terminal), concise (één regel per bevinding; standaard elders), markdown of html (voor wie geen code leest), of voor andere programma's json, jsonl, sarif, github, gitlab, junit, azure, rdjson of checkstyle
cli-value-output = FORMAAT=BESTAND
cli-help-output = Schrijf het verslag ook naar een bestand; mag vaker
cli-value-lang = TAAL
cli-help-lang = De taal van alle teksten: nl of en. Anders KADER_LANG, anders kader.toml, anders de landinstelling
cli-value-as-of = DAG
cli-help-as-of = Kijk na naar de stand van deze dag, de peildatum (JJJJ-MM-DD). Anders KADER_AS_OF, anders kader.toml, anders vandaag
cli-value-select = REGEL,...
cli-help-select = Meld alleen deze regels: codes (R301), namen (reach-mismatch) of het begin van codes (V, V40)
cli-value-ignore = REGEL,...
cli-help-ignore = Laat deze regels weg; waar --select en --ignore allebei gelden, wint de meest specifieke
cli-value-severity = REGEL=NIVEAU,...
cli-help-severity = Meld een regel op een ander niveau: error, warning, info, hint of off
cli-about-config = Laat zien welke instellingen gelden
cli-about-config-show = Laat zien welke instellingen voor een bestand gelden, en waar elk vandaan komt
cli-usage-config = kader config show [OPTIES] [BESTAND]
cli-value-document = BESTAND
cli-help-document = Het document of de map waarvoor de instellingen gelden. Anders de werkmap
cli-value-config-format = FORMAAT
cli-help-config-format = full (voor mensen; standaard) of json
cli-value-config = BESTAND
cli-help-config = Lees dit bestand in plaats van de dichtstbijzijnde kader.toml. Anders KADER_CONFIG
cli-help-isolated = Lees geen kader.toml
cli-help-force-exclude = Laat `exclude` ook gelden voor bestanden die bij naam genoemd zijn
cli-help-fix = Herstel wat zonder keuze te herstellen is, en schrijf de documenten
cli-help-unsafe-fixes = Maak ook wijzigingen die misschien iets anders zeggen dan bedoeld is
cli-help-diff = Schrijf niets; laat zien wat er zou veranderen, voor `patch -p0`, en eindig met status 1 als dat iets is
cli-help-exit-non-zero-on-fix = Eindig met status 1 als er iets is hersteld
cli-help-no-deviations = Houd geen rekening met afwijkingen: meld alles
cli-help-sarif-suppressions = Zet ook wat afwijkingen accepteren in het sarif-verslag, als onderdrukte resultaten met de toelichting
cli-value-context = MAP
cli-help-context = Zoek de andere afspraken, waarmee vergeleken wordt, in deze map. Anders in de projectmap
cli-help-no-context = Vergelijk alleen de genoemde bestanden met elkaar
cli-value-files-from = BESTAND
cli-help-files-from = Neem de bestanden die in dit bestand staan, één per regel; `-` is de standaardinvoer
cli-help-nul = In de lijst van --files-from staat een NUL-teken achter elke naam in plaats van een regeleinde
cli-help-redact = Maak telefoonnummers, e-mailadressen en functies van ondertekenaars onleesbaar
cli-value-baseline = BESTAND
cli-help-baseline = Tel de bevindingen die in dit bestand staan, en toon ze niet. Anders het bestand dat kader.toml noemt
cli-help-write-baseline = Zet wat er gevonden wordt in de baseline, en haal weg wat niet meer gevonden wordt
cli-value-min-severity = NIVEAU
cli-help-min-severity = Toon bevindingen vanaf dit niveau: error, warning, info of hint. De andere tellen wel mee
cli-value-fail-on = NIVEAU
cli-help-fail-on = Eindig met status 1 vanaf dit niveau: error (standaard), warning, info, hint of never
cli-help-allow-empty = Geen enkel document is geen fout
cli-value-stdin-filename = BESTAND
cli-help-stdin-filename = De naam van wat `-` leest
cli-help-statistics = Tel de bevindingen per regel
cli-value-jobs = AANTAL
cli-help-jobs = Het aantal threads; anders één per processorkern
cli-help-quiet = Geen samenvatting en geen voortgang
cli-help-verbose = Vertel op de standaardfoutuitvoer over het beleid, het project en de tijd
cli-value-color = WANNEER
cli-help-color = Kleuren: auto, always of never. Anders gelden NO_COLOR, FORCE_COLOR en CLICOLOR_FORCE
cli-help-help = Toon deze hulp
cli-help-version = Toon de versie

### In de editor

ide-required =
    { $when ->
        [in-general] Verplicht, behalve in een aanvulling.
        [from-elaboration] Verplicht vanaf de tweede fase, behalve in een aanvulling.
       *[always] Verplicht.
    }
ide-values = Wat hier kan staan
ide-policy-version = versie
ide-policy-in-force = geldt vanaf
ide-detail-required = verplicht
ide-detail-lacking = vraagt dit profiel nog
ide-detail-today = vandaag
ide-detail-next-year = over een jaar
ide-detail-fits = past bij deze kerntaak
ide-detail-disputed = omstreden bij deze kerntaak
ide-detail-fits-not = past niet bij deze kerntaak
ide-detail-derived = volgt uit het aantal regio's
ide-detail-asked = vraagt dit profiel
ide-precondition =
    { $state ->
        [met] In deze samenwerking is deze randvoorwaarde in orde.
        [accepted] In deze samenwerking is deze randvoorwaarde in orde, door een afwijking van { $codes }.
        [missing] In deze samenwerking staat deze randvoorwaarde nog open: zij is er nog niet ingevuld.
        [unreadable] In deze samenwerking staat deze randvoorwaarde nog open: wat er staat, is niet goed te lezen.
        [findings] In deze samenwerking staat deze randvoorwaarde nog open:
       *[unasked] Het profiel van deze samenwerking vraagt deze randvoorwaarde niet.
    }
ide-hint-reach =
    { $count ->
        [one] één regio: { $reach }
       *[other] { $count } regio's: { $reach }
    }
ide-lens-outcome = Advies van dit programma: { $outcome } ({ $count })
ide-lens-no-outcome = Geen advies: { $why }
ide-lens-elsewhere =
    { $count ->
        [one] Deze partner heeft nog één andere afspraak
       *[other] Deze partner heeft nog { $count } andere afspraken
    }
ide-rename-slug = Een id bestaat uit kleine letters en cijfers, met streepjes ertussen. Zoals: { $example }
ide-rename-taken = Een andere afspraak heeft al het id { $id }. Kies een ander.
ide-rename-nothing = Hier staat geen id van een afspraak die bekend is. Zet de cursor op `id`, `aanvullingOp` of een id in `vervangt`.
ide-action-preconditions =
    { $count ->
        [one] Voeg de randvoorwaarde toe die nog ontbreekt
       *[other] Voeg de { $count } randvoorwaarden toe die nog ontbreken
    }
ide-action-deviate = Leg uit waarom { $code } hier niet geldt (als afwijking)

### The language server
ide-new-partner = Hoe heet de partner?
ide-new-tasks = Voor welke kerntaken is de afspraak?
ide-new-profile = Welk profiel heeft de samenwerking voor { $task }?
ide-new-regions = Welke regio's bindt de afspraak?
ide-new-all-regions = Alle { $count } regio's
ide-new-phase = In welke fase is de afspraak?
ide-new-adoption = Welke regio is de adoptieregio?
ide-new-id = Wat is het id van de afspraak?

cli-about-lsp = Start de taalserver, voor editors
cli-usage-lsp = kader lsp [OPTIES]
cli-help-stdio = Praat via standaardinvoer en -uitvoer; dat gebeurt altijd
cli-help-client-process = Stop zodra dit proces er niet meer is
cli-value-client-process = NUMMER
cli-about-completions = Toon wat een shell nodig heeft om opdrachten en opties aan te vullen
cli-usage-completions = kader completions [OPTIES] <SHELL>
cli-value-shell = SHELL
cli-help-shell = Welke: bash, elvish, fish, powershell of zsh
cli-about-man = Toon de handleiding van het programma of van een opdracht
cli-usage-man = kader man [OPTIES] [OPDRACHT]
cli-value-page = OPDRACHT
cli-help-page = De opdracht. Zonder opdracht: het programma
man-manual = Kader
man-name = NAAM
man-synopsis = SAMENVATTING
man-description = BESCHRIJVING
man-version = VERSIE
cli-help-watch = Kijk opnieuw na zodra er iets verandert, tot u het beëindigt
cli-watching = Wijzigingen worden gevolgd; Ctrl+C beëindigt dat.
lsp-no-streams = De taalserver kan niet beginnen: { $why }
lsp-fix-all = Herstel alles wat de betekenis gelijk laat
lsp-checking = Afspraken nakijken
lsp-not-watched = Wat er op schijf verandert, wordt niet gezien: { $why }
lsp-no-document = Er is geen document { $uri }
lsp-no-folder = Er is geen map { $uri }
