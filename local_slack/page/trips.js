// Which envelope, ack and calls made a message, read from the journal.

import { store } from "./store.js";

const DELIVERED = new Set(["envelope", "request", "no_socket"]);

/** Return what made a message: the envelope, the ack, the calls, and what the app sent. */
export function originOf({ channel, message, cause }) {
  const sent = sentFor(channel, message, cause);
  const asked = cause ? envelope(cause) : sent && before(sent, channel, message);
  return { sent, asked, ack: asked && ackOf(asked), calls: asked ? callsOf(asked) : [] };
}

const backwards = (test) => store.entries.findLast(test);
const envelope = (id) => backwards((e) => e.kind === "envelope" && e.body.envelope_id === id);

/** Return the entry whose body is what the app sent. */
function sentFor(channel, message, cause) {
  const call = backwards(
    (e) =>
      e.kind === "call" &&
      e.reply?.ok &&
      channel === (e.reply.channel ?? e.body.channel) &&
      message.ts === (e.reply.ts ?? e.reply.message_ts),
  );
  if (call) return { ...call, how: call.name };
  const since = envelope(cause)?.number ?? 0;
  const said = backwards(
    (e) =>
      e.kind === "response_url" &&
      e.number > since &&
      e.reply?.ok &&
      e.body.text === message.text &&
      sameBlocks(e.body, message),
  );
  const ack = store.entries.find((e) => e.kind === "ack" && e.name === cause);
  if (ack && ack.body.text === message.text && sameBlocks(ack.body, message))
    return { ...ack, how: "in the ack" };
  return cause && said ? { ...said, how: "response_url" } : null;
}

const sameBlocks = (a, b) => (a.blocks?.length ?? 0) === (b.blocks?.length ?? 0);

/** Return the event that a call answers: the last one before it in the same channel. */
function before(call, channel, message) {
  return backwards((e) => {
    const event = e.body.payload?.event ?? e.body.event;
    const thread = message.thread_ts;
    return (
      DELIVERED.has(e.kind) &&
      e.number < call.number &&
      event?.channel === channel &&
      (!thread || thread === (event.thread_ts ?? event.ts))
    );
  });
}

/** Return the ack of an envelope, or the note that there was none. */
export function ackOf(asked) {
  const name = asked.kind === "request" ? asked.name : asked.body.envelope_id;
  return store.entries.find(
    (e) => e.number > asked.number && ["ack", "no_ack"].includes(e.kind) && e.name === name,
  );
}

/** Return the app's calls of the Web API between an envelope and its ack, or shortly after. */
function callsOf(asked) {
  const until = (ackOf(asked)?.at ?? asked.at) + 1;
  return store.entries.filter(
    (e) => ["call", "response_url"].includes(e.kind) && e.number > asked.number && e.at < until,
  );
}

/** Return a readable name of an entry. */
export function title(entry) {
  const payload = entry.body.payload ?? entry.body;
  if (entry.kind === "envelope" || entry.kind === "request" || entry.kind === "no_socket")
    return askedFor(entry.name, payload);
  if (entry.kind === "response_url") return "response_url";
  if (entry.kind === "ack") return entry.name === "garbled" ? "ack that cannot be read" : "ack";
  if (entry.kind === "no_ack") return "no ack";
  return entry.name;
}

function askedFor(kind, payload) {
  if (payload.command) return `${payload.command} ${payload.text ?? ""}`.trim();
  if (payload.event)
    return payload.event.type === "message"
      ? `message.${payload.event.channel_type}`
      : payload.event.type;
  if (payload.actions)
    return `${payload.type} ${payload.actions.map((a) => a.action_id).join(", ")}`;
  return payload.callback_id ? `${payload.type} ${payload.callback_id}` : (payload.type ?? kind);
}
