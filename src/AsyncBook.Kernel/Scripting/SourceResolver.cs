using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>Finds what <c>#load</c> names: beside the file it stands in, and for a cell beside the notebook.</summary>
internal sealed class SourceResolver(string folder) : SourceReferenceResolver
{
    private readonly SourceFileResolver _files = new(ImmutableArray<string>.Empty, folder);

    // Stack traces and messages name a file as the notebook's author does: by its place below the notebook.
    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var from = baseFilePath is null ? folder : Path.GetDirectoryName(Path.GetFullPath(baseFilePath, folder))!;
        return _files.ResolveReference(Path.Combine(from, path), null) is { } found ? Path.GetRelativePath(folder, found) : null;
    }

    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override Stream OpenRead(string resolvedPath) => _files.OpenRead(Path.GetFullPath(resolvedPath, folder));

    public override bool Equals(object? other) => other is SourceResolver resolver && resolver._files.Equals(_files);

    public override int GetHashCode() => _files.GetHashCode();
}
