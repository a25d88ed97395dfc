// Every page reads whole without this script; it adds convenience.
"use strict";
// Opened from a folder of files, a link to a folder has to name the page in it.
if (location.protocol === "file:") {
  document.querySelectorAll("a[href]").forEach((link) => {
    const [path, hash] = link.getAttribute("href").split("#");
    if (path.endsWith("/") && !path.includes(":")) {
      link.setAttribute("href", path + "index.html" + (hash ? "#" + hash : ""));
    }
  });
}
// A table that is wider than its box can be moved with the keys.
document.querySelectorAll(".t, figure").forEach((box) => {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", (box.querySelector("caption, title") || box).firstChild.textContent);
  }
});
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
