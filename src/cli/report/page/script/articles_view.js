import { articles, table } from "./data.js";
import { bar } from "./bars.js";
import { dated, readable } from "./dates.js";
import { byId, make, several } from "./dom.js";
import { byCategory } from "./filter.js";
import { sortRows, split, titleRanks } from "./sort.js";
import { address, isFiltered, state } from "./state.js";
import { moveByKeys, VirtualList } from "./virtual_list.js";

// The articles that have statements which fit the filters; all if nothing is filtered.

const ARTICLE_SORTS = {
  ...(dated ? { "-date": "Latest first", date: "Earliest first" } : {}),
  place: "Order of the input",
  title: "Title",
  "-statements": "Most statements first",
};

let counts = [];
let most = 0;

const listed = make("div", { role: "list", class: "cards" });
byId("view-articles").append(listed);

function row(n, position) {
  const article = articles[n];
  const number = counts[n]?.total ?? 0;
  const sources = [readable(article.day), article.title === article.id ? "" : article.id].filter(Boolean).join(" · ");
  return make(
    "div",
    { role: "listitem", class: "card", "data-position": position },
    make("div", { class: "name" }, make("a", { href: address({ view: "article", id: article.key }) }, article.title), make("small", {}, sources)),
    make("div", { class: "amount" }, bar(counts[n], most)),
    number
      ? make("a", { class: "number", href: address({ view: "statements", article: [article.key] }) }, several(number, "statement"))
      : make("span", { class: "number" }, "no statements")
  );
}

const virtual = new VirtualList(listed, { row, height: () => 76 });
moveByKeys(virtual, (element) => element.closest(".card"));

const RANKS = {
  place: () => (n) => n,
  title: () => ((ranks) => (n) => ranks[n])(titleRanks()),
  date: () => (n) => articles[n].day,
  statements: () => (n) => counts[n]?.total ?? 0,
};

function showArticles(result) {
  counts = byCategory(result.shown, table.article, articles.length);
  most = counts.reduce((most, row) => Math.max(most, row?.total ?? 0), 0);
  const shown = articles.map((_, n) => n).filter((n) => counts[n] || !isFiltered());
  const [key, down] = split(state["sort-articles"]);
  virtual.show(sortRows(shown, (RANKS[key] ?? RANKS.place)(), down));
  return shown.length;
}

export { ARTICLE_SORTS, showArticles };
