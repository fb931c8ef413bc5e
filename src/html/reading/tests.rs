//! Pages of which each reading is the better one, with what must be in the text and what must not.

use super::{FIRST, SECOND, article, read, worth};

/// A sentence of 150 characters about `what`.
fn long(what: &str) -> String {
    format!(
        "The council said on Monday that {what} would be repaired before the winter, and that the work, which was \
         put off twice, would be paid for from the road fund."
    )
}

fn links(count: usize) -> String {
    (0..count)
        .map(|n| format!("<li><a href='/{n}'>More news of the day from town number {n}</a></li>"))
        .collect()
}

fn page(body: &str) -> String {
    format!("<html><head><title>Pier to be repaired</title></head><body>{body}</body></html>")
}

/// The text of the page without markup.
fn text(body: &str) -> String {
    article(&page(body)).map(|article| article.text_content).unwrap_or_default()
}

/// Checks the better reading, and that the other one alone is `worse`.
#[track_caller]
fn check(body: &str, has: &[&str], lacks: &[&str], worse: Option<usize>) {
    let text = text(body);
    if let Some(least) = worse {
        assert_ne!(read(&page(body), least).unwrap().text_content, text);
    }
    for words in has {
        assert!(text.contains(words), "“{words}” is missing: {text}");
    }
    for words in lacks {
        assert!(!text.contains(words), "“{words}” is too much: {text}");
    }
}

#[test]
fn short_news_among_lists_of_links() {
    let body = format!(
        "<div class='menu'><ul>{0}</ul></div><div id='story'><p>{1}</p><p>{2}</p></div><div class='sidebar'><ul>{0}</ul></div>",
        links(20),
        long("the old pier"),
        long("the bridge"),
    );
    check(&body, &["the old pier", "the bridge"], &["More news"], None);
}

#[test]
fn comments_longer_than_the_article() {
    let comments = "<div class='reply'><p>I said this years ago, and nobody in this town would listen, so here we are again, \
                    and it will all be paid for by us.</p></div>"
        .repeat(12);
    let body = format!(
        "<div id='story'><p>{}</p><p>{}</p></div><div id='comments' class='comment-list'>{comments}</div>",
        long("the old pier"),
        long("the bridge"),
    );
    check(&body, &["the old pier", "the bridge"], &["years ago"], Some(SECOND));
}

#[test]
fn a_long_article_of_which_the_first_part_has_another_name() {
    let rest: String = ["the quay", "the lock", "the ferry", "the weir", "the mill", "the road"]
        .map(|what| format!("<p>{}</p>", long(what)))
        .concat();
    let body = format!(
        "<div class='lead'><p>{}</p><p>{}</p></div><div class='extra'>{rest}</div>",
        long("the old pier"),
        long("the bridge")
    );
    check(
        &body,
        &["the quay", "the lock", "the ferry", "the weir", "the mill", "the road"],
        &[],
        Some(FIRST),
    );
}

#[test]
fn an_article_under_a_banner_about_cookies() {
    let rest: String = ["the quay", "the lock", "the ferry", "the weir"]
        .map(|what| format!("<p>{}</p>", long(what)))
        .concat();
    let body = format!(
        "<div id='consent'><p>We and our partners use cookies, small files, to count visits, to remember what you chose, and to show \
         advertising that suits you. You can change your choice at any time on the page about privacy. By reading on, you agree \
         to this, as do we.</p></div><div class='community-news'>{rest}</div>"
    );
    check(&body, &["the quay", "the weir"], &[], Some(FIRST));
}

#[test]
fn a_live_blog() {
    let posts: String = ["the quay", "the lock", "the ferry", "the weir"]
        .map(|what| format!("<div class='post'><h3>10:15</h3><p>{}</p></div>", long(what)))
        .concat();
    check(
        &format!("<ul>{}</ul><div class='live'>{posts}</div>", links(10)),
        &["the quay", "the weir"],
        &["More news"],
        None,
    );
}

#[test]
fn what_a_reading_is_worth() {
    for (content, expected) in [
        ("<p>It is old.</p>", 8),
        ("<p>It is old</p>", -7),
        ("<p>It <a href='/'>is</a> old.</p>", 4),
        ("<ul><li><a href='/'>Home</a></li></ul><p>Go.</p>", -1),
        ("<div class='comment-list'><p>No.</p><div>It is.</div></div><p>Yes.</p>", -4),
        ("<div class='page'><br><img src='a'><p>No.</p></div>", 3),
        ("<p>“No,” she said.<br>Yes", -16),
        ("", 0),
        ("</div></a>", 0),
    ] {
        assert_eq!(worth(content), expected, "{content}");
    }
}
