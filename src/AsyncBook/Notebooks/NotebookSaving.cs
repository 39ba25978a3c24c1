using System.Text;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>Puts a notebook's new text in the place of the bytes it was read from.</summary>
internal static class NotebookSaving
{
    public static byte[] Replace(string path, byte[] expected, string text)
    {
        try
        {
            using var turn = FileTurn.Take(path);
            CheckUntouched(path, expected);
            AtomicFile.Write(path, text);
            return Encoding.UTF8.GetBytes(text);
        }
        catch (Exception exception)
            when (exception is UnauthorizedAccessException or (IOException and not NotebookSaveException))
        {
            throw new NotebookSaveException(path, NotebookWords.CannotBeSaved(exception.Message), exception);
        }
    }

    // Running a notebook takes a while, and an editor may have it open: what was typed meanwhile wins.
    private static void CheckUntouched(string path, byte[] expected)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new NotebookSaveException(path, NotebookWords.IsReadOnly);
        }

        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(expected))
        {
            throw new NotebookSaveException(
                path, NotebookWords.HasChanged);
        }
    }
}

/// <summary>A notebook that could not be saved: one line, and the file is as it was.</summary>
internal sealed class NotebookSaveException(string path, string reason, Exception? inner = null)
    : IOException($"{path}: {reason.ReplaceLineEndings(" ")}", inner);
