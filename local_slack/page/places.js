// Where you are: the person you act as, the channel or tab, and the thread. The address keeps it.

import { myPlaces, people, store, tell, ui } from "./store.js";
import { openHome } from "./server.js";

/** Go to a channel, or to "app", the direct messages with the app. */
export function go(place, tab = "messages") {
  if (place !== ui.place) ui.thread = null;
  Object.assign(ui, { place, tab });
  document.body.classList.remove("drawer-open"); // on a narrow screen, a choice closes the drawer
  tellOfTab();
  moved();
}

export function actAs(userId) {
  ui.me = userId;
  if (ui.place === "app") ui.thread = null;
  else if (!myPlaces().some((c) => c.id === ui.place)) leavePlace();
  tellOfTab();
  moved();
}

/** Tell the server which tab of the app was opened, since the app hears of it. */
function tellOfTab() {
  if (ui.place === "app" && ui.tab !== "about") openHome(ui.tab);
}

/** Go to the first place that the acting person may see. */
function leavePlace() {
  Object.assign(ui, { place: myPlaces()[0]?.id ?? "app", tab: "messages", thread: null });
}

export function openThread(channel, ts) {
  ui.thread = ts ? { channel, ts } : null;
  if (ts && channel !== ui.place) ui.place = placeOf(channel);
  moved();
}

/** Return where a channel is shown; one the page has not heard of is a direct message just opened. */
function placeOf(id) {
  const channel = store.channels.get(id);
  return channel && !channel.person ? id : "app";
}

function moved() {
  history.replaceState(null, "", `#${[ui.me, ui.place, ui.tab].join("/")}`);
  tell("place");
}

/** Go where the address says, as far as that still exists. */
export function settle() {
  const [user, place, tab] = location.hash.slice(1).split("/");
  if (!store.users.has(ui.me)) ui.me = store.users.has(user) ? user : (people()[0]?.id ?? "");
  if (ui.place) return;
  const first = [...store.channels.values()].find((c) => !c.person);
  const known = place === "app" || (store.channels.has(place) && !store.channels.get(place).person);
  ui.place = known ? place : (first?.id ?? "app");
  ui.tab = known && tab ? tab : "messages";
}
