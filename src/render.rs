//! Views for people: an article with its statements marked, and a table of who said what. Renderers
//! use only the public results of an extraction.
//!
//! ```
//! use dictum::render::{Colour, Tally, Terminal};
//!
//! let article = dictum::Extractor::default().extract("Mayor Ana Ruiz promised to rebuild the bridge.");
//! let mut page = String::new();
//! Terminal::new(Colour::Never).article("bridge", &article, &mut page);
//! print!("{page}");
//!
//! let mut tally = Tally::default();
//! tally.add(&article);
//! print!("{}", tally.table(Colour::Never, 10));
//! ```

mod colour;
mod tally;
mod terminal;

pub use colour::Colour;
pub use tally::Tally;
pub use terminal::Terminal;
