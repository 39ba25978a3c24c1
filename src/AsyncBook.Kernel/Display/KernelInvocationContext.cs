using AsyncBook.Kernel.Scripting;

namespace Microsoft.DotNet.Interactive;

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
