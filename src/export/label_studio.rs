//! Contract: writes one Label Studio task per article, with one prediction, and the labelling
//! configuration for these predictions; offsets in characters.

use serde_json::{Value, json};

use super::{Format, Offsets, regions};
use crate::article::Article;
use crate::rules::RuleSet;

/// Names in the configuration to which predictions refer.
const LABELS: &str = "label";
const TEXT: &str = "text";
const KIND: &str = "kind";
const SPEAKER: &str = "speaker";

/// Export to Label Studio: an array of tasks, each with an article as data and its statements as a
/// prediction.
///
/// Each piece of a statement's content is a region labelled with the category; cues and sources are
/// regions labelled `cue` and `source`. Relations lead from the first piece to the cue and the
/// source, to further pieces (`continues`) and to the statement that contains it (`within`). The
/// first piece also has the kind and the speaker's name, which annotators can correct, and the rule
/// in its details.
///
/// Import the file into a project with [`config`](LabelStudio::config) as its labelling interface.
///
/// ```
/// use dictum::{Extractor, RuleSet, export::{Format, LabelStudio}};
///
/// let format = LabelStudio::new(&RuleSet::built_in());
/// assert!(format.config().contains("<Label value=\"caution\""));
///
/// let article = Extractor::default().extract("“Ça va,” said Moor.");
/// let mut task = Vec::new();
/// format.article("a17", &article, &mut task);
/// let task: serde_json::Value = serde_json::from_slice(&task)?;
/// let value = &task["predictions"][0]["result"][0]["value"];
/// assert_eq!((&value["start"], &value["end"], &value["text"]), (&0.into(), &8.into(), &"“Ça va,”".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct LabelStudio {
    categories: Vec<String>,
}

/// The Okabe-Ito palette, which is safe for colour-blind readers.
const COLOURS: [&str; 8] =
    ["#e69f00", "#009e73", "#56b4e9", "#cc79a7", "#0072b2", "#d55e00", "#f0e442", "#999999"];

impl LabelStudio {
    /// An exporter for articles whose statements were categorised by `rules`.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        LabelStudio { categories: rules.categories().map(|(name, _)| name.to_owned()).collect() }
    }

    /// The labelling configuration: the labels, the relations, and fields for the kind and speaker
    /// of a statement.
    #[must_use]
    pub fn config(&self) -> String {
        let label = |name: &str, colour: &str| {
            format!("    <Label value=\"{}\" background=\"{colour}\"/>\n", escaped(name))
        };
        let mut labels = String::new();
        for (name, colour) in self.categories.iter().zip(COLOURS.into_iter().cycle()) {
            labels += &label(name, colour);
        }
        labels += &label(regions::CUE, "#bbbbbb");
        labels += &label(regions::SOURCE, "#dddddd");
        let mut relations = String::new();
        for name in regions::LINKS {
            relations += &format!("    <Relation value=\"{name}\"/>\n");
        }
        format!(
            "<View>\n  <Relations>\n{relations}  </Relations>\n  <Labels name=\"{LABELS}\" toName=\"{TEXT}\">\n{labels}  </Labels>\n  \
             <Text name=\"{TEXT}\" value=\"$text\" granularity=\"word\"/>\n  \
             <Choices name=\"{KIND}\" toName=\"{TEXT}\" perRegion=\"true\" choice=\"single\">\n    \
             <Choice value=\"direct\"/>\n    <Choice value=\"indirect\"/>\n    <Choice value=\"mixed\"/>\n  </Choices>\n  \
             <TextArea name=\"{SPEAKER}\" toName=\"{TEXT}\" perRegion=\"true\" maxSubmissions=\"1\" editable=\"true\" \
             placeholder=\"who says it\"/>\n</View>\n"
        )
    }
}

impl Format for LabelStudio {
    fn opening(&self) -> String {
        "[\n".to_owned()
    }

    fn article(&self, id: &str, article: &Article<'_>, out: &mut Vec<u8>) {
        let offsets = Offsets::new(article.text());
        let (regions, links) = regions::of(article);
        let name = |region: usize| format!("r{region}");
        let mut result = Vec::with_capacity(regions.len() + links.len());
        for (n, region) in regions.iter().enumerate() {
            let place = offsets.characters_of(region.span);
            let on = |control: &str, kind: &str, field: &str, value: Value| {
                let mut on = json!({"id": name(n), "from_name": control, "to_name": TEXT, "type": kind});
                on["value"] = json!({"start": place.start, "end": place.end});
                on["value"][field] = value;
                on
            };
            let statement = region.statement;
            let mut labelled = on(LABELS, "labels", "labels", json!([region.label]));
            labelled["value"]["text"] = region.span.of(article.text()).into();
            labelled["score"] = hundredths(statement.confidence());
            if region.head
                && let Some(rule) = statement.evidence().rule()
            {
                labelled["meta"] = json!({"text": [rule]});
            }
            result.push(labelled);
            if region.head {
                result.push(on(KIND, "choices", "choices", json!([statement.kind().as_str()])));
                if let Some(speaker) = statement.speaker() {
                    result.push(on(SPEAKER, "textarea", "text", json!([speaker.name()])));
                }
            }
        }
        result.extend(links.iter().map(|link| {
            json!({"type": "relation", "from_id": name(link.from), "to_id": name(link.to),
                "direction": "right", "labels": [link.name]})
        }));
        let prediction =
            json!({"model_version": concat!("dictum ", env!("CARGO_PKG_VERSION")), "result": result});
        super::json(
            &json!({"data": {"document": id, "text": article.text()}, "predictions": [prediction]}),
            out,
        );
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self) -> String {
        "\n]\n".to_owned()
    }

    fn companions(&self) -> Vec<(&'static str, String)> {
        vec![("config.xml", self.config())]
    }
}

/// A number rounded to hundredths, as in records.
fn hundredths(share: f32) -> Value {
    json!((f64::from(share) * 100.0).round() / 100.0)
}

/// Escapes text for an XML attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
