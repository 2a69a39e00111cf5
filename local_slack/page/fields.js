// Inputs to type into: text, addresses, numbers, dates and times.

import { act } from "./acting.js";
import { h } from "./dom.js";
import { plain } from "./texts.js";

const PAUSE = 500; // milliseconds without typing before the app is posted

function field(type, initialName, read = (node) => node.value) {
  return (given, context) => {
    const long = given.multiline || given.type === "rich_text_input";
    const node = h(long ? "textarea" : "input", {
      ...(long ? { rows: given.min_lines ?? 4 } : { type }),
      class: "field",
      "data-action": given.action_id,
      placeholder: given.placeholder && plain(given.placeholder),
      minlength: given.min_length,
      maxlength: given.max_length,
      min: given.min_value,
      max: given.max_value,
      step: given.is_decimal_allowed ? "any" : null,
    });
    node.value = written(given[initialName]);
    context.form?.add(context.block, () => read(node), node);
    if (given.focus_on_load) node.setAttribute("autofocus", "");
    if (!context.form || context.dispatch) listen(given, context, node, read);
    return node;
  };
}

/** Tell the app what is typed if it asked for that: at Enter, or at each character. */
function listen(given, context, node, read) {
  const tell = () => act(context, given, node, read(node));
  const when = given.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let timer;
  if (!TYPED.has(given.type)) {
    node.addEventListener("change", tell);
    return;
  }
  if (when.includes("on_character_entered")) {
    node.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE);
    });
  }
  if (when.includes("on_enter_pressed")) {
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      tell();
    });
  }
}

function written(initial) {
  if (initial === undefined || initial === null) return "";
  if (typeof initial === "number") return localTime(initial);
  if (typeof initial === "object") return wordsOf(initial);
  return initial;
}

const wordsOf = (rich) => (rich.elements ? rich.elements.map(wordsOf).join("") : (rich.text ?? ""));

function localTime(seconds) {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function asRichText({ value }) {
  if (!value) return null;
  const section = { type: "rich_text_section", elements: [{ type: "text", text: value }] };
  return { type: "rich_text", elements: [section] };
}

const TYPED = new Set([
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
]);
const inSeconds = ({ value }) => (value ? Math.floor(new Date(value).getTime() / 1000) : null);
const orNull = ({ value }) => value || null;

export const fields = {
  plain_text_input: field("text", "initial_value", orNull),
  email_text_input: field("text", "initial_value", orNull),
  url_text_input: field("text", "initial_value", orNull),
  number_input: field("number", "initial_value", orNull),
  rich_text_input: field("text", "initial_value", asRichText),
  datepicker: field("date", "initial_date", orNull),
  timepicker: field("time", "initial_time", orNull),
  datetimepicker: field("datetime-local", "initial_date_time", inSeconds),
  file_input: () => h("p", { class: "hint" }, "The local Slack does not take files in forms."),
};
