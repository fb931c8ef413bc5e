import { categories } from "./data.js";
import { make } from "./dom.js";
import { look, order } from "./palette.js";

// Bars that are divided by category. `counts` is a row of `byCategory`.

function describe(counts) {
  if (!counts) return "none";
  const parts = order.filter((n) => counts.parts.has(n));
  return parts.map((n) => `${counts.parts.get(n)} ${categories[n].name}`).join(", ");
}

// The parts of a bar, each as large as its count.
function parts(counts) {
  const own = order.filter((n) => counts?.parts.has(n));
  return own.map((n) => {
    const part = make("span", { class: `part ${look(n)}` });
    part.style.flexGrow = counts.parts.get(n);
    return part;
  });
}

// A bar whose length is its share of `most`.
function bar(counts, most) {
  const element = make("span", { class: "bar", role: "img", "aria-label": describe(counts), title: describe(counts) }, parts(counts));
  element.style.width = `${most ? (100 * (counts?.total ?? 0)) / most : 0}%`;
  return element;
}

export { describe, parts, bar };
