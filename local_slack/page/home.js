// The app's Home tab, and what the app is.

import { blocks } from "./blocks.js";
import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { setInstalled } from "./server.js";
import { author, store, ui } from "./store.js";

export function home() {
  const view = store.homes[ui.me];
  if (view) return blocks(view.blocks, { source: { view_id: view.id }, form: null });
  const enabled = store.manifest.features?.app_home?.home_tab_enabled;
  return [
    h(
      "div",
      { class: "blank" },
      h("h2", {}, enabled ? "Nothing here yet" : "This app has no Home tab"),
      h(
        "p",
        { class: "muted" },
        enabled
          ? `${store.app.name} has not published a view with views.publish yet. Opening this tab sends it app_home_opened.`
          : "To enable it, set features.app_home.home_tab_enabled in the manifest.",
      ),
    ),
  ];
}

/** Return what the manifest names that does not happen in the local Slack. */
function notHere() {
  if (!store.warnings.length) return null;
  return h(
    "section",
    { class: "not-here" },
    h("h3", {}, "Not here"),
    h(
      "ul",
      {},
      store.warnings.map((w) => h("li", {}, w)),
    ),
  );
}

const INSTALLED = { uninstall: "Uninstall", revoke: "Revoke the token", install: "Install again" };

/** Return the buttons that end the app's installation, and begin it anew. */
function installation() {
  const buttons = Object.entries(INSTALLED).map(([how, words]) =>
    h(
      "button",
      { type: "button", class: "button", on: { click: () => setInstalled(how) } },
      words,
    ),
  );
  return h("section", { class: "not-here" }, h("h3", {}, "Installation"), h("p", {}, buttons));
}

export function about() {
  const { display_information: display = {}, oauth_config: oauth, settings } = store.manifest;
  const facts = [
    ["Commands", store.commands.map((c) => `${c.command} ${c.usage_hint ?? ""}`.trim())],
    ["Shortcuts", store.shortcuts.map((s) => s.name)],
    ["Events", settings?.event_subscriptions?.bot_events ?? []],
    ["Scopes", oauth?.scopes?.bot ?? []],
  ];
  return [
    h(
      "div",
      { class: "intro-app" },
      avatar(author({ user: store.app.bot_user, bot_id: "app" }), "large"),
      h(
        "div",
        {},
        h("h2", { class: "intro-title" }, store.app.name),
        h("p", { class: "muted" }, display.description ?? ""),
      ),
    ),
    display.long_description && h("p", {}, display.long_description),
    h(
      "dl",
      { class: "facts" },
      facts
        .filter(([, list]) => list.length)
        .map(([name, list]) => [
          h("dt", {}, name),
          h(
            "dd",
            {},
            list.map((f) => h("code", {}, f)),
          ),
        ]),
    ),
    notHere(),
    installation(),
  ];
}
