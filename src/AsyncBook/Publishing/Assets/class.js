// What the class believes: the answer files that are dropped here, merged question by question. They are read in this browser and go nowhere.
"use strict";
{
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const questions = window.bookQuestions;
  const byId = new Map(questions.map(question => [question.id, question]));
  const learners = new Map();
  const drop = document.querySelector("#class-drop");
  const faults = document.querySelector("#class-faults");

  function parse(name, text) {
    let data;
    try { data = JSON.parse(text); } catch { throw new Error(`${name} 不是 JSON 文件`); }
    if (data?.format !== "asyncbook-answers" || typeof data.answers !== "object" || data.answers === null) throw new Error(`${name} 不是从书里导出的答案`);
    if (data.version !== 1) throw new Error(`${name} 是另一版书的答案（版本 ${data.version}）`);
    const answers = {};
    for (const [id, answer] of Object.entries(data.answers)) {
      if (byId.has(id) && typeof answer?.guess === "string") answers[id] = answer.guess;
    }
    return { learner: String(data.learner ?? name), answers };
  }

  async function read(files) {
    faults.replaceChildren();
    for (const file of files) {
      try {
        const { learner, answers } = parse(file.name, await file.text());
        learners.set(learner, answers);
      } catch (error) {
        faults.append(make("li", { textContent: error.message }));
      }
    }
    show();
  }

  function misconception(number, whole = false) {
    const place = window.bookMisconceptions[number];
    return place ? make("a", { href: place.href, title: place.heading, textContent: whole ? place.heading : `误解 ${number}` }) : `误解 ${number}`;
  }

  function bar(label, count, total, isRight, numbers) {
    const share = total ? count / total : 0;
    const fill = make("span", { className: "fill" });
    fill.style.width = `${share * 100}%`;
    const text = make("span", { className: "text" }, label);
    if (isRight) text.append(make("b", { textContent: " ✓" }));
    for (const number of numbers) text.append(" ", misconception(number));
    return make("div", { className: isRight ? "bar-row is-right" : "bar-row" }, fill, text, make("span", { className: "count", textContent: `${count} 人，${Math.round(share * 100)}%` }));
  }

  function tally(question) {
    const counts = new Map();
    for (const answers of learners.values()) {
      const guess = answers[question.id];
      if (guess !== undefined) counts.set(guess, (counts.get(guess) ?? 0) + 1);
    }
    return counts;
  }

  function show() {
    document.querySelector("#class-count").textContent = learners.size ? `${learners.size} 个人的答案。` : "还没有文件。";
    const believed = new Map();
    const blocks = [];
    for (const question of questions) {
      const counts = tally(question);
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (!total) continue;
      const order = question.answer.includes(" ");
      const rows = order
        ? [...new Set([question.answer, ...[...counts].sort((a, b) => b[1] - a[1]).map(([guess]) => guess)])].map(guess => ({ guess, label: guess, numbers: [] }))
        : question.choices.map(choice => ({ guess: choice.letter, label: `${choice.letter}. ${choice.text}`, numbers: choice.misconceptions }));
      for (const row of rows) {
        for (const number of row.numbers) believed.set(number, (believed.get(number) ?? 0) + (counts.get(row.guess) ?? 0));
      }
      const right = counts.get(question.answer) ?? 0;
      const block = make("section", { className: "class-question" },
        make("h2", {}, make("a", { href: question.href, textContent: `${question.id}　${question.title}` })),
        make("p", { textContent: question.question }),
        ...(order ? [make("p", { className: "note", textContent: question.choices.map(choice => `${choice.letter}. ${choice.text}`).join("　") })] : []),
        ...rows.map(row => bar(row.label, counts.get(row.guess) ?? 0, total, row.guess === question.answer, row.numbers)));
      block.dataset.id = question.id;
      blocks.push({ block, share: right / total });
    }
    blocks.sort((a, b) => a.share - b.share);
    document.querySelector("#class-questions").replaceChildren(...blocks.map(({ block }) => block));
    const most = [...believed].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]).slice(0, 5);
    document.querySelector("#class-misconceptions").replaceChildren(...(most.length
      ? [make("h2", { textContent: "全班最信的误解" }), make("ol", {}, ...most.map(([number, count]) => make("li", {}, misconception(number, true), `：选了 ${count} 次`)))]
      : []));
  }

  document.querySelector("#class-files").addEventListener("change", event => read([...event.target.files]));
  for (const name of ["dragover", "dragleave", "drop"]) {
    addEventListener(name, event => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop") read([...event.dataTransfer.files]);
    });
  }
}
