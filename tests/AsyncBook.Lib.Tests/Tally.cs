using System.Diagnostics;
using System.Security.Cryptography;

namespace AsyncBook.Lib.Tests;

/// <summary>Kinds of work for a loop under stress, and what went wrong with them. Made on the loop's thread.</summary>
internal sealed class Tally
{
    private readonly int _home = Environment.CurrentManagedThreadId;
    private readonly List<string> _faults = [];

    public string Faults => string.Join("; ", _faults.Take(5));

    public async Task YieldAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Task.Yield();
            AtHome();
        }
    }

    public async Task LeaveAndReturnAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Task.Run(() => Thread.SpinWait(i * 50));
            AtHome();
            await Task.Delay(i % 3);
            AtHome();
        }
    }

    /// <summary>Other threads post; each thread's come in its order, none is lost, none twice.</summary>
    public async Task PostAsync(Action<Action> callSoon, int count)
    {
        var next = 0;
        await Task.Run(() =>
        {
            for (var i = 0; i < count; i++)
            {
                var mine = i;
                callSoon(() => Expect(mine == next++, $"post {mine} came as number {next - 1}"));
            }
        });

        // Queued after the last of them, so it runs after it.
        var last = new TaskCompletionSource();
        callSoon(last.SetResult);
        await last.Task;
        Expect(next == count, $"{next} of {count} posts came");
    }

    public async Task TimersAsync(Func<TimeSpan, Action, Action> start, int count)
    {
        var (ran, done) = (0, new TaskCompletionSource());
        for (var i = 0; i < count; i++)
        {
            var (delay, begun) = (TimeSpan.FromMilliseconds(i * 7 % 30), Stopwatch.GetTimestamp());
            start(delay, () =>
            {
                Expect(Stopwatch.GetElapsedTime(begun) >= delay - TimeSpan.FromMilliseconds(1), $"a timer of {delay} came too early");
                if (++ran == count)
                {
                    done.SetResult();
                }
            });
        }
        if (count > 0)
        {
            await done.Task;
        }
        Expect(ran == count, $"{ran} of {count} timers ran");
    }

    public async Task CancelFromElsewhereAsync(Func<TimeSpan, Action, Action> start, int count)
    {
        var ran = false;
        var cancels = Enumerable.Range(0, count).Select(_ => start(TimeSpan.FromMinutes(10), () => ran = true)).ToList();
        await Task.Run(() => cancels.ForEach(cancel => cancel()));
        AtHome();
        Expect(!ran, "a cancelled timer ran");
    }

    /// <summary>A conversation over sockets of the loop itself.</summary>
    public async Task EchoAsync(int size)
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        var sent = RandomNumberGenerator.GetBytes(size);
        var sending = client.WriteAsync(sent).AsTask();
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (received.Count < size)
        {
            var read = await server.ReadAsync(buffer);
            AtHome();
            received.AddRange(buffer.AsSpan(0, read));
            if (read == 0)
            {
                break;
            }
        }
        await sending;
        Expect(sent.AsSpan().SequenceEqual(received.ToArray()), $"{size} bytes were sent, {received.Count} came, or others");
    }

    private void AtHome() => Expect(Environment.CurrentManagedThreadId == _home, "resumed on another thread");

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
