using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Scripting;

/// <summary>Where the notebooks' dialect ends: what .NET Interactive has besides is refused by name, and never passes in silence.</summary>
internal static partial class Dialect
{
    public const string Hint = "this kernel runs the notebooks' dialect; `--kernel interactive` runs all of it";

    // What the samples of .NET Interactive call without naming where it comes from, and its best known types.
    private static readonly FrozenSet<string> _foreign = FrozenSet.Create(
        StringComparer.Ordinal,
        "HTML", "SVG", "CSS", "Javascript", "Formatter", "PocketView", "PocketViewTags", "DisplayTable", "DisplayStandardOut",
        "ToDisplayString", "ToTabularDataResource", "ExploreWithNteract", "Explore", "TabularDataResource", "HtmlFormatter",
        "PlainTextFormatter", "ITypeFormatter", "FormatContext", "Kernel", "KernelInvocationContext", "DisplayedValue",
        "GetInputAsync", "GetPasswordAsync", "PasswordString", "input", "password", "clear", "CompositeKernel", "CSharpKernel", "IKernelExtension",
        "IHtmlContent", "KernelCommand", "SubmitCode");

    /// <summary>The codes with which the compiler says that a name is not there.</summary>
    private static readonly FrozenSet<string> _unknownName = FrozenSet.Create(
        StringComparer.Ordinal, "CS0103", "CS0117", "CS0234", "CS0246", "CS1061");

    public static IEnumerable<string> HintFor(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(IsForeign) ? [char.ToUpperInvariant(Hint[0]) + Hint[1..] + "."] : [];

    public static Diagnostic UnknownDirective(string directive, Location place) =>
        Fault("DNI101", $"Unknown magic command '{directive}': {Hint}", place);

    /// <summary>What is wrong with a directive, as the compiler would say it, in the codes of the real kernel.</summary>
    public static Diagnostic Fault(string code, string message, Location place) =>
        Diagnostic.Create(code, "Directive", message, DiagnosticSeverity.Error, DiagnosticSeverity.Error, true, 0, location: place);

    public static Location Place(string name, TextLine line, int column, int length) => Location.Create(
        name,
        new TextSpan(line.Start + column, length),
        new LinePositionSpan(new LinePosition(line.LineNumber, column), new LinePosition(line.LineNumber, column + length)));

    private static bool IsForeign(Diagnostic diagnostic) =>
        _unknownName.Contains(diagnostic.Id)
        && Quoted().Matches(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Select(name => name.Groups["name"].Value)
            .Any(name => _foreign.Contains(name) || name.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal));

    [GeneratedRegex("'(?<name>[^'<]+)(<[^']*)?'")]
    private static partial Regex Quoted();
}
