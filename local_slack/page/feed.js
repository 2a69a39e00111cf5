// A list of messages that keeps its nodes, its place while one reads, and its end when one does not.

import { h } from "./dom.js";
import { messageNode } from "./message.js";
import { isReply, store, ui } from "./store.js";
import { dayName, sameDay } from "./times.js";

const NEAR = 80; // pixels from the end that still count as being there
const ABOVE = 8; // pixels left above a message that is higher than the list
const SHOWN = 500; // messages; the server keeps more, and a script may write thousands
const TOGETHER = 300; // seconds within which messages of one author stand together

/** Keep a list in `root`; `intro` stands above it. */
export class Feed {
  constructor(root, { inThread = false } = {}) {
    this.root = root;
    this.inThread = inThread;
    this.list = h("div", { class: "messages", role: "log", "aria-live": "polite" });
    this.above = h("div", { class: "intro" });
    this.newer = h(
      "button",
      { type: "button", class: "newer", hidden: true, on: { click: () => this.toEnd() } },
      "New messages ↓",
    );
    root.append(this.above, this.list, this.newer);
    this.nodes = new Map();
    this.ending = true;
    root.addEventListener("scroll", () => this.scrolled(), { passive: true });
    // A panel that opens makes the lines longer: who was at the end stays there.
    new ResizeObserver(() => this.ending && this.toEnd()).observe(root);
    this.list.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Show these messages; `name` tells one list from another, which starts at its end. */
  show(name, messages, label) {
    const turned = name !== this.name;
    const stay = !turned && !this.ending;
    const newest = messages.at(-1)?.message;
    const grew = newest && newest.ts > (this.newest ?? "") && !turned;
    if (turned) this.clear();
    Object.assign(this, { name, newest: newest?.ts });
    this.list.setAttribute("aria-label", label);
    this.draw(messages);
    const mine = newest && (newest.user === ui.me || messages.at(-1).ephemeral_to === ui.me);
    if (!stay || (grew && mine)) this.toEnd();
    else if (grew) this.newer.hidden = false;
  }

  clear() {
    this.nodes.clear();
    this.list.replaceChildren();
    this.newer.hidden = true;
  }

  draw(all) {
    const messages = all.slice(-SHOWN);
    const wanted = [];
    const kept = new Map();
    this.answers = this.inThread ? new Map() : countReplies(all[0]?.channel);
    if (all.length > SHOWN) wanted.push(this.left(all.length - SHOWN, kept));
    messages.forEach((told, i) => {
      const before = messages[i - 1];
      if (!before || !sameDay(before.message.ts, told.message.ts))
        wanted.push(this.day(told.message.ts, kept));
      wanted.push(this.node(told, before, kept));
    });
    this.nodes = kept;
    arrange(this.list, wanted);
    const rows = this.rows();
    rows.forEach((row, i) => (row.tabIndex = i === rows.length - 1 ? 0 : -1));
  }

  day(ts, kept) {
    const key = `day ${dayName(ts)}`;
    const node =
      this.nodes.get(key)?.node ?? h("div", { class: "day" }, h("span", {}, dayName(ts)));
    kept.set(key, { node });
    return node;
  }

  left(count, kept) {
    const node = this.nodes.get("left")?.node ?? h("p", { class: "muted pad" });
    node.textContent = `${count} earlier messages are not shown.`;
    kept.set("left", { node });
    return node;
  }

  node(told, before, kept) {
    const { ts } = told.message;
    const follows = stands(told, before);
    const below = this.answers.get(ts) ?? 0;
    const old = this.nodes.get(ts);
    const same =
      old?.told === told && old.follows === follows && old.below === below && old.me === ui.me;
    const node = same ? old.node : messageNode(told, { follows, below, inThread: this.inThread });
    kept.set(ts, { told, follows, below, me: ui.me, node });
    return node;
  }

  rows() {
    return [...this.list.querySelectorAll(".message")];
  }

  /** Go from message to message with the arrow keys, as a list does. */
  walk(event) {
    if (!event.target.classList.contains("message")) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = this.rows();
    const next = step
      ? rows[rows.indexOf(event.target) + step]
      : { Home: rows[0], End: rows.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    for (const row of rows) row.tabIndex = row === next ? 0 : -1;
    next.focus();
  }

  scrolled() {
    this.ending = this.atEnd() || this.root.scrollTop === this.parked;
    if (this.ending) this.newer.hidden = true;
  }

  atEnd() {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR;
  }

  /** Show the newest message; one that is higher than the list, from its beginning. */
  toEnd() {
    const last = this.list.lastElementChild;
    const high = last && last.offsetHeight > this.root.clientHeight;
    this.root.scrollTop = high ? last.offsetTop - ABOVE : this.root.scrollHeight;
    this.parked = this.root.scrollTop;
    this.ending = true;
    this.newer.hidden = true;
  }
}

/** Count the replies that everybody sees, by the message that they are below. */
function countReplies(channel) {
  const counts = new Map();
  for (const told of store.channels.get(channel)?.messages.values() ?? []) {
    const { thread_ts: root } = told.message;
    if (isReply(told) && told.ephemeral_to === null) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

/** Put the wanted nodes in order, moving none that stands right: it would lose the focus. */
function arrange(list, wanted) {
  const keep = new Set(wanted);
  const focused = [...list.children].find(
    (c) => !keep.has(c) && c.contains(document.activeElement),
  );
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
  if (focused) refocus(list, focused);
}

function refocus(list, gone) {
  const same = gone.dataset.ts && [...list.children].find((c) => c.dataset.ts === gone.dataset.ts);
  (same || document.getElementById("composer-input"))?.focus();
}

function stands(told, before) {
  if (!before || before.ephemeral_to !== null || told.ephemeral_to !== null) return false;
  const [a, b] = [before.message, told.message];
  return (
    a.user === b.user &&
    !isReply(before) &&
    Number(b.ts) - Number(a.ts) < TOGETHER &&
    sameDay(a.ts, b.ts) &&
    !a.bot_id
  );
}
