// The introduction above the first message: where you are, and examples that one click runs.

import { avatar } from "./avatar.js";
import { h, icon, signOf } from "./dom.js";
import { directExamples, examples } from "./examples.js";
import { inviteApp } from "./server.js";
import { author, botUser, store, titleOf } from "./store.js";

export function welcome(channel, run) {
  return channel && !channel.person ? inChannel(channel, run) : inMessages(run);
}

function inChannel(channel, run) {
  const away = !channel.members.includes(store.app.bot_user);
  return [
    h("h2", { class: "intro-title" }, signOf(channel, 24), titleOf(channel).replace(/^#/, "")),
    h(
      "p",
      { class: "muted" },
      away
        ? `${store.app.name} is not in this channel. Commands work here, mentions do not.`
        : `Everybody in here sees what is posted. ${store.app.name} is a member.`,
    ),
    channel.shared && h("p", { class: "muted" }, "Shared with another organization."),
    away &&
      h(
        "button",
        { type: "button", class: "button", on: { click: () => inviteApp(channel.id) } },
        `Add ${store.app.name} to this channel`,
      ),
    tries(examples(), run),
  ];
}

function inMessages(run) {
  return [
    h(
      "div",
      { class: "intro-app" },
      avatar(author({ user: store.app.bot_user, bot_id: "app" }), "large"),
      h(
        "div",
        {},
        h("h2", { class: "intro-title" }, store.app.name, h("span", { class: "badge" }, "APP")),
        h(
          "p",
          { class: "muted" },
          store.manifest.display_information?.description ?? `@${botUser().name}`,
        ),
      ),
    ),
    h("p", { class: "muted" }, `Only you and ${store.app.name} see these messages.`),
    tries(directExamples(), run),
  ];
}

function tries(offered, run) {
  return h(
    "section",
    { class: "tries", "aria-label": "Try it" },
    h("h3", {}, "Try it"),
    h(
      "ul",
      {},
      offered.map((example) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: "try",
              on: { click: () => run(example.text) },
              "aria-label": `Run ${example.text}`,
            },
            h(
              "span",
              { class: "try-words" },
              h("code", {}, example.text),
              h("small", {}, example.what),
            ),
            h("span", { class: "try-run" }, icon("play", 14), "Run"),
          ),
        ),
      ),
    ),
    h(
      "p",
      { class: "hint" },
      "Or type ",
      h("kbd", {}, "/"),
      " below for commands, ",
      h("kbd", {}, "@"),
      " for people and the app.",
    ),
  );
}
