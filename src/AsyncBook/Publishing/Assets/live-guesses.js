// Predictions come before the run button of their cell: guess first, or skip. What runs many cells does not wait.
"use strict";
{
  const { make, button } = live;
  const key = "skipped";
  const skipped = () => { try { return JSON.parse(book.recall(key)) ?? []; } catch { return []; } };
  const isOpen = quiz => !book.guessed(quiz.dataset.quiz) && !skipped().includes(quiz.dataset.quiz);
  const questions = cell => [...document.querySelectorAll(`[data-quiz][data-of="${CSS.escape(cell.id)}"]`)];

  live.isHeld = cell => cell.section.classList.contains("live-held");

  function show(cell) {
    const isHeld = !cell.wasSeen && questions(cell).some(isOpen);
    for (const quiz of questions(cell)) {
      const way = quiz.querySelector(".live-skip") ?? addSkip(cell, quiz);
      way.hidden = !isHeld || !isOpen(quiz);
    }
    if (isHeld === live.isHeld(cell)) return;
    cell.section.classList.toggle("live-held", isHeld);
    const run = cell.section.querySelector("[data-act=run]");
    cell.section.querySelector(".live-hold")?.remove();
    run.textContent = isHeld ? "▶ 跳过，直接运行" : "▶ 运行";
    if (isHeld) run.before(make("span", { className: "live-hold" }, button("先猜一猜", "到这一格的问题那里去", () => live.askGuess(cell)), " 或"));
    if (book.projected()) dispatchEvent(new Event("resize"));
  }

  // Beside the choices, too: who does not want to guess goes on from there.
  function addSkip(cell, quiz) {
    const way = button("跳过", "不猜，到这一格的代码那里去", () => {
      live.skip(cell);
      toRun(cell);
    });
    way.className = "live-skip";
    quiz.querySelector(".choices").after(way);
    return way;
  }

  const toRun = cell => {
    const slide = book.projected()?.slides.findIndex(slide => slide.parentElement === cell.section) ?? -1;
    if (slide >= 0) book.showSlide(slide + 1);
    cell.section.querySelector("[data-act=run]").focus();
  };

  live.skip = cell => {
    if (!live.isHeld(cell)) return;
    book.remember(key, JSON.stringify([...new Set([...skipped(), ...questions(cell).map(quiz => quiz.dataset.quiz)])]));
    show(cell);
  };

  // To the question, with the keyboard in its first choice.
  live.askGuess = cell => {
    const quiz = questions(cell).find(isOpen);
    const slide = book.projected()?.slides.findIndex(slide => quiz.contains(slide)) ?? -1;
    if (slide >= 0) book.showSlide(slide + 1);
    else quiz.scrollIntoView({ block: "center", behavior: "instant" });
    quiz.querySelector(".choice").focus({ preventScroll: true });
  };

  document.addEventListener("guess", event => {
    const cell = live.cells.get(event.target.dataset.of);
    if (!cell) return;
    const isByKeyboard = event.target.querySelector(".choice:focus-visible") !== null;
    show(cell);
    if (isByKeyboard && !book.projected()) cell.section.querySelector("[data-act=run]").focus({ preventScroll: true });
  });

  // Whoever ran it with others has seen what it says.
  live.seen = cell => {
    cell.wasSeen = true;
    show(cell);
  };

  live.holdAll = () => { for (const cell of live.cells.values()) show(cell); };
}
