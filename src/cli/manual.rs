//! The commands `completions` and `man`: shell completions and manual pages, generated from the
//! argument parser.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Command, Parser};
use clap_complete::Shell;

use super::say::{print, say};

/// Write a shell completion script.
#[derive(Parser)]
#[command(
    name = "completions",
    after_help = "Examples:\n  dictum completions bash > ~/.local/share/bash-completion/completions/dictum\n  \
                  dictum completions zsh > ~/.zfunc/_dictum\n  \
                  dictum completions fish > ~/.config/fish/completions/dictum.fish"
)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

/// Write the program's manual page to the standard output, or a page per command into a folder.
#[derive(Parser)]
#[command(
    name = "man",
    after_help = "Examples:\n  dictum man | man -l -\n  dictum man --folder ~/.local/share/man/man1"
)]
pub struct Man {
    /// Write dictum.1, dictum-extract.1 and so on into this folder, which is created if needed
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Prints the completion script for `program`.
pub fn completions(arguments: &Completions, mut program: Command) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "dictum", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Prints or writes the manual pages of `program`.
pub fn man(arguments: &Man, program: Command) -> ExitCode {
    let mut page = Vec::new();
    let written = match &arguments.folder {
        Some(folder) => std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(program, folder))
            .map_err(|error| format!("{}: {error}", folder.display())),
        None => clap_mangen::Man::new(program).render(&mut page).map_err(|error| error.to_string()),
    };
    match written {
        Ok(()) => print(&String::from_utf8_lossy(&page)),
        Err(message) => {
            say(message);
            ExitCode::from(1)
        }
    }
}
