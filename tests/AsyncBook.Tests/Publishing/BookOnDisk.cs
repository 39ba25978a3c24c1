using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>The book of the real notebooks, made once for a class of tests.</summary>
public sealed class BookOnDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BookOnDisk() => Report = Book.Write(new(Repository.Notebooks, Folder, Slides: false));

    internal string Folder => _folder["book"];

    internal BookReport Report { get; }

    public void Dispose() => _folder.Dispose();
}
