//! What there is to tell about a key, an identifier, a code: named by something small, and told when somebody looks.

use crate::explain::{Explainer, Subject};
use crate::model::format::{Kind, OBJECTS, Required};
use crate::policy::vocabulary::{Term, Vocab};
use crate::policy::{Code, Lang, Policy, Precondition, Region};
use crate::report::markdown;
use crate::report::sheet::{Block, Sheet};
use crate::structure::describe::Described;
use crate::structure::schema::Describe as _;
use crate::texts::Texts;

/// Something that can be told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A key of an object of the format, both by name.
    Field(&'static str, &'static str),
    /// An identifier of the vocabulary.
    Term(Term),
    /// A precondition.
    Precondition(Precondition),
    /// A part of a precondition, by its index.
    Part(Precondition, usize),
    /// A territorial unit.
    Region(Region),
    /// A rule.
    Rule(Code),
    /// The policy itself.
    Policy,
}

impl Topic {
    /// The topic as a short text, such as `field:partner:naam`, from which [`Topic::read`] gets it back under the same policy.
    #[must_use]
    pub fn write(&self, policy: &Policy) -> String {
        match self {
            Self::Field(object, key) => format!("field:{object}:{key}"),
            Self::Term(term) => format!("term:{}:{}", term.vocab.as_str(), policy.name(*term)),
            Self::Precondition(precondition) => format!("precondition:{}", policy.precondition_row(*precondition).id),
            Self::Part(precondition, part) => format!("part:{}:{part}", policy.precondition_row(*precondition).id),
            Self::Region(region) => format!("unit:{}", policy.region_row(*region).code),
            Self::Rule(code) => format!("rule:{code}"),
            Self::Policy => "policy:".to_owned(),
        }
    }

    /// Reads what [`Topic::write`] wrote; `None` where the policy knows no such thing.
    #[must_use]
    pub fn read(policy: &Policy, text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once(':')?;
        let pair = || rest.split_once(':');
        match kind {
            "field" => {
                let (object, key) = pair()?;
                let object = OBJECTS.iter().find(|known| known.name == object)?;
                object.field(key).map(|(_, field)| Self::Field(object.name, field.key))
            }
            "term" => {
                let (list, id) = pair()?;
                let vocab = Vocab::ALL.into_iter().find(|vocab| vocab.as_str() == list)?;
                policy.term(vocab, id).map(Self::Term)
            }
            "precondition" => policy.precondition(rest).map(Self::Precondition),
            "part" => {
                let (id, part) = pair()?;
                let (precondition, part) = (policy.precondition(id)?, part.parse().ok()?);
                policy.precondition_row(precondition).parts.get(part).map(|_| Self::Part(precondition, part))
            }
            "unit" => policy.region(rest).map(Self::Region),
            "rule" => policy.rules().find(|rule| rule.code.as_str() == rest).map(|rule| Self::Rule(rule.code)),
            "policy" => Some(Self::Policy),
            _ => None,
        }
    }
}

/// What there is to tell, as Markdown: what it means, what the policy's tables say, and where that stands.
#[must_use]
pub fn documentation(topic: &Topic, policy: &Policy, lang: Lang) -> String {
    let explainer = Explainer { policy, lang };
    let page = match topic {
        Topic::Field(object, key) => field(object, key, policy, lang),
        Topic::Term(term) => explainer.brief(Subject::Term(*term)),
        Topic::Precondition(precondition) => explainer.brief(Subject::Precondition(*precondition)),
        Topic::Part(precondition, part) => explainer.brief(Subject::Part(*precondition, *part)),
        Topic::Region(region) => explainer.brief(Subject::Region(*region)),
        Topic::Rule(code) => explainer.brief(Subject::Rule(*code)),
        Topic::Policy => about_policy(policy, lang),
    };
    markdown::brief(&page)
}

/// A key: what it means, when it is required, and what may stand there.
fn field(object: &str, key: &str, policy: &Policy, lang: Lang) -> Sheet {
    let texts = Texts::get(lang);
    let described = Described { policy, lang };
    let known = OBJECTS.iter().find(|known| known.name == object).and_then(|known| known.field(key));
    let mut blocks: Vec<Block> =
        described.field(object, key).map(|about| Block::Text(about.description)).into_iter().collect();
    if let Some((_, field)) = known {
        let required = required(field.required).map(|when| texts.format("ide-required", &[("when", when.into())]));
        blocks.extend(required.map(Block::Text));
        blocks.extend(values(&described, field.kind, texts));
    }
    Sheet { title: format!("`{key}`"), subtitle: String::new(), blocks }
}

fn required(required: Required) -> Option<&'static str> {
    match required {
        Required::Always => Some("always"),
        Required::Never => None,
        Required::InGeneral => Some("in-general"),
        Required::FromElaboration => Some("from-elaboration"),
    }
}

/// The identifiers from which a key takes its value.
fn values(described: &Described<'_>, kind: Kind, texts: &'static Texts) -> Option<Block> {
    let vocab = match kind {
        Kind::Term(vocab) | Kind::Terms(vocab, _) => vocab,
        Kind::Preconditions => Vocab::Dimension,
        Kind::Principles => Vocab::Principle,
        _ => return None,
    };
    let lines: Vec<String> = described.vocab(vocab)?.description.lines().map(str::to_owned).collect();
    Some(Block::List(texts.format("ide-values", &[]), lines))
}

fn about_policy(policy: &Policy, lang: Lang) -> Sheet {
    let texts = Texts::get(lang);
    let mut facts = vec![(texts.format("ide-policy-version", &[]), policy.version().to_owned())];
    facts.extend(policy.in_force().map(|day| (texts.format("ide-policy-in-force", &[]), day.to_string())));
    Sheet {
        title: format!("`{}`", policy.id()),
        subtitle: policy.title(lang).to_owned(),
        blocks: vec![Block::Facts(facts)],
    }
}
