import { articles, table, title, total, UNKNOWN } from "./data.js";
import { ARTICLE_SORTS, showArticles } from "./articles_view.js";
import { showCharts } from "./charts_view.js";
import { csv, download } from "./csv.js";
import { byId, grouped, make, say, several } from "./dom.js";
import { filter } from "./filter.js";
import { actions, showFilters } from "./filters.js";
import { showArticle } from "./reader_view.js";
import { SPEAKER_SORTS, countArticles, showSpeakers } from "./speakers_view.js";
import { SORTS, focusStatement, showStatements, sorted } from "./statements_view.js";
import { FILTERS, VIEWS, address, go, isFiltered, onChange, state } from "./state.js";

// Puts the parts together: after each change of the state, filters once and shows the present view.

const LISTS = {
  statements: { label: "Statements", sort: "sort", sorts: SORTS, show: () => showStatements(list) },
  articles: { label: "Articles", sort: "sort-articles", sorts: ARTICLE_SORTS, show: () => showArticles(result) },
  speakers: { label: "Speakers", sort: "sort-speakers", sorts: SPEAKER_SORTS, show: () => showSpeakers(result) },
  charts: { label: "Charts", show: () => showCharts(result) },
};

let result;
let list = [];

const tabs = Object.entries(LISTS).map(([view, { label }]) => {
  const count = make("span", { class: "count" });
  return { view, count, element: make("a", { class: "tab", href: `#${view}` }, label, " ", count) };
});
byId("views").append(...tabs.map(({ element }) => element));

const order = make("select", { "aria-label": "Sort by", onchange: () => go({ [LISTS[state.view].sort]: order.value }) });
const save = make(
  "button",
  {
    type: "button",
    onclick: () => {
      download(`${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "statements"}.csv`, csv(list));
      say(`${several(list.length, "statement")} saved`);
    },
  },
  "Save as CSV"
);
actions.append(order, save);

function showOrder() {
  const { sort, sorts } = LISTS[state.view] ?? {};
  order.hidden = !sort;
  if (!sort) return;
  const known = Object.hasOwn(sorts, state[sort]);
  const choices = known ? sorts : { ...sorts, [state[sort]]: "As the column says" };
  // a menu that is open must not change
  if (Object.keys(choices).join() !== [...order.options].map(({ value }) => value).join()) {
    order.replaceChildren(...Object.entries(choices).map(([value, label]) => make("option", { value }, label)));
  }
  order.value = state[sort];
}

function counted() {
  const bySpeakers = countArticles(result.shown).filter((count, n) => count > 0 && n !== UNKNOWN).length;
  const inArticles = new Set(result.shown.map((n) => table.article[n])).size;
  return { statements: result.shown.length, articles: isFiltered() ? inArticles : articles.length, speakers: bySpeakers };
}

function showTabs(counts) {
  for (const { view, count, element } of tabs) {
    count.textContent = view in counts ? grouped(counts[view]) : "";
    element.href = address({ view });
    const here = view === state.view || (view === "statements" && state.view === "article");
    if (here) element.setAttribute("aria-current", "page");
    else element.removeAttribute("aria-current");
  }
}

function showNothing(counts) {
  const nothing = byId("nothing");
  const [empty] = [
    articles.length === 0 && "No articles.",
    total === 0 && "No statements found.",
    counts.statements === 0 && "No statement fits these filters.",
  ].filter(Boolean);
  nothing.textContent = empty ?? "";
  nothing.hidden = !empty || state.view === "article";
}

const same = (names, before) => before && names.every((name) => String(before[name]) === String(state[name]));
const scrolled = new Map(); // where each view was left

function render(before = null) {
  const refiltered = !same(FILTERS, before);
  if (refiltered) result = filter(state);
  if (refiltered || !same(["sort"], before)) list = sorted(result);
  const counts = counted();
  const arrived = !before || before.view !== state.view;
  for (const view of VIEWS) byId(`view-${view}`).hidden = view !== state.view;
  document.body.dataset.view = state.view;
  showTabs(counts);
  showOrder();
  showNothing(counts);
  showFilters(result, counts.articles, counts.speakers);
  if (state.view === "article") {
    if (!showArticle(result, list, arrived || before.statement !== state.statement)) go({ view: "statements" }, { replace: true });
    return;
  }
  LISTS[state.view].show();
  if (arrived && before) arrive(before);
  else if (refiltered && before) scrollTo(0, Math.min(scrollY, byId("main").offsetTop));
}

// Back in a list, the reader is where they left it.
function arrive(before) {
  scrollTo(0, scrolled.get(state.view) ?? 0);
  if (state.view !== "statements" || before.view !== "article") return;
  const article = articles.find(({ key }) => key === before.id);
  const link = article && focusStatement(article.first + before.statement - 1);
  if (link && !isInWindow(link)) link.scrollIntoView({ block: "center" });
}

function isInWindow(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

history.scrollRestoration = "manual";
addEventListener("scroll", () => scrolled.set(state.view, scrollY), { passive: true });
onChange(render);

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  document.querySelector("#filters [type=search]").focus();
});

byId("columns").hidden = false;
render();
