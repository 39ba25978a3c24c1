using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using AsyncBook.Services;

namespace AsyncBook.Exercises;

/// <summary>Judges one answer, in a kernel that knows what the notebook brings in. A second answer wants a second one: the first one's methods would still be there.</summary>
internal sealed partial class Judge : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _restoreLimit = TimeSpan.FromMinutes(5);
    private readonly KernelClient _client;

    private Judge(KernelClient client) => _client = client;

    /// <exception cref="KernelException">The kernel does not start, or the notebook's imports fail.</exception>
    public static async Task<Judge> StartAsync(Notebook notebook, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        var launch = KernelLaunch.For(KernelKind.Builtin, notebook.Folder) with { Variables = addresses.Variables };
        var judge = new Judge(await KernelClient.StartAsync(launch, notebook.Folder, cancellationToken));
        try
        {
            return await judge.RunAsync(Preamble.Of(notebook), _restoreLimit, cancellationToken) is { Failure: { } failure }
                ? throw new KernelException(KernelWords.PreambleFailed(notebook.Name, failure))
                : judge;
        }
        catch
        {
            await judge.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the answer and its check, and nothing else.</summary>
    public async Task<Judgement> JudgeAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(exercise.Cell.Source, _limit, cancellationToken);
        if (answer.Failure is { } fault)
        {
            fault = InFile(exercise, fault);
            return new(ExerciseVerdict.NotYet(exercise.Id, fault), answer.Printed, fault);
        }

        var check = await RunAsync(exercise.Check.Source, _limit, cancellationToken);
        var verdict = ExerciseVerdict.Find(exercise.Id, check.Printed)
            ?? ExerciseVerdict.NotYet(exercise.Id, check.Failure ?? "检查没有说话。");
        return new(verdict, answer.Printed, check.Failure);
    }

    // The compiler counts from the answer's first line; whoever writes in a file has it further down.
    private static string InFile(Exercise exercise, string failure)
    {
        var file = new AnswerFile(exercise);
        return Place().Replace(failure, place =>
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Path)}({int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) + file.LinesBefore},"));
    }

    [GeneratedRegex(@"\bexercise\((?<line>\d+),")]
    private static partial Regex Place();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private async Task<(string Printed, string? Failure)> RunAsync(string code, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        var printed = new StringBuilder();
        try
        {
            var failure = await _client.SubmitAsync(code, "exercise", said => printed.Append((said as KernelEvent.Text)?.Value), stop.Token);
            return (printed.ToString(), failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _client.Kill();
            return (printed.ToString(), $"{limit.TotalSeconds:0} 秒之内没有结束。");
        }
        catch (KernelException e)
        {
            return (printed.ToString(), e.Message);
        }
    }
}

/// <summary>What came of judging an answer.</summary>
/// <param name="Verdict">What the check says; that the answer does not run, where it does not.</param>
/// <param name="Printed">What the answer itself printed.</param>
/// <param name="Failure">All of what the compiler or the kernel said, where something failed.</param>
internal sealed record Judgement(ExerciseVerdict Verdict, string Printed, string? Failure);
