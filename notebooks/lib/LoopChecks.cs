#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;

/// <summary>A ring buffer as exercise 1.9-a wants it, whatever its class is called.</summary>
/// <param name="Add">Puts one in.</param>
/// <param name="TryTake">Takes the oldest out; null where there is none.</param>
/// <param name="Items">The array as it is now.</param>
public sealed record RingUnderTest(Action<int> Add, Func<int?> TryTake, Func<int[]> Items);

/// <summary>Judges the answers to the exercises of 1.9. Import Check.cs first.</summary>
public static class LoopChecks
{
    /// <summary>1.9-a: a ring buffer.</summary>
    /// <param name="make">Makes an empty one of length 4.</param>
    public static Verdict Ring(Func<RingUnderTest> make)
    {
        var ring = make();
        if (ring.TryTake() is not null)
            return Check.Wrong("刚建好，还是空的，TryTake 却取得出东西：没有东西时要返回 false。");
        AddRange(ring, 1, 3);
        if (Take(ring, 3) is not "1 2 3" and var first)
            return Check.Wrong($"放进 1 2 3，应当取出 1 2 3，你的是 {first}：先进先出。");
        if (Take(ring, 1) != "空")
            return Check.Wrong("空了还取得出东西：没有东西时 TryTake 要返回 false。");
        foreach (var item in new[] { 0, -1, int.MinValue, int.MaxValue, 0 })
        {
            ring.Add(item);
            if (Take(ring, 2) != $"{item} 空")
                return Check.Wrong($"放进 {item}，应当取出 {item}：有没有东西要靠个数，不能靠值。");
        }

        AddRange(ring, 1, 4); // Goes round the end, and fills it.
        if (ring.Items().Length != 4)
            return Check.Wrong("还装得下却变大了：取走的地方要能再用，位置用 & 绕回开头。");
        if (!ring.Items().Order().SequenceEqual([1, 2, 3, 4]))
            return Check.Wrong("东西要放在 Items 里：这时它应当正好装着 1 2 3 4。");
        for (var i = 0; i < 4; i++)
            ring.Items()[i] *= 10;
        if (Take(ring, 4) is not "10 20 30 40" and var moved)
            return Check.Wrong($"改了 Items 里的东西，取出来的也要跟着变：你取出的是 {moved}，没有用 Items，或者顺序乱了。");
        return Grow(make()) ?? Compare(make());
    }

    /// <summary>1.9-b: a buffer read full.</summary>
    /// <param name="readFully">The learner's method.</param>
    public static async Task<Verdict> ReadFullyAsync(Func<Func<Memory<byte>, ValueTask<int>>, Memory<byte>, Task> readFully)
    {
        foreach (var pieces in new int[][] { [2, 1, 3], [6], [1, 1, 1, 1, 1, 1], [9], [4, 9] })
        {
            var (stream, buffer) = (new Pieces(pieces), new byte[Pieces.Wanted]);
            await readFully(stream.ReadAsync, buffer);
            if (stream.Fault is { } fault)
                return fault;
            if (!buffer.SequenceEqual(new byte[] { 1, 2, 3, 4, 5, 6 }))
            {
                return Check.Wrong(buffer[5] == 0
                    ? $"没有装满：一次读不够，要接着读，也要接着装。buffer 里是 {string.Join(" ", buffer)}。"
                    : $"字节不对：应当是 1 2 3 4 5 6，你的是 {string.Join(" ", buffer)}。");
            }
            if (stream.Excess is { } excess)
                return excess;
        }

        var untouched = new Pieces(1);
        await readFully(untouched.ReadAsync, Memory<byte>.Empty);
        if (untouched.Reads > 0)
            return Check.Wrong("buffer 是空的，已经满了，一次也不该读：在真的套接字上，空的读会一直等到有数据来。");
        return await EndAsync(readFully, 2, 1) ?? await EndAsync(readFully) ?? await BrokenAsync(readFully)
            ?? Check.Right("分几次到，都收得齐；收不齐，也说得清。");
    }

