// Times as Slack words them, in the reader's own time zone.

const format = (options) => new Intl.DateTimeFormat(undefined, options);
const CLOCK = format({ hour: "numeric", minute: "2-digit" });
const CLOCK_SECONDS = format({
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});
const LONG = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const DAY = format({ weekday: "long", day: "numeric", month: "long" });
const MEDIUM = format({ day: "numeric", month: "long", year: "numeric" });
const SHORT = format({ day: "numeric", month: "short", year: "numeric" });
const NUMBERS = format({ year: "numeric", month: "2-digit", day: "2-digit" });

export const dateOf = (ts) => new Date(Number(ts) * 1000);
export const clock = (ts) => CLOCK.format(dateOf(ts));
export const exact = (ts) => `${LONG.format(dateOf(ts))}, ${CLOCK_SECONDS.format(dateOf(ts))}`;
export const seconds = (at) => CLOCK_SECONDS.format(dateOf(at));

export function dayName(ts) {
  return relative(dateOf(ts)) ?? DAY.format(dateOf(ts));
}

export const sameDay = (a, b) => dateOf(a).toDateString() === dateOf(b).toDateString();

function relative(date) {
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  return { 0: "Today", 1: "Yesterday", "-1": "Tomorrow" }[days];
}

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

export function ago(ts) {
  const minutes = Math.floor((Date.now() - dateOf(ts)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  return sameDay(ts, Date.now() / 1000) ? `today at ${clock(ts)}` : SHORT.format(dateOf(ts));
}

const TOKENS = {
  date_num: (d) => NUMBERS.format(d),
  date: (d) => MEDIUM.format(d),
  date_slash: (d) => NUMBERS.format(d),
  date_short: (d) => SHORT.format(d),
  date_long: (d) => LONG.format(d),
  date_pretty: (d) => relative(d)?.toLowerCase() ?? MEDIUM.format(d),
  date_short_pretty: (d) => relative(d)?.toLowerCase() ?? SHORT.format(d),
  date_long_pretty: (d) => relative(d)?.toLowerCase() ?? LONG.format(d),
  time: (d) => CLOCK.format(d),
  time_secs: (d) => CLOCK_SECONDS.format(d),
  ago: (d) => ago(d / 1000),
};

/** Fill in a date as Slack's own format says. */
export function formatted(timestamp, pattern) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => TOKENS[name]?.(dateOf(timestamp)) ?? whole);
}
