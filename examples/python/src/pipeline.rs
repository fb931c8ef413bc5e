//! Contract: turns an iterator of texts into results, in order, in bounded memory. Python's lock is
//! held only while texts are read and results are handed out.
//!
//! The caller's thread reads a chunk of texts ahead. Meanwhile another thread, which never holds
//! Python's lock, has the extractor's threads work on the chunk before. At most two chunks are in
//! work while the results of a third are handed out.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::vec::IntoIter;

use dictum::Extractor;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::article::Article;
use crate::found::Found;
use crate::items::{Ids, Item, Items, iterator};
use crate::table;

/// The least text of a chunk, in bytes per thread: some hundredths of a second of work.
const CHUNK_BYTES: usize = 512 << 10;

/// The most texts of a chunk per thread, since short ones cost memory too.
const CHUNK_TEXTS: usize = 4096;

/// The chunks in work at a time: one on the threads, one waiting for them.
const CHUNKS_IN_WORK: usize = 2;

/// Texts on the way to results of type `O`.
struct Pipeline<O> {
    items: Items,
    threads: usize,
    /// `None` when all texts are read, so that the worker ends.
    chunks: Option<SyncSender<Vec<Item>>>,
    /// In a mutex only because a receiver cannot be shared.
    results: Mutex<Receiver<Vec<O>>>,
    in_work: usize,
    ready: IntoIter<O>,
}

impl<O: Send + 'static> Pipeline<O> {
    /// `work` is called with each chunk, and uses the threads of `extractor`.
    fn new(
        items: Items,
        (extractor, threads): (Extractor, usize),
        work: impl Fn(Vec<Item>, &Extractor) -> Vec<O> + Send + 'static,
    ) -> PyResult<Self> {
        let (chunks, given) = sync_channel(CHUNKS_IN_WORK);
        let (done, results) = channel();
        let all = move || given.into_iter().try_for_each(|chunk| done.send(work(chunk, &extractor)));
        thread::Builder::new().name("dictum".to_owned()).spawn(all)?;
        let results = Mutex::new(results);
        Ok(Pipeline {
            items,
            threads,
            chunks: Some(chunks),
            results,
            in_work: 0,
            ready: Vec::new().into_iter(),
        })
    }

    fn next(&mut self, py: Python<'_>) -> PyResult<Option<O>> {
        loop {
            if let Some(one) = self.ready.next() {
                return Ok(Some(one));
            }
            while self.in_work < CHUNKS_IN_WORK && self.feed(py) {}
            if self.in_work == 0 {
                return self.items.failure.take().map_or(Ok(None), Err);
            }
            let results = py.detach(|| self.results.lock().ok()?.recv().ok());
            let panicked = || PyRuntimeError::new_err("a thread of the extractor panicked");
            self.ready = results.ok_or_else(panicked)?.into_iter();
            self.in_work -= 1;
        }
    }

    /// Gives the worker another chunk; false at the end of the texts.
    fn feed(&mut self, py: Python<'_>) -> bool {
        let Some(chunks) = &self.chunks else { return false };
        let chunk = self.items.chunk(py, CHUNK_BYTES * self.threads, CHUNK_TEXTS * self.threads);
        // a worker that is gone is noticed when its results are received
        let fed = !chunk.is_empty() && chunks.send(chunk).is_ok();
        self.in_work += usize::from(fed);
        if !fed || self.items.failure.is_some() {
            self.chunks = None;
        }
        fed
    }
}

/// The articles of many texts, in their order.
#[pyclass(module = "dictum_news")]
pub struct Articles(Pipeline<Found>);

impl Articles {
    pub fn new(texts: &Bound<'_, PyAny>, extractor: (Extractor, usize)) -> PyResult<Self> {
        let work = |chunk: Vec<Item>, extractor: &Extractor| {
            let found = |item: &Item| Found::in_text(Arc::clone(&item.text), extractor);
            extractor.map_all(&chunk, found)
        };
        Ok(Articles(Pipeline::new(Items::new(texts, Ids::None)?, extractor, work)?))
    }
}

#[pymethods]
impl Articles {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Article>> {
        Ok(self.0.next(py)?.map(Article::new))
    }
}

/// The statements of many texts as Arrow files.
#[pyclass(module = "dictum_news")]
pub struct Tables(Pipeline<io::Result<Vec<u8>>>);

impl Tables {
    pub fn new(
        texts: &Bound<'_, PyAny>,
        ids: Option<&Bound<'_, PyAny>>,
        extractor: (Extractor, usize),
    ) -> PyResult<Self> {
        let ids = match ids {
            None => Ids::Counted,
            Some(ids) => Ids::Given(iterator(ids, "ids")?),
        };
        let work = |chunk: Vec<Item>, extractor: &Extractor| {
            let parts: Vec<&[Item]> = table::parts(&chunk).collect();
            extractor.map_all(&parts, |part| table::rows(part, extractor))
        };
        Ok(Tables(Pipeline::new(Items::new(texts, ids)?, extractor, work)?))
    }
}

#[pymethods]
impl Tables {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyBytes>>> {
        let file = self.0.next(py)?.transpose()?;
        Ok(file.map(|file| PyBytes::new(py, &file)))
    }
}
