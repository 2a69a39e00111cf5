// The markdown block: as much of Markdown as Slack shows, as nodes.

import { h } from "./dom.js";
import { link } from "./references.js";

const INLINE =
  /`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*?)\*|(?<!\w)_([^_]+?)_(?!\w)|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/;
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
  for (const line of text.split("\n")) nodes.push(lineOf(line, nodes.at(-1)));
  return nodes.filter(Boolean);
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
  const [whole, code, bold, star, under, strike, label, url] = found;
  let node;
  if (code) node = h("code", {}, code);
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
