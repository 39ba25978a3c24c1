using System.Security.Cryptography;
using System.Text;
using AsyncBook.IO;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Exercises;

/// <summary>
/// What checks have said, each kept under the answer it was said of and the check that said it: whichever is changed, nothing is known of it.
/// It is the user's, not the repository's: neither git nor a notebook ever sees it.
/// </summary>
internal static class VerdictStore
{
    private const int Kept = 50;

    private static string Folder => UsersFolder.Of("verdicts");

    /// <summary>What the check said of this very answer; null: it has not judged it.</summary>
    public static ExerciseVerdict? Find(string id, string answer, string check)
    {
        try
        {
            return ExerciseVerdict.Parse(id, File.ReadAllText(PathOf(id, answer, check)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Keep(string answer, string check, ExerciseVerdict verdict)
    {
        var path = PathOf(verdict.Id, answer, check);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        AtomicFile.Write(path, verdict.Line);
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.txt").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept))
        {
            old.Delete();
        }
    }

    /// <summary>Keeps what a run has found: what its checks said, and that an answer did not even run.</summary>
    public static void Keep(Notebook notebook, NotebookReport report)
    {
        var reports = report.Cells.ToDictionary(cell => cell.CellId, StringComparer.Ordinal);
        foreach (var answer in notebook.Cells.Where(cell => cell is { Role: CellRole.Exercise, ExerciseId: not null }))
        {
            if (CheckOf(notebook, answer.ExerciseId!) is { } check && Verdict(answer, reports.GetValueOrDefault(answer.Id), reports.GetValueOrDefault(check.Id)) is { } verdict)
            {
                Keep(answer.Source, check.Source, verdict);
            }
        }
    }

    public static NotebookCell? CheckOf(Notebook notebook, string id) =>
        notebook.Cells.FirstOrDefault(cell => cell.Role == CellRole.Check && cell.ExerciseId == id);

    private static ExerciseVerdict? Verdict(NotebookCell answer, CellReport? ran, CellReport? judged) =>
        ran?.Verdict == CellVerdict.Failed ? ExerciseVerdict.NotYet(answer.ExerciseId!, ran.Reason ?? "") : judged?.Exercise;

    private static string PathOf(string id, string answer, string check)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{AnswerText.Normalize(answer)}\0{AnswerText.Normalize(check)}"));
        return Path.Combine(Folder, AnswerText.SafeName(id), Convert.ToHexStringLower(hash)[..32] + ".txt");
    }
}
