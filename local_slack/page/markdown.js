// The markdown block: as much of Markdown as Slack shows, as nodes.

import { h } from "./dom.js";
import { ADDRESS, link } from "./references.js";
import { scrolling } from "./tables.js";

const INLINE = new RegExp(
  `${ADDRESS}|${/`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*?)\*|(?<!\w)_([^_]+?)_(?!\w)|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/.source}`,
);
const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/; // below the head of a table
const ITEM = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;

export function markdown(text) {
  return text
    .split(/```\w*\n?([\s\S]*?)```/)
    .flatMap((part, i) =>
      i % 2 ? h("pre", { class: "code-block" }, part.replace(/\n$/, "")) : paragraphs(part),
    );
}

function paragraphs(text) {
  const nodes = [];
  const lines = text.split("\n");
  while (lines.length) {
    const [line, next] = lines;
    const rows = line.includes("|") && RULE.test(next ?? "") ? tableLines(lines) : 0;
    if (rows) nodes.push(table(lines.splice(0, rows)));
    else nodes.push(lineOf(lines.shift(), nodes.at(-1)));
  }
  return nodes.filter(Boolean);
}

/** Return how many lines belong to the table that begins here. */
function tableLines(lines) {
  const end = lines.findIndex((line) => !line.includes("|"));
  return end < 0 ? lines.length : end;
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

function table([head, rule, ...body]) {
  const sides = cells(rule).map((cell) =>
    cell.endsWith(":") ? (cell.startsWith(":") ? "center" : "right") : "",
  );
  const row = (line, tag) =>
    h("tr", {}, sides.map((side, i) => aligned(h(tag, {}, inline(cells(line)[i] ?? "")), side)));
  const rows = h("tbody", {}, body.map((line) => row(line, "td")));
  return scrolling("Table", h("table", {}, h("thead", {}, row(head, "th")), rows));
}

function aligned(node, side) {
  node.style.textAlign = side;
  return node;
}

/** Return a new node for a line, or null if the line continues the node before. */
function lineOf(line, before) {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  const item = ITEM.exec(line);
  const quote = /^>\s?(.*)$/.exec(line);
  if (!line.trim()) return h("div", { class: "gap" });
  if (heading)
    return h(
      "div",
      {
        class: `md-heading md-${heading[1].length}`,
        role: "heading",
        "aria-level": heading[1].length + 2,
      },
      inline(heading[2]),
    );
  if (/^(-{3,}|\*{3,})$/.test(line.trim())) return h("hr");
  if (item) return intoList(item, before);
  if (quote)
    return into("BLOCKQUOTE", before, () => h("blockquote", { class: "quote" }), [
      "\n",
      inline(quote[1]),
    ]);
  return h("div", {}, inline(line));
}

function intoList([, indent, number, text], before) {
  const made = h("li", {}, inline(text));
  made.style.marginInlineStart = `${Math.floor(indent.length / 2) * 1.5}em`;
  const tag = number ? "OL" : "UL";
  return into(tag, before, () => h(tag.toLowerCase(), { class: "rich-list", start: number }), [
    made,
  ]);
}

function into(tag, before, make, content) {
  if (before?.tagName === tag) {
    before.append(...content.flat());
    return null;
  }
  const made = make();
  made.append(...content.flat().filter((c) => c !== "\n"));
  return made;
}

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) return text ? [text] : [];
  const [whole, address, code, bold, star, under, strike, label, url] = found;
  let node;
  if (address) node = link(address);
  else if (code) node = h("code", {}, code);
  else if (bold) node = h("b", {}, inline(bold));
  else if (star ?? under) node = h("i", {}, inline(star ?? under));
  else if (strike) node = h("s", {}, inline(strike));
  else node = link(url, label);
  return [
    ...inline(text.slice(0, found.index)),
    node,
    ...inline(text.slice(found.index + whole.length)),
  ];
}
