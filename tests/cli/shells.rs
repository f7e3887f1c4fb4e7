//! What packages put beside the program: manual pages and completions, as their readers take them.

use std::process::{Command, Stdio};

use crate::runner::Folder;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The commands that the help of the program names.
fn commands() -> Vec<String> {
    let help = Folder::new().kader("--help --lang en").run().exits(0).stdout;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
    let names = list.lines().filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Whether a program is there; where it is not, the test says what it leaves out.
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        eprintln!("skipped: {program} is not on this machine");
    }
    found
}

#[test]
fn each_command_has_a_page_in_both_languages() {
    let (folder, commands) = (Folder::new(), commands());
    assert!(commands.len() > 15, "{commands:?}");
    for (lang, heading) in [("en", ".SH DESCRIPTION"), ("nl", ".SH BESCHRIJVING")] {
        let program = folder.kader(&format!("man --lang {lang}")).run().exits(0).stdout;
        assert!(program.contains(".TH KADER 1 ") && program.contains(heading), "{program}");
        for command in &commands {
            let page = folder.kader(&format!("man {command} --lang {lang}")).run().exits(0).stdout;
            assert!(page.contains(&format!(".TH KADER-{} 1 ", command.to_uppercase())), "{page}");
            assert!(page.contains(heading) && page.contains(&format!("\\fBkader {command}\\fR")), "{page}");
            assert!(program.contains(&format!("kader\\-{command}(1)")), "{command}: {program}");
        }
    }
    folder.kader("man policy check --lang en").run().exits(0).prints(".TH KADER-POLICY-CHECK 1 ");
    for names in ["nothing", "policy nothing", "check nothing"] {
        folder.kader(&format!("man {names} --lang en")).run().exits(2).complains("`nothing` is not a value of");
    }
}

#[test]
fn pages_are_clean() {
    if !has("mandoc") {
        return;
    }
    let folder = Folder::new();
    for lang in ["en", "nl"] {
        let nested = ["", "policy check", "config show"];
        for command in commands().iter().map(String::as_str).chain(nested) {
            let page = folder.kader(&format!("man {command} --lang {lang}")).run().exits(0).stdout;
            let file = folder.path().join("page.1");
            std::fs::write(&file, page).unwrap();
            let lint = Command::new("mandoc").args(["-T", "lint"]).arg(&file).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&lint.stdout), "", "{command} {lang}");
        }
    }
}

#[test]
fn each_shell_has_a_script_with_the_commands() {
    for shell in SHELLS {
        let script = Folder::new().kader(&format!("completions {shell} --lang nl")).run().exits(0).silent().stdout;
        for word in ["overview", "fail-on", "never"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let none = Folder::new().kader("completions").run().exits(2);
    assert!(none.stderr.contains("SHELL"), "{}", none.stderr);
}

/// A terminal in which zsh completes a command, the name of an option's value, and is asked to say when it has.
const ZSH: &str = r#"
zmodload zsh/zpty
zpty z TERM=dumb zsh -f -i
zpty -w z "PS1=; autoload -U compinit; compinit -u -D; source ./script; print RE''ADY"
zpty -r -m z seen '*READY*'
zpty -w -n z $'kader che\t--fail-on nev\t'
zpty -r -m z seen '*check*never*'
print -r -- "$seen"
zpty -d z
"#;

#[test]
fn shells_load_their_scripts_and_complete() {
    let asked = [
        ("bash", "source ./script; COMP_WORDS=(kader che); COMP_CWORD=1; _kader kader che kader; echo ${COMPREPLY[@]}"),
        ("fish", "source ./script; complete -C 'kader che'"),
        ("zsh", ZSH),
    ];
    for (shell, command) in asked.into_iter().filter(|(shell, _)| has(shell)) {
        let folder = Folder::new();
        let script = folder.kader(&format!("completions {shell} --lang en")).run().exits(0).stdout;
        std::fs::write(folder.path().join("script"), script).unwrap();
        let mut run = Command::new(shell);
        run.args(["-c", command]).current_dir(folder.path()).env("HOME", folder.path());
        let output = run.output().unwrap();
        let (told, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(told.contains("check") && wrong.is_empty(), "{shell}: {told} {wrong}");
    }
}
