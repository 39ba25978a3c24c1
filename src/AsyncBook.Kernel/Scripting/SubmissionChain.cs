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
    private volatile ChainState _state;
    private int _compiled;

    /// <param name="resolver">Finds the assemblies that submissions name or need.</param>
    /// <param name="sources">Finds the files that submissions load.</param>
    public SubmissionChain(MetadataResolver resolver, SourceReferenceResolver sources)
    {
        // Roslyn scripting itself chooses the options and references; two of the options have no public name.
        var template = (CSharpCompilation)CSharpScript.Create<object>("", ScriptDefaults.Options(resolver)).GetCompilation();

        // Cells are a few lines long: handing their methods to other threads costs more than compiling them.
        _options = template.Options.WithConcurrentBuild(false).WithSourceReferenceResolver(sources).WithSpecificDiagnosticOptions(_noise);
        _state = new ChainState(null, [], template.ExternalReferences);
    }

    public static CSharpParseOptions ParseOptions { get; } = new(ScriptDefaults.Language, kind: SourceCodeKind.Script);

    /// <summary>What has run so far; may be read from any thread.</summary>
    public ChainState State => _state;

    /// <summary>How many submissions have been kept.</summary>
    public int Count => _state.Written.Count;

    /// <summary>What the next submission is compiled against.</summary>
    public IReadOnlyList<MetadataReference> References
    {
        get => _state.References;
        set => _state = _state with { References = value };
    }

    public CSharpCompilation Next(string code, string name) => Next(_state, code, name);

    /// <summary>The same on top of another state: that of a cell that is still being written.</summary>
    public CSharpCompilation Next(ChainState state, string code, string name)
    {
        var submission = CSharpCompilation.CreateScriptCompilation(
            // A number of its own, also for one that is not kept: a cancelled cell's assembly stays loaded.
            $"cell-{_session}-{Interlocked.Increment(ref _compiled)}",
            CSharpSyntaxTree.ParseText(code, ParseOptions, name, Encoding.UTF8),
            state.NewReferences,
            _options.WithScriptClassName($"Submission#{state.Written.Count}"),
            returnType: typeof(object));

        // Given to CreateScriptCompilation, the previous submission would be analysed once more, though it has run.
        return submission.WithScriptCompilationInfo(submission.ScriptCompilationInfo!.WithPreviousScriptCompilation(state.Last));
    }

    /// <summary>Makes what a submission declares visible to those that follow.</summary>
    /// <param name="submission">What has run.</param>
    /// <param name="written">The same as it was written, where what ran was rewritten.</param>
    public void Keep(CSharpCompilation submission, CSharpCompilation written) => _state = _state.With(submission, written);
}
