namespace AsyncBook.Services;

/// <summary>How a variable is set.</summary>
internal enum ExportFormat
{
    /// <summary><c>export NAME='value'</c>.</summary>
    Sh,

    /// <summary><c>$env:NAME = 'value'</c>.</summary>
    PowerShell,

    /// <summary><c>NAME=value</c>, as in a file of variables.</summary>
    Env,
}

/// <summary>Lines that set a variable.</summary>
internal static class ExportFormats
{
    /// <summary>The one that this system's usual shell reads.</summary>
    public static ExportFormat OfThisSystem => OperatingSystem.IsWindows() ? ExportFormat.PowerShell : ExportFormat.Sh;

    public static string Line(this ExportFormat format, string name, string value) => format switch
    {
        ExportFormat.Sh => $"export {name}='{value.Replace("'", @"'\''", StringComparison.Ordinal)}'",
        ExportFormat.PowerShell => $"$env:{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => $"{name}={value}",
    };
}
