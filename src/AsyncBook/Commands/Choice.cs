using System.CommandLine.Parsing;
using AsyncBook.Language;

namespace AsyncBook.Commands;

/// <summary>An option with a few words to choose from.</summary>
internal static class Choice
{
    /// <summary>Reads the word that was given; another one than <paramref name="words"/> is refused with those that there are.</summary>
    /// <param name="result">What was given.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="words">The names of the values, in small letters, as in <c>sh|env</c>.</param>
    public static T Read<T>(ArgumentResult result, string option, string words)
        where T : struct, Enum
    {
        var given = result.Tokens[0].Value;
        if (words.Split('|').Contains(given, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(given, ignoreCase: true);
        }

        result.AddError(CommandWords.NoChoice(given, option, words.Replace("|", ", ", StringComparison.Ordinal)));
        return default;
    }
}
