// The live book. Here: how far one is with the exercises of each page, in the contents and on the start page. The other live-*.js hang on `live`, too.
"use strict";
const live = {
  cells: new Map(),
  exercises: new Map(),
  // What is done with each kind of message that the server sends.
  heard: {},
  states: { "begun-not": "未完成", begun: "动手了，还没检查", "not-yet": "还不对", passed: "✓ 通过" },
  make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  },
  button: (words, title, run) => live.make("button", { type: "button", textContent: words, title, onclick: run }),
};

// Of all exercises of a page: what is wrong is said before what is missing.
live.progressOf = states => {
  const passed = states.filter(state => state === "passed").length;
  if (passed === states.length) return ["passed", "✓ 练习通过"];
  if (states.includes("not-yet")) return ["not-yet", `练习 ${passed}/${states.length}，还不对`];
  if (states.every(state => state === "begun-not")) return ["begun-not", `练习 ${states.length} 个，未完成`];
  return ["begun", `练习 ${passed}/${states.length}，未完成`];
};

live.showProgress = async () => {
  // Whoever leaves the page breaks it off; that there is no server, the page says by itself.
  const answer = await fetch("/progress.json").catch(error => console.info("progress.json: " + error.message));
  if (!answer?.ok) return;
  const pages = Map.groupBy((await answer.json()).exercises, exercise => exercise.page);
  for (const link of document.querySelectorAll(".contents a[href], .cards a[href]")) {
    const exercises = pages.get(decodeURIComponent(new URL(link.href).pathname.slice(1)));
    if (!exercises || link.hash) continue;
    link.parentElement.querySelector(":scope > .live-progress")?.remove();
    const [state, words] = live.progressOf(exercises.map(exercise => exercise.state));
    link.after(live.make("span", {
      className: "note live-progress " + state,
      textContent: words,
      title: exercises.map(exercise => `${exercise.id}：${live.states[exercise.state]}`).join("\n"),
    }));
  }
};
live.showProgress();
addEventListener("pageshow", event => { if (event.persisted) live.showProgress(); });
