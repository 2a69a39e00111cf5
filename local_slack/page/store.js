// What the page knows of the workspace and what is on show; listeners hear changes by topic.

const ENTRIES = 1000; // as many as the server keeps
const topics = new Map();

export const store = {
  online: false,
  loaded: false,
  seen: 0,
  team: {},
  app: {},
  users: new Map(),
  usergroups: new Map(),
  channels: new Map(),
  emoji: {},
  assistant: new Map(), // what the app shows beside threads
  warnings: [],
  homes: {},
  stacks: {},
  commands: [],
  shortcuts: [],
  manifest: {},
  limits: {},
  answerSeconds: 3,
  sockets: 0,
  faults: [],
  faultKinds: {},
  entries: [],
};
export const ui = {
  me: "",
  place: "",
  tab: "messages",
  thread: null,
  inspected: null,
  panel: null,
};

export function on(names, listener) {
  for (const name of names.split(" ")) {
    if (!topics.has(name)) topics.set(name, []);
    topics.get(name).push(listener);
  }
}

export function tell(name, detail) {
  for (const listener of topics.get(name) ?? []) listener(detail);
}

/** Take the whole state, when the page opens or reconnects. */
export function load(state) {
  Object.assign(store, {
    loaded: true,
    seen: state.last,
    team: state.team,
    app: state.app,
    homes: state.homes,
    commands: state.commands,
    shortcuts: state.shortcuts,
    manifest: state.manifest,
    limits: state.limits,
    answerSeconds: state.answer_seconds,
    sockets: state.sockets,
    faults: state.faults,
    faultKinds: state.fault_kinds,
    emoji: state.emoji,
    warnings: state.warnings,
  });
  store.usergroups = new Map(state.usergroups.map((g) => [g.id, g]));
  store.assistant = new Map(state.assistant.map((t) => [`${t.channel} ${t.ts}`, t]));
  store.users = new Map(state.users.map((u) => [u.id, u]));
  store.channels = new Map(state.channels.map((c) => [c.id, channel(c)]));
  store.stacks = Object.fromEntries(Object.entries(state.modals).map(([u, v]) => [u, [v]]));
  tell("state");
}

function channel(posted) {
  return { ...posted, messages: new Map(posted.messages.map((m) => [m.message.ts, m])) };
}

/** Put older entries of the journal before those that came meanwhile. */
export function remember(entries) {
  const known = new Set(store.entries.map((e) => e.number));
  store.entries = [...entries.filter((e) => !known.has(e.number)), ...store.entries];
  store.entries.sort((a, b) => a.number - b.number);
  store.entries = store.entries.slice(-ENTRIES);
  tell("entry", null);
}

/** Take one entry of the journal, and apply its change to the workspace once. */
export function take(entry) {
  store.entries.push(entry);
  if (store.entries.length > ENTRIES) store.entries.shift();
  if (entry.number > store.seen) {
    store.seen = entry.number;
    if (entry.kind === "change") CHANGES[entry.name]?.(entry.body);
    if (entry.kind === "socket") {
      store.sockets = entry.body.open;
      tell("status");
    }
  }
  tell("entry", entry);
}

const CHANGES = {
  message: put,
  message_changed: put,
  message_deleted({ channel: id, ts }) {
    store.channels.get(id)?.messages.delete(ts);
    tell("message", { channel: id, ts, gone: true });
  },
  user_added({ user }) {
    store.users.set(user.id, user);
    tell("place");
  },
  channel(changed) {
    const known = store.channels.get(changed.id);
    store.channels.set(changed.id, { ...changed, messages: known?.messages ?? new Map() });
    tell("place");
  },
  assistant_thread(thread) {
    store.assistant.set(`${thread.channel} ${thread.ts}`, thread);
    tell("message", { channel: thread.channel, ts: thread.ts });
  },
  im_opened({ channel: id, user }) {
    store.channels.set(id, {
      id,
      name: user,
      type: "im",
      person: user,
      members: [user],
      messages: new Map(),
    });
    tell("place");
  },
  home_published({ user, view }) {
    store.homes[user] = view;
    tell("home", user);
  },
  view_opened: ({ user, view }) => stacked(user, () => [view]),
  view_pushed: ({ user, view }) => stacked(user, (stack) => [...stack, view]),
  view_updated({ user, view }) {
    if (view.type === "home") CHANGES.home_published({ user, view });
    else stacked(user, (stack) => stack.map((v) => (v.id === view.id ? view : v)));
  },
  view_closed({ user, view }) {
    stacked(user, (stack) => stack.filter((v) => v.id !== view.id));
    if (!store.stacks[user].length && view.previous_view_id) tell("stale");
  },
  failed: (body) => tell("failed", body),
};

function put(posted) {
  store.channels.get(posted.channel)?.messages.set(posted.message.ts, posted);
  tell("message", { channel: posted.channel, ts: posted.message.ts, posted });
}

function stacked(user, change) {
  store.stacks[user] = change(store.stacks[user] ?? []);
  tell("view", user);
}

// reading

export const people = () => [...store.users.values()].filter((u) => !u.is_bot);
export const me = () => store.users.get(ui.me);
export const botUser = () => store.users.get(store.app.bot_user);
export const events = () => store.manifest.settings?.event_subscriptions?.bot_events ?? [];
export const topView = () => (store.stacks[ui.me] ?? []).at(-1);

/** Return the places other than direct messages with the app that the acting person is in. */
export const myPlaces = (user = ui.me) =>
  [...store.channels.values()].filter((c) => !c.person && c.members.includes(user));

/** Return a channel's name, of a public one with its sign; a group has the names of the others. */
export function titleOf(channel) {
  if (channel.type !== "mpim") return `${channel.type === "channel" ? "#" : ""}${channel.name}`;
  const others = channel.members.filter((id) => id !== ui.me);
  return others.map((id) => store.users.get(id)?.real_name ?? id).join(", ");
}

/** Return the channel on show; the app's direct messages may not be open yet. */
export function shownChannel() {
  if (ui.place !== "app") return store.channels.get(ui.place);
  return [...store.channels.values()].find((c) => c.person === ui.me);
}

/** Return the server's name for the place on show; a person's id names their direct messages. */
export const address = () => (ui.place === "app" ? ui.me : ui.place);

/** Return what the acting person sees in a channel, oldest first. */
export function visible(where) {
  const found = [...(where?.messages.values() ?? [])].filter(isSeen);
  return found.sort((a, b) => (a.message.ts < b.message.ts ? -1 : 1));
}

export const isSeen = (posted) => posted.ephemeral_to === null || posted.ephemeral_to === ui.me;
export const isReply = ({ message }) =>
  Boolean(message.thread_ts) && message.thread_ts !== message.ts;

export function replies(where, ts) {
  return visible(where).filter((m) => isReply(m) && m.message.thread_ts === ts);
}

export function find(channelId, ts) {
  return store.channels.get(channelId)?.messages.get(ts);
}

/** Return who wrote a message, as the page shows them. */
export function author(message) {
  if (message.user === "USLACKBOT") return { id: "USLACKBOT", real_name: "Slackbot", slack: true };
  const user = store.users.get(message.user) ?? {
    id: message.user,
    real_name: message.username ?? "unknown",
  };
  if (!message.bot_id) return user.is_bot ? { ...user, app: true } : user;
  const name = message.username || message.bot_profile?.name || store.app.name;
  return { ...user, real_name: name, app: true };
}
