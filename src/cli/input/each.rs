//! Visits every article of the input on all threads, for commands that only count.

use std::io;
use std::sync::Arc;

use super::super::bar::Bar;
use super::super::say;
use super::{Arguments, BadRows, LONGEST, Many, Source, read, sources};
use crate::{Extractor, Input, Stream};

/// The number of article files in memory at once.
const FILES_AT_A_TIME: usize = 256;

/// Calls `visit` with every article, in no particular order, on the extractor's threads, and
/// `complain` with an error message for everything that cannot be read.
pub fn each(
    extractor: &Extractor,
    arguments: &Arguments,
    visit: impl Fn(&Input<'_>) + Sync,
    mut complain: impl FnMut(String),
) {
    let sources = sources(arguments);
    for group in sources.chunk_by(|a, b| matches!((a, b), (Source::Article(..), Source::Article(..)))) {
        for sources in group.chunks(FILES_AT_A_TIME) {
            match &sources[0] {
                Source::Article(..) => {
                    let done = extractor.map_all(sources, |source| file(source, &visit));
                    done.into_iter().filter_map(Result::err).for_each(&mut complain);
                }
                Source::Many(many) => rows(extractor, arguments, many, &visit, &mut complain),
                Source::Unreadable(path, error) => complain(format!("{}: {error}", say::path(path))),
            }
        }
    }
}

fn file(source: &Source, visit: &impl Fn(&Input<'_>)) -> Result<(), String> {
    let Source::Article(path, id) = source else { return Ok(()) };
    let page = read(path, LONGEST).map_err(|message| format!("{}: {message}", say::path(path)))?;
    visit(&Input::new(id, page.text));
    Ok(())
}

fn rows(
    extractor: &Extractor,
    arguments: &Arguments,
    many: &Many,
    visit: &(impl Fn(&Input<'_>) + Sync),
    complain: &mut impl FnMut(String),
) {
    let bad_rows = BadRows::default();
    let wanted = arguments.wanted(&[], false, LONGEST);
    let reader = match many.open(&wanted, &Bar::hidden(), &bad_rows, &Arc::default()) {
        Ok(reader) => reader,
        Err(error) => return complain(format!("{}: {error}", say::path(&many.path))),
    };
    let done = Stream::new(extractor)
        .id_field(&arguments.id_field)
        .text_field(&arguments.text_field)
        .max_line(LONGEST)
        .writing(|input, _| visit(input))
        .on_bad_line(|bad| complain(many.describe(&bad_rows.explain(bad))))
        .run(reader, io::sink());
    if let Err(error) = done {
        complain(many.describe_end(&error));
    }
}
