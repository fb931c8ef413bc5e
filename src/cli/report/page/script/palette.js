import { categories } from "./data.js";
import { make } from "./dom.js";

// How categories look. Each has a shape and a line of its own, so that they can be told apart
// without colour, and a hue near those of its family: the categories with the same broader one.
// Within a family dark and light tones take turns.

const FAMILIES = ["commitment", "claim", "caution"];
const HUES = [150, 258, 52, 310, 15, 195, 100, 340];
const SPREAD = [26, 56, 36];
const LINES = ["solid", "dotted", "dashed", "double"];
const SHAPES = [
  "circle(48%)",
  "polygon(6% 6%, 94% 6%, 94% 94%, 6% 94%)",
  "polygon(50% 2%, 100% 96%, 0 96%)",
  "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
  "polygon(34% 0, 66% 0, 66% 34%, 100% 34%, 100% 66%, 66% 66%, 66% 100%, 34% 100%, 34% 66%, 0 66%, 0 34%, 34% 34%)",
  "polygon(0 4%, 100% 4%, 50% 98%)",
  "polygon(25% 4%, 75% 4%, 100% 50%, 75% 96%, 25% 96%, 0 50%)",
  "polygon(50% 0, 62% 36%, 100% 36%, 70% 59%, 81% 96%, 50% 74%, 19% 96%, 30% 59%, 0 36%, 38% 36%)",
  "polygon(0 30%, 100% 30%, 100% 70%, 0 70%)",
];

const families = new Map(FAMILIES.map((family) => [family, []]));
categories.forEach((category, n) => {
  const family = category.broader ?? category.name;
  if (!families.has(family)) families.set(family, []);
  families.get(family).push(n);
});

// The numbers of the categories, by family.
const order = [...families.values()].flat();

const looks = new CSSStyleSheet();
let drawn = 0;
[...families.values()].forEach((members, family) => {
  const spread = members.length > 1 ? (SPREAD[family] ?? 30) : 0;
  members.forEach((n, member) => {
    const step = spread ? (2 * member) / (members.length - 1) - 1 : 0;
    const hue = (HUES[family % HUES.length] + step * spread + 360) % 360;
    const shape = SHAPES[drawn % SHAPES.length];
    const line = LINES[(drawn + Math.floor(drawn / SHAPES.length)) % LINES.length];
    looks.insertRule(`.k${n} { --hue: ${hue}; --tone: ${member % 2}; --stroke: ${line}; --shape: ${shape} }`);
    drawn += 1;
  });
});
document.adoptedStyleSheets = [looks];

// The class that gives an element the look of category n.
const look = (n) => `k k${n}`;

// The shape and the name of category n.
function badge(n) {
  return make("span", { class: `badge ${look(n)}`, title: categories[n].description || null }, make("i", { class: "shape" }), categories[n].name);
}

export { order, look, badge };
