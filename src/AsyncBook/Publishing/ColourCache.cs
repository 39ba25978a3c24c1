using System.Security.Cryptography;
using System.Text;
using AsyncBook.IO;
using TextMateSharp.Grammars;

namespace AsyncBook.Publishing;

/// <summary>
/// The colours of code that was coloured before, in a file of the user's own: finding them is two thirds of what a book takes.
/// Only colours are kept: the pages' text is always the code's own.
/// </summary>
/// <param name="folder">Where the file is.</param>
internal sealed class ColourCache(string folder)
{
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan _age = TimeSpan.FromDays(30);

    // Another build of asyncbook, or of the grammars, may colour differently.
    private readonly string _path = Path.Combine(folder, Hash($"{typeof(ColourCache).Module.ModuleVersionId}{typeof(RegistryOptions).Module.ModuleVersionId}")[..16] + ".txt");
    private readonly StringBuilder _fresh = new();
    private Dictionary<string, string>? _known;

    public static ColourCache OfUser => new(UsersFolder.Of("colours"));

    private Dictionary<string, string> Known => _known ??= Read();

    public string? Find(string code, string language) => Known.GetValueOrDefault(Key(code, language));

    public void Add(string code, string language, string colours)
    {
        var key = Key(code, language);
        Known[key] = colours;

        // The line break comes first: whatever was ended in the middle of a line leaves the next one whole.
        _fresh.Append('\n').Append(key).Append(' ').Append(colours);
    }

    /// <summary>Keeps what is new. Where it cannot be kept, the next book only takes longer.</summary>
    public void Keep()
    {
        if (_fresh.Length == 0)
        {
            return;
        }

        try
        {
            OwnersAlone.CreateFolder(folder);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles("*.txt").Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - _age || file.Length > MostBytes))
            {
                old.Delete();
            }

            File.AppendAllText(_path, _fresh.ToString());
            _fresh.Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _fresh.Clear();
        }
    }

    private Dictionary<string, string> Read()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
            {
                if (line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap)
                {
                    known[line[..gap]] = line[(gap + 1)..];
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            known.Clear();
        }

        return known;
    }

    private static string Key(string code, string language) => Hash($"{language}\n{code}");

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
