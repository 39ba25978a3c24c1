using System.Text;

namespace AsyncBook.IO;

/// <summary>Replaces a file as a whole: whoever reads it finds the old text or the new, never half of it.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string text)
    {
        var target = Target(path);
        var neighbour = Path.Combine(
            Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            WriteThrough(neighbour, text);
            KeepMode(target, neighbour);
            File.Move(neighbour, target, overwrite: true);
        }
        catch
        {
            File.Delete(neighbour);
            throw;
        }
    }

    // Renaming onto a link would replace the link, not the file it leads to.
    private static string Target(string path) => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static void WriteThrough(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(_encoding.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }
}
