// The look-ups and the checker: the form asks in the address (?day=1985-06-01), this answers.
"use strict";
// The language, and what a link is named in a folder, are told by site.js, which comes before.
const own = lang === "nl" ? 1 : 0;
const asked = new URLSearchParams(location.search);
const box = document.getElementById("answer");
const say = box ? box.dataset : {};
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9.]+/g, " ").trim();
const digits = (day) => Number(day.replaceAll("-", ""));
const iso = (day) => String(day).replace(/(....)(..)(..)/, "$1-$2-$3");
// A day such as 19850601 as pages write it; site.js tells the months.
const inWords = (day) =>
  [day % 100, months.substr(((day / 100) % 100 | 0) * 3 - 3, 3), day / 1e4 | 0].join("\u00a0");
const link = (path, name) =>
  Object.assign(document.createElement("a"), { href: paged(say.up + path), textContent: name });

// A cell is a text, a day as a number in {day}, or a link in {path, name}.
const text = (cell) => (cell.day ? iso(cell.day) : cell.name || cell);
const shown = (cell) => (cell.day ? inWords(cell.day) : cell.path ? link(cell.path, cell.name) : cell.name || cell);

function fill(rows, caption) {
  const table = box.querySelector("table");
  const keys = [...table.querySelectorAll("th")].map((head) => head.dataset.key);
  const body = table.tBodies[0];
  for (const row of rows) {
    const line = body.insertRow();
    keys.forEach((key, number) => {
      const cell = line.appendChild(document.createElement(number ? "td" : "th"));
      cell.append(shown(row[key] ?? ""));
    });
  }
  table.querySelector("caption span").textContent = caption;
  table.parentElement.hidden = !rows.length;
  const plainRows = rows.map((row) => Object.fromEntries(keys.map((key) => [key, text(row[key] ?? "")])));
  const quoted = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
  const lines = plainRows.map((row) => keys.map((key) => quoted(row[key])).join(","));
  const [csv, json] = table.querySelectorAll("caption a");
  csv.href = URL.createObjectURL(new Blob([[keys.join(","), ...lines, ""].join("\n")]));
  json.href = URL.createObjectURL(new Blob([JSON.stringify(plainRows, null, 1)]));
}

function tell(...parts) {
  box.querySelector("p").replaceChildren(...parts);
  box.hidden = false;
  box.querySelector("h2").focus();
}

// Members: rows of numbers that point at names.
function member(data, row) {
  const [person, post, party, cabinet, start, end, flags, reason] = row;
  const [id, name, first, last] = data.cabinets[cabinet];
  const [partyId, ...partyNames] = data.parties[party];
  const acting = flags & 1 ? ` (${say.acting})` : "";
  return {
    start: start || first, end: end || last || Infinity, wentOn: flags & 2, goesOn: flags & 4,
    who: { path: `persons/${data.persons[person][0]}/`, name: data.persons[person][1] },
    post: data.posts[post][own] + acting,
    names: plain(data.posts[post].join(" ")),
    party: partyId ? { path: `parties/${partyId}/`, name: partyNames[0] } : partyNames[own] ?? "",
    cabinet: { path: `cabinets/${id}/`, name },
    reason: data.reasons[reason][own] ?? "",
  };
}
const spell = (one) => ({
  ...one, from: { day: one.start }, to: one.end === Infinity ? say.current : { day: one.end },
});

const answers = {
  government(data, members) {
    const day = digits(asked.get("day"));
    const rows = members.filter((one) => one.start <= day && day < one.end).map(spell);
    const [id, name] = data.cabinets.filter((one) => one[2] <= day).pop() ?? data.cabinets[0];
    const isCaretaker = data.caretaker.some(([start, end]) => start <= day && (!end || day < end));
    tell(`${inWords(day)}: `, link(`cabinets/${id}/`, name), isCaretaker ? ` (${say.caretaker})` : "");
    fill(rows, `${name}, ${inWords(day)}`);
  },
  post(data, members) {
    const words = plain(asked.get("post")).split(" ");
    const day = asked.get("day") && digits(asked.get("day"));
    const rows = members
      .filter((one) => words.every((word) => one.names.includes(word)))
      .filter((one) => !day || (one.start <= day && day < one.end))
      .sort((one, other) => other.start - one.start)
      .map(spell);
    const caption = asked.get("post") + (day ? `, ${inWords(day)}` : "");
    tell(rows.length ? caption : say.none);
    fill(rows, caption);
  },
  changes(data, members) {
    const [after, until] = [digits(asked.get("after")), digits(asked.get("until"))];
    const within = (day) => after < day && day <= until;
    const rows = members
      .flatMap((one) => [
        ...(within(one.end) && !one.goesOn ? [{ ...one, on: one.end, change: say.went, end_reason: one.reason }] : []),
        ...(within(one.start) && !one.wentOn ? [{ ...one, on: one.start, change: say.came }] : []),
      ])
      .map((one) => ({ ...one, date: { day: one.on } }))
      .sort((one, other) => one.on - other.on || (one.change === say.came) - (other.change === say.came));
    const caption = `${inWords(after)} – ${inWords(until)}`;
    tell(after > until ? say.order : rows.length ? caption : say.none);
    fill(rows, caption);
  },
};

