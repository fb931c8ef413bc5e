import { about, cueOf, kindOf, pieces, resolutions, rules, speakerOf, table, types, UNKNOWN, words } from "./data.js";
import { copyButton } from "./citation.js";
import { make } from "./dom.js";
import { badge, look } from "./palette.js";
import { address } from "./state.js";

// The note on a statement: who speaks, which category, and why.

const FOUND = {
  surname: "by the name",
  pronoun: "by the pronoun",
  role: "by the role",
  turn: "from what goes before",
};

const fact = (name, ...values) => [make("dt", {}, name), make("dd", {}, ...values)];

function whySpeaker(n) {
  const how = FOUND[resolutions[table.resolution[n]]];
  const source = words(n, table.source[n]);
  if (!how) return [];
  return fact("Speaker", `found ${how}${source ? ` “${source}”` : ""}`);
}

function whyCategory(n) {
  if (table.rule[n] === null) return fact("Rule", "none matched");
  const matched = pieces(table.evidence[n]).map((place) => ` “${words(n, place)}”`).join("");
  return fact("Rule", make("code", {}, rules[table.rule[n]]), matched);
}

function note(n) {
  const { key, name } = speakerOf(n);
  const role = about(speakerOf(n));
  const unknown = table.speaker[n] === UNKNOWN;
  return make(
    "div",
    { class: `note ${look(table.category[n])}`, id: "note" },
    make("h3", {}, unknown ? name : make("a", { href: address({ view: "statements", speaker: [key] }), title: `All that ${name} says` }, name)),
    role && make("p", { class: "role" }, role),
    make(
      "dl",
      {},
      fact("Category", badge(table.category[n])),
      cueOf(n) && fact("Cue", `“${cueOf(n)}”`),
      fact("Words", `${kindOf(n)}, ${types[table.type[n]]}`),
      whySpeaker(n),
      whyCategory(n),
      fact("Confidence", `${table.confidence[n]} %`)
    ),
    copyButton(n)
  );
}

export { note };
