// A list of messages: it keeps its nodes, stays in place while you read, and else follows the end.

import { h } from "./dom.js";
import { messageNode } from "./message.js";
import { isReply, store, ui } from "./store.js";
import { dayName, sameDay } from "./times.js";

const NEAR = 80; // pixels from the end that count as the end
const ABOVE = 8; // pixels above a message that is higher than the list
const SHOWN = 500; // messages; the server keeps more, and a script may write thousands
const TOGETHER = 300; // seconds within which messages of one author are grouped

/** A list of messages in `root`, below an introduction. */
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
    // A panel that opens makes the list narrower; at the end, it stays at the end.
    new ResizeObserver(() => this.ending && this.toEnd()).observe(root);
    this.list.addEventListener("keydown", (event) => this.walk(event));
  }

  /** Show messages; a new `name` means another list, which starts at its end. */
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
    messages.forEach((posted, i) => {
      const before = messages[i - 1];
      if (!before || !sameDay(before.message.ts, posted.message.ts))
        wanted.push(this.day(posted.message.ts, kept));
      wanted.push(this.node(posted, before, kept));
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

  node(posted, before, kept) {
    const { ts } = posted.message;
    const follows = stands(posted, before);
    const below = this.answers.get(ts) ?? 0;
    const old = this.nodes.get(ts);
    const same =
      old?.posted === posted && old.follows === follows && old.below === below && old.me === ui.me;
    const node = same ? old.node : messageNode(posted, { follows, below, inThread: this.inThread });
    kept.set(ts, { posted, follows, below, me: ui.me, node });
    return node;
  }

  rows() {
    return [...this.list.querySelectorAll(".message")];
  }

  /** Go from message to message with the arrow keys. */
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

  /** Scroll to the newest message, or to the beginning of one that is higher than the list. */
  toEnd() {
    const last = this.list.lastElementChild;
    const high = last && last.offsetHeight > this.root.clientHeight;
    this.root.scrollTop = high ? last.offsetTop - ABOVE : this.root.scrollHeight;
    this.parked = this.root.scrollTop;
    this.ending = true;
    this.newer.hidden = true;
  }
}

/** Count the replies that everybody sees, by the first message of their thread. */
function countReplies(channel) {
  const counts = new Map();
  for (const posted of store.channels.get(channel)?.messages.values() ?? []) {
    const { thread_ts: root } = posted.message;
    if (isReply(posted) && posted.ephemeral_to === null)
      counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

/** Put nodes in order; a node that is in place is not moved, because it would lose the focus. */
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

function stands(posted, before) {
  if (!before || before.ephemeral_to !== null || posted.ephemeral_to !== null) return false;
  const [a, b] = [before.message, posted.message];
  return (
    a.user === b.user &&
    !isReply(before) &&
    Number(b.ts) - Number(a.ts) < TOGETHER &&
    sameDay(a.ts, b.ts) &&
    !a.bot_id
  );
}
