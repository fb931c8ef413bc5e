//! Which category has which colour and which line: the built-in ones their own, others by their place in the rule set, so that a
//! page looks the same for the same rules. Lines tell categories apart where colours do not.

/// How many colours the style sheet has.
const COLOURS: usize = 8;

/// How many lines the style sheet has.
const LINES: usize = 4;

/// The categories with the first colours: green, blue, amber.
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

    /// The style sheet's classes for a category: a colour and a line, together another pair for each of 32 categories.
    pub fn class(&self, category: &str) -> String {
        let index = self.index(category);
        format!("c{} l{}", index % COLOURS, (index + index / COLOURS) % LINES)
    }

    /// The category's place on the page.
    pub fn index(&self, category: &str) -> usize {
        self.categories.iter().position(|name| name == category).unwrap_or(0)
    }

    pub fn len(&self) -> usize {
        self.categories.len()
    }
}
