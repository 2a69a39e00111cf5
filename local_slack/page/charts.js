// Charts, which the page shows as the table of their numbers.

import { h } from "./dom.js";
import { scrolling } from "./tables.js";

export function chart({ title, chart: given }) {
  const lines =
    given.type === "pie"
      ? given.segments.map(({ label, value }) => [label, value])
      : given.axis_config.categories.map((label) => [
          label,
          ...given.series.map((s) => s.data.find((point) => point.label === label).value),
        ]);
  const { x_label: x, y_label: y } = given.axis_config ?? {};
  const heads = [x ?? "", ...(given.series ?? [{ name: "Value" }]).map((s) => s.name)];
  return scrolling(
    title,
    h(
      "table",
      {},
      h("caption", {}, title, h("small", {}, ` (${given.type} chart, shown as a table)`)),
      h("thead", {}, row("th", heads)),
      h(
        "tbody",
        {},
        lines.map((line) => row("td", line)),
      ),
      y && h("tfoot", {}, row("td", [y])),
    ),
  );
}

const row = (tag, cells) =>
  h(
    "tr",
    {},
    cells.map((cell) => h(tag, {}, String(cell))),
  );
