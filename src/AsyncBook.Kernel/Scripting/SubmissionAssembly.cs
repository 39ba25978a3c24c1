using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// A compiled submission. Roslyn's own Script.RunAsync compiles everything a second time to get at the warnings;
/// emitting here gives both at once.
/// </summary>
internal static class SubmissionAssembly
{
    public static EmitOptions Options { get; } = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    public static CompiledSubmission Compile(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        // What follows from a syntax error, or from a file that is not there, would only hide it.
        if (Causes(compilation, cancellationToken) is { Count: > 0 } causes)
        {
            return new(compilation, null, null, causes);
        }

        var (code, symbols) = (new MemoryStream(), new MemoryStream());
        var result = compilation.Emit(code, symbols, options: Options, cancellationToken: cancellationToken);
        if (!result.Success)
        {
            return new(compilation, null, null, Errors(result.Diagnostics));
        }

        code.Position = symbols.Position = 0;
        return new(compilation, code, symbols, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)]);
    }

    /// <summary>What compiling would say.</summary>
    /// <param name="compilation">The submission.</param>
    /// <param name="syntaxOnly">Whether names are left out: some of what they may mean is not there.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static IReadOnlyList<Diagnostic> Diagnose(CSharpCompilation compilation, bool syntaxOnly, CancellationToken cancellationToken)
    {
        if (syntaxOnly)
        {
            return Errors(compilation.GetParseDiagnostics(cancellationToken));
        }

        if (Causes(compilation, cancellationToken) is { Count: > 0 } causes)
        {
            return causes;
        }

        var all = compilation.GetDiagnostics(cancellationToken);
        return Errors(all) is { Count: > 0 } errors ? errors : [.. all.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)];
    }

    private static List<Diagnostic> Causes(Compilation compilation, CancellationToken cancellationToken)
    {
        var syntax = Errors(compilation.GetParseDiagnostics(cancellationToken));
        if (syntax.Count > 0 || compilation.SyntaxTrees.All(tree => !tree.GetRoot(cancellationToken).ContainsDirectives))
        {
            return syntax;
        }

        return [.. Errors(compilation.GetDeclarationDiagnostics(cancellationToken)).Where(error => error.Id is "CS0006" or "CS0009" or "CS1504")];
    }

    private static List<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
}

/// <summary>What compiling gave: nothing to load where there are errors, or where there is no code.</summary>
internal sealed record CompiledSubmission(CSharpCompilation Compilation, MemoryStream? Code, MemoryStream? Symbols, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Loads it, once; null where there is nothing to run.</summary>
    public Func<object?[], Task<object>>? Load(CancellationToken cancellationToken) =>
        Code is null ? null : FindEntryPoint(Compilation, AssemblyLoadContext.Default.LoadFromStream(Code, Symbols), cancellationToken);

    private static Func<object?[], Task<object>> FindEntryPoint(Compilation compilation, Assembly assembly, CancellationToken cancellationToken)
    {
        var entryPoint = compilation.GetEntryPoint(cancellationToken)!;
        return assembly.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
    }
}
