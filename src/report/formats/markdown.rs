//! `markdown`: the report of a check for people who read no code, for a document of their own or beside a change that they look at.

use std::io::{self, Write};

use crate::policy::Level;
use crate::report::assess::capital;
use crate::report::dossier::card::{Accepts, Card, Note};
use crate::report::dossier::document::Document;
use crate::report::dossier::excerpts::{Places, See};
use crate::report::dossier::{Dossier, Partner, said};
use crate::report::excerpt::Excerpt;
use crate::report::formats::{Failures, Format};
use crate::report::markdown::{escape, fenced, head, opening, prose, row};
use crate::report::paint::Paint;
use crate::report::source::Source;
use crate::report::undone::list;

/// The format.
pub const FORMAT: Format = Format { failures: Failures::Named, has_outcomes: true, ..Format::new("markdown", write) };

/// Every block ends with an empty line.
fn write(out: &mut dyn Write, source: &Source<'_>) -> io::Result<()> {
    let dossier = Dossier::of(source);
    let mut page = Page { text: String::new(), dossier: &dossier };
    page.summary();
    if !dossier.undone.is_empty() {
        page.put(&format!("## {}", escape(&dossier.heading("failed"))));
        page.put(&list(&dossier.undone));
    }
    if dossier.partners.len() > 1 {
        page.partners();
    }
    for partner in &dossier.partners {
        page.partner(partner)?;
    }
    if dossier.documents().any(|document| document.assessed.is_some()) {
        page.put(&escape(&source.say("overview-about-outcome", &[])));
    }
    writeln!(out, "{}", page.text.trim_end())
}

/// A page that is being written.
struct Page<'d> {
    text: String,
    dossier: &'d Dossier<'d>,
}

