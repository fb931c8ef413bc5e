//! Contract: reads texts, and their ids if wanted, from Python iterators, in chunks.

use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyIterator, PyString};

use crate::text::{self, Place};

/// A text to work on.
pub struct Item {
    /// Its id; empty where nobody needs one.
    pub id: PyBackedStr,
    /// Shared with the article that borrows from it.
    pub text: Arc<PyBackedStr>,
}

/// Where the ids of texts come from.
pub enum Ids {
    /// Nobody needs them.
    None,
    /// Texts are counted from 0.
    Counted,
    Given(Py<PyIterator>),
}

/// Texts that are still to be read.
pub struct Items {
    texts: Py<PyIterator>,
    ids: Ids,
    read: usize,
    /// What ended the reading early.
    pub failure: Option<PyErr>,
}

impl Items {
    pub fn new(texts: &Bound<'_, PyAny>, ids: Ids) -> PyResult<Self> {
        Ok(Items { texts: iterator(texts, "texts")?, ids, read: 0, failure: None })
    }

    /// Reads texts until either limit is reached; empty at the end.
    pub fn chunk(&mut self, py: Python<'_>, bytes: usize, texts: usize) -> Vec<Item> {
        let (mut chunk, mut read) = (Vec::new(), 0);
        while self.failure.is_none() && read < bytes && chunk.len() < texts {
            match self.next(py) {
                Ok(Some(item)) => {
                    read += item.text.len();
                    chunk.push(item);
                }
                Ok(None) => break,
                Err(error) => self.failure = Some(error),
            }
        }
        chunk
    }

    fn next(&mut self, py: Python<'_>) -> PyResult<Option<Item>> {
        let text = self.texts.bind(py).clone().next().transpose()?;
        let id = match &self.ids {
            Ids::None => Some(PyBackedStr::try_from(PyString::intern(py, ""))?),
            Ids::Counted => Some(PyBackedStr::try_from(PyString::new(py, &self.read.to_string()))?),
            Ids::Given(ids) => match ids.bind(py).clone().next().transpose()? {
                Some(id) => Some(text::read_id(&id, Place::Item("ids", self.read))?),
                None => None,
            },
        };
        match (text, id, &self.ids) {
            (Some(text), Some(id), _) => {
                let text = Arc::new(text::read(&text, Place::Item("texts", self.read))?);
                self.read += 1;
                Ok(Some(Item { id, text }))
            }
            (Some(_), None, _) => Err(uneven("ids", self.read)),
            (None, Some(_), Ids::Given(_)) => Err(uneven("texts", self.read)),
            (None, _, _) => Ok(None),
        }
    }
}

fn uneven(shorter: &str, length: usize) -> PyErr {
    let longer = if shorter == "ids" { "texts" } else { "ids" };
    PyValueError::new_err(format!("there are {length} {shorter}, but more {longer}"))
}

/// An iterator over a Python object, which must not be a string: its letters are no texts.
pub fn iterator(values: &Bound<'_, PyAny>, name: &str) -> PyResult<Py<PyIterator>> {
    if values.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(format!("{name} must be several, such as a list, not a str")));
    }
    let found = values.get_type().fully_qualified_name()?;
    let values = values.try_iter();
    values
        .map(Bound::unbind)
        .map_err(|_| PyTypeError::new_err(format!("{name} must be iterable, not {found}")))
}
