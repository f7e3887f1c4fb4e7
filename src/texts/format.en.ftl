# What the objects and keys of the document format mean, in English. A message refers to no other message.
# title-<object>: what the object is called; object-<object>: what it is; field-<object>-<key>: what the key means.
# Parameters: $policy, $all, $everywhere, $region and $partner are the policy's own words.

### A list of identifiers or codes

term-line = `{ $id }`: { $meaning }
term-line-labelled = `{ $id }` ({ $label }): { $meaning }

### The agreement

title-document = Agreement
object-document = One agreement between a crisis partner and one or more safety regions, or one region's supplement to it.
field-document-schema = Where an editor finds the JSON Schema of this file; it means nothing to the agreement itself.
field-document-kader = The policy on which this agreement rests, by its id: `{ $policy }`.
field-document-id = This agreement's own id: lower-case letters, digits and hyphens, such as `havenbedrijf-rijnmond`; no other agreement in the project has the same.
field-document-aanvullingOp = The id of the general agreement to which this document is one region's supplement; without this key the document is a general agreement itself.
field-document-convenant = The covenant that this agreement is part of, where there is one.
field-document-looptijd = From when until when the agreement holds.
field-document-vervangt = The ids of earlier agreements that this one replaces; not that of a supplement's general agreement.
field-document-partner = The crisis partner with whom the agreement is made.
field-document-reikwijdte = With how many safety regions the partner cooperates or wishes to; a supplement may leave this out.
field-document-regios = The safety regions that this agreement binds, by their codes (such as `{ $region }`), or `"{ $all }"`; regions that are still in conversation belong in `beoogdeRegios`.
field-document-beoogdeRegios = The codes of safety regions that wish to cooperate or are still in conversation; the agreement does not bind them yet.
field-document-overigePartijen = The names of other parties to the agreement, such as a municipality or an umbrella organisation; not the partner and the safety regions.
field-document-adoptieregio = The safety region that makes the arrangements with the partner on other regions' behalf; not every reach asks for one.
field-document-fase = How far the agreement is; the further it gets, the more weight lies on what is still missing.
field-document-vastgesteldOp = The day on which the agreement was formalised; not the day on which it takes effect, which stands in `looptijd.van`.
field-document-ondertekenaars = Who has signed the agreement, one entry per party.
field-document-evaluatie = How often and when the parties evaluate the agreement.
field-document-samenwerkingen = The cooperations with this partner: one for each core task.
field-document-beginselen = The principles that every party must guarantee, each under its own name.
field-document-afwijkingen = The rules from which the parties deviate on purpose, with the reason.
field-document-onderwerpen = What else the parties agreed, such as scaling up, guaranteed capacity, communication or costs.
field-document-opmerkingen = Free text about the agreement; no rule looks at what it says.

title-covenant = Covenant
object-covenant = The covenant that this agreement is part of; agreements that share its id are one covenant with several partners.
field-covenant-id = The covenant's id, the same in all agreements that belong to it; lower-case letters, digits and hyphens.
field-covenant-titel = The covenant's title, as it is printed there.
field-covenant-grondslag = The law or regulation on which the covenant rests, such as the Wet veiligheidsregio's (Safety Regions Act).
field-covenant-vindplaats = The web address where the covenant can be read.

title-term = Term
object-term = From when until when the agreement holds.
field-term-van = The first day on which the agreement holds, such as `2026-01-01`; where only the month or the year is known, `2026-01` or `2026`.
field-term-tot = The last day on which the agreement holds; without this key it holds indefinitely.

### The partner

title-partner = Partner
object-partner = The crisis partner with whom the agreement is made: the organisation, not a person.
field-partner-naam = The name of the organisation, or of the unit that the agreement binds.
field-partner-onderdeelVan = The organisation of which this partner is a unit, such as Rijkswaterstaat (the national agency for roads and waterways) for one of its services.
field-partner-oin = The partner's OIN (Dutch organisation identification number): 20 digits, in quotes.
field-partner-kvk = The partner's KVK number (Dutch Business Register): 8 digits, in quotes.
field-partner-keten = The chain in which the partner works in a crisis.
field-partner-vitaal = Whether the partner is a provider of vital services: `true` or `false`.
field-partner-sector = The sector in which the partner works, such as drinking water, energy or rail.
field-partner-koepelorganisatie = The umbrella organisation that speaks for partners such as this one, for example Netbeheer Nederland (grid operators); not the organisation of which the partner is a unit.
field-partner-kerntaken = All core tasks that the partner has in crisis management; each has a cooperation of its own. A supplement may leave this out.
field-partner-informatieorganisatie = How far the partner has organised its information for a crisis.
field-partner-crisisstructuur = Whether the partner has a crisis structure of its own, with teams and scaling up: `true` or `false`.
field-partner-werkgebied = The codes of the safety regions in which the partner may have a task, or `"{ $everywhere }"`; those with which it has arrangements stand in `regios`.

