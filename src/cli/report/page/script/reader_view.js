import { about, articles, categoryOf, speakerOf, speakers, table, UNKNOWN } from "./data.js";
import { readable } from "./dates.js";
import { byId, grouped, make, several } from "./dom.js";
import { note } from "./note.js";
import { look } from "./palette.js";
import { cut, segments } from "./segments.js";
import { address, go, state } from "./state.js";

// One article: its text with the statements that fit the filters marked, and a note on the one that
// was chosen. Its neighbours in the list are one step away.

const section = byId("view-article");
let article = null;
let marks = new Map(); // the elements of each statement
let bound = () => false;

const noteBox = make("div", { class: "chosen" });
const close = make("button", { type: "button", class: "close", "aria-label": "Close the note", onclick: () => select(null) }, "×");
const number = (n) => n - article.first + 1;
const link = (n) => address({ view: "article", id: articles[table.article[n]].key, statement: n - articles[table.article[n]].first + 1 });

// The end of the title, if the text begins with it.
function titleEnd({ text, title }) {
  const start = text.length - text.trimStart().length;
  const end = text.indexOf("\n", start);
  return end > 0 && text.slice(start, end).replace(/\s+/g, " ").trim() === title ? end : 0;
}

function marked({ start, end, covers, closes }) {
  const text = article.text.slice(start, end);
  const own = covers.filter(({ role }) => role === "content");
  const inner = own.at(-1);
  const roles = ["cue", "source"].filter((wanted) => covers.some(({ role }) => role === wanted));
  const out = [];
  if (covers.length === 0) out.push(text);
  else {
    const element = make(inner ? "mark" : "span", { class: [inner && look(table.category[inner.n]), ...roles].filter(Boolean).join(" ") }, text);
    for (const role of ["content", "cue", "source"]) {
      const numbers = covers.filter((cover) => cover.role === role).map(({ n }) => number(n));
      if (numbers.length) element.dataset[role] = numbers.join(" ");
    }
    element.dataset.n = (inner ?? covers.at(-1)).n;
    for (const { n } of covers) marks.get(n).push(element);
    out.push(element);
  }
  for (const n of closes) {
    const label = `Statement ${number(n)}: ${speakerOf(n).name}, ${categoryOf(n)}`;
    const ref = make("a", { class: `ref ${look(table.category[n])}`, href: link(n), "aria-label": label, "data-n": n, id: `ref-${n}` }, String(number(n)), make("i", { class: "shape" }));
    marks.get(n).push(ref);
    out.push(ref);
  }
  return out;
}

function steps(n, list) {
  const at = n === null ? -1 : list.indexOf(n);
  const step = (label, key, to) =>
    to === undefined
      ? make("span", { class: "step off" }, label)
      : make("a", { class: "step", href: link(to), "aria-keyshortcuts": key, title: `Key ${key}` }, label);
  const first = list.find((own) => table.article[own] === article.number);
  const previous = at > 0 ? list[at - 1] : undefined;
  const following = at >= 0 ? list[at + 1] : first;
  const place = at >= 0 ? `${grouped(at + 1)} of ${grouped(list.length)}` : several(list.length, "statement");
  return [step("Previous", "p", previous), step("Next", "n", following), make("span", { class: "place" }, place)];
}

function bySpeaker(shown) {
  const own = new Map();
  for (const n of shown) own.set(table.speaker[n], [...(own.get(table.speaker[n]) ?? []), n]);
  const items = [...own].map(([speaker, statements]) => {
    const { name } = speakers[speaker];
    const refs = statements.map((n) => make("a", { class: `ref ${look(table.category[n])}`, href: link(n), "aria-label": `Statement ${number(n)}` }, String(number(n))));
    const role = speaker !== UNKNOWN && about(speakers[speaker]);
    return make("li", {}, make("span", {}, name, role && make("small", {}, role)), make("span", { class: "refs" }, refs));
  });
  return make("div", { class: "voices" }, make("h3", {}, "In this article"), items.length ? make("ul", {}, items) : make("p", {}, "No statement fits the filters."));
}

