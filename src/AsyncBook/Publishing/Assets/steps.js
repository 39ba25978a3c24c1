// The player: where each task stands, who holds which thread, what waits on what, the queue, the timers, the output; one sentence a step that says why now (replay.js).
"use strict";
{
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const modes = { running: ["▶", "在跑"], calling: ["↳", "在调用"], suspended: ["‖", "停在 await"], ready: ["⋯", "在排队"], done: ["✓", "做完了"], failed: ["✗", "抛出了异常"] };
  const colour = id => "t" + id % 8;
  const chip = (task, words = "") => {
    const [sign, meaning] = modes[task.mode];
    return make("span", { className: `chip ${colour(task.id)} ${task.mode}`, title: `${task.name}：${meaning}` }, `${sign} ${task.name}${words}`);
  };

  // Lines as the page already shows them, in its colours; else as plain text.
  function codeLines(place, part) {
    const plain = part.code.split("\n");
    const figure = part.label === "C#" ? place.closest(".cell").querySelector("figure.code code") : null;
    const coloured = figure?.innerHTML.split("\n") ?? [];
    return plain.map((text, index) => {
      const code = make("code");
      if (coloured.length === plain.length) code.innerHTML = coloured[index];
      else code.textContent = text;
      const line = make("li", {}, code, make("span", { className: "marks" }));
      return line;
    });
  }

  function strip(part) {
    const shown = part.steps.map((step, index) => ({ step, index })).filter(({ step }) => !["line", "timer"].includes(step.kind));
    const most = 24;
    return make("ol", { className: "strip" }, ...shown.slice(0, most).map(({ index }) => make("li", { textContent: bookReplay(part, index + 1).why })),
      ...(shown.length > most ? [make("li", { textContent: `……（还有 ${shown.length - most} 步）` })] : []));
  }

  function controls(label, ...children) {
    const bar = make("div", { className: "controls" }, ...children);
    bar.dataset.label = label;
    return bar;
  }

  function pane(place, part) {
    const total = part.steps.length;
    const lines = codeLines(place, part);
    const list = make("ol", { className: "code-lines", tabIndex: 0, ariaLabel: `${part.label} 代码` }, ...lines);
    const why = make("p", { className: "why" });
    why.setAttribute("aria-live", "polite");
    const facts = Object.fromEntries(["线程", "在等", "队列", "定时器"].map(label => [label, make("dd")]));
    const said = make("pre", { className: "said", tabIndex: 0, role: "region", ariaLabel: `${part.label} 到现在的输出` });
    const slider = make("input", { type: "range", min: 1, max: total, value: 1, ariaLabel: `${part.label} 第几步` });
    const number = make("output");
    const button = (label, text, action) => make("button", { type: "button", ariaLabel: `${part.label} ${label}`, title: label, textContent: text, onclick: action });
    const play = button("自动走", "▷", () => toggle());
    const lanes = window.bookLanes(part, step => { stop(); show(step); });
    let now = 1;
    let timer = null;

    function show(step) {
      now = Math.max(1, Math.min(total, step));
      const state = bookReplay(part, now);
      // Whose turn will come waits for nothing any more.
      const isQueued = task => state.queue.includes(task.id);
      const mark = (task, words) => chip(isQueued(task) ? { ...task, mode: "ready" } : task, words);
      for (const line of lines) { line.className = ""; line.lastChild.replaceChildren(); }
      for (const task of state.tasks.values()) {
        const line = lines[task.line - 1];
        if (!line || task.mode === "done" || task.mode === "failed" || task.mode === "ready") continue;
        line.classList.add("at-line", ...(task.mode === "running" ? ["runs", colour(task.id)] : []));
        line.lastChild.append(mark(task));
      }
      const shown = state.step.line ? lines[state.step.line - 1] : null;
      if (shown && list.scrollHeight > list.clientHeight) list.scrollTop = shown.offsetTop - list.clientHeight / 2;
      why.textContent = state.why;
      lanes.show(now);
      const threads = [...state.threads].map(([thread, held]) => make("span", { className: "thread" }, `${thread}：`, ...(held.length ? held.map(id => mark(state.tasks.get(id))).reverse() : ["空着"])));
      facts.线程.replaceChildren(...threads);
      const suspended = [...state.tasks.values()].filter(task => task.mode === "suspended" && !isQueued(task));
      facts.在等.replaceChildren(...suspended.map(task => chip(task, task.on ? ` → ${state.tasks.get(task.on)?.name ?? part.tasks.find(other => other.id === task.on)?.name}` : task.text ? ` → ${task.text}` : "")));
      facts.队列.replaceChildren(...state.queue.map(id => chip({ name: part.tasks.find(other => other.id === id)?.name ?? "回调", ...state.tasks.get(id), id, mode: "ready" })));
      facts.定时器.replaceChildren(...state.timers.map(timer => make("span", { className: `chip ${colour(timer.task)}`, textContent: `◔ ${part.tasks.find(task => task.id === timer.task)?.name ?? ""} ${timer.text}` })));
      for (const fact of Object.values(facts)) if (!fact.childNodes.length) fact.append("—");
      said.textContent = state.out.join("\n") || " ";
      said.scrollTop = said.scrollHeight;
      slider.value = now;
      slider.setAttribute("aria-valuetext", `第 ${now} 步，共 ${total} 步`);
      number.textContent = `${now} / ${total} · ${Math.round(state.step.t)} ms`;
      if (now === total) stop();
    }
    function stop() {
      clearInterval(timer);
      timer = null;
      play.textContent = "▷";
    }
    function toggle() {
      if (timer) return stop();
      if (now === total) show(1);
      timer = setInterval(() => show(now + 1), 900);
      play.textContent = "‖";
    }
    slider.oninput = () => { stop(); show(+slider.value); };
    const move = by => { stop(); const can = now + by >= 1 && now + by <= total; if (can) show(now + by); return can; };
    const root = make("section", { className: "pane", ariaLabel: `${part.label} 的步子` },
      make("h4", { textContent: part.label }),
      controls(part.label, button("上一步", "◀", () => move(-1)), button("下一步", "▶", () => move(1)), play, slider, number),
      why, lanes.picture, list,
      make("dl", { className: "facts" }, ...Object.entries(facts).map(([label, fact]) => make("div", {}, make("dt", { textContent: label }), fact))),
      make("div", { className: "said-box" }, make("span", { className: "note", textContent: "到现在的输出" }), said),
      ...(part.more ? [make("p", { className: "note", textContent: `后面还有 ${part.more} 步，没有放进书里。` })] : []),
      strip(part));
    show(1);
    return Object.assign(root, { move, toggle, show, total });
  }

  window.bookPlayer = (place, parts) => {
    const panes = parts.map(part => pane(place, part));
    let active = panes[0];
    const activate = pane => {
      active = pane;
      for (const other of panes) other.classList.toggle("active", other === pane && panes.length > 1);
    };
    for (const pane of panes) pane.addEventListener("pointerdown", () => activate(pane));
    for (const pane of panes) pane.addEventListener("focusin", () => activate(pane));
    const player = make("div", { className: "player", tabIndex: -1 }, ...panes);
    player.setAttribute("role", "group");
    player.setAttribute("aria-label", "逐步看：左右键走，空格自动走");
    const keys = { ArrowRight: () => active.move(1), ArrowLeft: () => active.move(-1), " ": () => active.toggle(), Home: () => active.show(1), End: () => active.show(active.total) };
    player.addEventListener("keydown", event => {
      if (document.body.classList.contains("slides") || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
      // The slider and the buttons have their own way with these keys.
      if (event.target.matches("input") || (event.key === " " && event.target.matches("button"))) return event.stopPropagation();
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    });
    // One language after the other; true while there was a step to take.
    player.advance = by => {
      if (active.move(by)) return true;
      const other = panes[panes.indexOf(active) + by];
      if (!other) return false;
      activate(other);
      return true;
    };
    activate(panes[0]);
    return player;
  };
}
