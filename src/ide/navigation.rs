//! Navigation: from a name to what it names, and to all that name it; links to evidence; what is the same as under the cursor.

use super::shape::What;
use super::under::{self, Under};
use super::{Neighbour, Scene, Target};
use crate::facts::identity::PartnerIdentity;
use crate::json::{Kind, NodeId};
use crate::model::format::{COVENANT, DEVIATION, DOCUMENT, ENTRY, PARTNER, THROUGH};
use crate::model::keys as k;
use crate::model::landmark::Landmark;
use crate::policy::Code;
use crate::text::Span;

/// A link to something outside of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The text, without its quotes.
    pub span: Span,
    /// Where it leads.
    pub to: To,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// To a web address, as written.
    Web(Box<str>),
    /// To a file, by a path relative to the document, and a part of that file.
    File(Box<str>, Option<Box<str>>),
}

/// What a place in the document names.
enum Named<'t> {
    /// The agreement itself, by its id.
    Itself(&'t str),
    /// Another agreement.
    Agreement(&'t str),
    /// The document's own partner.
    Partner,
    /// Another partner, in the form in which names are compared.
    Other(String),
    /// A rule from which the document deviates; the deviation's object.
    Rule(Code, NodeId),
    /// A place of the document.
    Place(NodeId),
}

/// Where what is named at an offset stands.
#[must_use]
pub fn definition(scene: &Scene<'_>, offset: u32) -> Vec<Target> {
    match named(scene, offset) {
        Some(Named::Itself(_)) => own(scene, Landmark::Id).into_iter().collect(),
        Some(Named::Agreement(id)) => agreements(scene, id),
        Some(Named::Partner) => {
            let general = with_partner(scene, scene.around.neighbours()).filter(|other| other.exports.is_general());
            let mut targets: Vec<Target> = general.filter_map(|other| other.target(Landmark::PartnerName)).collect();
            if targets.is_empty() {
                targets.extend(own(scene, Landmark::PartnerName));
            }
            targets
        }
        Some(Named::Other(key)) => partners(scene, &key),
        Some(Named::Rule(_, entry)) => {
            let at = scene.tree.get(entry, k::PATH).and_then(|node| scene.tree.resolve(scene.tree.string(node)?));
            at.or(scene.tree.root()).map(|node| Target::Here(spot(scene, node))).into_iter().collect()
        }
        Some(Named::Place(node)) => vec![Target::Here(spot(scene, node))],
        None => Vec::new(),
    }
}

/// All that name the same as an offset does; `declaration`: also where it is named first.
#[must_use]
pub fn references(scene: &Scene<'_>, offset: u32, declaration: bool) -> Vec<Target> {
    let Some(named) = named(scene, offset) else { return pointing_here(scene, offset) };
    let mut targets = Vec::new();
    match named {
        Named::Itself(id) | Named::Agreement(id) => {
            if declaration {
                targets.extend(agreements(scene, id));
            }
            targets.extend(naming(scene, id));
        }
        Named::Partner => {
            targets.extend(own(scene, Landmark::PartnerName).filter(|_| declaration));
            targets.extend(same_partner(scene));
            targets.extend(places_of_partner(scene, scene.around.onlookers()));
            let keys = own_identity(scene).map(|own| [own.name_key, own.part_key]);
            let keys: Vec<_> = keys.into_iter().flatten().flatten().collect();
            targets.extend(keys.iter().flat_map(|key| joining(scene, key)));
        }
        Named::Other(key) => {
            if declaration {
                targets.extend(partners(scene, &key));
            }
            targets.extend(joining(scene, &key));
        }
        Named::Rule(code, _) => targets.extend(of_rule(scene, code)),
        Named::Place(node) => targets.extend(pointing_to(scene, node)),
    }
    targets
}

/// What a text under the cursor names.
fn named<'s>(scene: &Scene<'s>, offset: u32) -> Option<Named<'s>> {
    let under = Under::at(scene.tree, offset, scene.policy)?;
    let shape = under.shape;
    if shape.is(&DOCUMENT, k::PARTNER) && under.on_key || is_identity(&under) {
        return Some(Named::Partner);
    }
    let text = scene.tree.string(under.node)?;
    if shape.is(&DOCUMENT, k::ID) {
        return Some(Named::Itself(text));
    }
    if shape.is(&DOCUMENT, k::SUPPLEMENT_OF) || (shape.is(&DOCUMENT, k::REPLACES) && !under.on_key) {
        return Some(Named::Agreement(text));
    }
    if shape.is(&THROUGH, k::NAME) {
        return Some(Named::Other(scene.policy.words().party_key(text))).filter(|_| !text.is_empty());
    }
    if shape.is(&DEVIATION, k::RULE) {
        return Some(Named::Rule(under::rule(scene.policy, text)?, scene.tree.parent(under.node)?));
    }
    if shape.is(&DEVIATION, k::PATH) {
        return scene.tree.resolve(text).map(Named::Place);
    }
    None
}

