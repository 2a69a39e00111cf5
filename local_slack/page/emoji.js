// Emoji by Slack's names, as the server knows them; others show as :name:.

import { store } from "./store.js";

export const shown = (name) =>
  (Object.hasOwn(store.emoji, name) && store.emoji[name]) || `:${name}:`;

/** Replace :names: in plain text with emoji, as Slack does. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (_, name) => shown(name));
}
