//! The skeleton of every page (`html`) of the program: one file that needs nothing else, works from a disk, reads without scripts and
//! prints. What differs from page to page is its [`Html`], and what that needs of styles and scripts.

mod escape;
mod markup;

use std::io::{self, Write};

use sha2::{Digest as _, Sha256};

pub use escape::text as escape;
pub use markup::Html;

use crate::policy::Lang;
use crate::texts::Texts;

/// What every page looks like, and how it behaves.
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// How a page lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Upright.
    Portrait,
    /// On its side, for what is wide.
    Landscape,
}

/// A page.
pub struct Page<'a> {
    /// The language of all that stands on it.
    pub lang: Lang,
    /// What it is.
    pub title: &'a str,
    /// What it is about, below the title.
    pub subtitle: &'a str,
    /// Short facts beside the title: a label and a text each.
    pub facts: &'a [(&'a str, String)],
    /// Its parts: the id and the heading of each.
    pub parts: &'a [(String, String)],
    /// How it lies on paper.
    pub paper: Paper,
    /// Styles of its own.
    pub style: &'static str,
    /// What stands in it.
    pub main: Html,
    /// What stands below it, in one sentence each.
    pub notes: &'a [&'a str],
}

impl Page<'_> {
    /// Writes the page.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, out: &mut dyn Write) -> io::Result<()> {
        let texts = Texts::get(self.lang);
        let paper = match self.paper {
            Paper::Portrait => "@page{size:A4 portrait}\n",
            Paper::Landscape => "@page{size:A4 landscape}\n",
        };
        let style = format!("\n{STYLE}{}{paper}", self.style);
        let script = format!("\n{SCRIPT}");
        let mut html = Html::default();
        html.raw("<!DOCTYPE html>\n<html")
            .attr("lang", self.lang.as_str())
            .raw(">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\"").attr("content", &rules(&style, &script)).raw(">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        html.raw("<meta name=\"generator\"").attr("content", concat!("kader ", env!("CARGO_PKG_VERSION"))).raw(">\n");
        html.raw("<title>").text(self.title).text(" – ").text(self.subtitle).raw("</title>\n<style>");
        html.own(&style).raw("</style>\n</head>\n<body>\n");
        html.raw("<a class=\"skip\" href=\"#main\">").text(texts.plain("page-skip")).raw("</a>\n");
        self.header(&mut html, texts);
        html.raw("<main id=\"main\" tabindex=\"-1\">\n").add(&self.main).raw("</main>\n<footer>\n");
        for note in self.notes {
            html.prose_in("p", note).raw("\n");
        }
        let made = texts.format("page-made", &[("version", env!("CARGO_PKG_VERSION").into())]);
        html.raw("<p>").text(&made).raw("</p>\n</footer>\n<script>").own(&script).raw("</script>\n</body>\n</html>\n");
        out.write_all(html.as_str().as_bytes())
    }

    fn header(&self, html: &mut Html, texts: &'static Texts) {
        html.raw("<header>\n<div class=\"head\">\n<h1>").text(self.title).raw("</h1>\n<p class=\"subtitle\">");
        html.text(self.subtitle).raw("</p>\n</div>\n");
        if !self.facts.is_empty() {
            html.raw("<dl class=\"facts\">\n");
            for (label, text) in self.facts {
                html.raw("<div><dt>").text(label).raw("</dt><dd>").text(text).raw("</dd></div>\n");
            }
            html.raw("</dl>\n");
        }
        if self.parts.len() > 1 {
            html.raw("<nav").attr("aria-label", texts.plain("page-parts")).raw(">\n<ul>\n");
            for (id, heading) in self.parts {
                html.raw("<li><a").attr("href", &format!("#{id}")).raw(">").text(heading).raw("</a></li>\n");
            }
            html.raw("</ul>\n</nav>\n");
        }
        html.raw("</header>\n");
    }
}

