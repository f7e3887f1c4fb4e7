//! Makes a document of a specification: what its profile asks for, as far as its stage has come.

use kader::fix::{Style, Value};
use kader::policy::tables::Profile;
use kader::policy::{Policy, Vocab};

use super::spec::{Advised, Decided, Elaborating, Exploring, Formal, IF, NO, Spec, Work, YES};
use super::words;

/// The text of an agreement.
pub(super) fn document(policy: &Policy, spec: &Spec) -> String {
    let maker = Maker { policy, spec, turn: spec.id.bytes().map(usize::from).sum() };
    let style = Style { newline: Some("\n"), unit: "  ", spaced: true };
    maker.root().print(style, "", 0) + "\n"
}

struct Maker<'a> {
    policy: &'a Policy,
    spec: &'a Spec,
    /// Makes agreements differ in what does not matter.
    turn: usize,
}

/// The members of an object; those that do not apply are left out.
struct Members(Vec<(Box<str>, Value)>);

impl Members {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn put(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.push((key.into(), value.into()));
        self
    }

    fn put_if(self, condition: bool, key: &str, value: impl FnOnce() -> Value) -> Self {
        if condition { self.put(key, value()) } else { self }
    }

    fn text_if(self, key: &str, text: &str) -> Self {
        self.put_if(!text.is_empty(), key, || text.into())
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn code(number: u8) -> Box<str> {
    format!("VR{number:02}").into()
}

fn codes(numbers: &[u8]) -> Value {
    Value::array(numbers.iter().map(|number| &*Box::leak(code(*number))))
}

impl Maker<'_> {
    fn general(&self) -> bool {
        self.spec.supplement_to.is_empty()
    }

    fn formal(&self) -> bool {
        matches!(self.spec.stage, Formal | Advised(_) | Decided(_))
    }

    /// How many regions it binds.
    fn reach(&self) -> (&'static str, bool) {
        match self.spec.regions.len() {
            0 => ("landelijk", true),
            1 | 2 if self.spec.intended.len() + self.spec.regions.len() < 3 => ("regionaal", false),
            _ => ("bovenregionaal", true),
        }
    }

    fn adoption(&self) -> u8 {
        let first = self.spec.regions.first().copied().unwrap_or(1);
        if self.spec.adoption == 0 { first } else { self.spec.adoption }
    }

    fn temporary(&self) -> bool {
        self.spec.works.iter().all(|work| self.profile(work).is_some_and(|profile| profile.temporary))
    }

    fn profile(&self, work: &Work) -> Option<&Profile> {
        let term = self.policy.term(Vocab::Profile, work.profile)?;
        Some(self.policy.profile(term))
    }

    /// A day of the agreement's year, some months on.
    fn day(&self, months: u16, day: u16) -> Value {
        let month = 1 + u16::try_from(self.turn % 3).unwrap() + months;
        let (year, month) = (self.spec.year + (month - 1) / 12, (month - 1) % 12 + 1);
        (&*format!("{year}-{month:02}-{day:02}")).into()
    }

    fn root(&self) -> Value {
        let spec = self.spec;
        let (reach, wide) = self.reach();
        let general = self.general();
        let adopts = general && wide && spec.stage != Exploring;
        let regions = if spec.regions.is_empty() { "alle".into() } else { codes(spec.regions) };
        let phase = match spec.stage {
            Exploring => "verkenning",
            Elaborating => "uitwerking",
            _ => "uitvoering",
        };
        let works = spec.works.iter().map(|work| self.cooperation(work));
        Members::new()
            .put("kader", "netcentrische-samenwerking-2017")
            .put("id", spec.id)
            .text_if("aanvullingOp", spec.supplement_to)
            .put_if(!spec.covenant.is_empty(), "convenant", || self.covenant())
            .put_if(!spec.until.is_empty() && !self.temporary(), "looptijd", || {
                Members::new().put("van", self.day(2, 1)).put("tot", spec.until).done()
            })
            .put_if(!spec.replaces.is_empty(), "vervangt", || Value::array([spec.replaces]))
            .put("partner", self.partner())
            .put_if(general, "reikwijdte", || reach.into())
            .put("regios", regions)
            .put_if(!spec.intended.is_empty(), "beoogdeRegios", || codes(spec.intended))
            .put_if(adopts, "adoptieregio", || self.adoption_region())
            .put("fase", phase)
            .put_if(self.formal(), "vastgesteldOp", || self.formalised())
            .put_if(self.formal() && general, "ondertekenaars", || self.signatories())
            .put_if(spec.evaluated > 0, "evaluatie", || {
                let next = format!("{}-{:02}-01", spec.evaluated, 1 + self.turn % 12);
                Members::new().put("intervalMaanden", Value::Number(24)).put("volgende", &*next).done()
            })
            .put("samenwerkingen", Value::Array(works.collect()))
            .put_if(self.has_principles(), "beginselen", || self.principles())
            .done()
    }

    fn covenant(&self) -> Value {
        Members::new()
            .put("id", self.spec.covenant)
            .put("titel", "Convenant hoogwater Noord")
            .put("grondslag", "artikel 10 van de Wet veiligheidsregio's")
            .done()
    }

    fn partner(&self) -> Value {
        let mut tasks: Vec<&str> = self.spec.works.iter().map(|work| work.task).collect();
        tasks.dedup();
        let chain = match tasks.first() {
            Some(&"hulpdienst") => "algemeen",
            Some(&"beheerder") => "functioneel",
            _ => "",
        };
        let vital = ["energie", "drinkwater", "keren en beheren oppervlaktewater", "nucleair", "telecom"];
        let organisation = self.spec.works.iter().find_map(|work| self.organisation(work)).unwrap_or_default();
        let crisis =
            self.spec.works.iter().any(|work| self.profile(work).is_some_and(|profile| profile.crisis_structure));
        Members::new()
            .put("naam", self.spec.name)
            .text_if("onderdeelVan", self.spec.part_of)
            .text_if("keten", chain)
            .put_if(vital.contains(&self.spec.sector), "vitaal", || true.into())
            .text_if("sector", self.spec.sector)
            .put("kerntaken", Value::array(tasks))
            .text_if("informatieorganisatie", organisation)
            .put_if(crisis, "crisisstructuur", || true.into())
            .put_if(self.spec.regions.is_empty() && self.general(), "werkgebied", || "landelijk".into())
            .done()
    }

    /// The organisation of information that a profile asks for.
    fn organisation(&self, work: &Work) -> Option<&str> {
        self.profile(work)?.organisation.first().map(|term| self.policy.name(*term))
    }

    fn adoption_region(&self) -> Value {
        let region = code(self.adoption());
        let name = &self.policy.region_row(self.policy.region(&region).unwrap()).name;
        let consulted = if self.spec.regions.is_empty() { "alle".into() } else { codes(self.spec.regions) };
        let mandate = Members::new()
            .put("datum", self.day(0, 9))
            .put("verleendDoor", &*format!("Het algemeen bestuur van Veiligheidsregio {name} en de andere besturen"));
        Members::new().put("regio", &*region).put("mandaat", mandate.done()).put("ruggespraak", consulted).done()
    }

    fn signatories(&self) -> Value {
        let sign = |party: &str, function: &str| {
            Members::new().put("partij", party).put("functie", function).put("datum", self.formalised()).done()
        };
        let director = match self.spec.sector {
            "keren en beheren oppervlaktewater" => "Dijkgraaf",
            "openbare orde en veiligheid" => "Districtschef",
            "defensie" => "Commandant",
            "redding te water" => "Voorzitter van het bestuur",
            _ => "Directeur",
        };
        let mut all = vec![sign("partner", director)];
        let (_, wide) = self.reach();
        let regions = if wide { vec![self.adoption()] } else { self.spec.regions.to_vec() };
        all.extend(regions.into_iter().map(|region| sign(&code(region), "Voorzitter van de veiligheidsregio")));
        Value::Array(all)
    }

    fn cooperation(&self, work: &Work) -> Value {
        let base = Members::new()
            .put("kerntaak", work.task)
            .text_if("profiel", work.profile)
            .text_if("taakomschrijving", work.about);
        if !self.general() {
            return base.put("randvoorwaarden", self.addition()).done();
        }
        let Some(profile) = self.profile(work).filter(|_| self.spec.stage != Exploring) else { return base.done() };
        let name = |term| self.policy.name(term);
        let own = matches!(self.organisation(work), Some(own) if self.spec.works.len() > 1 && own != "geen");
        let rights = Members::new().put("lezen", name(profile.read)).put("schrijven", name(profile.write)).done();
        let temporary = self.temporary();
        base.put_if(own, "informatieorganisatie", || self.organisation(work).unwrap_or_default().into())
            .put_if(profile.own_picture, "regieEigenBeeld", || true.into())
            .put("lcms", rights)
            .put("aanspreekpunten", self.contacts(profile))
            .put_if(profile.joins, "aansluiting", || Members::new().put("wijze", "zelfstandig").done())
            .put_if(temporary, "tijdelijk", || {
                let ending = "Bij afschaling door de operationeel leider";
                Members::new().put("van", self.incident()).put("tot", self.spec.until).put("einde", ending).done()
            })
            .put_if(temporary, "voorwaardenVeiligheidsregio", || {
                "Alleen onder begeleiding van de liaison, en zonder toegang tot LCMS".into()
            })
            .put_if(!temporary, "randvoorwaarden", || self.preconditions(profile))
            .put_if(profile.assessable && self.assessed(), "toetsing", || self.assessment())
            .done()
    }

    /// What one region adds to a general agreement.
    fn addition(&self) -> Value {
        let entry = Members::new()
            .put("status", "geregeld")
            .put("afspraak", words::agreed("alarmering")[self.turn % 2])
            .put("verantwoordelijke", "veiligheidsregio");
        Value::object([("proces", Value::object([("alarmering", entry.done())]))])
    }

    /// The day of the incident for which a partner joins.
    fn incident(&self) -> &'static str {
        if self.spec.until < "2026" { "2025-08-18" } else { "2025-11-03" }
    }

