namespace AsyncBook.IO;

/// <summary>Where what is this user's own is kept: answers, verdicts, colours, outside of any repository.</summary>
internal static class UsersFolder
{
    public static string Of(string what) => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? home
            : Path.GetTempPath(),
        "asyncbook", what);
}
