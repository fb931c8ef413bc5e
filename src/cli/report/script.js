"use strict";
// Filters, and notes shown next to the words of a statement. Without this script the page shows
// everything.
(() => {
  const form = document.getElementById("filters");
  const facets = ["category", "kind", "speaker"];
  const MARKED = ".text [data-content], .text [data-cue], .text [data-source]";

  // a statement: its note, the values that filters compare, and its marks
  const statements = new Map();
  for (const note of document.querySelectorAll(".note")) {
    const { category, kind, speaker } = note.dataset;
    const words = note.querySelector("q").textContent.toLowerCase();
    statements.set(note.id, { note, category, kind, speaker, words, shown: true, marks: [] });
  }
  // a mark: its role in each of its statements, outermost first
  const marks = new Map();
  for (const element of document.querySelectorAll(MARKED)) {
    const article = element.closest("article").id.slice(1);
    const mark = { element };
    for (const role of ["content", "cue", "source"]) {
      const numbers = element.dataset[role]?.split(" ") ?? [];
      mark[role] = numbers.map((n) => statements.get(`s${article}-${n}`));
      for (const statement of mark[role]) statement.marks.push(element);
    }
    marks.set(element, mark);
  }
  const cards = [...document.querySelectorAll(".speaker")];
  const articles = [...document.querySelectorAll("main > article")];
  const charts = [...document.querySelectorAll(".chart")];
  const links = new Map(
    [...document.querySelectorAll("#overview nav a")].map((a) => [a.hash.slice(1), a.parentElement])
  );

  const shown = (covering) => covering.filter((statement) => statement.shown);
  const holdsNote = (element) => element.querySelector(".note:not([hidden])") !== null;

  function wanted() {
    const data = new FormData(form);
    const chosen = { category: new Set(data.getAll("category")), kind: new Set(data.getAll("kind")) };
    const speaker = data.get("speaker");
    const words = data.get("words").trim().toLowerCase();
    const fits = {
      category: (statement) => chosen.category.has(statement.category),
      kind: (statement) => chosen.kind.has(statement.kind),
      speaker: (statement) => !speaker || statement.speaker === speaker,
    };
    return { fits, found: (statement) => !words || statement.words.includes(words) };
  }

  // Shows the matching statements, and at each option the number that it would show given the other
  // filters.
  function filter() {
    const { fits, found } = wanted();
    const counts = { category: new Map(), kind: new Map(), speaker: new Map() };
    let total = 0;
    for (const statement of statements.values()) {
      const failed = facets.filter((facet) => !fits[facet](statement));
      const matches = found(statement);
      statement.shown = matches && failed.length === 0;
      statement.note.hidden = !statement.shown;
      total += statement.shown ? 1 : 0;
      if (!matches || failed.length > 1) continue;
      for (const facet of failed.length ? failed : facets) {
        const value = statement[facet];
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
    for (const { element, content, cue, source } of marks.values()) {
      // the innermost visible statement sets the colour of the words
      const inner = shown(content).at(-1);
      const own = inner ? [...inner.note.classList].filter((name) => name !== "note") : [];
      if (element.matches("a")) {
        element.hidden = !inner;
      } else {
        const roles = [shown(cue).length && "cue", shown(source).length && "source"].filter(Boolean);
        element.className = [...own, ...roles].join(" ") || "off";
        if (element.matches("mark")) element.classList.toggle("off", !inner);
      }
    }
    for (const card of cards) card.hidden = !holdsNote(card);
    for (const article of articles) {
      article.hidden = total < statements.size && !holdsNote(article);
      const link = links.get(article.id);
      if (link) link.hidden = article.hidden;
    }
    // the charts count all statements, so they are hidden while a filter is active
    for (const chart of charts) chart.hidden = total < statements.size;
    for (const count of form.querySelectorAll(".count")) {
      const { name, value } = count.parentElement.querySelector("input");
      count.textContent = counts[name].get(value) ?? 0;
    }
    for (const option of form.elements.speaker.options) {
      if (option.value) option.textContent = `${option.value} (${counts.speaker.get(option.value) ?? 0})`;
    }
    form.elements.shown.value = `${total} of ${statements.size} statements`;
    document.getElementById("nothing").hidden = total > 0 || statements.size === 0;
    hide();
  }

  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // screen readers use aria-describedby
  document.body.append(tip);
  let lit = [];
  let at; // the words next to which it is shown
  let leaving;

  function hide() {
    clearTimeout(leaving);
    tip.hidden = true;
    for (const element of lit) element.classList.remove("lit");
    lit = [];
  }

  // Highlights a statement: its words, cue and speaker.
  function light(statement) {
    hide();
    lit = [...statement.marks, statement.note];
    for (const element of lit) element.classList.add("lit");
  }

  function show(element) {
    const { content, cue, source } = marks.get(element);
    const statement = shown(content).at(-1) ?? shown(cue).at(-1) ?? shown(source).at(-1);
    if (!statement) return hide();
    light(statement);
    const who = document.createElement("strong");
    who.textContent = statement.speaker || "Unknown speaker";
    tip.replaceChildren(who, statement.note.querySelector(".why").cloneNode(true));
    tip.className = [...statement.note.classList].filter((name) => name !== "note" && name !== "lit").join(" ");
    tip.hidden = false;
    at = element;
    place();
    requestAnimationFrame(place); // the page may have scrolled in the meantime
  }

  // Puts the note below the words, or above them if there is no space below.
  function place() {
    if (tip.hidden) return;
    const box = at.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = box.bottom + tip.offsetHeight + 8 > window.innerHeight && box.top > tip.offsetHeight + 8;
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${(above ? box.top - tip.offsetHeight : box.bottom) + window.scrollY}px`;
  }

  function over(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest("#tip")) return clearTimeout(leaving); // the note can be read and copied
    const mark = target.closest(MARKED);
    const note = target.closest(".note");
    clearTimeout(leaving);
    if (mark) show(mark);
    else if (note) light(statements.get(note.id));
    else if (event.type === "mouseover") leaving = setTimeout(hide, 150); // leaves time to move the pointer to the note
    else hide();
  }
  // articles are laid out only when they come into view, which moves the words
  new ResizeObserver(place).observe(document.body);
  document.addEventListener("mouseover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  let typing;
  const soon = (event) => {
    clearTimeout(typing);
    typing = setTimeout(filter, event.target.type === "search" ? 120 : 0);
  };
  form.addEventListener("input", soon);
  form.elements.speaker.addEventListener("change", soon); // the only event that some form fillers send
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
