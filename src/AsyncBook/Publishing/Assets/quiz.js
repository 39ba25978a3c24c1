// Predictions as quizzes: first the guess, then what is right and why. Answers stay in this browser until they are exported.
"use strict";
{
  const key = "quiz";
  const load = () => { try { return JSON.parse(book.recall(key)) ?? {}; } catch { return {}; } };
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // { id: { guess: "B", right: true } }, the first guess only: a second one has seen the answer.
  const answers = load();
  function keep(id, guess, right) {
    answers[id] ??= { guess, right };
    book.remember(key, JSON.stringify({ ...load(), [id]: answers[id] }));
  }

  // Whether a question was answered in this browser.
  book.guessed = id => answers[id] !== undefined;

  function verdict(section, details, guess) {
    const answer = section.dataset.answer;
    const right = guess === answer;
    section.classList.add(right ? "right" : "wrong");
    const place = section.querySelector(".verdict");
    const words = right ? "猜对了。" : `你猜的是 ${guess}，答案是 ${answer}。`;
    place.replaceChildren(make("b", { textContent: (right ? "✓ " : "✗ ") + words }));
    const order = section.dataset.kind === "order";
    for (const why of details.querySelectorAll("[data-why]")) why.classList.toggle("yours", !order && why.dataset.why === guess);
    const mine = !right && !order && details.querySelector(`[data-why="${guess}"]`);
    if (mine) place.append(make("p", {}, ...[...mine.childNodes].map(node => node.cloneNode(true))));
    const steps = section.dataset.of && document.querySelector(`[id="${CSS.escape(section.dataset.of)}"] [data-steps]`);
    if (!right && steps) {
      const offer = make("button", { type: "button", textContent: "逐步看它怎么跑" });
      offer.onclick = () => { book.leaveSlides?.(); book.openSteps?.(steps); };
      place.append(offer);
    }
    details.hidden = false;
    details.open = true;
    for (const button of section.querySelectorAll(".choice")) {
      if (!order) {
        button.classList.toggle("is-right", button.dataset.letter === answer);
        button.classList.toggle("is-guess", button.dataset.letter === guess);
        button.setAttribute("aria-pressed", button.dataset.letter === guess);
      }
      button.disabled = true;
    }
    for (const control of section.querySelectorAll(".quiz-only")) control.hidden = true;
    section.querySelector(".again").hidden = false;
    dispatchEvent(new Event("resize"));
  }

  function letters(items, pick) {
    return items.map(item => {
      const text = make("span", { className: "text" }, ...item.childNodes);
      const button = make("button", { type: "button", className: "choice" }, make("b", { textContent: item.dataset.choice, className: "letter" }), text);
      button.dataset.letter = item.dataset.choice;
      const mark = text.firstChild;
      if (mark?.nodeType === Node.TEXT_NODE) mark.data = mark.data.replace(/^\s*[A-Z]\. /, "");
      button.setAttribute("aria-pressed", "false");
      button.onclick = () => pick(button);
      item.replaceChildren(button);
      return button;
    });
  }

  function ask(section) {
    const details = section.querySelector("details");
    const items = [...section.querySelectorAll("[data-choice]")];
    const list = items[0]?.parentElement;
    if (!details || !list) return;
    const place = make("div", { className: "verdict" });
    place.setAttribute("role", "status");
    const again = make("button", { type: "button", className: "again", textContent: "再猜一次", hidden: true });
    list.classList.add("choices");
    list.after(place);
    details.after(again);
    const id = section.dataset.quiz;
    let picked = [];
    let buttons;
    const done = guess => {
      keep(id, guess, guess === section.dataset.answer);
      section.dispatchEvent(new Event("guess", { bubbles: true }));
      verdict(section, details, guess);
    };
    const showOrder = () => {
      for (const button of buttons) {
        const at = picked.indexOf(button.dataset.letter);
        button.setAttribute("aria-pressed", at >= 0);
        button.querySelector(".letter").textContent = at >= 0 ? at + 1 : button.dataset.letter;
      }
    };
    if (section.dataset.kind === "order") {
      list.before(make("p", { className: "quiz-only hint", textContent: "按先后一行一行地点；再点一次就取消。" }));
      buttons = letters(items, button => {
        const letter = button.dataset.letter;
        picked = picked.includes(letter) ? picked.filter(other => other !== letter) : [...picked, letter];
        showOrder();
        if (picked.length === items.length) done(picked.join(" "));
      });
    } else {
      buttons = letters(items, button => done(button.dataset.letter));
    }
    const reset = () => {
      picked = [];
      section.classList.remove("right", "wrong");
      place.replaceChildren();
      details.open = false;
      details.hidden = true;
      again.hidden = true;
      for (const control of section.querySelectorAll(".quiz-only")) control.hidden = false;
      for (const button of buttons) {
        button.disabled = false;
        button.classList.remove("is-right", "is-guess");
        button.setAttribute("aria-pressed", "false");
        button.querySelector(".letter").textContent = button.dataset.letter;
      }
      dispatchEvent(new Event("resize"));
    };
    again.onclick = reset;
    reset();
    if (answers[id]) {
      if (section.dataset.kind === "order") { picked = answers[id].guess.split(" "); showOrder(); }
      verdict(section, details, answers[id].guess);
    }
    // A slide shows the choices by number too.
    section.guess = number => { const button = buttons[number - 1]; if (button && !button.disabled) button.click(); };
  }

  for (const section of document.querySelectorAll("[data-quiz]")) ask(section);

  // On paper the answers stay folded away in their place: they are opened with all the others.
  addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("[data-quiz] details[hidden]")) { details.hidden = false; details.dataset.unasked = ""; } });
  addEventListener("afterprint", () => { for (const details of document.querySelectorAll("[data-unasked]")) { details.hidden = true; delete details.dataset.unasked; } });

  // The contents say how many were answered.
  for (const note of document.querySelectorAll("[data-questions]")) {
    const ids = note.dataset.questions.split(" ");
    const known = ids.filter(id => answers[id]);
    if (known.length) note.textContent = `先猜：${known.length} / ${ids.length} 题，猜对 ${known.filter(id => answers[id].right).length}`;
    if (known.length === ids.length) note.classList.add("all");
  }
  const total = document.querySelector("#quiz-total");
  if (total) {
    const all = [...document.querySelectorAll("[data-questions]")].flatMap(note => note.dataset.questions.split(" "));
    const known = all.filter(id => answers[id]);
    total.textContent = `先猜：答了 ${known.length} / ${all.length} 题，第一次就猜对 ${known.filter(id => answers[id].right).length} 题。`;
    total.insertAdjacentElement("afterend", Object.assign(document.createElement("progress"), { max: all.length, value: known.length, ariaLabel: "答了几题" }));
  }

  // Who exports twice is still one learner.
  function learner() {
    const known = book.recall("learner");
    if (known) return known;
    const made = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("");
    book.remember("learner", made);
    return made;
  }

  book.actions.export = () => {
    const text = JSON.stringify({ format: "asyncbook-answers", version: 1, learner: learner(), answers: load() }, null, 1) + "\n";
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: `asyncbook-答案-${learner().slice(0, 4)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  book.actions.forget = () => {
    if (!confirm("忘掉这个浏览器里所有“先猜”的答案？")) return;
    book.remember(key, "{}");
    book.remember("skipped", "[]");
    location.reload();
  };
}
