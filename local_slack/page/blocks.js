// Slack's blocks, as nodes.

import { alert, card, carousel, container, plan, provider, taskCard } from "./cards.js";
import { chart } from "./charts.js";
import { h } from "./dom.js";
import { element } from "./elements.js";
import { image } from "./images.js";
import { markdown } from "./markdown.js";
import { link } from "./references.js";
import { richText } from "./richtext.js";
import { dataTable, table } from "./tables.js";
import { notDrawn, plain, rich } from "./texts.js";

const FOLD = 700; // characters after which Slack folds a section that does not say expand

/** Return the nodes of blocks; `context` is explained in elements.js. */
export function blocks(given, context) {
  return given.map((block) =>
    h(
      "div",
      { class: `block block-${block.type}`, "data-block": block.block_id },
      BLOCKS[block.type]?.(block, { ...context, block: block.block_id }) ?? notDrawn(block.type),
    ),
  );
}

const BLOCKS = {
  rich_text: richText,
  section,
  header: (block) =>
    h("div", { class: "header", role: "heading", "aria-level": "3" }, plain(block.text)),
  divider: () => h("hr"),
  context: (block) =>
    block.elements.map((e) =>
      e.type === "image"
        ? h("span", { class: "context-image" }, image(e))
        : h("span", { class: "mrkdwn" }, rich(e)),
    ),
  actions: (block, context) => block.elements.map((e) => element(e, context)),
  context_actions: (block, context) => block.elements.map((e) => element(e, context)),
  image: (block) =>
    [block.title && h("div", { class: "image-title" }, plain(block.title)), image(block)].filter(
      Boolean,
    ),
  input: input,
  table,
  data_table: dataTable,
  markdown: (block) => markdown(block.text),
  video,
  alert,
  card,
  carousel: (block, context) => carousel(blocks(block.elements, context)),
  container: (block, context) => container(block, blocks(block.child_blocks, context)),
  task_card: taskCard,
  plan,
  auth_provider: provider,
  data_visualization: chart,
  file: (block) => notDrawn(`file ${block.external_id}`, "The local Slack has no remote files."),
  call: (block) => notDrawn(`call ${block.call_id}`, "The local Slack has no calls."),
};

function section(block, context) {
  const words = block.text && folded(block);
  const fields =
    block.fields &&
    h(
      "div",
      { class: "section-fields" },
      block.fields.map((field) => h("div", { class: "mrkdwn" }, rich(field))),
    );
  const accessory =
    block.accessory && h("div", { class: "accessory" }, element(block.accessory, context));
  return [h("div", { class: "section-words" }, words, fields), accessory].filter(Boolean);
}

function folded(block) {
  const words = h("div", { class: "mrkdwn" }, rich(block.text));
  if (block.expand || block.text.text.length <= FOLD) return words;
  words.classList.add("folded");
  const unfold = h("button", { type: "button", class: "link-button" }, "See more");
  unfold.addEventListener("click", () => {
    words.classList.toggle("folded");
    unfold.textContent = words.classList.contains("folded") ? "See more" : "See less";
  });
  return [words, unfold];
}

/** Return an input: part of a form in a modal; elsewhere the app is told at once. */
export function input(block, context) {
  const inner = element(block.element, { ...context, dispatch: block.dispatch_action });
  const label = h(
    "div",
    { class: "input-label" },
    plain(block.label),
    block.optional && h("span", { class: "optional" }, " (optional)"),
  );
  label.id = `label-${block.block_id}`;
  inner.setAttribute?.("aria-labelledby", label.id);
  return [label, inner, block.hint && h("div", { class: "hint" }, plain(block.hint))].filter(
    Boolean,
  );
}

function video(block) {
  return [
    h(
      "div",
      { class: "video-title" },
      link(block.title_url ?? block.video_url, plain(block.title)),
    ),
    block.description && h("div", { class: "hint" }, plain(block.description)),
    image({ image_url: block.thumbnail_url, alt_text: block.alt_text }),
  ].filter(Boolean);
}

/** Return an attachment: words, fields or blocks beside a colored bar. */
export function attachment(given, context) {
  const parts = given.blocks
    ? blocks(given.blocks, context)
    : [
        given.author_name && h("div", { class: "attachment-author" }, given.author_name),
        given.pretext &&
          h("div", { class: "mrkdwn" }, rich({ type: "mrkdwn", text: given.pretext })),
        given.title &&
          h(
            "div",
            {},
            given.title_link ? link(given.title_link, given.title) : h("b", {}, given.title),
          ),
        (given.text || given.fallback) &&
          h(
            "div",
            { class: "mrkdwn" },
            rich({ type: "mrkdwn", text: given.text ?? given.fallback }),
          ),
        (given.fields ?? []).map((f) => h("div", {}, h("b", {}, f.title), " ", f.value)),
        given.footer && h("div", { class: "hint" }, given.footer),
      ];
  const made = h("div", { class: "attachment" }, parts);
  if (/^#?[0-9a-f]{6}$/i.test(given.color ?? ""))
    made.style.borderColor = `#${given.color.replace("#", "")}`;
  return made;
}
