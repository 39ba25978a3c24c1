using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Kernel.Tests;

/// <summary>What one cell gave.</summary>
internal sealed record CellTrace(IReadOnlyList<KernelEvent> Events, IReadOnlyList<CellOutput> Outputs, string? Failure)
{
    /// <summary>Its outputs in order, as <c>out:text</c>, <c>err:text</c>, <c>display:text</c>, <c>value:text</c>.</summary>
    public string Words => string.Join(" | ", Outputs.Select(Word));

    public string Text => OutputText.Render(Outputs);

    /// <summary>What the compiler said, a line each.</summary>
    public string Remarks => string.Join('\n', Events.OfType<KernelEvent.Diagnosed>().SelectMany(said => said.Messages));

    private static string Word(CellOutput output) => output switch
    {
        StreamOutput { Name: "stdout" } stream => "out:" + stream.Text.TrimEnd(),
        StreamOutput stream => "err:" + stream.Text.TrimEnd(),
        DisplayOutput display => "display:" + OutputText.Render(display.Data).TrimEnd(),
        ResultOutput result => "value:" + OutputText.Render(result.Data).TrimEnd(),
        _ => output.ToString()!,
    };
}
