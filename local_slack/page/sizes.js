// The size of a message, against Slack's limits.

import { store } from "./store.js";

/** Return each measure: name, size and limit, and `refused` if Slack refuses only above that. */
export function sizes({ text = "", blocks = [] }) {
  const most = store.limits;
  const sections = blocks
    .filter((b) => b.type === "section" && b.text)
    .map((b) => b.text.text.length);
  const actions = blocks.filter((b) => b.type === "actions").map((b) => b.elements.length);
  const values = blocks
    .flatMap((b) => [...(b.elements ?? []), b.accessory ?? {}])
    .map((e) => String(e.value ?? "").length);
  return [
    { name: "Blocks", size: blocks.length, limit: most.blocks },
    {
      name: "Text of all blocks",
      size: words(blocks),
      limit: most.text_of_all_blocks,
      refused: most.text_of_all_blocks_refused,
    },
    { name: "Top-level text", size: text.length, limit: most.text, refused: most.text_refused },
    sections.length && {
      name: "Longest section",
      size: Math.max(...sections),
      limit: most.section_text,
    },
    actions.length && {
      name: "Elements in a row of actions",
      size: Math.max(...actions),
      limit: most.action_elements,
    },
    values.some(Boolean) && {
      name: "Longest button value",
      size: Math.max(...values),
      limit: most.button_value,
    },
  ].filter(Boolean);
}

/** Count the characters of every text at any depth, as the server does. */
function words(part) {
  if (Array.isArray(part)) return part.reduce((sum, item) => sum + words(item), 0);
  if (part === null || typeof part !== "object") return 0;
  const own = typeof part.text === "string" ? part.text.length : 0;
  return own + Object.values(part).reduce((sum, value) => sum + words(value), 0);
}
