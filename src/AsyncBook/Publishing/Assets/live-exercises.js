// The exercises of a live page: what is written goes into the notebook, is checked there, and is asked about where two wrote at once.
"use strict";
{
  const { make, button, heard } = live;
  const answerOf = exercise => live.list().find(cell => cell.exercise === exercise);

  live.saveSoon = (cell, value) => {
    clearTimeout(cell.saving);
    if (cell.saved !== null && value !== cell.saved) cell.saving = setTimeout(() => save(cell), 800);
  };

  function save(cell) {
    clearTimeout(cell.saving);
    if (cell.saved === null || cell.editor.text === cell.saved) return;
    cell.saved = cell.editor.text;
    live.send({ type: "save", exercise: cell.exercise, source: cell.saved, base: cell.hash });
  }
  addEventListener("pagehide", () => { for (const cell of live.cells.values()) if (cell.exercise) save(cell); });

  // While two texts wait for a choice there is no answer to judge.
  const isAsked = cell => cell.section.querySelector(".live-conflict") !== null;
  const askFirst = cell => live.say(`练习 ${cell.exercise} 有两份，先选一份，再检查。`);

  function handIn(cell) {
    clearTimeout(cell.saving);
    cell.saved = cell.ran = cell.editor.text;
    return { source: cell.saved, base: cell.hash };
  }

  live.check = cell => {
    if (!cell.exercise) return;
    if (!live.isReady) return live.say(live.notYet);
    if (isAsked(cell)) return askFirst(cell);
    live.send({ type: "check", exercise: cell.exercise, ...handIn(cell) });
  };

  // What a check is to judge when it runs as a cell among others; null: it cannot judge now.
  live.answerFor = check => {
    const cell = answerOf(check.checks);
    if (!cell) return undefined;
    if (!isAsked(cell)) return handIn(cell);
    askFirst(cell);
    return null;
  };

  live.resetAnswer = cell => {
    clearTimeout(cell.saving);
    live.send({ type: "reset", exercise: cell.exercise });
  };

  live.judged = (id, state, words) => {
    const cell = answerOf(id);
    if (!cell) return;
    cell.section.dataset.exerciseState = state;
    const place = cell.section.querySelector(".live-verdict");
    // The check's own words begin with the state, too.
    place.replaceChildren(make("b", { textContent: live.states[state] ?? state }), words ? " " + words.replace(/^(通过|还不对|未完成)：/, "") : "");
    place.className = "live-verdict " + state;
    if (state === "not-yet" || state === "passed") live.openAnswer(id);
  };

  // A check was run by itself: with something of one's own in the answer that is an attempt.
  live.triedAnswer = exercise => {
    const stub = live.exercises.get(exercise)?.stub;
    if (stub !== undefined && answerOf(exercise)?.editor.text.trimEnd() !== stub.trimEnd()) live.openAnswer(exercise);
  };

  // The text of a cell that is an exercise as the server has it.
  live.greetAnswer = (cell, source) => {
    const isFirst = cell.saved === null;
    cell.hash = live.exercises.get(cell.exercise)?.hash;
    if (isFirst || cell.editor.text === cell.saved) {
      cell.saved = source;
      cell.editor.text = source;
    } else if (source !== cell.saved) heard.disk({ exercise: cell.exercise, source, hash: cell.hash });
  };

  heard.exercise = message => {
    const cell = answerOf(message.id);
    if (!cell) return;
    cell.hash = message.hash;
    cell.saved ??= cell.editor.text;
    live.judged(message.id, message.state, message.text);
    if (message.source !== undefined) {
      cell.saved = message.source;
      cell.editor.text = message.source;
      if (message.state === "begun-not") cell.out.replaceChildren();
    }
    cell.source = cell.saved;
    live.changed(cell, cell.editor.text);
    live.showProgress();
  };

  heard.conflict = message => {
    const cell = answerOf(message.exercise);
    const mine = cell.editor.text;
    cell.hash = message.hash;
    const resolve = keep => () => {
      box.remove();
      if (keep === "disk") cell.editor.text = message.disk;
      cell.saved = cell.editor.text;
      live.send({ type: "resolve", exercise: message.exercise, keep, source: mine });
    };
    cell.section.querySelector(".live-conflict")?.remove();
    const box = make("div", { className: "live-conflict" },
      make("p", { textContent: "这个练习在别处也改过。两份都会留着：没选的那一份收进文件。" }),
      make("details", { open: true }, make("summary", { textContent: "磁盘上的" }), make("pre", { textContent: message.disk })),
      button("用这里的", "", resolve("mine")), button("用磁盘上的", "", resolve("disk")));
    box.setAttribute("role", "alert");
    cell.saved = null;
    cell.section.querySelector(".live-acts").after(box);
  };

  heard.disk = message => {
    const cell = answerOf(message.exercise);
    if (!cell) return;
    if (cell.editor.text === message.source) {
      cell.saved = message.source;
      cell.hash = message.hash;
    } else if (cell.saved !== null && cell.editor.text === cell.saved) {
      cell.hash = message.hash;
      cell.saved = cell.source = message.source;
      cell.editor.text = message.source;
      live.say(`练习 ${message.exercise} 在别处改过，这里换成了新的。${message.text ?? ""}`);
    } else heard.conflict({ exercise: message.exercise, disk: message.source, hash: message.hash });
  };
}