/// Whether a place says who the partner is.
fn is_identity(under: &Under) -> bool {
    [k::NAME, k::PART_OF, k::OIN, k::KVK].iter().any(|key| under.shape.is(&PARTNER, key))
}

/// The key of a member, else the value.
fn spot(scene: &Scene<'_>, node: NodeId) -> Span {
    scene.tree.key_span(node).unwrap_or_else(|| match scene.tree.kind(node) {
        Kind::Object | Kind::Array => scene.tree.open_span(node),
        _ => scene.tree.span(node),
    })
}

/// Where a landmark of the document itself stands.
fn own(scene: &Scene<'_>, landmark: Landmark) -> Option<Target> {
    let node = scene.tree.resolve(&landmark.pointer())?;
    Some(Target::Here(scene.tree.span(node)))
}

fn own_identity(scene: &Scene<'_>) -> Option<PartnerIdentity> {
    scene.read(|cx| PartnerIdentity::of(&cx.agreement.partner, cx.policy))
}

/// The agreements of an id.
fn agreements(scene: &Scene<'_>, id: &str) -> Vec<Target> {
    let mut targets: Vec<Target> = own(scene, Landmark::Id).filter(|_| own_id(scene) == Some(id)).into_iter().collect();
    let others = scene.around.neighbours();
    targets
        .extend(others.filter(|one| one.exports.id.as_deref() == Some(id)).filter_map(|one| one.target(Landmark::Id)));
    targets
}

pub(super) fn own_id<'s>(scene: &Scene<'s>) -> Option<&'s str> {
    scene.tree.string(scene.tree.get(scene.tree.root()?, k::ID)?)
}

/// Where an id is named as that of another agreement: in this document and in others.
fn naming(scene: &Scene<'_>, id: &str) -> Vec<Target> {
    let mut targets: Vec<Target> = here(scene, id).into_iter().map(Target::Here).collect();
    for other in everyone(scene) {
        targets.extend(landmarks_naming(&other, id).filter_map(|landmark| other.target(landmark)));
    }
    targets
}

/// Where the document itself names an id as that of another agreement.
pub(super) fn here(scene: &Scene<'_>, id: &str) -> Vec<Span> {
    let Some(root) = scene.tree.root() else { return Vec::new() };
    let list = scene.tree.get(root, k::REPLACES).map(|list| scene.tree.items(list)).unwrap_or_default();
    let nodes = scene.tree.get(root, k::SUPPLEMENT_OF).into_iter().chain(list.iter().copied());
    nodes.filter(|node| scene.tree.string(*node) == Some(id)).map(|node| scene.tree.span(node)).collect()
}

/// Where another document names an id as that of another agreement.
pub(super) fn landmarks_naming<'a>(other: &Neighbour<'a>, id: &'a str) -> impl Iterator<Item = Landmark> + 'a {
    let supplement = other.exports.supplement_of.known().is_some_and(|parent| **parent == *id);
    let replaces = other.exports.replaces.iter().filter(move |(_, replaced)| **replaced == *id);
    let supplement = supplement.then_some(Landmark::SupplementOf);
    supplement.into_iter().chain(replaces.map(|(index, _)| Landmark::Replaces(*index)))
}

/// All that may name something in the document.
fn everyone<'s>(scene: &Scene<'s>) -> impl Iterator<Item = Neighbour<'s>> + use<'s> {
    scene.around.neighbours().chain(scene.around.onlookers())
}

/// Those of some documents that are of the same partner.
fn with_partner<'s>(
    scene: &Scene<'s>,
    others: impl Iterator<Item = Neighbour<'s>>,
) -> impl Iterator<Item = Neighbour<'s>> {
    let own = own_identity(scene);
    others.filter(move |other| own.as_ref().is_some_and(|own| own.same(&other.exports.partner)))
}

/// Where the other documents of the same partner name it.
pub(super) fn same_partner(scene: &Scene<'_>) -> Vec<Target> {
    places_of_partner(scene, scene.around.neighbours())
}

fn places_of_partner<'s>(scene: &Scene<'s>, others: impl Iterator<Item = Neighbour<'s>>) -> Vec<Target> {
    let named = |one: Neighbour<'_>| one.target(Landmark::PartnerName).or_else(|| one.any_target());
    with_partner(scene, others).filter_map(named).collect()
}

/// The partners with a name.
fn partners(scene: &Scene<'_>, key: &str) -> Vec<Target> {
    let is = |partner: &PartnerIdentity| {
        !key.is_empty() && [&partner.name_key, &partner.part_key].into_iter().any(|own| own.as_deref() == Some(key))
    };
    let others = scene.around.neighbours().filter(|other| is(&other.exports.partner));
    others.filter_map(|other| other.target(Landmark::PartnerName)).collect()
}

