namespace AsyncBook.Content.Tests.Workshop;

/// <summary>What .ci/run installs from npm.</summary>
internal static class CiTools
{
    public static string Find(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("ASYNCBOOK_CI_TOOLS") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "asyncbook-ci");
        var file = Path.Combine([folder, "node_modules", .. path]);
        Assert.SkipUnless(File.Exists(file), $"{string.Join('/', path)} is not here: .ci/run installs it with npm");
        return file;
    }
}
