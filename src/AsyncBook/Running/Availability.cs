using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Running;

/// <summary>Which cells of one notebook cannot run here, and why. What turns out to be missing is learnt as the notebook runs.</summary>
internal sealed class Availability(Notebook notebook, ServiceAddresses addresses)
{
    private readonly Dictionary<string, string?> _missing = new(StringComparer.Ordinal);
    private string? _allMissing;

    public async Task<string?> WhySkippedAsync(NotebookCell cell, CancellationToken cancellationToken)
    {
        if (cell.Language != CellLanguage.CSharp)
        {
            return RunWords.OtherLanguage(cell.Language);
        }

        if (cell.Tags.Contains(CellTags.SkipExecution))
        {
            return RunWords.Tagged(CellTags.SkipExecution);
        }

        if (_allMissing is not null)
        {
            return _allMissing;
        }

        foreach (var need in notebook.Needs.Concat(cell.Needs))
        {
            if (!_missing.TryGetValue(need, out var reason))
            {
                _missing[need] = reason = await Requirements.WhyMissingAsync(need, addresses, cancellationToken);
            }

            if (reason is not null)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>
    /// A cell whose package cannot be had takes those with it that share its needs; one that names no need
    /// takes all that follow, since any of them may use what it was to bring in.
    /// </summary>
    public void PackageMissing(NotebookCell cell, string reason)
    {
        foreach (var need in cell.Needs)
        {
            _missing[need] = reason;
        }

        if (cell.Needs.Count == 0)
        {
            _allMissing = reason;
        }
    }
}
