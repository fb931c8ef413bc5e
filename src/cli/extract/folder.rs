//! A folder with two files per article: its text and its annotations. File names are made from the
//! article's id; they are unique and contain no path separators.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The maximum length of a file name in bytes. File systems allow 255, which leaves room for a
/// suffix that makes names unique.
const LONGEST: usize = 200;

pub struct Folder {
    path: PathBuf,
    /// The names in lower case, since some file systems ignore case.
    used: HashSet<String>,
}

impl Folder {
    pub fn new(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Folder { path: path.to_owned(), used: HashSet::new() })
    }

    /// A line for [`article`](Folder::article).
    pub fn line(id: &str, text: &str, annotations: &str, out: &mut Vec<u8>) {
        serde_json::to_writer(&mut *out, &(id, text, annotations))
            .expect("serialising to memory cannot fail");
        out.push(b'\n');
    }

    pub fn article(&mut self, line: &[u8]) -> io::Result<()> {
        let (id, text, annotations): (String, String, String) = serde_json::from_slice(line)?;
        let name = self.name(&id);
        fs::write(self.path.join(format!("{name}.txt")), text)?;
        fs::write(self.path.join(format!("{name}.ann")), annotations)
    }

    fn name(&mut self, id: &str) -> String {
        let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
        let mut name: String = id.chars().map(plain).collect();
        while name.len() > LONGEST {
            name.pop();
        }
        if name.is_empty() || name.starts_with('.') {
            name.insert(0, '_');
        }
        let mut free = name.clone();
        let mut n = 1;
        while !self.used.insert(free.to_lowercase()) {
            n += 1;
            free = format!("{name}-{n}");
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_unique() {
        let mut folder = Folder { path: PathBuf::new(), used: HashSet::new() };
        let names = ["../../a", "2024/c", "A b", "a_b", "a_B", "", ".", "Élan"].map(|id| folder.name(id));
        assert_eq!(names, ["_.._.._a", "2024_c", "A_b", "a_b-2", "a_B-3", "_", "_.", "Élan"]);
        assert!(folder.name(&"é".repeat(500)).len() <= LONGEST);
    }
}