    private static Verdict? Grow(RingUnderTest ring)
    {
        AddRange(ring, 1, 2);
        Take(ring, 1);
        AddRange(ring, 3, 20); // Does not begin at the start, and grows three times.
        var (length, taken) = (ring.Items().Length, Take(ring, 20));
        if (taken != string.Join(" ", Enumerable.Range(2, 19)) + " 空")
            return Check.Wrong($"变大以后顺序乱了或者丢了：应当是 2 到 20，你的是 {taken}。");
        return length == 32 ? null : Check.Wrong($"数组长度应当是 32，你的是 {length}：满了才变大，每次大一倍。");
    }

    // Against the framework's queue, for ten thousand steps that are the same every time.
    private static Verdict Compare(RingUnderTest ring)
    {
        var (model, steps) = (new Queue<int>(), 0);
        for (var seed = 12345u; steps < 10_000; steps++)
        {
            seed = (seed * 1664525) + 1013904223;
            if (seed >> 31 == 0 || steps % 100 < 20)
            {
                model.Enqueue(steps);
                ring.Add(steps);
            }
            else if (ring.TryTake() is var got && got != (model.TryDequeue(out var wanted) ? wanted : null))
            {
                return Check.Wrong($"放放取取 {steps} 次以后，取出来的不对：是 {Text(got)}。");
            }
        }
        return BitOperations.IsPow2(ring.Items().Length)
            ? Check.Right("绕得回来，也长得大。") : Check.Wrong($"数组的长度要总是 2 的幂，你的是 {ring.Items().Length}。");
    }

    private static void AddRange(RingUnderTest ring, int from, int to)
    {
        for (var i = from; i <= to; i++)
            ring.Add(i);
    }

    private static string Take(RingUnderTest ring, int count) =>
        string.Join(" ", Enumerable.Range(0, count).Select(_ => Text(ring.TryTake())));

    private static string Text(int? item) => item is { } value ? $"{value}" : "空";

    private static async Task<Verdict?> EndAsync(
        Func<Func<Memory<byte>, ValueTask<int>>, Memory<byte>, Task> readFully, params int[] pieces)
    {
        var stream = new Pieces(pieces);
        try { await readFully(stream.ReadAsync, new byte[Pieces.Wanted]); }
        catch (EndOfStreamException) { return stream.Fault; }
        return stream.Fault ?? Check.Wrong($"对方只发了 {pieces.Sum()} 个字节就关了，你却当成装满了：读到 0 要抛 EndOfStreamException。");
    }

    private static async Task<Verdict?> BrokenAsync(Func<Func<Memory<byte>, ValueTask<int>>, Memory<byte>, Task> readFully)
    {
        try { await readFully(_ => ValueTask.FromException<int>(new TimeoutException()), new byte[6]); }
        catch (TimeoutException) { return null; }
        catch (EndOfStreamException) { }
        return Check.Wrong("读的时候断了线，抛出的是别的异常：它要原样出去，不要当成对方关了。");
    }

    // Gives a little at a time; when all is given, its end.
    private sealed class Pieces(params int[] lengths)
    {
        public const int Wanted = 6;

        private readonly int[] _left = [.. lengths];
        private int _piece, _value, _ends;

        public int Reads { get; private set; }

        public Verdict? Fault { get; private set; }

        public Verdict? Excess { get; private set; }

        public async ValueTask<int> ReadAsync(Memory<byte> memory)
        {
            await Task.Yield();
            if (memory.IsEmpty)
                Fault ??= Check.Wrong("已经装满了还在读：在真的套接字上，空的读会一直等到有数据来，程序就停在这里了。");
            if (_value < Wanted && memory.Length > Wanted - _value)
                Excess ??= Check.Wrong($"还差 {Wanted - _value} 个字节，你要读 {memory.Length} 个：多读出来的是下一条消息的，丢了就找不回来。");
            if (_ends > 5)
            {
                Fault ??= Check.Wrong("读到末尾（0）以后还在读：对方已经关了，再读也不会有。");
                throw new EndOfStreamException();
            }
            Reads++;
            if (_piece < _left.Length && _left[_piece] == 0)
                _piece++;
            var count = _piece < _left.Length ? Math.Min(_left[_piece], memory.Length) : 0;
            if (count == 0)
                _ends++;
            else
                _left[_piece] -= count;
            for (var i = 0; i < count; i++)
                memory.Span[i] = (byte)++_value;
            return count;
        }
    }
}
