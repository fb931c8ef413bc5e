import { articles, speakers, table, UNKNOWN } from "./data.js";
import { order } from "./palette.js";

// Contract: the same order for the same choice. What has no value for a key comes last, whichever
// way the list is sorted; what is equal stays in the order of the articles.

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

// The rank of each name among all.
function ranks(names) {
  const sorted = names.map((_, n) => n).sort((a, b) => collator.compare(names[a], names[b]));
  const out = Array(names.length);
  let rank = 0;
  sorted.forEach((n, at) => {
    if (at > 0 && collator.compare(names[n], names[sorted[at - 1]]) !== 0) rank = at;
    out[n] = rank;
  });
  return out;
}

// Ranks are made when somebody first sorts by them.
const made = new Map();
const once = (name, make) => () => {
  if (!made.has(name)) made.set(name, make());
  return made.get(name);
};
const titleRanks = once("titles", () => ranks(articles.map((article) => article.title)));
const speakerRanks = once("speakers", () => {
  const all = ranks(speakers.map((speaker) => speaker.name));
  all[UNKNOWN] = null;
  return all;
});
const categoryRanks = once("categories", () => order.reduce((all, n, rank) => ((all[n] = rank), all), []));

// For each key, the rank of a statement.
const KEYS = {
  place: () => (n) => n,
  speaker: () => (ranks => (n) => ranks[table.speaker[n]])(speakerRanks()),
  category: () => (ranks => (n) => ranks[table.category[n]])(categoryRanks()),
  date: () => (n) => articles[table.article[n]].day,
  title: () => (ranks => (n) => ranks[table.article[n]])(titleRanks()),
  confidence: () => (n) => table.confidence[n],
};

// "-date" is by date, the latest first.
const split = (sort) => (sort.startsWith("-") ? [sort.slice(1), true] : [sort, false]);

// Sorts rows by the rank that `rank` gives each.
function sortRows(rows, rank, down) {
  const ranked = rows.map((row) => [rank(row), row]);
  const sign = down ? -1 : 1;
  ranked.sort(([a, n], [b, m]) => {
    if (a === b) return n - m;
    if (a === null) return 1;
    if (b === null) return -1;
    return sign * (a - b);
  });
  return ranked.map(([, row]) => row);
}

function sortStatements(shown, sort) {
  const [key, down] = split(sort);
  if (!Object.hasOwn(KEYS, key) || (key === "place" && !down)) return shown;
  return sortRows(shown, KEYS[key](), down);
}

export { titleRanks, speakerRanks, split, sortRows, sortStatements };
