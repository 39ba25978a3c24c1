using System.ComponentModel;
using System.Diagnostics;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>Which files of a repository pages may publish: those git tracks; outside of git, those that nobody hid.</summary>
internal sealed class PublishableFiles
{
    private static readonly string[] _gitsOwn = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

    private readonly string _given;
    private readonly string _root;
    private readonly HashSet<string>? _tracked;

    private PublishableFiles(string given, string root, HashSet<string>? tracked)
    {
        _given = given;
        _root = root;
        _tracked = tracked;
    }

    /// <param name="root">The repository's folder.</param>
    public static PublishableFiles Below(string root)
    {
        var real = Real(root);
        return new(root, real, Tracked(real));
    }

    /// <summary>Why a file is not published; null where it may be.</summary>
    public string? ReasonAgainst(string path)
    {
        var name = Path.GetRelativePath(_root, Real(path)).Replace('\\', '/');
        return name switch
        {
            _ when name.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(name) => PageWords.Outside,
            _ when IsHidden(name) || IsHidden(Path.GetRelativePath(_given, path).Replace('\\', '/')) => PageWords.Hidden,
            _ when _tracked?.Contains(name) == false => PageWords.Untracked,
            _ => null,
        };
    }

    private static bool IsHidden(string name) => name.Split('/').Any(part => part.StartsWith('.') && part != "..");

    // Where links on the way lead.
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar))
        {
            real = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                real = Real(target.FullName);
            }
        }

        return real;
    }

    // Null where there is no git, or the folder is in no repository of it.
    private static HashSet<string>? Tracked(string root)
    {
        var start = new ProcessStartInfo("git", ["-C", root, "ls-files", "-z"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in _gitsOwn)
        {
            // Inside a hook they are those of the repository the hook belongs to.
            start.Environment.Remove(name);
        }

        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var names = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            errors.GetAwaiter().GetResult();
            return git.ExitCode == 0 ? names.ToHashSet(StringComparer.Ordinal) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
