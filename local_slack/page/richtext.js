// Rich text as nodes; the text of a run is taken literally.

import { h } from "./dom.js";
import { shown } from "./emoji.js";
import { channelLink, link, mention } from "./references.js";
import { store } from "./store.js";
import { notDrawn } from "./texts.js";
import { formatted } from "./times.js";

const BULLETS = ["disc", "circle", "square"];
const NUMBERS = ["decimal", "lower-alpha", "lower-roman"];

export function richText(block) {
  return block.elements.map(
    (part) => PARTS[part.type]?.(part) ?? h("div", {}, runs(part.elements ?? [])),
  );
}

const PARTS = {
  rich_text_section: (part) => h("div", { class: "rich-section" }, runs(part.elements)),
  rich_text_quote: (part) => h("blockquote", { class: "quote" }, runs(part.elements)),
  rich_text_preformatted: (part) => h("pre", { class: "code-block" }, runs(part.elements)),
  rich_text_list: list,
};

function list(part) {
  const ordered = part.style === "ordered";
  const indent = part.indent ?? 0;
  const items = part.elements.map((item) => h("li", {}, runs(item.elements ?? [])));
  const made = h(
    ordered ? "ol" : "ul",
    { class: `rich-list${part.border ? " bordered" : ""}` },
    items,
  );
  if (ordered && part.offset) made.start = part.offset + 1;
  made.style.listStyleType = (ordered ? NUMBERS : BULLETS)[indent % 3];
  made.style.marginInlineStart = `${indent * 1.75}em`;
  return made;
}

const runs = (elements) =>
  elements.map((run) => styled(RUNS[run.type]?.(run) ?? notDrawn(run.type), run.style));

const RUNS = {
  text: (run) => run.text,
  link: (run) => link(run.url, run.text),
  user: (run) => mention(run.user_id),
  usergroup: (run) => h("span", { class: "mention" }, `@${store.usergroups.get(run.usergroup_id)?.handle ?? run.usergroup_id}`),
  team: (run) => h("span", { class: "mention" }, `@${run.team_id}`),
  channel: (run) => channelLink(run.channel_id),
  emoji: (run) =>
    h(
      "span",
      { class: "emoji", title: `:${run.name}:` },
      fromUnicode(run.unicode) ?? shown(run.name),
    ),
  attachment_mention: (run) => link(run.url, run.text),
  message_mention: (run) =>
    run.url ? link(run.url, run.text) : notDrawn("message_mention", `A message of ${run.message_ts}.`),
  broadcast: (run) => h("span", { class: "mention broadcast" }, `@${run.range}`),
  color: (run) => [swatch(run.value), run.value],
  date: (run) => {
    const text = formatted(run.timestamp, run.format);
    return run.url ? link(run.url, text) : h("time", { title: run.fallback }, text);
  },
};

function fromUnicode(codes) {
  if (!codes) return null;
  const points = codes.split("-").map((code) => Number.parseInt(code, 16));
  return points.every((p) => p > 0 && p <= 0x10ffff) ? String.fromCodePoint(...points) : null;
}

function swatch(color) {
  const made = h("span", { class: "swatch" });
  made.style.backgroundColor = color;
  return made;
}

const STYLES = {
  code: "code",
  bold: "b",
  italic: "i",
  strike: "s",
  underline: "u",
  highlight: "mark",
};

function styled(node, style = {}) {
  return Object.keys(STYLES)
    .filter((name) => style[name])
    .reduce((inner, name) => h(STYLES[name], {}, inner), node);
}
