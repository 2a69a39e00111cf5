// Blocks that frame other content: alerts, cards, containers, tasks and plans, providers.

import { h, icon } from "./dom.js";
import { element } from "./elements.js";
import { image } from "./images.js";
import { link } from "./references.js";
import { richText } from "./richtext.js";
import { plain, rich } from "./texts.js";

const words = (name, text) => text && h("div", { class: `mrkdwn ${name}` }, rich(text));

export function alert(block) {
  const level = block.level ?? "default";
  return h(
    "div",
    { class: `alert alert-${level}`, role: "note", "aria-label": level },
    icon("warning", 16),
    words("", block.text),
  );
}

export function card(block, context) {
  const sign = block.icon
    ? h("span", { class: "card-icon" }, image(block.icon))
    : block.slack_icon && h("span", { class: "card-icon named" }, block.slack_icon.name);
  return h(
    "article",
    { class: "card" },
    block.hero_image && h("div", { class: "card-hero" }, image(block.hero_image)),
    h(
      "div",
      { class: "card-head" },
      sign,
      h("div", {}, words("card-title", block.title), words("card-subtitle", block.subtitle)),
    ),
    words("", block.body),
    words("card-subtitle", block.subtext),
    block.actions &&
      h(
        "div",
        { class: "card-actions" },
        block.actions.map((e) => element(e, context)),
      ),
  );
}

/** Return the cards side by side; they scroll, so that the keyboard must reach them. */
export const carousel = (cards) =>
  h("div", { class: "carousel", role: "region", tabindex: "0", "aria-label": "Cards" }, cards);

export function container(block, inner) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : plain(block.title);
  const head = [
    block.icon && h("span", { class: "card-icon" }, image(block.icon)),
    h("div", {}, h("div", { class: "card-title" }, title), words("card-subtitle", block.subtitle)),
  ];
  const width = block.width ?? "standard";
  if (!block.is_collapsible)
    return h("section", { class: `card ${width}` }, h("div", { class: "card-head" }, head), inner);
  return h(
    "details",
    { class: `card ${width}`, open: !block.default_collapsed },
    h("summary", { class: "card-head" }, head),
    inner,
  );
}

const STATUS = { pending: "Pending", in_progress: "In progress", complete: "Done", error: "Failed" };

export function taskCard(block) {
  return h(
    "div",
    { class: "task" },
    h(
      "div",
      { class: "task-head" },
      h("span", { class: `badge task-${block.status}` }, STATUS[block.status] ?? "Task"),
      " ",
      h("b", {}, block.title),
    ),
    block.details && richText(block.details),
    block.output && richText(block.output),
    block.sources &&
      h(
        "div",
        { class: "task-sources" },
        block.sources.map((source) => h("span", {}, link(source.url, source.text))),
      ),
  );
}

export function plan(block) {
  return h(
    "div",
    { class: "card" },
    h("div", { class: "card-title" }, block.title),
    (block.tasks ?? []).map(taskCard),
  );
}

/** Return a provider; people cannot connect to it here, and the page says so. */
export function provider(block, context) {
  return h(
    "div",
    { class: "card" },
    h("div", { class: "card-title" }, plain(block.name)),
    block.description && h("div", { class: "card-subtitle" }, plain(block.description)),
    block.is_connected
      ? h(
          "div",
          { class: "card-actions" },
          ["Connected", block.connected_identity, block.connected_context]
            .filter(Boolean)
            .map((part) => h("span", {}, part.text ? plain(part) : part)),
          block.accessory && element(block.accessory, context),
        )
      : h(
          "button",
          { type: "button", class: "button", disabled: true, title: "Nobody can connect here" },
          "Connect",
        ),
  );
}
