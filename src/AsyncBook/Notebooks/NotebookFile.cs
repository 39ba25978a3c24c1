using System.Globalization;
using System.Text;
using System.Text.Unicode;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>The bytes of a notebook file, read once they are known to be text of a reasonable size.</summary>
internal static class NotebookFile
{
    private const int LargestSize = 20 * 1024 * 1024;

    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NotebookFormatException(path, NotebookWords.IsFolder);
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new NotebookFormatException(path, NotebookWords.NoSuchFile);
        }

        if (file.Length > LargestSize)
        {
            var size = (file.Length / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
            throw new NotebookFormatException(
                path, NotebookWords.TooLarge(size));
        }

        // A device such as /dev/zero says 0 and never ends: it must not be read to find out.
        var bytes = file.Length == 0 ? [] : Load(path);
        CheckText(path, bytes);
        return bytes;
    }

    private static byte[] Load(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, NotebookWords.CannotBeRead(exception.Message), exception);
        }
    }

    private static void CheckText(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new NotebookFormatException(path, NotebookWords.IsEmpty);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            throw new NotebookFormatException(path, NotebookWords.IsUtf16);
        }

        if (bytes.Contains((byte)0))
        {
            throw new NotebookFormatException(path, NotebookWords.IsBinary);
        }

        if (!Utf8.IsValid(bytes))
        {
            throw new NotebookFormatException(path, NotebookWords.NotUtf8(TextPosition.OfInvalidUtf8(bytes).ToString()!));
        }
    }
}

/// <summary>A file that is no notebook, in one line: which file, why and, where there is one, the way out.</summary>
internal sealed class NotebookFormatException(string path, string reason, Exception? inner = null)
    : Exception($"{path}: {reason.ReplaceLineEndings(" ")}", inner)
{
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
