//! Rule sets, and their errors as exceptions.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use dictum::{RuleSetError, RuleSetReader};
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Categories and the rules that sort statements into them.
///
/// `source` is TOML, or JSON with `format="json"`; the project's README describes both. A rule set
/// carries its own examples; `check_examples=False` uses it even if they fail.
///
/// >>> rules = RuleSet('name = "mine"\ndefault = "other"\n[[category]]\nid = "other"\n')
/// >>> rules.categories
/// {'other': ''}
///
/// `RuleSetError` lists everything that is wrong with it:
///
/// >>> RuleSet('name = "mine"\ndefault = "claim"\n')
/// Traceback (most recent call last):
///     ...
/// dictum_news.errors.RuleSetError: line 2, column 11: unknown category `claim`; add [[category]] id = "claim"
#[pyclass(frozen, module = "dictum_news")]
pub struct RuleSet {
    pub rules: Arc<dictum::RuleSet>,
    origin: Origin,
}

/// What the rule set was read from, so that it can be read again in another process.
struct Origin {
    format: Format,
    source: String,
    check_examples: bool,
}

#[derive(Clone, Copy)]
enum Format {
    Toml,
    Json,
    /// The source is the name of a built-in rule set.
    Named,
}

impl Format {
    const ALL: [(&str, Format); 3] =
        [("toml", Format::Toml), ("json", Format::Json), ("named", Format::Named)];

    fn of(name: &str) -> PyResult<Self> {
        let known = Format::ALL.iter().find(|(known, _)| *known == name);
        known.map(|(_, format)| *format).ok_or_else(|| {
            PyValueError::new_err(format!("unknown format `{name}`; the valid names are toml, json"))
        })
    }
}

impl RuleSet {
    fn read(py: Python<'_>, format: Format, source: String, check_examples: bool) -> PyResult<Self> {
        let reader = RuleSetReader::default().check_examples(check_examples);
        let rules = py.detach(|| match format {
            Format::Toml => reader.toml(&source).map(Some),
            Format::Json => reader.json(&source).map(Some),
            Format::Named => Ok(dictum::RuleSet::named(&source)),
        });
        let rules = rules.map_err(|error| exception(py, &error))?.ok_or_else(|| {
            let message = "there is no such built-in rule set: the built-in ones are statements, speech-acts";
            PyValueError::new_err(format!("{source}: {message}"))
        })?;
        Ok(RuleSet { rules: Arc::new(rules), origin: Origin { format, source, check_examples } })
    }

    /// What `Extractor(rules=...)` takes: a rule set, the name of a built-in one, or a path.
    pub fn asked<'py>(given: Option<&Bound<'py, PyAny>>, py: Python<'py>) -> PyResult<Py<Self>> {
        let Some(given) = given else {
            return Py::new(py, RuleSet::read(py, Format::Named, "statements".to_owned(), true)?);
        };
        if let Ok(rules) = given.cast::<RuleSet>() {
            return Ok(rules.clone().unbind());
        }
        let path: PathBuf = given.extract()?;
        // as the program's option `--rules` has it
        let name = path.to_str().filter(|name| !path.exists() && dictum::RuleSet::named(name).is_some());
        let rules = match name {
            Some(name) => RuleSet::read(py, Format::Named, name.to_owned(), true),
            None => RuleSet::from_file(py, path, true),
        };
        Py::new(py, rules?)
    }
}

#[pymethods]
impl RuleSet {
    #[new]
    #[pyo3(signature = (source, *, format = "toml", check_examples = true))]
    fn new(py: Python<'_>, source: String, format: &str, check_examples: bool) -> PyResult<Self> {
        RuleSet::read(py, Format::of(format)?, source, check_examples)
    }

    /// Reads a file: JSON when its name ends with ".json", TOML otherwise.
    #[staticmethod]
    #[pyo3(signature = (path, *, check_examples = true))]
    fn from_file(py: Python<'_>, path: PathBuf, check_examples: bool) -> PyResult<Self> {
        // so that a missing file is a FileNotFoundError
        File::open(&path).map_err(|error| {
            PyOSError::new_err((error.raw_os_error(), error.to_string(), path.display().to_string()))
        })?;
        let reader = RuleSetReader::default().check_examples(check_examples);
        let rules = py.detach(|| reader.file(&path)).map_err(|error| exception(py, &error))?;
        let source = std::fs::read_to_string(&path)?;
        let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let format = if json { Format::Json } else { Format::Toml };
        Ok(RuleSet { rules: Arc::new(rules), origin: Origin { format, source, check_examples } })
    }

    /// A built-in rule set: "statements" or "speech-acts".
    ///
    /// >>> list(RuleSet.named("statements").categories)
    /// ['caution', 'commitment', 'claim']
    #[staticmethod]
    fn named(py: Python<'_>, name: String) -> PyResult<Self> {
        RuleSet::read(py, Format::Named, name, true)
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        self.rules.name()
    }

    /// Its version; empty if the file gives none.
    #[getter]
    fn version(&self) -> &str {
        self.rules.version()
    }

    /// Its description; empty if the file gives none.
    #[getter]
    fn description(&self) -> &str {
        self.rules.description()
    }

    /// The categories and their descriptions, in the order of the file.
    #[getter]
    fn categories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let categories = PyDict::new(py);
        for (id, description) in self.rules.categories() {
            categories.set_item(id, description)?;
        }
        Ok(categories)
    }

    /// The ids of the rules, in the order of the file.
    #[getter]
    fn rules(&self) -> Vec<&str> {
        self.rules.rules().collect()
    }

    fn __repr__(&self) -> String {
        format!("<RuleSet {:?}: {} rules>", self.rules.name(), self.rules.rules().len())
    }

    /// So that extractors can be sent to other processes.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py, '_>> {
        let again = py.import("dictum_news._core")?.getattr("rule_set")?;
        let Origin { format, source, check_examples } = &self.origin;
        let name = Format::ALL.iter().find(|(_, known)| *known as u8 == *format as u8);
        Ok((again, (name.map_or("", |(name, _)| name), source, *check_examples)))
    }
}

/// A function and its arguments.
type Pickled<'py, 'a> = (Bound<'py, PyAny>, (&'a str, &'a str, bool));

/// A rule set as it was pickled.
#[pyfunction]
pub fn rule_set(py: Python<'_>, format: &str, source: String, check_examples: bool) -> PyResult<RuleSet> {
    RuleSet::read(py, Format::of(format)?, source, check_examples)
}

/// A `dictum_news.RuleSetError` with the list of all problems.
fn exception(py: Python<'_>, error: &RuleSetError) -> PyErr {
    let made = || {
        let errors = py.import("dictum_news.errors")?;
        let problem = errors.getattr("Problem")?;
        let problems = error.problems().iter();
        let problems =
            problems.map(|one| problem.call1((one.line(), one.column(), one.rule(), one.message())));
        let problems = problems.collect::<PyResult<Vec<_>>>()?;
        errors.getattr("RuleSetError")?.call1((error.to_string(), problems, error.origin()))
    };
    match made() {
        Ok(exception) => PyErr::from_value(exception),
        Err(error) => error,
    }
}
