// The same page as a presentation: one slide at a time, the type as large as fits (fit.js). #slide=12 is the twelfth.
"use strict";
{
  const slides = [...document.querySelectorAll("main .slide:not(.title-only)")];
  const number = document.querySelector(".slide-number");
  const body = document.body;
  let now = 0;
  // What does not fit at once is several views of the slide.
  let views = [];
  let view = 0;
  let isLarge = book.recall("large") === "yes";

  // What a cell said is covered until the next step, so that a room can guess first.
  const hasTurn = slide => slide.querySelector(":scope > :is(figure.code, .fold) ~ :is(figure.output, [data-out]:not(:empty))") !== null;

  function above(slide) {
    const headings = [...document.querySelectorAll("main h2, main h3")];
    const last = headings.findLast(heading => slide.contains(heading) || heading.compareDocumentPosition(slide) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [document.querySelector("h1")?.textContent, last?.textContent].filter(Boolean).join(" › ");
  }

  function lastHeading(slide) {
    if (slide.querySelector("h1, h2, h3")) return "";
    const headings = [...document.querySelectorAll("main h1, main h2, main h3")];
    return headings.findLast(heading => !heading.closest("[data-quiz]") && heading.compareDocumentPosition(slide) & Node.DOCUMENT_POSITION_FOLLOWING)?.textContent ?? "";
  }

  // The slide of that number; of its views the first, or the last when one comes back to it, or the one that holds a place.
  function show(index, isBack = false, place = null) {
    if (slides[now]) leave(slides[now]);
    now = Math.max(0, Math.min(slides.length - 1, index));
    const slide = slides[now];
    body.classList.add("slides");
    slide.classList.add("now");
    const heading = lastHeading(slide);
    if (heading) slide.dataset.heading = heading;
    if (slide.matches("[data-steps]")) book.openSteps(slide);
    views = book.views(slide, isLarge);
    slide.classList.toggle("covered", views.length === 1 && hasTurn(slide) && !isBack);
    number.textContent = `${now + 1} / ${slides.length}`;
    document.querySelector(".slide-title").textContent = above(slide);
    document.querySelector("[data-do=large]").setAttribute("aria-pressed", isLarge);
    const hash = "#slide=" + (now + 1);
    if (location.hash !== hash) history.replaceState(null, "", hash);
    look(isBack ? views.length - 1 : place ? book.viewOf(views, place) : 0);
  }

  function look(index) {
    view = index;
    book.showView(slides[now], views[view]);
    for (const part of parts()) part.scrollTop = 0;
    hint();
    document.dispatchEvent(new Event("slide"));
  }

  function leave(slide) {
    slide.classList.remove("now", "covered");
    book.wholeSlide(slide);
  }

  // Null while reading.
  book.projected = () => body.classList.contains("slides") ? { slides, now, view, views: views.length, ahead } : null;

  // What the next step shows, as long as it is of this slide.
  function ahead(copy) {
    if (!views[view + 1]) return null;
    book.showView(slides[now], views[view + 1]);
    const next = copy(slides[now]);
    book.showView(slides[now], views[view]);
    return next;
  }

  book.showSlide = index => show(index - 1);

  function go(by) {
    const slide = slides[now];
    if (by > 0 && slide.classList.contains("covered")) return uncover(slide);
    if (slide.advance?.(by)) return;
    if (views[view + by]) return look(view + by);
    const target = now + by;
    const page = document.querySelector(`.pager [rel=${by > 0 ? "next" : "prev"}]`);
    if (slides[target]) show(target, by < 0);
    else if (page) location.href = page.href + (by > 0 ? "#slide=1" : "#slide=last");
  }

  function uncover(slide) {
    slide.classList.remove("covered");
    hint();
    document.dispatchEvent(new Event("slide"));
  }

  book.leaveSlides = () => {
    if (!body.classList.contains("slides")) return;
    body.classList.remove("slides");
    leave(slides[now]);
    const cell = slides[now].closest(".cell");
    history.replaceState(null, "", "#" + encodeURIComponent(cell.id));
    slides[now].scrollIntoView({ behavior: "instant" });
  };

  book.actions.slides = () => {
    if (body.classList.contains("slides")) return book.leaveSlides();
    const top = document.querySelector(".bar").offsetHeight;
    if (slides.length) show(Math.max(0, slides.findIndex(slide => slide.getBoundingClientRect().bottom > top + 20)));
  };
  book.actions.leave = book.leaveSlides;
  book.actions.forward = () => go(1);
  book.actions.back = () => go(-1);
  book.actions.large = () => {
    isLarge = !isLarge;
    book.remember("large", isLarge ? "yes" : "no");
    document.querySelector("[data-do=large]").setAttribute("aria-pressed", isLarge);
    refit();
  };

  // What cannot be split and does not fit is read to its end before the next slide comes: the slide itself, or a part of it.
  const below = part => part.scrollHeight - part.clientHeight - part.scrollTop;
  const parts = () => [slides[now], ...slides[now].querySelectorAll(":scope > figure")];
  const page = by => {
    const part = parts().find(part => (by > 0 ? below(part) : part.scrollTop) > 4);
    if (part && !(slides[now].matches("[data-steps]"))) part.scrollBy({ top: by * part.clientHeight * 0.8, behavior: "instant" });
    else go(by);
  };
  const hint = () => { document.querySelector(".slide-more").hidden = !views[view + 1] && !parts().some(part => below(part) > 4); };
  document.addEventListener("scroll", () => book.projected() && hint(), true);

  book.projecting = {
    ArrowRight: () => go(1), j: () => go(1), " ": () => page(1), PageDown: () => page(1),
    ArrowLeft: () => go(-1), k: () => go(-1), PageUp: () => page(-1),
    Home: () => show(0), End: () => show(slides.length - 1),
    l: book.actions.large, o: () => { book.unhide(slides[now]); book.fold(slides[now]); refit(); },
    ...Object.fromEntries([..."123456789"].map(digit => [digit, () => slides[now].closest("[data-quiz]")?.guess?.(+digit)])),
    f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    Escape: book.leaveSlides,
  };

  // A link or a search hit leads to the slide that holds it; where none does, back to reading.
  function find(place) {
    const index = slides.findIndex(slide => slide === place || slide.contains(place) || place?.contains(slide));
    if (index >= 0) show(index, false, slides[index] === place ? null : place);
    else book.leaveSlides();
  }

  // A finger's way across, unless it moves something that scrolls sideways.
  let touch = null;
  const scrollsSideways = target => {
    const part = target.closest("pre, .table, .picture, .lanes, .cm-scroller");
    return part && part.scrollWidth > part.clientWidth + 2;
  };
  addEventListener("touchstart", event => { touch = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  addEventListener("touchend", event => {
    if (!touch || !book.projected() || scrollsSideways(event.target)) return;
    const [across, down] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? 1 : -1);
  });

  function open(isArriving = false) {
    const asked = /^#slide=(\d+|last)$/.exec(location.hash)?.[1];
    if (asked && slides.length) show(asked === "last" ? slides.length - 1 : asked - 1);
    else if ((book.projected() || isArriving) && location.hash) find(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    else if (!location.hash && document.documentElement.dataset.open === "slides") show(0);
  }
  addEventListener("hashchange", () => open());
  // The screen or what is on the slide has changed: what was seen first stays in sight.
  function refit(place = null) {
    if (!body.classList.contains("slides")) return;
    const slide = slides[now];
    const wasCovered = slide.classList.contains("covered");
    const first = place ?? (view > 0 ? views[view].parts.atoms[views[view].from].node : null);
    views = book.views(slide, isLarge);
    slide.classList.toggle("covered", wasCovered && views.length === 1);
    look(first ? book.viewOf(views, first) : 0);
  }
  addEventListener("resize", () => refit());
  addEventListener("toggle", event => slides[now]?.contains(event.target) && refit(event.target.open ? event.target : null), true);
  // What a live cell says finds its place while it is shown; not at every word.
  let soon = null;
  const heard = new MutationObserver(changes => {
    if (!book.projected() || !changes.some(change => slides[now].contains(change.target))) return;
    soon ??= setTimeout(() => { soon = null; refit(); heard.takeRecords(); }, 300);
  });
  for (const place of document.querySelectorAll("main [data-out]")) heard.observe(place, { childList: true, subtree: true });
  // A button that was clicked keeps the focus, and with it the space bar.
  document.querySelector(".slide-bar").addEventListener("click", () => document.activeElement.blur());
  open(book.arrival?.isProjected);
}