/// Where somebody joins through a partner of a name.
fn joining(scene: &Scene<'_>, key: &str) -> Vec<Target> {
    let words = scene.policy.words();
    let through = |name: &str| !key.is_empty() && words.party_key(name) == key;
    let own = scene.read(|cx| {
        let names = cx.agreement.cooperation.iter().filter_map(|one| one.joining.through_name.pair());
        names.filter(|(name, _)| through(name)).map(|(_, node)| Target::Here(scene.tree.span(node))).collect()
    });
    let mut targets: Vec<Target> = own.unwrap_or_default();
    for other in everyone(scene) {
        let via = other.exports.cooperations.iter().filter(|one| one.via.as_deref().is_some_and(through));
        targets.extend(via.filter_map(|one| other.target(Landmark::Via(one.index))));
    }
    targets
}

/// The findings of a rule, and the deviations from it.
fn of_rule(scene: &Scene<'_>, code: Code) -> Vec<Target> {
    let found = scene.findings.iter().filter(|finding| finding.code == code).filter_map(|finding| finding.range);
    let deviations = deviations(scene).filter_map(|entry| scene.tree.get(entry, k::RULE));
    let is = |node: &NodeId| scene.tree.string(*node).and_then(|word| under::rule(scene.policy, word)) == Some(code);
    let deviations = deviations.filter(is).map(|node| scene.tree.span(node));
    found.map(|range| range.span()).chain(deviations).map(Target::Here).collect()
}

/// The entries of `afwijkingen`.
fn deviations<'s>(scene: &Scene<'s>) -> impl Iterator<Item = NodeId> + use<'s> {
    let list = scene.tree.root().and_then(|root| scene.tree.get(root, k::DEVIATIONS));
    list.map(|list| scene.tree.items(list)).unwrap_or_default().iter().copied()
}

/// The deviations about what is under the cursor.
fn pointing_here(scene: &Scene<'_>, offset: u32) -> Vec<Target> {
    let under = Under::at(scene.tree, offset, scene.policy);
    under.map(|under| pointing_to(scene, under.node)).unwrap_or_default()
}

fn pointing_to(scene: &Scene<'_>, node: NodeId) -> Vec<Target> {
    let paths = deviations(scene).filter_map(|entry| scene.tree.get(entry, k::PATH));
    let leads = |path: &NodeId| scene.tree.string(*path).and_then(|path| scene.tree.resolve(path)) == Some(node);
    paths.filter(leads).map(|path| Target::Here(scene.tree.span(path))).collect()
}

/// The links of a document: its evidence, as far as it is there, and where its covenant can be read.
#[must_use]
pub fn links(scene: &Scene<'_>) -> Vec<Link> {
    let tree = scene.tree;
    let strings = tree.nodes().filter(|node| tree.kind(*node) == Kind::String && !tree.is_bad(*node));
    let linking = strings.filter(|node| {
        let key = tree.key(*node).or_else(|| tree.key(tree.parent(*node)?));
        matches!(key, Some(k::EVIDENCE | k::SOURCE))
    });
    linking.filter_map(|node| link(scene, node)).collect()
}

/// Whether a text is a web address; the case of its scheme does not matter.
fn is_web(text: &str) -> bool {
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

fn link(scene: &Scene<'_>, node: NodeId) -> Option<Link> {
    let shape = super::shape::Shape::of(scene.tree, node, scene.policy);
    let evidence = shape.is(&ENTRY, k::EVIDENCE) && matches!(shape.what, What::Item(_));
    let text = scene.tree.string(node)?;
    let span = scene.tree.span(node);
    let span = Span::new(span.start + 1, span.end.saturating_sub(1));
    if is_web(text) {
        return (evidence || shape.is(&COVENANT, k::SOURCE)).then(|| Link { span, to: To::Web(text.into()) });
    }
    let (path, part) = match text.split_once('#') {
        Some((path, part)) => (path, Some(part.into())),
        None => (text, None),
    };
    let stands = evidence && !path.is_empty() && !path.contains("://") && scene.around.exists(path);
    stands.then(|| Link { span, to: To::File(path.into(), part) })
}

/// Where the document says the same as under the cursor: the same identifier, code or id, or the place that a deviation names.
#[must_use]
pub fn highlights(scene: &Scene<'_>, offset: u32) -> Vec<Span> {
    let Some(under) = Under::at(scene.tree, offset, scene.policy) else { return Vec::new() };
    let mut spans = vec![under.span];
    match named(scene, offset) {
        Some(Named::Place(node)) => spans.push(spot(scene, node)),
        Some(Named::Agreement(id)) => spans.extend(here(scene, id)),
        _ if !under.on_key && !matches!(under.shape.what, What::Unknown) => spans.extend(same(scene, &under)),
        _ => {}
    }
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Other values about the same.
fn same(scene: &Scene<'_>, under: &Under) -> Vec<Span> {
    let tree = scene.tree;
    let (Some(text), Some(topic)) = (tree.string(under.node), under.topic(tree, scene.policy)) else {
        return Vec::new();
    };
    let alike = tree.nodes().filter(|node| tree.string(*node) == Some(text));
    let about = |node: &NodeId| {
        let shape = super::shape::Shape::of(tree, *node, scene.policy);
        under::of_value(shape, text, scene.policy) == Some(topic)
    };
    alike.filter(about).map(|node| tree.span(node)).collect()
}
