// The inspector: what made a message, everything that passed, and switches for faults.

import { byId, h, iconButton, replace } from "./dom.js";
import { drawFaults } from "./faults.js";
import { showPanel } from "./inspecting.js";
import { messageDetails } from "./details.js";
import { traffic } from "./traffic.js";
import { ui } from "./store.js";

const TABS = { message: "Message", traffic: "Traffic", faults: "Faults" };
const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

export function drawInspector() {
  const panel = byId("inspector");
  panel.hidden = !ui.panel;
  document.body.classList.toggle("inspecting", Boolean(ui.panel));
  byId("inspector-button").setAttribute("aria-pressed", String(Boolean(ui.panel)));
  if (!ui.panel) return;
  if (panel.dataset.tab !== ui.panel) frame(panel);
  fill(panel);
}

function frame(panel) {
  panel.dataset.tab = ui.panel;
  replace(
    panel,
    h(
      "header",
      { class: "panel-head" },
      h("h2", {}, "Inspector"),
      iconButton("close", "Close inspector", () => showPanel(null)),
    ),
    h(
      "div",
      { class: "tabs", role: "tablist", "aria-label": "Inspector", on: { keydown: turn } },
      Object.entries(TABS).map(([name, words]) =>
        h(
          "button",
          {
            type: "button",
            role: "tab",
            id: `tab-${name}`,
            class: "tab",
            "aria-controls": "inspected",
            tabindex: name === ui.panel ? "0" : "-1",
            "aria-selected": String(name === ui.panel),
            on: { click: () => showPanel(name) },
          },
          words,
        ),
      ),
    ),
    h("div", {
      class: "panel-body",
      id: "inspected",
      role: "tabpanel",
      "aria-labelledby": `tab-${ui.panel}`,
      tabindex: "-1",
    }),
  );
}

function turn(event) {
  const names = Object.keys(TABS);
  if (!(event.key in KEYS)) return;
  showPanel(names[(names.indexOf(ui.panel) + KEYS[event.key] + names.length) % names.length]);
  byId(`tab-${ui.panel}`).focus();
}

function fill(panel) {
  const body = panel.querySelector("#inspected");
  if (ui.panel === "faults") drawFaults(body);
  else if (ui.panel === "traffic") traffic(body);
  else messageDetails(body);
}
