//! A folder for files: annotation tools want two per article, its text and its annotations. File
//! names are made from the article's id; they are unique and contain no path separators.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The maximum length of a file name in bytes. File systems allow 255, which leaves room for a
/// suffix that makes names unique.
const LONGEST: usize = 200;

/// A folder in which no file is replaced unless that is wanted.
pub struct Place {
    path: PathBuf,
    force: bool,
}

impl Place {
    /// Creates the folder if needed. With `force`, files that are there already are replaced.
    pub fn new(path: &Path, force: bool) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Place { path: path.to_owned(), force })
    }

    /// Creates a file. What has the name already is removed if that is wanted, and otherwise an
    /// error; a link is never followed.
    pub fn create(&self, name: &str) -> io::Result<File> {
        let path = self.path.join(name);
        let create = || OpenOptions::new().write(true).create_new(true).open(&path);
        let created = match create() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.force => {
                fs::remove_file(&path).and_then(|()| create())
            }
            created => created,
        };
        created.map_err(|error| {
            let fix = if error.kind() == ErrorKind::AlreadyExists { "; --force replaces it" } else { "" };
            io::Error::new(error.kind(), format!("`{name}`: {error}{fix}"))
        })
    }

    /// Writes a file. One that has this content already stays.
    pub fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        if !self.force && self.has(name, content) {
            return Ok(());
        }
        self.create(name)?.write_all(content)
    }

    fn has(&self, name: &str, content: &[u8]) -> bool {
        let path = self.path.join(name);
        let mut there = Vec::new();
        fs::symlink_metadata(&path).is_ok_and(|file| file.is_file() && file.len() == content.len() as u64)
            && File::open(&path)
                .and_then(|file| file.take(content.len() as u64 + 1).read_to_end(&mut there))
                .is_ok()
            && there == content
    }
}

pub struct Folder {
    place: Place,
    /// The names in lower case, since some file systems ignore case.
    used: HashSet<String>,
    /// How often a name was wanted.
    counts: HashMap<String, usize>,
}

impl Folder {
    pub fn new(place: Place) -> Self {
        Folder { place, used: HashSet::new(), counts: HashMap::new() }
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
        self.place.write(&format!("{name}.txt"), text.as_bytes())?;
        self.place.write(&format!("{name}.ann"), annotations.as_bytes())
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
        let count = self.counts.entry(name.to_lowercase()).or_default();
        loop {
            *count += 1;
            let free = if *count == 1 { name.clone() } else { format!("{name}-{count}") };
            if self.used.insert(free.to_lowercase()) {
                return free;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_unique() {
        let mut folder = Folder::new(Place { path: PathBuf::new(), force: false });
        let ids = ["../../a", "2024/c", "A b", "a_b", "a_B", "", ".", "Élan", "x", "x-2", "x", "X"];
        let names = ids.map(|id| folder.name(id));
        let wanted =
            ["_.._.._a", "2024_c", "A_b", "a_b-2", "a_B-3", "_", "_.", "Élan", "x", "x-2", "x-3", "X-4"];
        assert_eq!(names, wanted);
        assert!(folder.name(&"é".repeat(500)).len() <= LONGEST);
    }
}
