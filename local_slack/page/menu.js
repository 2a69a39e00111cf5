// A menu of options below the node that opened it: for overflow menus, selects and searches.

import { h, newId } from "./dom.js";

const PAUSE = 150; // milliseconds without typing before the app is asked for options
const GAP = 4;
let shown = null;

/**
 * Open a menu; `load(typed)` returns groups of options, and `pick(option)` takes the choice.
 * With `multi` it stays open, and `pick` takes each option that is added or removed.
 */
export function openMenu(
  anchor,
  { label, load, pick, search = false, multi = false, chosen = [] },
) {
  closeMenu();
  const menu = { anchor, load, pick, multi, chosen: new Set(chosen), options: [], at: 0, asked: 0 };
  menu.list = h("div", {
    class: "menu-list",
    role: "listbox",
    id: newId("list"),
    tabindex: "-1",
    "aria-label": label,
    "aria-multiselectable": multi ? "true" : null,
  });
  menu.input =
    search &&
    h("input", {
      class: "menu-search",
      type: "text",
      role: "combobox",
      placeholder: "Search",
      "aria-label": `Search ${label}`,
      "aria-expanded": "true",
      "aria-controls": menu.list.id,
      autocomplete: "off",
    });
  menu.root = h("div", { class: "menu" }, menu.input, menu.list);
  menu.input?.addEventListener?.("input", () => later(menu));
  menu.root.addEventListener("keydown", (event) => pressed(menu, event));
  menu.root.addEventListener("focusout", (event) => left(menu, event));
  // A menu of a dialog must be inside it, because the rest of the page is inert.
  (anchor.closest("dialog") ?? document.body).append(menu.root);
  anchor.setAttribute("aria-expanded", "true");
  shown = menu;
  fill(menu, "").then(() => (menu.input || menu.list).focus());
}

export function closeMenu({ refocus = false } = {}) {
  if (!shown) return;
  const { root, anchor } = shown;
  shown = null;
  anchor.setAttribute("aria-expanded", "false");
  if (refocus) anchor.focus();
  root.remove();
}

function later(menu) {
  clearTimeout(menu.timer);
  menu.timer = setTimeout(() => fill(menu, menu.input.value), PAUSE);
}

async function fill(menu, typed) {
  const asked = (menu.asked += 1);
  if (!menu.options.length) menu.list.replaceChildren(h("div", { class: "menu-note" }, "Loading…"));
  place(menu);
  const groups = await menu.load(typed);
  if (asked !== menu.asked) return; // a later question is on its way
  menu.options = groups.flatMap((g) => g.options);
  menu.at = Math.max(
    0,
    menu.options.findIndex((o) => menu.chosen.has(o.value)),
  );
  draw(menu, groups);
  place(menu);
}

function draw(menu, groups) {
  menu.list.replaceChildren();
  if (!menu.options.length)
    menu.list.append(h("div", { class: "menu-note" }, groups.note ?? "No results"));
  for (const group of groups) {
    const rows = group.options.map((option) => row(menu, option));
    menu.list.append(
      h(
        "div",
        { role: "group", "aria-label": group.label },
        group.label && h("div", { class: "menu-label" }, group.label),
        rows,
      ),
    );
  }
  mark(menu);
}

function row(menu, option) {
  return h(
    "div",
    {
      class: "menu-option",
      role: "option",
      id: newId("option"),
      "aria-selected": menu.chosen.has(option.value) ? "true" : "false",
      on: {
        pointerdown: (event) => event.preventDefault(), // keeps the focus where it is
        pointermove: () => {
          menu.at = menu.options.indexOf(option);
          mark(menu);
        },
        click: () => choose(menu, option),
      },
    },
    h("span", {}, option.label),
    option.description && h("small", {}, option.description),
  );
}

function rows(menu) {
  return [...menu.list.querySelectorAll("[role=option]")];
}

function mark(menu) {
  const all = rows(menu);
  all.forEach((r, i) => r.classList.toggle("active", i === menu.at));
  const active = all[menu.at];
  active?.scrollIntoView({ block: "nearest" });
  (menu.input || menu.list).setAttribute("aria-activedescendant", active?.id ?? "");
}

function choose(menu, option) {
  if (!option) return;
  if (!menu.multi) {
    closeMenu({ refocus: true });
  } else if (!menu.chosen.delete(option.value)) {
    menu.chosen.add(option.value);
  }
  if (menu.multi)
    rows(menu)[menu.at].setAttribute("aria-selected", String(menu.chosen.has(option.value)));
  menu.pick(option, menu.chosen);
}

const MOVES = { ArrowDown: 1, ArrowUp: -1 };

function pressed(menu, event) {
  const count = menu.options.length;
  if (event.key in MOVES && count) menu.at = (menu.at + MOVES[event.key] + count) % count;
  else if (event.key === "Home" && !menu.input) menu.at = 0;
  else if (event.key === "End" && !menu.input) menu.at = count - 1;
  else if (event.key === "Enter" || (event.key === " " && !menu.input))
    choose(menu, menu.options[menu.at]);
  else if (event.key === "Escape" || event.key === "Tab") closeMenu({ refocus: true });
  else return;
  event.stopPropagation();
  if (event.key !== "Tab") event.preventDefault();
  if (shown === menu) mark(menu);
}

function left(menu, event) {
  if (shown === menu && !menu.root.contains(event.relatedTarget)) closeMenu();
}

/** Put the menu below the node that opened it, or above it if there is more room. */
function place({ root, anchor }) {
  const box = anchor.getBoundingClientRect();
  root.style.left = "0"; // where it is as wide as its words
  const below = innerHeight - box.bottom - 2 * GAP;
  const up = below < Math.min(root.scrollHeight, 240) && box.top > below;
  root.style.maxHeight = `${Math.max(120, Math.min(320, up ? box.top - 2 * GAP : below))}px`;
  root.style.minWidth = `${Math.min(Math.max(200, box.width), innerWidth - 16)}px`;
  root.style.left = `${Math.max(8, Math.min(box.left, innerWidth - root.offsetWidth - 8))}px`;
  root.style.top = up ? "auto" : `${box.bottom + GAP}px`;
  root.style.bottom = up ? `${innerHeight - box.top + GAP}px` : "auto";
}

addEventListener("resize", () => shown && place(shown));
