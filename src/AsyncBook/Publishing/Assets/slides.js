// The same page as a presentation: one slide at a time, the type as large as fits. #slide=12 is the twelfth.
"use strict";
{
  const slides = [...document.querySelectorAll("main .slide:not(.title-only)")];
  const number = document.querySelector(".slide-number");
  const body = document.body;
  let now = 0;
  let isLarge = book.recall("large") === "yes";

  // Pixels of type on a screen 800 high; below the smallest a slide scrolls instead.
  const sizes = () => {
    const scale = Math.min(innerHeight / 800, Math.max(innerWidth / 1280, 0.55));
    const range = (isLarge ? [30, 52] : [17, 34]).map(size => size * scale);
    // On a projector code is never under 18 pixels (it is set at nine tenths): what does not fit is shown in turn, or scrolls.
    return innerWidth >= 1024 ? [Math.max(20, range[0]), range[1]] : range;
  };

  const overflows = slide => [slide, ...slide.querySelectorAll("figure, pre:not(.said), .table, .cm-scroller")].some(part =>
    part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2);

  // The largest size that fits, or 0 if not even this least one does.
  function largest(slide, least) {
    let [low, high] = sizes();
    low = Math.max(low, least);
    const fits = size => {
      slide.style.setProperty("--size", size + "px");
      return !overflows(slide);
    };
    if (low > high || !fits(low)) return 0;
    for (let i = 0; i < 5; i++) {
      const size = (low + high) / 2;
      if (fits(size)) low = size;
      else high = size;
    }
    fits(low);
    return low;
  }

  // Code above its output or beside it, its long lines whole or broken: whichever lets the type be larger.
  // Whole lines are easier to read, so breaking them must pay. What fits in no way is broken and scrolls.
  function fit(slide) {
    slide.classList.remove("in-turn");
    const canSit = innerWidth > 900 && slide.querySelector(":scope > figure.code + figure.output, :scope > blockquote ~ figure.code") !== null;
    const use = way => {
      slide.classList.toggle("side", way.side);
      slide.classList.toggle("wrap", way.wrap);
      slide.classList.toggle("two-up", way.columns === true);
    };
    let best = { side: canSit, wrap: true, size: sizes()[0], worth: 0 };
    for (const wrap of [false, true]) {
      for (const side of canSit ? [false, true] : [false]) {
        const way = { side, wrap };
        const factor = wrap ? 0.75 : 1;
        use(way);
        way.size = largest(slide, best.worth / factor);
        way.worth = way.size * factor;
        if (way.worth > best.worth) best = way;
      }
    }
    use(best);
    slide.style.setProperty("--size", best.size + "px");
    if (best.worth > 0) return;
    // No way shows it all: the output takes the code's place when its turn comes, and long code stands in two columns.
    if (hasTurn(slide)) slide.classList.add("in-turn");
    for (const way of [{ wrap: false }, { wrap: true }, { wrap: true, columns: true }]) {
      use({ side: false, ...way });
      if (largest(slide, 0)) return;
    }
    use(best);
    slide.style.setProperty("--size", best.size + "px");
  }

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

  function show(index, isBack = false) {
    slides[now]?.classList.remove("now", "covered", "in-turn", "two-up");
    now = Math.max(0, Math.min(slides.length - 1, index));
    const slide = slides[now];
    body.classList.add("slides");
    slide.classList.add("now");
    slide.classList.toggle("covered", hasTurn(slide) && !isBack);
    const heading = lastHeading(slide);
    if (heading) slide.dataset.heading = heading;
    if (slide.matches("[data-steps]")) book.openSteps(slide);
    fit(slide);
    for (const part of parts()) part.scrollTop = 0;
    number.textContent = `${now + 1} / ${slides.length}`;
    document.querySelector(".slide-title").textContent = above(slide);
    hint();
    document.querySelector("[data-do=large]").setAttribute("aria-pressed", isLarge);
    const hash = "#slide=" + (now + 1);
    if (location.hash !== hash) history.replaceState(null, "", hash);
    document.dispatchEvent(new Event("slide"));
  }

  // Null while reading.
  book.projected = () => body.classList.contains("slides") ? { slides, now } : null;

  book.showSlide = index => show(index - 1);

  function go(by) {
    const slide = slides[now];
    if (by > 0 && slide.classList.contains("covered")) return uncover(slide);
    if (slide.advance?.(by)) return;
    const target = now + by;
    const page = document.querySelector(`.pager [rel=${by > 0 ? "next" : "prev"}]`);
    if (slides[target]) show(target, by < 0);
    else if (page) location.href = page.href + (by > 0 ? "#slide=1" : "#slide=last");
  }

  function uncover(slide) {
    slide.classList.remove("covered");
    if (slide.classList.contains("in-turn")) fit(slide);
    hint();
    document.dispatchEvent(new Event("slide"));
  }

  book.leaveSlides = () => {
    if (!body.classList.contains("slides")) return;
    body.classList.remove("slides");
    slides[now].classList.remove("now", "side", "wrap", "covered", "in-turn", "two-up");
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
    show(now);
  };

  // What does not fit is read to its end before the next slide comes: the slide itself, or the code beside its output.
  const below = part => part.scrollHeight - part.clientHeight - part.scrollTop;
  const parts = () => [slides[now], ...slides[now].querySelectorAll(":scope > figure")];
  const page = by => {
    const part = parts().find(part => (by > 0 ? below(part) : part.scrollTop) > 4);
    if (part && !(slides[now].matches("[data-steps]"))) part.scrollBy({ top: by * part.clientHeight * 0.8, behavior: "instant" });
    else go(by);
  };
  const hint = () => { document.querySelector(".slide-more").hidden = !parts().some(part => below(part) > 4); };
  document.addEventListener("scroll", hint, true);

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
    if (index >= 0) show(index);
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

  function open() {
    const asked = /^#slide=(\d+|last)$/.exec(location.hash)?.[1];
    if (asked && slides.length) show(asked === "last" ? slides.length - 1 : asked - 1);
    else if (book.projected() && location.hash) find(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    else if (!location.hash && document.documentElement.dataset.open === "slides") show(0);
  }
  addEventListener("hashchange", open);
  function refit() {
    if (!body.classList.contains("slides")) return;
    fit(slides[now]);
    hint();
  }
  addEventListener("resize", refit);
  addEventListener("toggle", event => slides[now]?.contains(event.target) && refit(), true);
  // A button that was clicked keeps the focus, and with it the space bar.
  document.querySelector(".slide-bar").addEventListener("click", () => document.activeElement.blur());
  open();
}
