import { about, articleOf, content, contentLength, cueOf, speakerOf, table, UNKNOWN, words } from "./data.js";
import { citation, copyButton } from "./citation.js";
import { dated, readable } from "./dates.js";
import { byId, make } from "./dom.js";
import { findTerm, terms } from "./filter.js";
import { badge } from "./palette.js";
import { sortStatements, split } from "./sort.js";
import { address, go, state } from "./state.js";
import { moveByKeys, VirtualList } from "./virtual_list.js";

// The list of statements: a table whose rows are links to their places in the articles.

const COLUMNS = [
  ["speaker", "Speaker"],
  [null, "What was said"],
  ["category", "Category"],
  ...(dated ? [["date", "Date"]] : []),
  ["title", "Article"],
  [null, "Copy", "unseen"],
];

const SORTS = {
  ...(dated ? { "-date": "Latest first", date: "Earliest first" } : {}),
  place: "Order of the articles",
  speaker: "Speaker",
  category: "Category",
  title: "Article title",
  "-confidence": "Most certain first",
};

const section = byId("view-statements");
const body = make("div", { class: "body" });
const headings = COLUMNS.map(([key, label, hidden]) => {
  const name = make(key ? "button" : "span", { type: key && "button", class: hidden, onclick: key && (() => sortBy(key)) }, label);
  return { key, element: make("div", { role: "columnheader" }, name) };
});
const head = make("div", { role: "rowgroup", class: "head" }, make("div", { role: "row", class: "row" }, headings.map(({ element }) => element)));
const list = make("div", { role: "table", "aria-label": "Statements", class: dated ? "table dated" : "table" }, head, body);
section.append(list);

function sortBy(key) {
  const [now, down] = split(state.sort);
  const first = key === "date" ? "-date" : key;
  go({ sort: now === key ? (down ? key : `-${key}`) : first });
}

let searched = [];

// The words with those that were searched for marked.
function highlighted(text) {
  if (searched.length === 0) return text;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return text; // a letter that has another length in lower case
  const out = [];
  let at = 0;
  while (at < text.length) {
    const found = searched.map((term) => [findTerm(lower, term, at), term.length]).filter(([place]) => place >= 0);
    if (found.length === 0) break;
    const [place, length] = found.reduce((a, b) => (b[0] < a[0] ? b : a));
    out.push(text.slice(at, place), make("b", { class: "hit" }, text.slice(place, place + length)));
    at = place + length;
  }
  return [...out, text.slice(at)];
}

const cell = (name, ...children) => make("div", { role: "cell", class: name }, ...children);

function row(n, position) {
  const [article, speaker] = [articleOf(n), speakerOf(n)];
  const place = address({ view: "article", id: article.key, statement: n - article.first + 1 });
  const unknown = table.speaker[n] === UNKNOWN;
  const role = unknown ? words(n, table.source[n]) : about(speaker);
  const cue = cueOf(n);
  return make(
    "div",
    { role: "row", class: "row statement", "aria-rowindex": position + 2, "data-position": position, "data-n": n },
    cell("who", make("a", { class: unknown ? "unknown" : null, href: address({ speaker: [speaker.key] }) }, highlighted(speaker.name)), role && make("small", {}, role)),
    cell("said", make("a", { href: place }, cue && make("i", {}, cue), cue && " ", make("q", {}, highlighted(content(n))))),
    cell("what", badge(table.category[n])),
    dated && cell("when", make("time", { datetime: article.date }, readable(article.day))),
    cell("where", make("a", { href: address({ view: "article", id: article.key }) }, highlighted(article.title))),
    cell("tools", copyButton(n))
  );
}

// A click anywhere in a row follows its link, unless words were being selected.
body.addEventListener("click", (event) => {
  if (event.target.closest("a, button") || !getSelection().isCollapsed) return;
  event.target.closest(".statement")?.querySelector(".said a").click();
});
// Ctrl+C on a row that has the focus copies it.
body.addEventListener("copy", (event) => {
  const row = document.activeElement.closest(".statement");
  if (!row || !getSelection().isCollapsed) return;
  event.clipboardData.setData("text/plain", citation(Number(row.dataset.n)));
  event.preventDefault();
});

// The height of a row of the width that the list has.
function height(n) {
  const width = list.clientWidth || 700;
  const narrow = width < 620;
  const line = narrow ? width / 8.2 : (width - (dated ? 560 : 446)) / 7.9;
  const lines = Math.min(6, Math.ceil((contentLength(n) + 12) / Math.max(line, 16)));
  return narrow ? 76 + lines * 25 : Math.max(61, 21 + lines * 25);
}

const virtual = new VirtualList(body, { row, height, role: "rowgroup" });
moveByKeys(virtual, (element) => element.closest(".statement"));

function sorted(result) {
  return sortStatements(result.shown, state.sort);
}

function showStatements(statements) {
  searched = terms(state.words);
  const [now, down] = split(state.sort);
  for (const { key, element } of headings) {
    if (key) element.setAttribute("aria-sort", key === now ? (down ? "descending" : "ascending") : "none");
  }
  list.setAttribute("aria-rowcount", statements.length + 1);
  head.hidden = statements.length === 0;
  virtual.show(statements);
}

// Gives the focus to a statement that has been read.
function focusStatement(n) {
  const position = virtual.items.indexOf(n);
  const link = position < 0 ? null : virtual.at(position).querySelector(".said a");
  link?.focus({ preventScroll: true });
  return link;
}

export { SORTS, sorted, showStatements, focusStatement };
