using System.Diagnostics;
using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>What the static book of all notebooks takes, made by the tool as people start it.</summary>
internal static class BookSuite
{
    public const string Row = "`book` for all notebooks, CPU", Name = "asyncbook book";

    /// <summary>Only Linux says what a process took once it has ended.</summary>
    public static IEnumerable<Contestant> Contestants => OperatingSystem.IsLinux() ? [new("book", Name, null, Measure)] : [];

    // The first one of a build finds the colours out; the second finds them again.
    private static IEnumerable<Measurement> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("asyncbook-bench-");
        var first = Seconds(folder.FullName);
        var second = Seconds(folder.FullName);
        folder.Delete(recursive: true);
        return [new(Row, "s", Math.Min(first, second))];
    }

    private static double Seconds(string folder)
    {
        var before = SecondsOfChildren();
        var tool = Path.Combine(KernelSuite.ToolFolder, "asyncbook.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "book", Notebooks(), "--out", Path.Combine(folder, "book")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == 0
            ? SecondsOfChildren() - before
            : throw new InvalidOperationException($"asyncbook book: exit code {process.ExitCode}: {errors.Result}");
    }

    // The 16th and 17th field, in hundredths of a second: what children that have ended took, in user code and in the system's.
    private static double SecondsOfChildren()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return (int.Parse(fields[13], CultureInfo.InvariantCulture) + int.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    private static string Notebooks()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "notebooks")))
            {
                return Path.Combine(folder, "notebooks");
            }
        }

        throw new DirectoryNotFoundException("notebooks is not above " + AppContext.BaseDirectory);
    }
}
