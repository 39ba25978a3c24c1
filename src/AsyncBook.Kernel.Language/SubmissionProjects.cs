using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Language;

/// <summary>
/// The submissions as Roslyn's workspace wants them: a project each, every one on top of the one before it. What a question
/// leaves is kept for the next one, which most often differs from it by a letter.
/// </summary>
internal sealed class SubmissionProjects : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly List<(CSharpCompilation Submission, ProjectId Project)> _finished = [];
    private Solution _solution;
    private DocumentId? _open;
    private IReadOnlyList<MetadataReference> _references = [];

    public SubmissionProjects() => _solution = _workspace.CurrentSolution;

    /// <summary>The last of them as a document.</summary>
    public Document Open(IReadOnlyList<CSharpCompilation> submissions, CancellationToken cancellationToken)
    {
        var (written, before) = (submissions[^1], submissions.Count - 1);
        var known = _finished.TakeWhile((finished, index) => index < before && finished.Submission == submissions[index]).Count();
        var text = written.SyntaxTrees[^1].GetText(cancellationToken);
        var references = written.ExternalReferences;
        if (_open is { } open && known == before && _finished.Count == before && references.SequenceEqual(_references))
        {
            _solution = _solution.WithDocumentText(open, text);
            return _solution.GetDocument(open)!;
        }

        _solution = _open is null ? _solution : _solution.RemoveProject(_open.ProjectId);
        for (var last = _finished.Count - 1; last >= known; last--)
        {
            _solution = _solution.RemoveProject(_finished[last].Project);
            _finished.RemoveAt(last);
        }

        foreach (var submission in submissions.Skip(known).Take(before - known))
        {
            _finished.Add((submission, Add(submission, submission.SyntaxTrees[^1].GetText(cancellationToken)).ProjectId));
        }

        (_open, _references) = (Add(written, text), references);
        return _solution.GetDocument(_open)!;
    }

    public void Dispose() => _workspace.Dispose();

    private DocumentId Add(CSharpCompilation submission, SourceText text)
    {
        var project = ProjectId.CreateNewId();
        _solution = _solution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            submission.AssemblyName!,
            submission.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: submission.Options,
            parseOptions: submission.SyntaxTrees[^1].Options,
            projectReferences: _finished.Count == 0 ? [] : [new ProjectReference(_finished[^1].Project)],
            metadataReferences: submission.ExternalReferences.Distinct(),
            isSubmission: true));
        var document = DocumentId.CreateNewId(project);
        _solution = _solution.AddDocument(document, "cell", text);
        return document;
    }
}
