using AsyncBook.IO;
using AsyncBook.Language;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary>What <c>asyncbook</c> alone says: what it can do, each as a command to copy.</summary>
internal static class Overview
{
    private static IEnumerable<(string Arguments, string What)> Examples =>
    [
        ("serve", CommandWords.OpenBrowser),
        ("run notebooks/1.4-task.ipynb --verbose", CommandWords.RunOne),
        ("run", CommandWords.RunAll),
        ("exercises", CommandWords.ShowExercises),
        ("book --slides", CommandWords.MakeBook),
        ("bundle", CommandWords.MakeBundle),
        ("doctor", CommandWords.LookAround),
        ("services up", CommandWords.StartServers),
    ];

    public static int Show(IAnsiConsole console)
    {
        console.MarkupLine($"[bold]AsyncBook[/]  {CommandWords.Tool}\n");
        console.WriteLine(CommandWords.HaveALook + "\n");
        foreach (var (arguments, what) in Examples)
        {
            console.MarkupLine($"  [grey]# {what}[/]");
            console.WriteRaw($"  {OwnCommand.With(arguments)}\n");
        }

        console.WriteRaw(CommandWords.MoreHelp(OwnCommand.With("run --help")));
        return ExitCode.Success;
    }
}
