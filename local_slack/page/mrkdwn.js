// Slack's markup (mrkdwn) as nodes; its content becomes text, never markup.

import { h } from "./dom.js";
import { shown } from "./emoji.js";
import { ADDRESS, channelLink, link, mention } from "./references.js";
import { formatted } from "./times.js";

const FENCED = /```\n?([\s\S]+?)\n?```/;
const QUOTED = /^(?:&gt;|>) ?/;
// As in Slack, marks work at the edge of a word only: snake_case and 2*3*4 stay as they are.
const INLINE = new RegExp(
  [
    ADDRESS,
    "`([^`\\n]+)`",
    "<([^<>\\n]+)>",
    "(?<![\\w*])\\*(?! )([^*\\n]+?)(?<! )\\*(?![\\w*])",
    "(?<![\\w_])_(?! )([^_\\n]+?)(?<! )_(?![\\w_])",
    "(?<![\\w~])~(?! )([^~\\n]+?)(?<! )~(?![\\w~])",
    ":([a-z0-9_+'-]+):",
  ].join("|"),
);

export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Return the nodes of a text in mrkdwn; of one that is `verbatim`, addresses are not linked. */
export function mrkdwn(text, verbatim = false) {
  const parts = text.split(FENCED);
  return parts.flatMap((part, i) =>
    i % 2 ? h("pre", { class: "code-block" }, unescape(part)) : lines(part, verbatim),
  );
}

function lines(text, verbatim) {
  const nodes = [];
  let quote = null;
  for (const [number, line] of text.split("\n").entries()) {
    if (QUOTED.test(line)) {
      if (quote) quote.append("\n");
      else nodes.push((quote = h("blockquote", { class: "quote" })));
      quote.append(...inline(line.replace(QUOTED, ""), verbatim));
    } else {
      if (number && !quote) nodes.push("\n");
      quote = null;
      nodes.push(...inline(line, verbatim));
    }
  }
  return nodes;
}

function inline(text, verbatim) {
  const found = INLINE.exec(text);
  if (!found) return text ? [unescape(text)] : [];
  const [whole, address, code, reference, bold, italic, strike, emoji] = found;
  const after = text.slice(found.index + whole.length);
  let node;
  if (address) node = verbatim ? unescape(address) : link(unescape(address));
  else if (code) node = h("code", {}, unescape(code));
  else if (reference) node = referred(reference);
  else if (bold) node = h("b", {}, inline(bold, verbatim));
  else if (italic) node = h("i", {}, inline(italic, verbatim));
  else if (strike) node = h("s", {}, inline(strike, verbatim));
  else node = shown(emoji);
  return [
    ...inline(text.slice(0, found.index), verbatim),
    node,
    ...inline(after, verbatim),
  ];
}

/** Return the node of a <reference>: a person, a channel, a date, everybody, or a link. */
function referred(reference) {
  const [target, ...rest] = reference.split("|");
  const label = rest.length ? unescape(rest.join("|")) : null;
  if (target.startsWith("@")) return mention(target.slice(1), label);
  if (target.startsWith("#")) return channelLink(target.slice(1), label);
  if (target.startsWith("!date^")) return dated(target, label);
  if (target.startsWith("!subteam^")) return h("span", { class: "mention" }, label ?? "@group");
  if (target.startsWith("!"))
    return h("span", { class: "mention broadcast" }, `@${target.slice(1)}`);
  return link(unescape(target), label);
}

function dated(target, fallback) {
  const [, timestamp, pattern, url] = target.split("^");
  const text = Number.isFinite(Number(timestamp))
    ? formatted(timestamp, unescape(pattern ?? ""))
    : fallback;
  return url ? link(unescape(url), text) : h("time", { title: fallback }, text ?? "");
}