### The adoption region

title-adoption-region = Adoption region
object-adoption-region = The safety region that makes the arrangements with the partner on other regions' behalf, with its mandate and whom it consulted.
field-adoption-region-regio = The code of the safety region that is the adoption region, such as `{ $region }`.
field-adoption-region-mandaat = When and by whom it was empowered to act for the other regions.
field-adoption-region-ruggespraak = The codes of the regions that it consulted about the arrangements, or `"{ $all }"`.

title-mandate = Mandate
object-mandate = When and by whom the adoption region was empowered to act for the other regions.
field-mandate-datum = The day on which the mandate was given.
field-mandate-verleendDoor = Who gave the mandate, such as the directors of the safety regions concerned.

### Signatures, evaluation and what else was agreed

title-signatory = Signatory
object-signatory = A party that has signed the agreement.
field-signatory-partij = Who signed: `{ $partner }`, a safety region's code, or a name exactly as it stands in `overigePartijen`.
field-signatory-functie = The position of whoever signed for that party, such as director; the person's name is not needed.
field-signatory-datum = The day on which that party signed.

title-evaluation = Evaluation
object-evaluation = How often and when the parties evaluate the agreement.
field-evaluation-intervalMaanden = After how many months the agreement is evaluated each time: a whole number from 1 to 60, such as 24.
field-evaluation-volgende = The date of the next evaluation; not that of the last one.

title-subject = Subject
object-subject = Something else that the parties agreed; only its form is checked.
field-subject-titel = What it is about, such as scaling up or costs.
field-subject-afspraak = What was agreed about it.

title-deviation = Deviation
object-deviation = A rule from which the parties deviate on purpose, with the reason; so it stays visible what they accepted, and why.
field-deviation-regel = The code or the name of the rule from which the parties deviate, such as `V401`.
field-deviation-pad = The place in this document for which the deviation holds, as a JSON Pointer, such as `/samenwerkingen/0`; without this key that is the whole document.
field-deviation-toelichting = Why the parties deviate.
field-deviation-akkoord = Who approved the deviation, such as the general board.
field-deviation-tot = The last day on which the deviation holds; without this key it does not end by itself.

### A cooperation

title-cooperation = Cooperation
object-cooperation = The cooperation for one of the partner's core tasks; a partner with several core tasks has several.
field-cooperation-kerntaak = The core task that this cooperation is for; it also stands in `partner.kerntaken`.
field-cooperation-profiel = The profile: how the partner and the safety regions share information; it may be left out in the first phase and in a supplement.
field-cooperation-taakomschrijving = What the partner does in a crisis for this core task, in your own words.
field-cooperation-informatieorganisatie = How far the partner has organised its information for this core task; only needed where that differs from what `partner` says, and then this one counts.
field-cooperation-crisisstructuur = Whether the partner has a crisis structure of its own for this core task; only needed where that differs from what `partner` says, and then this one counts.
field-cooperation-regieEigenBeeld = Whether the partner directs a situation picture of its own: `true` or `false`.
field-cooperation-lcms = The rights in LCMS, the national crisis management system, that hold once the cooperation is live; since 2021 LCMS is called the Landelijke Voorziening Crisisbeheersing.
field-cooperation-aanspreekpunten = Whom the safety region can turn to at the partner, for information and for coordination.
field-cooperation-aansluiting = How a partner that stands by joins: independently or through another.
field-cooperation-tijdelijk = How long a cooperation for one incident lasts, and what ends it.
field-cooperation-voorwaardenVeiligheidsregio = The conditions that the safety region sets for a cooperation for one incident.
field-cooperation-randvoorwaarden = The profile's preconditions, by dimension, with what was agreed about each.
field-cooperation-toetsing = The assessment of the cooperation, with the advice, the standpoint and the day on which it went live.

title-rights = Rights in LCMS
object-rights = What the partner may read and write in LCMS once the cooperation is live; what is not known yet is left out.
field-rights-lezen = What the partner may read in LCMS.
field-rights-schrijven = What the partner may write in LCMS.

title-contacts = Contacts
object-contacts = Whom the safety region can turn to at the partner, for information and for coordination.
field-contacts-informatie = The contact for information: who knows and shares the partner's picture.
field-contacts-coordinatie = The contact for coordination: with whom the safety region coordinates and comes to decisions.

title-contact = Contact
object-contact = One contact of the partner: the role, and how to reach it; a person's name is not needed.
field-contact-rol = The role that the contact has in the crisis organisation.
field-contact-piket = Whether this role is on call and can therefore always be reached: `true` or `false`.
field-contact-functie = What the position is called at the partner itself, such as head of operations.
field-contact-telefoon = The role's telephone number; preferably not that of a person.
field-contact-email = The role's e-mail address, such as `crisis@example.nl`.
field-contact-bereikbaarheid = How to reach the role without stating a number, such as "via de meldkamer" (through the control room).
field-contact-vanuit = The code of the safety region that lends this officer to the partner, such as `{ $region }`.

