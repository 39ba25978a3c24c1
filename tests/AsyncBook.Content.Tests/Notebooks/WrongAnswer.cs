namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>An answer that is known to be wrong, from data/exercises.</summary>
/// <param name="Name">Its file, as in 1.4-a/no-await.</param>
/// <param name="Hint">What the verdict must say about it.</param>
/// <param name="Code">A replacement for the exercise's cell.</param>
internal sealed record WrongAnswer(string Name, string Hint, string Code)
{
    private const string Mark = "// 提示：";

    /// <exception cref="FormatException">A file does not begin with its hint.</exception>
    public static IReadOnlyList<WrongAnswer> For(string exercise)
    {
        var folder = Path.Combine(Repository.Exercises, exercise);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.cs").Where(path => IsWrong(Path.GetFileName(path))).Order(StringComparer.Ordinal).Select(Read)]
            : [];
    }

    // Beside them stand the stub and right answers of other kinds.
    private static bool IsWrong(string file) => file != "stub.cs" && !file.StartsWith("right-", StringComparison.Ordinal);

    private static WrongAnswer Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}";
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return text.StartsWith(Mark, StringComparison.Ordinal) && end > Mark.Length
            ? new(name, text[Mark.Length..end].Trim(), text[(end + 1)..])
            : throw new FormatException($"{path} does not begin with \"{Mark}\" and a hint");
    }
}
