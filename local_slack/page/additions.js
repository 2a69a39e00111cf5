// Adding people and places: the menu beside the heading of the channels.

import { ask } from "./asking.js";
import { openMenu } from "./menu.js";
import { actAs, go } from "./places.js";
import { addChannel, addPerson } from "./server.js";
import { myPlaces, people, store, titleOf } from "./store.js";

export function openAdditions(anchor) {
  openMenu(anchor, {
    label: "Add",
    load: async () => [{ options: OPTIONS }],
    pick: (option) => option.run(),
  });
}

const OPTIONS = [
  { label: "A channel…", value: "channel", run: () => channel(false) },
  { label: "A private channel…", value: "private", run: () => channel(true) },
  { label: "Direct messages of everybody", value: "group", run: group },
  { label: "A person…", value: "person", run: () => person(false) },
  {
    label: "A person of another organization…",
    value: "outsider",
    description: "By Slack Connect, in one channel",
    run: () => person(true),
  },
];

/** Wait until the server's stream of changes has brought something. */
async function here(arrived) {
  while (!arrived()) await new Promise(requestAnimationFrame);
}

async function open(made) {
  if (!made?.id) return;
  await here(() => store.channels.has(made.id));
  go(made.id);
}

async function channel(hidden) {
  const title = hidden ? "Add a private channel" : "Add a channel";
  const said = await ask(title, [{ name: "name", label: "Name" }], "Add");
  if (said) open(await addChannel({ name: said.name.trim(), private: hidden }));
}

async function group() {
  open(await addChannel({ people: people().map((u) => u.id) }));
}

async function person(outside) {
  const fields = [{ name: "name", label: "Name" }];
  const shared = [...store.channels.values()].filter((c) => c.type === "channel");
  const options = shared.map((c) => ({ value: c.id, label: titleOf(c) }));
  if (outside) fields.push({ name: "outside", label: "In the channel", options });
  const said = await ask(outside ? "Add a person of another organization" : "Add a person", fields, "Add");
  const made = said && (await addPerson(said));
  if (!made?.id) return;
  await here(() => store.users.has(made.id) && myPlaces(made.id).length > 0);
  actAs(made.id);
}
