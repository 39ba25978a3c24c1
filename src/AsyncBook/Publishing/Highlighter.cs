using System.Text.RegularExpressions;
using AsyncBook.Notebooks;
using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace AsyncBook.Publishing;

/// <summary>Code as HTML with a class per kind of token, by the grammars VS Code uses.</summary>
internal sealed partial class Highlighter
{
    // A line takes microseconds; the limit only keeps a pathological one from hanging the build.
    private static readonly TimeSpan _perLine = TimeSpan.FromSeconds(5);

    // More is a file of data, not something to read: a screen of colours would take minutes.
    private const int MostCharacters = 200_000;

    private readonly ColourCache _cache;
    private readonly RegistryOptions _options = new(ThemeName.LightPlus);
    private readonly Dictionary<string, IGrammar?> _grammars = new(StringComparer.Ordinal);
    private readonly Registry _registry;

    /// <param name="cache">What is known of code that was coloured before.</param>
    public Highlighter(ColourCache cache) => (_cache, _registry) = (cache, new(_options));

    /// <param name="code">The code.</param>
    /// <param name="language">As a fence names it: csharp, python, bash…; an unknown one gives plain text.</param>
    public string ToHtml(string code, string language)
    {
        var grammar = code.Length > MostCharacters ? null : Grammar(language);
        if (grammar is null)
        {
            return Html.Encode(code);
        }

        code = code.TrimEnd('\n');
        if (_cache.Find(code, language) is { } known && Colours.Paint(code, known) is { } html)
        {
            return html;
        }

        var colours = Colour(code, language, grammar);
        _cache.Add(code, language, colours);
        return Colours.Paint(code, colours)!;
    }

    /// <summary>Keeps what was found out for the next book.</summary>
    public void Keep() => _cache.Keep();

    private static string Colour(string code, string language, IGrammar grammar)
    {
        var colours = new Colours();
        IStateStack? state = null;
        foreach (var line in code.Split('\n'))
        {
            var given = ForGrammar(line, language);
            var result = grammar.TokenizeLine(given, state, _perLine);
            state = result.RuleStack;
            Add(colours, line, result.Tokens.Where(token => !IsSpace(given, token)));
            colours.EndLine();
        }

        return colours.ToString();
    }

    // The C# grammar loses its way in the block after "await foreach" and "await using"; "else " is a keyword of that length.
    private static string ForGrammar(string line, string language) =>
        language == CellLanguage.CSharp ? AwaitBeforeBlock().Replace(line, "else ") : line;

    private static void Add(Colours colours, string line, IEnumerable<IToken> tokens)
    {
        var start = 0;
        string? style = null;
        foreach (var token in tokens)
        {
            // Neighbours of one style share an element: a page of code is half as heavy.
            var next = TokenStyle.ForScopes(token.Scopes);
            if (next != style)
            {
                colours.Add(token.StartIndex - start, style);
                (start, style) = (token.StartIndex, next);
            }
        }

        colours.Add(line.Length - start, style);
    }

    private static bool IsSpace(string line, IToken token) =>
        string.IsNullOrWhiteSpace(line[Math.Min(token.StartIndex, line.Length)..Math.Min(token.EndIndex, line.Length)]);

    private IGrammar? Grammar(string language)
    {
        if (!_grammars.TryGetValue(language, out var grammar))
        {
            var scope = _options.GetScopeByExtension("." + CodeLanguage.Extension(language));
            grammar = string.IsNullOrEmpty(scope) ? null : _registry.LoadGrammar(scope);
            _grammars.Add(language, grammar);
        }

        return grammar;
    }

    [GeneratedRegex(@"\bawait(?=\s+(foreach|using)\b)")]
    private static partial Regex AwaitBeforeBlock();
}
