//! Contract: turns input that has to be read as a whole into JSON Lines for a stream: a JSON
//! document with articles, a plain text or a web page on the standard input.

use std::io::{self, BufRead, Read};

use serde_json::value::RawValue;

use super::page;
use super::{Wanted, bounded};
use crate::encoding;
use crate::record::Fields;

/// The id of an article that is not in a file.
const ID: &str = "stdin";

/// The line of a text or of a page.
pub fn line_of_text(bytes: Vec<u8>, is_page: bool, wanted: &Wanted<'_>) -> io::Result<Vec<u8>> {
    let page = if is_page { page::html(&bytes) } else { page::text(bytes) }.map_err(io::Error::other)?;
    let fields = page.metadata();
    let mut members = vec![(wanted.id, ID), (wanted.text, page.text.as_str())];
    members.extend(fields.iter().copied().filter(|(name, _)| *name != wanted.id && *name != wanted.text));
    let members = members.into_iter().map(|(name, value)| format!("{}:{}", json(name), json(value)));
    Ok(format!("{{{}}}\n", members.collect::<Vec<_>>().join(",")).into_bytes())
}

/// The lines of a JSON document: an article; an array of articles, also as the only array in an
/// object; or an object that has articles or their texts by id. An article without an id gets its
/// number; one that makes up the document, `stem`.
pub fn lines_of_json(file: impl Read, stem: &str, wanted: &Wanted<'_>) -> io::Result<Vec<u8>> {
    let bytes = bounded(file, wanted.longest)?;
    let document = encoding::decode(&bytes, None).text;
    let raw: &RawValue = match serde_json::from_str(&document) {
        Ok(raw) => raw,
        // JSON Lines under another name
        Err(_) if first_line_is_object(&document) => return Ok(document.into_owned().into_bytes()),
        Err(error) => return Err(invalid(error.to_string())),
    };
    let mut lines = Vec::new();
    let mut add = |id: &str, article: &str| lines.extend(line(id, article, wanted).into_bytes());
    if let Some(articles) = array(raw.get()) {
        numbered(&articles, &mut add);
        return Ok(lines);
    }
    let object: Fields<'_> = serde_json::from_str(raw.get())
        .map_err(|_| invalid("the JSON is neither an object nor an array of articles".to_owned()))?;
    if object.get(wanted.text).is_some() {
        add(stem, object.json());
        return Ok(lines);
    }
    let arrays: Vec<_> = object.iter().filter_map(|(_, value)| array(value)).collect();
    if let [articles] = &arrays[..] {
        numbered(articles, &mut add);
    } else {
        let is_article = |value: &str| value.starts_with(['{', '"']);
        if object.iter().len() == 0 || !object.iter().all(|(_, value)| is_article(value)) {
            return Err(invalid(format!(
                "the JSON has no articles: an object with the field `{}`, an array of such objects, or an object \
                 with articles by id (--text-field names another field)",
                wanted.text
            )));
        }
        object.iter().for_each(|(id, article)| add(&id, article));
    }
    Ok(lines)
}

fn numbered(articles: &[&RawValue], add: &mut impl FnMut(&str, &str)) {
    for (n, article) in articles.iter().enumerate() {
        add(&(n + 1).to_string(), article.get());
    }
}

fn array(value: &str) -> Option<Vec<&RawValue>> {
    value.starts_with('[').then(|| serde_json::from_str(value).ok()).flatten()
}

/// The line of an article, which is an object or a text; `id` if it has none.
fn line(id: &str, article: &str, wanted: &Wanted<'_>) -> String {
    // JSON has line breaks only between values
    let article = article.replace(['\n', '\r'], " ");
    let id = format!("{}:{}", json(wanted.id), json(id));
    match serde_json::from_str::<Fields<'_>>(&article) {
        Ok(fields) if fields.get(wanted.id).is_some() => format!("{article}\n"),
        Ok(fields) if fields.iter().len() == 0 => format!("{{{id}}}\n"),
        Ok(_) => format!("{{{id},{}\n", article.trim_start().trim_start_matches('{')),
        Err(_) if article.starts_with('"') => format!("{{{id},{}:{article}}}\n", json(wanted.text)),
        // neither an object nor a text: the stream reports it
        Err(_) => format!("{article}\n"),
    }
}

