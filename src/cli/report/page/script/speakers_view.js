import { about, speakers, table, UNKNOWN } from "./data.js";
import { bar } from "./bars.js";
import { byId, grouped, make, several } from "./dom.js";
import { byCategory } from "./filter.js";
import { sortRows, speakerRanks, split } from "./sort.js";
import { findSpeakers } from "./speaker_picker.js";
import { address, go, state } from "./state.js";
import { moveByKeys, VirtualList } from "./virtual_list.js";

// The speakers of all articles together, with what fits the filters.

const SPEAKER_SORTS = { "-statements": "Most statements first", "-articles": "Most articles first", name: "Name" };

let counts = [];
let inArticles = [];
let most = 0;

const field = make("input", {
  type: "search",
  "aria-label": "Find a speaker",
  placeholder: "Find a speaker by name or role",
  oninput: () => go({ who: field.value }, { replace: true }),
});
const found = make("output", { "aria-live": "polite" });
const listed = make("div", { role: "list", class: "cards" });
byId("view-speakers").append(make("div", { class: "find" }, field, found), listed);

function row(n, position) {
  const { key, name, standing, kind, roles, also } = speakers[n];
  const more = [about(speakers[n]) || (kind === "unknown" ? "" : kind), ...roles.slice(1), standing === "named" && also.length && `also ${also.join(", ")}`];
  const amount = `${several(counts[n].total, "statement")}, ${several(inArticles[n], "article")}`;
  return make(
    "div",
    { role: "listitem", class: "card", "data-position": position },
    make("div", { class: "name" }, make("a", { href: address({ view: "statements", speaker: [key], who: "" }) }, name), make("small", {}, more.filter(Boolean).join(" · "))),
    make("div", { class: "amount" }, bar(counts[n], most)),
    make("span", { class: "number" }, amount)
  );
}

const virtual = new VirtualList(listed, { row, height: () => 76 });
moveByKeys(virtual, (element) => element.closest(".card"));

const RANKS = {
  statements: () => (n) => counts[n].total,
  articles: () => (n) => inArticles[n],
  name: () => ((ranks) => (n) => ranks[n])(speakerRanks()),
};

// In how many articles each speaker says something of `shown`, which is in the order of articles.
function countArticles(shown) {
  const last = new Int32Array(speakers.length).fill(-1);
  const out = new Uint32Array(speakers.length);
  for (const n of shown) {
    const speaker = table.speaker[n];
    if (last[speaker] !== table.article[n]) out[speaker] += 1;
    last[speaker] = table.article[n];
  }
  return out;
}

function showSpeakers(result) {
  counts = byCategory(result.shown, table.speaker, speakers.length);
  inArticles = countArticles(result.shown);
  most = counts.reduce((most, row, n) => (n === UNKNOWN ? most : Math.max(most, row?.total ?? 0)), 0);
  const own = findSpeakers(state.who, counts.map((row) => row?.total ?? 0)).filter((n) => counts[n] && n !== UNKNOWN);
  const [key, down] = split(state["sort-speakers"]);
  if (document.activeElement !== field) field.value = state.who;
  found.textContent = state.who.trim() ? `${grouped(own.length)} found` : "";
  virtual.show(sortRows(own, (RANKS[key] ?? RANKS.statements)(), down));
  return own.length;
}

export { SPEAKER_SORTS, countArticles, showSpeakers };
