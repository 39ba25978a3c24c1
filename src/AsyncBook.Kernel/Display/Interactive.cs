using AsyncBook.Kernel.Cells;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The functions a cell may call without naming where they come from.</summary>
public static class Kernel
{
    /// <summary>Shows a value below the cell, in order with what the cell prints.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">The MIME types to offer; none means the value's usual ones.</param>
#pragma warning disable IDE1006, CA1707 // .NET Interactive's own spelling
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);
#pragma warning restore IDE1006, CA1707
}

/// <summary>What a running cell may ask about its own run.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellRun _run;

    private KernelInvocationContext(CellRun run) => _run = run;

    /// <summary>The run this code belongs to; null outside any cell.</summary>
    public static KernelInvocationContext? Current => CellRun.Current is { } run ? new KernelInvocationContext(run) : null;

    /// <summary>Signalled when the user stops the cell: code that watches it ends in order.</summary>
    public CancellationToken CancellationToken => _run.CancellationToken;
}
