//! The date and the author that a page states in its metadata: JSON-LD, `<meta>`, `<time>`.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use serde_json::Value;

/// The names under which pages state when they were published, the surest first. JSON-LD comes
/// before them and `<time>` after them.
const DATES: &[&str] = &[
    "datepublished",
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published",
    "article.published",
    "date",
];

/// The names under which pages state who wrote them.
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
];

/// The date and the author of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stated {
    pub date: Option<String>,
    pub author: Option<String>,
}

/// Reads the metadata of a page.
pub(super) fn read(page: &str) -> Stated {
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let Found { date, author, time, .. } = tokenizer.sink.found.into_inner();
    let value = |found: Option<(usize, String)>| found.map(|(_, value)| value);
    Stated { date: value(date).or(time), author: value(author) }
}

#[derive(Default)]
struct Reader {
    found: RefCell<Found>,
}

#[derive(Default)]
struct Found {
    /// The surest value so far, with the rank of its name.
    date: Option<(usize, String)>,
    author: Option<(usize, String)>,
    /// The first `<time datetime>`.
    time: Option<String>,
    /// The text of the open script, if it is JSON-LD.
    script: Option<String>,
}

impl Found {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let attribute = |name: &str| {
            let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.trim()).filter(|value| !value.is_empty())
        };
        match (&*tag.name, tag.kind) {
            ("script", TagKind::StartTag) => {
                let json =
                    attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
                self.script = json.then(String::new);
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            ("style", TagKind::StartTag) => return TokenSinkResult::RawData(RawKind::Rawtext),
            ("script", TagKind::EndTag) => {
                let script = self.script.take().unwrap_or_default();
                if let Ok(json) = serde_json::from_str(&script) {
                    self.linked_data(&json);
                }
            }
            ("meta", TagKind::StartTag) => {
                let names = ["name", "property", "itemprop"].into_iter().filter_map(attribute);
                for name in names.map(str::to_ascii_lowercase) {
                    self.state(&name, attribute("content"));
                }
            }
            ("time", TagKind::StartTag) => {
                let time = attribute("datetime");
                if let Some(property) = attribute("itemprop") {
                    self.state(&property.to_ascii_lowercase(), time);
                }
                if self.time.is_none() {
                    self.time = time.map(str::to_owned);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    /// Takes the value of a name if it is surer than what was found before.
    fn state(&mut self, name: &str, value: Option<&str>) {
        for (names, found) in [(DATES, &mut self.date), (AUTHORS, &mut self.author)] {
            // an author may be given as the address of a profile
            let value = value.filter(|value| !value.contains("://"));
            if let (Some(value), Some(rank)) = (value, names.iter().position(|known| *known == name))
                && found.as_ref().is_none_or(|(best, _)| rank + 1 < *best)
            {
                *found = Some((rank + 1, value.to_owned()));
            }
        }
    }

    /// Takes the first date and author of a JSON-LD graph.
    fn linked_data(&mut self, json: &Value) {
        match json {
            Value::Array(items) => items.iter().for_each(|item| self.linked_data(item)),
            Value::Object(object) => {
                if let Some(Value::String(date)) = object.get("datePublished")
                    && self.date.as_ref().is_none_or(|(rank, _)| *rank > 0)
                {
                    self.date = Some((0, date.clone()));
                    self.author = object
                        .get("author")
                        .map(names)
                        .filter(|names| !names.is_empty())
                        .map(|names| (0, names));
                }
                object.get("@graph").into_iter().for_each(|graph| self.linked_data(graph));
            }
            _ => {}
        }
    }
}

/// The names of the authors in JSON-LD: a string, an object with a name, or an array of these.
fn names(author: &Value) -> String {
    match author {
        Value::String(name) => name.clone(),
        Value::Object(author) => author.get("name").map(names).unwrap_or_default(),
        Value::Array(authors) => authors.iter().map(names).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut found = self.found.borrow_mut();
        match token {
            Token::TagToken(tag) => return found.tag(&tag),
            Token::CharacterTokens(text) => {
                if let Some(script) = &mut found.script {
                    script.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn stated(page: &str) -> (Option<String>, Option<String>) {
        let stated = read(page);
        (stated.date, stated.author)
    }

    #[test]
    fn dates_and_authors_are_found_under_the_usual_names() {
        for page in [
            r#"<meta itemprop="datePublished" content="2024-03-05"><meta name="author" content="Ida Vann">"#,
            r#"<meta property="article:published_time" content="2024-03-05"><meta name="DC.creator" content="Ida Vann">"#,
            r#"<META NAME="pubdate" CONTENT="2024-03-05"><meta property=article:author content="Ida Vann">"#,
            r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},
                {"@type":"NewsArticle","datePublished":"2024-03-05","author":[{"name":"Ida Vann"}]}]}</script>"#,
            r#"<time datetime="2024-03-05">Tuesday</time><meta name="byl" content="Ida Vann">"#,
            r#"<time datetime="2023-01-01">old</time><time itemprop="datePublished" datetime="2024-03-05">Tuesday</time>
                <meta property="article:author" content="https://news.example/ida"><meta name="author" content="Ida Vann">"#,
        ] {
            assert_eq!(stated(page), (Some("2024-03-05".into()), Some("Ida Vann".into())), "{page}");
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is_stated() {
        for page in [
            "",
            "<script>var a = '<meta name=date content=2024-03-05>';</script>",
            "<meta name=date content=''>",
        ] {
            assert_eq!(stated(page), (None, None), "{page}");
        }
    }
}
