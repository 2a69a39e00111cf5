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
  return scrolling(
    block.caption,
    h(
      "table",
      {},
      h("caption", {}, block.caption),
      h("thead", {}, row(head, "th", [])),
      h(
        "tbody",
        {},
        rows.map((r) => row(r, "td", [], header, context)),
      ),
    ),
  );
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
