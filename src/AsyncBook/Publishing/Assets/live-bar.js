// The bar above the text of a live page: the kernel's state, what is done with all cells, what there is to say, the services.
"use strict";
{
  const { make, button } = live;
  const status = make("output", { className: "live-status", textContent: "内核正在启动" });
  const note = make("p", { className: "live-note", hidden: true });
  note.setAttribute("role", "status");
  const services = make("p", { className: "live-services", hidden: true });
  const bar = make("div", { className: "live-bar" },
    status,
    button("▶ 全部运行", "从头到尾运行这一页", () => live.run([...live.cells.keys()])),
    button("■ 停止", "停下正在跑的，后面排队的也不跑了", () => live.send({ type: "stop" })),
    button("↻ 重启内核", "忘掉运行过的一切", () => live.send({ type: "restart" })),
    make("span", { className: "live-keys", textContent: "Shift+Enter 运行并到下一格，Ctrl+Enter 运行，Alt+Enter 检查练习" }));
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "内核");
  document.querySelector("#book-text").prepend(make("div", { className: "live-top" }, bar, note, services));

  live.showKernel = (state, words) => {
    document.documentElement.dataset.kernel = state;
    status.textContent = words ?? { starting: "内核正在启动", ready: "内核就绪", busy: "正在运行", ended: "没有内核" }[state] ?? state;
  };

  live.say = (words, ...actions) => {
    note.replaceChildren(words ?? "", ...actions, make("button", { type: "button", className: "live-close", textContent: "知道了", onclick: live.hush }));
    note.hidden = !words;
  };
  live.hush = () => { note.hidden = true; };

  live.heard.error = message => live.say(message.text);

  live.heard.kernel = message => {
    live.showKernel(message.state);
    if (["starting", "ended"].includes(message.state)) live.fallsAsleep();
    if (message.state !== "ended") {
      if (message.text) live.say(message.text);
      return;
    }
    const last = live.list().filter(cell => ["done", "failed", "stopped", "running"].includes(cell.section.dataset.state)).at(-1);
    for (const cell of live.list()) if (cell.section.dataset.state === "done") cell.section.dataset.state = "idle";
    live.say(message.text, ...(last ? [button("▶ 重新运行到这一格", "", () => { live.hush(); live.run(live.upTo(last)); })] : []));
  };

  live.heard.services = message => {
    const known = message.services ?? {};
    const names = { redis: "Redis", mysql: "MySQL" };
    const words = { absent: "没有启动", starting: "正在启动", up: "在运行" };
    const absent = Object.keys(known).filter(need => known[need] === "absent");
    services.hidden = Object.keys(known).length === 0;
    services.replaceChildren(
      Object.keys(known).map(need => `${names[need] ?? need}：${words[known[need]]}`).join("；") + " ",
      ...(absent.length ? [button(`启动 ${absent.map(need => names[need] ?? need).join("、")}`, "只给这个服务器用，结束时一起关掉", () => live.send({ type: "services", start: absent }))] : []),
      message.text ? " " + message.text : "");
  };
}
