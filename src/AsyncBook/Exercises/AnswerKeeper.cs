using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Exercises;

/// <summary>Keeps the answers that a reset takes out of a notebook: nobody's work is lost by a typing error.</summary>
internal static class AnswerKeeper
{
    public static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "asyncbook", "answers");

    /// <summary>Writes the answer to a file of its own.</summary>
    /// <returns>The file.</returns>
    public static string Keep(string folder, Exercise exercise, DateTime now)
    {
        Directory.CreateDirectory(folder);
        var name = $"{exercise.Id}-{now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.cs";
        var path = Path.Combine(folder, name);
        AtomicFile.Write(path, exercise.Cell.Source + "\n");
        return path;
    }
}
