// Completion of what is typed: commands after a slash, people after @, channels after #.

import { store } from "./store.js";

const MOST = 8;

/** Return the place of the word before the cursor, and what can complete it. */
export function candidates(text, cursor) {
  const before = text.slice(0, cursor);
  const slash = /^\/(\S*)$/.exec(before);
  if (slash) return found(0, commands(), slash[1]);
  const word = /(?:^|\s)([@#])([\w.-]*)$/.exec(before);
  if (!word) return null;
  const start = before.length - word[2].length - 1;
  return found(start, word[1] === "@" ? members() : channels(), word[2]);
}

function found(start, all, typed) {
  const wanted = typed.toLowerCase();
  const options = all
    .filter((o) => o.search.some((s) => s.toLowerCase().startsWith(wanted)))
    .slice(0, MOST);
  return options.length ? { start, options } : null;
}

const commands = () => [
  ...store.commands.map((c) => ({
    insert: `${c.command} `,
    exact: c.command,
    title: c.command,
    hint: c.usage_hint ?? "",
    what: c.description,
    search: [c.command.slice(1)],
  })),
  ...store.shortcuts
    .filter((s) => s.type === "global")
    .map((s) => ({
      shortcut: s.callback_id,
      insert: "",
      title: s.name,
      hint: "Shortcut",
      what: s.description,
      search: [s.name],
    })),
];

const BROADCASTS = { here: "those who are active", channel: "the members", everyone: "everybody" };

const members = () => [...persons(), ...groups()];

const groups = () => [
  ...[...store.usergroups.values()].map((g) => [g.handle, "a group of people"]),
  ...Object.entries(BROADCASTS),
].map(([name, what]) => ({
  insert: `@${name} `,
  exact: `@${name}`,
  title: `@${name}`,
  hint: "",
  what: `Tell ${what}`,
  search: [name],
}));

const persons = () =>
  [...store.users.values()].map((u) => ({
    insert: `@${u.name} `,
    exact: `@${u.name}`,
    user: u,
    title: u.real_name,
    hint: `@${u.name}`,
    what: "",
    search: [u.name, u.real_name, ...u.real_name.split(" ")],
  }));

const channels = () =>
  [...store.channels.values()]
    .filter((c) => c.type === "channel" || c.type === "group")
    .map((c) => ({
      insert: `#${c.name} `,
      exact: `#${c.name}`,
      title: `#${c.name}`,
      hint: "",
      what: "",
      search: [c.name],
    }));

/** Return the usage of the command that is being typed, once its name is complete. */
export function usage(text) {
  const name = /^(\/\S+)\s/.exec(text)?.[1];
  const command = store.commands.find((c) => c.command === name);
  return command
    ? { hint: `${name} ${command.usage_hint ?? ""}`.trim(), what: command.description }
    : null;
}
