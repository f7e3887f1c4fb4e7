//! What a new agreement is about: as the options say, and for the rest as a person answers.

use clap::ArgMatches;

use super::words::Words;
use super::{ADOPTION, CORE_TASK, ID, PARTNER, PHASE, PROFILE, REGIONS, missing};
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED};
use crate::compose::{Bound, Wish};
use crate::explain::Explainer;
use crate::policy::{Is, Policy, Region, Term, Vocab};
use crate::report::sheet::{self, Block, Sheet};
use crate::system::Stream;
use crate::text::names::slug;
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
    /// Fills it in.
    pub(super) fn fill(mut self) -> Result<Wish, Fault> {
        let partner = self.partner()?;
        let tasks = self.tasks()?;
        let cooperations = self.profiles(&tasks)?;
        let regions = self.regions()?;
        let phase = self.phase()?;
        let mut wish = Wish { id: String::new(), partner, cooperations, regions, adoption: None, phase };
        wish.adoption = self.adoption(&wish)?;
        wish.id = self.id(&wish.partner)?;
        Ok(wish)
    }

    fn words(&self) -> Words<'f> {
        Words { policy: self.policy, lang: self.context.lang }
    }

    fn explainer(&self) -> Explainer<'f> {
        Explainer { policy: self.policy, lang: self.context.lang }
    }

    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.context.lang).format(id, args)
    }

    fn given(&self, option: &str) -> Option<&'f str> {
        self.matches.get_one::<String>(option).map(String::as_str)
    }

    fn given_all(&self, option: &str) -> Vec<&'f str> {
        self.matches.get_many::<String>(option).into_iter().flatten().map(String::as_str).collect()
    }

    fn partner(&mut self) -> Result<String, Fault> {
        if let Some(partner) = self.given(PARTNER) {
            return Ok(partner.trim().to_owned());
        }
        let filled = |text: &str| if text.is_empty() { Err(None) } else { Ok(text.to_owned()) };
        self.ask(PARTNER, Vec::new(), "new-ask-partner", &filled)
    }

    fn tasks(&mut self) -> Result<Vec<Term>, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::CoreTask).collect());
        let given = self.given_all(CORE_TASK);
        if !given.is_empty() {
            let tasks = given.into_iter().map(|word| words.any(Vocab::CoreTask, CORE_TASK, word));
            return Ok(tasks.collect::<Result<_, Usage>>()?);
        }
        let known = self.names(&all);
        self.show("new-list-tasks", &[], &all)?;
        let read = |text: &str| {
            let mut tasks = Vec::new();
            for word in split(text) {
                let task = words.term(&all, CORE_TASK, word).map_err(Some)?;
                if !tasks.contains(&task) {
                    tasks.push(task);
                }
            }
            if tasks.is_empty() { Err(None) } else { Ok(tasks) }
        };
        self.ask(CORE_TASK, known, "new-ask-tasks", &read)
    }

    /// Each core task with its profile: as given in their order, one for all, or the only one that fits.
    fn profiles(&mut self, tasks: &[Term]) -> Result<Vec<(Term, Term)>, Fault> {
        let words = self.words();
        let given = self.given_all(PROFILE);
        let given = given.into_iter().map(|word| words.any(Vocab::Profile, PROFILE, word));
        let given: Vec<Term> = given.collect::<Result<_, Usage>>()?;
        if given.len() > 1 && given.len() != tasks.len() {
            let args = [("tasks", tasks.len().into()), ("profiles", given.len().into())];
            return Err(Usage::new(self.context.lang, super::NAME, "new-profiles-count", &args).into());
        }
        let mut pairs = Vec::new();
        for (at, task) in tasks.iter().enumerate() {
            let profile = match given.get(at).or(given.first().filter(|_| given.len() == 1)) {
                Some(profile) => *profile,
                None => self.profile(*task)?,
            };
            pairs.push((*task, profile));
        }
        Ok(pairs)
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
        let read = |text: &str| words.term(&fitting, PROFILE, text).map_err(Some);
        self.ask(PROFILE, known, "new-ask-profile", &read)
    }

    fn regions(&mut self) -> Result<Option<Bound>, Fault> {
        if !self.policy.groups().reach {
            return Ok(None);
        }
        let words = self.words();
        let given = self.given_all(REGIONS);
        if !given.is_empty() {
            return Ok(Some(words.regions(REGIONS, given)?));
        }
        let all = self.policy.regions().all.to_string();
        let rows = &self.policy.regions().rows;
        let known = rows.iter().map(|row| row.code.to_string()).chain([all.clone()]).collect();
        let read = |text: &str| match words.regions(REGIONS, text.split(',')) {
            Ok(Bound::These(none)) if none.is_empty() => Err(None),
            other => other.map(Some).map_err(Some),
        };
        self.ask_with(REGIONS, known, ("new-ask-regions", &[("all", all.as_str().into())]), &read)
    }

    fn phase(&mut self) -> Result<Term, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::Phase).collect());
        if let Some(word) = self.given(PHASE) {
            return Ok(words.any(Vocab::Phase, PHASE, word)?);
        }
        let usual = self.policy.find(Vocab::Phase, Is::Exploration);
        if !self.asks
            && let Some(usual) = usual
        {
            return Ok(usual);
        }
        let known = self.names(&all);
        self.show("new-list-phases", &[], &all)?;
        let read = |text: &str| match usual {
            Some(usual) if text.is_empty() => Ok(usual),
            _ => words.term(&all, PHASE, text).map_err(Some),
        };
        self.ask(PHASE, known, "new-ask-phase", &read)
    }

    /// The adoption region, where the reach asks for one; none where there need not be one yet and none is named.
    fn adoption(&mut self, wish: &Wish) -> Result<Option<Region>, Fault> {
        let words = self.words();
        if let Some(word) = self.given(ADOPTION) {
            return Ok(Some(words.region(ADOPTION, word)?));
        }
        let asked = wish.regions.as_ref().and_then(|bound| bound.reach(self.policy));
        let asked =
            asked.is_some_and(|reach| self.policy.groups().adoption && self.policy.reach(reach).through_adoption);
        let needed = wish.needs_adoption(self.policy);
        if !asked || !self.asks {
            return Ok(None);
        }
        let read = |text: &str| {
            if text.is_empty() {
                return if needed { Err(None) } else { Ok(None) };
            }
            let region = words.region(ADOPTION, text).map_err(Some)?;
            let among = wish.regions.as_ref().is_some_and(|bound| bound.contains(region));
            let outside = || {
                super::refusal::usage(
                    words.lang,
                    words.policy,
                    wish,
                    crate::compose::Impossible::AdoptionOutside(region),
                )
            };
            if among { Ok(Some(region)) } else { Err(Some(outside())) }
        };
        let question = if needed { "new-ask-adoption" } else { "new-ask-adoption-later" };
        self.ask(ADOPTION, Vec::new(), question, &read)
    }

    fn id(&mut self, partner: &str) -> Result<String, Fault> {
        if let Some(id) = self.given(ID) {
            return Ok(id.to_owned());
        }
        let usual = slug(partner);
        if !self.asks {
            return Ok(usual);
        }
        let lang = self.context.lang;
        let read = |text: &str| match text {
            "" if usual.is_empty() => Err(None),
            "" => Ok(usual.clone()),
            text if slug(text) == text => Ok(text.to_owned()),
            text => {
                let shown = crate::text::visible(text).into_owned();
                Err(Some(Usage::new(lang, super::NAME, "new-bad-id", &[("id", shown.into())])))
            }
        };
        let shown = usual.clone();
        self.ask_with(ID, Vec::new(), ("new-ask-id", &[("id", shown.as_str().into())]), &read)
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
        option: &str,
        known: Vec<String>,
        question: &str,
        read: &dyn Fn(&str) -> Result<T, Option<Usage>>,
    ) -> Result<T, Fault> {
        self.ask_with(option, known, (question, &[]), read)
    }

    /// Asks until an answer can be read; an answer that is refused without words is asked for again. Where nobody can be asked, the option
    /// is missing.
    fn ask_with<T>(
        &mut self,
        option: &str,
        known: Vec<String>,
        (question, args): (&str, &Args<'_>),
        read: &dyn Fn(&str) -> Result<T, Option<Usage>>,
    ) -> Result<T, Fault> {
        let lang = self.context.lang;
        if !self.asks {
            return Err(missing(lang, option, known).into());
        }
        let question = self.say(question, args);
        loop {
            let asked = write!(self.context.err, "{question} ").and_then(|()| self.context.err.flush());
            asked.map_err(|error| Fault::Output { error, status: FAILED })?;
            let line = self.context.system.read_line(LIMIT);
            let line =
                line.map_err(|error| Fault::Named { name: super::STANDARD.to_owned(), why: error.to_string() })?;
            let Some(line) = line else { return Err(missing(lang, option, known).into()) };
            match read(line.trim()) {
                Ok(answer) => return Ok(answer),
                Err(None) => {}
                Err(Some(usage)) => {
                    let _ = writeln!(self.context.err, "{}", usage.line(lang));
                }
            }
        }
    }
}

/// The words of an answer, between commas or spaces.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ']).filter(|word| !word.is_empty())
}
