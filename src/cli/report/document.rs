//! An article as it was read, with its title, date and address.

use std::sync::LazyLock;

use regex::Regex;

/// The fields of an input line or row that say something about the article. `headline` is used if
/// there is no `title`.
pub const FIELDS: [&str; 4] = ["date", "title", "headline", "url"];

/// The maximum length of a headline in the text, in bytes.
const HEADLINE: usize = 160;

pub struct Document {
    pub id: String,
    pub text: String,
    /// `2024-03-05`.
    pub date: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
}

impl Document {
    /// `stated` are the values of [`FIELDS`].
    pub fn new(id: String, text: String, stated: [Option<String>; FIELDS.len()]) -> Self {
        let [date, title, headline, url] = stated;
        let stated = date.as_deref().and_then(|date| DATE.find(date)).filter(|found| found.start() == 0);
        let date = stated.or_else(|| DATE.find(&id)).map(|date| date.as_str().to_owned());
        let [title, headline] = [title, headline].map(|title| title.as_deref().and_then(one_line));
        let title =
            title.or(headline).or_else(|| text[..headline_end(&text)?].lines().last().and_then(one_line));
        let url = url.unwrap_or_else(|| id.clone());
        let url = is_web_address(&url).then_some(url);
        Document { id, text, date, title, url }
    }
}

impl AsRef<str> for Document {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])").expect("the expression is valid")
});

/// The words of a title; `None` if it has none.
fn one_line(title: &str) -> Option<String> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// A link to anything else could run a script.
fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The end of the headline: the first line, if it is short, is not a sentence and is followed by
/// other text.
fn headline_end(article: &str) -> Option<usize> {
    let start = article.len() - article.trim_start().len();
    let end = start + article[start..].find('\n')?;
    let line = article[start..end].trim_end();
    let stands_alone = line.len() <= HEADLINE && !line.ends_with(['.', ',', ';']);
    (stands_alone && !article[end..].trim().is_empty()).then_some(end)
}
