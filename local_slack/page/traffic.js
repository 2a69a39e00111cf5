// Everything that passed between Slack and the app, newest first.

import { h } from "./dom.js";
import { jsonBox } from "./json.js";
import { store } from "./store.js";
import { seconds } from "./times.js";
import { ackOf, title } from "./trips.js";

const SHOWN = 200;
const WAYS = {
  envelope: "→ app",
  request: "→ app",
  ack: "← app",
  call: "← app",
  response_url: "← app",
};
const rows = new Map(); // nodes by the number of their entry: what is unfolded stays unfolded

export function traffic(body) {
  const entries = store.entries.filter((e) => e.kind !== "change").slice(-SHOWN);
  if (!entries.length) {
    const words = "Nothing has passed between Slack and the app yet.";
    body.replaceChildren(h("p", { class: "muted pad" }, words));
    return;
  }
  const wanted = new Set(entries.map((e) => e.number));
  for (const number of rows.keys()) if (!wanted.has(number)) rows.delete(number);
  body.querySelector(".pad")?.remove();
  let list = body.querySelector(".traffic");
  if (!list) body.replaceChildren((list = h("div", { class: "traffic" })));
  // Only new entries are added, at the top.
  for (const child of [...list.children])
    if (!wanted.has(Number(child.dataset.number))) child.remove();
  for (const entry of entries) {
    if (entry.number > Number(list.firstChild?.dataset.number ?? 0)) list.prepend(row(entry));
  }
}

function row(entry) {
  if (!rows.has(entry.number)) rows.set(entry.number, made(entry));
  return rows.get(entry.number);
}

function made(entry) {
  const wrong = isWrong(entry);
  const node = h(
    "details",
    { class: `entry kind-${entry.kind}${wrong ? " wrong" : ""}`, "data-number": entry.number },
    h(
      "summary",
      {},
      h("time", {}, seconds(entry.at)),
      h("span", { class: "way" }, WAYS[entry.kind] ?? entry.kind.replace("_", " ")),
      h("span", { class: "entry-name" }, named(entry)),
      h("span", { class: "number" }, measures(entry)),
    ),
  );
  // The JSON is built when it is unfolded, because there may be a thousand entries.
  node.addEventListener("toggle", () => {
    if (node.open && node.childElementCount === 1) node.append(content(entry));
  });
  return node;
}

const isWrong = (e) =>
  ["no_ack", "no_socket", "lost", "refused"].includes(e.kind) || e.reply?.ok === false;

function named(entry) {
  if (entry.kind === "socket") return `socket ${entry.name}, ${entry.body.open} open`;
  if (entry.kind === "fault")
    return `fault ${entry.name}${entry.body.left !== undefined ? `, ${entry.body.left} left` : ""}`;
  if (entry.kind === "no_ack") return `no ack within ${entry.body.seconds} s`;
  if (entry.kind === "ack") return `ack${of(entry)}`;
  return title(entry) + (entry.reply?.ok === false ? `: ${entry.reply.error}` : "");
}

function of(ack) {
  const asked = store.entries.findLast(
    (e) => e.kind === "envelope" && e.body.envelope_id === ack.name,
  );
  return asked && ackOf(asked) === ack ? ` of ${title(asked)}` : "";
}

function measures(entry) {
  const took =
    entry.ms === null ? "" : `${entry.ms < 10 ? entry.ms.toFixed(1) : Math.round(entry.ms)} ms`;
  return [took, entry.size > 2 ? `${entry.size.toLocaleString("en")} ch` : ""]
    .filter(Boolean)
    .join(" · ");
}

const content = (entry) =>
  h("div", {}, jsonBox(entry.body), entry.reply && [h("h4", {}, "Answer"), jsonBox(entry.reply)]);
