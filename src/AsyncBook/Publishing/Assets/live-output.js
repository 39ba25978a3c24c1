// What a cell is doing and what it says, as it comes.
"use strict";
{
  const { make, heard } = live;

  heard.cell = message => {
    const cell = live.cells.get(message.id);
    if (!cell) return;
    cell.section.dataset.state = message.state;
    const words = { waiting: "排队", running: "在跑", done: "跑完", failed: "出错", stopped: "停下了", idle: "" }[message.state];
    clearInterval(cell.clock);
    const place = cell.section.querySelector(".live-state");
    const tell = seconds => { place.textContent = words + (seconds === undefined ? "" : ` ${seconds.toFixed(seconds < 10 ? 2 : 1)} 秒`); };
    tell(message.seconds);
    place.title = message.text ?? "";
    if (message.state === "running") {
      live.seen(cell);
      cell.section.querySelector(":scope > .slide")?.classList.remove("covered");
      const since = performance.now();
      cell.clock = setInterval(() => tell((performance.now() - since) / 1000), 250);
    }
    if (cell.checks && ["done", "failed"].includes(message.state)) live.triedAnswer(cell.checks);
    const reason = cell.section.querySelector(".live-reason");
    reason.textContent = message.text ?? "";
    reason.hidden = !message.text;
  };

  heard.clear = message => live.cells.get(message.id)?.out.replaceChildren();

  heard.output = message => {
    const cell = live.cells.get(message.id);
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
  };

  heard.trace = async message => {
    const cell = live.cells.get(message.id);
    if (!cell || !message.steps?.length) return;
    const python = await pythonOf(cell);
    const place = cell.section.querySelector(".steps") ?? make("div", { className: "slide steps" });
    const isOpen = place.classList.contains("open") || cell.wantsSteps;
    const text = make("details", { className: "fold" }, make("summary", { textContent: "逐步看：文字" }));
    text.insertAdjacentHTML("beforeend", message.html);
    place.classList.remove("open");
    place.replaceChildren(text);
    place.dataset.steps = cell.id;
    place.ownSteps = () => [...message.steps, ...python];
    cell.section.append(place);
    book.offerSteps(place);
    if (isOpen) await book.mountSteps(place);
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
}
