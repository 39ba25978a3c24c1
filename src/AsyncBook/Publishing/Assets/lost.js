// For the page that a server shows where there is none, whatever the address. It asks for this script in its own folder and in those above:
// the copy that is found first stands in the book, and says where that is.
"use strict";
if (!document.documentElement.dataset.root) {
  document.documentElement.dataset.root = new URL("..", document.currentScript.src).href;
  try {
    const theme = localStorage.getItem("asyncbook-theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch { console.info("no storage: the theme is the system's"); }

  addEventListener("DOMContentLoaded", () => {
    const root = document.documentElement.dataset.root;
    const links = [...document.querySelectorAll("[data-to]")];
    for (const link of links) link.href = root + link.dataset.to;

    // What shares most words with the address that was asked for: "1.4-tasks.html", "1.4", "task.html".
    const words = path => path.split("/").pop().toLowerCase().replace(/\.(html?|ipynb)$/, "").split(/[^a-z0-9.]+/).filter(word => word);
    const asked = words(location.pathname);
    const alike = link => words(link.dataset.to).filter(word => asked.some(other => word === other || (word.length > 3 && other.length > 3 && (word.startsWith(other) || other.startsWith(word))))).length;
    const best = Math.max(...links.map(alike));
    const near = document.querySelector("#near");
    if (best === 0) return;
    for (const link of links.filter(link => link.dataset.to !== "index.html" && alike(link) === best).slice(0, 3)) {
      near.append(near.querySelector("a") ? "、" : "", link.cloneNode(true));
    }
    near.hidden = near.querySelector("a") === null;
  });
}
