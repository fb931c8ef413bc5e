//! Contract: a category has the same colour in every view; with colours off, no escape is written.

/// Whether a terminal view uses colours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Colour {
    /// Colours, by ANSI escapes.
    Always,
    /// Plain text.
    #[default]
    Never,
}

/// A style, as parameters of the escape "select graphic rendition".
pub(super) mod style {
    pub const RESET: &str = "0";
    pub const BOLD: &str = "1";
    pub const DIM: &str = "2";
    pub const UNDERLINE: &str = "4";
}

/// The colours of the built-in categories, and those that a rule set's own take in turn: magenta,
/// cyan, red, white.
const BUILT_IN: [(&str, &str); 3] = [("commitment", "32"), ("claim", "34"), ("caution", "33")];
const OTHERS: [&str; 4] = ["35", "36", "31", "37"];

impl Colour {
    pub(super) fn is_on(self) -> bool {
        self == Colour::Always
    }

    /// Adds the escape that switches to exactly `styles`.
    pub(super) fn switch(self, styles: &[&str], out: &mut String) {
        if self.is_on() {
            out.push_str("\u{1b}[");
            out.push_str(style::RESET);
            for style in styles {
                out.push(';');
                out.push_str(style);
            }
            out.push('m');
        }
    }

    /// Adds `text` in `styles`.
    pub(super) fn paint(self, text: &str, styles: &[&str], out: &mut String) {
        self.switch(styles, out);
        out.push_str(text);
        self.switch(&[], out);
    }
}

/// The colour of a category.
pub(super) fn of_category(name: &str) -> &'static str {
    let built_in = BUILT_IN.iter().find(|(category, _)| *category == name).map(|&(_, colour)| colour);
    built_in.unwrap_or_else(|| {
        let sum = name.bytes().fold(0usize, |sum, byte| sum + usize::from(byte));
        OTHERS[sum % OTHERS.len()]
    })
}
