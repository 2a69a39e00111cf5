// Selects: static, external, and of people, conversations and channels.

import { act } from "./acting.js";
import { h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { options as ask } from "./server.js";
import { botUser, people, store } from "./store.js";
import { plain } from "./texts.js";

/** Return the button that opens a select and keeps the choice. */
export function select(given, context) {
  const multi = given.type.startsWith("multi_");
  const kind = given.type.replace(/^multi_/, "").replace(/_select$/, "");
  const chosen = new Map(initial(given).map((o) => [o.value, o]));
  const words = h("span", { class: "select-words" });
  const node = h(
    "button",
    {
      type: "button",
      class: "select",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "data-action": given.action_id,
      on: { click: open },
    },
    words,
    icon("down", 16),
  );
  // Only the app knows the options of an external select, so the whole option goes back.
  const asSent = (option) => (kind === "external" && option.whole) || option.value;
  const value = () => {
    const values = [...chosen.values()].map(asSent);
    return multi ? values : values[0];
  };
  const tells = () => !context.form || context.dispatch;

  function draw() {
    const labels = [...chosen.values()].map((o) => o.label);
    words.textContent = labels.join(", ") || plain(given.placeholder) || "Select an item";
    words.classList.toggle("empty", !labels.length);
  }
  async function pick(option) {
    const before = [...chosen];
    if (!multi) chosen.clear();
    if (multi && chosen.has(option.value)) chosen.delete(option.value);
    else chosen.set(option.value, option);
    draw();
    if (tells() && !(await act(context, given, node, value()))) restore(before);
  }
  function restore(before) {
    chosen.clear();
    for (const [key, option] of before) chosen.set(key, option);
    draw();
  }
  function open() {
    openMenu(node, {
      label: plain(given.placeholder) || "Options",
      multi,
      chosen: [...chosen.keys()],
      pick,
      search: kind !== "static" || count(given) > 6,
      load: (typed) => offered(kind, given, context, typed),
    });
  }
  draw();
  context.form?.add(context.block, value, node);
  return node;
}

const shown = (option) => ({
  whole: option,
  label: plain(option.text),
  value: option.value,
  description: option.description && plain(option.description),
});

function initial(given) {
  const listed = given.initial_options ?? (given.initial_option ? [given.initial_option] : []);
  const ids =
    given.initial_users ??
    given.initial_conversations ??
    given.initial_channels ??
    [given.initial_user ?? given.initial_conversation ?? given.initial_channel].filter(Boolean);
  const known = [...persons(), ...channels()];
  return [
    ...listed.map(shown),
    ...ids.map((id) => known.find((o) => o.value === id) ?? { label: id, value: id }),
  ];
}

const count = (given) => groups(given).flatMap((g) => g.options).length;

function groups(given) {
  if (given.options) return [{ options: given.options.map(shown) }];
  return (given.option_groups ?? []).map((g) => ({
    label: plain(g.label),
    options: g.options.map(shown),
  }));
}

async function offered(kind, given, context, typed) {
  if (kind === "external") return external(given, context, typed);
  const all = kind === "static" ? groups(given) : [{ options: LISTS[kind](given) }];
  const wanted = typed.toLowerCase();
  return all
    .map((g) => ({
      ...g,
      options: g.options.filter((o) => o.label.toLowerCase().includes(wanted)),
    }))
    .filter((g) => g.options.length);
}

async function external(given, context, typed) {
  const least = given.min_query_length ?? 3;
  if (typed.length < least) return Object.assign([], { note: `Type ${least} or more characters` });
  const said = await ask(context.source, context.block, given.action_id, typed);
  return [{ options: (said.options ?? []).map(shown) }];
}

const KINDS = { channel: "public", group: "private", im: "im", mpim: "mpim" };

/** Return the channels and people that the filter of a menu lets pass. */
function conversations({ filter = {} }) {
  const kinds = filter.include ?? Object.values(KINDS);
  const passes = ({ type, shared }) =>
    kinds.includes(KINDS[type]) && !(shared && filter.exclude_external_shared_channels);
  const who = persons().filter((p) => !filter.exclude_bot_users || p.value !== botUser()?.id);
  return [
    ...channels().filter(({ value }) => passes(store.channels.get(value))),
    ...(kinds.includes("im") ? who : []),
  ];
}

const persons = () =>
  [...people(), botUser()].filter(Boolean).map((u) => ({ label: u.real_name, value: u.id }));
const channels = () =>
  [...store.channels.values()]
    .filter((c) => !c.person)
    .map((c) => ({ label: `#${c.name}`, value: c.id }));
const publicChannels = () =>
  channels().filter(({ value }) => {
    const { type, archived } = store.channels.get(value);
    return type === "channel" && !archived;
  });
const LISTS = {
  users: persons,
  channels: publicChannels,
  conversations,
};
