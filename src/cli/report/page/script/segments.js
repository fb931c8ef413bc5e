import { pieces, table } from "./data.js";

// Contract: divides an article's text, in order and without gaps, into segments that are covered by
// the same statements throughout: [start, end, covers, closes]. A cover is a statement and the role
// of the segment in it, outermost first; `closes` are the statements whose content ends here.

function segments(length, statements) {
  const edges = [];
  const lastEnds = new Map();
  for (const n of statements) {
    const add = (role) => ([start, end]) => {
      edges.push({ at: start, opens: true, n, role }, { at: end, opens: false, n, role });
    };
    const own = pieces(table.content[n]);
    own.forEach(add("content"));
    if (table.cue[n]) add("cue")(table.cue[n]);
    if (table.source[n]) add("source")(table.source[n]);
    lastEnds.set(n, own.at(-1)[1]);
  }
  edges.sort((a, b) => a.at - b.at || a.opens - b.opens);
  const out = [];
  let covers = [];
  let at = 0;
  const push = (end) => {
    if (at < end) out.push({ start: at, end, covers: [...covers], closes: [] });
    at = Math.max(at, end);
  };
  for (const edge of edges) {
    push(edge.at);
    if (edge.opens) {
      covers.push({ n: edge.n, role: edge.role });
      continue;
    }
    covers = covers.filter(({ n, role }) => n !== edge.n || role !== edge.role);
    if (edge.role === "content" && lastEnds.get(edge.n) === edge.at) out.at(-1)?.closes.push(edge.n);
  }
  push(length);
  return out;
}

// The segments before and after a place; one across it is cut in two.
function cut(all, place) {
  const before = [];
  const after = [];
  for (const segment of all) {
    if (segment.end <= place) before.push(segment);
    else if (segment.start >= place) after.push(segment);
    else {
      before.push({ ...segment, end: place, closes: [] });
      after.push({ ...segment, start: place });
    }
  }
  return [before, after];
}

export { segments, cut };
