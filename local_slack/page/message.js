// One message in a channel or a thread.

import { avatar } from "./avatar.js";
import { attachment, blocks } from "./blocks.js";
import { h, icon, iconButton } from "./dom.js";
import { shown } from "./emoji.js";
import { image } from "./images.js";
import { inspect } from "./inspecting.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { openThread } from "./places.js";
import { link } from "./references.js";
import { dismiss, shortcut } from "./server.js";
import { author, replies, store } from "./store.js";
import { ago, clock, exact } from "./times.js";

/** Return a message's node; `follows` leaves out its author, and `below` counts its replies. */
export function messageNode(posted, { follows = false, below = 0, inThread = false } = {}) {
  const { message } = posted;
  const by = author(message);
  const alone = posted.ephemeral_to !== null;
  const classes = ["message", follows && "follows", alone && "ephemeral"].filter(Boolean).join(" ");
  return h(
    "article",
    {
      class: classes,
      tabindex: "-1",
      "data-ts": message.ts,
      "aria-label": `${by.real_name}, ${clock(message.ts)}`,
    },
    h("div", { class: "gutter" }, follows ? time(message.ts) : avatar(by)),
    h(
      "div",
      { class: "message-main" },
      alone && onlyYou(posted),
      !follows &&
        h(
          "div",
          { class: "byline" },
          h("b", { class: "author" }, by.real_name),
          by.app && h("span", { class: "badge" }, "APP"),
          time(message.ts),
        ),
      content(posted),
      below > 0 && threadLink(posted),
    ),
    toolbar(posted, { alone, inThread }),
  );
}

const time = (ts) => h("time", { class: "time", title: exact(ts) }, clock(ts));

function onlyYou(posted) {
  const away = () => dismiss(posted.channel, posted.message.ts);
  return h(
    "div",
    { class: "only-you" },
    icon("eye", 14),
    "Only visible to you",
    " • ",
    h("button", { type: "button", class: "link-button", on: { click: away } }, "Dismiss"),
  );
}

function content(posted) {
  const { message } = posted;
  const context = { source: { channel: posted.channel, ts: message.ts }, form: null };
  // What people wrote is shown from its text, which holds their own markup.
  const typed = !message.bot_id || !message.blocks?.length;
  return h(
    "div",
    { class: "content" },
    typed
      ? message.text && h("div", { class: "mrkdwn" }, mrkdwn(message.text))
      : blocks(message.blocks, context),
    message.edited && h("span", { class: "edited" }, "(edited)"),
    (message.attachments ?? []).map((a) => attachment(a, context)),
    (message.files ?? []).map(file),
    message.reactions && h("div", { class: "reactions" }, message.reactions.map(reaction)),
  );
}

function file(given) {
  const pictured = /\.(png|jpe?g|gif|webp|svg)$/i.test(given.name ?? "");
  const url = given.url_private;
  return h(
    "div",
    { class: "file" },
    pictured
      ? image({ image_url: url, alt_text: given.title ?? given.name })
      : link(url ?? "", given.title ?? given.name),
  );
}

const reaction = ({ name, count, users }) =>
  h(
    "span",
    { class: "reaction", title: users.map((u) => store.users.get(u)?.real_name ?? u).join(", ") },
    shown(name),
    ` ${count}`,
  );

function threadLink(posted) {
  const below = replies(store.channels.get(posted.channel), posted.message.ts).filter(
    (m) => m.ephemeral_to === null,
  );
  const writers = [...new Map(below.map((m) => [m.message.user, author(m.message)])).values()];
  return h(
    "button",
    {
      type: "button",
      class: "thread-link",
      on: { click: () => openThread(posted.channel, posted.message.ts) },
    },
    writers.slice(0, 3).map((by) => avatar(by, "tiny")),
    h("b", {}, below.length === 1 ? "1 reply" : `${below.length} replies`),
    h("span", { class: "muted" }, `Last reply ${ago(below.at(-1).message.ts)}`),
  );
}

function toolbar(posted, { alone, inThread }) {
  const { channel, message } = posted;
  const offered = store.shortcuts.filter((s) => s.type === "message");
  return h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Message actions" },
    !alone &&
      !inThread &&
      iconButton("thread", "Reply in thread", () =>
        openThread(channel, message.thread_ts ?? message.ts),
      ),
    iconButton("inspect", "Inspect message", () => inspect(channel, message.ts)),
    !alone &&
      offered.length > 0 &&
      iconButton("more", "Shortcuts", ({ currentTarget }) =>
        openMenu(currentTarget, {
          label: "Shortcuts",
          load: async () => [
            {
              options: offered.map((s) => ({
                label: s.name,
                value: s.callback_id,
                description: s.description,
              })),
            },
          ],
          pick: (o) => shortcut(o.value, { channel, ts: message.ts }),
        }),
      ),
  );
}
