// The steps as a picture: a lane a task, one unit a step and more where time passes, a stroke where a line was printed; the playhead goes along as the steps go.
"use strict";
{
  const make = (name, className = "", text = "") => Object.assign(document.createElement(name), { className, textContent: text });
  const words = { running: "在跑", calling: "在调用别人", suspended: "停在 await", ready: "在排队" };
  const percent = part => `${(100 * part).toFixed(3)}%`;
  const time = ms => ms >= 1000 ? `${+(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`;

  // Where each step begins, from 0 to 1; its last place is the end.
  function places(steps) {
    const whole = Math.max(0.001, steps.at(-1).t - steps[0].t);
    const room = Math.max(12, steps.length / 3);
    const at = [0];
    steps.forEach((step, index) => at.push(at[index] + 1 + room * Math.max(0, (steps[index + 1]?.t ?? step.t) - step.t) / whole));
    return at.map(place => place / at.at(-1));
  }

  // For each task what it was after each step.
  function stretches(part) {
    const lanes = new Map();
    window.bookReplay(part, part.steps.length, (state, index) => {
      for (const task of state.tasks.values()) {
        if (!task.id) continue;
        const mode = state.queue.includes(task.id) ? "ready" : task.mode;
        if (!lanes.has(task.id)) lanes.set(task.id, { name: task.name, parts: [] });
        const { parts } = lanes.get(task.id);
        if (parts.at(-1)?.mode === mode) parts.at(-1).to = index + 1;
        else if (words[mode]) parts.push({ mode, from: index, to: index + 1 });
      }
    });
    return lanes;
  }

  // The picture, and how to go to a step in it; whoever points into it goes there too.
  window.bookLanes = (part, go) => {
    const at = places(part.steps);
    const picture = make("div", "lanes");
    picture.setAttribute("aria-hidden", "true");
    const track = (who, name) => {
      const label = make("span", who, name);
      const line = make("div", `track ${who}`);
      label.classList.add("who");
      label.title = name;
      picture.append(label, line);
      return line;
    };
    const stretch = (line, className, from, to) => {
      const element = make("i", className);
      element.style.left = percent(from);
      if (to !== undefined) element.style.width = percent(to - from);
      line.append(element);
      return element;
    };
    const top = track("time", "");
    const unit = Math.min(...at.slice(1).map((place, index) => place - at[index]));
    let labelled = -1;
    part.steps.forEach((step, index) => {
      const passed = (part.steps[index + 1]?.t ?? step.t) - step.t;
      const middle = (at[index] + unit + at[index + 1]) / 2;
      if (passed < 1 || at[index + 1] - at[index] < Math.max(4 * unit, 0.06) || middle - labelled < 0.18) return;
      labelled = middle;
      const label = make("span", "gap", time(passed));
      label.style.left = percent(middle);
      top.append(label);
    });
    const tracks = new Map();
    for (const [id, lane] of stretches(part)) {
      const line = track("t" + id % 8, lane.name);
      tracks.set(id, line);
      for (const { mode, from, to } of lane.parts) stretch(line, mode, at[from], at[to]).title = `${lane.name}：${words[mode]}`;
    }
    part.steps.forEach((step, index) => {
      if (step.kind === "print") stretch(tracks.get(step.task) ?? top, "said-here", at[index]).title = `打印 ${step.text ?? ""}`;
    });
    const covers = [...picture.querySelectorAll(".track")].map(line => line.appendChild(make("div", "later")));
    picture.addEventListener("click", event => {
      const box = top.getBoundingClientRect();
      const place = (event.clientX - box.left) / box.width;
      if (place >= 0) go(Math.max(1, at.findLastIndex(start => start <= place) + 1));
    });
    const key = make("p", "lanes-key");
    key.setAttribute("aria-hidden", "true");
    for (const [mode, meaning] of [...Object.entries(words), ["said-here", "打印"]]) {
      const item = make("span");
      item.append(make("i", mode), meaning);
      key.append(item);
    }
    const lambda = part.tasks.map(task => /^λ(\d+)/.exec(task.name)).find(Boolean);
    if (lambda) key.append(make("span", "", `${lambda[0]}：第 ${lambda[1]} 行的 lambda`));
    const whole = make("div");
    whole.append(picture, key);
    return {
      picture: whole,
      show(step) {
        for (const cover of covers) cover.style.left = percent(Math.min(1, at[step - 1] + unit));
        const line = tracks.get(part.steps[step - 1].task);
        if (line && picture.scrollHeight > picture.clientHeight) picture.scrollTop = line.offsetTop - picture.clientHeight / 2;
      },
    };
  };
}
