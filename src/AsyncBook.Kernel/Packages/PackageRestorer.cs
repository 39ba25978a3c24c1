using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace AsyncBook.Kernel.Packages;

/// <summary>Restores a set of packages with the SDK itself, and remembers every set that is pinned.</summary>
/// <param name="configurationRoot">The folder from which NuGet.Config files are looked for, upwards.</param>
internal sealed class PackageRestorer(string configurationRoot)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(4);

    private static string CacheFolder =>
        Environment.GetEnvironmentVariable("ASYNCBOOK_CACHE") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "asyncbook");

    /// <exception cref="PackageException">The feed does not have it, or does not answer.</exception>
    public async Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(CacheFolder, "packages", Key(packages, sources));
        var pinned = packages.All(package => package.IsPinned);
        if (pinned && TryRead(folder) is { } known)
        {
            return known;
        }

        var fresh = $"{folder}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        try
        {
            var restored = await RestoreInAsync(fresh, packages, sources, cancellationToken);
            if (pinned)
            {
                Keep(fresh, folder);
            }

            return restored;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static RestoredPackages? TryRead(string folder)
    {
        var assets = RestoreProject.AssetsFileIn(folder);
        return File.Exists(assets) && AssetsFile.Read(assets) is { AllFilesExist: true } packages ? packages : null;
    }

    private async Task<RestoredPackages> RestoreInAsync(
        string folder, IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var project = RestoreProject.Write(folder, packages, sources, configurationRoot);
        var (exitCode, output) = await RunDotnetRestoreAsync(project, cancellationToken);
        var assets = RestoreProject.AssetsFileIn(folder);
        if (exitCode == 0)
        {
            return AssetsFile.Read(assets);
        }

        var errors = AssetsFile.ReadErrors(assets);
        throw new PackageException(RestoreFailure.Describe(packages, errors.Count > 0 ? errors : RestoreFailure.ErrorsIn(output)));
    }

    private static async Task<(int ExitCode, string Output)> RunDotnetRestoreAsync(string project, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_limit);
        using var process = Process.Start(RestoreProject.Command(project))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (1, $"error NU1301: The package source did not answer within {_limit.TotalMinutes} minutes.");
        }
    }

    // Another kernel may restore the same set at the same time: whoever comes second keeps what is there.
    private static void Keep(string fresh, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            Directory.Move(fresh, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
        }
    }

    private static string Key(IReadOnlyList<PackageReference> packages, IReadOnlyList<string> sources)
    {
        var lines = packages.Select(package => package.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal).Prepend(RestoreProject.Platform).Concat(sources);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..24];
    }
}
