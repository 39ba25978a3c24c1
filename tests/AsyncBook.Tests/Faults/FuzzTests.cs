using System.Collections.Concurrent;
using System.Globalization;

namespace AsyncBook.Tests.Faults;

/// <summary>
/// Thousands of spoilt notebooks. ASYNCBOOK_FUZZ_SEED tries others than those of every day, ASYNCBOOK_FUZZ_COUNT more of them,
/// ASYNCBOOK_FUZZ_NUMBER one alone.
/// </summary>
[Trait("speed", "slow")]
public sealed class FuzzTests
{
    private const int EveryDay = 14, Count = 3000, OneProcessIn = 25, MostFindings = 5;

    [Fact]
    public async Task No_spoilt_notebook_shows_a_stack_trace_hangs_loses_a_byte_or_ends_with_the_wrong_exit_code()
    {
        var (seed, only) = (Number("ASYNCBOOK_FUZZ_SEED") ?? EveryDay, Number("ASYNCBOOK_FUZZ_NUMBER"));
        var (first, count) = only is { } number ? (number, 1) : (1, Number("ASYNCBOOK_FUZZ_COUNT") ?? Count);
        var findings = new ConcurrentQueue<string>();
        var tried = 0;
        // A crash of this very process leaves no other word: the numbers that were being tried then stand in this file.
        var note = Path.Combine(Path.GetTempPath(), $"asyncbook-fuzz-{seed}.txt");
        var current = new ConcurrentDictionary<int, string>();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (number, token) =>
        {
            if (findings.Count >= MostFindings)
            {
                return;
            }

            var one = FuzzCase.Of(seed, number);
            current[number] = one.ToString();
            Note(note, current.Values);
            using var trial = new FuzzTrial(one, isProcess: number % OneProcessIn == 0);
            if (await trial.FindFaultAsync() is { } fault)
            {
                findings.Enqueue(fault);
            }

            current.TryRemove(number, out _);
            Interlocked.Increment(ref tried);
        });
        File.Delete(note);
        Assert.True(findings.IsEmpty, string.Join("\n\n", findings));
        Assert.Equal(count, tried);
    }

    private static void Note(string path, IEnumerable<string> lines)
    {
        lock (_noting)
        {
            File.WriteAllLines(path, lines);
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static readonly Lock _noting = new();
}
