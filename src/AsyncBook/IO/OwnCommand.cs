namespace AsyncBook.IO;

/// <summary>How this program is called where it runs: advice can be copied as it stands.</summary>
internal static class OwnCommand
{
    private const string Project = "src/AsyncBook";

    /// <summary>The repository this program was built in; null where it is somewhere else.</summary>
    public static string? Repository => RepositoryOf(AppContext.BaseDirectory);

    /// <summary>The command line with these arguments.</summary>
    public static string With(string arguments) => With(arguments, Directory.GetCurrentDirectory(), AppContext.BaseDirectory, Environment.ProcessPath);

    /// <param name="arguments">What stands after it.</param>
    /// <param name="here">The folder in which it will be read.</param>
    /// <param name="program">The folder of this program.</param>
    /// <param name="process">The file of this process.</param>
    public static string With(string arguments, string here, string program, string? process)
    {
        if (RepositoryOf(program) is { } root)
        {
            var project = IsIn(root, here) ? Path.GetRelativePath(here, Path.Combine(root, Project)).Replace('\\', '/') : Path.Combine(root, Project);
            return $"dotnet run --project {Quoted(project)} -- {arguments}";
        }

        return Path.GetFileNameWithoutExtension(process) is null or "dotnet"
            ? $"dotnet {Quoted(Path.Combine(program, "asyncbook.dll"))} {arguments}"
            : $"{Quoted(process!)} {arguments}";
    }

    private static string? RepositoryOf(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, Project, "AsyncBook.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static bool IsIn(string root, string folder) =>
        folder == root || folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
