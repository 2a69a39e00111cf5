// The inputs of a modal: their values, by block_id, and the errors beside them.

import { input } from "./blocks.js";
import { h, icon } from "./dom.js";

export class Form {
  constructor() {
    this.inputs = new Map();
    this.rows = new Map();
  }

  /** Return the node of an input block; its element adds itself to the form. */
  row(block, context) {
    const node = h("div", { class: "input-block", "data-block": block.block_id });
    node.append(...input(block, { ...context, form: this, block: block.block_id }).flat());
    this.rows.set(block.block_id, node);
    return node;
  }

  add(blockId, read, node) {
    this.inputs.set(blockId, { read, node });
  }

  /** Return the values of all inputs; what is empty is null or an empty list. */
  values() {
    return Object.fromEntries([...this.inputs].map(([name, { read }]) => [name, read() ?? null]));
  }

  clearErrors() {
    for (const row of this.rows.values()) {
      row.classList.remove("wrong");
      row.querySelector(".input-error")?.remove();
    }
  }

  showErrors(errors) {
    for (const [id, words] of Object.entries(errors)) {
      const row = this.rows.get(id);
      row?.classList.add("wrong");
      row?.append(h("div", { class: "input-error", role: "alert" }, icon("warning", 16), words));
    }
    document.querySelector(".input-block.wrong :is(input, textarea, button)")?.focus();
  }

  /** Return what was typed, to keep it when the app updates the view. */
  remembered() {
    const typed = [...this.inputs].filter(
      ([, { node }]) => "value" in node && node.tagName !== "BUTTON",
    );
    return new Map(typed.map(([name, { node }]) => [name, node.value]));
  }

  restore(typed) {
    for (const [name, value] of typed ?? []) {
      const node = this.inputs.get(name)?.node;
      if (node && value && !node.value) node.value = value;
    }
  }
}
