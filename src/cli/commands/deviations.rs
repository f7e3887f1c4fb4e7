//! `kader deviations`: the register of deviations.

use clap::ArgMatches;

use crate::assess::Ask;
use crate::cli::args::option;
use crate::cli::commands::Command;
use crate::cli::dress::Dress;
use crate::cli::fault::Fault;
use crate::cli::judging;
use crate::cli::targets::{self, Form, Outputs};
use crate::cli::usage::Usage;
use crate::cli::{Context, unread};
use crate::policy::Lang;
use crate::report::deviations::{self, Source};
use crate::report::sheet;
use crate::text::visible;

const NAME: &str = "deviations";
pub(super) const COMMAND: Command = Command { name: NAME, define, run };

const FORMAT: &str = "deviations-format";
const FORMATS: [Form; 3] = [Form::Full, Form::Json, Form::Markdown];
const DUE_WITHIN: &str = "due-within";
/// The sign of days behind a number.
const DAYS: char = 'd';

fn define(lang: Lang) -> clap::Command {
    let command = targets::define(judging::command(NAME, lang).arg(option(lang, DUE_WITHIN)), lang, FORMATS, FORMAT);
    judging::options(command, lang)
}

fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Result<u8, Fault> {
    let named = judging::named(context, matches, NAME)?;
    let outputs = Outputs::read(context.lang, matches, (NAME, FORMAT), &FORMATS)?;
    let due_within = matches.get_one::<String>(DUE_WITHIN).map(|text| days(context.lang, text)).transpose()?;
    // What can be assessed has been read.
    let ask = Ask { outcomes_only: true, ..Ask::default() };
    let mut run = judging::run(context, (named, matches), NAME, ask)?;
    unread::registers(&mut run);
    let lang = context.lang;
    let source = Source { run: &run, lang, due_within, counts: !matches.get_flag(judging::QUIET) };
    judging::tell(context, &run);
    outputs.write(context, judging::status(&run), &|out, form, Dress { color, width }| match form {
        Form::Full => sheet::write(out, &deviations::sheet(&source), (color, width)),
        Form::Json => deviations::json(out, &source),
        Form::Markdown => deviations::markdown(out, &source),
    })
}

/// Reads a number of days: `90d`.
fn days(lang: Lang, text: &str) -> Result<u32, Usage> {
    let number = text.strip_suffix(DAYS).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    number.and_then(|digits| digits.parse().ok()).ok_or_else(|| {
        let args = [("value", visible(text).into_owned().into())];
        Usage::new(lang, NAME, "cli-no-days", &args)
    })
}

#[cfg(test)]
mod tests {
    use super::days;
    use crate::policy::Lang;

    #[test]
    fn a_number_of_days_ends_in_its_sign() {
        assert_eq!([days(Lang::En, "0d").ok(), days(Lang::En, "90d").ok()], [Some(0), Some(90)]);
        for text in ["", "d", "90", "90 d", "-1d", "+1d", "2w", "1.5d", "99999999999d"] {
            assert!(days(Lang::En, text).is_err(), "{text}");
        }
    }
}
