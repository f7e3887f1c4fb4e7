# De teksten van het programma, in het Nederlands. Een bericht verwijst naar geen ander bericht.

### Fouten in een beleidspakket

pack-help = Bedoelt u `{ $suggestion }`?
pack-syntax = Dit is geen geldige TOML: { $detail }
pack-text-syntax = Deze tekst is geen geldig Fluent-patroon: { $detail }
pack-missing-file = Dit bestand ontbreekt in het pakket
pack-missing-key = De sleutel `{ $key }` ontbreekt hier
pack-unknown-key = De sleutel `{ $key }` is hier onbekend
pack-unknown-word = `{ $value }` staat niet in de lijst `{ $list }`
pack-wrong-type =
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
pack-duplicate = `{ $value }` staat hier een tweede keer
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

### Opsommingen

list-and = en
