using System.ComponentModel;
using System.Diagnostics;

namespace AsyncBook.Kernel.Tracing;

/// <summary>Where rewritten code gets its <see cref="Frame"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class Probe
{
    /// <summary>The cell's own statements.</summary>
    public static Frame Cell => TraceRecorder.Current?.Top ?? Frame.None;

    /// <summary>The body of a function begins; it belongs to its caller's task.</summary>
    /// <param name="cell">The cell in which the function stands.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="line">Where it begins.</param>
    public static Frame Enter(string cell, string name, int line) => Frame.Enter(cell, name, line, isTask: false);

    /// <summary>The body of an async method begins: each call is a task.</summary>
    /// <inheritdoc cref="Enter"/>
    public static Frame Start(string cell, string name, int line) => Frame.Enter(cell, name, line, isTask: true);
}
