// The server's stream of changes: it is read in order, and opened again when it breaks.

import { state as fetchState, journal } from "./server.js";
import { load, on, remember, store, take, tell } from "./store.js";

const FIRST_PAUSE = 300; // milliseconds
const LONGEST_PAUSE = 5000;
let pause = FIRST_PAUSE;
const held = []; // entries that came while a gap is being filled or the whole state is asked for
let holding = 0;
let turn = Promise.resolve();

export function follow() {
  on("stale", () => hold(refresh));
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
  else if (holding) held.push(entry);
  else if (entry.number > store.seen + 1) {
    // A missing entry was made between the state and the first entry; the journal has it.
    held.push(entry);
    hold(fill);
  } else take(entry);
}

function opened(state) {
  pause = FIRST_PAUSE;
  store.online = true;
  store.entries = []; // a server that was started anew counts from one again
  load(state);
  tell("status");
  hold(fill);
}

/** Hold entries back until this is done, since a state that comes late does not have them. */
function hold(work) {
  holding += 1;
  // What fails meets a connection that is breaking; the next one brings the whole state.
  turn = turn.then(work).catch(() => {}).then(release);
}

function release() {
  holding -= 1;
  if (!holding) for (const entry of held.splice(0)) if (entry.number > store.seen) take(entry);
}

async function fill() {
  const past = await journal();
  remember(past.filter((e) => e.number <= store.seen));
  for (const entry of past.filter((e) => e.number > store.seen)) take(entry);
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
