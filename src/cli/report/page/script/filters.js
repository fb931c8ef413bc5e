import { articles, kinds, table, total, types } from "./data.js";
import { dated, firstDay, lastDay, readable, toDate, toDay } from "./dates.js";
import { byId, make, several } from "./dom.js";
import { facet } from "./facets.js";
import { badge, order } from "./palette.js";
import { speakerPicker } from "./speaker_picker.js";
import { cleared, go, isFiltered, state, toggled } from "./state.js";

// The filters, and the line that says what they leave.

const form = byId("filters");
const plain = (names) => (n) => make("span", {}, names[n]);
const numbers = (names) => names.map((_, n) => n);

const search = make("input", {
  type: "search",
  "aria-label": "Search",
  placeholder: "Search statements",
  oninput: () => later(() => go({ words: search.value }, { replace: true })),
  onchange: () => now(),
});

// Waits for the next letter, but not beyond the field.
let waiting = null;
function later(action) {
  clearTimeout(waiting?.timer);
  waiting = { action, timer: setTimeout(now, 120) };
}
function now() {
  const action = waiting?.action;
  clearTimeout(waiting?.timer);
  waiting = null;
  action?.();
}

const fold = make("button", {
  type: "button",
  class: "fold",
  "aria-expanded": "false",
  "aria-controls": "choices",
  onclick: () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") === "false")),
});

const dateField = (name, label) => {
  const attributes = { type: "date", name, min: toDate(firstDay), max: toDate(lastDay), onchange: () => go({ [name]: field.value }) };
  const field = make("input", attributes);
  return { field, element: make("label", { class: "date" }, make("span", {}, label), field) };
};
const dates = dated ? { from: dateField("from", "From"), to: dateField("to", "To") } : {};

const lowest = table.confidence.reduce((a, b) => Math.min(a, b), 100);
const sure = make("input", {
  type: "range",
  name: "confidence",
  min: Math.floor(lowest / 5) * 5,
  max: 95,
  step: 5,
  "aria-label": "Lowest confidence",
  oninput: () => {
    showConfidence(Number(sure.value));
    later(() => go({ confidence: sure.value === sure.min ? 0 : Number(sure.value) }, { replace: true }));
  },
  onchange: () => now(),
});
const sureness = make("output", {});
function showConfidence(value) {
  sureness.textContent = value > Number(sure.min) ? `${value} % or more` : "any";
  sure.setAttribute("aria-valuetext", sureness.textContent);
}

const picker = speakerPicker();
const facets = [
  facet("category", "Category", order, badge),
  facet("kind", "Whose words", numbers(kinds), plain(kinds)),
  facet("type", "Type", numbers(types), plain(types)),
];
const [byCategories, ...others] = facets.map(({ element }) => element);
form.append(
  make("div", { class: "search" }, search, fold),
  make(
    "div",
    { id: "choices" },
    byCategories,
    picker.element,
    dated && make("fieldset", {}, make("legend", {}, "Date"), Object.values(dates).map(({ element }) => element)),
    others,
    make("fieldset", {}, make("legend", {}, "Confidence"), make("label", { class: "range" }, sure, sureness))
  )
);
form.addEventListener("submit", (event) => event.preventDefault());

// What can be taken away again, one by one.
function chips() {
  const chip = (words, changes) =>
    make(
      "button",
      { type: "button", class: "chip", "aria-label": `Remove the filter ${words}`, onclick: () => (go(changes), byId("shown").focus()) },
      make("span", {}, words),
      make("span", { "aria-hidden": "true" }, "×")
    );
  const named = (name, nameOf) => state[name].map((value) => chip(nameOf(value), toggled(name, value)));
  const same = (value) => value;
  const titles = (key) => articles.find((article) => article.key === key)?.title ?? key;
  const day = (date) => readable(toDay(date));
  return [
    state.words.trim() && chip(`“${state.words.trim()}”`, { words: "" }),
    ["category", "kind", "type", "speaker"].map((name) => named(name, same)),
    named("article", titles),
    state.from && chip(`from ${day(state.from)}`, { from: "" }),
    state.to && chip(`to ${day(state.to)}`, { to: "" }),
    state.confidence > 0 && chip(`confidence ${state.confidence} %`, { confidence: 0 }),
  ].flat(3).filter(Boolean);
}

const shownLine = make("output", { id: "shown", "aria-live": "polite", tabindex: "-1" });
const chosen = make("div", { class: "chips" });
const actions = make("div", { class: "actions" });
byId("summary").append(shownLine, actions, chosen);

function showFilters(result, inArticles, bySpeakers) {
  [...facets, picker].forEach((part) => part.update(result.counts));
  if (document.activeElement !== search) search.value = state.words;
  for (const [name, { field }] of Object.entries(dates)) field.value = state[name];
  sure.value = state.confidence || sure.min;
  showConfidence(Number(sure.value));
  const number = chips();
  fold.textContent = number.length ? `Filters (${number.length})` : "Filters";
  const filtered = isFiltered();
  const statements = filtered ? `${result.shown.length.toLocaleString("en")} of ${several(total, "statement")}` : several(total, "statement");
  shownLine.textContent = `${statements}, ${several(inArticles, "article")}, ${several(bySpeakers, "speaker")}`;
  const clear = make("button", { type: "button", class: "clear", onclick: () => (go(cleared()), shownLine.focus()) }, "Clear all");
  chosen.replaceChildren(...number, ...(filtered ? [clear] : []));
  chosen.hidden = !filtered;
}

export { actions, showFilters };
