// Slack's text objects: plain_text as it is, mrkdwn with its markup.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";

/** Return the characters of a plain_text object. */
export function plain(text) {
  if (!text) return "";
  return text.emoji === false ? text.text : withEmoji(text.text);
}

/** Return the nodes of a text object of either type. */
export const rich = (text) =>
  text.type === "mrkdwn" ? mrkdwn(text.text, text.verbatim) : [plain(text)];

/** Return what stands in for something that Slack would draw here. */
export const notDrawn = (what, why = "The local Slack does not draw this.") =>
  h("span", { class: "unknown" }, `[${what}] ${why}`);
