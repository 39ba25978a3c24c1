using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// A compiled submission. Roslyn's own Script.RunAsync compiles everything a second time to get at the warnings;
/// emitting here gives both at once.
/// </summary>
internal static class SubmissionAssembly
{
    private static readonly EmitOptions _options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Compiles and loads; without an entry point where nothing can run: there are errors, or there is no code.</summary>
    public static (Func<object?[], Task<object>>? EntryPoint, IReadOnlyList<Diagnostic> Diagnostics) Build(
        Compilation compilation, CancellationToken cancellationToken)
    {
        // What follows from a syntax error, or from a file that is not there, would only hide it.
        if (Causes(compilation, cancellationToken) is { Count: > 0 } causes)
        {
            return (null, causes);
        }

        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: _options, cancellationToken: cancellationToken);
        if (!result.Success)
        {
            return (null, Errors(result.Diagnostics));
        }

        var diagnostics = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info).ToList();
        code.Position = symbols.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(code, symbols);
        return (FindEntryPoint(compilation, assembly, cancellationToken), diagnostics);
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

    private static Func<object?[], Task<object>> FindEntryPoint(Compilation compilation, Assembly assembly, CancellationToken cancellationToken)
    {
        var entryPoint = compilation.GetEntryPoint(cancellationToken)!;
        return assembly.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
    }
}
