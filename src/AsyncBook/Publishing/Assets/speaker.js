// What the presenter's window (presenter.js) is told of a presentation, and does with it.
"use strict";
{
  let presenter = null;

  const html = part => {
    const copy = part.cloneNode(true);
    for (const script of copy.querySelectorAll("button, input")) script.disabled = true;
    for (const fold of copy.querySelectorAll("details")) fold.open = true;
    copy.hidden = false;
    if (part.matches("figure")) for (const off of [copy, ...copy.querySelectorAll(".off")]) off.classList.remove("off");
    copy.style.removeProperty("--size");
    return copy.outerHTML;
  };
  const note = (title, parts) => parts.length ? `<h3>${title}</h3>${parts.map(html).join("")}` : "";

  // What is folded or covered on the slide, and what is folded elsewhere in its cell.
  function notes(slide) {
    const folded = [...(slide.closest(".cell") ?? slide).querySelectorAll("details")].filter(fold => !fold.parentElement.closest("details, [data-steps]"));
    const covered = slide.matches(".covered") || slide.querySelector(":scope > :not(.off) ~ figure.output.off") ? [...slide.querySelectorAll("figure.output")] : [];
    return note("输出", covered) + note("折起来的：答案、提示", folded) || "<p>没有。</p>";
  }

  function send() {
    const shown = book.projected?.();
    if (!presenter || !shown) return;
    const { slides, now, ahead } = shown;
    presenter.postMessage({
      asyncbook: "slide",
      now: html(slides[now]),
      next: ahead(html) ?? (slides[now + 1] ? html(slides[now + 1]) : "<p>这一节到这里结束。</p>"),
      notes: notes(slides[now]),
      number: `${now + 1} / ${slides.length}`,
      place: document.querySelector(".slide-title").textContent,
    }, "*");
  }

  book.actions.presenter = () => {
    if (!book.projected()) book.actions.slides();
    presenter = open(book.root + "presenter.html", "asyncbook-presenter", "popup,width=1100,height=760");
  };
  book.projecting.p = book.actions.presenter;

  addEventListener("message", event => {
    if (event.origin !== window.origin || event.data?.asyncbook !== "presenter" || !book.projected()) return;
    presenter = event.source;
    if (event.data.go) book.actions[event.data.go > 0 ? "forward" : "back"]();
    send();
  });
  document.addEventListener("slide", send);
}
