// What the app shows beside a thread: its title, its suggested prompts and its status.

import { h } from "./dom.js";
import { store } from "./store.js";

/** Return the nodes above the message field of a thread; `send` writes a prompt. */
export function beside({ channel, ts }, send) {
  const shown = store.assistant.get(`${channel} ${ts}`);
  if (!shown) return [];
  return [
    shown.prompts.length > 0 && prompts(shown, send),
    shown.status && h("p", { class: "assistant-status", role: "status" }, `${store.app.name} ${shown.status}`),
  ];
}

/** Return the title that the app gave a thread. */
export const titleOfThread = ({ channel, ts }) => store.assistant.get(`${channel} ${ts}`)?.title;

function prompts(shown, send) {
  return h(
    "section",
    { class: "assistant-prompts", "aria-label": "Suggested prompts" },
    shown.prompts_title && h("h3", {}, shown.prompts_title),
    shown.prompts.map((p) =>
      h(
        "button",
        { type: "button", class: "button", on: { click: () => send(p.message) } },
        p.title,
      ),
    ),
  );
}
