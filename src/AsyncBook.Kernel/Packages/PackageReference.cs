namespace AsyncBook.Kernel.Packages;

/// <summary>A package a cell asks for. A version is exact; none means the newest the feed has.</summary>
internal sealed record PackageReference(string Id, string? Version)
{
    public bool IsPinned => Version is { Length: > 0 } version && !version.Contains('*', StringComparison.Ordinal);

    /// <summary>The version as NuGet's PackageReference wants it: brackets keep it from taking a newer one in silence.</summary>
    public string VersionRange => IsPinned && !Version!.StartsWith('[') ? $"[{Version}]" : Version ?? "*";

    /// <exception cref="FormatException">There is no package id.</exception>
    public static PackageReference Parse(string specification)
    {
        var parts = specification.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0)
        {
            throw new FormatException($"#r \"nuget:{specification}\" names no package; write #r \"nuget: Id, exact.version\"");
        }

        return new PackageReference(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }

    public override string ToString() => $"{Id}, {Version ?? "*"}";
}
