using System.CommandLine;

namespace AsyncBook.Commands;

/// <summary>The options of <c>asyncbook doctor</c>.</summary>
internal static class DoctorCommandLine
{
    private const string Description =
        """
        Looks at what the notebooks need, says what is here, and for the rest the command that mends it.

        Exit codes:
          0    all that 'asyncbook run' needs is here
          1    something is missing: notebooks that need it will be skipped
          2    bad usage, or notebooks that cannot be read
        """;

    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = "Notebooks, or folders of them, whose packages are looked for [default: notebooks]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> _json = new("--json") { Description = "For a program to read" };

    public static Command Create()
    {
        var command = new Command("doctor", Description) { _paths, _json };
        command.SetAction((parsed, cancellationToken) =>
            new DoctorCommand(Terminal.Create()).RunAsync(parsed.GetValue(_paths)!, parsed.GetValue(_json), cancellationToken));
        return command;
    }
}
