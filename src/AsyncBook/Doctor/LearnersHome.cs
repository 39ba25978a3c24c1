namespace AsyncBook.Doctor;

/// <summary>Where a learner's editors keep their things: a home folder, the system's ways, what the environment says else.</summary>
/// <param name="System">Whose ways.</param>
/// <param name="Folder">The home folder.</param>
/// <param name="Variable">The environment; null or empty where it says nothing.</param>
internal sealed record LearnersHome(HomeSystem System, string Folder, Func<string, string?> Variable)
{
    public static LearnersHome Here { get; } = new(
        OperatingSystem.IsWindows() ? HomeSystem.Windows : OperatingSystem.IsMacOS() ? HomeSystem.MacOs : HomeSystem.Linux,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.GetEnvironmentVariable);

    /// <summary>Where programs keep their settings.</summary>
    public string Settings => System switch
    {
        HomeSystem.Windows => Said("APPDATA") ?? In("AppData", "Roaming"),
        HomeSystem.MacOs => In("Library", "Application Support"),
        _ => Said("XDG_CONFIG_HOME") ?? In(".config"),
    };

    /// <summary>Jupyter's own folder, in which VS Code looks too.</summary>
    public string Jupyter => System switch
    {
        HomeSystem.Windows => Path.Combine(Settings, "jupyter"),
        HomeSystem.MacOs => In("Library", "Jupyter"),
        _ => Path.Combine(Data, "jupyter"),
    };

    /// <summary>Where programs of Linux keep their data, and those that come from there.</summary>
    public string Data => Said("XDG_DATA_HOME") ?? In(".local", "share");

    public string In(params ReadOnlySpan<string> path) => Path.Combine([Folder, .. path]);

    public string? Said(string variable) => Variable(variable) is { Length: > 0 } value ? value : null;
}

internal enum HomeSystem
{
    Linux,
    MacOs,
    Windows,
}
