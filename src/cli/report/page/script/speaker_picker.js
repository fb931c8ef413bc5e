import { about, speakers, UNKNOWN } from "./data.js";
import { grouped, make } from "./dom.js";
import { findTerm } from "./filter.js";
import { go, state, toggled } from "./state.js";

// A field to choose speakers by typing a part of their name: a combobox with a list.

const OFFERED = 50;
const searched = speakers.map((speaker) => [speaker.name, ...speaker.also, ...speaker.roles].join("\n").toLowerCase());

// The speakers whose name or role has the words, those with most statements first.
function findSpeakers(words, counts) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [];
  searched.forEach((text, n) => {
    if ((counts[n] > 0 || state.speaker.includes(speakers[n].key)) && wanted.every((word) => findTerm(text, word) >= 0)) found.push(n);
  });
  return found.sort((a, b) => counts[b] - counts[a] || a - b);
}

function speakerPicker() {
  let counts = [];
  let offered = [];
  let active = -1;
  const list = make("ul", { id: "offered", role: "listbox", "aria-label": "Speakers", "aria-multiselectable": "true", hidden: true });
  const field = make("input", {
    type: "text",
    role: "combobox",
    "aria-label": "Speaker",
    "aria-expanded": "false",
    "aria-controls": "offered",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Type a name",
  });
  const element = make("fieldset", { class: "picker" }, make("legend", {}, "Speaker"), field, list);

  const option = (n, at) => {
    const { key, name } = speakers[n];
    const more = about(speakers[n]);
    const words = make("span", {}, make("span", { class: "name" }, name), more && make("small", {}, more));
    return make(
      "li",
      {
        id: `offered-${at}`,
        role: "option",
        "aria-selected": String(state.speaker.includes(key)),
        onmousedown: (event) => event.preventDefault(), // the field keeps the focus
        onclick: () => choose(n),
      },
      words,
      make("span", { class: "count" }, grouped(counts[n]))
    );
  };

  function open() {
    offered = findSpeakers(field.value, counts);
    const more = offered.length - OFFERED;
    offered = offered.slice(0, OFFERED);
    const rest = more > 0 ? `and ${grouped(more)} more: type on` : offered.length ? null : "No such speaker";
    list.replaceChildren(...offered.map(option), ...(rest ? [make("li", { class: "rest", role: "presentation" }, rest)] : []));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    activate(offered.length && field.value ? 0 : -1);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(at) {
    list.children[active]?.classList.remove("active");
    active = at;
    const option = offered.length ? list.children[at] : null;
    option?.classList.add("active");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function choose(n) {
    field.value = "";
    close();
    go(toggled("speaker", speakers[n].key));
  }

  field.addEventListener("focus", open);
  field.addEventListener("click", open);
  field.addEventListener("input", open);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && active >= 0) choose(offered[active]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      activate((active + step + offered.length + (active < 0 && step < 0 ? 1 : 0)) % Math.max(1, offered.length));
    } else return;
    event.preventDefault();
  });

  const update = (all) => {
    counts = all.speaker;
    element.hidden = counts.length === UNKNOWN + 1 && UNKNOWN === 0;
  };
  return { element, update };
}

export { findSpeakers, speakerPicker };
