#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answers to the exercises of 1.7. Import Check.cs first.</summary>
public static class StreamChecks
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>1.7-a: a stream in batches.</summary>
    /// <param name="batch">The learner's method.</param>
    public static async Task<Verdict> BatchAsync(Func<IAsyncEnumerable<int>, int, IAsyncEnumerable<int[]>> batch)
    {
        var source = new Source(7);
        await using (var first = batch(source.ItemsAsync(), 3).GetAsyncEnumerator())
            await first.MoveNextAsync();
        if (source.Caller.Contains("Chunk", StringComparison.Ordinal))
            return Check.Wrong("这一题不用现成的 Chunk：自己攒。");
        if (source.Read > 3)
            return Check.Wrong($"第一批只要 3 个，你已经读了 {source.Read} 个：凑够一批就 yield return，不要先全部读完。");
        if (!source.IsClosed)
            return Check.Wrong("遍历的人半路走了，source 却没有收尾：用 await foreach 读它，或者 await using 它的迭代器。");
        return await AllAsync(batch, 7, 3, "1,2,3 | 4,5,6 | 7")
            ?? await AllAsync(batch, 6, 3, "1,2,3 | 4,5,6")
            ?? await AllAsync(batch, 2, 5, "1,2")
            ?? await AllAsync(batch, 3, 1, "1 | 2 | 3")
            ?? await AllAsync(batch, 0, 3, "")
            ?? Check.Right("凑够就给，最后一批不满也给，空的不给。");
    }

    /// <summary>1.7-b: a countdown that can be cancelled.</summary>
    /// <param name="countdown">The learner's method, called without a token.</param>
    public static async Task<Verdict> CountdownAsync(Func<int, TimeSpan, IAsyncEnumerable<int>> countdown)
    {
        var (numbers, gap) = await CountAsync(countdown(3, TimeSpan.FromMilliseconds(100)), CancellationToken.None);
        if (string.Join(" ", numbers) is not "3 2 1" and var wrong)
            return Check.Wrong($"从 3 开始应该数 3 2 1，你数的是“{wrong}”。");
        if (gap < TimeSpan.FromMilliseconds(80))
            return Check.Wrong("每数一个之前都要等 gap，第一个也要：有的数没有等就出来了。");
        if ((await CountAsync(countdown(0, TimeSpan.Zero), CancellationToken.None)).Numbers.Count > 0)
            return Check.Wrong("从 0 开始，一个也不该数。");

        using var cancellation = new CancellationTokenSource();
        var counting = CountAsync(countdown(1, TimeSpan.FromSeconds(6)), cancellation.Token);
        if (await Task.WhenAny(counting, Task.Delay(50)) == counting)
            return Check.Wrong("要等 6 秒才数，你没有等，或者占住了线程：用 await Task.Delay(gap, token)。");
        await cancellation.CancelAsync();
        if (await Task.WhenAny(counting, Task.Delay(_patience)) != counting)
            return Check.Wrong("取消了，还在等：想想 [EnumeratorCancellation]，再看看 Task.Delay 有没有接到令牌。");
        if (counting.IsFaulted)
            await counting; // Another exception: told as it is.
        return counting.IsCanceled
            ? Check.Right("令牌走完了全程：遍历的人 → 方法 → 等待。")
            : Check.Wrong("取消以后，循环安静地结束了：遍历的人会以为数完了，要让异常出去。");
    }

    /// <summary>1.7-c: two streams as one.</summary>
    /// <param name="merge">The learner's method.</param>
    public static async Task<Verdict> MergeAsync(
        Func<IAsyncEnumerable<string>, IAsyncEnumerable<string>, IAsyncEnumerable<string>> merge)
    {
        var pair = new Pair();
        var collecting = pair.CollectAsync(merge(pair.LeftAsync(), pair.RightAsync()));
        await Task.WhenAny(collecting, Task.Delay(2 * _patience));
        if (Has<TimeoutException>(collecting))
            return Check.Wrong("一条在等，另一条的元素就该出来：两条流要同时读，不是一条读完再读另一条，也不是轮流读。");
        if (!collecting.IsCompleted && pair.Got.Count == 4)
            return Check.Wrong("四个元素都到了，流却没有结束：两条都抄完以后，要 Complete 通道。");
        await collecting;
        if (string.Join(" ", pair.Got.Order(StringComparer.Ordinal)) is not "乙1 乙2 甲1 甲2" and var wrong)
            return Check.Wrong($"应该得到甲1、甲2、乙1、乙2，你得到“{wrong}”。");

        var nothing = pair.CollectAsync(merge(Pair.NothingAsync(), Pair.NothingAsync()));
        if (await Task.WhenAny(nothing, Task.Delay(_patience)) != nothing)
            return Check.Wrong("两条都是空的，流却没有结束。");
        return await BrokenAsync(merge, left: true) ?? await BrokenAsync(merge, left: false)
            ?? Check.Right("同时读，都完才完，错误也到了。");
    }

    private static async Task<Verdict?> AllAsync(
        Func<IAsyncEnumerable<int>, int, IAsyncEnumerable<int[]>> batch, int count, int size, string wanted)
    {
        var source = new Source(count);
        var batches = new List<int[]>();
        await foreach (var items in batch(source.ItemsAsync(), size))
        {
            batches.Add(items);
            if (batches.Count > count + 1)
                return Check.Wrong("批数比元素还多：流已经完了，你还在给空的批，循环停不下来。");
        }
        var got = string.Join(" | ", batches.Select(items => string.Join(",", items)));
        if (!source.IsClosed)
            return Check.Wrong("读完了，source 却没有收尾：用 await foreach 读它，或者 await using 它的迭代器。");
        if (got == wanted)
            return null;
        if (batches.Distinct().Count() < batches.Count && batches.All(items => items.Length > 0))
            return Check.Wrong("每一批都是同一个数组：先给出去的那一批，被后面的改掉了。");
        return Check.Wrong($"1 到 {count} 每批 {size} 个，应为“{wanted}”，你的是“{got}”："
            + (got.Length < wanted.Length ? "最后一批丢了？" : batches.Any(items => items.Length == 0) ? "空的批不要给。" : "给出一批以后，要把攒着的清空。"));
    }

    private static async Task<(List<int> Numbers, TimeSpan Gap)> CountAsync(IAsyncEnumerable<int> countdown, CancellationToken token)
    {
        var (numbers, shortest, last) = (new List<int>(), TimeSpan.MaxValue, Stopwatch.GetTimestamp());
        await foreach (var number in countdown.WithCancellation(token))
        {
            if (Stopwatch.GetElapsedTime(last) is var gap && gap < shortest)
                shortest = gap;
            last = Stopwatch.GetTimestamp();
            numbers.Add(number);
        }
        return (numbers, shortest);
    }

    private static async Task<Verdict?> BrokenAsync(
        Func<IAsyncEnumerable<string>, IAsyncEnumerable<string>, IAsyncEnumerable<string>> merge, bool left)
    {
        var pair = new Pair();
        var failing = pair.CollectAsync(left ? merge(Pair.BrokenAsync(), Pair.OneAsync()) : merge(Pair.OneAsync(), Pair.BrokenAsync()));
        if (await Task.WhenAny(failing, Task.Delay(_patience)) != failing)
            return Check.Wrong("一条流出了错，消费者就一直等：出错也要关上通道。");
        if (Has<NotSupportedException>(failing))
            return Check.Wrong("一条流抛出了异常，另一条还在读就被 DisposeAsync：NotSupportedException 盖住了原来的异常。先等它读完这一步。");
        return Has<FormatException>(failing) ? null
            : Check.Wrong("一条流抛出了异常，消费者却以为一切正常：把它交给 Complete(error)。");
    }

    // As it is, or wrapped, as by ContinueWith.
    private static bool Has<T>(Task task) => task.Exception?.Flatten().InnerExceptions.Any(error => error is T) ?? false;

    private sealed class Source(int count)
    {
        public int Read { get; private set; }

        public bool IsClosed { get; private set; }

        public string Caller { get; private set; } = "";

        public async IAsyncEnumerable<int> ItemsAsync()
        {
            (Caller, IsClosed) = (Environment.StackTrace, false);
            try
            {
                while (Read < count)
                {
                    await Task.Yield();
                    yield return ++Read;
                }
            }
            finally { IsClosed = true; }
        }
    }

    // Each of the two waits until an element of the other has reached the consumer.
    private sealed class Pair
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _right = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Got { get; } = [];

        public async IAsyncEnumerable<string> LeftAsync()
        {
            yield return "甲1";
            await _right.Task.WaitAsync(_patience);
            yield return "甲2";
        }

        public async IAsyncEnumerable<string> RightAsync()
        {
            await _left.Task.WaitAsync(_patience);
            yield return "乙1";
            yield return "乙2";
        }

        public static async IAsyncEnumerable<string> NothingAsync()
        {
            await Task.Yield();
            yield break;
        }

        public static async IAsyncEnumerable<string> OneAsync()
        {
            await Task.Yield();
            yield return "乙1";
        }

        public static async IAsyncEnumerable<string> BrokenAsync()
        {
            yield return "甲1";
            await Task.Yield();
            throw new FormatException("坏了");
        }

        // No more than ten, so that what never ends does.
        public async Task CollectAsync(IAsyncEnumerable<string> items)
        {
            await foreach (var item in items)
            {
                Got.Add(item);
                (item switch { "甲1" => _left, "乙2" => _right, _ => null })?.TrySetResult();
                if (Got.Count == 10)
                    break;
            }
        }
    }
}
