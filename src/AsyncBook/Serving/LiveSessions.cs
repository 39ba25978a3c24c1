using AsyncBook.Language;
using Microsoft.AspNetCore.Http;

namespace AsyncBook.Serving;

/// <summary>The open pages, each with its kernel, and the kernel that waits for the next one.</summary>
internal sealed class LiveSessions(Shelf shelf) : IAsyncDisposable
{
    private readonly List<int> _kernels = [];

    public IReadOnlyCollection<int> Kernels => _kernels;

    public void Start() => _kernels.Clear();

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Gate.RefuseAsync(context, StatusCodes.Status400BadRequest, ServeWords.OnlySockets);
            return;
        }

        var page = shelf.Pages.FirstOrDefault(page => page.Source == context.Request.Query["notebook"]);
        if (page is null)
        {
            await Gate.RefuseAsync(context, StatusCodes.Status404NotFound, ServeWords.NoSuchPage);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
