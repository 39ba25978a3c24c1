namespace AsyncBook.Exporting;

/// <summary>How deep brackets stand in one another, whatever language it is: what is far too deep takes the compiler hours to refuse.</summary>
internal static class Nesting
{
    /// <summary>Deeper than this nobody writes.</summary>
    public const int Deepest = 500;

    public static bool IsTooDeep(string source)
    {
        var depth = 0;
        foreach (var character in source)
        {
            depth = character switch
            {
                '(' or '[' or '{' => depth + 1,
                ')' or ']' or '}' when depth > 0 => depth - 1,
                _ => depth,
            };
            if (depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }
}
