using System.Text.RegularExpressions;
using AsyncBook.Language;

namespace AsyncBook.Exporting;

/// <summary>The folders below <c>data</c> that a program reads: they come along.</summary>
internal static partial class ExportData
{
    /// <summary>Their files, by the place they go to.</summary>
    public static IEnumerable<KeyValuePair<string, string>> In(string code, string notebook)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(notebook)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "data")))
            {
                return Named().Matches(code).Select(name => Path.Combine(folder, "data", name.Groups["folder"].Value)).Distinct().Where(Directory.Exists)
                    .SelectMany(data => Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
                    .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file), file));
            }
        }

        return [];
    }

    /// <exception cref="IOException">Something else is in the place of one of them.</exception>
    public static void Copy(string folder, IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (place, source) in files.Select(file => (Path.Combine(folder, file.Key), file.Value)))
        {
            if (Directory.Exists(place) || (Path.Exists(place) && !File.ReadAllBytes(place).AsSpan().SequenceEqual(File.ReadAllBytes(source))))
            {
                throw new IOException(ExportWords.Taken(place));
            }

            if (!Path.Exists(place))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Copy(source, place);
            }
        }
    }

    [GeneratedRegex("\\bdata/(?<folder>images|site)\\b")]
    private static partial Regex Named();
}
