//! The colour and underline style of each category: fixed for the built-in ones, by position in the
//! rule set for others, so that the same rules always give the same look. Underline styles
//! distinguish categories without colour.

/// The number of colours in the style sheet.
const COLOURS: usize = 8;

/// The number of underline styles in the style sheet.
const LINES: usize = 4;

/// The categories of the first colours: green, blue, amber.
const BUILT_IN: [&str; 3] = ["commitment", "claim", "caution"];

/// The categories of a rule set.
pub struct Palette {
    categories: Vec<String>,
}

impl Palette {
    pub fn new<'n>(categories: impl Iterator<Item = &'n str>) -> Self {
        let mut categories: Vec<String> = categories.map(str::to_owned).collect();
        categories.sort_by_key(|name| BUILT_IN.iter().position(|own| own == name).unwrap_or(BUILT_IN.len()));
        Palette { categories }
    }

    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.categories.iter().map(String::as_str)
    }

    /// The CSS classes of a category: a colour and an underline, a different pair for each of 32
    /// categories.
    pub fn class(&self, category: &str) -> String {
        let index = self.index(category);
        format!("c{} l{}", index % COLOURS, (index + index / COLOURS) % LINES)
    }

    /// The category's index on the page.
    pub fn index(&self, category: &str) -> usize {
        self.categories.iter().position(|name| name == category).unwrap_or(0)
    }

    pub fn len(&self) -> usize {
        self.categories.len()
    }
}
