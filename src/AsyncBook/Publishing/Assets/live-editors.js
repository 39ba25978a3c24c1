// A cell's code: shown as the book shows it until its place comes near the window or gets the focus, then an editor. The rest become editors while nobody
// waits. A slide shows the book's code, which it knows how to fit, until one writes in it.
"use strict";
{
  const all = new Map();
  // Those without an editor yet, in order.
  const waiting = new Map();
  const watcher = new IntersectionObserver(entries => {
    if (book.projected()) return;
    for (const entry of entries) if (entry.isIntersecting) waiting.get(entry.target)?.();
  }, { rootMargin: "800px 0px" });
  const refit = () => dispatchEvent(new Event("resize"));

  // pre: where the code stands. options: as window.bookEditor has them.
  live.editor = (pre, options) => {
    const place = live.make("div", { className: "live-editor" });
    const code = pre.querySelector("code") ?? pre;
    pre.replaceWith(place);
    place.append(pre);
    let text = options.text;
    let shown = text;
    let editor = null;

    function make() {
      if (editor) return;
      watcher.unobserve(place);
      waiting.delete(place);
      editor = window.bookEditor(place, { ...options, text });
      place.classList.add("made");
    }

    const current = () => editor?.text ?? text;

    function focus() {
      make();
      if (book.projected()) {
        place.classList.add("editing");
        refit();
      }
      editor.focus();
    }

    // What was written, as the editor colours it; plainly where it does not hold every line at the moment.
    function show() {
      if (shown === current()) return;
      shown = current();
      const lines = [...place.querySelectorAll(".cm-line")];
      if (lines.map(line => line.textContent).join("\n") === shown) code.innerHTML = lines.map(line => line.innerHTML.replace("<br>", "")).join("\n");
      else code.textContent = shown;
    }

    function project() {
      if (!place.closest(".now")) place.classList.remove("editing");
      const isOther = shown !== current();
      show();
      if (isOther && place.closest(".now")) refit();
    }

    pre.addEventListener("focus", focus);
    place.addEventListener("focusin", () => options.focused?.());
    place.addEventListener("keydown", event => {
      if (event.key !== "Escape" || event.defaultPrevented || !book.projected()) return;
      place.classList.remove("editing");
      show();
      document.activeElement.blur();
      refit();
    });
    all.set(place, project);
    waiting.set(place, make);
    watcher.observe(place);
    return {
      get text() { return current(); },
      set text(value) {
        if (editor) { editor.text = value; return; }
        if (value === text) return;
        text = value;
        show();
        options.changed?.(value);
      },
      focus, show,
    };
  };

  document.addEventListener("slide", () => { for (const project of all.values()) project(); });

  const later = window.requestIdleCallback ?? (act => setTimeout(() => act({ timeRemaining: () => 5 }), 200));
  function makeMore(idle) {
    while (waiting.size > 0 && idle.timeRemaining() > 4) waiting.values().next().value();
    if (waiting.size > 0) later(makeMore);
  }
  live.makeAllLater = () => later(makeMore);
}
