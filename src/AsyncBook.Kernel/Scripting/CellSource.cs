using System.Text.RegularExpressions;
using AsyncBook.Kernel.Packages;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Scripting;

/// <summary>A cell cut into what the kernel does itself (packages, imports) and what the compiler gets.</summary>
/// <param name="Packages">Every <c>#r "nuget: …"</c> of the cell: they are restored together, before anything runs.</param>
/// <param name="Parts">Imports and code in their order; code keeps its line numbers.</param>
internal sealed partial record CellSource(IReadOnlyList<PackageReference> Packages, IReadOnlyList<CellPart> Parts)
{
    public static bool IsComplete(string code) =>
        SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions));

    public static CellSource Parse(string code)
    {
        var packages = new List<PackageReference>();
        var parts = new List<CellPart>();
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var pending = new string[lines.Length];
        Array.Fill(pending, "");

        for (var i = 0; i < lines.Length; i++)
        {
            if (NuGetDirective().Match(lines[i]) is { Success: true } package)
            {
                packages.Add(PackageReference.Parse(package.Groups["spec"].Value));
            }
            else if (ImportDirective().Match(lines[i]) is { Success: true } import)
            {
                TakeCode(parts, pending);
                parts.Add(new CellPart.Import(import.Groups["file"].Value.Trim(), i + 1));
            }
            else
            {
                pending[i] = lines[i];
            }
        }

        TakeCode(parts, pending);
        return new CellSource(packages, parts);
    }

    // Blank lines stand for what was taken out before, so that the compiler counts lines as the reader does.
    private static void TakeCode(List<CellPart> parts, string[] pending)
    {
        if (pending.Any(line => !string.IsNullOrWhiteSpace(line)))
        {
            parts.Add(new CellPart.Code(string.Join('\n', pending).TrimEnd('\n')));
        }

        Array.Fill(pending, "");
    }

    [GeneratedRegex("""^\s*#r\s+"nuget:(?<spec>[^"]*)"\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex NuGetDirective();

    [GeneratedRegex("""^\s*#!import\s+"?(?<file>[^"]+?)"?\s*$""")]
    private static partial Regex ImportDirective();
}
