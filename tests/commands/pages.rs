//! HTML pages as input.

use super::*;

const PAGE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry to return | The Tarn Courier</title>
<meta property="article:published_time" content="2024-03-05T08:00:00Z">
<meta property="og:title" content="Ferry to return">
<style>p { color: red }</style><script>var nav = "She said nothing.";</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport, he said</a></li></ul></nav>
<article>
<h1>Ferry to return</h1>
<p>The mayor of Tarn Bridge, <b>Lena Moor</b>, promised on Tuesday to reopen the
   river ferry by May, after two winters without a crossing, and to pay for it from the road fund.</p>
<figure><img src="pier.jpg"><figcaption>The old pier, which she said was a sight, in January.</figcaption></figure>
<p>But the harbour master, Joss Arden, warned that the old pier could collapse under the weight of a full
boat,&nbsp;and that nobody had looked at its piles since the flood &amp; the fire of the year before.</p>
<h2>Costs</h2>
<p>“We will&#8217;ve paid twice,” he said. The council has not said what the work will cost, or who is to do it, but
traders in the lower town, who have waited long, say that they would rather pay than wait.</p>
<ul><li>The first boat leaves at six.</li><li>The last one at ten.</li></ul>
<script>alert("He promised.")</script>
</article>
<footer>Copyright, the editor said.</footer>
</body></html>
"#;

#[test]
#[cfg(feature = "html")]
fn a_page_becomes_its_title_and_paragraphs() {
    let folder = folder("page", &[("ferry.html", PAGE.as_bytes()), ("notes.txt", b"It rained.")]);
    let path = folder.join("ferry.html");
    let output = extract(&["--format", "articles", path.to_str().unwrap()], "");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["id"], "ferry");
    let blocks: Vec<&str> = article["text"].as_str().unwrap().split("\n\n").collect();
    assert_eq!(blocks.len(), 7, "{blocks:#?}");
    assert_eq!(blocks[0], "Ferry to return");
    assert!(
        blocks[1].starts_with("The mayor of Tarn Bridge, Lena Moor, promised on Tuesday to reopen the river")
    );
    assert!(
        blocks[2].contains("a full boat, and that nobody had looked at its piles since the flood & the fire")
    );
    assert_eq!(blocks[3], "Costs");
    assert!(blocks[4].starts_with("“We will’ve paid twice,” he said."));
    assert_eq!(blocks[5..], ["The first boat leaves at six.", "The last one at ten.\n"]);

    let statements = extract(&[path.to_str().unwrap()], "");
    assert!(
        stdout(&statements).contains("\"text\":\"to reopen the river ferry by May"),
        "{}",
        stdout(&statements)
    );

    let of_folder =
        |ext: &str| documents(&extract(&["--sentences", "--ext", ext, folder.to_str().unwrap()], ""));
    assert_eq!(of_folder("html,txt"), ["ferry", "notes"]);
    assert_eq!(of_folder(".html"), ["ferry"]);
    assert_eq!(of_folder("txt"), ["notes"]);

    let report = dictum("report", &[path.to_str().unwrap(), folder.to_str().unwrap()], "");
    assert!(stdout(&report).contains("2024-03-05"), "the page says when it was published");
}

/// A short page without `<article>`.
#[cfg(feature = "html")]
const NOTE: &str = r#"<html><head><title>Short note</title></head><body>
<div class="menu"><a href="/a">Home</a> <a href="/b">World</a></div>
<div id="content"><p>Moor said:<br>“No.”</p>
<blockquote><p>“We will <em>re</em>pay,” she wrote in a letter to the council, which was read out on Monday evening, and then again
by the mayor, who <a href="/c">agreed</a>, twice.</p></blockquote>
<p>The council meets again in May, after the elections, and nobody would say what comes before that.</p>
<aside>Related: he said it all</aside></div>
<div class="comments"><p>Great article, I promise to come back.</p></div></body></html>"#;

#[test]
#[cfg(feature = "html")]
fn a_short_page_is_read_without_its_menu_and_comments() {
    let folder = folder("page-short", &[("a.html", NOTE.as_bytes())]);
    let output = extract(&["--format", "articles", folder.join("a.html").to_str().unwrap()], "");
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let blocks: Vec<&str> = article["text"].as_str().unwrap().split("\n\n").collect();
    assert_eq!(blocks.len(), 4, "{blocks:#?}");
    assert_eq!(blocks[..2], ["Short note", "Moor said: “No.”"]);
    assert!(blocks[2].starts_with("“We will repay,” she wrote"), "{blocks:#?}");
    assert!(blocks[2].ends_with("by the mayor, who agreed, twice."), "{blocks:#?}");
    assert!(blocks[3].starts_with("The council meets again"), "{blocks:#?}");
}

#[test]
#[cfg(feature = "html")]
fn a_page_without_an_article_is_reported_and_the_rest_is_processed() {
    let files: [(&str, &[u8]); 3] =
        [("a.html", b"<html><body></body></html>"), ("b.htm", b"<p> </p>"), ("c.html", PAGE.as_bytes())];
    let folder = folder("page-bad", &files);
    let output = extract(&["--sentences", "--ext", "html,htm", folder.to_str().unwrap()], "");
    assert_eq!((output.status.code(), documents(&output)), (Some(1), vec!["c".to_owned()]));
    let reports: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(reports.len(), 2, "{reports:?}");
    assert!(reports[0].starts_with(&format!("{}: ", folder.join("a.html").display())), "{reports:?}");
    assert!(
        reports[1].starts_with(&format!("{}: no article found", folder.join("b.htm").display())),
        "{reports:?}"
    );
}

#[test]
#[cfg(feature = "html")]
fn a_page_may_have_any_encoding_and_its_metadata_can_be_kept() {
    let page = PAGE
        .replace("Lena Moor", "Lena Müller")
        .replace("<title>", "<meta name=author content='Ida Vann'><title>");
    let windows = page
        .replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"")
        .replace('“', "\u{93}")
        .replace('”', "\u{94}");
    let windows: Vec<u8> = windows.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let folder = folder(
        "page-encodings",
        &[("latin.html", &windows), ("utf16.html", &utf16), ("utf8.html", page.as_bytes())],
    );
    let texts: Vec<serde_json::Value> = ["latin.html", "utf16.html", "utf8.html"]
        .into_iter()
        .map(|name| {
            let path = folder.join(name);
            let output = extract(
                &["--format", "articles", "--keep", "date", "--keep", "author", path.to_str().unwrap()],
                "",
            );
            assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{name}");
            let mut article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            article.as_object_mut().unwrap().remove("id");
            article
        })
        .collect();
    assert!(texts[0]["text"].as_str().unwrap().contains("Lena Müller, promised"));
    assert_eq!(texts[0]["fields"], serde_json::json!({"author": "Ida Vann", "date": "2024-03-05T08:00:00Z"}));
    assert!(texts[0] == texts[2] && texts[1] == texts[2]);
    let piped = extract(&["--format", "articles"], page.as_bytes());
    assert!(stdout(&piped).contains("Lena Müller, promised"), "{}", stdout(&piped));
}

#[test]
#[cfg(not(feature = "html"))]
fn without_html_support_the_feature_is_reported() {
    let folder = folder("page-none", &[("a.html", PAGE.as_bytes())]);
    let output = extract(&[folder.join("a.html").to_str().unwrap()], "");
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("build with the feature `html`"), "{}", stderr(&output));
}
