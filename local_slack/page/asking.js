// A small dialog that asks for a few words before something is done.

import { h, newId } from "./dom.js";

/**
 * Ask for words; `fields` have a name, a label, and perhaps `value`, `long`, `options` or `optional`.
 * Resolve to the values by name, or to null if the person leaves.
 */
export function ask(title, fields, yes) {
  return new Promise((resolve) => {
    const inputs = fields.map((field) => ({ field, node: input(field) }));
    const values = () => Object.fromEntries(inputs.map(({ field, node }) => [field.name, node.value]));
    const end = (result) => {
      dialog.close();
      resolve(result);
    };
    const sent = (event) => {
      event.preventDefault();
      end(values());
    };
    const dialog = h(
      "dialog",
      {
        class: "dialog small",
        "aria-label": title,
        on: { cancel: () => resolve(null), close: () => dialog.remove() },
      },
      h(
        "form",
        { method: "dialog", on: { submit: sent } },
        h("header", { class: "dialog-head" }, h("h2", {}, title)),
        h("div", { class: "dialog-body" }, inputs.map(labeled)),
        h(
          "footer",
          { class: "dialog-foot" },
          h("button", { type: "button", class: "button", on: { click: () => end(null) } }, "Cancel"),
          h("button", { type: "submit", class: "button primary" }, yes),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    inputs[0]?.node.focus();
  });
}

function input({ value = "", long, options, optional }) {
  const common = { class: "field", id: newId("ask"), required: !optional };
  if (options)
    return h(
      "select",
      common,
      options.map((o) => h("option", { value: o.value, selected: o.value === value }, o.label)),
    );
  const node = long ? h("textarea", { ...common, rows: "4" }) : h("input", { ...common, type: "text" });
  node.value = value;
  return node;
}

const labeled = ({ field, node }) =>
  h(
    "div",
    { class: "input-block" },
    h(
      "div",
      { class: "input-label" },
      h("label", { for: node.id }, field.label),
      field.optional && h("span", { class: "optional" }, " (optional)"),
    ),
    node,
  );
