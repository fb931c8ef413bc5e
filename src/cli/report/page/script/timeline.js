import { byCategory } from "./filter.js";
import { describe, parts } from "./bars.js";
import { articles, table } from "./data.js";
import { firstDay, format, lastDay, readable, toDate, toDay } from "./dates.js";
import { grouped, make, several } from "./dom.js";
import { go, state } from "./state.js";

// Statements over time, to scale: an empty month is an empty place.

const COLUMNS = 62;
const TICKS = 7;

const parse = (day) => toDate(day).split("-").map(Number);
const from = (year, month) => Math.round(Date.UTC(year, month) / 86400000);

// Periods: the first day of the one that a day is in, and what it is called.
const PERIODS = [
  { start: (day) => day, name: readable },
  { start: (day) => day - ((((day + 3) % 7) + 7) % 7), name: (day) => `Week of ${readable(day)}`, length: 7 },
  { start: (day) => from(parse(day)[0], parse(day)[1] - 1), name: (day) => format(day, { month: "long", year: "numeric" }), months: 1 },
  { start: (day) => from(parse(day)[0], Math.floor((parse(day)[1] - 1) / 3) * 3), name: (day) => `Quarter from ${format(day, { month: "long", year: "numeric" })}`, months: 3 },
  { start: (day) => from(parse(day)[0], 0), name: (day) => format(day, { year: "numeric" }), months: 12 },
];

function next(period, start) {
  if (!period.months) return start + (period.length ?? 1);
  const [year, month] = parse(start);
  return from(year, month - 1 + period.months);
}

// The starts of all periods, and the end of the last.
function edges(period) {
  const out = [period.start(firstDay)];
  while (out.at(-1) <= lastDay) out.push(next(period, out.at(-1)));
  return out;
}

let made = null;
function scale() {
  if (made) return made;
  for (const period of PERIODS) {
    const all = edges(period);
    made = { period, all };
    if (all.length - 1 <= COLUMNS) break;
  }
  const starts = made.all.slice(0, -1);
  made.of = articles.map(({ day }) => (day === null ? -1 : starts.findLastIndex((start) => start <= day)));
  made.column = table.article.map((article) => made.of[article]);
  return made;
}

// The dates under the columns.
function ticks(all) {
  const [first, end] = [all[0], all.at(-1)];
  const years = (end - first) / 365;
  const options = years > 3 ? { year: "numeric" } : years > 0.25 ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
  const period = years > 3 ? PERIODS[4] : years > 0.25 ? PERIODS[2] : PERIODS[0];
  const starts = [];
  const last = end - 0.08 * (end - first); // a label further on would be cut off
  for (let day = period.start(first); day < last; day = next(period, day)) if (day >= first) starts.push(day);
  const step = Math.ceil(starts.length / TICKS);
  return starts.filter((_, n) => n % step === 0).map((day) => [day, format(day, options)]);
}

function placed(element, start, end, all) {
  const [first, last] = [all[0], all.at(-1)];
  element.style.left = `${(100 * (start - first)) / (last - first)}%`;
  if (end !== null) element.style.width = `${(100 * (end - start)) / (last - first)}%`;
  return element;
}

function timeline(result) {
  const { period, all, column } = scale();
  const shown = result.without("date").filter((n) => column[n] >= 0);
  const rows = byCategory(shown, column, all.length - 1);
  const most = rows.reduce((most, row) => Math.max(most, row?.total ?? 0), 0);
  const columns = rows.map((row, n) => {
    if (!row) return null;
    const [start, end] = [all[n], all[n + 1]];
    const own = { from: toDate(start), to: toDate(end - 1) };
    const chosen = state.from === own.from && state.to === own.to;
    const outside = (state.from && end - 1 < toDay(state.from)) || (state.to && start > toDay(state.to));
    const label = `${period.name(start)}: ${several(row.total, "statement")} (${describe(row)})`;
    const stack = make("span", { class: "stack" }, parts(row));
    stack.style.height = `${(100 * row.total) / most}%`;
    return placed(
      make(
        "button",
        {
          type: "button",
          class: outside ? "column out" : "column",
          "aria-pressed": String(chosen),
          "aria-label": label,
          "data-bar": `date ${own.from}`,
          title: label,
          onclick: () => go(chosen ? { from: "", to: "" } : own),
        },
        stack
      ),
      start,
      end,
      all
    );
  });
  return make(
    "div",
    { class: "timeline" },
    make("span", { class: "most", "aria-hidden": "true" }, grouped(most)),
    make("div", { class: "plot", role: "group", "aria-label": "Statements over time" }, columns),
    make("div", { class: "ticks", "aria-hidden": "true" }, ticks(all).map(([day, label]) => placed(make("span", { class: day > all[0] + 0.75 * (all.at(-1) - all[0]) && "late" }, label), day, null, all)))
  );
}

export { timeline };
