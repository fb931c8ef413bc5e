//! The encoding that a page declares: `<meta charset="latin1">`, `<meta http-equiv="Content-Type"
//! content="text/html; charset=latin1">`, `<?xml version="1.0" encoding="latin1"?>`.

/// How many bytes are searched; the HTML standard demands a declaration in the first 1024.
const SEARCHED: usize = 4096;

/// The name of the encoding that the page declares.
pub(super) fn declared(page: &[u8]) -> Option<String> {
    // what is not ASCII plays no part in a declaration
    let start = page[..page.len().min(SEARCHED)].iter().map(|&byte| byte.to_ascii_lowercase() as char);
    let start: String = start.collect();
    let in_tags = |open: &str, name: &str| {
        let mut tags = start.match_indices(open).filter_map(|(at, _)| start[at..].split('>').next());
        tags.find_map(|tag| value(tag, name))
    };
    in_tags("<meta", "charset").or_else(|| in_tags("<?xml", "encoding"))
}

/// The value after `name=` in a tag.
fn value(tag: &str, name: &str) -> Option<String> {
    let after = tag[tag.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = after.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(value.len());
    Some(value[..end].to_owned()).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn declarations_are_found_in_every_spelling() {
        for page in [
            "<html><head><meta charset=\"windows-1252\">",
            "<meta charset=windows-1252/>",
            "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Windows-1252'>",
            "<?xml version=\"1.0\" encoding=\"windows-1252\"?><html>",
            "<meta name=x content=y><meta charset = 'windows-1252'>",
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), Some("windows-1252"), "{page}");
        }
        for page in ["", "<p>charset=latin1</p>", "<meta name=\"charset\">", "<meta charset=\"\">"] {
            assert_eq!(declared(page.as_bytes()), None, "{page}");
        }
    }
}
