using System.Globalization;
using System.Text;

namespace AsyncBook.Publishing;

/// <summary>How code is coloured, as a short text: for each run of characters its style (one letter, or - for none) and its length; / ends a line.</summary>
internal sealed class Colours
{
    public const char None = '-';
    private const char LineEnd = '/';
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Add(int length, string? style)
    {
        if (length > 0)
        {
            _text.Append(style?[0] ?? None).Append(CultureInfo.InvariantCulture, $"{length}");
        }
    }

    public void EndLine() => _text.Append(LineEnd);

    /// <summary>The code as HTML; null where the colours are not those of this code.</summary>
    public static string? Paint(string code, string colours)
    {
        var html = new StringBuilder(code.Length * 2);
        var (at, place) = (0, 0);
        while (at < colours.Length)
        {
            var style = colours[at++];
            if (style == LineEnd)
            {
                html.Append('\n');
                place++;
                continue;
            }

            var digits = at;
            while (at < colours.Length && char.IsAsciiDigit(colours[at]))
            {
                at++;
            }

            if (!int.TryParse(colours.AsSpan(digits, at - digits), CultureInfo.InvariantCulture, out var length) || length > code.Length - place || !IsStyle(style))
            {
                return null;
            }

            var text = Html.Encode(code.Substring(place, length));
            html.Append(style == None ? text : $"<span class=\"{style}\">{text}</span>");
            place += length;
        }

        return place == code.Length + 1 ? html.ToString() : null;
    }

    private static bool IsStyle(char style) => style == None || char.IsAsciiLetterLower(style);
}
