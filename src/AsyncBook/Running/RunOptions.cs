using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Running;

/// <summary>How notebooks are run.</summary>
/// <param name="Kernel">Which kernel runs the cells.</param>
/// <param name="CellTimeout">How long a cell may take; restoring packages does not count.</param>
/// <param name="Jobs">How many notebooks run at once.</param>
/// <param name="Mode">What becomes of the outputs.</param>
internal sealed record RunOptions(KernelKind Kernel, TimeSpan CellTimeout, int Jobs, OutputMode Mode)
{
    public static RunOptions Default { get; } =
        new(KernelKind.Builtin, TimeSpan.FromSeconds(60), Environment.ProcessorCount, OutputMode.Forget);

    /// <summary>The cell whose steps are wanted: it is the last one that is run.</summary>
    public string? TracedCell { get; init; }

    /// <summary>
    /// Whether every cell is traced: its output has to be the same. Its steps are more then, by the functions of cells that are not marked.
    /// </summary>
    public bool TracesAll { get; init; }

    /// <summary>Where the services are that cells need.</summary>
    public ServiceAddresses Services { get; init; } = ServiceAddresses.OfEnvironment;

    /// <summary>Whether a cell's steps are kept and compared: the real kernel makes none, and none is missed.</summary>
    public bool Keeps(NotebookCell cell) => cell.IsTraced && Kernel == KernelKind.Builtin && Mode != OutputMode.Forget && !TracesAll;

    /// <summary>Whether a cell is run traced, for its own sake or for a later one that calls its functions.</summary>
    public bool Traces(NotebookCell cell) => Kernel == KernelKind.Builtin
        && (TracesAll || cell.Id == TracedCell || (cell.IsTraced && (Mode != OutputMode.Forget || TracedCell is not null)));
}

/// <summary>What becomes of a run's outputs.</summary>
internal enum OutputMode
{
    /// <summary>They are shown, and the notebook stays as it is.</summary>
    Forget,

    /// <summary>They replace the stored ones where they say something else.</summary>
    Save,

    /// <summary>They are compared with the stored ones; a difference is a failure.</summary>
    Check,
}
