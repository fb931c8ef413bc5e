//! Help, completions and manual pages, tested with the programs that read them.

use super::*;

const COMMANDS: [&str; 9] =
    ["extract", "report", "speakers", "explain", "evaluate", "rules", "schema", "completions", "man"];

#[test]
fn every_command_has_help_with_an_example() {
    let program = run(Command::new(env!("CARGO_BIN_EXE_dictum")).arg("--help"), "");
    for command in COMMANDS {
        assert!(stdout(&program).contains(&format!("\n  {command} ")), "{command}");
        // the examples of `rules` are in the help of its subcommands
        let arguments: &[&str] = if command == "rules" { &["check", "--help"] } else { &["--help"] };
        let help = dictum(command, arguments, "");
        assert_eq!((help.status.code(), stderr(&help)), (Some(0), ""));
        assert!(stdout(&help).contains(&format!("\n  dictum {command} ")), "{}", stdout(&help));
    }
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = dictum("completions", &[shell], "");
        assert_eq!(script.status.code(), Some(0), "{}", stderr(&script));
        assert!(COMMANDS.iter().all(|command| stdout(&script).contains(command)), "{shell}");
    }
}

/// Runs a program if it is installed.
fn if_there(program: &mut Command, input: &[u8]) -> Option<Output> {
    let there = Command::new(program.get_program()).arg("--version").output().is_ok();
    there.then(|| run(program, input))
}

#[test]
fn bash_completes_commands_and_options() {
    let script = dictum("completions", &["bash"], "");
    let ask = |words: &str, current: u32| {
        let ask = format!(
            "{}\nCOMP_WORDS=({words}); COMP_CWORD={current}; _dictum dictum \"${{COMP_WORDS[{current}]}}\" dictum\n\
             echo \"${{COMPREPLY[@]}}\"\n",
            stdout(&script)
        );
        if_there(Command::new("bash").arg("-s"), ask.as_bytes())
    };
    let Some(answer) = ask("dictum ex", 1) else { return };
    assert_eq!((stdout(&answer), stderr(&answer)), ("extract explain\n", ""));
    let answer = ask("dictum extract --keep", 2).unwrap();
    assert_eq!(stdout(&answer), "--keep --keep-all\n");
    let answer = ask("dictum rules s", 2).unwrap();
    assert_eq!(stdout(&answer), "schema show\n");
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = folder("man", &[]);
    let output = dictum("man", &["--folder", folder.to_str().unwrap()], "");
    assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), "", ""));
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    for command in COMMANDS {
        assert!(pages.contains(&format!("dictum-{command}.1")), "{pages:?}");
    }
    assert!(pages.contains(&"dictum-rules-check.1".to_owned()), "{pages:?}");
    assert!(pages.contains(&"dictum.1".to_owned()), "{pages:?}");
    for page in pages {
        let page = fs::read(folder.join(page)).unwrap();
        assert!(page.starts_with(b".ie") && page.windows(4).any(|part| part == b"\n.TH"));
        // groff writes warnings to the standard error
        if let Some(typeset) = if_there(Command::new("groff").args(["-man", "-Tutf8", "-ww"]), &page) {
            assert_eq!((typeset.status.code(), stderr(&typeset)), (Some(0), ""));
            assert!(stdout(&typeset).contains("dictum"), "{}", stdout(&typeset));
        }
    }
    let main = dictum("man", &[], "");
    assert!(stdout(&main).contains("extract") && stdout(&main).contains(".TH dictum 1"), "{}", stdout(&main));
}
