// Elements. Text is only ever set as text, so nothing that an article says can become markup.

const byId = (id) => document.getElementById(id);

// An element with attributes, listeners (`onclick`) and children; what is null or false is left out.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

const several = (number, one) => `${grouped(number)} ${one}${number === 1 ? "" : "s"}`;

const figures = new Intl.NumberFormat("en");
const grouped = (number) => figures.format(number);

// Reads a message out to a screen reader.
function say(message) {
  byId("said").textContent = message;
}

export { byId, make, several, grouped, say };
