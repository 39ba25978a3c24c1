using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBook.Commands.Views;
using AsyncBook.Doctor;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook doctor</c>: what the notebooks need, what of it is here, and how to get the rest.</summary>
internal sealed class DoctorCommand(IAnsiConsole console)
{
    // Bad Wi-Fi answers late or never: a look that has no answer by then is an answer too.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private const int LongestInTable = 90;
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = DoctorWords.Paths,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> _asJson = new("--json") { Description = DoctorWords.Json };

    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("doctor", DoctorWords.Description) { _paths, _asJson };
        command.SetAction((parsed, cancellationToken) =>
            new DoctorCommand(console).RunAsync(parsed.GetValue(_paths)!, parsed.GetValue(_asJson), cancellationToken));
        return command;
    }

    /// <exception cref="NotebookFormatException">There are no notebooks, or one cannot be read.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> notebooks, bool json, CancellationToken cancellationToken)
    {
        if (json)
        {
            // Whoever reads this finds things by their name.
            Tongue.Choose(chinese: false);
        }

        var pins = PackageChecks.PinsOf([.. NotebookFinder.Find(notebooks).Select(Notebook.Load)]);
        var silentFeed = FeedChecks.FindSilentAsync(cancellationToken);
        var findings = await Task.WhenAll(Checks(pins, silentFeed).Select(check => BoundedAsync(check.What, check.Look, cancellationToken)));
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

    private static IEnumerable<(string What, Func<CancellationToken, Task<Finding>> Look)> Checks(IReadOnlyList<string> pins, Task<string?> silentFeed) =>
    [
        (".NET SDK", KernelChecks.SdkAsync),
        (DoctorWords.BuiltinKernel, KernelChecks.BuiltinAsync),
        (".NET Interactive", KernelChecks.InteractiveAsync),
        ("VS Code", EditorChecks.CodeAsync),
        (DoctorWords.JupyterKernel, _ => Task.FromResult(EditorChecks.JupyterKernel(LearnersHome.Here))),
        ("Polyglot Notebooks", _ => Task.FromResult(EditorChecks.Polyglot(LearnersHome.Here))),
        .. pins.Select(pin => (pin, (Func<CancellationToken, Task<Finding>>)(token => PackageChecks.CheckAsync(pin, silentFeed, token)))),
        ("Docker", ServiceChecks.DockerAsync),
        .. ServiceAddresses.OfEnvironment.All.Select(service => (service.Name, (Func<CancellationToken, Task<Finding>>)(token => ServiceChecks.CheckAsync(service, token)))),
        (DoctorWords.ChineseFont, ToolChecks.FontsAsync),
        (DoctorWords.Python, ToolChecks.PythonAsync),
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
            return Finding.Missing(what, DoctorWords.NoAnswer(_patience.TotalSeconds), DoctorWords.LookAtNetwork);
        }
    }

    private void Show(IReadOnlyList<Finding> findings)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", DoctorWords.What, DoctorWords.Found, DoctorWords.ToMendIt);
        var commands = findings.Where(finding => finding.Remedy.Length > LongestInTable).ToList();
        foreach (var finding in findings)
        {
            var remedy = commands.Contains(finding) ? DoctorWords.SeeBelow(commands.IndexOf(finding) + 1) : finding.Remedy;
            table.AddRow(Word(finding.State), finding.What.Escaped(), finding.Detail.Escaped(), remedy.Escaped());
        }

        console.Write(table);
        foreach (var (number, finding) in commands.Index())
        {
            // Straight to the terminal: a command that is cut into lines cannot be copied.
            console.Profile.Out.Writer.WriteLine($"[{number + 1}] {finding.What}:\n{finding.Remedy}\n");
        }

        var missing = findings.Count(finding => finding.State == FindingState.Missing);
        console.WriteLine(missing == 0 ? DoctorWords.Ready : DoctorWords.MissingCount(missing));
    }

    private static string Word(FindingState state) => state switch
    {
        FindingState.Ok => $"[green]{DoctorWords.Ok}[/]",
        FindingState.Missing => $"[red]{DoctorWords.Missing}[/]",
        FindingState.Broken => $"[yellow]{DoctorWords.Broken}[/]",
        _ => $"[grey]{DoctorWords.Optional}[/]",
    };
}
