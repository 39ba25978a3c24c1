using AsyncBook.Kernel.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace AsyncBook.Kernel.Scripting;

/// <summary>What every cell may use without a word: the real kernel's list, so that a cell compiles on both or on neither.</summary>
internal static class ScriptDefaults
{
    /// <summary>The real kernel's C#: a later compiler must not let a cell pass that fails there.</summary>
    public const LanguageVersion Language = LanguageVersion.CSharp14;

    private static readonly string[] _imports =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    // The real kernel's own references reach everything in .NET Standard, and these two.
    private static readonly string[] _reachable = ["netstandard", "Microsoft.CSharp", "System.Security.Principal.Windows"];

    public static ScriptOptions Options(MetadataResolver resolver) =>
        ScriptOptions.Default
            .WithMetadataResolver(resolver)
            .WithLanguageVersion(Language)
            .WithOptimizationLevel(OptimizationLevel.Debug)
            .WithEmitDebugInformation(true)
            .AddImports(_imports)
            .AddReferences(_reachable)
            .AddReferences(
                resolver.Open(typeof(Enumerable).Assembly.Location),
                resolver.Open(typeof(IEnumerable<>).Assembly.Location),
                resolver.Open(typeof(Task<>).Assembly.Location),
                resolver.Open(typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location));
}
