// What a person can do with a message: react, forward, edit, delete, and the app's shortcuts.

import { ask } from "./asking.js";
import { openMenu } from "./menu.js";
import {
  broadcast,
  deleteMessage,
  edit,
  forward,
  preview,
  react,
  shortcut,
} from "./server.js";
import { isReply, myPlaces, store, titleOf, ui } from "./store.js";

/** Open the menu of a message below the button that asked for it. */
export function openMessageMenu(anchor, posted) {
  const offered = store.shortcuts.filter((s) => s.type === "message");
  const shortcuts = offered.map((s) => ({
    label: s.name,
    value: s.callback_id,
    description: s.description,
    run: () => shortcut(s.callback_id, source(posted)),
  }));
  openMenu(anchor, {
    label: "Message actions",
    load: async () => [
      { options: actions(posted) },
      ...(shortcuts.length ? [{ label: "Shortcuts", options: shortcuts }] : []),
    ],
    pick: (option) => option.run(),
  });
}

/** Open the list of emoji to react with; one that was chosen before is taken back. */
export function openReactions(anchor, posted) {
  openMenu(anchor, {
    label: "Emoji",
    search: true,
    load: async (typed) => [{ options: emoji(typed) }],
    pick: ({ value }) => toggle(posted, value),
  });
}

export function toggle(posted, name) {
  const mine = posted.message.reactions?.find((r) => r.name === name)?.users.includes(ui.me);
  return react(source(posted), name, Boolean(mine));
}

const MOST = 40;

function emoji(typed) {
  return Object.entries(store.emoji)
    .filter(([name]) => name.includes(typed.trim().toLowerCase()))
    .slice(0, MOST)
    .map(([name, shown]) => ({ label: `${shown} :${name}:`, value: name }));
}

const source = ({ channel, message }) => ({ channel, ts: message.ts });

function actions(posted) {
  const { message } = posted;
  const mine = message.user === ui.me && !message.bot_id && message.subtype !== "tombstone";
  const broadcasted = message.subtype === "thread_broadcast";
  const link = /<(https?:\/\/[^|>]+)/.exec(message.text ?? "")?.[1];
  return [
    { label: "Forward message…", value: "forward", run: () => forwardTo(posted) },
    mine && { label: "Edit message…", value: "edit", run: () => editText(posted) },
    mine &&
      isReply(posted) &&
      !broadcasted && {
        label: "Send to channel too",
        value: "broadcast",
        run: () => broadcast(source(posted)),
      },
    link && {
      label: "Add the link’s preview…",
      value: "preview",
      description: "As Slack does a little later",
      run: () => previewLink(posted, link.replaceAll("&amp;", "&")),
    },
    mine && { label: "Delete message", value: "delete", run: () => deleteMessage(source(posted)) },
  ].filter(Boolean);
}

async function forwardTo(posted) {
  const options = myPlaces().map((c) => ({ value: c.id, label: titleOf(c) }));
  options.push({ value: ui.me, label: store.app.name });
  const said = await ask(
    "Forward this message",
    [
      { name: "to", label: "To", options },
      { name: "comment", label: "Message", long: true, optional: true },
    ],
    "Forward",
  );
  if (said) forward(source(posted), said.to, said.comment.trim());
}

async function editText(posted) {
  const field = { name: "text", label: "Message", long: true, value: posted.typed };
  const said = await ask("Edit message", [field], "Save");
  if (said?.text.trim()) edit(source(posted), said.text);
}

async function previewLink(posted, url) {
  const said = await ask(
    "Preview of the link",
    [
      { name: "title", label: "Title", value: "Page" },
      { name: "text", label: "Words", long: true, optional: true },
    ],
    "Add",
  );
  if (said) preview(source(posted), url, said);
}
