using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Faults;

/// <summary>A spoilt notebook is given to its command, and everything that must hold of the end is looked at.</summary>
internal sealed partial class FuzzTrial(FuzzCase one, bool isProcess) : IDisposable
{
    // What takes a second may take a minute on a machine that is busy with other things.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder _folder = new();
    private bool _isKept;

    /// <summary>What is wrong; null where nothing is.</summary>
    public async Task<string?> FindFaultAsync()
    {
        var path = one.Write(_folder.Path);
        var fate = FateOf(path, out var strange);
        var fault = strange ?? await TryAsync(path, fate);
        _isKept = fault is not null;
        return fault is null ? null : $"{one}: {fault}\n  its files are kept in {_folder.Path}";
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            _folder.Dispose();
        }
    }

    private Fate FateOf(string path, out string? strange)
    {
        strange = null;
        try
        {
            Notebook.Load(path);
            strange = one.IsFile && one.Mutation.Fate != Fate.Broken ? null : "it was read, and is no notebook";
            return Fate.Sound;
        }
        catch (NotebookFormatException e)
        {
            strange = one.IsFile && one.Mutation.Fate == Fate.Sound ? $"it was not read, and is sound: {e.Message}" : null;
            return Fate.Broken;
        }
    }

    private async Task<string?> TryAsync(string path, Fate fate)
    {
        int exitCode;
        string output, errors;
        try
        {
            var run = isProcess
                ? AsyncBookProcess.RunAsync(_folder.Path, one.Arguments(_folder.Path), ("XDG_DATA_HOME", _folder["home"]))
                : Task.Run(() => AsyncBookInProcess.RunAsync(one.Arguments(_folder.Path)));
            (exitCode, output, errors) = await run.WaitAsync(_patience);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return $"it did not end within {_patience}";
        }
#pragma warning disable CA1031 // Whatever comes out of a command is the fault that is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"it threw {e}";
        }

        return FaultOf(path, fate, exitCode, output, errors) is { } fault ? $"{fault}\n  exit code {exitCode}\n  {Short(output)}\n  {Short(errors)}" : null;
    }

    private string? FaultOf(string path, Fate fate, int exitCode, string output, string errors) =>
        StackTrace().IsMatch(output + errors) ? "it shows a stack trace"
        : !Allowed(fate).Contains(exitCode) ? $"its exit code is none of {string.Join(", ", Allowed(fate))}"
        : fate == Fate.Broken && !errors.Contains(one.IsFile ? Shown(one.Name) : "notebooks", StringComparison.Ordinal) ? "its message does not name the file"
        : fate == Fate.Broken && one.Command != "book" && errors.Trim().Contains('\n', StringComparison.Ordinal) ? "its message is more than one line"
        : exitCode != 0 && (output + errors).Trim().Length == 0 ? "it does not say why"
        : errors.Contains("cannot be saved", StringComparison.Ordinal) ? "it could not be saved"
        : one.Command is "book" or "export" && Directory.Exists(_folder["out"]) != (exitCode == 0) ? "what it says and what it wrote differ"
        : BytesLost(path, exitCode) ?? Left();

    private int[] Allowed(Fate fate) => (fate, one.Command) switch
    {
        (Fate.Broken, _) => [2],
        (_, "book" or "check" or "save") => [0, 1],
        (_, "exercises") => [0, 2],
        (_, "trace") => one.Arguments("")[1].EndsWith("#nowhere", StringComparison.Ordinal) ? [2] : [0, 1, 2],
        _ => [0, 1, 2],
    };

    private string? BytesLost(string path, int exitCode)
    {
        if (!one.IsFile)
        {
            return null;
        }

        var now = File.ReadAllBytes(path);
        return now.AsSpan().SequenceEqual(one.Mutation.Bytes) ? null
            : one.Command != "save" || exitCode != 0 || one.IsReadOnly ? "its file was changed"
            : JsonNode.DeepEquals(FuzzCase.WithoutOutputs(now), FuzzCase.WithoutOutputs(one.Mutation.Bytes)) ? null
            : "more than its outputs was changed";
    }

    private string? Left()
    {
        string[] known = ["notebooks", "data", "out", "home", "meant.json"];
        var left = Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Except(known)
            .Concat(Directory.GetFileSystemEntries(_folder["notebooks"]).Select(Path.GetFileName).Where(name => name != one.Name)).ToList();
        return left.Count > 0 ? $"it left {string.Join(", ", left)}" : null;
    }

    // In a terminal no name turns the line around.
    private string Shown(string name) => isProcess ? name.Replace("\u202e", "", StringComparison.Ordinal).Split('b')[^1] : name;

    private static string Short(string text) => text.Length > 600 ? text[..600] + "…" : text;

    [GeneratedRegex(@"^\s+at (AsyncBook|System|Microsoft|Markdig|AngleSharp|Spectre)\.|Unhandled exception|System\.(?!InvalidOperationException: boom)\w+Exception", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
