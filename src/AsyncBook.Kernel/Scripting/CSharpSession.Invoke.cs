using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Display;
using AsyncBook.Kernel.Errors;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Tracing;

namespace AsyncBook.Kernel.Scripting;

/// <content>A compiled cell runs, traced or not, and its value or its exception is put into words.</content>
internal sealed partial class CSharpSession
{
    private (object? Value, Exception? Exception) InvokeTraced(CellRun run, TraceRecorder trace, ref CompiledSubmission compiled)
    {
        var traced = TracedSubmission.Of(compiled.Compilation, run.Command.File);
        var recompiled = SubmissionAssembly.Compile(traced.Compilation, run.CancellationToken);
        if (recompiled.HasErrors)
        {
            trace.Refusal = DiagnosticJson.Format(recompiled.Diagnostics[0]);
            return Invoke(run, compiled.Load(run.CancellationToken));
        }

        compiled = recompiled;
        var entryPoint = compiled.Load(run.CancellationToken);
        if (traced.FirstLine is not { } line)
        {
            return Invoke(run, entryPoint);
        }

        trace.Start(line);
        var (value, exception) = Invoke(run, entryPoint);
        trace.Stop(exception);
        return (value, exception);
    }

    // A cell of comments or usings has no entry point: there is nothing to run, but its usings count from now on.
    private (object? Value, Exception? Exception) Invoke(CellRun run, Func<object?[], Task<object>>? entryPoint)
    {
        try
        {
            if (entryPoint is null)
            {
                return (null, null);
            }

            var cell = run.InCode(() => entryPoint(_submissions));
            run.WaitFor(cell);
            return (cell.GetAwaiter().GetResult(), null);
        }
        catch (Exception e) when (e is not CellStoppedException)
        {
            return (null, e);
        }
    }

    private Evaluation Show(CellRun run, object? value)
    {
        try
        {
            return new Evaluation.Success(run.InCode(() => ValueFormatter.Format(value), ShowLimit, $"The value of this cell was not to be shown within {ShowLimit.TotalSeconds} s: what it is made of does not end."));
        }
        catch (Exception e) when (e is not CellStoppedException)
        {
            return Describe(run, e);
        }
    }

    // An exception's own text is code of the cell, too.
    private Evaluation.Failure Describe(CellRun run, Exception exception) =>
        new(run.InCode(() => ExceptionText.Describe(exception), ShowLimit, $"{CellTypes.NameOf(exception.GetType())} was thrown, but its own text was not to be had within {ShowLimit.TotalSeconds} s."));
}
