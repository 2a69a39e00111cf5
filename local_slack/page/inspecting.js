// Which message the inspector shows, and whether it is open.

import { tell, ui } from "./store.js";

export function inspect(channel, ts) {
  ui.inspected = { channel, ts };
  showPanel("message");
}

/** Open the inspector at a tab, or close it with null. */
export function showPanel(tab) {
  ui.panel = tab;
  tell("inspector");
}
