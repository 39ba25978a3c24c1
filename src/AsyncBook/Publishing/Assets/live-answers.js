// Hints open one by one; the answer of an exercise opens after one's own was checked once, or by choice.
"use strict";
{
  const { make, button } = live;
  const places = (name, exercise) => [...document.querySelectorAll(`[data-${name}="${CSS.escape(exercise)}"]`)];
  const key = exercise => "answer:" + exercise;

  function lock(exercise) {
    if (book.recall(key(exercise))) return;
    for (const place of places("solution", exercise)) {
      for (const details of place.querySelectorAll("details")) details.hidden = true;
      const ask = make("p", { className: "live-locked" }, "检查过一次你写的，参考答案就在这里。 ",
        button("现在就看", "不等检查，打开参考答案", () => {
          live.openAnswer(exercise);
          const details = place.querySelector("details");
          details.open = true;
          details.querySelector("summary").focus();
        }));
      const slide = place.querySelector(":scope > .slide") ?? place;
      slide.append(ask);
    }
  }

  live.openAnswer = exercise => {
    book.remember(key(exercise), "yes");
    for (const place of places("solution", exercise)) {
      place.querySelector(".live-locked")?.remove();
      for (const details of place.querySelectorAll("details")) details.hidden = false;
    }
  };

  function inTurn(exercise) {
    const hints = places("hint", exercise).flatMap(place => [...place.querySelectorAll("details")]);
    for (const [index, hint] of hints.entries()) {
      if (index + 1 === hints.length) continue;
      hints[index + 1].hidden = true;
      hint.addEventListener("toggle", () => { if (hint.open) hints[index + 1].hidden = false; });
    }
  }

  live.lockAll = () => {
    for (const cell of live.cells.values()) {
      if (!cell.exercise) continue;
      lock(cell.exercise);
      inTurn(cell.exercise);
    }
  };
}
