//! Contract: a cell of a table is no formula for any spreadsheet that opens the file.

/// The characters with which a formula begins, also in full width, and those that some programs
/// skip before it.
const FIRST: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Puts an apostrophe before a cell that a spreadsheet would run.
pub(crate) fn disarm(cell: &mut String) {
    if cell.starts_with(FIRST) {
        cell.insert(0, '\'');
    }
}

#[cfg(test)]
mod tests {
    use super::disarm;

    #[test]
    fn only_what_begins_like_a_formula_is_changed() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("@sum", "'@sum"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("", ""),
            ("1-2", "1-2"),
            ("“=1”", "“=1”"),
            ("'=1", "'=1"),
        ] {
            let mut disarmed = cell.to_owned();
            disarm(&mut disarmed);
            assert_eq!(disarmed, expected);
        }
    }
}
