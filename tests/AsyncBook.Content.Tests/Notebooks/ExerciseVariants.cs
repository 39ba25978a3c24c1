using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Runs an exercise's check on its stub, on its reference answer and on its known wrong answers.</summary>
internal static class ExerciseVariants
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(Notebook notebook, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        await using var kernel = await ExerciseKernel.StartAsync(notebook, addresses, cancellationToken);
        foreach (var exercise in Exercise.Of(notebook))
        {
            foreach (var (variant, code, begin, hint) in Of(exercise))
            {
                var before = await PrintAsync(kernel, code, cancellationToken);
                var printed = before + await PrintAsync(kernel, exercise.Check, cancellationToken);
                if (!IsVerdict(printed, $"{exercise.Id} {begin}：", hint))
                {
                    faults.Add($"""
                        {notebook.Name}, exercise {exercise.Id}, {variant}: wanted one line "{exercise.Id} {begin}：…{hint}…", printed:
                        {printed}
                        """);
                }
            }
        }

        return faults;
    }

    // A variant that takes the kernel with it, or never ends, must be named like any other.
    private static async Task<string> PrintAsync(ExerciseKernel kernel, string code, CancellationToken cancellationToken)
    {
        try
        {
            return await kernel.PrintAsync(code, cancellationToken);
        }
        catch (Exception e) when (e is KernelException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private static IEnumerable<(string Variant, string Code, string Begin, string Hint)> Of(Exercise exercise) =>
    [
        ("the stub", exercise.Stub, "未完成", ""),
        ("the reference answer", exercise.Solution, "通过", ""),
        .. RightAnswers(exercise.Id).Select(path => ($"right answer {Path.GetFileName(path)}", File.ReadAllText(path).ReplaceLineEndings("\n"), "通过", "")),
        .. WrongAnswer.For(exercise.Id).Select(answer => ($"wrong answer {answer.Name}", answer.Code, "还不对", answer.Hint)),
    ];

    private static IEnumerable<string> RightAnswers(string exercise) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Exercises, exercise), "right-*.cs").Order(StringComparer.Ordinal);

    private static bool IsVerdict(string printed, string begin, string hint) =>
        printed.TrimEnd('\n', '\r').Split('\n') is [var line]
        && line.StartsWith(begin, StringComparison.Ordinal)
        && line.Contains(hint, StringComparison.Ordinal);
}
