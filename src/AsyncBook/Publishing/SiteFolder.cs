using System.Text;

namespace AsyncBook.Publishing;

/// <summary>The folder of a site, replaced as a whole: made beside its place, then put there by renaming.</summary>
internal static class SiteFolder
{
    /// <summary>Says that a folder is ours to replace.</summary>
    public const string Marker = ".asyncbook-book";

    /// <exception cref="BookException">The place is taken by something else.</exception>
    public static void Require(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
        {
            throw new BookException($"{folder} is a file; name a folder with --out");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(Path.Combine(path, Marker)))
        {
            throw new BookException($"{folder} holds something that is no book of asyncbook's, and stays as it is; name another folder with --out, or empty it");
        }
    }

    /// <inheritdoc cref="Require"/>
    public static void Write(string folder, SiteFiles files)
    {
        Require(folder);
        var path = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var parent = Path.GetDirectoryName(path) ?? throw new BookException($"{folder} cannot be a book; name another folder with --out");
        Directory.CreateDirectory(parent);
        var neighbour = Path.Combine(parent, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            WriteFiles(neighbour, files);
            Replace(path, neighbour);
        }
        catch
        {
            Delete(neighbour);
            throw;
        }
    }

    private static void WriteFiles(string folder, SiteFiles files)
    {
        foreach (var (address, bytes) in files.All)
        {
            var file = Path.Combine(folder, address);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        File.WriteAllText(Path.Combine(folder, Marker), "asyncbook book writes this folder anew each time.\n");
    }

    private static void Replace(string path, string neighbour)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(neighbour, path);
            return;
        }

        var old = neighbour + ".old";
        Directory.Move(path, old);
        try
        {
            Directory.Move(neighbour, path);
        }
        catch
        {
            Directory.Move(old, path);
            throw;
        }

        Delete(old);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Everything the site consists of, by address, before any of it is written.</summary>
internal sealed class SiteFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, byte[]>> All => _files;

    public IEnumerable<string> Pages => _files.Keys.Where(address => address.EndsWith(".html", StringComparison.Ordinal));

    public bool Has(string address) => _files.ContainsKey(address);

    public int Size(string address) => _files[address].Length;

    public string Text(string address) => Encoding.UTF8.GetString(_files[address]);

    public void Add(string address, string text) => Add(address, Encoding.UTF8.GetBytes(text));

    public void Add(string address, byte[] bytes) => _files[address] = bytes;
}
