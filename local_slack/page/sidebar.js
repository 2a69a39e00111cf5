// The sidebar: channels and the app with their unread messages, and the app's connection.

import { openAdditions } from "./additions.js";
import { avatar } from "./avatar.js";
import { byId, h, iconButton, replace, signOf } from "./dom.js";
import { actAs, go } from "./places.js";
import { author, isReply, myPlaces, people, store, titleOf, ui } from "./store.js";

const read = new Map(); // the newest message that a person has seen in a channel

export function drawSidebar() {
  replace(byId("workspace"), h("span", { class: "workspace-name" }, "Local Slack"));
  replace(byId("people"), people().length > 4 ? chooser() : people().map(person));
  replace(
    byId("places"),
    heading("Channels", addButton()),
    h("ul", {}, myPlaces().map(channelPlace)),
    heading("Apps"),
    h("ul", {}, place("app", direct(ui.me), avatar(bot(), "tiny"), store.app.name)),
  );
}

const bot = () => author({ user: store.app.bot_user, bot_id: "app" });
const heading = (words, ...more) => h("h2", {}, words, more);
const addButton = () =>
  iconButton("plus", "Add people and places", (e) => openAdditions(e.currentTarget));

function channelPlace(channel) {
  const name = titleOf(channel).replace(/^#/, "");
  return place(channel.id, channel, signOf(channel), `${name}${channel.shared ? " ⇄" : ""}`);
}

const direct = (user) => [...store.channels.values()].find((c) => c.person === user);

function person(user) {
  return h(
    "button",
    {
      type: "button",
      class: "person",
      "aria-pressed": String(user.id === ui.me),
      title: `Act as ${user.real_name}`,
      on: { click: () => actAs(user.id) },
    },
    avatar(user, "tiny"),
    h("span", {}, user.real_name),
    user.id !== ui.me &&
      unreadOf(user.id) > 0 &&
      h("span", { class: "dot", role: "img", "aria-label": "has unread messages" }),
  );
}

function chooser() {
  const options = people().map((u) =>
    h("option", { value: u.id, selected: u.id === ui.me }, u.real_name),
  );
  return h(
    "select",
    { "aria-label": "Act as", on: { change: (e) => actAs(e.target.value) } },
    options,
  );
}

function place(id, channel, sign, name) {
  const here = ui.place === id;
  if (here && channel) markRead(channel);
  const count = channel && !here ? unread(channel, ui.me) : 0;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: `place${count ? " unread" : ""}`,
        "aria-current": here ? "page" : null,
        on: { click: () => go(id, "messages") },
      },
      sign,
      h("span", { class: "place-name" }, name),
      count > 0 && h("span", { class: "count", "aria-label": `${count} unread` }, String(count)),
    ),
  );
}

const key = (channel, user) => `${user} ${channel.id}`;

function markRead(channel) {
  const newest = [...channel.messages.keys()].reduce((a, b) => (a > b ? a : b), "");
  read.set(key(channel, ui.me), newest);
}

/** Mark everything as read that is there when the page opens. */
export function allRead() {
  for (const channel of store.channels.values()) {
    for (const user of people()) {
      const newest = [...channel.messages.keys()].reduce((a, b) => (a > b ? a : b), "");
      if (!read.has(key(channel, user.id))) read.set(key(channel, user.id), newest);
    }
  }
}

function unread(channel, user) {
  const since = read.get(key(channel, user)) ?? "";
  return [...channel.messages.values()].filter(
    (m) =>
      m.message.ts > since &&
      m.message.user !== user &&
      !isReply(m) &&
      (m.ephemeral_to === null || m.ephemeral_to === user),
  ).length;
}

function unreadOf(user) {
  return [...store.channels.values()]
    .filter((c) => c.members.includes(user))
    .reduce((n, c) => n + unread(c, user), 0);
}

export function drawStatus() {
  const sockets = store.manifest.settings?.socket_mode_enabled;
  const connected = store.sockets > 0 || !sockets;
  const words = !store.online
    ? "Reconnecting to the local Slack …"
    : !sockets
      ? "HTTP mode"
      : connected
        ? `${store.app.name} connected${store.sockets > 1 ? ` (${store.sockets} sockets)` : ""}`
        : `${store.app.name} is not connected`;
  const status = byId("status");
  status.className = store.online && connected ? "good" : "bad";
  replace(status, h("span", { class: "light" }), words);
  byId("banner").hidden = store.online && connected;
  byId("banner").textContent = store.online
    ? `${store.app.name} has no open socket. Commands fail now; messages wait until it connects.`
    : "The connection to the local Slack broke. Reconnecting …";
}
