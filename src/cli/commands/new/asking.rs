//! What a new agreement is about: as the options say, and for the rest as a person answers.

use std::io;

use clap::ArgMatches;

use super::{NAME, target};
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED};
use crate::compose::form::{Given, Manner, Missing, Part, Reading, Said, Words, refused, usual_phase};
use crate::compose::{Bound, Impossible, Wish, is_id};
use crate::explain::Explainer;
use crate::policy::{Is, Policy, Region, RegionRow, Term, Vocab};
use crate::report::failures;
use crate::report::sheet::{self, Block, Sheet};
use crate::system::Stream;
use crate::text::visible;
use crate::texts::{Args, Texts};

/// The most bytes of an answer.
const LIMIT: u64 = 4096;

/// The form that is filled in.
pub(super) struct Form<'f, 'c> {
    pub(super) context: &'f mut Context<'c>,
    pub(super) policy: &'f Policy,
    pub(super) matches: &'f ArgMatches,
    /// Whether there is a person to ask.
    pub(super) asks: bool,
}

impl<'f> Form<'f, '_> {
    /// Fills it in. What the options say is looked at before anything is asked.
    pub(super) fn fill(mut self) -> Result<Wish, Fault> {
        let words = Words { manner: Manner::Options, ..self.words() };
        let mut given = Given::read(words, &said(self.matches)).map_err(|what| Usage::correcting(NAME, what))?;
        if let Some(path) = target::known(self.matches, given.id.as_deref()) {
            target::is_free(self.context, &path)?;
        }
        while let Some(missing) = given.missing(self.policy, self.asks) {
            match missing {
                Missing::Partner => given.partner = Some(self.partner(&given)?),
                Missing::Tasks => given.tasks = self.tasks(&given)?,
                Missing::Profile(task) => given.chosen.push((task, self.profile(task)?)),
                Missing::Regions => given.regions = Some(self.regions(&given)?),
                Missing::Phase => given.phase = Some(self.phase()?),
                Missing::Adoption => given.adoption = Some(self.adoption(&given)?),
                Missing::Id => given.id = Some(self.id(&given)?),
            }
        }
        Ok(given.wish(self.policy))
    }

    fn words(&self) -> Words<'f> {
        Words { policy: self.policy, lang: self.context.lang, manner: Manner::Answers }
    }

    fn explainer(&self) -> Explainer<'f> {
        Explainer { policy: self.policy, lang: self.context.lang }
    }

    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.context.lang).format(id, args)
    }

    fn partner(&mut self, given: &Given) -> Result<String, Fault> {
        let words = self.words();
        let read = |text: &str| {
            let wish = Wish { partner: text.to_owned(), ..given.wish(words.policy) };
            let refused = |impossible| refused(words, &wish, impossible);
            wish.check_partner(words.policy).map_err(refused).map(|()| text.to_owned())
        };
        self.ask(Part::Partner, Vec::new(), "new-ask-partner", &read)
    }

    fn tasks(&mut self, given: &Given) -> Result<Vec<Term>, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::CoreTask).collect());
        let known = self.names(&all);
        self.show("new-list-tasks", &[], &all)?;
        let read = |text: &str| {
            let mut tasks = Vec::new();
            for word in split(text) {
                let task = words.term(&all, Part::CoreTask, word)?;
                if !tasks.contains(&task) {
                    tasks.push(task);
                }
            }
            if tasks.is_empty() {
                return Err(words.missing(Part::CoreTask));
            }
            given.count(words, &tasks)?;
            let wish = Given { tasks: tasks.clone(), ..given.clone() }.wish(words.policy);
            let refused = |impossible| refused(words, &wish, impossible);
            wish.check_cooperations(words.policy).map_err(refused)?;
            Ok(tasks)
        };
        self.ask(Part::CoreTask, known, "new-ask-tasks", &read)
    }

    /// The profile for a core task, out of those that fit; they are shown with what each means.
    fn profile(&mut self, task: Term) -> Result<Term, Fault> {
        let (words, fitting): (_, Vec<Term>) = (self.words(), self.policy.fitting(task).collect());
        let (name, _) = self.explainer().choice(task);
        if self.asks || fitting.len() > 1 {
            self.show("new-list-profiles", &[("task", name.as_str().into())], &fitting)?;
        }
        if let [only] = fitting[..] {
            if self.asks {
                let told = self.say("new-only-profile", &[]);
                let _ = writeln!(self.context.err, "{told}\n");
            }
            return Ok(only);
        }
        let known = self.names(&fitting);
        let read = |text: &str| words.term(&fitting, Part::Profile, text);
        self.ask(Part::Profile, known, "new-ask-profile", &read)
    }

    fn regions(&mut self, given: &Given) -> Result<Bound, Fault> {
        let words = self.words();
        let all = self.policy.regions().all.to_string();
        let known = words.codes(None).chain([all.clone()]).collect();
        let read = |text: &str| {
            let bound = words.regions(text.split(','))?;
            let wish = Wish { regions: Some(bound.clone()), ..given.wish(words.policy) };
            let refused = |impossible| refused(words, &wish, impossible);
            wish.check_adoption(words.policy).map_err(refused).map(|()| bound)
        };
        self.ask_with(Part::Regions, known, ("new-ask-regions", &[("all", all.as_str().into())]), &read)
    }

    fn phase(&mut self) -> Result<Term, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::Phase).collect());
        let usual = usual_phase(self.policy);
        if !self.asks && self.policy.is(usual, Is::Exploration) {
            return Ok(usual);
        }
        let known = self.names(&all);
        self.show("new-list-phases", &[], &all)?;
        let read = |text: &str| if text.is_empty() { Ok(usual) } else { words.term(&all, Part::Phase, text) };
        self.ask(Part::Phase, known, "new-ask-phase", &read)
    }

    /// The adoption region; none where there need not be one yet and none is named.
    fn adoption(&mut self, given: &Given) -> Result<Option<Region>, Fault> {
        let (words, policy) = (self.words(), self.policy);
        let wish = given.wish(policy);
        let needed = wish.needs_adoption(policy);
        let list: Vec<String> = match &wish.regions {
            Some(Bound::These(some)) => some.iter().map(|region| policy.region_row(*region).titled()).collect(),
            _ => policy.regions().rows.iter().map(RegionRow::titled).collect(),
        };
        let told = self.say("new-list-adoption", &[("list", list.join(", ").into())]);
        let _ = writeln!(self.context.err, "{told}");
        let read = |text: &str| {
            if text.is_empty() {
                let reach = wish.reach(policy).filter(|_| needed).map(Impossible::AdoptionMissing);
                return reach.map_or(Ok(None), |impossible| Err(refused(words, &wish, impossible)));
            }
            let adoption = Some(words.adoption(text, wish.regions.as_ref())?);
            let wish = Wish { adoption, ..wish.clone() };
            let refused = |impossible| refused(words, &wish, impossible);
            wish.check_adoption(policy).map_err(refused).map(|()| adoption)
        };
        let question = if needed { "new-ask-adoption" } else { "new-ask-adoption-later" };
        self.ask(Part::Adoption, Vec::new(), question, &read)
    }

    fn id(&mut self, given: &Given) -> Result<String, Fault> {
        let (words, usual) = (self.words(), given.usual_id());
        if !self.asks {
            let name = visible(given.partner.as_deref().unwrap_or_default()).into_owned();
            let args = [("name", name.into()), ("option", format!("--{}", Part::Id.option()).into())];
            return usual.ok_or_else(|| Usage::new(words.lang, NAME, "new-no-id", &args).into());
        }
        let (system, matches) = (self.context.system, self.matches);
        let read = |text: &str| {
            let id = match (text, &usual) {
                ("", Some(usual)) => usual.clone(),
                ("", None) => return Err(words.correct("new-answer-missing", &[])),
                (text, _) if is_id(text) => text.to_owned(),
                (text, _) => return Err(words.correct("new-bad-id", &[("id", visible(text).into_owned().into())])),
            };
            // Where the file's name hangs on the id, another id is the way out.
            let path = target::known(matches, Some(&id)).filter(|path| system.exists(path));
            let taken = path.map(|path| visible(&path.to_string_lossy()).into_owned());
            taken.map_or(Ok(id), |path| Err(words.correct("new-id-taken", &[("path", path.into())])))
        };
        match &usual {
            Some(usual) => self.ask_with(Part::Id, Vec::new(), ("new-ask-id", &[("id", usual.as_str().into())]), &read),
            None => self.ask(Part::Id, Vec::new(), "new-ask-own-id", &read),
        }
    }

    fn names(&self, terms: &[Term]) -> Vec<String> {
        terms.iter().map(|term| self.policy.name(*term).to_owned()).collect()
    }

    /// Shows what can be chosen, numbered, with what each means; where nobody is asked, too, for then it says what the option takes.
    fn show(&mut self, heading: &str, args: &Args<'_>, terms: &[Term]) -> Result<(), Fault> {
        let explainer = self.explainer();
        let block = |(at, term): (usize, &Term)| {
            let (name, text) = explainer.choice(*term);
            Block::Section(format!("{}. {name}", at + 1), text)
        };
        let blocks = terms.iter().enumerate().map(block).collect();
        let sheet = Sheet { title: self.say(heading, args), subtitle: String::new(), blocks };
        let Dress { color, width } = Dress::of(self.context, Stream::Error);
        let done = sheet::write(self.context.err, &sheet, (color, width)).and_then(|()| writeln!(self.context.err));
        done.map_err(|error| Fault::Output { error, status: FAILED })
    }

    fn ask<T>(
        &mut self,
        part: Part,
        known: Vec<String>,
        question: &str,
        read: &dyn Fn(&str) -> Reading<T>,
    ) -> Result<T, Fault> {
        self.ask_with(part, known, (question, &[]), read)
    }

    /// Asks until an answer can be; what is refused is asked for again, with the reason. Where nobody can be asked, the option is missing.
    fn ask_with<T>(
        &mut self,
        part: Part,
        known: Vec<String>,
        (question, args): (&str, &Args<'_>),
        read: &dyn Fn(&str) -> Reading<T>,
    ) -> Result<T, Fault> {
        let (lang, words) = (self.context.lang, self.words());
        let option = Words { manner: Manner::Options, ..words };
        let missing = Fault::from(Usage::correcting(NAME, option.missing(part).knowing(known)));
        if !self.asks {
            return Err(missing);
        }
        let question = self.say(question, args);
        loop {
            let asked = write!(self.context.err, "{question} ").and_then(|()| self.context.err.flush());
            asked.map_err(|error| Fault::Output { error, status: FAILED })?;
            let line = self.context.system.read_line(LIMIT);
            let why = |error: &io::Error| failures::reason(lang, error.kind(), &error.to_string());
            let line = line.map_err(|error| Fault::Named { name: super::STANDARD.to_owned(), why: why(&error) })?;
            let Some(line) = line else { return Err(missing) };
            // What could not be read must not come into the document as something else.
            let readable = !line.contains(char::REPLACEMENT_CHARACTER);
            let answer = if readable { read(line.trim()) } else { Err(words.correct("new-answer-not-utf8", &[])) };
            match answer {
                Ok(answer) => return Ok(answer),
                Err(what) => {
                    let _ = writeln!(self.context.err, "{}", what.line(lang));
                }
            }
        }
    }
}

/// The words of an answer, between commas or spaces.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ']).filter(|word| !word.is_empty())
}

/// What the options say.
fn said(matches: &ArgMatches) -> Said {
    let text = |part: Part| matches.get_one::<String>(part.option()).cloned();
    let all = |part: Part| matches.get_many::<String>(part.option()).into_iter().flatten().cloned().collect();
    Said {
        partner: text(Part::Partner),
        tasks: all(Part::CoreTask),
        profiles: all(Part::Profile),
        chosen: Vec::new(),
        regions: all(Part::Regions),
        adoption: text(Part::Adoption),
        phase: text(Part::Phase),
        id: text(Part::Id),
    }
}
