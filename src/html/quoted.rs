//! Quotation marks for what HTML marks as a quotation without them, so that the text reads as a
//! browser shows it: `<q>It is safe</q>` becomes “It is safe”; the paragraphs of a `<blockquote>`
//! are put in marks, and its `<cite>` or a message's sender follows after a dash.

const MARKS: [char; 9] = ['“', '”', '"', '«', '»', '„', '‘', '「', '『'];
const DASHES: [char; 4] = ['—', '–', '―', '-'];

/// The marks of a `<q>` that has `depth` others around it.
pub(super) fn marks(depth: usize) -> (char, char) {
    if depth.is_multiple_of(2) { ('“', '”') } else { ('‘', '’') }
}

/// Whether `text` begins with a quotation mark of its own.
pub(super) fn opens(text: &str) -> bool {
    text.starts_with(MARKS)
}

/// Where in a list of blocks a `<cite>` is: the block and the bytes.
#[derive(Clone, Copy)]
pub(super) struct Cite {
    pub block: usize,
    pub start: usize,
    pub end: usize,
}

/// Puts the blocks of a `<blockquote>`, which are those from `first` on, in quotation marks, unless
/// they have some; the cite becomes a block of its own: "— Lena Moor".
pub(super) fn blockquote(blocks: &mut Vec<String>, first: usize, cite: Option<Cite>) {
    while blocks.len() > first && blocks.last().is_some_and(String::is_empty) {
        blocks.pop();
    }
    let mut source = cite.and_then(|cite| take_cite(blocks, first, cite));
    if source.is_none()
        && blocks.len() > first + 1
        && blocks.last().is_some_and(|last| last.starts_with(DASHES))
    {
        // a message: the text in a paragraph, then "— Lena Moor (@moor) March 5, 2024"
        source = blocks.pop();
    }
    let quoted = &mut blocks[first..];
    if !quoted.iter().any(|block| block.contains(MARKS)) {
        quoted.iter_mut().filter(|block| !block.is_empty()).for_each(|block| block.insert(0, '“'));
        if let Some(last) = quoted.last_mut() {
            last.push('”');
        }
    }
    if let Some(source) = source {
        blocks.push(signature(&source));
    }
}

/// "— Lena Moor".
pub(super) fn signature(source: &str) -> String {
    format!("— {}", source.trim_start_matches(DASHES).trim_start())
}

/// Takes the cite out if it ends the quotation: the whole of its last block, or what follows a
/// sentence there. Elsewhere it names a work.
fn take_cite(blocks: &mut Vec<String>, first: usize, cite: Cite) -> Option<String> {
    let last = blocks.len().checked_sub(1).filter(|&last| last >= first && cite.block == last)?;
    let block = &blocks[last];
    if !block[cite.end..].trim_matches(|c: char| c == ')' || c == '.').is_empty() {
        return None;
    }
    let before = block[..cite.start].trim_end();
    let bare = before.trim_end_matches('(').trim_end_matches(DASHES).trim_end();
    let apart = bare.len() < before.len() || bare.ends_with(['.', '!', '?', '…', '”', '"', '’', '»']);
    let own_block = bare.is_empty();
    if !apart && !own_block || own_block && last == first {
        return None;
    }
    let (source, bare) = (block[cite.start..cite.end].trim().to_owned(), bare.to_owned());
    if own_block {
        blocks.pop();
    } else {
        blocks[last] = bare;
    }
    Some(source).filter(|source| !source.is_empty())
}
