//! The extractor: settings, and the ways to hand it texts.

use std::sync::{Arc, Mutex, PoisonError};

use dictum::{BuildError, Scope, Stream, record};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::article::Article;
use crate::found::Found;
use crate::pipeline::{Articles, Tables};
use crate::rules::RuleSet;
use crate::table;
use crate::text::{self, Place};

/// Finds the statements of news articles.
///
/// - `rules`: a `RuleSet`, the path of a rule file, or the name of a built-in rule set:
///   "statements", the default, or "speech-acts".
/// - `scope`: "statements", what a reader would list, or "attributions", everything attributed.
/// - `min_confidence`: statements below this confidence, from 0 to 1, are dropped.
///
/// An extractor is immutable. It can be shared between threads and pickled.
///
/// >>> extractor = Extractor()
/// >>> article = extractor.extract("The mayor promised to rebuild the bridge.")
/// >>> article.statements[0].category
/// 'commitment'
#[pyclass(frozen, module = "dictum_news")]
pub struct Extractor {
    rules: Py<RuleSet>,
    scope: Scope,
    min_confidence: f64,
    /// For single texts; it starts no threads.
    single: dictum::Extractor,
    /// The threads that were last asked for.
    pool: Mutex<Option<Pool>>,
}

/// An extractor with threads of its own.
struct Pool {
    /// A process that was forked has the memory of the threads but not the threads.
    process: u32,
    threads: usize,
    extractor: dictum::Extractor,
}

impl Extractor {
    /// An extractor with this number of threads; one per core by default.
    fn on_threads(&self, threads: Option<i64>) -> PyResult<(dictum::Extractor, usize)> {
        let threads = match threads {
            None => std::thread::available_parallelism().map_or(1, usize::from),
            Some(threads) => usize::try_from(threads)
                .map_err(|_| PyValueError::new_err(format!("threads is {threads}; it must be at least 1")))?,
        };
        let process = std::process::id();
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pool) = pool.as_ref().filter(|pool| (pool.process, pool.threads) == (process, threads)) {
            return Ok((pool.extractor.clone(), threads));
        }
        let rules = self.rules.get();
        let extractor = build(rules, self.scope, self.min_confidence, Some(threads))?;
        let replaced = pool.replace(Pool { process, threads, extractor: extractor.clone() });
        // the threads of another process cannot be ended here
        if let Some(inherited) = replaced.filter(|replaced| replaced.process != process) {
            std::mem::forget(inherited);
        }
        Ok((extractor, threads))
    }
}

