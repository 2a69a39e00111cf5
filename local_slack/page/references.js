// References inside a text: people, channels and links.

import { h } from "./dom.js";
import { go } from "./places.js";
import { store, ui } from "./store.js";

// An address in a text, as Slack links one: what ends a sentence or a style is not of it.
export const ADDRESS = /(https?:\/\/[^\s<>|]*[^\s<>|.,:;!?'")\]*_~`])/.source;
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

export function mention(userId, label = null) {
  const user = store.users.get(userId);
  const name = user?.real_name;
  const mine = userId === ui.me ? " mine" : "";
  return h("span", { class: `mention${mine}` }, `@${name ?? label ?? userId}`);
}

export function channelLink(channelId, label = null) {
  const channel = store.channels.get(channelId);
  if (!channel || channel.person)
    return h("span", { class: "mention" }, `#${label ?? channel?.name ?? channelId}`);
  return h(
    "button",
    { type: "button", class: "mention", on: { click: () => go(channelId) } },
    `#${channel.name}`,
  );
}

/** Return a link, or text if the address is not safe to follow. */
export function link(url, label = null) {
  if (!isSafe(url)) return label ?? url;
  const attributes = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return h("a", attributes, label || url.replace(/^mailto:/, ""));
}

export function isSafe(url) {
  try {
    return SAFE.has(new URL(url).protocol);
  } catch {
    return false;
  }
}
