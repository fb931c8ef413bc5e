import { articles } from "./data.js";

// Dates as numbers of days, so that they can be compared and drawn to scale.

const DAY = 86400000;

const toDay = (date) => Math.round(Date.parse(date) / DAY);
const toDate = (day) => new Date(day * DAY).toISOString().slice(0, 10);

for (const article of articles) article.day = article.date ? toDay(article.date) : null;
const days = articles.map((article) => article.day).filter((day) => day !== null);
const dated = days.length > 0;
const firstDay = days.reduce((a, b) => Math.min(a, b), Infinity);
const lastDay = days.reduce((a, b) => Math.max(a, b), -Infinity);

const formats = new Map();
function format(day, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }));
  return formats.get(key).format(new Date(day * DAY));
}

// "5 Mar 2024"
const readable = (day) => (day === null ? "" : format(day, { day: "numeric", month: "short", year: "numeric" }));

export { toDay, toDate, dated, firstDay, lastDay, format, readable };
