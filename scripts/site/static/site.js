// Every page reads whole without this script; it adds convenience.
"use strict";
// Opened from a folder of files, a link to a folder has to name the page in it.
const isFolder = location.protocol === "file:";
const paged = (path) => (isFolder ? path.replace(/^[^:#]*\/(?=#|$)/, "$&index.html") : path);
if (isFolder) {
  document.querySelectorAll("[href], [action]").forEach((link) => {
    const name = link.action ? "action" : "href";
    link.setAttribute(name, paged(link.getAttribute(name)));
  });
}
// A table that is wider than its box can be moved with the keys.
const reach = (box) => {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", (box.querySelector("caption, title") || box).firstChild.textContent);
  }
};
// What a cell is worth in an order: a day or a number as a number, else its text.
const { lang } = document.documentElement;
const months = lang === "nl" ? "janfebmrtaprmeijunjulaugsepoktnovdec" : "JanFebMarAprMayJunJulAugSepOctNovDec";
const worth = (text) => {
  const [, day, month, year] = text.match(/^(?:(\d+)\s)?(?:([a-z]{3})\s)?(\d{4})$/i) || [];
  if (year) return year * 1e4 + (month ? months.indexOf(month) / 3 + 1 : 0) * 100 + (day | 0);
  const plain = lang === "nl" ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
  return /^\d/.test(plain) ? parseFloat(plain) : text;
};
const compare = (one, other) =>
  typeof one === typeof other
    ? typeof one === "number" ? one - other : one.localeCompare(other, lang)
    : typeof one === "number" ? -1 : 1;
// The heading of a column sorts by it, numbers from the largest; again, the other way round.
const sortable = (table) => {
  const [body] = table.tBodies;
  const heads = [...table.tHead.rows[0].cells];
  if (body.rows.length < 3) return;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort") || (table.classList.contains(`n${column + 1}`) ? "ascending" : "");
      const isDown = before === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [worth(row.cells[column].textContent.trim()), row]);
      rows.sort(([one], [other]) => (one === "") - (other === "") || compare(one, other) * (isDown ? -1 : 1));
      body.append(...rows.map(([, row]) => row));
    });
  });
};
const equip = (part) => {
  part.querySelectorAll(".t, figure").forEach(reach);
  part.querySelectorAll("main table").forEach(sortable);
};
equip(document);
// A button that copies a citation.
document.querySelectorAll("[data-copy]").forEach((text) => {
  const button = document.createElement("button");
  button.textContent = text.dataset.copy;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text.textContent.trim()).then(() => (button.textContent += " ✓"));
  });
  text.after(" ", button);
});
// The switch of the definition: the ranking is replaced in place, by that of the page it leads to.
const ranking = document.getElementById("ranking-of");
if (ranking) {
  const load = (address, isNew) =>
    fetch(address)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        ranking.innerHTML = page.getElementById("ranking-of").innerHTML;
        equip(ranking);
        document.querySelector("h1").textContent = page.querySelector("h1").textContent;
        document.title = page.title;
        const other = "header a[hreflang]";
        document.querySelector(other).setAttribute("href", page.querySelector(other).getAttribute("href"));
        if (isNew) history.pushState(null, "", address);
        document.querySelectorAll(".switch a").forEach((link) => {
          if (link.href === location.href) link.setAttribute("aria-current", "page");
          else link.removeAttribute("aria-current");
        });
      })
      .catch(() => location.assign(address));
  document.querySelectorAll(".switch a").forEach((link) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      load(link.href, true);
    }),
  );
  window.addEventListener("popstate", () => load(location.href, false));
}
// A formation that runs: its days up to today, counted from the day that the page gives.
document.querySelectorAll("[data-since]").forEach((line) => {
  const days = Math.floor((Date.now() - Date.parse(line.dataset.since)) / 864e5);
  const big = line.querySelector(".big");
  const longer = line.dataset.days.split(" ").filter((other) => Number(other) > days).length;
  big.textContent = big.textContent.replace(/[\d.,]+/, String(days));
  line.querySelector(".rank").textContent = String(longer + 1);
  line.querySelector("time").textContent = new Date().toLocaleDateString(document.documentElement.lang, {
    day: "numeric", month: "long", year: "numeric",
  });
});
