// The search in the language of the page; without script the lists below lead on.
"use strict";
const query = new URLSearchParams(location.search).get("q") || "";
const found = document.getElementById("found");
const form = document.querySelector("form.lookup");
const MOST = 30;
form.hidden = false;
form.elements.q.value = query;
const lists = [...document.querySelectorAll("#lists a")];

// Those come first that have all words in their title, in the order of the lists in which they stand.
function rank({ title, place }) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const own = title.toLowerCase().split(/[^\p{L}\d]+/u);
  return words.every((word) => own.includes(word)) ? place : lists.length;
}

function line({ title, href, place, excerpt }) {
  const item = document.createElement("li");
  const about = Object.assign(document.createElement("p"), { innerHTML: excerpt });
  const link = Object.assign(document.createElement("a"), { href, textContent: title });
  item.append(link, place < 0 ? "" : ` (${lists[place].textContent})`, about);
  return item;
}

async function search() {
  const status = found.querySelector("p");
  found.hidden = false;
  try {
    const pagefind = await import(new URL(found.dataset.index, location.href).href);
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
    const told = pages.map(({ url, excerpt, meta: { title } }) => {
      const { href } = new URL(url, location.href);
      return { title, href, excerpt, place: lists.findIndex((one) => href.startsWith(one.href)) };
    });
    told.sort((one, other) => rank(one) - rank(other));
    found.querySelector("ol").append(...told.map(line));
    const words = results.length > MOST ? "first" : results.length ? "found" : "none";
    status.textContent = found.dataset[words].replace("{n}", results.length);
  } catch {
    status.textContent = found.dataset.failed;
  }
}
if (query) search();
// A number is a question for the checker.
if (/\d/.test(query)) {
  const check = found.querySelector("p[hidden]");
  check.hidden = false;
  check.querySelector("a").search = new URLSearchParams({ q: query });
}