fn first_line_is_object(document: &str) -> bool {
    let first = document.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| serde_json::from_str::<Fields<'_>>(line).is_ok())
}

fn json(text: &str) -> String {
    serde_json::to_string(text).expect("serialising a string cannot fail")
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// What the standard input holds, judging by its first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guess {
    JsonLines,
    Json,
    Html,
    Text,
}

impl Guess {
    /// Looks at what `input` gives first, without taking it.
    pub fn of(input: &mut impl BufRead) -> io::Result<Self> {
        let start = String::from_utf8_lossy(input.fill_buf()?);
        let start = start.trim_start_matches('\u{feff}').trim_start();
        let begins =
            |mark: &str| start.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
        // an array of objects, or an object over several lines
        let array = start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', ']']));
        let open_object = start.strip_prefix('{').is_some_and(|rest| rest.starts_with(['\n', '\r']));
        Ok(if array || open_object {
            Guess::Json
        } else if start.is_empty() || start.lines().any(|line| line.trim_start().starts_with("{\"")) {
            Guess::JsonLines
        } else if ["<!doctype html", "<html", "<?xml"].into_iter().any(begins) {
            Guess::Html
        } else {
            Guess::Text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(document: &str) -> String {
        let wanted = Wanted { id: "id", text: "text", keep: &[], keep_all: false, longest: 1 << 20 };
        match lines_of_json(document.as_bytes(), "file", &wanted) {
            Ok(lines) => String::from_utf8(lines).unwrap(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn articles_are_found_in_every_usual_arrangement() {
        for (document, expected) in [
            (r#"{"text":"a"}"#, "{\"id\":\"file\",\"text\":\"a\"}\n"),
            (r#"{"id":7,"text":"a"}"#, "{\"id\":7,\"text\":\"a\"}\n"),
            (
                "[{\"text\":\"a\"},\n{\"id\":\"x\",\n\"text\":\"b\"}]",
                "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"x\", \"text\":\"b\"}\n",
            ),
            (r#"["a","b"]"#, "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n"),
            (
                r#"{"status":"ok","articles":[{"text":"a","n":1.50}]}"#,
                "{\"id\":\"1\",\"text\":\"a\",\"n\":1.50}\n",
            ),
            (
                r#"{"x":{"text":"a"},"y":"b"}"#,
                "{\"id\":\"x\",\"text\":\"a\"}\n{\"id\":\"y\",\"text\":\"b\"}\n",
            ),
            (
                "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n",
                "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n",
            ),
            ("[{}]", "{\"id\":\"1\"}\n"),
            ("[]", ""),
        ] {
            assert_eq!(lines(document), expected, "{document}");
        }
        for document in ["17", "{}", "{\"a\":1}"] {
            assert!(lines(document).contains("articles"), "{document}: {}", lines(document));
        }
        assert!(lines("{\"a\":").contains("EOF"));
    }

    #[test]
    fn the_standard_input_is_recognised() {
        for (input, expected) in [
            ("{\"id\":\"a\",\"text\":\"b\"}\n", Guess::JsonLines),
            ("wrong\n{\"id\":\"a\"}\n", Guess::JsonLines),
            ("", Guess::JsonLines),
            ("[{\"text\":\"a\"}]", Guess::Json),
            ("{\n  \"text\": \"a\"\n}", Guess::Json),
            ("<!DOCTYPE html>\n<p>x", Guess::Html),
            ("The mayor said no.\n", Guess::Text),
            ("[Tarn Bridge] It rained.", Guess::Text),
        ] {
            assert_eq!(Guess::of(&mut input.as_bytes()).unwrap(), expected, "{input}");
        }
    }
}
