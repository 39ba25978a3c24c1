// The live book: every code cell an editor with a kernel behind it. Loaded only where a server made the page, after the live-*.js it is made of.
"use strict";
live.heard.hello = message => {
  for (const found of message.exercises) {
    live.exercises.set(found.id, found);
    live.judged(found.id, found.state, found.verdict);
  }
  for (const facts of message.cells) {
    const cell = live.cells.get(facts.id);
    if (!cell) continue;
    const before = cell.source;
    cell.source = facts.source;
    if (cell.exercise) live.greetAnswer(cell, facts.source);
    else if (cell.editor.text === before) cell.editor.text = live.recall(cell) ?? facts.source;
    live.changed(cell, cell.editor.text);
  }
  live.heard.services(message);
  live.isReady = true;
  if (live.isGone) live.hush();
  live.isGone = false;
  for (const cell of live.list()) if (["waiting", "running"].includes(cell.section.dataset.state)) cell.section.dataset.state = "idle";
  live.makeAllLater();
};

live.addAll();
live.holdAll();
live.lockAll();
live.connect();
