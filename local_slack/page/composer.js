// The message field: it grows, completes, sends on Enter, and recalls what was sent.

import { avatar } from "./avatar.js";
import { candidates, usage } from "./completion.js";
import { h, icon, iconButton, newId } from "./dom.js";
import { command, shortcut, write } from "./server.js";
import { store } from "./store.js";
import { openWays } from "./ways_to_send.js";

const RECALLED = 50;
const HIGHEST = 200; // pixels

export class Composer {
  /** `where()` returns the address of the channel, and the thread. */
  constructor(root, { id, where }) {
    this.where = where;
    this.sent = [];
    this.recalled = 0;
    this.found = null;
    this.formatting = true;
    this.broadcast = false; // whether a reply is sent to the channel too
    this.list = h("div", {
      class: "completion",
      role: "listbox",
      id: newId("completion"),
      "aria-label": "Suggestions",
      hidden: true,
    });
    this.hint = h("div", { class: "usage", hidden: true });
    this.note = h("div", { class: "composer-note", role: "status" });
    this.input = h("textarea", {
      id,
      rows: "1",
      role: "combobox",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      autocomplete: "off",
      spellcheck: "false",
      on: { input: () => this.typed(), keydown: (e) => this.pressed(e), blur: () => this.close() },
    });
    this.ways = iconButton("plus", "More ways to send", () => openWays(this.ways, this));
    this.button = h(
      "button",
      {
        type: "button",
        class: "send",
        "aria-label": "Send",
        title: "Send",
        on: { click: () => this.send() },
      },
      icon("send"),
    );
    root.append(
      this.list,
      h(
        "div",
        { class: "composer-box" },
        this.hint,
        h("div", { class: "composer-row" }, this.ways, this.input, this.button),
      ),
      this.note,
    );
    this.typed();
  }

  label(words) {
    this.input.placeholder = words;
    this.input.setAttribute("aria-label", words);
  }

  typed() {
    this.input.style.height = "auto";
    if (this.input.value)
      this.input.style.height = `${Math.min(this.input.scrollHeight, HIGHEST)}px`;
    this.button.disabled = !this.input.value.trim();
    this.found = candidates(this.input.value, this.input.selectionStart);
    this.at = 0;
    this.draw();
  }

  draw() {
    const options = this.found?.options ?? [];
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.list.replaceChildren(...options.map((option, i) => this.row(option, i)));
    const active = this.list.children[this.at];
    this.input.setAttribute("aria-activedescendant", active?.id ?? "");
    active?.scrollIntoView({ block: "nearest" });
    const used = usage(this.input.value);
    this.hint.hidden = !used;
    this.hint.replaceChildren(
      ...(used ? [h("code", {}, used.hint), h("span", {}, used.what ?? "")] : []),
    );
  }

  row(option, i) {
    return h(
      "div",
      {
        class: `suggestion ${i === this.at ? "active" : ""}`,
        role: "option",
        id: newId("suggestion"),
        "aria-selected": String(i === this.at),
        on: {
          pointerdown: (event) => event.preventDefault(), // keeps the focus where it is
          click: () => this.complete(option),
        },
      },
      option.user && avatar(option.user, "tiny"),
      h("b", {}, option.title),
      h("span", { class: "suggestion-hint" }, option.hint),
      h("small", {}, option.what),
    );
  }

  close() {
    this.found = null;
    this.draw();
  }

  complete(option) {
    const { value, selectionStart: cursor } = this.input;
    const start = this.found.start;
    this.input.value =
      value.slice(0, start) + option.insert + value.slice(cursor).replace(/^ /, "");
    this.input.selectionStart = this.input.selectionEnd = start + option.insert.length;
    this.typed();
    if (option.shortcut) shortcut(option.shortcut);
  }

  pressed(event) {
    if (event.isComposing) return; // Enter chooses a word of an input method then
    if (this.found && this.inList(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") this.recall(event);
  }

  /** Use a key in the list of suggestions; return whether the list took it. */
  inList({ key }) {
    const { options } = this.found;
    const option = options[this.at];
    if (key === "ArrowDown") this.at = (this.at + 1) % options.length;
    else if (key === "ArrowUp") this.at = (this.at + options.length - 1) % options.length;
    else if (key === "Escape") this.found = null;
    else if (key === "Tab" || (key === "Enter" && !this.isWhole(option)))
      return this.complete(option) ?? true;
    else return false;
    this.draw();
    return true;
  }

  isWhole(option) {
    return this.input.value.slice(this.found.start).trim() === option.exact;
  }

  /** Bring back what was sent earlier, if nothing else is being written. */
  recall(event) {
    const step = event.key === "ArrowUp" ? 1 : -1;
    const current = this.recalled ? this.sent.at(-this.recalled) : "";
    if (this.input.value !== current || !this.sent.length) return;
    event.preventDefault();
    this.recalled = Math.max(0, Math.min(this.sent.length, this.recalled + step));
    this.fill(this.recalled ? this.sent.at(-this.recalled) : "");
    this.close();
  }

  setFormatting(on) {
    this.formatting = on;
    this.remind();
  }

  setBroadcast(on) {
    this.broadcast = on;
    this.remind();
  }

  /** Say below the field what is not as usual. */
  remind() {
    const unusual = [
      !this.formatting && "Formatting is off.",
      this.broadcast && "Replies are sent to the channel too.",
    ];
    this.note.className = "composer-note";
    this.note.textContent = unusual.filter(Boolean).join(" ");
  }

  /** Return what was typed, which something else is going to send. */
  takeText() {
    const text = this.input.value.trim();
    this.fill("");
    return text;
  }

  fill(text) {
    this.input.value = text;
    this.input.selectionStart = this.input.selectionEnd = text.length;
    this.typed();
  }

  send() {
    const text = this.input.value.trim();
    if (text) this.run(text);
  }

  /** Send a text as if it had been typed. */
  async run(text) {
    this.fill("");
    this.sent = [...this.sent.filter((t) => t !== text), text].slice(-RECALLED);
    this.recalled = 0;
    const { channel, thread } = this.where();
    const [name, ...rest] = text.split(/(?<=^\S+)\s+/);
    if (!text.startsWith("/")) {
      const { formatting, broadcast } = this;
      return this.said(await write(channel, text, { thread, formatting, broadcast }), thread);
    }
    this.waiting(`Waiting for ${store.app.name} to answer ${name} …`);
    return this.said(await command(channel, name, rest.join(" "), thread), thread);
  }

  waiting(words) {
    this.note.className = "composer-note waiting";
    this.note.textContent = words;
  }

  /** Show an error of a command in a thread beside it, because the channel may be hidden. */
  said(reply, thread) {
    this.note.className = `composer-note${reply.error && thread ? " wrong" : ""}`;
    if (reply.error && thread) this.note.textContent = reply.error;
    else this.remind();
  }
}
