using AsyncBook.Kernels;
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

    /// <summary>Where the services are that cells need.</summary>
    public ServiceAddresses Services { get; init; } = ServiceAddresses.OfEnvironment;
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
