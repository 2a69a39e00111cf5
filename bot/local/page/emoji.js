// The emoji that are written most, by Slack's names; others show as :name:.

const NAMES = {
  "+1": "👍", "-1": "👎", "100": "💯", alarm_clock: "⏰", arrow_down: "⬇️", arrow_left: "⬅️",
  arrow_right: "➡️", arrow_up: "⬆️", bar_chart: "📊", bell: "🔔", book: "📖", bookmark: "🔖",
  books: "📚", boom: "💥", bug: "🐛", bulb: "💡", calendar: "📆", chart_with_upwards_trend: "📈",
  clap: "👏", clipboard: "📋", clock3: "🕒", cloud: "☁️", coffee: "☕", construction: "🚧",
  cry: "😢", date: "📅", dart: "🎯", eyes: "👀", exclamation: "❗", file_folder: "📁", fire: "🔥",
  flag: "🏁", gear: "⚙️", gift: "🎁", globe_with_meridians: "🌐", grey_question: "❔", grin: "😁",
  grinning: "😀", hammer: "🔨", heart: "❤️", heavy_check_mark: "✔️", heavy_minus_sign: "➖",
  heavy_plus_sign: "➕", hourglass: "⌛", house: "🏠", hugging_face: "🤗", inbox_tray: "📥",
  information_source: "ℹ️", joy: "😂", key: "🔑", label: "🏷️", large_blue_circle: "🔵",
  large_green_circle: "🟢", large_yellow_circle: "🟡", laughing: "😆", link: "🔗", lock: "🔒",
  loudspeaker: "📢", mag: "🔍", mailbox: "📫", mega: "📣", memo: "📝", moneybag: "💰",
  neutral_face: "😐", new: "🆕", newspaper: "📰", no_entry: "⛔", no_entry_sign: "🚫", ok: "🆗",
  ok_hand: "👌", orange_heart: "🧡", outbox_tray: "📤", page_facing_up: "📄", paperclip: "📎",
  partying_face: "🥳", pencil: "📝", pencil2: "✏️", point_right: "👉", pray: "🙏", pushpin: "📌",
  question: "❓", raised_hands: "🙌", recycle: "♻️", red_circle: "🔴", robot_face: "🤖",
  rocket: "🚀", rotating_light: "🚨", scales: "⚖️", scream: "😱", shield: "🛡️", slightly_smiling_face: "🙂",
  smile: "😄", smiley: "😃", sob: "😭", sparkles: "✨", speech_balloon: "💬", star: "⭐",
  stopwatch: "⏱️", sunny: "☀️", sweat_smile: "😅", tada: "🎉", thinking_face: "🤔", thumbsdown: "👎",
  thumbsup: "👍", ticket: "🎫", triangular_flag_on_post: "🚩", trophy: "🏆", unlock: "🔓",
  warning: "⚠️", wastebasket: "🗑️", wave: "👋", white_check_mark: "✅", white_circle: "⚪",
  wink: "😉", wrench: "🔧", x: "❌", yellow_heart: "💛", zap: "⚡",
};

export const shown = (name) => (Object.hasOwn(NAMES, name) ? NAMES[name] : `:${name}:`);

/** Put the emoji into plain text, where Slack would. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (_, name) => shown(name));
}
