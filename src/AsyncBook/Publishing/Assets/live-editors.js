// A cell's code: shown as the book shows it until its place comes near the window or gets the focus, then an editor. The rest become editors while nobody waits.
"use strict";
{
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) made.get(entry.target)?.();
  }, { rootMargin: "800px 0px" });
  // By the place of its code, what makes the editor of a cell that has none yet.
  const made = new Map();

  // pre: where the code stands. options: as window.bookEditor has them.
  live.editor = (pre, options) => {
    const place = live.make("div", { className: "live-editor" });
    pre.replaceWith(place);
    place.append(pre);
    let text = options.text;
    let editor = null;

    function make() {
      if (editor) return;
      const hadFocus = document.activeElement === pre;
      watcher.unobserve(place);
      made.delete(place);
      pre.remove();
      editor = window.bookEditor(place, { ...options, text });
      if (hadFocus) editor.focus();
      if (book.projected() && place.closest(".now")) dispatchEvent(new Event("resize"));
    }

    made.set(place, make);
    watcher.observe(place);
    pre.addEventListener("focus", make);
    return {
      get text() { return editor?.text ?? text; },
      set text(value) {
        if (editor) { editor.text = value; return; }
        if (value === text) return;
        text = value;
        pre.textContent = value;
        options.changed?.(value);
      },
      focus() { make(); editor.focus(); },
    };
  };

  // A slide shows its editor from the first, and measures it.
  document.addEventListener("slide", () => {
    for (const place of document.querySelectorAll(".slides .now .live-editor")) made.get(place)?.();
  });

  const later = window.requestIdleCallback ?? (act => setTimeout(() => act({ timeRemaining: () => 5 }), 200));
  function makeMore(idle) {
    while (made.size > 0 && idle.timeRemaining() > 4) made.values().next().value();
    if (made.size > 0) later(makeMore);
  }
  live.makeAllLater = () => later(makeMore);
}
