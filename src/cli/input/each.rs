//! Visits every article of the input on all threads, for commands that only count.

use std::cell::RefCell;
use std::io;

use indicatif::ProgressBar;

use super::{Arguments, Many, Source, read, sources};
use crate::{Extractor, Input, Stream};

/// The number of article files in memory at once.
const FILES_AT_A_TIME: usize = 256;

/// Longer lines and rows are reported as errors.
const LONGEST_ROW: usize = 128 << 20;

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
                Source::Unreadable(path, error) => complain(format!("{}: {error}", path.display())),
            }
        }
    }
}

fn file(source: &Source, visit: &impl Fn(&Input<'_>)) -> Result<(), String> {
    let Source::Article(path, id) = source else { return Ok(()) };
    let page = read(path).map_err(|message| format!("{}: {message}", path.display()))?;
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
    let complain = RefCell::new(complain);
    let say = |message| complain.borrow_mut()(message);
    let wanted = arguments.wanted(&[], false, LONGEST_ROW);
    let reader = match many.open(&wanted, &ProgressBar::hidden(), say) {
        Ok(reader) => reader,
        Err(error) => return say(format!("{}: {error}", many.path.display())),
    };
    let done = Stream::new(extractor)
        .id_field(&arguments.id_field)
        .text_field(&arguments.text_field)
        .max_line(LONGEST_ROW)
        .writing(|input, _| visit(input))
        .on_bad_line(|bad| say(many.describe(bad)))
        .run(reader, io::sink());
    if let Err(error) = done {
        say(many.describe_end(&error));
    }
}
