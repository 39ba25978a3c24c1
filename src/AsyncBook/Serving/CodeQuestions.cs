using AsyncBook.Kernels;

namespace AsyncBook.Serving;

/// <summary>Questions about code that is being written, asked of the page's kernel: also while a cell runs in it.</summary>
internal static class CodeQuestions
{
    // A page asks again with the next key.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public static async Task<ServerMessage.Answer> AnswerAsync(PageMessage.Question question, KernelClient? kernel)
    {
        if (kernel is null)
        {
            return new(question.Request);
        }

        using var limit = new CancellationTokenSource(_patience);
        try
        {
            return question switch
            {
                PageMessage.Complete => new(question.Request, Items: Items(await kernel.CompleteAsync(question.Source, question.Line, question.Column, limit.Token))),
                PageMessage.Signature => new(question.Request, Signatures: Ways(await kernel.SignaturesAsync(question.Source, question.Line, question.Column, limit.Token))),
                _ => new(question.Request, Marks: [.. (await kernel.DiagnoseAsync(question.Source, limit.Token)).Where(mark => mark.Severity != "hidden").Select(Mark)]),
            };
        }
        catch (Exception e) when (e is KernelException or OperationCanceledException)
        {
            // It has gone, which is said elsewhere, or thinks for too long: nothing is known.
            return new(question.Request);
        }
    }

    private static IReadOnlyList<Item> Items(CodeCompletions found) =>
        [.. found.Items.Select(item => new Item(item.Label, item.Insert, item.Kind, found.Replaced?.Line, found.Replaced?.Column, found.Replaced?.EndLine, found.Replaced?.EndColumn))];

    // The one that fits comes first.
    private static IReadOnlyList<Way> Ways(CodeSignatures? found) => found is null ? [] :
    [
        .. found.All.Index().OrderBy(way => way.Index != found.Active)
            .Select(way => new Way(way.Item.Label, way.Item.Parameters, way.Index == found.Active ? found.Parameter : -1)),
    ];

    private static Mark Mark(CodeMark mark) =>
        new(mark.Span.Line, mark.Span.Column, mark.Span.EndLine, mark.Span.EndColumn, mark.Severity, mark.Text, mark.Code);
}
