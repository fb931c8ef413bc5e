// A long list of rows of different heights, of which only those near the window are elements.
//
// Rows are in groups. A group that is far from the window is an empty element as high as its rows
// were, or as high as they are guessed to be; the browser keeps the rows in view in their place
// when a guess was wrong.

const GROUP = 40;

class VirtualList {
  // `row(item, position)` makes a row, `height(item)` guesses its height in pixels.
  constructor(element, { row, height, role = null }) {
    Object.assign(this, { element, row, height, role, items: [], groups: [], byElement: new Map() });
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.moved(entry)), {
      rootMargin: "120% 0px",
    });
    this.width = 0;
    new ResizeObserver(() => this.resized()).observe(element);
    addEventListener("beforeprint", () => this.isShown() && this.groups.forEach((group) => this.fill(group)));
  }

  isShown() {
    return this.element.checkVisibility();
  }

  show(items) {
    this.items = items;
    this.observer.disconnect();
    this.groups = [];
    this.byElement = new Map();
    for (let at = 0; at < items.length; at += GROUP) {
      const element = document.createElement("div");
      element.className = "group";
      if (this.role) element.setAttribute("role", this.role);
      const group = { element, at, full: false };
      this.groups.push(group);
      this.byElement.set(element, group);
    }
    this.groups.slice(1).forEach((group) => this.guess(group));
    this.element.replaceChildren(...this.groups.map((group) => group.element));
    if (this.groups.length) this.fill(this.groups[0]);
    this.groups.forEach((group) => this.observer.observe(group.element));
  }

  own(group) {
    return this.items.slice(group.at, group.at + GROUP);
  }

  guess(group) {
    const height = this.own(group).reduce((sum, item) => sum + this.height(item), 0);
    group.element.style.height = `${height}px`;
  }

  fill(group) {
    if (group.full) return;
    group.full = true;
    group.element.style.height = "";
    group.element.replaceChildren(...this.own(group).map((item, n) => this.row(item, group.at + n)));
  }

  empty(group) {
    if (!group.full || group.element.contains(document.activeElement)) return;
    group.full = false;
    group.element.style.height = `${group.element.getBoundingClientRect().height}px`;
    group.element.replaceChildren();
  }

  moved({ target, isIntersecting }) {
    if (!this.isShown()) return;
    const group = this.byElement.get(target);
    if (!group) return;
    if (isIntersecting) this.fill(group);
    else this.empty(group);
  }

  resized() {
    const width = this.element.clientWidth;
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.groups.filter((group) => !group.full).forEach((group) => this.guess(group));
  }

  // The row at a position, made if it is not there.
  at(position) {
    const group = this.groups[Math.floor(position / GROUP)];
    if (!group) return null;
    this.fill(group);
    return group.element.children[position % GROUP];
  }
}

// Up and down keys move from a control to the same one in the next row.
function moveByKeys(list, rowOf) {
  list.element.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rowOf(event.target);
    if (!step || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    const control = [...row.querySelectorAll("a, button")].indexOf(event.target);
    const position = Number(row.dataset.position) + step;
    if (control < 0 || position < 0 || position >= list.items.length) return;
    event.preventDefault();
    const controls = list.at(position).querySelectorAll("a, button");
    controls[Math.min(control, controls.length - 1)]?.focus();
  });
}

export { VirtualList, moveByKeys };
