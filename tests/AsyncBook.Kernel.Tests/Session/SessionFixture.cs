namespace AsyncBook.Kernel.Tests;

/// <summary>One session for all tests of a class: a cell may declare again what an earlier one has declared.</summary>
public sealed class SessionFixture : IDisposable
{
    public SessionFixture() => Session = new TestSession(Folder.Path);

    internal TemporaryFolder Folder { get; } = new();

    internal TestSession Session { get; }

    public void Dispose() => Folder.Dispose();
}
