#nullable enable
using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Checks the answer to an exercise and prints, in one line, how it did.</summary>
public static class Check
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    /// <summary>The answer is right.</summary>
    /// <param name="why">What it got right, for the learner to take along.</param>
    public static Verdict Right(string why) => new Verdict.Passed(why);

    /// <summary>The answer is not right yet.</summary>
    /// <param name="why">What is wrong with it and where to look, not just that it is.</param>
    public static Verdict Wrong(string why) => new Verdict.NotYet(why);

    /// <summary>What is said of a stub, after the exercise's number.</summary>
    public static string Unfinished => new Verdict.Unfinished().ToString();

    /// <summary>Runs a check and prints its verdict; whatever the learner's code does, this neither throws nor hangs.</summary>
    /// <param name="id">The exercise, such as 1.4-a.</param>
    /// <param name="attempt">Calls the learner's code and judges what it did.</param>
    /// <param name="limit">How long it may take; 5 s unless told.</param>
    public static async Task RunAsync(string id, Func<Task<Verdict>> attempt, TimeSpan? limit = null)
    {
        // A thread of its own: code that blocks for ever must not take one from the pool with it.
        var work = Task.Factory.StartNew(
            attempt, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        await Task.WhenAny(work, Task.Delay(limit ?? _limit));
        Console.WriteLine(OneLine($"{id} {Judge(work, limit ?? _limit)}"));
    }

    private static Verdict Judge(Task<Verdict> work, TimeSpan limit) => work.Status switch
    {
        TaskStatus.RanToCompletion => work.Result,
        TaskStatus.Faulted => Explain(work.Exception!),
        TaskStatus.Canceled => Wrong("你的代码以取消（OperationCanceledException）结束，没有给出结果。"),
        _ => Wrong(
            $"{Seconds(limit)} 秒之内没有结束。看看是不是在等一个永远不会完成的东西，或者循环停不下来。"
            + "它可能还在后台跑：改好以后，先重启内核。"),
    };

    private static Verdict Explain(AggregateException failure)
    {
        if (IsStub(failure))
            return new Verdict.Unfinished();
        Exception first = failure;
        while (first is AggregateException { InnerExceptions: [var inner, ..] })
            first = inner;
        return Wrong($"你的代码抛出了 {first.GetType().Name}：{first.Message}");
    }

    // The stub's exception may come wrapped: by Task.Wait, by a constructor, by the learner's own catch.
    private static bool IsStub(Exception? failure) => failure switch
    {
        null => false,
        NotImplementedException => true,
        AggregateException many => many.InnerExceptions.Any(IsStub),
        _ => IsStub(failure.InnerException),
    };

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);

    private static string OneLine(string text) =>
        string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>What a check found: passed, not yet, or not even begun. There is no fourth.</summary>
public abstract record Verdict
{
    private Verdict() { }

    internal sealed record Passed(string Why) : Verdict
    {
        public override string ToString() => $"通过：{Why}";
    }

    internal sealed record NotYet(string Why) : Verdict
    {
        public override string ToString() => $"还不对：{Why}";
    }

    internal sealed record Unfinished : Verdict
    {
        public override string ToString() =>
            "未完成：把练习里的 throw new NotImplementedException() 换成你的代码，运行那一格，再运行这一格。";
    }
}
