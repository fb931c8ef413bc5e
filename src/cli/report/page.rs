//! The page: a frame, a style, the data and a script, in one file that loads nothing.
//!
//! Style and script are plain files in the folder `page/`. The script's modules are joined into
//! one, since a page that is opened from a disk cannot load any.

use std::io::{self, Write};

use html_escape::encode_text;

use super::data::Data;
use super::digest::sha256;
use super::json;

const FRAME: &str = include_str!("page/frame.html");

const STYLE: &[&str] = &[
    include_str!("page/style/base.css"),
    include_str!("page/style/marks.css"),
    include_str!("page/style/layout.css"),
    include_str!("page/style/filters.css"),
    include_str!("page/style/lists.css"),
    include_str!("page/style/charts.css"),
    include_str!("page/style/reader.css"),
    include_str!("page/style/print.css"),
];

/// The modules by name, each after those that it imports.
const SCRIPT: &[(&str, &str)] = &[
    ("dom", include_str!("page/script/dom.js")),
    ("data", include_str!("page/script/data.js")),
    ("palette", include_str!("page/script/palette.js")),
    ("dates", include_str!("page/script/dates.js")),
    ("state", include_str!("page/script/state.js")),
    ("filter", include_str!("page/script/filter.js")),
    ("sort", include_str!("page/script/sort.js")),
    ("citation", include_str!("page/script/citation.js")),
    ("csv", include_str!("page/script/csv.js")),
    ("bars", include_str!("page/script/bars.js")),
    ("virtual_list", include_str!("page/script/virtual_list.js")),
    ("facets", include_str!("page/script/facets.js")),
    ("speaker_picker", include_str!("page/script/speaker_picker.js")),
    ("filters", include_str!("page/script/filters.js")),
    ("statements_view", include_str!("page/script/statements_view.js")),
    ("articles_view", include_str!("page/script/articles_view.js")),
    ("speakers_view", include_str!("page/script/speakers_view.js")),
    ("timeline", include_str!("page/script/timeline.js")),
    ("charts_view", include_str!("page/script/charts_view.js")),
    ("segments", include_str!("page/script/segments.js")),
    ("note", include_str!("page/script/note.js")),
    ("reader_view", include_str!("page/script/reader_view.js")),
    ("main", include_str!("page/script/main.js")),
];

/// Writes the page.
pub fn write(title: &str, data: &Data<'_>, out: &mut impl Write) -> io::Result<()> {
    let style = format!("\n{}", STYLE.concat());
    let script = format!("\n{}", join(SCRIPT));
    let mut rest = FRAME;
    while let Some((before, (name, after))) = next_slot(rest) {
        out.write_all(before.as_bytes())?;
        match name {
            "policy" => out.write_all(policy(&style, &script).as_bytes())?,
            "title" => out.write_all(encode_text(title).as_bytes())?,
            "style" => out.write_all(style.as_bytes())?,
            "data" => json::write(data, out)?,
            "script" => out.write_all(script.as_bytes())?,
            _ => unreachable!("the frame has a slot for {name}"),
        }
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// The text before the next `{{name}}` of the frame, the name, and the text after it.
fn next_slot(frame: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = frame.split_once("{{")?;
    Some((before, rest.split_once("}}")?))
}

/// The content security policy: the page loads nothing, runs this script alone, and that script
/// cannot make markup of a string.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", sha256(text));
    format!(
        "default-src 'none'; style-src {}; script-src {}; require-trusted-types-for 'script'; trusted-types 'none'; \
         base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}

/// One script of many modules. Each becomes a function that is called at once:
///
/// ```js
/// const module_bars = (() => {
/// const { make } = module_dom;            // import { make } from "./dom.js";
/// …
/// return { bar };                         // export { bar };
/// })();
/// ```
fn join(modules: &[(&str, &str)]) -> String {
    let mut script = String::new();
    for (name, module) in modules {
        script += &format!("const module_{name} = (() => {{\n");
        for line in module.lines() {
            script += &import(line).or_else(|| export(line)).unwrap_or_else(|| line.to_owned());
            script.push('\n');
        }
        script += "})();\n";
    }
    script
}

fn import(line: &str) -> Option<String> {
    let (names, module) = line.strip_prefix("import ")?.strip_suffix(".js\";")?.split_once(" from \"./")?;
    Some(format!("const {names} = module_{module};"))
}

fn export(line: &str) -> Option<String> {
    Some(format!("return {}", line.strip_prefix("export ")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_import_what_modules_before_them_export() {
        let mut exported: Vec<(&str, Vec<&str>)> = Vec::new();
        let names =
            |list: &'static str| list.trim_matches(['{', '}', ' ', ';']).split(", ").collect::<Vec<_>>();
        for (name, module) in SCRIPT {
            for line in module.lines().filter(|line| line.starts_with("import")) {
                assert!(import(line).is_some(), "{name}: {line}");
                let (list, from) = line["import ".len()..].split_once(" from \"./").unwrap();
                let from = from.trim_end_matches(".js\";");
                let own = exported.iter().find(|(module, _)| *module == from);
                let own = &own.unwrap_or_else(|| panic!("{name} imports {from} before it is there")).1;
                for imported in names(list) {
                    assert!(own.contains(&imported), "{name}: {from} does not export {imported}");
                    let uses = module.match_indices(imported).count();
                    assert!(uses > 1, "{name} does not use {imported}");
                }
            }
            let export = module.lines().filter_map(|line| line.strip_prefix("export ")).flat_map(names);
            exported.push((name, export.collect()));
        }
    }

    #[test]
    fn modules_become_functions() {
        let modules =
            [("a", "const one = 1;\nexport { one };"), ("b", "import { one } from \"./a.js\";\none;")];
        let script = "const module_a = (() => {\nconst one = 1;\nreturn { one };\n})();\n\
                      const module_b = (() => {\nconst { one } = module_a;\none;\n})();\n";
        assert_eq!(join(&modules), script);
    }
}