fn build(
    rules: &RuleSet,
    scope: Scope,
    min_confidence: f64,
    threads: Option<usize>,
) -> PyResult<dictum::Extractor> {
    #[allow(clippy::cast_possible_truncation)]
    let builder = dictum::Extractor::builder()
        .rules(Arc::clone(&rules.rules))
        .scope(scope)
        .min_confidence(min_confidence as f32);
    let builder = match threads {
        Some(threads) => builder.threads(threads),
        None => builder,
    };
    builder.build().map_err(|error| match error {
        BuildError::Threads { .. } => PyRuntimeError::new_err(error.to_string()),
        error => PyValueError::new_err(error.to_string()),
    })
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (*, rules = None, scope = "statements", min_confidence = 0.5))]
    fn new(
        py: Python<'_>,
        rules: Option<&Bound<'_, PyAny>>,
        scope: &str,
        min_confidence: f64,
    ) -> PyResult<Self> {
        let rules = RuleSet::asked(rules, py)?;
        let scope: Scope = scope.parse().map_err(|error| PyValueError::new_err(format!("{error}")))?;
        let single = build(rules.get(), scope, min_confidence, None)?;
        Ok(Extractor { rules, scope, min_confidence, single, pool: Mutex::new(None) })
    }

    /// Finds the statements of a text.
    ///
    /// Any string is read, in a time proportional to its length.
    fn extract(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Article> {
        let text = Arc::new(text::read(text, Place::Argument("text"))?);
        Ok(Article::new(py.detach(|| Found::in_text(text, &self.single))))
    }

    /// Finds the statements of many texts on threads, and yields the articles in the order of the
    /// texts.
    ///
    /// `texts` may be an iterator without end: it is read a little ahead, so memory is bounded.
    /// `threads` is one per core unless given. If an item of `texts` is no text, or reading it
    /// raises an exception, the articles before it are yielded first.
    ///
    /// >>> texts = ["The mayor said the bridge was safe.", "It rained."]
    /// >>> [len(article.statements) for article in Extractor().extract_all(texts)]
    /// [1, 0]
    #[pyo3(signature = (texts, threads = None))]
    fn extract_all(&self, texts: &Bound<'_, PyAny>, threads: Option<i64>) -> PyResult<Articles> {
        Articles::new(texts, self.on_threads(threads)?)
    }

    /// The statements of many texts as a `pyarrow.RecordBatchReader`, a row a statement, for tables
    /// that do not fit into memory.
    ///
    /// The columns are those of the program's tables, with offsets in characters. `ids` names the
    /// texts in the column `document`; without it they are counted from 0. Needs `pyarrow`.
    #[pyo3(signature = (texts, ids = None, threads = None))]
    fn batches<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyAny>,
        ids: Option<&Bound<'py, PyAny>>,
        threads: Option<i64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let tables = Tables::new(texts, ids, self.on_threads(threads)?)?;
        table::reader(py, tables)
    }

    /// The statements of many texts as a `pyarrow.Table`; see `batches`.
    ///
    /// >>> table = Extractor().table(["The mayor said the bridge was safe."], ids=["a17"])
    /// >>> table.select(["document", "speaker", "content"]).to_pylist()
    /// [{'document': 'a17', 'speaker': 'The mayor', 'content': 'the bridge was safe'}]
    #[pyo3(signature = (texts, ids = None, threads = None))]
    fn table<'py>(
        &self,
        py: Python<'py>,
        texts: &Bound<'py, PyAny>,
        ids: Option<&Bound<'py, PyAny>>,
        threads: Option<i64>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.batches(py, texts, ids, threads)?.call_method0("read_all")
    }

    /// Answers JSON Lines with JSON Lines, exactly as `dictum extract --format answers` does: one
    /// line an article with all its records, and in the place of each bad line one with the reason.
    ///
    /// It is for programs that pass bytes on: offsets are UTF-8 bytes here.
    ///
    /// >>> Extractor().answer_lines(b'{"id": "a17", "text": "It rained."}')
    /// b'{"version":1,"document":"a17","statements":[]}\n'
    #[pyo3(signature = (lines, *, id_field = "id", text_field = "text", threads = None))]
    fn answer_lines<'py>(
        &self,
        py: Python<'py>,
        lines: &[u8],
        id_field: &str,
        text_field: &str,
        threads: Option<i64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (extractor, _) = self.on_threads(threads)?;
        let answers = py.detach(|| {
            let mut answers = Vec::new();
            let stream = Stream::new(&extractor)
                .id_field(id_field)
                .text_field(text_field)
                .writing(|input, out| {
                    let article = extractor.extract(&input.text);
                    record::write_article(&input.id, &article, input.fields.as_ref(), out);
                })
                .writing_bad_lines(|bad, out| record::write_bad_line(bad.line, &bad.message, out));
            stream.run(lines, &mut answers).map(|_| answers)
        });
        let answers = answers.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok(PyBytes::new(py, &answers))
    }

    /// The rule set.
    #[getter]
    fn rules(&self, py: Python<'_>) -> Py<RuleSet> {
        self.rules.clone_ref(py)
    }

    /// The scope: "statements" or "attributions".
    #[getter]
    fn scope(&self) -> &'static str {
        self.scope.as_str()
    }

    /// The limit to confidence.
    #[getter]
    fn min_confidence(&self) -> f64 {
        self.min_confidence
    }

    fn __repr__(&self) -> String {
        let name = self.rules.get().rules.name();
        format!(
            "<Extractor rules={name:?} scope={:?} min_confidence={:?}>",
            self.scope(),
            self.min_confidence
        )
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        let settings = PyDict::new(py);
        settings.set_item("rules", &self.rules)?;
        settings.set_item("scope", self.scope())?;
        settings.set_item("min_confidence", self.min_confidence)?;
        Ok(((), settings))
    }
}
