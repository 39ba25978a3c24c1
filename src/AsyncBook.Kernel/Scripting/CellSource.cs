using System.Text;
using System.Text.RegularExpressions;
using AsyncBook.Kernel.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Scripting;

/// <summary>A cell cut into what the kernel does itself (packages, imports) and what the compiler gets.</summary>
/// <param name="Packages">Every <c>#r "nuget: …"</c> of the cell: they are restored together, before anything runs.</param>
/// <param name="Sources">Every <c>#i "nuget: …"</c> of the cell: where packages are looked for besides.</param>
/// <param name="Parts">Imports and code in their order; code keeps its line numbers and every one of its characters.</param>
/// <param name="Faults">Directives that this kernel does not follow: nothing of the cell runs.</param>
internal sealed partial record CellSource(
    IReadOnlyList<PackageReference> Packages, IReadOnlyList<string> Sources, IReadOnlyList<CellPart> Parts, IReadOnlyList<Diagnostic> Faults)
{
    public static bool IsComplete(string code) =>
        SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions));

    public static CellSource Parse(string code, string name) => new Reader(code, name).Read();

    [GeneratedRegex("""^\s*(?<directive>#!\S*|#r(?=\s*"nuget:)|#i(?=[\s"]))\s*(?<rest>.*?)\s*$""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Directive();

    [GeneratedRegex("""^"nuget:(?<spec>[^"]*)"\s*(//.*)?$""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NuGet();

    private sealed class Reader(string code, string name)
    {
        private readonly List<PackageReference> _packages = [];
        private readonly List<string> _sources = [];
        private readonly List<CellPart> _parts = [];
        private readonly List<Diagnostic> _faults = [];
        private readonly SourceText _text = SourceText.From(code, Encoding.UTF8);
        private readonly char[] _code = code.ToCharArray();
        private SyntaxNode? _tree;

        public CellSource Read()
        {
            foreach (var line in _text.Lines)
            {
                if (Directive().Match(_text.ToString(line.Span)) is { Success: true } found && IsCode(line.Start + found.Groups["directive"].Index))
                {
                    Follow(line, found.Groups["directive"], found.Groups["rest"].Value);
                }
            }

            TakeCode(_code.Length);
            return new CellSource(_packages, _sources, _parts, _faults);
        }

        private void Follow(TextLine line, Group directive, string rest)
        {
            var place = Dialect.Place(name, line, directive.Index, directive.Length);
            switch (directive.Value.ToUpperInvariant())
            {
                case "#R":
                    Restore(rest, place);
                    break;
                case "#I" when NuGet().Match(rest) is { Success: true } source:
                    _sources.Add(source.Groups["spec"].Value.Trim());
                    break;
                case "#I":
                    _faults.Add(Dialect.Fault("DNI108", $"#i {rest} is not understood; write #i \"nuget: source\"", place));
                    break;
                case "#!IMPORT" when rest.Trim('"', ' ').Length == 0:
                    _faults.Add(Dialect.Fault("DNI104", "#!import names no file; write #!import lib/File.cs", place));
                    break;
                case "#!IMPORT":
                    TakeCode(line.Start);
                    _parts.Add(new CellPart.Import(rest.Trim('"', ' '), place));
                    break;
                case "#!CSHARP" or "#!C#" when rest.Length == 0:
                    break;
                default:
                    _faults.Add(Dialect.UnknownDirective(directive.Value, place));
                    break;
            }

            Blank(line.Start, line.End);
        }

        private void Restore(string rest, Location place)
        {
            if (NuGet().Match(rest) is not { Success: true } package)
            {
                _faults.Add(Dialect.Fault("DNI108", $"#r {rest} is not understood; write #r \"nuget: Id, exact.version\"", place));
                return;
            }

            try
            {
                _packages.Add(PackageReference.Parse(package.Groups["spec"].Value));
            }
            catch (FormatException e)
            {
                _faults.Add(Dialect.Fault("DNI108", e.Message, place));
            }
        }

        // The real kernel takes every line that begins so, even within a string or a comment; ours asks the compiler's own lexer.
        private bool IsCode(int position)
        {
            _tree ??= CSharpSyntaxTree.ParseText(_text, SubmissionChain.ParseOptions).GetRoot();
            var token = _tree.FindToken(position);
            var trivia = _tree.FindTrivia(position);
            return !token.Span.Contains(position)
                && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                && !trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);
        }

        private void TakeCode(int end)
        {
            if (!_code.AsSpan(0, end).IsWhiteSpace())
            {
                _parts.Add(new CellPart.Code(new string(_code, 0, end)));
            }

            Blank(0, end);
        }

        // Blanks stand for what was taken out before, so that the compiler counts lines as the reader does.
        private void Blank(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                _code[i] = _code[i] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' ? _code[i] : ' ';
            }
        }
    }
}

/// <summary>A piece of a cell, in the order in which the pieces run.</summary>
internal abstract record CellPart
{
    private CellPart()
    {
    }

    /// <summary>C# for the compiler.</summary>
    internal sealed record Code(string Text) : CellPart;

    /// <summary>A file to run as if it stood here.</summary>
    internal sealed record Import(string File, Location Place) : CellPart;
}
