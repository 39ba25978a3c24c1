// The cells of a live page: their code, what is run of it, what was changed.
"use strict";
{
  live.list = () => [...live.cells.values()];
  live.upTo = cell => live.list().slice(0, live.list().indexOf(cell) + 1).map(other => other.id);
  const next = cell => live.list()[live.list().indexOf(cell) + 1];
  const areAllAboveRun = cell => live.upTo(cell).slice(0, -1).every(id => live.cells.get(id).section.dataset.state === "done");
  // What a cell lacks that stands in one above it is no fault of it.
  const unknownNames = ["CS0103", "CS0246", "CS0234"];

  live.notYet = "还没有连上内核，等一下再运行。";

  live.run = (ids, trace = false) => {
    if (!live.isReady) return live.say(live.notYet);
    const texts = [];
    for (const id of ids) {
      const cell = live.cells.get(id);
      const answer = cell.checks ? live.answerFor(cell) : undefined;
      if (answer === null) continue;
      cell.wantsSteps = trace;
      cell.editor.show();
      cell.ran = cell.editor.text;
      cell.section.classList.remove("live-stale");
      texts.push({ id, source: cell.ran, answer });
    }
    if (texts.length > 0) live.send({ type: "run", cells: texts, trace });
  };

  // The keyboard waits for the guess; the button says that it skips it.
  function runByKey(cell) {
    if (live.isHeld(cell)) live.askGuess(cell);
    else live.run([cell.id]);
    return !live.isHeld(cell);
  }
  function runByButton(cell, ids, trace) {
    live.skip(cell);
    live.run(ids, trace);
  }

  // The compiler's own completion takes a second or more to wake up: it does while one looks where to write.
  let isAwake = false;
  function wake(cell) {
    if (isAwake || !live.isReady) return;
    isAwake = true;
    live.ask("complete", cell, "Console.", { line: 0, column: 8 });
    live.ask("signature", cell, "Console.WriteLine(", { line: 0, column: 18 });
  }
  // Another kernel sleeps again.
  live.fallsAsleep = () => { isAwake = false; };

  function add(section) {
    const id = section.dataset.cell;
    const figure = section.querySelector("figure.code");
    const pre = figure.querySelector("pre");
    const text = pre.textContent;
    const cell = { id, section, out: section.querySelector("[data-out]"), source: text, exercise: section.dataset.exercise, checks: section.dataset.checks, kept: `edit:${live.notebook}#${id}`, saved: null };
    live.cells.set(id, cell);
    const title = text.split("\n").find(line => line.startsWith("// "))?.slice(3) ?? id;
    cell.editor = live.editor(pre, {
      text, label: `代码：${title}`,
      changed: value => live.changed(cell, value),
      focused: () => wake(cell),
      run: () => runByKey(cell),
      runAndNext: () => { if (runByKey(cell)) next(cell)?.editor.focus(); },
      check: () => live.check(cell),
      ask: (kind, source, place) => live.ask(kind, cell, source, place),
      shows: mark => areAllAboveRun(cell) || !unknownNames.includes(mark.code),
    });
    figure.codeText = () => cell.editor.text;
    const acts = {
      run: () => runByButton(cell, [id]), trace: () => runByButton(cell, [id], true), above: () => runByButton(cell, live.upTo(cell)),
      stop: () => live.send({ type: "stop" }), check: () => live.check(cell), reset: () => reset(cell),
    };
    section.addEventListener("click", event => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  }

  live.changed = (cell, value) => {
    const isOther = value !== cell.source;
    cell.section.classList.toggle("live-changed", isOther);
    const button = cell.section.querySelector("[data-act=reset]");
    if (button) button.hidden = cell.exercise ? value.trimEnd() === live.exercises.get(cell.exercise)?.stub.trimEnd() : !isOther;
    if (cell.ran !== undefined) cell.section.classList.toggle("live-stale", value !== cell.ran);
    if (cell.exercise) live.saveSoon(cell, value);
    else if (isOther) book.remember(cell.kept, JSON.stringify({ text: value }));
    else localStorage.removeItem("asyncbook-" + cell.kept);
  };

  // What was changed here and is no answer stays in this browser.
  live.recall = cell => {
    try { return JSON.parse(book.recall(cell.kept))?.text; } catch { console.info("what was kept of " + cell.id + " cannot be read"); }
  };

  function reset(cell) {
    if (cell.exercise) live.resetAnswer(cell);
    else cell.editor.text = cell.source;
  }

  live.addAll = () => { for (const section of document.querySelectorAll("[data-cell]")) add(section); };
}
