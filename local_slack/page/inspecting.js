// The state of the inspector: whether it is open, and which message it shows.

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
