using System.Diagnostics;
using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>One piece of work on one loop in a process of its own; prints what it took, as work.py does.</summary>
internal static class WorkProcess
{
    private const int WarmUps = 8, Measurements = 3;

    // The JIT compiles methods that run often a second time, in the background: let it finish.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);

    public static int Run(string loop, string work, string count)
    {
        var (policy, n) = (Policy(loop), int.Parse(count, CultureInfo.InvariantCulture));
        var result = work == "sleeps" ? Sleeps(policy, n) : Times(policy, work, n);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"cold": {{result.Cold}}, "warm": {{result.Warm}}, "processor": {{result.Processor}}, "megabytes": {{PeakMegabytes()}}}"""));
        return 0;
    }

    private static (double Cold, double Warm, double Processor) Times(LoopPolicy policy, string work, int count)
    {
        var cold = Seconds(policy, work, count);
        for (var i = 0; i < WarmUps; i++)
        {
            Seconds(policy, work, count / 10);
            Thread.Sleep(_pause);
        }
        var processor = Environment.CpuUsage.TotalTime;
        var warm = Enumerable.Range(0, Measurements).Select(_ => Seconds(policy, work, count)).ToArray();
        return (cold, Statistics.Median(warm), (Environment.CpuUsage.TotalTime - processor).TotalSeconds / Measurements);
    }

    private static (double Cold, double Warm, double Processor) Sleeps(LoopPolicy policy, int count)
    {
        policy.Run(() => Work.Sleeps(count / 10, TimeSpan.FromMilliseconds(20)));
        var processor = Environment.CpuUsage.TotalTime;
        var seconds = Seconds(policy, "sleeps", count);
        return (seconds, seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static double Seconds(LoopPolicy policy, string work, int count)
    {
        var start = Stopwatch.GetTimestamp();
        policy.Run(() => Work.Named(work, policy)(count));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double PeakMegabytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        }
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }

    private static LoopPolicy Policy(string name) => name switch
    {
        "EventLoop" => LoopPolicy.Readable,
        "FastEventLoop" => LoopPolicy.Fast,
        "EpollEventLoop" => LoopPolicy.Epoll,
        "ThreadPool" => LoopPolicy.ThreadPool,
        _ => throw new ArgumentException($"No such loop: {name}"),
    };
}
