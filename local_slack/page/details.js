// One message in the inspector: what made it, how long that took, its size, and its JSON.

import { h, replace } from "./dom.js";
import { builderLink, jsonBox } from "./json.js";
import { sizes } from "./sizes.js";
import { author, find, shownChannel, store, ui, visible } from "./store.js";
import { clock } from "./times.js";
import { originOf, title } from "./trips.js";

let drawn = "";

export function messageDetails(body) {
  const posted = chosen();
  const origin = posted && originOf(posted);
  // Drawn again only if it changes, so that unfolded parts stay unfolded.
  const now = JSON.stringify([posted?.message, origin?.ack?.number, origin?.calls.length, ui.me]);
  if (now === drawn && body.childElementCount) return;
  drawn = now;
  replace(
    body,
    posted
      ? parts(posted, origin)
      : h(
          "p",
          { class: "muted pad" },
          "There is no message to inspect yet. Run an example, or choose a message.",
        ),
  );
}

/** Return the picked message, else the app's newest one on show. */
function chosen() {
  const { inspected } = ui;
  const picked = inspected && find(inspected.channel, inspected.ts);
  return picked ?? visible(shownChannel()).findLast((m) => m.message.bot_id) ?? null;
}

function parts(posted, { sent, asked, ack, calls }) {
  const { message } = posted;
  return [
    h(
      "section",
      { class: "detail" },
      h(
        "div",
        { class: "detail-title" },
        h("b", {}, author(message).real_name),
        h("span", { class: "muted" }, clock(message.ts)),
      ),
      h("p", { class: "excerpt" }, message.text?.split("\n")[0] || "no text"),
    ),
    message.bot_id &&
      h(
        "section",
        { class: "detail" },
        h("h3", {}, "Time"),
        asked
          ? timing(asked, ack, calls)
          : h("p", { class: "muted" }, "The app posted this on its own."),
      ),
    h(
      "section",
      { class: "detail" },
      h("h3", {}, "Size"),
      h("ul", { class: "meters" }, sizes(message).map(meter)),
    ),
    h(
      "section",
      { class: "detail" },
      h(
        "h3",
        {},
        "JSON ",
        h("span", { class: "muted" }, sent ? `sent ${by(sent.how)}` : "as Slack keeps it"),
      ),
      message.blocks && h("p", {}, builderLink(message.blocks)),
      jsonBox(sent ? sent.body : message),
    ),
    asked &&
      h(
        "details",
        { class: "detail" },
        h("summary", {}, "What the app was sent"),
        jsonBox(asked.body),
      ),
    sent &&
      h("details", { class: "detail" }, h("summary", {}, "As Slack keeps it"), jsonBox(message)),
  ];
}

const by = (how) => (how === "in the ack" ? how : `by ${how}`);

/** Draw the steps from the envelope to its ack, against the seconds that Slack waits. */
function timing(asked, ack, calls) {
  const most = store.answerSeconds * 1000;
  const since = (entry) => (entry.at - asked.at) * 1000;
  const acked = ack?.kind === "ack";
  const steps = [
    { name: title(asked), at: 0 },
    ...calls
      .filter((c) => !ack || c.number !== ack.number)
      .map((c) => ({
        name: `${title(c)}${c.reply?.ok === false ? `: ${c.reply.error}` : ""}`,
        at: since(c),
        wrong: c.reply?.ok === false,
      })),
    acked
      ? { name: "ack", at: ack.ms }
      : {
          name: ack ? "no ack in time" : "waiting for the ack",
          at: ack ? most : 0,
          wrong: Boolean(ack),
        },
  ].sort((a, b) => a.at - b.at);
  return [
    h(
      "p",
      {},
      acked
        ? `Acked after ${ms(ack.ms)} of the ${most.toLocaleString("en")} ms that Slack waits.`
        : ack
          ? "Not acked in time. Slack showed an error."
          : "Not acked yet.",
    ),
    h(
      "ol",
      { class: "steps" },
      steps.map((s) => step(s, most)),
    ),
  ];
}

const ms = (value) =>
  `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;

function step({ name, at, wrong }, most) {
  const bar = h("span", { class: `bar${wrong ? " wrong" : ""}` }, h("span", {}));
  bar.firstChild.style.width = `${Math.max(1, Math.min(100, (at / most) * 100))}%`;
  return h(
    "li",
    {},
    h("span", { class: "step-name" }, name),
    h("span", { class: "number" }, ms(at)),
    bar,
  );
}

export function meter({ name, size, limit, refused }) {
  const bar = h(
    "span",
    { class: `bar${size > (refused ?? limit) ? " wrong" : size > limit ? " near" : ""}` },
    h("span", {}),
  );
  bar.firstChild.style.width = `${Math.min(100, (size / limit) * 100)}%`;
  return h(
    "li",
    { title: refused && `Slack refuses more than ${refused.toLocaleString("en")}` },
    h("span", { class: "step-name" }, name),
    h("span", { class: "number" }, `${size.toLocaleString("en")} / ${limit.toLocaleString("en")}`),
    bar,
  );
}
