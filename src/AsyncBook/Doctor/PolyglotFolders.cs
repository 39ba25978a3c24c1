namespace AsyncBook.Doctor;

/// <summary>Every place in which an editor of VS Code's family keeps what the extension Polyglot Notebooks stores.</summary>
internal static class PolyglotFolders
{
    private const string Extension = "ms-dotnettools.dotnet-interactive-vscode";

    private static readonly string[] _editors = ["Code", "Code - Insiders", "VSCodium", "VSCodium - Insiders", "Code - OSS"];

    // Where the editor runs elsewhere and its extensions run here: over SSH, in WSL, in a container, in Codespaces.
    private static readonly string[] _servers =
    [
        ".vscode-server", ".vscode-server-insiders", ".vscode-server-oss", ".vscode-remote",
        ".vscodium-server", ".vscodium-server-insiders", ".openvscode-server",
    ];

    private static readonly (string App, string Editor)[] _flatpaks =
    [
        ("com.visualstudio.code", "Code"), ("com.visualstudio.code.insiders", "Code - Insiders"),
        ("com.visualstudio.code-oss", "Code - OSS"), ("com.vscodium.codium", "VSCodium"), ("com.vscodium.codium-insiders", "VSCodium - Insiders"),
    ];

    /// <summary>Those that are there: the extension has been started from them.</summary>
    public static IReadOnlyList<string> Find(LearnersHome home) =>
    [
        .. Editors(home).Distinct(StringComparer.Ordinal)
            .SelectMany(editor => Profiles(Path.Combine(editor, "User")))
            .Select(profile => Path.Combine(profile, "globalStorage", Extension))
            .Where(Directory.Exists),
    ];

    private static IEnumerable<string> Editors(LearnersHome home) =>
    [
        .. _editors.Select(editor => Path.Combine(home.Settings, editor)),
        .. _flatpaks.Select(flatpak => home.In(".var", "app", flatpak.App, "config", flatpak.Editor)),
        .. _servers.Select(server => home.In(server, "data")),
        Path.Combine(home.Data, "code-server"),
        .. home.Said("VSCODE_PORTABLE") is { } portable ? new[] { Path.Combine(portable, "user-data") } : [],
        .. home.Said("VSCODE_AGENT_FOLDER") is { } agent ? new[] { Path.Combine(agent, "data") } : [],
    ];

    private static IEnumerable<string> Profiles(string user)
    {
        var profiles = Path.Combine(user, "profiles");
        return Directory.Exists(profiles) ? Directory.EnumerateDirectories(profiles).Order(StringComparer.Ordinal).Prepend(user) : [user];
    }
}
