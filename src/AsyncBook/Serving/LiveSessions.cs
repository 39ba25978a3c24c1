using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Running;
using Microsoft.AspNetCore.Http;

namespace AsyncBook.Serving;

/// <summary>The open pages, each with its kernel, and the kernel that waits for the next one.</summary>
/// <param name="shelf">The book.</param>
/// <param name="patience">How long the kernel of a page that was closed waits for it to come back.</param>
internal sealed class LiveSessions(Shelf shelf, TimeSpan patience) : IAsyncDisposable
{
    private const int LargestMessage = 1024 * 1024;
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveSession> _sessions = new(StringComparer.Ordinal);
    private readonly KernelPool _pool = new(KernelKind.Builtin);
    private readonly LiveServices _services = new();
    private readonly AnswerDesk _answers = new();
    private readonly Ending _end = new();

    /// <summary>The process ids of all kernels.</summary>
    public IReadOnlyCollection<int> Kernels => _pool.ProcessIds;

    /// <summary>Starts the kernel that waits.</summary>
    public void Start() => _pool.Warm(shelf.Folder, _services.Addresses);

    /// <summary>Talks to a page until it is closed.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Gate.RefuseAsync(context, StatusCodes.Status400BadRequest, ServeWords.OnlySockets);
            return;
        }

        var source = context.Request.Query["notebook"].ToString();
        if (shelf.Pages.All(page => page.Source != source))
        {
            await Gate.RefuseAsync(context, StatusCodes.Status404NotFound, ServeWords.NoSuchPage);
            return;
        }

        var socket = await context.WebSockets.AcceptWebSocketAsync();
        var (name, session) = Open(source, context.Request.Query["page"].ToString());
        var page = new Outbox();
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, context.RequestAborted);
        var sending = SendAsync(socket, page, closed.Token);
        try
        {
            await session.AttachAsync(page);
            await ReceiveAsync(socket, session, page, closed.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The page was closed, or the server is.
        }
        finally
        {
            session.Detach(page);
            page.Close();
            _ = LeaveAsync(name, session);
            closed.CancelAfter(_farewell);
            await sending;
            socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        LiveSession[] sessions;
        lock (_gate)
        {
            sessions = [.. _sessions.Values];
            _sessions.Clear();
        }

        await Task.WhenAll(
        [
            .. sessions.Select(session => session.DisposeAsync().AsTask()),
            _pool.DisposeAsync().AsTask(),
            _services.DisposeAsync().AsTask(),
        ]);
    }

    // A page that is loaded again gets its kernel back; a second tab, which has the first one's name, gets one of its own.
    private (string Name, LiveSession Session) Open(string source, string page)
    {
        lock (_gate)
        {
            var name = $"{source} {page}";
            if (page.Length > 0 && _sessions.TryGetValue(name, out var there) && !there.IsAttached)
            {
                return (name, there);
            }

            name = page.Length > 0 && !_sessions.ContainsKey(name) ? name : $"{source} {Guid.NewGuid()}";
            var session = new LiveSession(shelf, source, _pool, _services, _answers);
            _sessions.Add(name, session);
            return (name, session);
        }
    }

    private async Task LeaveAsync(string name, LiveSession session)
    {
        var visits = session.Visits;
        try
        {
            await Task.Delay(patience, _end.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_gate)
        {
            if (session.Visits != visits || !_sessions.Remove(name))
            {
                return;
            }
        }

        await session.DisposeAsync();
    }

    private static async Task SendAsync(WebSocket socket, Outbox page, CancellationToken cancellationToken)
    {
        try
        {
            while (await page.TakeAsync(cancellationToken) is { } message)
            {
                await socket.SendAsync(LiveJson.Write(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody listens any more.
            page.Close();
        }
    }

    private static async Task ReceiveAsync(WebSocket socket, LiveSession session, Outbox page, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                return;
            }

            buffer.Advance(received.Count);
            if (buffer.WrittenCount > LargestMessage)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, "1 MB", cancellationToken);
                return;
            }

            if (received.EndOfMessage)
            {
                Handle(buffer.WrittenSpan, session, page);
                buffer.ResetWrittenCount();
            }
        }
    }

    private static void Handle(ReadOnlySpan<byte> json, LiveSession session, Outbox page)
    {
        try
        {
            // In order as far as they do not wait: an answer that takes its time keeps no stop from coming through.
            _ = session.HandleAsync(LiveJson.Read(json));
        }
        catch (JsonException e)
        {
            page.Add(new ServerMessage.Error(ServeWords.NoMessage(e.Message)));
        }
    }
}
