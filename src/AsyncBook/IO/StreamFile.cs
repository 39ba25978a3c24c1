using AsyncBook.Language;

namespace AsyncBook.IO;

/// <summary>Writes to what is no regular file: a terminal, a pipe, a device.</summary>
internal static class StreamFile
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException">Nobody reads from the pipe, or the device takes no more.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> bytes)
    {
        using var stream = Open(path);
        if (stream.CanSeek)
        {
            stream.Seek(0, SeekOrigin.End);
        }

        stream.Write(bytes.Span);
        stream.Flush();
    }

    // Opening a pipe waits for whoever reads from it, which may be for ever.
    private static FileStream Open(string path)
    {
        var opening = Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        if (Task.WaitAny([opening], _patience) == 0)
        {
            return opening.GetAwaiter().GetResult();
        }

        // Whoever comes to read later finds an end, not a writer who says nothing.
        opening.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        throw new IOException(CommandWords.NobodyReads(path, (int)_patience.TotalSeconds));
    }
}
