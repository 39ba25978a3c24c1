using System.Collections.Immutable;
using System.Text;
using AsyncBook.Kernel.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace AsyncBook.Kernel.Scripting;

/// <summary>Compiles submissions, each on top of those before it.</summary>
internal sealed class SubmissionChain
{
    // Remarks about what a cell cannot change: packages built for an older .NET, and a Main beside the cell's own code.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> _noise =
        new[] { "CS1701", "CS1702", "CS7022" }.ToImmutableDictionary(code => code, _ => ReportDiagnostic.Suppress);

    private readonly CSharpCompilationOptions _options;
    private readonly string _session = Guid.NewGuid().ToString("N");
    private CSharpCompilation? _last;
    private int _compiled;

    /// <param name="resolver">Finds the assemblies that submissions name or need.</param>
    /// <param name="sources">Finds the files that submissions load.</param>
    public SubmissionChain(MetadataResolver resolver, SourceReferenceResolver sources)
    {
        // Roslyn scripting itself chooses the options and references; two of the options have no public name.
        var template = (CSharpCompilation)CSharpScript.Create<object>("", ScriptDefaults.Options(resolver)).GetCompilation();

        // Cells are a few lines long: handing their methods to other threads costs more than compiling them.
        _options = template.Options.WithConcurrentBuild(false).WithSourceReferenceResolver(sources).WithSpecificDiagnosticOptions(_noise);
        References = [.. template.References];
    }

    public static CSharpParseOptions ParseOptions { get; } = new(ScriptDefaults.Language, kind: SourceCodeKind.Script);

    /// <summary>How many submissions have been kept.</summary>
    public int Count { get; private set; }

    /// <summary>What the next submission is compiled against.</summary>
    public IReadOnlyList<MetadataReference> References { get; set; }

    public CSharpCompilation Next(string code, string name)
    {
        var submission = CSharpCompilation.CreateScriptCompilation(
            // A number of its own, also for one that is not kept: a cancelled cell's assembly stays loaded.
            $"cell-{_session}-{_compiled++}",
            CSharpSyntaxTree.ParseText(code, ParseOptions, name, Encoding.UTF8),
            References,
            _options.WithScriptClassName($"Submission#{Count}"),
            returnType: typeof(object));

        // Given to CreateScriptCompilation, the previous submission would be analysed once more, though it has run.
        return submission.WithScriptCompilationInfo(submission.ScriptCompilationInfo!.WithPreviousScriptCompilation(_last));
    }

    /// <summary>Makes what a submission declares visible to those that follow.</summary>
    public void Keep(CSharpCompilation submission)
    {
        // What the first submission's references led to is named outright from then on, so that nobody looks for it again.
        if (_last is null)
        {
            References = [.. References.Union(submission.SourceModule.ReferencedAssemblySymbols.Select(submission.GetMetadataReference).OfType<MetadataReference>())];
        }

        _last = submission;
        Count++;
    }
}