    /// The day on which the agreement was formalised.
    fn formalised(&self) -> Value {
        if self.temporary() { self.incident().into() } else { self.day(1, 18) }
    }

    fn contacts(&self, profile: &Profile) -> Value {
        let contact = |roles: &[kader::policy::Term]| {
            let role = self.policy.name(*roles.first().unwrap());
            let reach = if profile.on_call { "dag en nacht via de meldkamer" } else { "via de meldkamer" };
            Members::new()
                .put("rol", role)
                .put_if(profile.on_call, "piket", || true.into())
                .put("bereikbaarheid", reach)
                .done()
        };
        Members::new()
            .put_if(!profile.information.is_empty(), "informatie", || contact(&profile.information))
            .put_if(!profile.coordination.is_empty(), "coordinatie", || contact(&profile.coordination))
            .done()
    }

    /// How many preconditions are still being arranged, the last ones first.
    fn open(&self) -> usize {
        match self.spec.stage {
            Elaborating => 5 + self.turn % 4,
            Formal => self.turn % 3,
            Advised(IF) | Decided(IF) => 2 + self.turn % 2,
            Decided(NO) => 7,
            _ => 0,
        }
    }

    fn preconditions(&self, profile: &Profile) -> Value {
        let required: Vec<_> = self.policy.required(profile.term, false).collect();
        let done = required.len() - self.open().min(required.len().saturating_sub(1));
        // Who may do what in the system is arranged first: nobody gets a right without it.
        let first = |at: &usize| self.policy.precondition_row(required[*at]).safeguard.is_some();
        let mut order: Vec<usize> = (0..required.len()).collect();
        order.sort_by_key(|at| !first(at));
        let arranged: Vec<usize> = order.into_iter().take(done).collect();
        let dimensions = self.policy.terms(Vocab::Dimension).filter_map(|dimension| {
            let rows = required.iter().enumerate().map(|(at, one)| (at, self.policy.precondition_row(*one)));
            let entries = rows
                .filter(|(_, row)| row.dimension == dimension)
                .map(|(at, row)| (row.id.clone(), self.entry(row, (profile, at), arranged.contains(&at))));
            let entries: Vec<_> = entries.collect();
            (!entries.is_empty()).then(|| (self.policy.name(dimension), Value::Object(entries)))
        });
        Value::object(dimensions)
    }

