using System.Formats.Tar;
using System.IO.Compression;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Bundling;

/// <summary>One file with everything a room without a network needs, for a USB stick.</summary>
/// <param name="Repository">The repository's folder.</param>
/// <param name="Book">The folder of the finished book.</param>
/// <param name="PackageSets">The packages that notebooks bring in, as they are restored together: ids with versions.</param>
internal sealed record Bundle(string Repository, string Book, IReadOnlyList<PackageSet> PackageSets)
{
    /// <summary>The folder in it; its name stands in the first bytes of the file.</summary>
    public const string Root = "asyncbook-offline/";

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">The zip file.</param>
    /// <param name="news">Told what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How much of it is packages.</returns>
    /// <exception cref="BundleException">Something it needs cannot be had.</exception>
    public async Task<BundleReport> WriteAsync(string path, Action<string> news, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("asyncbook-bundle-").FullName;
        try
        {
            news(BundleWords.Restoring);
            var packages = await PackageCollector.CollectAsync(Repository, Path.Combine(work, "pins"), PackageSets, cancellationToken);
            news(BundleWords.Packing(packages.Count));
            var tar = Path.Combine(work, "repository.tar");
            await RequireAsync(["git", "-C", Repository, "archive", "--format=tar", "-o", tar, "HEAD"], cancellationToken);
            var zip = Path.Combine(work, "bundle.zip");
            await WriteZipAsync(zip, tar, packages, Path.Combine(work, "pins"), cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.Move(zip, path, overwrite: true);
            return new(new FileInfo(path).Length, packages.Count, packages.Sum(file => new FileInfo(file).Length));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Runs a program that has to succeed.</summary>
    public static async Task RequireAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var ended = await ChildProcess.RunAsync(command, cancellationToken);
        if (ended is not (0, _))
        {
            throw new BundleException(BundleWords.Failed(string.Join(' ', command), ended?.Output ?? ""));
        }
    }

    private async Task WriteZipAsync(string path, string tar, IReadOnlyList<string> packages, string pins, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, cancellationToken);
        foreach (var name in BundleAssets.Names)
        {
            await using var entry = await zip.CreateEntry(Root + name).OpenAsync(cancellationToken);
            await entry.WriteAsync(BundleAssets.Read(name), cancellationToken);
        }

        await using var archive = File.OpenRead(tar);
        await using var reader = new TarReader(archive);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellationToken) is { } file)
        {
            if (file.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && file.DataStream is { } data)
            {
                await using var entry = await zip.CreateEntry($"{Root}repository/{file.Name}").OpenAsync(cancellationToken);
                await data.CopyToAsync(entry, cancellationToken);
            }
            else if (file.EntryType is TarEntryType.RegularFile)
            {
                zip.CreateEntry($"{Root}repository/{file.Name}");
            }
        }

        await AddFolderAsync(zip, Book, "book", cancellationToken);
        await AddFolderAsync(zip, pins, "pins", cancellationToken);
        foreach (var package in packages)
        {
            // They are compressed already.
            await zip.CreateEntryFromFileAsync(package, $"{Root}packages/{Path.GetFileName(package)}", CompressionLevel.NoCompression, cancellationToken);
        }
    }

    private static async Task AddFolderAsync(ZipArchive zip, string folder, string name, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            await zip.CreateEntryFromFileAsync(file, $"{Root}{name}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", CompressionLevel.Optimal, cancellationToken);
        }
    }
}

/// <param name="Bytes">The size of the file.</param>
/// <param name="Packages">How many packages are in it.</param>
/// <param name="PackageBytes">What they weigh.</param>
internal sealed record BundleReport(long Bytes, int Packages, long PackageBytes);

/// <summary>No bundle could be made; the message says why.</summary>
internal sealed class BundleException(string message) : Exception(message);
