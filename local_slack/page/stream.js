// The server's stream of changes: it is read in order, and opened again when it breaks.

import { state as fetchState, journal } from "./server.js";
import { load, on, remember, store, take, tell } from "./store.js";

const FIRST_PAUSE = 300; // milliseconds
const LONGEST_PAUSE = 5000;
let pause = FIRST_PAUSE;
let waiting = null; // entries that came while a gap is being filled

export function follow() {
  on("stale", refresh);
  open();
}

function open() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(`${scheme}//${location.host}/local/events`);
  socket.addEventListener("message", ({ data }) => heard(JSON.parse(data)));
  socket.addEventListener("close", again);
}

function heard(entry) {
  if (entry.kind === "state") opened(entry.body);
  else if (waiting) waiting.push(entry);
  // A missing entry was made between the state and the first entry; the journal has it.
  else if (entry.number > store.seen + 1) fill([entry]);
  else take(entry);
}

function opened(state) {
  pause = FIRST_PAUSE;
  store.online = true;
  store.entries = []; // a server that was started anew counts from one again
  load(state);
  tell("status");
  fill([]);
}

async function fill(entries) {
  waiting = entries;
  try {
    const past = await journal();
    remember(past.filter((e) => e.number <= store.seen));
    for (const entry of past.filter((e) => e.number > store.seen)) take(entry);
  } catch {
    // The connection is breaking; the next one brings the whole state.
  }
  const late = waiting;
  waiting = null;
  for (const entry of late) if (entry.number > store.seen) take(entry);
}

async function refresh() {
  load(await fetchState());
}

function again() {
  store.online = false;
  tell("status");
  setTimeout(open, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}
