// The page: it puts the parts together, and draws each again when what it shows changes.

import { beside, titleOfThread } from "./assistant.js";
import { Composer } from "./composer.js";
import { byId, h, icon, iconButton, replace, signOf } from "./dom.js";
import { Feed } from "./feed.js";
import { about, home } from "./home.js";
import { drawInspector } from "./inspector.js";
import { showPanel } from "./inspecting.js";
import { closeMenu } from "./menu.js";
import { drawModal } from "./modal.js";
import { go, openThread, settle } from "./places.js";
import { allRead, drawSidebar, drawStatus } from "./sidebar.js";
import {
  address,
  find,
  isReply,
  isSeen,
  on,
  replies,
  shownChannel,
  store,
  titleOf,
  ui,
  visible,
} from "./store.js";
import { follow } from "./stream.js";
import { welcome } from "./welcome.js";

const TABS = { home: "Home", messages: "Messages", about: "About" };
const NOTICED = 8000; // milliseconds
const feed = new Feed(byId("feed"));
const thread = new Feed(byId("thread-feed"), { inThread: true });
const composer = new Composer(byId("composer"), {
  id: "composer-input",
  where: () => ({ channel: address() }),
});
const answering = new Composer(byId("thread-composer"), {
  id: "thread-input",
  where: () => ({ channel: ui.thread.channel, thread: ui.thread.ts }),
});

function drawPlace() {
  const app = ui.place === "app";
  const channel = store.channels.get(ui.place);
  const name = app ? store.app.name : titleOf(channel);
  document.title = `${name} · Local Slack`;
  replace(
    byId("place-title"),
    app ? name : [signOf(channel, 18), name.replace(/^#/, "")],
  );
  byId("place-tabs").hidden = !app;
  replace(
    byId("place-tabs"),
    Object.entries(TABS)
      .filter(([tab]) => tab !== "home" || hasHome())
      .map(([tab, words]) =>
        h(
          "button",
          {
            type: "button",
            class: "tab",
            role: "tab",
            "aria-selected": String(ui.tab === tab),
            on: { click: () => go("app", tab) },
          },
          words,
        ),
      ),
  );
  const messages = !app || ui.tab === "messages";
  byId("feed").hidden = byId("composer").hidden = !messages;
  byId("app-page").hidden = messages;
  if (!messages) replace(byId("app-page"), ui.tab === "home" ? home() : about());
  composer.label(app ? `Message ${store.app.name}` : `Message ${name}`);
  drawFeed();
}

const hasHome = () => store.manifest.features?.app_home?.home_tab_enabled;

function drawFeed() {
  const where = shownChannel();
  // The introduction says whether the app is a member.
  const key = `${ui.me} ${ui.place} ${where?.members.includes(store.app.bot_user)}`;
  if (feed.name !== key)
    replace(
      feed.above,
      welcome(where, (text) => composer.run(text)),
    );
  feed.show(
    key,
    visible(where).filter((m) => !isReply(m) || m.message.subtype === "thread_broadcast"),
    byId("place-title").textContent,
  );
  drawThread();
}

function drawThread() {
  const root = ui.thread && find(ui.thread.channel, ui.thread.ts);
  const shown = Boolean(root && isSeen(root));
  const opened = shown && byId("thread").hidden;
  byId("thread").hidden = !shown;
  document.body.classList.toggle("threaded", shown);
  if (!shown) return;
  const channel = store.channels.get(ui.thread.channel);
  byId("thread-place").textContent =
    titleOfThread(ui.thread) ?? (channel.person ? store.app.name : titleOf(channel));
  replace(
    byId("thread-beside"),
    beside(ui.thread, (text) => answering.run(text)),
  );
  answering.label("Reply…");
  thread.show(`${ui.me} ${ui.thread.ts}`, [root, ...replies(channel, ui.thread.ts)], "Thread");
  if (opened) byId("thread-input").focus();
}

function drawAll() {
  settle();
  allRead();
  drawSidebar();
  drawStatus();
  drawPlace();
  drawModal();
  drawInspector();
  if (document.body.classList.contains("loading")) begin();
}

function begin() {
  document.body.classList.remove("loading");
  byId("composer-input").focus();
}

// Many changes may come at once, so each part is drawn at most once a frame.
const due = new Set();

function soon(...parts) {
  if (!due.size) requestAnimationFrame(drawDue);
  for (const part of parts) due.add(part);
}

function drawDue() {
  const parts = [...due];
  due.clear();
  if (store.loaded) for (const part of parts) part();
}

const noticed = { node: byId("notice"), timer: 0 };

function notice(words) {
  const away = () => (noticed.node.hidden = true);
  clearTimeout(noticed.timer);
  noticed.timer = setTimeout(away, NOTICED);
  replace(
    noticed.node,
    icon("warning", 16),
    h("span", {}, words),
    iconButton("close", "Dismiss", away),
  );
  // An open dialog covers everything outside it.
  (document.querySelector("dialog[open]") ?? document.body).append(noticed.node);
  noticed.node.hidden = false;
}

/** Close what is on top; menus and dialogs close themselves. */
function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]"))
    return;
  if (document.body.classList.contains("drawer-open")) drawer(false);
  else if (ui.panel && byId("inspector").contains(document.activeElement))
    leave(() => showPanel(null));
  else if (ui.thread) leave(() => openThread());
  else if (ui.panel) leave(() => showPanel(null));
}

function leave(close) {
  close();
  byId("composer-input").focus();
}

function drawer(open) {
  document.body.classList.toggle("drawer-open", open);
  byId("drawer-button").setAttribute("aria-expanded", String(open));
  (open ? byId("places").querySelector("button") : byId("composer-input"))?.focus();
}

function wire() {
  replace(byId("drawer-button"), icon("menu"));
  replace(byId("inspector-button"), icon("inspect"), h("span", {}, "Inspector"));
  byId("thread-close").append(icon("close"));
  byId("drawer-button").addEventListener("click", () =>
    drawer(!document.body.classList.contains("drawer-open")),
  );
  byId("shade").addEventListener("click", () => drawer(false));
  byId("inspector-button").addEventListener("click", () => showPanel(ui.panel ? null : "message"));
  byId("thread-close").addEventListener("click", () => leave(() => openThread()));
  addEventListener("keydown", escape);
  addEventListener("hashchange", () => closeMenu());
  on("state", drawAll);
  on("place", () => soon(drawSidebar, drawPlace, drawModal, drawInspector));
  on("message", () => soon(drawSidebar, drawFeed));
  on("home", () => soon(drawPlace));
  on("view", () => soon(drawModal));
  on("status", () => soon(drawStatus));
  on("inspector entry", () => soon(drawInspector));
  on(
    "failed",
    ({ user, text }) => user === ui.me && !document.querySelector(".failure") && notice(text),
  );
  on("notice", notice);
  byId("skip").addEventListener("click", () => byId("composer-input").focus());
  follow();
}

wire();
