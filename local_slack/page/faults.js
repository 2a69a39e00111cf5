// Switches for faults between Slack and the app.

import { h, icon } from "./dom.js";
import {
  disconnect,
  dropSockets,
  faults as fetchFaults,
  switchAllOff,
  switchOn,
} from "./server.js";
import { on, store, tell } from "./store.js";

const WORDS = {
  refuse_connections: ["Refuse connections", "The app cannot open a socket"],
  delay: ["Delay", "Calls of the Web API are answered late"],
  rate_limit: ["429 Too Many Requests", "Calls get 429 with Retry-After"],
  server_error: ["500", "Calls get an internal server error"],
  error: ["Error code", "Calls are answered with one of Slack’s errors"],
  lose_reply: ["Lose the reply", "Calls are done, but the connection breaks before the answer"],
  lose_ack: ["Lose the ack", "The app’s ack is ignored, and the three seconds pass"],
  redeliver: ["Redeliver", "An acked event is delivered again, as a retry"],
  duplicate: ["Duplicate", "An envelope is sent twice"],
  garble: ["Garbled envelope", "Half of an envelope is sent before the whole one"],
};
const OF_CALLS = new Set(["delay", "rate_limit", "server_error", "error", "lose_reply"]);
const METHODS = [
  "*",
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
  "views.open",
  "views.publish",
  "apps.connections.open",
];
const TIMED = new Set(["delay", "rate_limit"]);
const TIMES = [
  ["1", "once"],
  ["3", "3 times"],
  ["1000", "until switched off"],
];
const chosen = {}; // the settings of each switch, kept while the panel is closed

on("entry", (entry) => {
  if (entry?.kind === "fault") refresh();
});

let asked = 0;

/** Ask what is switched on; ignore an answer that a later one overtook. */
async function refresh() {
  const number = (asked += 1);
  const said = await fetchFaults();
  if (number === asked) store.faults = said.faults;
  tell("inspector");
}

export function drawFaults(body) {
  if (!body.querySelector(".faults")) body.replaceChildren(all());
  for (const row of body.querySelectorAll("[data-fault]")) mark(row);
}

function all() {
  return h(
    "div",
    { class: "faults" },
    h(
      "section",
      { class: "detail" },
      h("h3", {}, "Sockets"),
      h(
        "div",
        { class: "button-row" },
        h(
          "button",
          { type: "button", class: "button", on: { click: dropSockets } },
          "Drop the sockets",
        ),
        h(
          "button",
          { type: "button", class: "button", on: { click: () => disconnect("refresh_requested") } },
          "Ask to reconnect",
        ),
      ),
    ),
    h(
      "section",
      { class: "detail" },
      h("h3", {}, "Faults"),
      h("p", { class: "hint" }, "A fault happens as often as you choose, then switches itself off."),
      h("ul", { class: "switches" }, Object.keys(store.faultKinds).map(row)),
    ),
  );
}

function row(kind) {
  const [name, what] = WORDS[kind] ?? [kind, store.faultKinds[kind]];
  chosen[kind] ??= {
    method: "*",
    times: "1",
    seconds: kind === "delay" ? "4" : "1",
    code: "fatal_error",
  };
  const set =
    (key) =>
    ({ target }) =>
      (chosen[kind][key] = target.value);
  return h(
    "li",
    { "data-fault": kind },
    h(
      "div",
      { class: "switch-words" },
      h("div", {}, h("b", { id: `fault-${kind}` }, name), h("small", { class: "left" })),
      h("small", {}, what),
    ),
    h(
      "button",
      {
        type: "button",
        role: "switch",
        class: "switch",
        "aria-labelledby": `fault-${kind}`,
        on: { click: () => toggle(kind) },
      },
      h("span", {}),
    ),
    h(
      "div",
      { class: "switch-settings" },
      choice("How often", TIMES, chosen[kind].times, set("times")),
      TIMED.has(kind) &&
        h(
          "label",
          {},
          h("input", {
            type: "number",
            min: "0",
            step: "0.5",
            value: chosen[kind].seconds,
            "aria-label": "Seconds",
            on: { change: set("seconds") },
          }),
          " s",
        ),
      OF_CALLS.has(kind) &&
        choice(
          "Method",
          METHODS.map((m) => [m, m === "*" ? "any method" : m]),
          chosen[kind].method,
          set("method"),
        ),
      kind === "error" &&
        h("input", {
          type: "text",
          value: chosen[kind].code,
          "aria-label": "Error code",
          on: { change: set("code") },
        }),
    ),
  );
}

function choice(label, options, value, change) {
  return h(
    "select",
    { "aria-label": label, on: { change } },
    options.map(([v, words]) => h("option", { value: v, selected: v === value }, words)),
  );
}

function mark(row) {
  const active = store.faults.filter((f) => f.kind === row.dataset.fault);
  const left = active.reduce((sum, f) => sum + f.times, 0);
  row.querySelector("[role=switch]").setAttribute("aria-checked", String(active.length > 0));
  row.classList.toggle("on", active.length > 0);
  const words = row.querySelector(".left");
  words.replaceChildren(
    ...(left ? [icon("warning", 13), left >= 100 ? "on" : `${left} left`] : []),
  );
}

/** Switch a fault on or off; the server can only switch off all, so the others go on again. */
async function toggle(kind) {
  await refresh();
  const others = store.faults.filter((f) => f.kind !== kind);
  if (others.length === store.faults.length) await switchOn(wanted(kind));
  else {
    await switchAllOff();
    for (const fault of others) await switchOn(fault);
  }
  await refresh();
}

function wanted(kind) {
  const { method, times, seconds, code } = chosen[kind];
  return {
    kind,
    times: Number(times),
    ...(OF_CALLS.has(kind) && { method }),
    ...(TIMED.has(kind) && { seconds: Number(seconds) }),
    ...(kind === "error" && { code }),
  };
}
