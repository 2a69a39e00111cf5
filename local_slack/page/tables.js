// Tables of a message; a wide one scrolls sideways.

import { h } from "./dom.js";
import { element } from "./elements.js";
import { richText } from "./richtext.js";

export function table(block) {
  const settings = block.column_settings ?? [];
  const [head, ...rows] = block.rows;
  return scrolling(
    "Table",
    h(
      "table",
      {},
      h("thead", {}, row(head, "th", settings)),
      h(
        "tbody",
        {},
        rows.map((r) => row(r, "td", settings)),
      ),
    ),
  );
}

export function dataTable(block, context) {
  const [head, ...rows] = block.rows;
  const header = block.row_header_column_index ?? -1;
  const body = h("tbody");
  const show = (page) =>
    body.replaceChildren(...page.map((r) => row(r, "td", [], header, context)));
  return [
    scrolling(
      block.caption,
      h(
        "table",
        {},
        h("caption", {}, block.caption),
        h("thead", {}, row(head, "th", [])),
        body,
      ),
    ),
    pages(rows, block.page_size ?? rows.length, show),
  ];
}

/** Show the first page of some rows; return the buttons for the others, if there are any. */
function pages(rows, size, show) {
  let start = 0;
  const where = h("span", { role: "status" });
  const button = (words, step) =>
    h("button", { type: "button", class: "link-button", on: { click: () => turn(step) } }, words);
  const [back, on] = [button("Previous", -size), button("Next", size)];
  function turn(step) {
    start += step;
    const page = rows.slice(start, start + size);
    show(page);
    where.textContent = `${start + 1}–${start + page.length} of ${rows.length}`;
    back.disabled = !start;
    on.disabled = start + size >= rows.length;
  }
  turn(0);
  return rows.length > size && h("div", { class: "pages" }, back, where, on);
}

// A region that scrolls must be reachable with the keyboard.
export const scrolling = (label, made) =>
  h("div", { class: "table", role: "region", tabindex: "0", "aria-label": label }, made);

function row(cells, tag, settings, header = -1, context = {}) {
  return h(
    "tr",
    {},
    cells.map((cell, i) => {
      const made = h(
        i === header ? "th" : tag,
        i === header ? { scope: "row" } : {},
        content(cell, context),
      );
      made.style.textAlign = settings[i]?.align ?? (cell.type === "raw_number" ? "right" : "");
      made.classList.toggle("wrapped", Boolean(settings[i]?.is_wrapped));
      return made;
    }),
  );
}

function content(cell, context) {
  if (cell.type === "action_cell") return element(cell.element, context);
  if (cell.type === "rich_text") return richText(cell);
  return cell.type === "raw_number" ? (cell.text ?? String(cell.value)) : cell.text;
}
