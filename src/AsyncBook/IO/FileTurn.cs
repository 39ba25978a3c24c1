using System.Security.Cryptography;
using System.Text;
using AsyncBook.Language;

namespace AsyncBook.IO;

/// <summary>
/// Whose turn it is to look at a file and then replace it: of several processes of one user one after the other,
/// so that none puts its text in the place of another's that it has not seen. Whoever is killed in its turn gives it up.
/// </summary>
internal sealed class FileTurn : IDisposable
{
    // A turn takes milliseconds; a disk may be slow.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly NamedWaitHandleOptions _scope = new() { CurrentUserOnly = true, CurrentSessionOnly = false };
    private readonly Mutex _mutex;

    private FileTurn(Mutex mutex) => _mutex = mutex;

    /// <summary>Waits for the turn; to be given back by the thread that has it.</summary>
    /// <exception cref="IOException">Somebody else does not end theirs.</exception>
    public static FileTurn Take(string path)
    {
        var place = SHA256.HashData(Encoding.UTF8.GetBytes(AtomicFile.Target(path)));
        var mutex = new Mutex(initiallyOwned: false, $"asyncbook-{Convert.ToHexStringLower(place)[..32]}", _scope);
        try
        {
            if (mutex.WaitOne(_patience))
            {
                return new(mutex);
            }
        }
        catch (AbandonedMutexException)
        {
            // It was killed in its turn: the file is its old self or its new one, and the turn ours.
            return new(mutex);
        }

        mutex.Dispose();
        throw new IOException(NotebookWords.BusyFile((int)_patience.TotalSeconds));
    }

    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}
