//! Faults of files that people write, each with an excerpt of its file.

use std::io::{self, Write};

use miette::{Diagnostic as _, GraphicalReportHandler, GraphicalTheme};

use crate::cli::dress::Dress;
use crate::policy::{FileFault, Lang};
use crate::text::visible;
use crate::texts::Texts;

/// Faults that are shown with an excerpt; further ones take a line each.
const MOST: usize = 50;

/// Writes faults; `text_of` gives the text of a file.
pub(super) fn write(
    out: &mut dyn Write,
    lang: Lang,
    faults: &[FileFault],
    text_of: &dyn Fn(&str) -> Option<String>,
    Dress { color, width }: Dress,
) -> io::Result<()> {
    let texts = Texts::get(lang);
    let (error, tip) = (texts.format("cli-error", &[]), texts.format("cli-tip", &[]));
    let mut theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    theme.characters.error = format!("{error}:");
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    for (index, fault) in faults.iter().enumerate() {
        let text = text_of(&fault.file).filter(|_| index < MOST);
        let mut report = fault.report(lang, text.as_deref());
        let help = report.take_help().map(|help| format!("{tip}: {help}")).unwrap_or_default();
        let mut shown = String::new();
        let handler = handler.clone().with_footer(help.clone());
        if report.source_code().is_some() && handler.render_report(&mut shown, &report).is_ok() {
            writeln!(out, "{}\n", shown.trim_end())?;
            continue;
        }
        writeln!(out, "{error}: {}", visible(&report.to_string()))?;
        if !help.is_empty() {
            writeln!(out, "  {}", visible(&help))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
