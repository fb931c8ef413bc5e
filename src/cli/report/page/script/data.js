import { byId } from "./dom.js";

// The articles, speakers and statements. The statements are a table by columns: `table.cue[n]` is
// the cue of statement n. Places are positions in the article's text.

const data = JSON.parse(byId("data").textContent);

const { title, categories, kinds, types, resolutions, rules, articles, speakers } = data;
const table = data.statements;
const total = table.article.length;

// The speaker of statements without one.
const UNKNOWN = speakers.length;
speakers.push({ name: "Unknown speaker", standing: "unnamed", kind: "unknown", roles: [], also: [], candidates: [] });
table.speaker = table.speaker.map((speaker) => speaker ?? UNKNOWN);

// Keys are what the address of the page calls an article or a speaker: the same in the next report
// of the same articles.
function setKeys(rows, name) {
  const taken = new Map();
  for (const row of rows) {
    const n = (taken.get(name(row)) ?? 0) + 1;
    taken.set(name(row), n);
    row.key = n === 1 ? name(row) : `${name(row)} (${n})`;
  }
}
setKeys(articles, (article) => article.id);
setKeys(speakers, (speaker) => speaker.name);

// The statements of article n are those from `first` to before `end`.
articles.forEach((article, number) => {
  article.number = number;
  article.title ??= article.id;
  article.first = article.end = 0;
});
table.article.forEach((n, statement) => {
  if (articles[n].end === 0) articles[n].first = statement;
  articles[n].end = statement + 1;
});

const articleOf = (n) => articles[table.article[n]];
const speakerOf = (n) => speakers[table.speaker[n]];
const categoryOf = (n) => categories[table.category[n]].name;
const kindOf = (n) => kinds[table.kind[n]];

// The words at a place, on one line.
function words(n, place) {
  return place ? articleOf(n).text.slice(place[0], place[1]).replace(/\s+/g, " ").trim() : "";
}

function pieces(places) {
  const out = [];
  for (let at = 0; at < places.length; at += 2) out.push([places[at], places[at + 1]]);
  return out;
}

const content = (n) => pieces(table.content[n]).map((place) => words(n, place)).join(" … ");

// The length of a content, without making it.
const contentLength = (n) => {
  const places = table.content[n];
  return places[places.length - 1] - places[0];
};

// What a name alone does not say: "mayor of Tarn Bridge", "may be Lena Moor or Tom Moor".
function about({ standing, kind, roles, candidates }) {
  if (standing === "ambiguous") return `may be ${candidates.map((n) => speakers[n].name).join(" or ") || "several"}`;
  if (roles.length) return roles[0];
  return standing === "unnamed" && kind === "person" ? "not named" : "";
}

// The cue in words; a colon or a dash is none.
const cueOf = (n) => {
  const cue = words(n, table.cue[n]);
  return /\p{L}/u.test(cue) ? cue : "";
};

export { about, cueOf, title, categories, kinds, types, resolutions, rules, articles, speakers, table, total, UNKNOWN, articleOf, speakerOf, categoryOf, kindOf, words, pieces, content, contentLength };
