// One message in a channel or a thread.

import { avatar } from "./avatar.js";
import { attachment, blocks } from "./blocks.js";
import { h, icon, iconButton } from "./dom.js";
import { shown } from "./emoji.js";
import { image } from "./images.js";
import { inspect } from "./inspecting.js";
import { openMessageMenu, openReactions, toggle } from "./message_menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { openThread } from "./places.js";
import { link } from "./references.js";
import { dismiss } from "./server.js";
import { author, replies, store, ui } from "./store.js";
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
          by.team && by.team !== store.team.id && h("span", { class: "badge" }, "EXTERNAL"),
          time(message.ts),
        ),
      content(posted, !inThread),
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

function content(posted, inChannel) {
  const { message } = posted;
  const context = { source: { channel: posted.channel, ts: message.ts }, form: null };
  return h(
    "div",
    { class: "content" },
    inChannel && message.subtype === "thread_broadcast" && fromThread(posted),
    message.blocks?.length
      ? blocks(message.blocks, context)
      : message.text && h("div", { class: "mrkdwn" }, mrkdwn(message.text)),
    message.edited && h("span", { class: "edited" }, "(edited)"),
    (message.attachments ?? []).map((a) => attachment(a, context)),
    (message.files ?? []).map(file),
    message.reactions && h("div", { class: "reactions" }, message.reactions.map((r) => reaction(posted, r))),
  );
}

/** Return the line that says of a reply in the channel which thread it is from. */
function fromThread({ channel, message }) {
  const open = () => openThread(channel, message.thread_ts);
  return h(
    "div",
    { class: "from-thread" },
    "replied to ",
    h("button", { type: "button", class: "link-button", on: { click: open } }, "a thread"),
  );
}

function file(given) {
  const pictured = /\.(png|jpe?g|gif|webp|svg)$/i.test(given.name ?? "");
  const url = given.url_private;
  return h(
    "div",
    { class: "file" },
    pictured
      ? image({ image_url: url, alt_text: given.alt_txt ?? given.title ?? given.name })
      : link(url ?? "", given.title ?? given.name),
    given.preview && h("pre", { class: "code-block" }, given.preview),
  );
}

const reaction = (posted, { name, count, users }) =>
  h(
    "button",
    {
      type: "button",
      class: "reaction",
      "aria-pressed": String(users.includes(ui.me)),
      "aria-label": `${name}, ${count}`,
      title: users.map((u) => store.users.get(u)?.real_name ?? u).join(", "),
      on: { click: () => toggle(posted, name) },
    },
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
      iconButton("smile", "Add reaction", ({ currentTarget }) =>
        openReactions(currentTarget, posted),
      ),
    !alone &&
      iconButton("more", "More actions", ({ currentTarget }) =>
        openMessageMenu(currentTarget, posted),
      ),
  );
}
