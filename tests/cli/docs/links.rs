//! Links between pages, and what both books must have in common.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::pages::{Page, repository};

/// Where the rules of the program's own policy stand: a page of the books is made of each.
const RULES: [&str; 2] = ["src/packs/engine/rules", "src/packs/netcentrische-samenwerking-2017/rules"];

/// That each relative link names a file of the repository, or a page about a rule, and each anchor stands on its page.
pub(super) fn lead_somewhere(pages: &[Page]) {
    let anchors: BTreeMap<&str, Vec<String>> = pages.iter().map(|page| (&*page.path, page.anchors())).collect();
    let mut broken = Vec::new();
    for page in pages {
        for (line, target) in links(page) {
            if !reached(page, &target, &anchors) {
                broken.push(format!("{}:{line}: {target}", page.path));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere\n{}", broken.join("\n"));
}

fn reached(page: &Page, target: &str, anchors: &BTreeMap<&str, Vec<String>>) -> bool {
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let folder = Path::new(&page.path).parent().unwrap();
    let path = if file.is_empty() { page.path.clone() } else { plain(&folder.join(file)) };
    match anchors.get(&*path) {
        Some(known) => anchor.is_empty() || known.iter().any(|one| one == anchor),
        None => anchor.is_empty() && (repository(&path).exists() || rule(&path)),
    }
}

/// Whether a page of a book is one about a rule: it is made when the book is built.
fn rule(path: &str) -> bool {
    let name = path.strip_suffix(".md").and_then(|path| path.split_once("/src/rules/"));
    name.is_some_and(|(_, code)| RULES.iter().any(|rules| repository(&format!("{rules}/{code}.toml")).exists()))
}

/// The path without `.` and `..`.
fn plain(path: &Path) -> String {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(plain.pop(), "{}", path.display()),
            Component::Normal(name) => plain.push(name),
            _ => {}
        }
    }
    plain.to_str().unwrap().to_owned()
}

/// The links of a page that are relative, with their lines; not what stands in backticks.
fn links(page: &Page) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in page.prose() {
        let text: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
        let targets = text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()));
        found.extend(targets.filter(|target| !target.contains("://")).map(|target| (line, target)));
    }
    found
}

/// That two books have the same pages with the same anchors, all of them named, and the same summary.
pub(super) fn agree(first: &[Page], second: &[Page]) {
    let shape = |pages: &[Page]| -> Vec<(String, Vec<String>)> {
        pages.iter().map(|page| (within(&page.path).to_owned(), page.anchors())).collect()
    };
    assert_eq!(shape(first), shape(second));
    for page in first.iter().chain(second) {
        let headings = page.prose().filter(|(_, line)| line.starts_with("##"));
        let nameless: Vec<_> = headings.filter(|(_, line)| !line.ends_with('}')).collect();
        assert!(nameless.is_empty(), "{}: {nameless:?}", page.path);
    }
    let targets = |pages: &[Page]| -> Vec<String> { listed(pages).into_iter().map(|(_, target)| target).collect() };
    assert_eq!(targets(first), targets(second));
}

/// That each page of a book stands once in its summary, and nothing else does.
pub(super) fn summary(pages: &[Page]) {
    let mut listed: Vec<String> = listed(pages).into_iter().map(|(_, target)| target).collect();
    listed.sort();
    let pages: Vec<&str> = pages.iter().map(|page| within(&page.path)).collect();
    assert_eq!(listed, pages);
}

/// The links of the summary of the book of which these are the pages.
fn listed(pages: &[Page]) -> Vec<(usize, String)> {
    let (book, _) = pages[0].path.split_once("/src/").unwrap();
    links(&Page::read(&format!("{book}/src/SUMMARY.md")))
}

/// The path of a page within its book.
fn within(path: &str) -> &str {
    path.split_once("/src/").unwrap().1
}
