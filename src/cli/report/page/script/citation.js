import { articleOf, categoryOf, content, cueOf, kindOf, speakerOf, table, UNKNOWN, words } from "./data.js";
import { readable } from "./dates.js";
import { make, say } from "./dom.js";

// A statement as one line for a note or an article:
//
//     Lena Moor, mayor of Tarn Bridge: “The pier is safe” (said; direct, claim). In: Ferry row, 5 March 2024, https://news.example/7

function citation(n) {
  const speaker = speakerOf(n);
  const who = table.speaker[n] === UNKNOWN ? words(n, table.source[n]) || speaker.name : speaker.name;
  const article = articleOf(n);
  const role = speaker.roles.length ? `, ${speaker.roles[0]}` : "";
  const how = [cueOf(n), `${kindOf(n)}, ${categoryOf(n)}`].filter(Boolean).join("; ");
  const where = [article.title, readable(article.day), article.url ?? article.id];
  return `${who}${role}: ${content(n)} (${how}). In: ${[...new Set(where.filter(Boolean))].join(", ")}`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // pages from a disk may not use the clipboard in every browser
    const field = make("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    const focused = document.activeElement;
    field.select();
    document.execCommand("copy");
    field.remove();
    focused?.focus();
  }
}

function copyButton(n) {
  const button = make(
    "button",
    {
      type: "button",
      class: "copy",
      "aria-label": "Copy as a citation",
      title: "Copy as a citation",
      onclick: async () => {
        await copy(citation(n));
        say("Citation copied");
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 1500);
      },
    },
    "Copy"
  );
  return button;
}

export { citation, copyButton };
