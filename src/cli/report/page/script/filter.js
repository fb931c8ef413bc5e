import { articles, categories, kinds, pieces, speakers, table, total, types } from "./data.js";
import { toDay } from "./dates.js";

// Contract: which statements fit all filters; and for each value of a filter, how many fit that
// value and all other filters.

// Filters that choose among values: the value of each statement, and what the values are called.
const CHOICES = {
  category: { of: table.category, names: categories.map((category) => category.name) },
  kind: { of: table.kind, names: kinds },
  type: { of: table.type, names: types },
  speaker: { of: table.speaker, names: speakers.map((speaker) => speaker.key) },
  article: { of: table.article, names: articles.map((article) => article.key) },
};
const NAMES = Object.keys(CHOICES);
const REST = ["date", "confidence", "words"];
const BIT = Object.fromEntries([...NAMES, ...REST].map((name, n) => [name, 1 << n]));

for (const choice of Object.values(CHOICES)) {
  choice.numbers = new Map(choice.names.map((name, n) => [name, n]));
}

// Words, and phrases in quotation marks.
function terms(words) {
  const found = words.toLowerCase().match(/["“][^"“”]+["”]|\S+/g) ?? [];
  return found.map((term) => term.replace(/^["“]|["”]$/g, "").replace(/\s+/g, " ").trim()).filter(Boolean);
}

// Where a term is found in words in lower case, from `at` on: only at the beginning of a word, if it
// begins with a letter or a digit. -1 if nowhere.
const LETTER = /[\p{L}\p{N}]/u;
function findTerm(words, term, at = 0) {
  const anywhere = !LETTER.test(term[0]);
  let place = words.indexOf(term, at);
  while (place > 0 && !anywhere && LETTER.test(words[place - 1])) place = words.indexOf(term, place + 1);
  return place;
}

// The text of an article in lower case, on one line, of the same length.
function lowered(article) {
  if (article.lower) return article.lower;
  const small = (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter);
  const lower = article.text.toLowerCase();
  const same = lower.length === article.text.length ? lower : Array.from(article.text, small).join("");
  return (article.lower = same.replace(/\s/g, " "));
}

function places(text, term) {
  const out = [];
  for (let at = findTerm(text, term); at >= 0; at = findTerm(text, term, at + 1)) out.push(at);
  return out;
}

// Whether one of some places, which are in order, is from `start` to `end`.
function oneWithin(all, start, end) {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low < all.length && all[low] <= end;
}

// Whether a term is in the words, the speaker or the title of a statement. Each text is searched
// once, however many statements it has.
function withTerm(term) {
  const named = speakers.map(({ name }) => findTerm(name.toLowerCase(), term) >= 0);
  const titled = articles.map(({ title }) => findTerm(title.toLowerCase(), term) >= 0);
  const found = articles.map((article) => places(lowered(article), term));
  return (n) => {
    const article = table.article[n];
    if (named[table.speaker[n]] || titled[article]) return true;
    return found[article].length > 0 && pieces(table.content[n]).some(([start, end]) => oneWithin(found[article], start, end - term.length));
  };
}

// Sets the bit of each filter that a statement does not fit.
function misses(state) {
  const out = new Uint8Array(total);
  const miss = (bit, fits) => {
    for (let n = 0; n < total; n++) if (!fits(n)) out[n] |= bit;
  };
  for (const name of NAMES) {
    if (state[name].length === 0) continue;
    const { of, names, numbers } = CHOICES[name];
    const chosen = new Uint8Array(names.length);
    for (const value of state[name]) if (numbers.has(value)) chosen[numbers.get(value)] = 1;
    miss(BIT[name], (n) => chosen[of[n]] === 1);
  }
  if (state.from || state.to) {
    const [from, to] = [state.from ? toDay(state.from) : -Infinity, state.to ? toDay(state.to) : Infinity];
    const fits = articles.map(({ day }) => day !== null && day >= from && day <= to);
    miss(BIT.date, (n) => fits[table.article[n]]);
  }
  if (state.confidence > 0) miss(BIT.confidence, (n) => table.confidence[n] >= state.confidence);
  for (const term of terms(state.words)) miss(BIT.words, withTerm(term));
  return out;
}

function filter(state) {
  const missed = misses(state);
  const counts = Object.fromEntries(NAMES.map((name) => [name, new Uint32Array(CHOICES[name].names.length)]));
  const shown = [];
  for (let n = 0; n < total; n++) if (missed[n] === 0) shown.push(n);
  for (const name of NAMES) {
    const { of } = CHOICES[name];
    for (let n = 0; n < total; n++) if ((missed[n] & ~BIT[name]) === 0) counts[name][of[n]] += 1;
  }
  // the statements that fit all filters but one
  const without = (name) => {
    const out = [];
    for (let n = 0; n < total; n++) if ((missed[n] & ~BIT[name]) === 0) out.push(n);
    return out;
  };
  return { shown, fits: (n) => missed[n] === 0, counts, without };
}

// How many of `shown` have each value, by category: `by(shown, table.speaker, speakers.length)[7]`.
function byCategory(shown, of, length) {
  const rows = Array.from({ length }, () => null);
  for (const n of shown) {
    const row = (rows[of[n]] ??= { total: 0, parts: new Map() });
    row.total += 1;
    row.parts.set(table.category[n], (row.parts.get(table.category[n]) ?? 0) + 1);
  }
  return rows;
}

export { CHOICES, findTerm, terms, filter, byCategory };
