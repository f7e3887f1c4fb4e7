//! What a new agreement is about: as the options say, and for the rest as a person answers.

use std::io;

use clap::ArgMatches;

use super::given::{Given, usual_phase};
use super::refusal::{self, shown};
use super::words::Words;
use super::{ADOPTION, CORE_TASK, ID, PARTNER, PHASE, PROFILE, REGIONS, missing, target};
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::usage::Usage;
use crate::cli::{Context, FAILED, failures};
use crate::compose::{Bound, Impossible, Wish, id_of, is_id};
use crate::explain::Explainer;
use crate::policy::{Is, Policy, Region, Term, Vocab};
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
        let given = Given::read(Words { asked: false, ..self.words() }, self.matches)?;
        if let Some(path) = target::known(self.matches, given.id.as_deref()) {
            target::is_free(self.context, &path)?;
        }
        let mut wish = given.wish(self.policy);
        if given.partner.is_none() {
            wish.partner = self.partner(&wish)?;
        }
        let tasks = if given.tasks.is_empty() { self.tasks(&given, &wish)? } else { given.tasks.clone() };
        wish.cooperations = self.profiles(given.pairs(&tasks))?;
        if given.regions.is_none() && self.policy.groups().reach {
            wish.regions = Some(self.regions(&wish)?);
        }
        if given.phase.is_none() {
            wish.phase = self.phase()?;
        }
        if given.adoption.is_none() {
            wish.adoption = self.adoption(&wish)?;
        }
        if given.id.is_none() {
            wish.id = self.id(&wish.partner)?;
        }
        Ok(wish)
    }

    fn words(&self) -> Words<'f> {
        Words { policy: self.policy, lang: self.context.lang, asked: true }
    }

    fn explainer(&self) -> Explainer<'f> {
        Explainer { policy: self.policy, lang: self.context.lang }
    }

    fn say(&self, id: &str, args: &Args<'_>) -> String {
        Texts::get(self.context.lang).format(id, args)
    }

    fn partner(&mut self, wish: &Wish) -> Result<String, Fault> {
        let words = self.words();
        let read = |text: &str| {
            let wish = Wish { partner: text.to_owned(), ..wish.clone() };
            let refused = |impossible| refusal::usage(words, &wish, impossible);
            wish.check_partner(words.policy).map_err(refused).map(|()| text.to_owned())
        };
        self.ask(PARTNER, Vec::new(), "new-ask-partner", &read)
    }

    fn tasks(&mut self, given: &Given, wish: &Wish) -> Result<Vec<Term>, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::CoreTask).collect());
        let known = self.names(&all);
        self.show("new-list-tasks", &[], &all)?;
        let read = |text: &str| {
            let mut tasks = Vec::new();
            for word in split(text) {
                let task = words.term(&all, CORE_TASK, word)?;
                if !tasks.contains(&task) {
                    tasks.push(task);
                }
            }
            if tasks.is_empty() {
                return Err(refusal::usage(words, wish, Impossible::NoTask));
            }
            given.count(words, &tasks)?;
            let pairs = given.pairs(&tasks).into_iter().filter_map(|(task, profile)| Some((task, profile?)));
            let wish = Wish { cooperations: pairs.collect(), ..wish.clone() };
            let refused = |impossible| refusal::usage(words, &wish, impossible);
            wish.check_cooperations(words.policy).map_err(refused).map(|()| tasks)
        };
        self.ask(CORE_TASK, known, "new-ask-tasks", &read)
    }

    /// Each core task with its profile: as given, or the only one that fits, or as a person answers.
    fn profiles(&mut self, pairs: Vec<(Term, Option<Term>)>) -> Result<Vec<(Term, Term)>, Fault> {
        let mut chosen = Vec::new();
        for (task, profile) in pairs {
            let profile = match profile {
                Some(profile) => profile,
                None => self.profile(task)?,
            };
            chosen.push((task, profile));
        }
        Ok(chosen)
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
        let read = |text: &str| words.term(&fitting, PROFILE, text);
        self.ask(PROFILE, known, "new-ask-profile", &read)
    }

    fn regions(&mut self, wish: &Wish) -> Result<Bound, Fault> {
        let words = self.words();
        let all = self.policy.regions().all.to_string();
        let known = words.codes(None).chain([all.clone()]).collect();
        let read = |text: &str| {
            let bound = words.regions(REGIONS, text.split(','))?;
            let wish = Wish { regions: Some(bound.clone()), ..wish.clone() };
            let refused = |impossible| refusal::usage(words, &wish, impossible);
            wish.check_adoption(words.policy).map_err(refused).map(|()| bound)
        };
        self.ask_with(REGIONS, known, ("new-ask-regions", &[("all", all.as_str().into())]), &read)
    }

    fn phase(&mut self) -> Result<Term, Fault> {
        let (words, all): (_, Vec<Term>) = (self.words(), self.policy.terms(Vocab::Phase).collect());
        let usual = usual_phase(self.policy);
        if !self.asks && self.policy.is(usual, Is::Exploration) {
            return Ok(usual);
        }
        let known = self.names(&all);
        self.show("new-list-phases", &[], &all)?;
        let read = |text: &str| if text.is_empty() { Ok(usual) } else { words.term(&all, PHASE, text) };
        self.ask(PHASE, known, "new-ask-phase", &read)
    }

    /// The adoption region, where the reach asks for one; none where there need not be one yet and none is named.
    fn adoption(&mut self, wish: &Wish) -> Result<Option<Region>, Fault> {
        let (words, policy) = (self.words(), self.policy);
        let needed = wish.needs_adoption(policy);
        let Some(reach) = wish.reach(policy).filter(|_| self.asks && wish.asks_adoption(policy)) else {
            return Ok(None);
        };
        let list: Vec<String> = match &wish.regions {
            Some(Bound::These(some)) => some.iter().map(|region| shown(words, *region)).collect(),
            _ => policy.regions().rows.iter().map(|row| format!("{} ({})", row.code, row.name)).collect(),
        };
        let told = self.say("new-list-adoption", &[("list", list.join(", ").into())]);
        let _ = writeln!(self.context.err, "{told}");
        let read = |text: &str| {
            if text.is_empty() {
                let refused = || refusal::usage(words, wish, Impossible::AdoptionMissing(reach));
                return if needed { Err(refused()) } else { Ok(None) };
            }
            let adoption = Some(words.region(ADOPTION, text, wish.regions.as_ref())?);
            let wish = Wish { adoption, ..wish.clone() };
            let refused = |impossible| refusal::usage(words, &wish, impossible);
            wish.check_adoption(policy).map_err(refused).map(|()| adoption)
        };
        let question = if needed { "new-ask-adoption" } else { "new-ask-adoption-later" };
        self.ask(ADOPTION, Vec::new(), question, &read)
    }

    fn id(&mut self, partner: &str) -> Result<String, Fault> {
        let (words, usual) = (self.words(), id_of(partner));
        if !self.asks {
            let args = [("name", visible(partner).into_owned().into()), ("option", format!("--{ID}").into())];
            return usual.ok_or_else(|| words.usage("new-no-id", &args).into());
        }
        let (system, matches) = (self.context.system, self.matches);
        let read = |text: &str| {
            let id = match (text, &usual) {
                ("", Some(usual)) => usual.clone(),
                ("", None) => return Err(words.usage("new-answer-missing", &[])),
                (text, _) if is_id(text) => text.to_owned(),
                (text, _) => return Err(words.usage("new-bad-id", &[("id", visible(text).into_owned().into())])),
            };
            // Where the file's name hangs on the id, another id is the way out.
            let path = target::known(matches, Some(&id)).filter(|path| system.exists(path));
            let taken = path.map(|path| visible(&path.to_string_lossy()).into_owned());
            taken.map_or(Ok(id), |path| Err(words.usage("new-id-taken", &[("path", path.into())])))
        };
        match &usual {
            Some(usual) => self.ask_with(ID, Vec::new(), ("new-ask-id", &[("id", usual.as_str().into())]), &read),
            None => self.ask(ID, Vec::new(), "new-ask-own-id", &read),
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
        option: &str,
        known: Vec<String>,
        question: &str,
        read: &dyn Fn(&str) -> Result<T, Usage>,
    ) -> Result<T, Fault> {
        self.ask_with(option, known, (question, &[]), read)
    }

    /// Asks until an answer can be; what is refused is asked for again, with the reason. Where nobody can be asked, the option is missing.
    fn ask_with<T>(
        &mut self,
        option: &str,
        known: Vec<String>,
        (question, args): (&str, &Args<'_>),
        read: &dyn Fn(&str) -> Result<T, Usage>,
    ) -> Result<T, Fault> {
        let (lang, words) = (self.context.lang, self.words());
        if !self.asks {
            return Err(missing(lang, option, known).into());
        }
        let question = self.say(question, args);
        loop {
            let asked = write!(self.context.err, "{question} ").and_then(|()| self.context.err.flush());
            asked.map_err(|error| Fault::Output { error, status: FAILED })?;
            let line = self.context.system.read_line(LIMIT);
            let why = |error: &io::Error| failures::reason(lang, error.kind(), &error.to_string());
            let line = line.map_err(|error| Fault::Named { name: super::STANDARD.to_owned(), why: why(&error) })?;
            let Some(line) = line else { return Err(missing(lang, option, known).into()) };
            // What could not be read must not come into the document as something else.
            let readable = !line.contains(char::REPLACEMENT_CHARACTER);
            let answer = if readable { read(line.trim()) } else { Err(words.usage("new-answer-not-utf8", &[])) };
            match answer {
                Ok(answer) => return Ok(answer),
                Err(usage) => {
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