title-joining = Joining
object-joining = How a partner that stands by joins: independently or through another.
field-joining-wijze = Whether the partner joins independently or through another.
field-joining-via = Through whom or what the partner joins, where it does not do so independently.

title-through = Through
object-through = The other partner, the process, the discipline or the body through which the partner joins.
field-through-soort = What kind of person or thing that is; with another partner, the partner joins under that partner's mandate.
field-through-naam = Its name; for another partner the name as it stands in that partner's own agreement.

title-temporary = Temporary
object-temporary = How long a cooperation for one incident lasts, and what ends it.
field-temporary-van = The first day of the cooperation.
field-temporary-tot = The last day of the cooperation, where it is known.
field-temporary-einde = What ends the cooperation, such as "bij afschaling" (on scaling down).

### A precondition

title-entry = Precondition
object-entry = What was agreed about one precondition, and how far that is.
field-entry-status = How far the precondition is.
field-entry-afspraak = What was agreed about this precondition, or where that stands, such as "bijlage 2" (annex 2).
field-entry-verantwoordelijke = Who sees to it that the precondition is arranged.
field-entry-onderdelen = What was agreed about each part: a text, or `true` where it is arranged; what is not arranged is left out.
field-entry-bereik = For how much of the partner's organisation the precondition is set up.
field-entry-bewijs = Where to see that it holds: web addresses, or paths from this document's folder, such as `bijlagen/opleidingsplan.pdf`; a `#fragment` is allowed.
field-entry-geldigTot = The last day on which this arrangement holds, such as that of a user agreement; not that of the agreement as a whole.

### The assessment

title-assessment = Assessment
object-assessment = The assessment of the cooperation by an independent party: three parts, the advice, the standpoint and the day on which it went live.
field-assessment-toetser = The assessor: the independent party that assesses; not the partner, nor one of this agreement's regions.
field-assessment-richting = The part of the assessment that looks at whether the profile fits the core task.
field-assessment-inrichting = The part of the assessment that looks at whether the arrangements meet the preconditions.
field-assessment-verrichting = The part of the assessment in which partner and regions exercise together; a "go-live exercise" belongs here and not under `live`.
field-assessment-advies = What the assessor advises; the decision that follows stands in `standpunt`.
field-assessment-adviesDatum = The date of the advice.
field-assessment-aandachtspunten = The points for attention: what needs improvement according to the advice, one text per point.
field-assessment-hertoetsing = The date of reassessment, such as a conditional standpoint sets.
field-assessment-alternatief = On what lighter conditions the parties can still work together where the standpoint is negative.
field-assessment-standpunt = The decision about the cooperation, taken after the advice.
field-assessment-live = The day on which the cooperation went into use; the exercise before it belongs under `verrichting`.

title-direction = Assessment of the direction
object-direction = The part of the assessment that looks at whether the profile fits the core task.
field-direction-datum = The day on which this part was assessed.
field-direction-pastBijKerntaak = Whether the assessor finds that the profile fits the core task: `true` or `false`.

title-design = Assessment of the set-up
object-design = The part of the assessment that looks at whether the arrangements meet the preconditions.
field-design-datum = The day on which this part was assessed.

title-performance = Assessment of the performance
object-performance = The part of the assessment in which partner and regions exercise together, also called the go-live exercise.
field-performance-datum = The day on which this part was assessed.
field-performance-oefening = The joint exercise on which this part of the assessment rests.

title-exercise = Exercise
object-exercise = The joint exercise of partner and regions in which the cooperation was tried out.
field-exercise-naam = What the exercise is called.
field-exercise-datum = The day of the exercise.
field-exercise-deelnemers = Who took part: `{ $partner }` and the regions' codes, such as `{ $region }`.

title-standpoint = Standpoint
object-standpoint = The decision about the cooperation, taken after the advice; after a negative standpoint it does not go live.
field-standpoint-besluit = What the standpoint is.
field-standpoint-datum = The date of the standpoint.
field-standpoint-door = Whose standpoint it is; that depends on the agreement's reach.
field-standpoint-toelichting = Why the standpoint is what it is, especially where it differs from the advice.

### The principles

title-principle = Principle
object-principle = Whether this principle, which every party must guarantee, is guaranteed, and how.
field-principle-geborgd = Whether the partner has guaranteed this principle: `true` or `false`.
field-principle-hoe = How it is guaranteed, such as by training or a work instruction.

title-picture-principle = Principle about the situation picture
object-picture-principle = Whether the partner knows how a situation picture is made, and whether it can also make one of its own.
field-picture-principle-geborgd = Whether the partner has guaranteed this principle: `true` or `false`.
field-picture-principle-hoe = How it is guaranteed, such as by training or a work instruction.
field-picture-principle-eigenBeeld = Whether the partner can make a situation picture itself; needed as soon as it may write in LCMS.
