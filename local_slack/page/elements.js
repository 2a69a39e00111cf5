// The elements of blocks that people click, choose or fill in.

import { act } from "./acting.js";
import { h, icon } from "./dom.js";
import { fields } from "./fields.js";
import { image } from "./images.js";
import { openMenu } from "./menu.js";
import { isSafe } from "./references.js";
import { select } from "./selects.js";
import { ui } from "./store.js";
import { notDrawn, plain, rich } from "./texts.js";

/**
 * Return an element's node. In a context with a `form` it is an input: the form keeps the choice
 * until it is submitted. Elsewhere the app is told at once.
 */
export function element(given, context) {
  const make =
    ELEMENTS[given.type] ?? fields[given.type] ?? (given.type.endsWith("_select") ? select : null);
  if (given.visible_to_user_ids && !given.visible_to_user_ids.includes(ui.me)) return null;
  return make ? make(given, context) : notDrawn(given.type);
}

const ELEMENTS = {
  button,
  overflow,
  image,
  checkboxes: (given, context) => ticks(given, context, "checkbox"),
  radio_buttons: (given, context) => ticks(given, context, "radio"),
  workflow_button: (given) =>
    h(
      "button",
      { type: "button", class: "button", disabled: true, title: "Workflows do not run here" },
      plain(given.text),
    ),
  feedback_buttons: (given, context) =>
    [given.positive_button, given.negative_button].map((b, i) =>
      iconic(i ? "👎" : "👍", plain(b.text), given, context, b.value),
    ),
  icon_button: (given, context) => iconic("🗑️", plain(given.text), given, context, given.value),
};

function button(given, context) {
  const use = (event) => {
    if (given.url && isSafe(given.url)) open(given.url, "_blank", "noopener,noreferrer");
    act(context, given, event.currentTarget);
  };
  return h(
    "button",
    {
      type: "button",
      class: `button ${given.style ?? ""}`,
      "data-action": given.action_id,
      "aria-label": given.accessibility_label,
      title: given.url,
      on: { click: use },
    },
    plain(given.text),
  );
}

function iconic(sign, label, given, context, choice) {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: label,
      "data-action": given.action_id,
      on: { click: (e) => act(context, given, e.currentTarget, choice) },
    },
    sign,
  );
}

function overflow(given, context) {
  const options = given.options.map((o) => ({
    label: plain(o.text),
    value: o.value,
    url: o.url,
    description: o.description && plain(o.description),
  }));
  const pick = (node) => (option) => {
    if (option.url && isSafe(option.url)) open(option.url, "_blank", "noopener,noreferrer");
    act(context, given, node, option.value);
  };
  const show = ({ currentTarget: node }) =>
    openMenu(node, { label: "More options", load: async () => [{ options }], pick: pick(node) });
  return h(
    "button",
    {
      type: "button",
      class: "button overflow",
      "aria-label": "More options",
      "aria-haspopup": "listbox",
      "data-action": given.action_id,
      on: { click: show },
    },
    icon("more"),
  );
}

function ticks(given, context, kind) {
  const initial = new Set(
    [...(given.initial_options ?? []), given.initial_option].filter(Boolean).map((o) => o.value),
  );
  const name = `${given.action_id}-${Math.random()}`;
  const boxes = given.options.map((option) =>
    h(
      "label",
      { class: "tick" },
      h("input", { type: kind, name, value: option.value, checked: initial.has(option.value) }),
      h(
        "span",
        { class: "mrkdwn" },
        rich(option.text),
        option.description && h("small", {}, rich(option.description)),
      ),
    ),
  );
  const root = h(
    "div",
    {
      class: "ticks",
      role: kind === "radio" ? "radiogroup" : "group",
      "data-action": given.action_id,
    },
    boxes,
  );
  const chosen = () => {
    const values = [...root.querySelectorAll("input:checked")].map((i) => i.value);
    return kind === "radio" ? values[0] : values;
  };
  context.form?.add(context.block, chosen, root);
  root.addEventListener("change", () => {
    if (!context.form || context.dispatch) act(context, given, root, chosen());
  });
  return root;
}
