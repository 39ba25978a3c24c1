using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Errors;
using AsyncBook.Kernel.Packages;
using AsyncBook.Kernel.References;
using AsyncBook.Kernel.Tracing;

namespace AsyncBook.Kernel.Scripting;

/// <summary>The state that cells share: variables, types, references. One submission at a time.</summary>
internal sealed partial class CSharpSession
{
    private readonly string _folder;
    private readonly SubmissionChain _chain;
    private readonly PackageSession _packages;
    private readonly HashSet<string> _importing = [];

    // Roslyn's submissions find each other here; slot 0 would be the host object, which cells do without.
    private object?[] _submissions = new object?[64];
    private TraceRecorder? _trace;

    public CSharpSession(string workingDirectory)
    {
        var resolver = new MetadataResolver(workingDirectory);
        _folder = workingDirectory;
        _chain = new SubmissionChain(resolver, new SourceResolver(workingDirectory));
        _packages = new PackageSession(workingDirectory, resolver);
        Drafting = new Drafting(workingDirectory, _chain, _packages);
    }

    /// <summary>What cells are compiled onto.</summary>
    public SubmissionChain Chain => _chain;

    /// <summary>What this session makes of code that is still being written, without running it.</summary>
    public Drafting Drafting { get; }

    /// <summary>How long a value may take to be shown: it runs the cell's own code, which need not end.</summary>
    public TimeSpan ShowLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs a cell on the calling thread, and says how it ended, unless it was stopped before: then the session is as if it had not been.
    /// </summary>
    public void Run(CellRun run)
    {
        _trace = run.Command.IsTraced ? TraceRecorder.Begin(run.Command.File) : null;
        var evaluation = Evaluate(run);
        _trace?.End();
        if (run.TryEnd())
        {
            if (_trace is { HasRun: true } trace)
            {
                run.Events.Displayed(run.Command, TraceOutput.Of(trace), Guid.NewGuid().ToString(), updated: false);
            }

            evaluation.Publish(run);
        }
    }

    private Evaluation Evaluate(CellRun run)
    {
        try
        {
            return Evaluate(run, run.Command.Code, run.Command.File);
        }
        catch (Exception e)
        {
            return new Evaluation.Failure(ExceptionText.Describe(e));
        }
    }

    // Its packages first, then its imports and code in order, until one of them fails.
    private Evaluation Evaluate(CellRun run, string code, string name)
    {
        var cell = CellSource.Parse(code, name);
        if (cell.Faults.Count > 0)
        {
            return new Evaluation.Rejected(cell.Faults);
        }

        try
        {
            if (cell.Packages.Count + cell.Sources.Count > 0)
            {
                _chain.References = _packages.AddAsync(cell.Packages, cell.Sources, _chain.References, run.CancellationToken).GetAwaiter().GetResult();
            }

            return Run(run, cell, name);
        }
        catch (Exception e) when (e is PackageException or ImportException)
        {
            return new Evaluation.Failure(e.Message);
        }
    }

    private Evaluation Run(CellRun run, CellSource cell, string name)
    {
        Evaluation last = Evaluation.Success.WithoutValue;
        foreach (var part in cell.Parts)
        {
            last = part switch
            {
                CellPart.Import import => Import(run, import.File),
                CellPart.Code code => Submit(run, code.Text, name),
                _ => throw new InvalidOperationException($"unknown part {part}"),
            };
            if (last is not Evaluation.Success)
            {
                return last;
            }
        }

        return last;
    }

    private Evaluation Import(CellRun run, string file)
    {
        var path = Path.GetFullPath(file, _folder);
        if (!_importing.Add(path))
        {
            throw new ImportException($"#!import: '{file}' imports itself");
        }

        try
        {
            foreach (var source in ImportedFile.Read(file, _folder))
            {
                if (Evaluate(run, source.Code, source.Name) is var result and not Evaluation.Success)
                {
                    return result;
                }
            }

            return Evaluation.Success.WithoutValue;
        }
        finally
        {
            _importing.Remove(path);
        }
    }

    private Evaluation Submit(CellRun run, string code, string name)
    {
        var compiled = SubmissionAssembly.Compile(_chain.Next(code, name), run.CancellationToken);
        if (compiled.HasErrors)
        {
            return new Evaluation.Rejected(compiled.Diagnostics);
        }

        // Before anything runs, so that a warning can explain the exception that follows.
        run.Events.Diagnostics(run.Command, compiled.Diagnostics);
        _packages.MakeLoadable(compiled.Compilation.DirectiveReferences);
        if (_chain.Count + 1 == _submissions.Length)
        {
            Array.Resize(ref _submissions, _submissions.Length * 2);
        }

        var written = compiled.Compilation;
        var isValue = SubmissionValue.IsProducedBy(compiled.Compilation);
        var isFollowed = _trace is not null && name == run.Command.File;
        var (value, exception) = isFollowed ? InvokeTraced(run, _trace!, ref compiled) : Invoke(run, compiled.Load(run.CancellationToken));
        _chain.Keep(compiled.Compilation, written);
        return exception is not null ? Describe(run, exception)
            : isValue ? Show(run, value)
            : Evaluation.Success.WithoutValue;
    }
}
