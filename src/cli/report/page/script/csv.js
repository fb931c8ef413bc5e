import { articleOf, categoryOf, content, cueOf, kindOf, resolutions, rules, speakerOf, table, types, UNKNOWN, words } from "./data.js";
import { make } from "./dom.js";

// The statements of the list as a table for a spreadsheet.

const COLUMNS = {
  speaker: (n) => (table.speaker[n] === UNKNOWN ? "" : speakerOf(n).name),
  role: (n) => speakerOf(n).roles[0] ?? "",
  cue: (n) => cueOf(n),
  statement: content,
  category: categoryOf,
  kind: kindOf,
  type: (n) => types[table.type[n]],
  confidence: (n) => (table.confidence[n] / 100).toFixed(2),
  date: (n) => articleOf(n).date ?? "",
  title: (n) => articleOf(n).title,
  document: (n) => articleOf(n).id,
  url: (n) => articleOf(n).url ?? "",
  source: (n) => words(n, table.source[n]),
  resolution: (n) => resolutions[table.resolution[n]],
  rule: (n) => (table.rule[n] === null ? "" : rules[table.rule[n]]),
  sentence: (n) => words(n, table.sentence[n]),
};

// A cell that begins like a formula would be run by a spreadsheet: an apostrophe makes it text.
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(statements) {
  const rows = statements.map((n) => Object.values(COLUMNS).map((column) => cell(column(n))).join(","));
  return [Object.keys(COLUMNS).join(","), ...rows, ""].join("\r\n");
}

// A byte-order mark tells spreadsheets that the file is UTF-8.
function download(name, text) {
  const url = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export { csv, download };
