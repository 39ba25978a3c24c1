namespace AsyncBook.Publishing;

/// <summary>The few styles code is shown in, each a class in the style sheet.</summary>
internal static class TokenStyle
{
    // The first that fits the innermost scope counts; null is plain ink.
    private static readonly (string Scope, string? Style)[] _styles =
    [
        ("comment", "c"),
        ("punctuation.definition.comment", "c"),
        ("string", "s"),
        ("punctuation.definition.string", "s"),
        ("constant.character", "s"),
        ("constant.numeric", "n"),
        ("constant.language", "k"),
        ("variable.language", "k"),
        ("keyword.operator.expression", "k"),
        ("keyword.operator.logical.python", "k"),
        ("keyword.operator.new", "k"),
        ("keyword.operator", null),
        ("keyword.preprocessor", "d"),
        ("keyword", "k"),
        ("storage", "k"),
        ("meta.preprocessor", "d"),
        ("entity.name.function", "f"),
        ("meta.function-call.generic", "f"),
        ("support.function", "f"),
        ("entity.name.type", "t"),
        ("support.type", "t"),
        ("support.class", "t"),
        ("entity.name.tag", "k"),
        ("support.type.property-name", "t"),
    ];

    public static string? ForScopes(IReadOnlyCollection<string> scopes)
    {
        // A documentation comment's markup is still comment.
        if (scopes.Any(scope => scope.StartsWith("comment.block.documentation", StringComparison.Ordinal)))
        {
            return "c";
        }

        foreach (var scope in scopes.Reverse())
        {
            // Code inside an interpolated string is code, not string.
            if (scope.StartsWith("meta.interpolation", StringComparison.Ordinal))
            {
                return null;
            }

            foreach (var (prefix, style) in _styles)
            {
                if (scope.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return style;
                }
            }
        }

        return null;
    }
}
