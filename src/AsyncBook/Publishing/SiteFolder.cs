using System.Text;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>
/// The folder of a site. What asyncbook writes there it writes down, and only that does it ever replace or remove:
/// a CNAME, a .git or a page that someone put beside it stays as it is.
/// </summary>
internal static class SiteFolder
{
    /// <summary>Makes the site, all of it beside its place first, then file by file in its place.</summary>
    /// <exception cref="BookFolderException">The place is taken by something else.</exception>
    public static void Write(string folder, SiteFiles files)
    {
        Require(folder);
        var path = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var parent = Path.GetDirectoryName(path) ?? throw new BookFolderException(PageWords.NoBookHere(folder));
        var addresses = files.All.Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var earlier = SiteManifest.Read(path);
        RequireRoom(path, addresses, earlier);
        Directory.CreateDirectory(parent);
        var neighbour = Path.Combine(parent, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            WriteFiles(neighbour, files);
            Directory.CreateDirectory(path);
            // Both, so that whatever ends us between two files, the next book knows them for ours.
            SiteManifest.Write(path, addresses.Union(earlier));
            Move(neighbour, path, addresses);
            Remove(path, earlier.Except(addresses));
            SiteManifest.Write(path, addresses);
        }
        finally
        {
            if (Directory.Exists(neighbour))
            {
                Directory.Delete(neighbour, recursive: true);
            }
        }
    }

    /// <inheritdoc cref="Write"/>
    public static void Require(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
        {
            throw new BookFolderException(PageWords.IsFile(folder));
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !SiteManifest.IsIn(path))
        {
            throw new BookFolderException(PageWords.NotABook(folder));
        }
    }

    // A name that someone took for a file of theirs, or a folder that leads out of the site, is found before anything is written.
    private static void RequireRoom(string path, HashSet<string> addresses, IReadOnlyCollection<string> earlier)
    {
        foreach (var address in addresses.Union(earlier))
        {
            var file = Path.Combine(path, address);
            for (var folder = Path.GetDirectoryName(file)!; folder.Length > path.Length; folder = Path.GetDirectoryName(folder)!)
            {
                if (new DirectoryInfo(folder).LinkTarget is not null)
                {
                    throw new BookFolderException(PageWords.IsLink(folder));
                }
            }

            if (!earlier.Contains(address) && (Path.Exists(file) || new FileInfo(file).LinkTarget is not null))
            {
                throw new BookFolderException(PageWords.NotOurs(file));
            }
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
    }

    private static void Move(string neighbour, string path, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            var file = Path.Combine(path, address);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(Path.Combine(neighbour, address), file, overwrite: true);
        }
    }

    private static void Remove(string path, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            var file = Path.Combine(path, address);
            File.Delete(file);
            for (var folder = Path.GetDirectoryName(file)!; folder.Length > path.Length && IsEmpty(folder); folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }
    }

    private static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
}

/// <summary>The list of what a book wrote into its folder.</summary>
internal static class SiteManifest
{
    /// <summary>Its name; it also says that a folder is a book's.</summary>
    public const string Name = ".asyncbook-book";

    private const string Head = "# asyncbook book wrote these files, and replaces and removes no others.";

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <exception cref="BookFolderException">There is one that no book wrote.</exception>
    public static IReadOnlyCollection<string> Read(string folder)
    {
        if (!IsIn(folder))
        {
            return [];
        }

        var lines = File.ReadAllLines(Path.Combine(folder, Name));
        var addresses = lines.Skip(1).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        return lines is [Head, ..] && addresses.All(IsBelow)
            ? addresses
            : throw new BookFolderException(PageWords.NoList(Path.Combine(folder, Name)));
    }

    public static void Write(string folder, IEnumerable<string> addresses)
    {
        var text = string.Concat(addresses.Order(StringComparer.Ordinal).Prepend(Head).Select(line => line + "\n"));
        var list = Path.Combine(folder, Name);
        File.WriteAllText(list + ".new", text);
        File.Move(list + ".new", list, overwrite: true);
    }

    private static bool IsBelow(string address) =>
        !Path.IsPathRooted(address) && address.Split('/', '\\').All(part => part is not ("" or "." or ".."));
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
