using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Exercises;

/// <summary>Keeps the answers that a reset takes out of a notebook: nobody's work is lost by a typing error.</summary>
internal static class AnswerKeeper
{
    public static string Folder => UsersFolder.Of("answers");

    /// <summary>Writes the answer to a file of its own, among the user's own.</summary>
    /// <returns>The file.</returns>
    public static string Keep(string id, string answer) => Keep(Folder, id, answer, DateTime.Now);

    /// <summary>Writes the answer to a file of its own.</summary>
    /// <returns>The file.</returns>
    public static string Keep(string folder, string id, string answer, DateTime now)
    {
        Directory.CreateDirectory(folder);
        var name = $"{AnswerText.SafeName(id)}-{now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.cs";
        var path = Path.Combine(folder, name);
        AtomicFile.Write(path, answer + "\n");
        return path;
    }
}
