using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Language;

/// <summary>Answers an editor's questions about code, on a thread of its own: a cell may run, and hold whatever it likes, meanwhile.</summary>
internal sealed partial class LanguageRequests(Drafting drafting, EventPublisher events)
{
    private readonly BlockingCollection<KernelCommand> _waiting = [];
    private ICompleter? _completer;
    private bool _isStarted;

    /// <summary>Whether a command is such a question; it is answered later, then.</summary>
    public bool TryAdd(KernelCommand command)
    {
        if (command.Type is not ("RequestCompletions" or "RequestSignatureHelp" or "RequestDiagnostics"))
        {
            return false;
        }

        _waiting.Add(command);
        if (!_isStarted)
        {
            _isStarted = true;
            new Thread(Work) { IsBackground = true, Name = "language" }.Start();
        }

        return true;
    }

    private void Work()
    {
        foreach (var command in _waiting.GetConsumingEnumerable())
        {
            try
            {
                Answer(command);
                events.Succeeded(command);
            }
            catch (Exception e)
            {
                events.Failed(command, e.ToString());
            }
        }
    }

    private void Answer(KernelCommand command)
    {
        var text = SourceText.From(command.Code);
        var place = PlaceOf(text, command.Position);
        switch (command.Type)
        {
            case "RequestCompletions":
                var completions = Complete(command, text, place);
                events.Publish("CompletionsProduced", command, json => AnswerJson.Write(json, completions, text));
                break;
            case "RequestSignatureHelp":
                var draft = drafting.Of(command.Code, command.File);
                if (!IsInDirective(draft, text, place) && Signatures.At(draft.At(place).Submission!, place, CancellationToken.None) is { } found)
                {
                    events.Publish("SignatureHelpProduced", command, json => AnswerJson.Write(json, found));
                }

                break;
            default:
                if (Diagnosis.Of(drafting.Of(command.Code, command.File), CancellationToken.None) is { Count: > 0 } diagnostics)
                {
                    events.Diagnostics(command, diagnostics);
                }

                break;
        }
    }

    private Completions Complete(KernelCommand command, SourceText text, int place)
    {
        // "await" with nothing behind it is a name to the parser: a name there makes it the keyword.
        var awaits = AwaitBeforeNothing().IsMatch(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(place).Start, place)))
            && (place == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[place]));
        var draft = drafting.Of(awaits ? command.Code.Insert(place, "_") : command.Code, command.File);
        if (IsInDirective(draft, text, place))
        {
            return Completions.None;
        }

        _completer ??= CompleterAssembly.Load();
        var part = draft.At(place);
        var found = _completer.Complete([.. part.Before, part.Submission!], place, CancellationToken.None);
        return awaits ? found with { Replaced = new TextSpan(place, 0) } : found;
    }

    // What the kernel follows itself has been taken out of the code that the compiler sees.
    private static bool IsInDirective(Draft draft, SourceText text, int place)
    {
        var written = TextSpan.FromBounds(text.Lines.GetLineFromPosition(place).Start, place);
        return !string.IsNullOrWhiteSpace(text.ToString(written))
            && string.IsNullOrWhiteSpace(draft.At(place).Submission!.SyntaxTrees[^1].GetText().ToString(written));
    }

    // An editor may be a letter ahead of the code that it sent.
    private static int PlaceOf(SourceText text, LinePosition position)
    {
        var line = text.Lines[Math.Min(position.Line, text.Lines.Count - 1)];
        return position.Line >= text.Lines.Count ? line.End : Math.Min(line.Start + position.Character, line.End);
    }

    [GeneratedRegex(@"\bawait\s+$")]
    private static partial Regex AwaitBeforeNothing();
}