impl Page<'_> {
    /// A block, and the empty line behind it.
    fn put(&mut self, block: &str) {
        self.text.push_str(block.trim_end());
        self.text.push_str("\n\n");
    }

    fn summary(&mut self) {
        let (dossier, source) = (self.dossier, self.dossier.source);
        self.put(&format!("# {}", escape(&source.say("dossier-title", &[]))));
        let day = source.say("dossier-as-of", &[("day", source.run.rulebooks.as_of.to_string().into())]);
        let judged = source.say("dossier-judged", &[("policies", dossier.policies().into())]);
        self.put(&format!("{} {}", escape(&day), escape(&judged)));
        let levels = dossier.tally.by_level().filter(|(_, count)| *count > 0);
        let levels: Vec<String> = levels.map(|(level, count)| source.levelled(level, count)).collect();
        let levels = if levels.is_empty() { String::new() } else { format!(": {}", levels.join(", ")) };
        self.put(&format!("**{}**{}.", escape(&dossier.found()), escape(&levels)));
        for (label, text) in dossier.left() {
            self.put(&format!("{}: {}.", escape(&capital(&label)), prose(&text)));
        }
        if !dossier.actors.0.is_empty() {
            self.put(&format!("## {}", escape(&dossier.heading("actors"))));
            let columns = ["actor"].into_iter().chain(Level::ALL.map(Level::as_str)).chain(["all"]);
            let mut table = head(&columns.map(|column| escape(&dossier.column(column))).collect::<Vec<_>>());
            for (actor, tally) in &dossier.actors.0 {
                let counts = tally.levels.iter().copied().chain([tally.findings()]).map(|count| count.to_string());
                table.push_str(&row(&[escape(actor)].into_iter().chain(counts).collect::<Vec<_>>()));
            }
            self.put(&table);
        }
        let ends = dossier.ends();
        if !ends.is_empty() {
            self.put(&format!("## {}", escape(&dossier.heading("accepted"))));
            self.items(ends.iter().map(|end| escape(end)));
        }
    }

    /// A list; nothing where it is empty.
    fn items(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
        if !items.is_empty() {
            self.put(&items.join("\n"));
        }
    }

    fn partners(&mut self) {
        let dossier = self.dossier;
        self.put(&format!("## {}", escape(&dossier.heading("partners"))));
        let columns = ["partner", "documents", "error", "warning", "info", "hint", "accepted"];
        let mut table = head(&columns.map(|column| escape(&dossier.column(column))));
        for partner in &dossier.partners {
            let tally = partner.tally;
            let counts = [tally.documents].into_iter().chain(tally.levels).chain([tally.accepted]);
            let counts = counts.map(|count| count.to_string());
            table.push_str(&row(&[escape(&dossier.name(partner))].into_iter().chain(counts).collect::<Vec<_>>()));
        }
        self.put(&table);
    }

    fn partner(&mut self, partner: &Partner) -> io::Result<()> {
        self.put(&format!("## {}", escape(&self.dossier.name(partner))));
        partner.documents.iter().try_for_each(|document| self.document(document))
    }

    fn document(&mut self, document: &Document) -> io::Result<()> {
        let source = self.dossier.source;
        self.put(&format!("### {}", escape(&document.path)));
        let counted = document.counted(source);
        if !counted.is_empty() {
            self.put(&format!("{}.", escape(&capital(&counted))));
        }
        if let Some(assessed) = &document.assessed {
            assessed.remarks.iter().for_each(|remark| self.put(&opening(remark)));
            let label = capital(&source.say("assess-outcome", &[]));
            let outcomes = assessed.parts.iter().map(|part| {
                let said = said(part).map(|remark| prose(&remark)).collect::<Vec<_>>().join(" ");
                let outcome = format!("{}. {}: **{}**.", escape(&part.name), escape(&label), escape(&part.outcome));
                format!("{outcome} {said}").trim_end().to_owned()
            });
            self.items(outcomes);
        }
        document.remarks.iter().for_each(|remark| self.put(&opening(remark)));
        document.cards.iter().try_for_each(|card| self.card(card))?;
        document.accepts.iter().for_each(|accepts| self.accepts(accepts));
        Ok(())
    }

    fn card(&mut self, card: &Card) -> io::Result<()> {
        let source = self.dossier.source;
        let level = capital(&source.say("level", &[("level", card.level.as_str().into())]));
        self.put(&format!("#### {}: {} ({})", escape(&level), escape(&card.title), card.code));
        for finding in &card.findings {
            self.put(&opening(&finding.message));
            finding.places.iter().try_for_each(|places| self.places(places))?;
            self.notes(&card.own_notes(finding, source));
        }
        if card.findings.len() > 1 {
            self.put(&escape(&source.count("dossier-together", card.findings.len())));
        }
        card.places.iter().try_for_each(|places| self.places(places))?;
        self.notes(&card.notes(source));
        Ok(())
    }

    /// What is said below a finding, or once for several.
    fn notes(&mut self, notes: &[Note<'_>]) {
        let dossier = self.dossier;
        let note = |(id, texts, mind): &Note<'_>| {
            let label = escape(&dossier.label(id));
            let mind = escape(mind);
            match texts {
                [text] => format!("**{label}**: {} {mind}", prose(text)).trim_end().to_owned(),
                several => {
                    let several: Vec<String> = several.iter().map(|text| format!("\n  - {}", prose(text))).collect();
                    format!("**{label}**: {mind}{}", several.concat())
                }
            }
        };
        self.items(notes.iter().map(note));
    }

    /// The lines that a finding is about, and places that explain it: what stands in the finding's own document is said in its lines.
    fn places(&mut self, places: &Places) -> io::Result<()> {
        let source = self.dossier.source;
        if let Some(own) = &places.own {
            self.excerpt(own)?;
        }
        if places.lost {
            self.put(&format!("{}.", escape(&capital(&source.say("note-no-excerpt", &[])))));
        }
        for see in &places.see {
            if see.path.is_some() || see.line.is_none() || places.own.is_none() {
                self.see(see)?;
            }
        }
        if places.more > 0 {
            self.put(&format!("{}.", escape(&capital(&source.count("note-see-more", places.more)))));
        }
        Ok(())
    }

    fn see(&mut self, see: &See) -> io::Result<()> {
        let line = see.line.map(|line| self.dossier.source.say("dossier-line", &[("line", i64::from(line).into())]));
        let place: Vec<String> = see.path.clone().into_iter().chain(line).map(|part| escape(&part)).collect();
        let label = self.dossier.label("see");
        let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join(", ")) };
        self.put(&format!("**{}**{place}: {}.", escape(&label), prose(&see.label)));
        see.excerpt.iter().try_for_each(|excerpt| self.excerpt(excerpt))
    }

    /// The lines as on a terminal, without the bare border above them.
    fn excerpt(&mut self, excerpt: &Excerpt) -> io::Result<()> {
        let mut bytes = Vec::new();
        excerpt.write(&mut Paint::new(&mut bytes, false))?;
        let text = String::from_utf8_lossy(&bytes);
        let bare = text.split_once('\n').filter(|(first, _)| first.trim() == "|");
        let lines = bare.map_or(&*text, |(_, rest)| rest);
        self.put(&fenced(lines));
        Ok(())
    }

    /// What a deviation accepts, why, who approved, and until when.
    fn accepts(&mut self, accepts: &Accepts) {
        let dossier = self.dossier;
        let word = capital(&dossier.source.say("accepted", &[]));
        self.put(&format!("#### {}: {} ({})", escape(&word), escape(&accepts.title), accepts.code));
        accepts.messages.iter().for_each(|message| self.put(&opening(message)));
        let until = dossier.until(accepts);
        let notes =
            [("reason", Some(&accepts.reason)), ("approved", accepts.approved.as_ref()), ("until", Some(&until))];
        let notes = notes.into_iter().filter_map(|(note, text)| Some((note, text?)));
        self.items(notes.map(|(note, text)| format!("**{}**: {}", escape(&dossier.label(note)), escape(text))));
    }
}
