using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AsyncBook.IO;

/// <summary>The file beside another in which its new text is written. Whoever is killed meanwhile leaves it; the next one takes it away.</summary>
internal static partial class Neighbour
{
    // A save takes milliseconds: what is older has no one who still writes it, whoever has its process id by now.
    private static readonly TimeSpan _oldest = TimeSpan.FromHours(1);
    private static readonly TimeSpan _anonymous = TimeSpan.FromMinutes(1);

    private static readonly EnumerationOptions _hiddenToo = new() { AttributesToSkip = FileAttributes.Directory, IgnoreInaccessible = true };

    // A file system takes 255 bytes or characters a name: so much is left beside a process and what makes each neighbour another.
    private const int LongestName = 220;

    public static string Of(string file) => Path.Combine(
        Path.GetDirectoryName(file)!,
        string.Create(CultureInfo.InvariantCulture, $"{Beginning(file)}{Environment.ProcessId}-{Path.GetRandomFileName()}"));

    /// <summary>Removes the neighbours of a file that nobody writes any more.</summary>
    public static void Sweep(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder || !Directory.Exists(folder))
        {
            return;
        }

        var beginning = Beginning(file);
        foreach (var path in Directory.EnumerateFiles(folder, ".*", _hiddenToo))
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith(beginning, StringComparison.Ordinal) && IsLeft(path, name[beginning.Length..]))
            {
                Remove(path);
            }
        }
    }

    // Of two files whose names begin alike for so long, the neighbours look alike: each is left alone while its process runs.
    private static string Beginning(string file)
    {
        var name = Path.GetFileName(file);
        var length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, length)) > LongestName || (length < name.Length && char.IsLowSurrogate(name[length])))
        {
            length--;
        }

        return $".{name[..length]}.";
    }

    private static bool IsLeft(string path, string ending)
    {
        if (Ending().Match(ending) is not { Success: true } match)
        {
            return false;
        }

        var age = DateTime.UtcNow - File.GetLastWriteTimeUtc(path);
        return match.Groups["id"] is { Success: true, Value: var id }
            ? age > _oldest || (int.TryParse(id, CultureInfo.InvariantCulture, out var process) && ProcessMark.Find(process) is null)
            : age > _anonymous;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's: it hurts nobody, and whose it is may remove it.
        }
    }

    // As earlier versions named them too: without the process.
    [GeneratedRegex(@"^((?<id>\d+)-)?[a-z0-9]{8}\.[a-z0-9]{3}$")]
    private static partial Regex Ending();
}