    fn entry(&self, row: &kader::policy::PreconditionRow, (profile, at): (&Profile, usize), arranged: bool) -> Value {
        let status = if arranged { "geregeld" } else { "in-voorbereiding" };
        let agreed = words::agreed(&row.id)[(self.turn + at) % 2];
        let responsible = ["partner", "gezamenlijk", "veiligheidsregio"][(self.turn + at) % 3];
        let parts = row.parts.iter().map(|part| (part.id.clone(), words::part(&part.id).into()));
        let whole = row.whole_scope_for.contains(&profile.term);
        let scoped = whole || !row.whole_scope_for.is_empty();
        Members::new()
            .put("status", status)
            .put_if(arranged, "afspraak", || agreed.into())
            .put("verantwoordelijke", responsible)
            .put_if(arranged && !row.parts.is_empty(), "onderdelen", || Value::Object(parts.collect()))
            .put_if(arranged && scoped, "bereik", || if whole { "gehele-organisatie".into() } else { "basis".into() })
            .done()
    }

    fn assessed(&self) -> bool {
        matches!(self.spec.stage, Advised(_) | Decided(_)) && self.general()
    }

    fn assessment(&self) -> Value {
        let (outcome, decided) = match self.spec.stage {
            Decided(outcome) => (outcome, true),
            Advised(outcome) => (outcome, false),
            _ => (YES, false),
        };
        let dated = |months, day| Members::new().put("datum", self.day(months, day));
        let mut parties = vec!["partner".to_owned()];
        parties.extend(self.spec.regions.iter().take(2).map(|region| code(*region).into()));
        if self.spec.regions.is_empty() {
            parties.push(code(self.adoption()).into());
        }
        let exercise = Members::new()
            .put("naam", ["Oefening Hoogtij", "Oefening Kabelbreuk", "Oefening Noordwester"][self.turn % 3])
            .put("datum", self.day(4, 11))
            .put("deelnemers", Value::array(parties.iter().map(String::as_str)))
            .done();
        let (_, wide) = self.reach();
        let body = if wide { "regiegroep" } else { "veiligheidsregio-en-partner" };
        let standpoint =
            || Members::new().put("besluit", outcome).put("datum", self.day(6, 14)).put("door", body).done();
        Members::new()
            .put("toetser", "Bureau Toetsing Crisissamenwerking")
            .put("richting", dated(2, 5).put("pastBijKerntaak", true).done())
            .put("inrichting", dated(3, 12).done())
            .put("verrichting", dated(4, 11).put("oefening", exercise).done())
            .put("advies", outcome)
            .put("adviesDatum", self.day(5, 20))
            .put_if(outcome != YES, "aandachtspunten", || Value::array(words::POINTS))
            .put_if(decided && outcome == IF, "hertoetsing", || (&*format!("2026-{:02}-15", 3 + self.turn % 9)).into())
            .put_if(decided && outcome == NO, "alternatief", || {
                "Verder als koppelsamenwerking, tot de randvoorwaarden zijn geregeld".into()
            })
            .put_if(decided, "standpunt", standpoint)
            .put_if(decided && outcome != NO, "live", || self.day(7, 1))
            .done()
    }

    fn has_principles(&self) -> bool {
        self.general() && !self.temporary() && self.spec.stage != Exploring
    }

    fn principles(&self) -> Value {
        let asked = |work: &Work| self.profile(work).and_then(|profile| profile.principles.clone());
        let few = self.spec.works.iter().map(asked).collect::<Option<Vec<_>>>();
        let all: Vec<_> = self.policy.terms(Vocab::Principle).collect();
        let asked = few.and_then(|mut few| few.pop()).unwrap_or(all);
        Value::object(asked.into_iter().map(|term| {
            let id = self.policy.name(term);
            let picture = id == "situatiebeeld";
            let principle = Members::new().put("geborgd", true).put("hoe", words::principle(id));
            (id, principle.put_if(picture, "eigenBeeld", || true.into()).done())
        }))
    }
}