// The checker: a number, or words, or both.
function check(data) {
  const query = plain((asked.get("q") || "").replace(/(\d)[.,](?=\d{3}\b)/g, "$1"));
  const number = Number(query.match(/\b\d+(\.\d+)?\b/)?.[0] ?? NaN);
  // Of weeks, months or years the lengths that round to so many.
  const unit = /\b(days?|dag(en)?|weeks?|weken|months?|maand(en)?|years?|jaar|jaren)\b/g;
  const per = { w: 7, m: 30.436875, y: 365.2425, j: 365.2425 }[query.match(unit)?.[0][0]] ?? 1;
  const rest = query.replace(/\b\d+(\.\d+)?\b/, "").replace(unit, "");
  const words = rest.split(" ").filter(Boolean);
  const isIt = (label) => {
    const has = plain(label).split(" ");
    return words.every((word) => has.some((one) => one === word || (word.length > 3 && one.startsWith(word))));
  };
  const every = data.rows.map(([days, thing, way, start, end, both = 1]) => {
    const [path, english, dutch = english] = data.things[thing];
    const name = own ? dutch : english;
    const [measure, ...ways] = data.ways[way];
    const label = measure === "formation" || measure === "term" ? `${say[measure]}: ` : "";
    const all = `${name} ${ways.join(" ")} ${measure} ${say[measure] ?? ""}`;
    return { days, both: days + both, what: { path, name }, definition: label + ways[own], all,
      from: { day: start }, to: { day: end } };
  });
  const named = words.length ? every.filter((one) => isIt(one.all)) : every;
  const plainly = (rows) => rows.map((one) => ({ ...one, counted: say.difference }));
  let rows = [
    ...plainly(named.filter((one) => Math.round(one.days / per) === number)),
    ...named.filter((one) => one.both === number && per === 1)
      .map((one) => ({ ...one, days: number, counted: say.both })),
  ];
  const aim = per === 1 ? number : Math.round(number * per);
  let told = say.rows.replace("{n}", rows.length);
  if (!rows.length && words.length && named.length) {
    rows = plainly(named.slice(0, 200));
    told = isNaN(number) ? say.only : say.others.replace("{n}", aim);
  } else if (!rows.length) {
    const below = every.filter((one) => one.days < aim).pop();
    const above = every.find((one) => one.days > aim);
    rows = plainly([below, above].filter(Boolean));
    told = `${say.none.replace("{n}", isNaN(number) ? "" : aim)} ${rows.length ? say.near : ""}`;
  }
  tell(told);
  fill(rows, asked.get("q"));
  const claims = data.claims.filter(
    ([value, statement, , , , about]) => per === 1 && value === number && isIt(`${statement} ${about}`));
  const list = document.getElementById("claimed");
  list.hidden = !claims.length;
  for (const [, statement, publisher, verdict, path, , id] of claims) {
    const line = list.querySelector("ul").appendChild(document.createElement("li"));
    const quoted = Object.assign(document.createElement("span"), { lang: "en", textContent: statement });
    line.append(quoted, ` (${publisher}) `, link(`${data.paths[path]}#${id}`, data.verdicts[verdict][own]));
  }
}

document.querySelectorAll("form.lookup").forEach((form) => {
  form.hidden = false;
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
});
const target = location.hash.slice(1);
if (box && say.kind === "checker" && !asked.has("q") && /^\d+$/.test(target) && !document.getElementById(target)) {
  asked.set("q", target);
}
if (box && [...asked.values()].some(Boolean)) {
  // The data are a script: they are there too when the site is opened from a folder.
  const script = Object.assign(document.createElement("script"), { src: say.file });
  script.onerror = () => tell(say.failed);
  script.onload = () => {
    const data = self.lookedUp;
    if (say.kind === "checker") check(data);
    else answers[say.kind](data, data.rows.map((row) => member(data, row)));
  };
  document.head.append(script);
}

// The list of persons: names that have what is typed stay.
const filter = document.querySelector("[data-filter]");
if (filter) {
  const status = document.getElementById(filter.dataset.filter);
  const names = [...document.querySelectorAll("main .toc li")].map((line) => [line, plain(line.textContent)]);
  const show = () => {
    const words = plain(filter.value).split(" ");
    let count = 0;
    for (const [line, name] of names) {
      line.hidden = !words.every((word) => name.includes(word));
      count += !line.hidden;
    }
    document.querySelectorAll("main .toc").forEach((list) => {
      const isEmpty = !list.querySelector("li:not([hidden])");
      list.hidden = list.previousElementSibling.hidden = isEmpty;
    });
    status.textContent = filter.value ? status.dataset.found.replace("{n}", count) : "";
  };
  filter.addEventListener("input", show);
  if (filter.value) show();
}
