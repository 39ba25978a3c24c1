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
