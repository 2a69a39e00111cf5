// What to type, taken from the manifest's usage hints.

import { botUser, events, store } from "./store.js";

/** Return what can be typed in a channel: the text, and what it is for. */
export function examples() {
  const commands = store.commands.map((c) => ({
    text: `${c.command} ${typed(c.usage_hint)}`.trim(),
    hint: `${c.command} ${c.usage_hint ?? ""}`.trim(),
    what: c.description,
  }));
  const words = commands.map((c) => c.text.split(" ").slice(1).join(" ")).find(Boolean) ?? "hello";
  if (!events().includes("app_mention")) return commands;
  const name = `@${botUser().name}`;
  return [
    ...commands,
    {
      text: `${name} ${words}`,
      hint: `${name} …`,
      what: "Mention the app; it answers in a thread",
    },
  ];
}

/** Return what can be written to the app directly. */
export function directExamples() {
  return examples().map((e) => ({
    ...e,
    text: e.text.replace(/^@\S+ /, ""),
    what: e.text.startsWith("@") ? "Write to the app directly" : e.what,
  }));
}

/** Return a usage hint without its optional parts. */
function typed(hint = "") {
  return hint
    .replace(/\[[^\]]*\]/g, "")
    .replace(/[<>{}]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
