using System.Text;
using AsyncBook.Language;

namespace AsyncBook.IO;

/// <summary>Whether a file that a command was told to write may be written: what somebody else made is not its to replace.</summary>
internal static class OutputPlace
{
    private const int Beginning = 4096;

    /// <summary>Why nothing is written there; null where it may be.</summary>
    /// <param name="path">Where; a link leads to the file that is meant.</param>
    /// <param name="mark">What an earlier one has in its beginning.</param>
    /// <param name="takesStreams">Whether a pipe or a device will do.</param>
    public static string? ReasonAgainst(string path, string mark, bool takesStreams) => FileKinds.Of(path) switch
    {
        FileKind.Folder => CommandWords.IsFolder(path),
        FileKind.Disk => CommandWords.IsNoFile(path),
        FileKind.Stream => takesStreams ? null : CommandWords.IsNoFile(path),
        FileKind.Regular when !IsOurs(path, mark) => CommandWords.NotOurs(path),
        _ => null,
    };

    // What is empty is nobody's: a name that mktemp made.
    private static bool IsOurs(string path, string mark)
    {
        using var file = File.OpenRead(path);
        Span<byte> bytes = stackalloc byte[Beginning];
        var count = file.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false);
        return count == 0 || bytes[..count].IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;
    }
}
