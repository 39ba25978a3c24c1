namespace AsyncBook.Exercises;

/// <summary>An answer as text: what an editor does to the ends of lines and of files makes no other answer of it.</summary>
internal static class AnswerText
{
    public static string Normalize(string answer) => answer.ReplaceLineEndings("\n").TrimEnd();

    /// <summary>An exercise's id, or what somebody has written in its place, as the name of a file.</summary>
    public static string SafeName(string id) =>
        string.Concat(id.Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '_')).TrimStart('.');
}
