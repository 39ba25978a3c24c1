// The keyboard while reading; slides.js has its own while projecting.
"use strict";
{
  const cells = [...document.querySelectorAll("main .cell")];

  // The cell at the top of the window.
  book.here = () => {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 28;
    return Math.max(0, cells.findLastIndex(cell => cell.getBoundingClientRect().top <= top));
  };

  function step(by) {
    const cell = cells[Math.min(cells.length - 1, Math.max(0, book.here() + by))];
    document.querySelector(".at")?.classList.remove("at");
    cell?.classList.add("at");
    cell?.scrollIntoView({ behavior: "instant" });
  }

  const follow = rel => document.querySelector(`.pager [rel=${rel}]`)?.click();

  const reading = {
    j: () => step(1),
    k: () => step(-1),
    c: () => book.actions.menu(),
    ArrowLeft: () => follow("prev"),
    ArrowRight: () => follow("next"),
    o: () => cells.length && book.fold(document.querySelector(".at") ?? cells[book.here()]),
  };
  const always = {
    "/": () => book.actions.search(),
    "?": () => book.actions.help(),
    t: () => book.actions.theme(),
    s: () => book.actions.slides?.(),
  };

  // The arrows belong to what scrolls sideways while it has the focus.
  const scrolls = event => event.key.startsWith("Arrow") && event.target.scrollWidth > event.target.clientWidth;

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea") || event.target.isContentEditable || book.isOpen()) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = document.body.classList.contains("slides") ? book.projecting[key] ?? always[key] : always[key] ?? reading[key];
    if (!action || (event.target.closest("pre, .table, .picture") && scrolls(event))) return;
    event.preventDefault();
    action();
  });
}
