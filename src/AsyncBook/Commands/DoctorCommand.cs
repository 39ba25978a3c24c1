using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBook.Doctor;
using AsyncBook.Notebooks;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook doctor</c>: what the notebooks need, what of it is here, and how to get the rest.</summary>
internal sealed class DoctorCommand(IAnsiConsole console)
{
    private const string Description =
        """
        Looks at what the notebooks need, says what is here, and for the rest the command that mends it.

        Exit codes:
          0    all that 'asyncbook run' needs is here
          1    something is missing: notebooks that need it will be skipped
          2    bad usage, or notebooks that cannot be read
        """;

    // Bad Wi-Fi answers late or never: a look that has no answer by then is an answer too.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private const int LongestInTable = 90;
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = "Notebooks, or folders of them, whose packages are looked for [default: notebooks]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> _asJson = new("--json") { Description = "For a program to read" };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("doctor", Description) { _paths, _asJson };
        command.SetAction((parsed, cancellationToken) =>
            new DoctorCommand(console).RunAsync(parsed.GetValue(_paths)!, parsed.GetValue(_asJson), cancellationToken));
        return command;
    }

    /// <exception cref="NotebookFormatException">There are no notebooks, or one cannot be read.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> notebooks, bool json, CancellationToken cancellationToken)
    {
        var pins = PackageChecks.PinsOf([.. NotebookFinder.Find(notebooks).Select(Notebook.Load)]);
        var findings = await Task.WhenAll(Checks(pins).Select(check => BoundedAsync(check.What, check.Look, cancellationToken)));
        if (json)
        {
            console.WriteRaw(JsonSerializer.Serialize(findings, _json));
        }
        else
        {
            Show(findings);
        }

        return findings.Any(finding => finding.State == FindingState.Missing) ? ExitCode.Failure : ExitCode.Success;
    }

    private static IEnumerable<(string What, Func<CancellationToken, Task<Finding>> Look)> Checks(IReadOnlyList<string> pins) =>
    [
        (".NET SDK", KernelChecks.SdkAsync),
        ("built-in kernel", KernelChecks.BuiltinAsync),
        (".NET Interactive", KernelChecks.InteractiveAsync),
        ("VS Code", EditorChecks.CodeAsync),
        ("kernel .NET (C#)", _ => Task.FromResult(EditorChecks.JupyterKernel(LearnersHome.Here))),
        ("Polyglot Notebooks", _ => Task.FromResult(EditorChecks.Polyglot(LearnersHome.Here))),
        .. pins.Select(pin => (pin, (Func<CancellationToken, Task<Finding>>)(token => PackageChecks.CheckAsync(pin, token)))),
        ("Docker", ServiceChecks.DockerAsync),
        .. ServiceAddresses.OfEnvironment.All.Select(service => (service.Name, (Func<CancellationToken, Task<Finding>>)(token => ServiceChecks.CheckAsync(service, token)))),
        ("Chinese font", ToolChecks.FontsAsync),
        ("python3 with uvloop", ToolChecks.PythonAsync),
    ];

    private static async Task<Finding> BoundedAsync(string what, Func<CancellationToken, Task<Finding>> look, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return await look(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Missing(what, $"no answer within {_patience.TotalSeconds:0} s", "look at the network, then run it again");
        }
    }

    private void Show(IReadOnlyList<Finding> findings)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "what", "found", "to mend it");
        var commands = findings.Where(finding => finding.Remedy.Length > LongestInTable).ToList();
        foreach (var finding in findings)
        {
            var remedy = commands.Contains(finding) ? $"see [{commands.IndexOf(finding) + 1}] below" : finding.Remedy;
            table.AddRow(Word(finding.State), Markup.Escape(finding.What), Markup.Escape(finding.Detail), Markup.Escape(remedy));
        }

        console.Write(table);
        foreach (var (number, finding) in commands.Index())
        {
            // Straight to the terminal: a command that is cut into lines cannot be copied.
            console.Profile.Out.Writer.WriteLine($"[{number + 1}] {finding.What}:\n{finding.Remedy}\n");
        }

        var missing = findings.Count(finding => finding.State == FindingState.Missing);
        console.WriteLine(missing == 0 ? "ready: all that the notebooks need is here" : $"{missing} missing: notebooks that need it will be skipped");
    }

    private static string Word(FindingState state) => state switch
    {
        FindingState.Ok => "[green]ok[/]",
        FindingState.Missing => "[red]missing[/]",
        FindingState.Broken => "[yellow]broken[/]",
        _ => "[grey]optional[/]",
    };
}
