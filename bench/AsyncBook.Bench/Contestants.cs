using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>Who is measured at what.</summary>
internal static class Contestants
{
    private static readonly string _self = Environment.ProcessPath!;
    private static readonly bool _taskset = OperatingSystem.IsLinux() && Child.Succeeds("taskset", "-c", "0", "true");

    public static IEnumerable<Contestant> All(Python python) =>
    [
        .. Work(python, "yields", 1_000_000, "1,000,000 yields", "yields", ["EventLoop", "FastEventLoop", "EpollEventLoop", "ThreadPool"]),
        .. Work(python, "nested", 1_000_000, "1,000,000 yields", "nested", ["FastEventLoop", "EpollEventLoop"], python: false, suffix: ", nested async method"),
        .. Work(python, "tasks", 100_000, "100,000 live tasks", "tasks", []),
        .. Work(python, "tasks", 100_000, "100,000 live tasks", "tasks-hot", ["EventLoop", "FastEventLoop", "EpollEventLoop", "ThreadPool"], python: false, suffix: ", hot"),
        .. Work(python, "tasks", 100_000, "100,000 live tasks", "tasks-cold", ["EventLoop", "FastEventLoop", "EpollEventLoop"], python: false, suffix: ", started as create_task does"),
        .. Work(python, "futures", 200_000, "200,000 future round trips", "futures", ["EventLoop", "FastEventLoop", "EpollEventLoop", "ThreadPool"]),
        .. Work(python, "creates", 50_000, "50,000 tasks created and awaited", "creates", ["EventLoop", "FastEventLoop", "EpollEventLoop"]),
        .. Sleeps(python),
        .. OperatingSystem.IsLinux() ? Echo(python) : [],
    ];

    private static IEnumerable<Contestant> Work(
        Python interpreter, string group, int count, string row, string work, string[] loops, bool python = true, string suffix = "")
    {
        var n = count.ToString(CultureInfo.InvariantCulture);
        foreach (var loop in python ? PythonLoops(interpreter) : [])
        {
            yield return new(group, loop, loop, () => Times(Child.Measure(interpreter.Program!, Python.Script("work.py"), loop, work, n)));
        }
        foreach (var loop in loops.Where(IsHere))
        {
            yield return new(group, loop + suffix, null, () => Times(Child.Measure(_self, "work", loop, work, n)));
        }

        IEnumerable<Measurement> Times(IReadOnlyDictionary<string, double> result) =>
        [
            new(row + ", warm", "s", result["warm"]),
            new(row + ", warm" + Aim.Processor, "s", result["processor"]),
            new(row + ", cold", "s", result["cold"]),
        ];
    }

    private static IEnumerable<Contestant> Sleeps(Python python)
    {
        foreach (var loop in PythonLoops(python))
        {
            yield return new("sleeps", loop, loop, () => Figures(Child.Measure(python.Program!, Python.Script("work.py"), loop, "sleeps", "10000")));
        }
        foreach (var loop in new[] { "FastEventLoop", "EpollEventLoop", "ThreadPool" }.Where(IsHere))
        {
            yield return new("sleeps", loop, null, () => Figures(Child.Measure(_self, "work", loop, "sleeps", "10000")));
        }

        static IEnumerable<Measurement> Figures(IReadOnlyDictionary<string, double> result) =>
        [
            new("10,000 sleeps of 1 s, wall", "s", result["warm"]),
            new("10,000 sleeps of 1 s, CPU", "s", result["processor"]),
            new("10,000 sleeps of 1 s, peak memory", "MB", result["megabytes"]),
        ];
    }

    private static IEnumerable<Contestant> Echo(Python python)
    {
        (string Name, string? Baseline, string[] Command)[] servers =
        [
            .. from loop in PythonLoops(python)
               from kind in new[] { "streams", "protocol" }
               let baseline = (loop, kind) is ("asyncio", "streams") or ("uvloop", "protocol") ? loop : null
               select ($"{loop} {kind}", baseline, new[] { python.Program!, Python.Script("echo.py"), loop, kind }),
            ("EpollEventLoop", null, [_self, "echo-server", "epoll"]),
            (".NET Socket on the pool", null, [_self, "echo-server", "sockets"]),
            (".NET Socket on FastEventLoop", null, [_self, "echo-server", "sockets-on-loop"]),
        ];
        return
            from one in _taskset ? new[] { false, true } : [false]
            from connections in new[] { 10, 1 }
            let row = $"echo 1 KiB, {connections} connection{(connections > 1 ? "s" : "")}{(one ? ", all on one CPU" : "")}"
            from server in servers
            select new Contestant("echo", server.Name, server.Baseline, () => [new(row, "/s", Rate(server.Command, connections, one))]);
    }

    private static double Rate(string[] server, int connections, bool oneProcessor)
    {
        string[] prefix = oneProcessor ? ["taskset", "-c", "0"] : [];
        using var process = Child.Start([.. prefix, .. server]);
        try
        {
            var port = process.StandardOutput.ReadLine()!;
            string[] client = [_self, "echo-client", port, connections.ToString(CultureInfo.InvariantCulture)];
            return Child.Measure([.. prefix, .. client])["rate"];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private static IEnumerable<string> PythonLoops(Python python) =>
        python.Program is null ? [] : python.HasUvloop ? ["asyncio", "uvloop"] : ["asyncio"];

    private static bool IsHere(string loop) => loop != "EpollEventLoop" || EpollEventLoop.IsSupported;
}
