// The search in the language of the page; without script the lists below lead on.
"use strict";
const query = new URLSearchParams(location.search).get("q") || "";
const found = document.getElementById("found");
const form = document.querySelector("form.lookup");
const STEP = 10;
form.hidden = false;
form.elements.q.value = query;
// The list in which a page stands tells what it is about.
const lists = [...document.querySelectorAll("#lists a")];
const kind = (address) => lists.find((one) => address.startsWith(one.href))?.textContent ?? "";

async function show(results, first) {
  const pages = await Promise.all(results.slice(first, first + STEP).map((one) => one.data()));
  const list = found.querySelector("ol");
  for (const page of pages) {
    const address = new URL(page.url, location.href).href;
    const line = list.appendChild(document.createElement("li"));
    const link = Object.assign(document.createElement("a"), { href: address, textContent: page.meta.title });
    const about = Object.assign(document.createElement("p"), { innerHTML: page.excerpt });
    line.append(link, kind(address) && ` (${kind(address)})`, about);
    if (page === pages[0] && first) link.focus();
  }
  found.querySelector("button")?.remove();
  if (first + STEP < results.length) {
    const more = Object.assign(document.createElement("button"), { textContent: found.dataset.more });
    more.addEventListener("click", () => show(results, first + STEP));
    found.append(more);
  }
}

async function search() {
  const status = found.querySelector("p");
  found.hidden = false;
  try {
    const pagefind = await import(new URL(found.dataset.index, location.href).href);
    const { results } = await pagefind.search(query);
    status.textContent = results.length ? found.dataset.found.replace("{n}", results.length) : found.dataset.none;
    await show(results, 0);
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
