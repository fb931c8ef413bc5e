import { kinds, speakers, types, UNKNOWN } from "./data.js";
import { bar, describe } from "./bars.js";
import { dated } from "./dates.js";
import { byId, grouped, make, several } from "./dom.js";
import { byCategory, CHOICES } from "./filter.js";
import { badge, order } from "./palette.js";
import { address, go, state, toggled } from "./state.js";
import { timeline } from "./timeline.js";

// Charts whose bars are buttons: each sets or clears a filter. A chart counts what fits the other
// filters, so that what is not chosen can still be compared; it is drawn faint.

const SPEAKERS = 20;

const section = byId("view-charts");

function chart(title, ...children) {
  return make("section", { class: "chart", "aria-label": title }, make("h2", {}, title), ...children);
}

// A bar for each of `numbers`, by the values of a filter.
function bars(title, name, numbers, label, result, ...more) {
  const rows = byCategory(result.without(name), CHOICES[name].of, CHOICES[name].names.length);
  const own = numbers(rows);
  const most = own.reduce((most, n) => Math.max(most, rows[n]?.total ?? 0), 0);
  const items = own.map((n) => {
    const value = CHOICES[name].names[n];
    const [chosen, count] = [state[name].includes(value), rows[n]?.total ?? 0];
    const parts = name === "category" ? "" : `: ${describe(rows[n])}`;
    return make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          class: state[name].length && !chosen ? "line out" : "line",
          "aria-pressed": String(chosen),
          "aria-label": `${value}, ${several(count, "statement")}${parts}`,
          "data-bar": `${name} ${value}`,
          onclick: () => go(toggled(name, value)),
        },
        label(n),
        make("span", { class: "track" }, bar(rows[n], most)),
        make("span", { class: "count" }, grouped(count))
      )
    );
  });
  return chart(title, make("ul", { class: "bars" }, items), ...more);
}

const all = (names) => () => names.map((_, n) => n);
const named = (names) => (n) => make("span", { class: "label" }, names[n]);

function topSpeakers(rows) {
  const count = (n) => rows[n]?.total ?? 0;
  const own = speakers.map((_, n) => n).filter((n) => n !== UNKNOWN && (count(n) || state.speaker.includes(speakers[n].key)));
  return own.sort((a, b) => count(b) - count(a) || a - b).slice(0, SPEAKERS);
}

function showCharts(result) {
  const focused = section.contains(document.activeElement) ? document.activeElement.dataset.bar : null;
  const toAll = make("p", {}, make("a", { href: address({ view: "speakers" }) }, "All speakers"));
  section.replaceChildren(
    ...[
      dated && chart("Over time", timeline(result)),
      make(
        "div",
        {},
        bars("Category", "category", () => order, (n) => make("span", { class: "label" }, badge(n)), result),
        bars("Whose words", "kind", all(kinds), named(kinds), result),
        bars("Type", "type", all(types), named(types), result)
      ),
      bars("Who speaks most", "speaker", topSpeakers, named(speakers.map(({ name }) => name)), result, toAll),
    ].filter(Boolean)
  );
  if (focused) [...section.querySelectorAll("[data-bar]")].find((button) => button.dataset.bar === focused)?.focus();
}

export { showCharts };
