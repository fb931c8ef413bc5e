//! Contract: refuses pages that would take far longer to read than others of their length: the time
//! of a parser grows with the square of the depth of elements and of the number of attributes.
//!
//! The page is only skimmed: an element counts as open until an end tag of any name follows. So
//! elements that end without one are not counted, and the limits are far above real pages.

/// The deepest nesting of elements.
const DEEPEST: usize = 1_000;

/// The most attributes of one tag.
const MOST_ATTRIBUTES: usize = 1_000;

/// The longest page in bytes: its elements take many times as much memory.
const LONGEST: usize = 16 << 20;

/// Elements without an end tag, or whose end tag is often left out.
const OPEN: &[&[u8]] = &[
    b"area",
    b"base",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"hr",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"option",
    b"p",
    b"param",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
];

/// Elements whose content is no markup.
const RAW: &[&[u8]] = &[b"script", b"style", b"textarea", b"title"];

/// Why a page is not read, if it is not.
pub(super) fn refused(page: &str) -> Option<String> {
    if page.len() > LONGEST {
        return Some(format!("the page has {} bytes; the maximum is {LONGEST}", page.len()));
    }
    let page = page.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = memchr::memchr(b'<', &page[at..]) {
        at += found + 1;
        let rest = &page[at..];
        if rest.starts_with(b"!--") {
            at += find(rest, b"-->").unwrap_or(rest.len());
            continue;
        }
        let ends = rest.starts_with(b"/");
        let rest = &rest[usize::from(ends)..];
        let name = &rest[..rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()];
        if name.is_empty() {
            continue;
        }
        let is = |names: &[&[u8]]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if ends {
            depth = depth.saturating_sub(usize::from(!is(OPEN)));
            continue;
        }
        let (length, attributes) = tag(&rest[name.len()..]);
        if attributes > MOST_ATTRIBUTES {
            return Some(format!(
                "a tag has more than {MOST_ATTRIBUTES} attributes, more than any real page"
            ));
        }
        at += name.len() + length;
        if is(RAW) {
            let end = page[at..]
                .windows(2 + name.len())
                .position(|end| end.starts_with(b"</") && end[2..].eq_ignore_ascii_case(name));
            at += end.unwrap_or(page.len() - at);
        }
        depth += usize::from(!is(OPEN) && !page[..at].ends_with(b"/>"));
        if depth > DEEPEST {
            return Some(format!(
                "elements are nested more than {DEEPEST} deep, deeper than in any real page"
            ));
        }
    }
    None
}

/// The length of a tag after its name, up to its end, and about how many attributes it has.
fn tag(rest: &[u8]) -> (usize, usize) {
    let (mut attributes, mut quote, mut apart) = (0, None, true);
    for (i, &byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) => {
                if byte == open {
                    (quote, apart) = (None, true);
                }
            }
            (None, b'>') => return (i + 1, attributes),
            (None, b'"' | b'\'') if i > 0 && rest[i - 1] == b'=' => quote = Some(byte),
            (None, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/') => apart = true,
            _ => {
                attributes += usize::from(apart);
                apart = false;
            }
        }
    }
    (rest.len(), attributes)
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_pages_are_read() {
        let unclosed = "<ul>".to_owned() + &"<li>one<p>two<br><img src=x>".repeat(5_000);
        let many =
            "<div class=\"a b\" id='c'><b>one</b></div><svg/><script>if (a<b) c</script>".repeat(5_000);
        let raw = format!("<style>{}</style><!-- {0} --> 1 <2", "<div>".repeat(5_000));
        for page in [&unclosed, &many, &raw, "", "<", "</", "<a", "<!--", "<script>"] {
            assert_eq!(refused(page), None);
        }
    }

    #[test]
    fn hostile_pages_are_refused() {
        let deep = "<div>".repeat(DEEPEST + 1);
        assert!(refused(&deep).unwrap().contains("deep"));
        let tables = "<TABLE><tr><td>".repeat(DEEPEST + 1);
        assert!(refused(&tables).unwrap().contains("deep"));
        for attribute in ["a{} ", "a{}=1 ", "a{}=\"1\" ", "a{}=''", "a{}/"] {
            let many: String =
                (0..=MOST_ATTRIBUTES).map(|n| attribute.replace("{}", &n.to_string())).collect();
            assert!(refused(&format!("<p {many}>")).unwrap().contains("attributes"), "{attribute}");
        }
        assert!(refused(&" ".repeat(LONGEST + 1)).unwrap().contains("bytes"));
    }
}
