"""work.py LOOP WORK N: does one piece of work on asyncio or uvloop and prints what it took, as JSON.

The pieces are those of AsyncBook.Bench/Work.cs. The first run is timed as cold, the second as warm; for CPython
that is nearly the same.
"""
import asyncio
import json
import resource
import sys
import time


async def yields(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def turn():
    await asyncio.sleep(0)
    return 1


async def tasks(n):
    await asyncio.gather(*[asyncio.create_task(turn()) for _ in range(n)])


async def futures(n):
    loop = asyncio.get_running_loop()
    for _ in range(n):
        future = loop.create_future()
        loop.call_soon(future.set_result, 1)
        await future


async def creates(n):
    for _ in range(n):
        await asyncio.create_task(turn())


async def sleeps(n):
    await asyncio.gather(*[asyncio.sleep(1) for _ in range(n)])


async def short_sleeps(n):
    await asyncio.gather(*[asyncio.sleep(0.02) for _ in range(n)])


WORK = {"yields": yields, "tasks": tasks, "futures": futures, "creates": creates, "sleeps": sleeps}


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_megabytes():
    # Not ru_maxrss: that one outlives exec, so it would be the size of whoever started this process.
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


def main():
    loop, work, n = sys.argv[1], WORK[sys.argv[2]], int(sys.argv[3])
    if loop == "uvloop":
        import uvloop
        asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    if work is sleeps:
        asyncio.run(short_sleeps(n // 10))
    processor = processor_seconds()
    times = []
    for _ in range(1 if work is sleeps else 2):
        start = time.perf_counter()
        asyncio.run(work(n))
        times.append(time.perf_counter() - start)
    print(json.dumps({
        "cold": times[0], "warm": times[-1], "processor": (processor_seconds() - processor) / len(times),
        "megabytes": peak_megabytes() if sys.platform == "linux" else 0}))


main()
