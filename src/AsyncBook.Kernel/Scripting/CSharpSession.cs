using AsyncBook.Kernel.Errors;
using AsyncBook.Kernel.Packages;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>The state that cells share: variables, types, references. One submission at a time.</summary>
internal sealed class CSharpSession
{
    private readonly SubmissionChain _chain;
    private readonly PackageSession _packages;
    private readonly HashSet<string> _importing = [];

    // Roslyn's submissions find each other here; slot 0 would be the host object, which cells do without.
    private object?[] _submissions = new object?[64];

    public CSharpSession(string workingDirectory)
    {
        var resolver = new MetadataResolver(workingDirectory);
        _chain = new SubmissionChain(resolver);
        _packages = new PackageSession(workingDirectory, resolver);
    }

    /// <summary>Runs a cell: its packages first, then its imports and code in order, until one of them fails.</summary>
    public async Task<Evaluation> EvaluateAsync(string code, string name, CancellationToken cancellationToken)
    {
        try
        {
            var cell = CellSource.Parse(code);
            if (cell.Packages.Count > 0)
            {
                _chain.References = await _packages.AddAsync(cell.Packages, _chain.References, cancellationToken);
            }

            return await RunAsync(cell, name, cancellationToken);
        }
        catch (Exception e) when (e is PackageException or ImportException or FormatException)
        {
            return new Evaluation.Failure(e.Message);
        }
    }

    private async Task<Evaluation> RunAsync(CellSource cell, string name, CancellationToken cancellationToken)
    {
        Evaluation last = new Evaluation.Success(false, null, []);
        foreach (var part in cell.Parts)
        {
            last = part switch
            {
                CellPart.Import import => await ImportAsync(import.File, cancellationToken),
                CellPart.Code code => await SubmitAsync(code.Text, name, cancellationToken),
                _ => throw new InvalidOperationException($"unknown part {part}"),
            };
            if (last is not Evaluation.Success)
            {
                return last;
            }
        }

        return last;
    }

    private async Task<Evaluation> ImportAsync(string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        if (!_importing.Add(path))
        {
            throw new ImportException($"#!import: '{file}' imports itself");
        }

        try
        {
            foreach (var source in ImportedFile.Read(file))
            {
                if (await EvaluateAsync(source.Code, source.Name, cancellationToken) is var result and not Evaluation.Success)
                {
                    return result;
                }
            }

            return new Evaluation.Success(false, null, []);
        }
        finally
        {
            _importing.Remove(path);
        }
    }

    private async Task<Evaluation> SubmitAsync(string code, string name, CancellationToken cancellationToken)
    {
        var submission = _chain.Next(code, name);
        var (entryPoint, diagnostics) = SubmissionAssembly.Build(submission, cancellationToken);
        if (entryPoint is null && diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new Evaluation.Rejected(diagnostics);
        }

        _packages.MakeLoadable(submission.DirectiveReferences);
        if (_chain.Count + 1 == _submissions.Length)
        {
            Array.Resize(ref _submissions, _submissions.Length * 2);
        }

        var result = await InvokeAsync(entryPoint);

        // A cancelled cell that comes back late must not undo the cells that ran since.
        if (cancellationToken.IsCancellationRequested)
        {
            return new Evaluation.Failure("Command cancelled.");
        }

        _chain.Keep(submission);
        return result.Exception is { } exception
            ? new Evaluation.Failure(ExceptionText.Describe(exception))
            : new Evaluation.Success(SubmissionValue.IsProducedBy(submission), result.Value, diagnostics);
    }

    // A cell of comments or usings has no entry point: there is nothing to run, but its usings count from now on.
    private async Task<(object? Value, Exception? Exception)> InvokeAsync(Func<object?[], Task<object>>? entryPoint)
    {
        try
        {
            return (entryPoint is null ? null : await entryPoint(_submissions), null);
        }
        catch (Exception e)
        {
            return (null, e);
        }
    }
}
