//! The books in `docs/` and README: their examples show what the program says, their links lead somewhere, and they leave nothing out.
//!
//! A block marked `console` has commands behind `$ ` and below each what it prints, on both streams; `…` stands for what is left out, in a line
//! or for lines. Where nothing stands below a command, it need only run. A status of 2 has to be shown by `echo $?`. All blocks of a page run
//! one after the other in one folder. A block marked `json agreement` is an agreement in which just what the page names is found.
//!
//! Comments say the rest, each on a line of its own before the block:
//!
//! - `<!-- in: fixtures/assess, fixtures/workspaces/land as agreements -->`: a new folder, with copies of these.
//! - `<!-- file: kader.toml -->`: what the next block says is written into that file of the folder.
//! - `<!-- finds: R302 V400 -->`: the codes of what is found in the next agreement, in order.
//! - `<!-- shows: kader overview . -->`: the next block is what this command prints.
//!
//! `KADER_WRITE_DOCS=1` writes what the commands print into the pages, but where something is left out.

mod complete;
mod examples;
mod links;
mod pages;

use pages::{BOOKS, Page, book};

#[test]
fn examples_of_the_readme() {
    examples::hold(vec![Page::read("README.md")], "en");
}

#[test]
fn examples_in_english() {
    examples::hold(book("en"), "en");
}

#[test]
fn examples_in_dutch() {
    examples::hold(book("nl"), "nl");
}

#[test]
fn relative_links_lead_somewhere() {
    let mut pages: Vec<Page> = BOOKS.into_iter().flat_map(book).collect();
    pages.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(Page::read));
    links::lead_somewhere(&pages);
}

#[test]
fn both_books_have_the_same_pages_and_anchors() {
    links::agree(&book(BOOKS[0]), &book(BOOKS[1]));
}

#[test]
fn each_page_stands_once_in_its_summary() {
    for lang in BOOKS {
        links::summary(&book(lang));
    }
}

#[test]
fn the_head_of_a_rule_is_told_key_by_key() {
    BOOKS.into_iter().for_each(complete::head);
}

#[test]
fn the_reference_leaves_nothing_out() {
    BOOKS.into_iter().for_each(complete::reference);
}
