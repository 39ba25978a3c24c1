// The player: where each task stands, who holds which thread, what waits on what, the queue, the timers, the output; one sentence a step that says why now.
"use strict";
{
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const modes = { running: ["▶", "在跑"], calling: ["↳", "在调用"], suspended: ["‖", "停在 await"], ready: ["⋯", "在排队"], done: ["✓", "做完了"], failed: ["✗", "抛出了异常"] };

  // The state after each step, by what the step says happened.
  function replay(part, count) {
    const names = new Map(part.tasks.map(task => [task.id, task.name]));
    const state = { tasks: new Map(), threads: new Map(), queue: [], timers: [], out: [], why: "" };
    const name = id => names.get(id) ?? "回调";
    // A task runs other bodies too: functions it calls that await nothing of their own.
    const isOther = step => step.text !== undefined && name(step.task).replace(/ #\d+$/, "") !== step.text;
    const drop = (list, id) => { const at = list.indexOf(id); if (at >= 0) list.splice(at, 1); return at; };
    const task = id => {
      if (!state.tasks.has(id)) state.tasks.set(id, { id, name: name(id), mode: "ready", line: null, thread: null, text: "", on: null });
      return state.tasks.get(id);
    };
    const stack = thread => {
      if (!state.threads.has(thread)) state.threads.set(thread, []);
      return state.threads.get(thread);
    };
    // Gives a thread to a task; who had it is calling meanwhile.
    function take(id, thread) {
      const held = stack(thread);
      const at = held.indexOf(id);
      if (at >= 0) held.length = at;
      else if (held.length) task(held.at(-1)).mode = "calling";
      held.push(id);
      Object.assign(task(id), { mode: "running", thread, text: "", on: null });
    }
    function leave(id, thread, mode) {
      const held = stack(thread);
      const at = held.indexOf(id);
      if (at >= 0) held.length = at;
      Object.assign(task(id), { mode, thread: null });
      const caller = held.at(-1);
      if (caller !== undefined) task(caller).mode = "running";
      return caller;
    }
    const waiting = id => [...state.tasks.values()].filter(other => other.mode === "suspended" && other.on === id).map(other => other.name);
    // Whom the loop took from its queue gives the thread back to the loop, not to whoever runs the loop.
    const next = (caller, id) => caller !== undefined && !task(id).queued ? `，回到调用它的 ${name(caller)}`
      : state.queue.length ? `，轮到队首 ${name(state.queue[0])}`
      : state.timers.length ? "。队列空了，只等定时器" : "";

    const kinds = {
      enter(step) {
        const at = drop(state.queue, step.task);
        take(step.task, step.thread);
        if (at >= 0) task(step.task).queued = true;
        if (isOther(step)) return `${name(step.task)} 进入 ${step.text}，还是线程 ${step.thread}。`;
        if (step.on && at < 0) return `${name(step.on)} 调用 ${name(step.task)}：函数体当场开始跑，还是线程 ${step.thread}，没有排队。`;
        return at >= 0 ? `轮到队首：${name(step.task)} 出队，在线程 ${step.thread} 上开始跑。` : `${name(step.task)} 开始跑，占着线程 ${step.thread}。`;
      },
      line(step) {
        if (stack(step.thread).at(-1) !== step.task || task(step.task).mode !== "running") take(step.task, step.thread);
        return `${name(step.task)} 走到第 ${step.line} 行。`;
      },
      suspend(step) {
        const caller = leave(step.task, step.thread, "suspended");
        const timer = state.timers.findLast(other => other.task === step.task);
        const what = step.on ? `等 ${name(step.on)} 做完` : timer ? `等 ${timer.text}` : `等 ${step.text ?? "它"}`;
        Object.assign(task(step.task), { text: step.text ?? "", on: step.on ?? null });
        return `${name(step.task)} 停在${step.line ? `第 ${step.line} 行` : "别的单元格里"}，${what}：让出线程 ${step.thread}${next(caller, step.task)}。`;
      },
      resume(step) {
        const before = task(step.task);
        const cause = before.on ? `${name(before.on)} 做完了` : state.timers.some(timer => timer.task === step.task) ? `${state.timers.find(timer => timer.task === step.task).text} 到了` : before.text ? `${before.text} 好了` : "它等的好了";
        const at = drop(state.queue, step.task);
        state.timers = state.timers.filter(timer => timer.task !== step.task);
        take(step.task, step.thread);
        task(step.task).queued = at >= 0;
        return at >= 0 ? `轮到队首：${name(step.task)} 出队，从停下的地方接着跑，线程 ${step.thread}。`
          : `${cause}，${name(step.task)} 的延续在线程 ${step.thread} 上接着跑。`;
      },
      exit(step) {
        if (isOther(step)) return `${step.text} 返回，${name(step.task)} 接着跑。`;
        const waiters = waiting(step.task);
        const caller = leave(step.task, step.thread, "done");
        return `${name(step.task)} 做完了${waiters.length ? `：等它的 ${waiters.join("、")} 可以接着跑` : next(caller, step.task)}。`;
      },
      throw(step) {
        const waiters = waiting(step.task);
        leave(step.task, step.thread, "failed");
        return `${name(step.task)} 抛出 ${step.text}${waiters.length ? `：异常由等它的 ${waiters.join("、")} 得到` : "，从它里面出来"}。`;
      },
      print(step) {
        state.out.push(step.text ?? "");
        return `${name(step.task)} 打印“${step.text ?? ""}”。`;
      },
      ready(step) {
        const timer = state.timers.find(other => other.task === step.task);
        if (!state.queue.includes(step.task)) state.queue.push(step.task);
        state.timers = state.timers.filter(other => other.task !== step.task);
        const at = state.queue.indexOf(step.task);
        const place = at === 0 ? "排在队首" : `前面还有 ${at} 个`;
        const who = name(step.task);
        if (step.text === "create") { task(step.task).mode = "ready"; return `${step.on ? `${name(step.on)} 把 ${who} 放进队列` : `${who} 进队列`}：只是排队，还没有开始跑（${place}）。`; }
        if (step.text === "yield") return `${who} 让出一次，排到队尾（${place}）。`;
        if (step.text === "callback") return `${who} 的一个回调进队列（${place}）。`;
        return `${step.on ? `${name(step.on)} 做完了` : timer ? `${timer.text} 到了` : task(step.task).text ? `${task(step.task).text} 好了` : `${who} 等的好了`}，${who} 的延续进队列（${place}）。`;
      },
      timer(step) {
        state.timers.push({ task: step.task, text: step.text });
        return `${name(step.task)} 定了 ${step.text} 的闹钟：到时再叫它，线程不用等。`;
      },
    };
    for (const given of part.steps.slice(0, count)) {
      const step = { ...given, task: given.task ?? 0 };
      state.why = kinds[step.kind]?.(step) ?? "";
      if (step.line) task(step.task).line = step.line;
      state.step = step;
    }
    return state;
  }

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
    return make("ol", { className: "strip" }, ...shown.slice(0, most).map(({ index }) => make("li", { textContent: replay(part, index + 1).why })),
      ...(shown.length > most ? [make("li", { textContent: `……（还有 ${shown.length - most} 步）` })] : []));
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
    let now = 1;
    let timer = null;

    function show(step) {
      now = Math.max(1, Math.min(total, step));
      const state = replay(part, now);
      for (const line of lines) { line.className = ""; line.lastChild.replaceChildren(); }
      for (const task of state.tasks.values()) {
        const line = lines[task.line - 1];
        if (!line || task.mode === "done" || task.mode === "failed" || task.mode === "ready") continue;
        line.classList.add("at-line", ...(task.mode === "running" ? ["runs", colour(task.id)] : []));
        line.lastChild.append(chip(task));
      }
      const shown = state.step.line ? lines[state.step.line - 1] : null;
      if (shown && list.scrollHeight > list.clientHeight) list.scrollTop = shown.offsetTop - list.clientHeight / 2;
      why.textContent = state.why;
      const threads = [...state.threads].map(([thread, held]) => make("span", { className: "thread" }, `${thread}：`, ...(held.length ? held.map(id => chip(state.tasks.get(id))).reverse() : ["空着"])));
      facts.线程.replaceChildren(...threads);
      const suspended = [...state.tasks.values()].filter(task => task.mode === "suspended");
      facts.在等.replaceChildren(...suspended.map(task => chip(task, task.on ? ` → ${state.tasks.get(task.on)?.name ?? part.tasks.find(other => other.id === task.on)?.name}` : task.text ? ` → ${task.text.slice(0, 40)}` : "")));
      facts.队列.replaceChildren(...state.queue.map(id => chip(state.tasks.get(id) ?? { id, name: part.tasks.find(other => other.id === id)?.name ?? id, mode: "ready" })));
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
      make("div", { className: "controls" }, button("上一步", "◀", () => move(-1)), button("下一步", "▶", () => move(1)), play, slider, number),
      why, list,
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
