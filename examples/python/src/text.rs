//! Contract: reads a Python value as text without copying it, or raises the exception that says
//! which value is no text and why.

use std::fmt;

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBool, PyString};

/// Where a value came from, for messages.
#[derive(Clone, Copy)]
pub enum Place {
    /// The argument of this name.
    Argument(&'static str),
    /// This item of the argument of this name.
    Item(&'static str, usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Argument(name) => f.write_str(name),
            Place::Item(name, index) => write!(f, "{name}[{index}]"),
        }
    }
}

/// The text of a `str`.
pub fn read(value: &Bound<'_, PyAny>, place: Place) -> PyResult<PyBackedStr> {
    let text = value.cast::<PyString>().map_err(|_| wrong_type(value, place, "a str"))?;
    PyBackedStr::try_from(text.clone()).map_err(|error| located(text, error, place))
}

/// The text of an id: a `str`, or the digits of an `int`.
pub fn read_id(value: &Bound<'_, PyAny>, place: Place) -> PyResult<PyBackedStr> {
    if value.cast::<PyString>().is_ok() {
        return read(value, place);
    }
    // also the integers of other packages, such as NumPy's
    match value.call_method0("__index__") {
        Ok(number) if !value.is_instance_of::<PyBool>() => PyBackedStr::try_from(number.str()?),
        _ => Err(wrong_type(value, place, "a str or an int")),
    }
}

fn wrong_type(value: &Bound<'_, PyAny>, place: Place, wanted: &str) -> PyErr {
    let found = value.get_type().fully_qualified_name();
    match found {
        Ok(found) => PyTypeError::new_err(format!("{place} must be {wanted}, not {found}")),
        Err(error) => error,
    }
}

/// Python's own error for a lone surrogate, with the place of the text in its reason.
fn located(text: &Bound<'_, PyString>, error: PyErr, place: Place) -> PyErr {
    let py = text.py();
    let value = error.value(py);
    let (Ok(start), Ok(end)) = (value.getattr("start"), value.getattr("end")) else { return error };
    let reason = format!("{place} has a lone surrogate, which is no character");
    let arguments = ("utf-8", text, start, end, reason);
    match py.get_type::<PyUnicodeEncodeError>().call1(arguments) {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}
