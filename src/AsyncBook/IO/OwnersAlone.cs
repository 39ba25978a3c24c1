namespace AsyncBook.IO;

/// <summary>Folders, files and programs whose files nobody but this user may look into.</summary>
internal static class OwnersAlone
{
    public const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // The user's own folders are theirs alone there.
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, Folder);
        System.IO.File.SetUnixFileMode(path, Folder);
    }

    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }

    /// <summary>The command, so that what the program writes is its owner's alone.</summary>
    public static IReadOnlyList<string> Command(IReadOnlyList<string> command) =>
        OperatingSystem.IsWindows() ? command : ["/bin/sh", "-c", "umask 077; exec \"$@\"", "sh", .. command];
}
