using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>An exercise of a notebook: its cells, as they stand.</summary>
/// <param name="Id">As in 1.4-a.</param>
/// <param name="Cells">The cells that carry the id, in their order.</param>
internal sealed record Exercise(string Id, IReadOnlyList<NotebookCell> Cells)
{
    private const string Fence = "```csharp";

    public string Stub => Source(CellRole.Exercise);

    public string Check => Source(CellRole.Check);

    /// <summary>The whole replacement for the exercise's cell that the solution's cell holds.</summary>
    public string Solution => string.Join('\n', Markdown.FenceFrom(SolutionLines, 0)!.Value.Lines);

    public static IReadOnlyList<Exercise> Of(Notebook notebook) =>
    [
        .. notebook.Cells.Where(cell => cell.ExerciseId is not null && cell.Role != CellRole.Predict)
            .GroupBy(cell => cell.ExerciseId!, (id, cells) => new Exercise(id, [.. cells])),
    ];

    /// <summary>What is missing of it or out of place; without faults, its sources can be had.</summary>
    public IReadOnlyList<string> Faults() => [.. CellFaults().Concat(SolutionFaults()).Select(fault => $"{Id}: {fault}")];

    private string[] SolutionLines => Source(CellRole.Solution).Split('\n');

    private string Source(CellRole role) => Cells.FirstOrDefault(cell => cell.Role == role)?.Source ?? "";

    private IEnumerable<string> CellFaults()
    {
        var roles = Cells.Select(cell => cell.Role).ToList();
        var inOrder = roles is [CellRole.Exercise, CellRole.Hint, .., CellRole.Check, CellRole.Solution]
            && roles[1..^2].TrueForAll(role => role == CellRole.Hint);
        if (!inOrder)
        {
            yield return $"its cells are {string.Join(", ", roles)}, not exercise, hint (one or more), check, solution";
        }

        foreach (var cell in Cells)
        {
            var kind = cell.Role is CellRole.Exercise or CellRole.Check ? CellKind.Code : CellKind.Markdown;
            if (cell.Kind != kind)
            {
                yield return $"{cell.Id} is not a {kind} cell";
            }

            if (kind == CellKind.Markdown && !Markdown.IsFolded(cell.Source))
            {
                yield return $"{cell.Id} has no <details> with a <summary> and a text";
            }
        }
    }

    private IEnumerable<string> SolutionFaults()
    {
        var fences = SolutionLines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) / 2;
        if (fences != 1 || !SolutionLines.Contains(Fence))
        {
            yield return $"its solution has {fences} fences, not one {Fence}";
        }
    }
}
