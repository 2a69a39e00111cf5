// Requests to the server: acts of a person, faults, sockets.

import { tell, ui } from "./store.js";

export const state = () => get("state");
export const journal = () => get("journal");
export const faults = () => get("faults");

async function get(what) {
  return (await fetch(`/local/${what}`)).json();
}

async function send(path, body, method = "POST") {
  try {
    const reply = await fetch(`/local/${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    const said = await reply.json();
    if (!said.ok) tell("notice", inWords(said));
    return said;
  } catch {
    tell("notice", "The local Slack cannot be reached. Is it still running?");
    return { ok: false };
  }
}

function inWords(said) {
  return `The local Slack refused this: ${said.error}${said.why ? ` (${said.why})` : ""}`;
}

const act = (what, body) => send(`act/${what}`, { user: ui.me, ...body });

export const write = (channel, text, { thread, formatting, broadcast: too }) =>
  act("write", { channel, text, formatting, broadcast: too, ...inThread(thread) });
export const command = (channel, name, text, thread_ts) =>
  act("command", { channel, command: name, text, wait: 0, ...inThread(thread_ts) });
export const click = (source, block, element, choice) =>
  act("click", { ...source, block, element, ...chosen(choice) });
export const options = (source, block, element, typed) =>
  act("options", { ...source, block, element, typed });
export const submit = (values) => act("submit", { values });
export const close = () => act("close", {});
export const openHome = (tab) => act("home", { tab, wait: 0 });
export const dismiss = (channel, ts) => act("dismiss", { channel, ts });
export const shortcut = (callback_id, source = {}) => act("shortcut", { callback_id, ...source });

export const edit = (source, text) => act("edit", { ...source, text });
export const deleteMessage = (source) => act("delete", source);
export const broadcast = (source) => act("broadcast", source);
export const react = (source, emoji, back) => act("react", { ...source, emoji, back });
export const forward = (source, to, comment) => act("forward", { ...source, to, comment });
export const preview = (source, url, words) => act("preview", { ...source, url, ...words });
export const postAs = (channel, kind, words, thread_ts) =>
  act("post_as", { channel, kind, ...words, ...inThread(thread_ts) });
export const shareFile = (channel, file, thread_ts) =>
  act("share_file", { channel, snippet: true, ...file, ...inThread(thread_ts) });
export const openAssistant = (channel) =>
  act("assistant", channel === ui.me ? {} : { channel });
export const addPerson = (person) => send("act/add_person", person);
export const addChannel = (channel) => send("act/add_channel", channel);
export const inviteApp = (channel) => act("join", { channel });
export const setInstalled = (how) => send("act/install", { how });

const inThread = (thread_ts) => (thread_ts ? { thread_ts } : {});
const chosen = (choice) => (choice === undefined ? {} : { choice });

export const switchOn = (fault) => send("faults", fault);
export const switchAllOff = () => send("faults", null, "DELETE");
export const dropSockets = () => send("sockets", {});
export const disconnect = (reason) => send("sockets", { reason });
