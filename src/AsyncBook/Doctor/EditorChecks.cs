using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Doctor;

/// <summary>What editors need to run the notebooks: extensions, the kernel .NET (C#), and, where it is used, a Polyglot Notebooks that starts.</summary>
internal static class EditorChecks
{
    private const string Manifest = "dotnet-tools.json";

    public static async Task<Finding> CodeAsync(CancellationToken cancellationToken)
    {
        const string what = "VS Code", jupyter = "ms-toolsai.jupyter";
        return await ChildProcess.RunAsync(["code", "--list-extensions"], cancellationToken) is not (0, var output)
            ? Finding.Optional(what, DoctorWords.NoCode, "https://code.visualstudio.com")
            : output.Split('\n', StringSplitOptions.TrimEntries).Contains(jupyter, StringComparer.OrdinalIgnoreCase)
            ? Finding.Ok(what, DoctorWords.WithJupyter)
            : Finding.Optional(what, DoctorWords.WithoutJupyter, $"code --install-extension {jupyter}");
    }

    /// <summary>The kernel that VS Code's Jupyter extension and JupyterLab start.</summary>
    public static Finding JupyterKernel(LearnersHome home)
    {
        var what = DoctorWords.JupyterKernel;
        var kernels = Path.Combine(home.Jupyter, "kernels");
        return KernelFolders(home).Select(folder => Path.Combine(folder, "kernels", ".net-csharp")).FirstOrDefault(Directory.Exists) is { } found
            ? Finding.Ok(what, found)
            : Finding.Optional(
                what,
                DoctorWords.KernelNotInstalled,
                $"{ShellCommand.MakeFolder(home.System, kernels)}\ndotnet tool restore\n"
                + $"dotnet tool run dotnet-interactive -- jupyter install --path {ShellCommand.Argument(home.System, kernels)}");
    }

    /// <summary>
    /// The SDK's template writes dotnet-tools.json beside .config since 10.0.102. The extension looks inside: from its second
    /// start on it runs the template again, which refuses, and there is no kernel. It had its last version before that SDK.
    /// </summary>
    public static Finding Polyglot(LearnersHome home)
    {
        const string what = "Polyglot Notebooks";
        var folders = PolyglotFolders.Find(home);
        var broken = folders.Where(IsBroken).ToList();
        return folders.Count == 0 ? Finding.Ok(what, DoctorWords.PolyglotNotUsed)
            : broken.Count == 0 ? Finding.Ok(what, DoctorWords.PolyglotStarts(string.Join(", ", folders)))
            : Finding.Broken(
                what,
                DoctorWords.PolyglotBroken(Manifest),
                string.Join('\n', broken.Select(folder => ShellCommand.Move(home.System, Path.Combine(folder, Manifest), Path.Combine(folder, ".config")))));
    }

    private static bool IsBroken(string folder) =>
        File.Exists(Path.Combine(folder, Manifest)) && !File.Exists(Path.Combine(folder, ".config", Manifest));

    private static IEnumerable<string> KernelFolders(LearnersHome home) =>
    [
        .. home.Said("JUPYTER_PATH")?.Split(Path.PathSeparator) ?? [],
        .. home.Said("JUPYTER_DATA_DIR") is { } said ? new[] { said } : [],
        home.Jupyter,
        .. home.System == HomeSystem.Windows ? Array.Empty<string>() : ["/usr/local/share/jupyter", "/usr/share/jupyter"],
    ];
}
