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
// A button that copies the citation.
document.querySelectorAll("button[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    navigator.clipboard.writeText(text).then(() => (button.textContent = button.dataset.done));
  });
});
