using System.Globalization;

namespace AsyncBook.Language;

/// <summary>The language in which the tool speaks to its user: Chinese or English.</summary>
internal static class Tongue
{
    /// <summary>The variable that says it for this tool alone: <c>zh</c> or <c>en</c>.</summary>
    public const string Variable = "ASYNCBOOK_LANG";

    private static readonly string[] _variables = [Variable, "LC_ALL", "LC_MESSAGES", "LANG"];
    private static readonly bool _usersIsChinese = IsChineseFor(Environment.GetEnvironmentVariable, CultureInfo.CurrentUICulture);
    private static readonly AsyncLocal<bool?> _chosen = new();

    public static bool IsChinese => _chosen.Value ?? _usersIsChinese;

    /// <summary>What the system's own words (those of the command line's parser) are looked up by.</summary>
    public static CultureInfo Culture => CultureInfo.GetCultureInfo(IsChinese ? "zh-Hans" : "en");

    /// <summary>The one of the two that the user reads.</summary>
    public static string Of(string english, string chinese) => IsChinese ? chinese : english;

    /// <summary>From here on, for whatever this flow of control calls, whatever the user reads.</summary>
    public static void Choose(bool chinese) => _chosen.Value = chinese;

    /// <summary>Whether a user's environment asks for Chinese: the first variable that says anything decides, then the system.</summary>
    public static bool IsChineseFor(Func<string, string?> variable, CultureInfo system) =>
        _variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } said
            ? said.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            : system.TwoLetterISOLanguageName == "zh";
}
