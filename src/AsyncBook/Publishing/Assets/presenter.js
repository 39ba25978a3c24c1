// The presenter's window: it follows the window that opened it (speaker.js), and turns that one's slides.
"use strict";
{
  const theirs = window.opener;
  const at = id => document.getElementById(id);
  const tell = message => theirs?.postMessage({ asyncbook: "presenter", ...message }, "*");
  let began = Date.now();

  // Pages opened from files all have the origin "null": which window it is must be right, too.
  addEventListener("message", event => {
    if (event.source !== theirs || event.origin !== window.origin || event.data?.asyncbook !== "slide") return;
    const { now, next, notes, number, place } = event.data;
    at("lost").hidden = true;
    at("number").textContent = number;
    at("place").textContent = place;
    for (const [id, html] of Object.entries({ now, next, notes })) {
      if (at(id).shown === html) continue;
      at(id).innerHTML = at(id).shown = html;
      at(id).scrollTop = 0;
    }
  });

  function tick() {
    const seconds = Math.floor((Date.now() - began) / 1000);
    at("elapsed").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    at("clock").textContent = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
    if (theirs?.closed) {
      at("lost").textContent = "放映的窗口关上了。";
      at("lost").hidden = false;
    }
    // The other window may have gone to another page, which does not know of this one yet.
    tell({});
  }

  const keys = { ArrowRight: 1, " ": 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  addEventListener("keydown", event => {
    const by = keys[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey || (event.key === " " && event.target.matches("button"))) return;
    event.preventDefault();
    tell({ go: by });
  });
  for (const button of document.querySelectorAll("[data-go]")) button.onclick = () => tell({ go: +button.dataset.go });
  at("restart").onclick = () => { began = Date.now(); tick(); };
  setInterval(tick, 1000);
  tick();
}