const bar = make("nav", { class: "steps", "aria-label": "Statements" });

// Draws the article anew; `fits` says which statements are shown.
function draw(fits) {
  const shown = [];
  for (let n = article.first; n < article.end; n++) if (fits(n)) shown.push(n);
  marks = new Map(shown.map((n) => [n, []]));
  const end = titleEnd(article);
  const [head, body] = cut(segments(article.text.length, shown), end);
  const about = [
    article.day !== null && make("time", { datetime: article.date }, readable(article.day)),
    article.url && make("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, new URL(article.url).hostname),
    article.title !== article.id && article.id !== article.url && make("span", {}, article.id),
  ];
  section.replaceChildren(
    bar,
    make("h2", { tabindex: "-1", class: end ? "unseen" : null }, article.title),
    make("p", { class: "about" }, about.filter(Boolean)),
    make(
      "div",
      { class: "reading" },
      make("div", { class: "text" }, end > 0 && make("span", { class: "headline" }, head.flatMap(marked)), body.flatMap(marked)),
      make("aside", { "aria-label": "Notes" }, noteBox, bySpeaker(shown))
    )
  );
}

function light(n) {
  section.querySelectorAll(".lit").forEach((element) => element.classList.remove("lit"));
  marks.get(n)?.forEach((element) => element.classList.add("lit"));
}

let noted = null;
function showNote(n) {
  light(n);
  if (n === noted && noteBox.childElementCount) return;
  noted = n;
  const known = n !== null && marks.has(n);
  noteBox.replaceChildren(...(known ? [close, note(n)] : []));
  noteBox.classList.toggle("open", known);
}

const selected = () => (state.statement > 0 && article.first + state.statement <= article.end ? article.first + state.statement - 1 : null);

function select(n) {
  go({ statement: n === null ? 0 : number(n) }, { replace: true });
}

// The statement of an element, or null.
const statementAt = (element) => {
  const own = element.closest?.("[data-n]");
  return own && section.contains(own) ? Number(own.dataset.n) : null;
};
// Where the pointer was last. A pointer that enters an element without leaving its place was not moved: the page was, as after a jump.
let pointer = "";
const place = (event) => `${event.clientX} ${event.clientY}`;
document.addEventListener("mousemove", (event) => (pointer = place(event)));
section.addEventListener("mouseover", (event) => {
  if (place(event) === pointer) return;
  const n = statementAt(event.target);
  if (n !== null) showNote(n);
  else if (event.target.closest(".text")) showNote(selected());
});
section.addEventListener("mouseleave", () => article && showNote(selected()));
section.addEventListener("click", (event) => {
  const n = statementAt(event.target);
  if (n !== null && !event.target.closest("a") && getSelection().isCollapsed) select(n);
});

function showArticle(result, list, moved) {
  const found = articles.findIndex(({ key }) => key === state.id);
  if (found < 0) return false;
  const other = article !== articles[found];
  article = articles[found];
  if (other || bound !== result.fits) draw((bound = result.fits));
  noted = undefined;
  showNote(selected());
  bar.replaceChildren(make("a", { class: "step back", href: address({ view: "statements" }) }, "All statements"), ...steps(selected(), list));
  if (!moved && !other) return true;
  const target = byId(`ref-${selected()}`);
  if (target) {
    target.setAttribute("aria-describedby", "note");
    if (other) scrollTo(0, 0);
    const first = marks.get(selected())[0];
    const { top, bottom } = first.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight * 0.8) first.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  } else {
    scrollTo(0, 0);
    section.querySelector("h2").focus({ preventScroll: true });
  }
  return true;
}

addEventListener("keydown", (event) => {
  if (state.view !== "article" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "Escape" && state.statement) select(null);
  if (event.key === "n" || event.key === "p") bar.querySelector(`[aria-keyshortcuts=${event.key}]`)?.click();
});

export { showArticle };
