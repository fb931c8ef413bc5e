//! Any page: it is read, or refused with a message.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../pieces.rs"]
mod pieces;

const PIECES: [&str; 64] = [
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<q>", "</q>", "<blockquote>", "</blockquote>", "<br>", "<table>",
    "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<h2>", "<figure>", "<figcaption>", "<script>",
    "</script>", "<style>", "</style>", "<title>", "</title>", "<meta name=\"date\" content=\"2024-03-05\">",
    "<meta charset=\"utf-16\">", "<meta charset=\"windows-1252\">", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",",
    "\"author\":[{\"name\":\"", "\"}]}", "<template>", "</template>", "<svg>", "</svg>", "<math>", "<a href=\"", "\">", "<img src=x>",
    "<pre>", "</pre>", "<b", " class=\"comment\"", " hidden", ">", "<!--", "-->", "&amp;", "&#0;", "&", "\n", "\u{feff}", "\0", "“",
    "é", "The mayor said that the bridge was safe, and that nobody would have to pay for it. ",
    "It rained on the old pier for the whole of the long day, which pleased few of the traders. ", "By Ana Ruiz", "<body>",
];

fuzz_target!(|bytes: &[u8]| {
    let page = pieces::text(bytes, &PIECES);
    for page in [bytes, page.as_bytes()] {
        match dictum::html::read_bytes(page, None) {
            Ok(page) => assert!(!page.text.contains('\0') || !page.text.is_empty()),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
