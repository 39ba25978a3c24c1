using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>The notebooks a user means by the files and folders they name.</summary>
internal static class NotebookFinder
{
    /// <summary>What is run when nothing is named.</summary>
    public const string DefaultFolder = "notebooks";

    /// <exception cref="NotebookFormatException">Something named is not there, or a folder holds no notebook.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths) => paths.Count == 0 && !Directory.Exists(DefaultFolder)
        ? throw new NotebookFormatException(DefaultFolder, CommandWords.NoNotebooksHere(Directory.GetCurrentDirectory()))
        : [.. (paths.Count > 0 ? paths : [DefaultFolder]).SelectMany(FilesOf).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path, "*.ipynb", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new NotebookFormatException(path, CommandWords.NoNotebookIn);
    }
}
