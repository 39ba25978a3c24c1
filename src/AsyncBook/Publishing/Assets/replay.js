// What the steps of a program amount to: where each task stands, who holds which thread, the queue, the timers, the output, and one sentence that says why now.
"use strict";
{
  // Kinds of step in which somebody has a thread.
  const runs = ["enter", "line", "suspend", "resume", "exit", "throw", "print"];
  const short = text => text.length > 42 ? text.slice(0, 41) + "…" : text;
  const said = text => `“${text.length > 60 ? text.slice(0, 59) + "…" : text}”`;

  // The state after so many steps; whoever looks on sees it after each.
  window.bookReplay = (part, count, look = () => {}) => {
    const names = new Map(part.tasks.map(task => [task.id, task.name]));
    const parents = new Map(part.tasks.map(task => [task.id, task.parent]));
    const state = { tasks: new Map(), threads: new Map(), queue: [], timers: [], out: [], why: "" };
    // A callback in the queue is nobody's task: it is 0, and who posted it stands in posted.
    const posted = [];
    const name = id => names.get(id) ?? "回调";
    // Python says the whole line it waits in.
    const expression = text => short(part.label === "Python" ? text.replace(/^.*?\bawait\s+/, "") : text);
    // A task runs other bodies too: functions it calls that await nothing of their own.
    const isOther = step => step.text !== undefined && name(step.task).replace(/ #\d+$/, "") !== step.text;
    const task = id => {
      if (!state.tasks.has(id)) state.tasks.set(id, { id, name: name(id), mode: "ready", line: null, thread: null, text: "", on: null });
      return state.tasks.get(id);
    };
    const stack = thread => {
      if (!state.threads.has(thread)) state.threads.set(thread, []);
      return state.threads.get(thread);
    };
    const after = (thread, at) => part.steps.slice(at + 1).find(other => other.thread === thread && runs.includes(other.kind));
    // Whether what comes next is theirs, or what they call.
    const goesOn = (id, then) => then?.task === id || (then?.kind === "enter" && then.on === id && !state.queue.includes(then.task));
    const isActive = id => ["running", "calling"].includes(task(id).mode);
    // Takes somebody out of the queue, and the callbacks before them, which have run; whether they were in it.
    function dequeue(id) {
      const at = state.queue.indexOf(id);
      if (at < 0) return false;
      for (const before of state.queue.splice(0, at + 1).slice(0, -1)) {
        if (before === 0) posted.shift();
        else state.queue.unshift(before);
      }
      return true;
    }
    function dequeueCallback(from) {
      const at = from === undefined ? posted.length - 1 : posted.indexOf(from);
      if (at < 0) return false;
      const places = state.queue.flatMap((id, index) => id === 0 ? [index] : []);
      posted.splice(at, 1);
      state.queue.splice(places[at], 1);
      return true;
    }
    // Who stands above them on the thread has given it back without a word, as some awaitables do.
    function settle(id, thread) {
      const held = stack(thread);
      const at = held.indexOf(id);
      if (at < 0) return;
      for (const above of held.splice(at + 1)) if (isActive(above)) Object.assign(task(above), { mode: "suspended", thread: null, text: "", on: null });
    }
    function forget(id) {
      for (const held of state.threads.values()) if (held.includes(id)) held.splice(held.indexOf(id), 1);
    }
    // Gives a thread to a task; who had it is calling meanwhile.
    function take(id, thread) {
      const held = stack(thread);
      // An iterator is asked for the next value by whom it gave the last: it stands above them again. Others go on where they called from.
      if (held.includes(id) && held.at(-1) !== id && parents.get(id) !== held.at(-1)) settle(id, thread);
      forget(id);
      if (held.length) task(held.at(-1)).mode = "calling";
      held.push(id);
      Object.assign(task(id), { mode: "running", thread, text: "", on: null });
    }
    // Who is below goes on, unless it is the loop that does: then they are still calling it.
    function leave(id, thread, mode, at) {
      settle(id, thread);
      forget(id);
      Object.assign(task(id), { mode, thread: null });
      const caller = stack(thread).at(-1);
      if (caller !== undefined) task(caller).mode = goesOn(caller, after(thread, at)) ? "running" : "calling";
      return caller;
    }
    const waiting = id => [...state.tasks.values()].filter(other => other.mode === "suspended" && other.on === id).map(other => other.name);
    // Who gets the thread next, by what the next steps on it are.
    function next(caller, step, at) {
      const later = part.steps.slice(at + 1).filter(other => other.thread === step.thread);
      const then = after(step.thread, at);
      if (!then) return "";
      const isIdle = later.indexOf(then) > 0 && later[0].kind === "ready";
      if (isIdle) return !state.queue.length && state.timers.length ? "。队列空了，只等定时器" : "";
      if (["enter", "resume"].includes(then.kind) && state.queue.includes(then.task)) return `，轮到队首 ${name(then.task)}`;
      if (caller === undefined || !goesOn(caller, then)) return "";
      const isLoop = task(step.task).queued && !task(caller).queued && stack(step.thread).length === 1;
      return isLoop ? `。循环停下，回到运行循环的 ${name(caller)}` : `，回到调用它的 ${name(caller)}`;
    }
    const outcome = id => task(id).mode === "done" ? `${name(id)} 做完了` : task(id).mode === "failed" ? `${name(id)} 失败了` : null;
    const timerOf = id => state.timers.find(timer => timer.task === id);
    const isDue = (timer, step) => timer && step.t - timer.t >= parseFloat(timer.text) * 1000 - 16;
    const awaited = id => task(id).text ? `${task(id).text} 好了` : `${name(id)} 等的好了`;
    const dropTimer = timer => { state.timers = state.timers.filter(other => other !== timer); };

    const kinds = {
      enter(step) {
        const wasQueued = dequeue(step.task);
        if (isOther(step)) {
          if (!isActive(step.task)) dequeueCallback();
          take(step.task, step.thread);
          return `${name(step.task)} 进入 ${step.text}，还是线程 ${step.thread}。`;
        }
        const isBack = step.on && stack(step.thread).includes(step.on);
        if (wasQueued) task(step.task).queued = true;
        else if (isBack) settle(step.on, step.thread);
        const isPosted = !wasQueued && !isBack && step.on && dequeueCallback(step.on);
        take(step.task, step.thread);
        if (wasQueued) return `轮到队首：${name(step.task)} 出队，在线程 ${step.thread} 上开始跑。`;
        if (isBack) return `${name(step.on)} 调用 ${name(step.task)}：函数体当场开始跑，还是线程 ${step.thread}，没有排队。`;
        if (isPosted) return `轮到 ${name(step.on)} 放进队列的回调：${name(step.task)} 在线程 ${step.thread} 上开始跑。`;
        return step.on ? `${name(step.on)} 交出去的 ${name(step.task)}，在线程 ${step.thread} 上开始跑。` : `${name(step.task)} 开始跑，占着线程 ${step.thread}。`;
      },
      line(step) {
        if (stack(step.thread).at(-1) !== step.task || task(step.task).mode !== "running") take(step.task, step.thread);
        return `${name(step.task)} 走到第 ${step.line} 行。`;
      },
      suspend(step, at) {
        const caller = leave(step.task, step.thread, "suspended", at);
        const timer = timerOf(step.task);
        const what = step.on ? `等 ${name(step.on)} 做完` : timer ? `等 ${timer.text}` : `等 ${step.text ? expression(step.text) : "它"}`;
        Object.assign(task(step.task), { text: expression(step.text ?? ""), on: step.on ?? null });
        return `${name(step.task)} 停在${step.line ? `第 ${step.line} 行` : "别的单元格里"}，${what}：让出线程 ${step.thread}${next(caller, step, at)}。`;
      },
      resume(step) {
        const before = task(step.task);
        const timer = timerOf(step.task);
        const cause = (before.on && outcome(before.on)) || (isDue(timer, step) ? `${timer.text} 到了` : awaited(step.task));
        const wasQueued = dequeue(step.task);
        dropTimer(timer);
        take(step.task, step.thread);
        if (wasQueued) task(step.task).queued = true;
        return wasQueued ? `轮到队首：${name(step.task)} 出队，从停下的地方接着跑，线程 ${step.thread}。`
          : `${cause}，${name(step.task)} 的延续在线程 ${step.thread} 上接着跑。`;
      },
      exit(step, at) {
        if (isOther(step)) return `${step.text} 返回，${name(step.task)} 接着跑。`;
        const waiters = waiting(step.task);
        const caller = leave(step.task, step.thread, "done", at);
        return `${name(step.task)} 做完了${waiters.length ? `：等它的 ${waiters.join("、")} 可以接着跑` : next(caller, step, at)}。`;
      },
      throw(step, at) {
        const what = (step.text ?? "").replace(/[.。]$/, "");
        // A task that does more has not ended: a function it called has.
        if (part.steps.slice(at + 1).some(other => other.task === step.task && runs.includes(other.kind))) return `${name(step.task)} 里面抛出 ${what}：一层一层往外找 catch。`;
        const waiters = waiting(step.task);
        const caller = leave(step.task, step.thread, "failed", at);
        return `${name(step.task)} 抛出 ${what}${waiters.length ? `：异常由等它的 ${waiters.join("、")} 得到` : next(caller, step, at)}。`;
      },
      print(step) {
        state.out.push(step.text ?? "");
        const who = step.task ? `${name(step.task)} ` : part.label === "Python" ? "主程序 " : "没有跟踪的代码";
        return `${who}打印${said(step.text ?? "")}。`;
      },
      ready(step) {
        // Who says so has the thread: whoever stood above them has left it.
        if (step.on) settle(step.on, step.thread);
        const place = state.queue.length ? `前面还有 ${state.queue.length} 个` : "排在队首";
        if (!step.task) {
          const timer = state.timers.find(other => isDue(other, step));
          dropTimer(timer);
          state.queue.push(0);
          posted.push(step.on ?? 0);
          return timer ? `${timer.text} 到了：${name(timer.task)} 定的回调进队列（${place}）。` : `${step.on ? `${name(step.on)} 放的` : ""}一个回调进队列（${place}）。`;
        }
        const who = name(step.task);
        const timer = timerOf(step.task);
        if (!state.queue.includes(step.task)) state.queue.push(step.task);
        dropTimer(timer);
        if (step.text === "create") { task(step.task).mode = "ready"; return `${step.on ? `${name(step.on)} 把 ${who} 放进队列` : `${who} 进队列`}：只是排队，还没有开始跑（${place}）。`; }
        if (step.text === "yield") return `${who} 让出一次，排到队尾（${place}）。`;
        if (step.text === "callback") return `${who} 的一个回调进队列（${place}）。`;
        const cause = isDue(timer, step) ? `${timer.text} 到了`
          : (task(step.task).on && outcome(task(step.task).on)) || (step.on && step.on !== step.task && outcome(step.on))
          || (step.on && step.on !== step.task && isActive(step.on) && stack(step.thread).at(-1) === step.on ? `${name(step.on)} 让 ${who} 等的有了结果` : awaited(step.task));
        return `${cause}，${who} 的延续进队列（${place}）。`;
      },
      timer(step) {
        state.timers.push({ task: step.task, text: step.text, t: step.t });
        return `${name(step.task)} 定了 ${step.text} 的闹钟：到时再叫它，线程不用等。`;
      },
    };
    part.steps.slice(0, count).forEach((given, at) => {
      const step = { ...given, task: given.task ?? 0 };
      state.why = kinds[step.kind]?.(step, at) ?? "";
      if (step.line) task(step.task).line = step.line;
      state.step = step;
      look(state, at);
    });
    return state;
  };
}
