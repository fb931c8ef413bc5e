//! The lines of data files.

/// The lines of a data file without comments and blank ones.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(without_comment).filter(|line| !line.is_empty())
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim_ascii()
}
