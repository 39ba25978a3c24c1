using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Doctor;

/// <summary>What makes the workshop better and is not needed to run it.</summary>
internal static class ToolChecks
{
    public static async Task<Finding> FontsAsync(CancellationToken cancellationToken)
    {
        var what = DoctorWords.ChineseFont;
        if (!OperatingSystem.IsLinux())
        {
            return Finding.Ok(what, DoctorWords.ComesWithSystem);
        }

        return await ChildProcess.RunAsync(["fc-list", ":lang=zh", "family"], cancellationToken) is (0, { Length: > 0 } fonts)
            ? Finding.Ok(what, fonts.Split('\n').Order(StringComparer.Ordinal).First().Split(',')[0])
            : Finding.Optional(what, DoctorWords.NoFont, "sudo apt-get install fonts-noto-cjk");
    }

    public static async Task<Finding> PythonAsync(CancellationToken cancellationToken)
    {
        var what = DoctorWords.Python;
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            if (await ChildProcess.RunAsync([python, "-c", "import sys, uvloop; print(sys.version.split()[0], 'uvloop', uvloop.__version__)"], cancellationToken) is (0, var versions))
            {
                return Finding.Ok(what, versions);
            }
        }

        return Finding.Optional(what, DoctorWords.NoPython, "sudo apt-get install python3-uvloop");
    }
}
