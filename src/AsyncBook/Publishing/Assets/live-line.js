// The live book's line to its server: messages out and in, questions and their answers; taken up again when it breaks.
"use strict";
{
  const waiting = new Map();
  let socket = null;
  let requests = 0;
  let pause = 500;
  const gone = "服务器不在：在终端里重新运行 asyncbook serve，打开它打印的地址。这里写的都还在。";

  // With this name a page that is loaded again gets its kernel back.
  const name = sessionStorage.getItem("asyncbook-page") ?? Math.random().toString(36).slice(2);
  sessionStorage.setItem("asyncbook-page", name);

  live.notebook = document.documentElement.dataset.notebook;
  // Whether the server has said hello.
  live.isReady = false;
  // Whether it was said that there is no server.
  live.isGone = false;

  live.send = message => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    else live.say(gone);
  };

  live.ask = (kind, cell, source, place) => {
    if (!live.isReady) return Promise.resolve(null);
    const request = ++requests;
    return new Promise(resolve => {
      waiting.set(request, resolve);
      live.send({ type: kind, request, cell: cell.id, source, ...place });
    });
  };

  live.heard.answer = message => {
    waiting.get(message.request)?.(message);
    waiting.delete(message.request);
  };

  live.connect = () => {
    socket = new WebSocket(`ws://${location.host}/live?notebook=${encodeURIComponent(live.notebook)}&page=${name}`);
    socket.onopen = () => { pause = 500; };
    socket.onmessage = event => {
      const message = JSON.parse(event.data);
      live.heard[message.type]?.(message);
    };
    socket.onclose = () => {
      live.isReady = false;
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
      for (const cell of live.cells.values()) clearInterval(cell.clock);
      live.showKernel("ended", "服务器不在，正在等它回来");
      if (!live.isGone && pause > 500) {
        live.isGone = true;
        live.say(gone);
      }
      setTimeout(live.connect, pause);
      pause = Math.min(pause * 2, 5000);
    };
  };
}
