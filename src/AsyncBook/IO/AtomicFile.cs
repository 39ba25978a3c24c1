using System.Text;

namespace AsyncBook.IO;

/// <summary>Replaces a file as a whole: whoever reads it finds the old text or the new, never half of it. What is no file is written to, never replaced.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where; a link leads to the file that is meant.</param>
    /// <param name="text">What.</param>
    /// <param name="mode">Who may read it, where it is new; null: as the system has it.</param>
    /// <exception cref="IOException">It cannot be written, or is a folder or a disk.</exception>
    public static void Write(string path, string text, UnixFileMode? mode = null)
    {
        switch (FileKinds.Of(path))
        {
            case FileKind.Folder:
                throw new IOException($"{path} is a folder, not a file");
            case FileKind.Disk:
                throw new IOException($"{path} is a disk, not a file");
            case FileKind.Stream:
                StreamFile.Write(path, _encoding.GetBytes(text));
                break;
            default:
                Replace(Target(path), text, mode);
                break;
        }
    }

    private static void Replace(string target, string text, UnixFileMode? mode)
    {
        Neighbour.Sweep(target);
        var neighbour = Neighbour.Of(target);
        try
        {
            WriteThrough(neighbour, text, mode);
            KeepMode(target, neighbour);
            File.Move(neighbour, target, overwrite: true);
        }
        catch
        {
            File.Delete(neighbour);
            throw;
        }
    }

    /// <summary>The file that is meant: renaming onto a link would replace the link.</summary>
    public static string Target(string path)
    {
        // From its whole path, since a link that is named from here would be followed from the root.
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    private static void WriteThrough(string path, string text, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            options.UnixCreateMode = mode;
        }

        using var stream = new FileStream(path, options);
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
