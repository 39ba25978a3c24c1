using AsyncBook.IO;

namespace AsyncBook.Exercises;

/// <summary>An exercise as a C# file of its own, for any editor: the task, the answer between two lines, the hints folded behind it.</summary>
/// <param name="exercise">Which.</param>
internal sealed class AnswerFile(Exercise exercise)
{
    private const string Begin = "// ──── 从下一行开始写 ────", End = "// ──── 写到上一行为止 ────";

    public static string FolderOf(string root) => System.IO.Path.Combine(root, "exercises");

    public string Path { get; } = System.IO.Path.Combine(FolderOf(exercise.Root), AnswerText.SafeName(exercise.Id) + ".cs");

    /// <summary>What file and notebook both held when they last agreed; null: they never did.</summary>
    public string? Agreed
    {
        get => ReadIfThere(AgreedPath) is { } text ? AnswerText.Normalize(text) : null;
        set => Save(AgreedPath, value! + "\n");
    }

    /// <summary>How many hints the learner has asked for.</summary>
    public int HintsSeen
    {
        get => int.TryParse(ReadIfThere(HintsPath), out var count) ? count : 0;
        set => Save(HintsPath, $"{value}\n");
    }

    /// <summary>In which line of the file the answer's first one is, less one.</summary>
    public int LinesBefore => ReadIfThere(Path) is { } text ? Split(text).Before.Count(character => character == '\n') : 0;

    private string AgreedPath => System.IO.Path.Combine(FolderOf(exercise.Root), ".state", AnswerText.SafeName(exercise.Id) + ".cs.txt");

    private string HintsPath => System.IO.Path.Combine(FolderOf(exercise.Root), ".state", AnswerText.SafeName(exercise.Id) + ".hints");

    /// <summary>The answer in it; null: there is no file.</summary>
    public string? Read() => ReadIfThere(Path) is { } text ? AnswerText.Normalize(Split(text).Answer) : null;

    /// <summary>Writes the answer into it; what the learner has written round it stays.</summary>
    public void Write(string answer)
    {
        var (before, _, after) = Split(ReadIfThere(Path) ?? Whole());
        Save(Path, $"{before}{AnswerText.Normalize(answer)}\n{after}");
    }

    // A line that the learner has removed is not missed: comments are C# too.
    private static (string Before, string Answer, string After) Split(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin + "\n", StringComparison.Ordinal) is >= 0 and var found ? found + Begin.Length + 1 : 0;
        var end = text.LastIndexOf(End, StringComparison.Ordinal) is var last && last >= begin ? last : text.Length;
        return (text[..begin], text[begin..end], text[end..]);
    }

    private string Whole() =>
        $"""
        {Comment(exercise.Task)}
        //
        // 检查：asyncbook exercises check {exercise.Id}    提示：asyncbook exercises hint {exercise.Id}
        {Begin}
        {End}
        {string.Concat(exercise.Hints.Select((hint, index) => $"\n#region 提示 {index + 1}（先自己想一想，再点开）\n{Comment(hint)}\n#endregion\n"))}
        """;

    private static string Comment(string text) =>
        string.Join('\n', text.Split('\n').Select(line => $"// {line}".TrimEnd()));

    private static string? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text);
    }
}
