"""trace.py PROGRAM.py: runs a program and prints, as JSON, the steps in which its asyncio code ran.

    python3 data/python/trace.py data/python/1.4_1.py > data/traces/1.4_1.json

The schema is that of the built-in C# kernel's traces: see data/traces/README.md. Only functions of PROGRAM itself are
followed. asyncio's own Task and Future are used in their Python form, which schedules exactly as the C form does and,
unlike it, says whose step is put in the queue. The program's output goes to standard error.
"""
import asyncio
import builtins
import dis
import inspect
import json
import os
import re
import sys
import threading
import time

LIMIT = 20_000
steps, tasks, truncated = [], [], False
numbers, threads, current = {}, {}, threading.local()
start = time.perf_counter()
lock = threading.RLock()


def add(kind, task, line=None, text=None, on=None):
    global truncated
    with lock:
        if len(steps) >= LIMIT:
            truncated = True
            return
        step = {"t": round((time.perf_counter() - start) * 1000, 1),
                "thread": threads.setdefault(threading.get_ident(), len(threads) + 1),
                "task": task, "line": line, "kind": kind, "text": text, "on": on}
        steps.append({key: value for key, value in step.items() if value is not None})


def number(key, name):
    """The number of a task, given when it is first heard of; a name heard twice gets its own number behind it."""
    with lock:
        if key not in numbers:
            same = sum(1 for task in tasks if task["name"].split(" #")[0] == name)
            numbers[key] = len(tasks) + 1
            tasks.append({"id": numbers[key], "name": f"{name} #{same + 1}" if same else name})
        return numbers[key]


def task_number(task):
    return number(task, task.get_coro().__qualname__.split(".")[-1])


def running():
    """The task whose code runs on this thread now: asyncio's, or the function a pool's thread was given."""
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None
    return task_number(task) if task else getattr(current, "plain", None)


# What asyncio puts in its queue, and why.

class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *arguments, context=None):
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, asyncio.Task) and is_ours(owner):
            new = owner not in numbers
            add("ready", task_number(owner), on=running(),
                text="create" if new else "yield" if callback.__name__.endswith("__step") else "wake")
        return super().call_soon(callback, *arguments, context=context)

    def call_later(self, delay, callback, *arguments, context=None):
        if delay > 0 and (task := running()):
            add("timer", task, text=f"{delay:g} s")
        return super().call_later(delay, callback, *arguments, context=context)


def is_ours(task):
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and code.co_filename == program


# What the program's own functions do.

entered, failing = {}, {}


def on_call(frame, event, argument):
    code, name = frame.f_code, frame.f_code.co_name
    is_function = code.co_flags & inspect.CO_OPTIMIZED and (name == "<lambda>" or not name.startswith("<"))
    if code.co_filename != program or not is_function:
        return None
    if frame in entered:
        resume(frame)
    else:
        entered[frame] = alone = running() is None
        if alone:
            current.plain = number((threading.get_ident(), frame), name)
        add("enter", running(), frame.f_lineno, text=name)
    return on_event


def on_event(frame, event, argument):
    if event == "line":
        add("line", running(), frame.f_lineno)
    elif event == "exception":
        failing[frame] = argument[1]
    elif event == "return" and not is_suspension(frame):
        leave(frame, argument)
    elif event == "return" and type(argument).__name__ != "async_generator_wrapped_value":
        suspend(frame, argument)
    return on_event


# An await goes down through coroutines to where the task really stops: that place alone is told, both ways.

def suspend(frame, awaited):
    if not last_is("suspend"):
        add("suspend", running(), frame.f_lineno, text=re.sub(r"\s*#.*", "", lines[frame.f_lineno - 1].strip()),
            on=numbers.get(awaited) if isinstance(awaited, asyncio.Task) else None)


def resume(frame):
    if last_is("resume"):
        steps.pop()
    add("resume", running(), frame.f_lineno)


def last_is(kind):
    return bool(steps) and steps[-1]["kind"] == kind and steps[-1].get("task") == running()


def leave(frame, result):
    error = failing.pop(frame, None)
    if error is not None and not opcode(frame).startswith(("RETURN_", "INSTRUMENTED_RETURN_")):
        add("throw", running(), frame.f_lineno, text=stable(f"{type(error).__name__}: {error}").rstrip(": "))
    else:
        add("exit", running(), frame.f_lineno, text=frame.f_code.co_name)
    if entered.pop(frame, False):
        current.plain = None


def is_suspension(frame):
    return bool(frame.f_code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR)) \
        and opcode(frame).removeprefix("INSTRUMENTED_") in ("YIELD_VALUE", "SEND", "RESUME")


def opcode(frame):
    return dis.opname[frame.f_code.co_code[frame.f_lasti]]


def traced_print(*values, sep=" ", end="\n", file=None, flush=False):
    text = sep.join(map(str, values))
    add("print", running(), sys._getframe(1).f_lineno, text=stable(text))
    original_print(*values, sep=sep, end=end, file=file or sys.stderr, flush=flush)


def stable(text):
    """Without what differs from run to run and from machine to machine."""
    return re.sub(r"0x[0-9a-f]+", "0x…", text.replace(program, os.path.basename(program)))


def main():
    asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
    asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
    asyncio.new_event_loop = asyncio.events.new_event_loop = Loop
    asyncio.SelectorEventLoop.create_task = lambda self, coro, **more: asyncio.Task(coro, loop=self, **more)
    builtins.print = traced_print
    threading.settrace(on_call)
    failure = None
    threads[threading.get_ident()] = 1
    sys.settrace(on_call)
    try:
        exec(compile("".join(lines), program, "exec"), {"__name__": "__main__", "__file__": program})
    except BaseException as error:  # What ends the program belongs to its trace.
        failure = f"{type(error).__name__}: {error}"
    finally:
        sys.settrace(None)
        # What the interpreter does at its end: pools finish what they have been given.
        if pools := sys.modules.get("concurrent.futures.thread"):
            pools._python_exit()
        threading.settrace(None)
    trace = {"language": "python", "version": "%d.%d" % sys.version_info[:2], "program": os.path.basename(program),
             "failure": failure, "truncated": truncated, "tasks": tasks}
    head = json.dumps(trace, ensure_ascii=False, indent=1).removesuffix("\n}")
    body = ",\n".join("  " + json.dumps(step, ensure_ascii=False) for step in steps)
    sys.stdout.write(f'{head},\n "steps": [\n{body}\n ]\n}}\n')


if __name__ == "__main__":
    original_print = builtins.print
    program = os.path.abspath(sys.argv[1])
    with open(program, encoding="utf-8") as file:
        lines = file.readlines()
    main()
