"use strict";
// Filters, and the note of a statement beside its words. Without this script the page shows everything.
(() => {
  const form = document.getElementById("filters");
  const notes = [...document.querySelectorAll(".note")];
  const marks = [...document.querySelectorAll("[data-s]")];
  const of = new Map(notes.map((note) => [note.id, note]));

  function wanted() {
    const data = new FormData(form);
    const categories = new Set(data.getAll("category"));
    const kinds = new Set(data.getAll("kind"));
    const speaker = data.get("speaker");
    const words = data.get("words").trim().toLowerCase();
    return (note) =>
      categories.has(note.dataset.category) &&
      kinds.has(note.dataset.kind) &&
      (!speaker || note.dataset.speaker === speaker) &&
      (!words || note.querySelector("q").textContent.toLowerCase().includes(words));
  }

  function filter() {
    const fits = wanted();
    let shown = 0;
    for (const note of notes) {
      note.hidden = !fits(note);
      shown += note.hidden ? 0 : 1;
    }
    for (const mark of marks) {
      mark.classList.toggle("off", mark.dataset.s.split(" ").every((id) => of.get(id).hidden));
    }
    for (const speaker of document.querySelectorAll(".speaker")) {
      speaker.hidden = !speaker.querySelector(".note:not([hidden])");
    }
    for (const article of document.querySelectorAll("main > article")) {
      article.hidden = shown < notes.length && !article.querySelector(".note:not([hidden])");
    }
    form.elements.shown.value = `${shown} of ${notes.length} statements`;
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  filter();

  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // a screen reader is told by aria-describedby
  document.body.append(tip);

  function hide() {
    tip.hidden = true;
    document.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
  }

  function show(mark) {
    hide();
    const ids = mark.dataset.s.split(" ").filter((id) => !of.get(id).hidden);
    const note = of.get(ids[ids.length - 1]);
    if (!note) return;
    for (const other of marks) {
      if (other.dataset.s.split(" ").includes(note.id)) other.classList.add("lit");
    }
    const who = document.createElement("strong");
    who.textContent = note.dataset.speaker || "Nobody named";
    tip.replaceChildren(who, note.querySelector(".why").cloneNode(true));
    tip.className = note.className.replace("note", "").trim();
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const below = box.bottom + tip.offsetHeight + 12 < window.innerHeight || box.top < tip.offsetHeight + 12;
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + window.scrollY}px`;
  }

  const over = (event) => {
    const mark = event.target.closest?.("[data-s]");
    if (mark) show(mark);
    else hide();
  };
  document.addEventListener("mouseover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
