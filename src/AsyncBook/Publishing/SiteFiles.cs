using System.Text;

namespace AsyncBook.Publishing;

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
