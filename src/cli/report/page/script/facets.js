import { CHOICES } from "./filter.js";
import { grouped, make } from "./dom.js";
import { go, state, toggled } from "./state.js";

// The boxes of a filter: `numbers` are the values offered, `draw(n)` shows one. None ticked means
// that all are shown.
function facet(name, label, numbers, draw) {
  const options = numbers.map((n) => {
    const value = CHOICES[name].names[n];
    const box = make("input", { type: "checkbox", name, value, onchange: () => go(toggled(name, value)) });
    const count = make("span", { class: "count" });
    return { n, value, box, count, element: make("label", { class: "option" }, box, draw(n), count) };
  });
  const element = make("fieldset", {}, make("legend", {}, label), options.map((option) => option.element));
  const update = (counts) => {
    for (const { n, value, box, count, element } of options) {
      box.checked = state[name].includes(value);
      count.textContent = grouped(counts[name][n]);
      element.classList.toggle("none", counts[name][n] === 0 && !box.checked);
    }
  };
  return { element, update };
}

export { facet };