/// What the page may load and run: its own style and its own script, known by their hashes, and nothing else.
fn rules(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(style)),
        base64(&Sha256::digest(script))
    )
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |bits: u32| char::from(LETTERS[(bits & 63) as usize]);
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            out.push(if at <= three.len() { letter(bits >> (18 - 6 * at)) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Html, Page, Paper, SCRIPT, STYLE, base64};
    use crate::policy::Lang;

    #[test]
    fn bytes_as_letters() {
        let all = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(all, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn a_page_holds_all_that_it_needs() {
        let hostile = "</title><script>alert(1)</script>\u{202E}&\"'";
        let mut main = Html::default();
        main.raw("<p").attr("title", hostile).raw(">").text(hostile).raw("</p>");
        let facts = [(hostile, hostile.to_owned())];
        let parts = [("a".to_owned(), hostile.to_owned()), ("b".to_owned(), hostile.to_owned())];
        let page = Page {
            lang: Lang::Nl,
            title: hostile,
            subtitle: hostile,
            facts: &facts,
            parts: &parts,
            paper: Paper::Landscape,
            style: "p{margin:0}\n",
            main,
            notes: &[hostile],
        };
        let mut out = Vec::new();
        page.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.matches("<script>").count(), 1, "the page's own");
        assert!(!text.contains("alert(1)</script>") && !text.contains('\u{202E}'), "{text}");
        assert!(text.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
        assert!(text.contains("p{margin:0}\n@page{size:A4 landscape}\n</style>"));
        for landmark in ["<header>", "<nav ", "<main ", "<footer>"] {
            assert_eq!(text.matches(landmark).count(), 1, "{landmark}");
        }
    }

    /// The colours of a style by the names of its variables, on paper, in the light and in the dark.
    fn colours(style: &str, scheme: usize) -> Vec<(String, [f64; 3])> {
        let blocks: Vec<&str> = style.split(":root {").skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let light = blocks.first().into_iter().chain(blocks.get(scheme));
        let pairs = light.flat_map(|block| block.split(';')).filter_map(|line| line.trim().split_once(": #"));
        let channel = |hex: &str, at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        pairs.map(|(name, hex)| (name.to_owned(), [0, 2, 4].map(|at| channel(hex, at)))).collect()
    }

    /// How much two colours differ, by the definition of WCAG 2.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let light = |[r, g, b]: [f64; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn text_can_be_read_on_whatever_is_behind_it() {
        let text = [
            ("ink", &["paper", "sheet", "tint", "chosen"][..]),
            ("soft", &["paper", "sheet", "tint"]),
            ("accent", &["paper", "sheet", "tint"]),
            ("paper", &["accent"]),
            ("positive-ink", &["positive"]),
            ("conditional-ink", &["conditional"]),
            ("negative-ink", &["negative", "sheet", "tint"]),
            ("agreed-ink", &["agreed"]),
            ("talking-ink", &["sheet", "tint", "chosen"]),
        ];
        for scheme in 0..3 {
            let all = [STYLE, include_str!("overview/overview.css")].map(|style| colours(style, scheme)).concat();
            // What is said last counts.
            let colour = |name: &str| all.iter().rev().find(|(known, _)| known == &format!("--{name}")).unwrap().1;
            for (name, behind) in text {
                for ground in behind {
                    let ratio = contrast(colour(name), colour(ground));
                    assert!(ratio >= 4.5, "{name} on {ground} in scheme {scheme}: {ratio:.2}");
                }
            }
            for edge in ["strong-line", "focus"] {
                let ratio = contrast(colour(edge), colour("sheet")).min(contrast(colour(edge), colour("paper")));
                assert!(ratio >= 3.0, "{edge} in scheme {scheme}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn nothing_is_loaded() {
        for own in [STYLE, SCRIPT] {
            for word in ["http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "</", "innerHTML", "eval("] {
                assert!(!own.contains(word), "{word}");
            }
        }
    }
}
