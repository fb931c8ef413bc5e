import { dated, toDay } from "./dates.js";

// What the reader has chosen. It is kept in the address of the page, so that it can be bookmarked,
// sent, and undone by going back: `#statements?category=claim&words=pier`.

const VIEWS = ["statements", "articles", "speakers", "charts", "article"];

const DEFAULTS = {
  view: "statements",
  // filters
  words: "",
  category: [],
  kind: [],
  type: [],
  speaker: [],
  article: [],
  from: "",
  to: "",
  confidence: 0,
  // the order of each list
  sort: dated ? "-date" : "place",
  "sort-articles": dated ? "-date" : "place",
  "sort-speakers": "-statements",
  // the speakers that are listed
  who: "",
  // the article that is read, and the number of a statement in it
  id: "",
  statement: 0,
};

const FILTERS = ["words", "category", "kind", "type", "speaker", "article", "from", "to", "confidence"];

const isDefault = (name, value) => (Array.isArray(value) ? value.length === 0 : value === DEFAULTS[name]);

function read(hash) {
  const [view, query] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const given = new URLSearchParams(query ?? "");
  const state = { ...DEFAULTS, view: VIEWS.includes(view) ? view : DEFAULTS.view };
  for (const name of Object.keys(DEFAULTS)) {
    if (name === "view" || !given.has(name)) continue;
    const value = given.get(name);
    if (Array.isArray(DEFAULTS[name])) state[name] = given.getAll(name);
    else state[name] = typeof DEFAULTS[name] === "number" ? Number(value) || 0 : value;
  }
  for (const name of ["from", "to"]) if (Number.isNaN(toDay(state[name]))) state[name] = "";
  return state;
}

const state = read(location.hash);

// The address of the page after some changes.
function address(changes = {}) {
  const next = { ...state, ...changes };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(next)) {
    if (name === "view" || isDefault(name, value)) continue;
    if ((name === "id" || name === "statement") && next.view !== "article") continue;
    for (const one of [value].flat()) query.append(name, one);
  }
  return `#${next.view}${query.size ? `?${query}` : ""}`;
}

const listeners = [];
const onChange = (listener) => listeners.push(listener);

function changed(next) {
  const before = { ...state };
  Object.assign(state, next);
  listeners.forEach((listener) => listener(before));
}

// Changes the state. Small steps, like each letter that is typed, replace the last entry of the
// browser's history.
function go(changes, { replace = false } = {}) {
  const hash = address(changes);
  if (hash !== address()) history[replace ? "replaceState" : "pushState"](null, "", hash);
  changed({ ...state, ...changes });
}

const cleared = () => Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]]));
const isFiltered = () => FILTERS.some((name) => !isDefault(name, state[name]));

// The values of a filter with one of them put in or taken out.
function toggled(name, value) {
  const on = state[name].includes(value);
  return { [name]: on ? state[name].filter((own) => own !== value) : [...state[name], value] };
}

addEventListener("popstate", () => changed(read(location.hash)));

export { VIEWS, FILTERS, state, address, onChange, go, cleared, isFiltered, toggled };
