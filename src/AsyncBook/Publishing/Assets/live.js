// The live book: every code cell an editor with a kernel behind it. Loaded only where a server made the page.
"use strict";
{
  const html = document.documentElement;
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const states = { "begun-not": "未完成", begun: "动手了，还没检查", "not-yet": "还不对", passed: "✓ 通过" };

  // Contents and start page: how far one is with each page's exercises.
  async function showProgress() {
    const answer = await fetch("/progress.json");
    if (!answer.ok) return;
    const pages = Map.groupBy((await answer.json()).exercises, exercise => exercise.page);
    for (const link of document.querySelectorAll(".contents a[href], .cards a[href]")) {
      const exercises = pages.get(decodeURIComponent(new URL(link.href).pathname.slice(1)));
      if (!exercises || link.hash) continue;
      link.parentElement.querySelector(":scope > .live-progress")?.remove();
      const passed = exercises.filter(exercise => exercise.state === "passed").length;
      const isStarted = exercises.some(exercise => exercise.state !== "begun-not");
      link.after(make("span", {
        className: "note live-progress" + (passed === exercises.length ? " passed" : ""),
        textContent: passed === exercises.length ? "✓ 练习通过" : isStarted ? `练习 ${passed}/${exercises.length}` : `练习 ${exercises.length} 个`,
        title: exercises.map(exercise => `${exercise.id}：${states[exercise.state]}`).join("\n"),
      }));
    }
  }
  showProgress();
  addEventListener("pageshow", event => { if (event.persisted) showProgress(); });

  if (html.dataset.notebook) start(html.dataset.notebook);

  function start(notebook) {
    const cells = new Map();
    const exercises = new Map();
    const waiting = new Map();
    let socket = null;
    let isReady = false;
    let requests = 0;
    let pause = 500;
    let services = {};
    let isGone = false;
    const gone = "服务器不在：在终端里重新运行 asyncbook serve，打开它打印的地址。这里写的都还在。";

    const name = sessionStorage.getItem("asyncbook-page") ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem("asyncbook-page", name);

    // ---- the bar below the title
    const status = make("output", { className: "live-status", textContent: "内核正在启动" });
    const note = make("p", { className: "live-note", hidden: true });
    note.setAttribute("role", "status");
    const service = make("p", { className: "live-services", hidden: true });
    const act = (words, title, run) => make("button", { type: "button", textContent: words, title, onclick: run });
    const bar = make("div", { className: "live-bar" },
      status,
      act("▶ 全部运行", "从头到尾运行这一页", () => run([...cells.keys()])),
      act("■ 停止", "停下正在跑的，后面排队的也不跑了", () => send({ type: "stop" })),
      act("↻ 重启内核", "忘掉运行过的一切", () => send({ type: "restart" })),
      make("span", { className: "live-keys", textContent: "Shift+Enter 运行并到下一格，Ctrl+Enter 运行，Alt+Enter 检查练习" }));
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "内核");
    document.querySelector("#book-text").prepend(make("div", { className: "live-top" }, bar, note, service));

    function kernel(state, words) {
      html.dataset.kernel = state;
      status.textContent = { starting: "内核正在启动", ready: "内核就绪", busy: "正在运行", ended: "没有内核" }[state] ?? state;
      if (words) say(words);
    }
    function say(words, ...actions) {
      note.replaceChildren(words ?? "", ...actions, make("button", { type: "button", className: "live-close", textContent: "知道了", onclick: () => { note.hidden = true; } }));
      note.hidden = !words;
    }

    // ---- the cells
    for (const section of document.querySelectorAll("[data-cell]")) {
      const id = section.dataset.cell;
      const code = section.querySelector("figure.code pre");
      const out = section.querySelector("[data-out]");
      const text = code.textContent;
      const cell = { id, section, out, source: text, exercise: section.dataset.exercise, kept: `edit:${notebook}#${id}`, seconds: null, saved: null };
      cells.set(id, cell);
      const title = text.split("\n").find(line => line.startsWith("// "))?.slice(3) ?? id;
      cell.editor = window.bookEditor(make("div", { className: "live-editor" }), {
        text, label: `代码：${title}`,
        changed: value => changed(cell, value),
        run: () => run([id]),
        runAndNext: () => { run([id]); next(cell)?.editor.focus(); },
        check: () => check(cell),
        ask: (kind, source, place) => ask(kind, cell, source, place),
        shows: mark => areAllAboveRun(cell) || !["CS0103", "CS0246", "CS0234"].includes(mark.code),
      });
      code.replaceWith(cell.editor.place);
      section.addEventListener("click", event => {
        const button = event.target.closest("[data-act]");
        if (button) ({ run: () => run([id]), above: () => run(upTo(cell)), stop: () => send({ type: "stop" }), trace: () => run([id], true), check: () => check(cell), reset: () => reset(cell) })[button.dataset.act]?.();
      });
    }

    const list = () => [...cells.values()];
    const next = cell => list()[list().indexOf(cell) + 1];
    const upTo = cell => list().slice(0, list().indexOf(cell) + 1).map(other => other.id);
    const areAllAboveRun = cell => upTo(cell).slice(0, -1).every(id => cells.get(id).section.dataset.state === "done");

    function changed(cell, value) {
      const isOther = value !== cell.source;
      cell.section.classList.toggle("live-changed", isOther);
      const button = cell.section.querySelector("[data-act=reset]");
      if (button) button.hidden = cell.exercise ? value.trimEnd() === exercises.get(cell.exercise)?.stub.trimEnd() : !isOther;
      if (cell.ran !== undefined) cell.section.classList.toggle("live-stale", value !== cell.ran);
      if (cell.exercise) {
        clearTimeout(cell.saving);
        if (cell.saved !== null && value !== cell.saved) cell.saving = setTimeout(() => save(cell), 800);
      } else if (isOther) book.remember(cell.kept, JSON.stringify({ text: value }));
      else localStorage.removeItem("asyncbook-" + cell.kept);
    }

    function run(ids, trace = false) {
      if (!isReady) return say("还没有连上内核，等一下再运行。");
      for (const id of ids) cells.get(id).ran = cells.get(id).editor.text;
      for (const id of ids) cells.get(id).section.classList.remove("live-stale");
      send({ type: "run", cells: ids.map(id => ({ id, source: cells.get(id).editor.text })), trace });
    }

    // ---- exercises
    function save(cell) {
      clearTimeout(cell.saving);
      if (cell.saved === null || cell.editor.text === cell.saved) return;
      cell.saved = cell.editor.text;
      send({ type: "save", exercise: cell.exercise, source: cell.saved, base: cell.hash });
    }
    addEventListener("pagehide", () => { for (const cell of cells.values()) if (cell.exercise) save(cell); });

    function check(cell) {
      if (!cell.exercise) return;
      clearTimeout(cell.saving);
      cell.saved = cell.editor.text;
      cell.ran = cell.saved;
      send({ type: "check", exercise: cell.exercise, source: cell.saved, base: cell.hash });
    }

    function reset(cell) {
      if (cell.exercise) {
        clearTimeout(cell.saving);
        send({ type: "reset", exercise: cell.exercise });
      } else cell.editor.text = cell.source;
    }

    const answerOf = exercise => list().find(cell => cell.exercise === exercise);

    function judged(id, state, words) {
      const cell = answerOf(id);
      if (!cell) return;
      cell.section.dataset.exerciseState = state;
      const place = cell.section.querySelector(".live-verdict");
      // The check's own words begin with the state, too.
      place.replaceChildren(make("b", { textContent: states[state] ?? state }), words ? " " + words.replace(/^(通过|还不对|未完成)：/, "") : "");
      place.className = "live-verdict " + state;
    }

    function conflict(message) {
      const cell = answerOf(message.exercise);
      const mine = cell.editor.text;
      cell.hash = message.hash;
      const resolve = keep => () => {
        box.remove();
        if (keep === "disk") { cell.editor.text = message.disk; }
        cell.saved = cell.editor.text;
        send({ type: "resolve", exercise: message.exercise, keep, source: mine });
      };
      cell.section.querySelector(".live-conflict")?.remove();
      const box = make("div", { className: "live-conflict" },
        make("p", { textContent: "这个练习在别处也改过。两份都会留着：没选的那一份收进文件。" }),
        make("details", { open: true }, make("summary", { textContent: "磁盘上的" }), make("pre", { textContent: message.disk })),
        make("button", { type: "button", textContent: "用这里的", onclick: resolve("mine") }),
        make("button", { type: "button", textContent: "用磁盘上的", onclick: resolve("disk") }));
      box.setAttribute("role", "alert");
      cell.saved = null;
      cell.section.querySelector(".live-acts").after(box);
    }

    // ---- what the server says
    const heard = {
      hello(message) {
        for (const found of message.exercises) {
          exercises.set(found.id, found);
          judged(found.id, found.state, found.verdict);
        }
        for (const facts of message.cells) {
          const cell = cells.get(facts.id);
          if (!cell) continue;
          const before = cell.source;
          cell.source = facts.source;
          if (cell.exercise) {
            const isFirst = cell.saved === null;
            cell.hash = exercises.get(cell.exercise)?.hash;
            if (isFirst || cell.editor.text === cell.saved) { cell.saved = facts.source; cell.editor.text = facts.source; }
            else if (facts.source !== cell.saved) heard.disk({ exercise: cell.exercise, source: facts.source, hash: cell.hash });
          } else if (cell.editor.text === before) {
            let kept = null;
            try { kept = JSON.parse(book.recall(cell.kept)); } catch { console.info("what was kept of " + cell.id + " cannot be read"); }
            cell.editor.text = kept?.text ?? facts.source;
          }
          changed(cell, cell.editor.text);
        }
        heard.services(message);
        isReady = true;
        if (isGone) note.hidden = true;
        isGone = false;
        for (const cell of cells.values()) if (["waiting", "running"].includes(cell.section.dataset.state)) cell.section.dataset.state = "idle";
      },
      kernel(message) {
        if (message.state === "ended") {
          const last = list().filter(cell => ["done", "failed", "stopped", "running"].includes(cell.section.dataset.state)).at(-1);
          for (const cell of cells.values()) if (cell.section.dataset.state === "done") cell.section.dataset.state = "idle";
          kernel("ended");
          say(message.text, ...(last ? [act("▶ 重新运行到这一格", "", () => { note.hidden = true; run(upTo(last)); })] : []));
        } else kernel(message.state, message.text);
      },
      cell(message) {
        const cell = cells.get(message.id);
        if (!cell) return;
        cell.section.dataset.state = message.state;
        const words = { waiting: "排队", running: "在跑", done: "跑完", failed: "出错", stopped: "停下了", idle: "" }[message.state];
        clearInterval(cell.clock);
        const place = cell.section.querySelector(".live-state");
        const tell = seconds => { place.textContent = words + (seconds === undefined ? "" : ` ${seconds.toFixed(seconds < 10 ? 2 : 1)} 秒`); };
        tell(message.seconds);
        place.title = message.text ?? "";
        if (message.state === "running") {
          cell.section.querySelector(":scope > .slide")?.classList.remove("covered");
          const since = performance.now();
          cell.clock = setInterval(() => tell((performance.now() - since) / 1000), 250);
        }
        const reason = cell.section.querySelector(".live-reason");
        reason.textContent = message.text ?? "";
        reason.hidden = !message.text;
      },
      clear(message) { cells.get(message.id)?.out.replaceChildren(); },
      output(message) {
        const cell = cells.get(message.id);
        if (!cell) return;
        const figure = figureOf(cell);
        if (message.stream === "stdout" || message.stream === "stderr") {
          let pre = figure.lastElementChild;
          if (!pre?.matches("pre") || pre.dataset.stream !== message.stream) {
            pre = make("pre", { tabIndex: 0, className: message.stream === "stderr" ? "stderr" : "" });
            pre.dataset.stream = message.stream;
            figure.append(pre);
          }
          pre.insertAdjacentHTML("beforeend", message.html);
          return;
        }
        const place = make("div", { className: "live-value" });
        place.innerHTML = message.html;
        if (message.value) place.dataset.value = message.value;
        const old = message.replace && [...figure.children].find(child => child.dataset.value === message.replace);
        if (old) old.replaceWith(place);
        else figure.append(place);
        if (message.stream !== "display") figure.classList.add("failed");
      },
      async trace(message) {
        const cell = cells.get(message.id);
        if (!cell || !message.steps?.length) return;
        const python = await pythonOf(cell);
        await book.loadPlayer();
        cell.section.querySelector(".steps")?.remove();
        const place = make("div", { className: "slide steps open" });
        place.dataset.steps = cell.id;
        cell.section.append(place);
        const player = window.bookPlayer(place, [...message.steps, ...python]);
        const text = make("details", { className: "fold" }, make("summary", { textContent: "逐步看：文字" }));
        text.insertAdjacentHTML("beforeend", message.html);
        place.append(player, text);
        place.advance = by => player.advance(by);
        dispatchEvent(new Event("resize"));
      },
      exercise(message) {
        const cell = answerOf(message.id);
        if (!cell) return;
        cell.hash = message.hash;
        cell.saved ??= cell.editor.text;
        judged(message.id, message.state, message.text);
        if (message.source !== undefined) {
          cell.saved = message.source;
          cell.editor.text = message.source;
          if (message.state === "begun-not") cells.get(cell.id).out.replaceChildren();
        }
        cell.source = cell.saved;
        changed(cell, cell.editor.text);
        showProgress();
      },
      conflict,
      disk(message) {
        const cell = answerOf(message.exercise);
        if (!cell) return;
        if (cell.editor.text === message.source) { cell.saved = message.source; cell.hash = message.hash; return; }
        if (cell.saved !== null && cell.editor.text === cell.saved) {
          cell.hash = message.hash;
          cell.saved = cell.source = message.source;
          cell.editor.text = message.source;
          say(`练习 ${message.exercise} 在别处改过，这里换成了新的。${message.text ?? ""}`);
        } else conflict({ exercise: message.exercise, disk: message.source, hash: message.hash });
      },
      services(message) {
        services = message.services ?? {};
        const names = { redis: "Redis", mysql: "MySQL" };
        const words = { absent: "没有启动", starting: "正在启动", up: "在运行" };
        const absent = Object.keys(services).filter(need => services[need] === "absent");
        service.hidden = Object.keys(services).length === 0;
        service.replaceChildren(
          Object.keys(services).map(need => `${names[need] ?? need}：${words[services[need]]}`).join("；") + " ",
          ...(absent.length ? [act(`启动 ${absent.map(need => names[need] ?? need).join("、")}`, "只给这个服务器用，结束时一起关掉", () => send({ type: "services", start: absent }))] : []),
          message.text ? " " + message.text : "");
      },
      answer(message) {
        waiting.get(message.request)?.(message);
        waiting.delete(message.request);
      },
      error(message) { say(message.text); },
    };

    function figureOf(cell) {
      let figure = cell.out.querySelector("figure.output");
      if (!figure) {
        figure = make("figure", { className: "output" }, make("figcaption", { textContent: "输出" }));
        cell.out.append(figure);
      }
      return figure;
    }

    async function pythonOf(cell) {
      const place = cell.section.querySelector("[data-script]");
      if (place) {
        await book.loadSteps(place);
        cell.python = (window.bookSteps?.[cell.id] ?? []).filter(part => part.label === "Python");
      }
      return cell.python ?? [];
    }

    function ask(kind, cell, source, place) {
      if (!isReady) return Promise.resolve(null);
      const request = ++requests;
      return new Promise(resolve => {
        waiting.set(request, resolve);
        send({ type: kind, request, cell: cell.id, source, ...place });
      });
    }

    function send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      else say(gone);
    }

    function connect() {
      socket = new WebSocket(`ws://${location.host}/live?notebook=${encodeURIComponent(notebook)}&page=${name}`);
      socket.onopen = () => { pause = 500; };
      socket.onmessage = event => {
        const message = JSON.parse(event.data);
        heard[message.type]?.(message);
      };
      socket.onclose = () => {
        isReady = false;
        for (const answer of waiting.values()) answer(null);
        waiting.clear();
        for (const cell of cells.values()) clearInterval(cell.clock);
        kernel("ended");
        status.textContent = "服务器不在，正在等它回来";
        if (!isGone && pause > 500) {
          isGone = true;
          say(gone);
        }
        setTimeout(connect, pause);
        pause = Math.min(pause * 2, 5000);
      };
    }
    connect();
  }
}
