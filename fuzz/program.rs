//! Runs the program on a file.

use std::process::ExitCode;

/// Reads the bytes as a file with this extension: they are read, or what is wrong is reported.
pub fn reads(extension: &str, bytes: &[u8]) {
    let path = std::env::temp_dir().join(format!("dictum-fuzz-{}.{extension}", std::process::id()));
    std::fs::write(&path, bytes).expect("the folder for temporary files can be written");
    let path = path.to_str().expect("the folder has a plain name");
    let names: &[&str] = if extension == "parquet" { &["--id-field", "document", "--text-field", "content"] } else { &[] };
    let arguments = [&["speakers", "--threads", "1", "-o", "/dev/null"], names, &[path]].concat();
    let status = dictum::cli::speakers(arguments.into_iter().map(Into::into));
    assert!(status == ExitCode::SUCCESS || status == ExitCode::from(1), "{status:?}");
}
