#nullable enable
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading.Tasks;

/// <summary>One of Python's event loops, measured here where there is one, or by figures from another machine. Import Bars.cs first.</summary>
public sealed class PythonLoop
{
    private const string WorkScript = """
        import asyncio, importlib, sys, time
        async def yields(n):
            for _ in range(n): await asyncio.sleep(0)
        async def sleeps(n):
            await asyncio.gather(*[asyncio.sleep(0.2) for _ in range(n)])
        def seconds(work, n):
            with asyncio.Runner(loop_factory=new_loop) as runner:
                start = time.perf_counter()
                runner.run(work(n))
                return time.perf_counter() - start
        new_loop = importlib.import_module(sys.argv[1]).new_event_loop
        for work, n in (yields, 100000), (sleeps, 5000):
            seconds(work, n // 10)
            print(min(seconds(work, n) for _ in range(3)))
        """;

    // The faster of asyncio's two ways to write a server: a protocol, not streams.
    private const string EchoScript = """
        import asyncio, importlib, sys
        new_loop = importlib.import_module(sys.argv[1]).new_event_loop
        class Echo(asyncio.Protocol):
            def connection_made(self, transport): self.transport = transport
            def data_received(self, data): self.transport.write(data)
        async def main():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(Echo, '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await asyncio.sleep(60)
        with asyncio.Runner(loop_factory=new_loop) as runner: runner.run(main())
        """;

    // asyncio.Runner is of 3.11.
    private const string VersionScript =
        "import asyncio, sys, platform; m = __import__(sys.argv[1]); asyncio.Runner; " +
        "print('CPython ' + platform.python_version() + ('，uvloop ' + m.__version__ if sys.argv[1] == 'uvloop' else ''))";

    private readonly string? _program;
    private readonly double[] _stored;

    private PythonLoop(string name, string? program, string versions, double[] stored) =>
        (Name, _program, Versions, _stored) = (name, program, versions, stored);

    /// <summary>asyncio or uvloop.</summary>
    public string Name { get; }

    /// <summary>Which versions the figures are of, and from where.</summary>
    public string Versions { get; }

    /// <summary>asyncio's default loop.</summary>
    public static Task<PythonLoop> AsyncioAsync() => FindAsync("asyncio", [0.201, 0.229, 99821]);

    /// <summary>uvloop, where it is installed.</summary>
    public static Task<PythonLoop> UvloopAsync() => FindAsync("uvloop", [0.098, 0.218, 103341]);

    /// <summary>Seconds for 100,000 yields, and for 5,000 tasks that sleep for 0.2 s together: the best of three.</summary>
    public async Task<Figure[]> WorkAsync()
    {
        Figure[] old = [Stored(0), Stored(1)];
        if (_program is null)
            return old;
        using var process = Start(_program, WorkScript, Name);
        try
        {
            var text = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Figure[] now = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new Figure(Name, double.Parse(line, CultureInfo.InvariantCulture), 1))];
            return now.Length == 2 ? now : old;
        }
        catch (TimeoutException)
        {
            return old; // A machine too busy to measure.
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Round trips a second of an echo server: the best of three, the first of which warms it up.</summary>
    public async Task<Figure> EchoAsync()
    {
        if (_program is null)
            return Stored(2);
        using var process = Start(_program, EchoScript, Name);
        try
        {
            var port = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
            if (port is null)
                return Stored(2);
            var best = 0.0;
            for (var i = 0; i < 3; i++)
                best = Math.Max(best, await EchoRate.MeasureAsync(int.Parse(port, CultureInfo.InvariantCulture)));
            return new(Name, best, 1);
        }
        catch (Exception error) when (error is TimeoutException or IOException or SocketException)
        {
            return Stored(2);
        }
        finally
        {
            process.Kill();
        }
    }

    private Figure Stored(int which) => new(Name, _stored[which], 2);

    // Debian's uvloop belongs to Debian's python3, whatever else is on the PATH.
    private static async Task<PythonLoop> FindAsync(string name, double[] stored)
    {
        foreach (var program in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                using var process = Start(program, VersionScript, name);
                var versions = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10));
                await process.WaitForExitAsync();
                if (process.ExitCode == 0)
                    return new(name, program, $"这次运行，{versions.Trim()}", stored);
            }
            catch (Exception error) when (error is Win32Exception or TimeoutException)
            {
                // No such program, or one that does not answer: the next.
            }
        }
        return new(name, null, "存下来的，CPython 3.11.2，uvloop 0.17.0，2 核 Intel Xeon 虚拟机，2026-11-23", stored);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(
        new ProcessStartInfo(program, ["-c", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
