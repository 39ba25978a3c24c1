using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBook.Tests.Serving;

/// <summary>A page's own script, as far as it talks to the server.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);
    private readonly ClientWebSocket _socket;
    private readonly List<JsonObject> _seen = [];

    private LivePage(ClientWebSocket socket) => _socket = socket;

    /// <summary>All that was received, in order.</summary>
    public IReadOnlyList<JsonObject> Seen => _seen;

    /// <summary>The server's first message.</summary>
    public JsonObject Hello => _seen[0];

    public static Task<LivePage> OpenAsync(ServedFolder server, string notebook, string? page) => OpenAsync(server.Root, server.Cookie, notebook, page);

    public static async Task<LivePage> OpenAsync(Uri root, string cookie, string notebook, string? page)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", root.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(AddressOf(root, notebook, page), TestContext.Current.CancellationToken);
        var opened = new LivePage(socket);
        await opened.UntilAsync("hello");
        return opened;
    }

    public static Uri AddressOf(ServedFolder server, string notebook, string? page = null) => AddressOf(server.Root, notebook, page);

    private static Uri AddressOf(Uri root, string notebook, string? page) =>
        new($"ws://{root.Authority}/live?notebook={Uri.EscapeDataString(notebook)}{(page is null ? "" : "&page=" + page)}");

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public async Task SendTextAsync(string text) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task RunAsync(params (string Id, string Source)[] cells) =>
        SendAsync(new { type = "run", cells = cells.Select(cell => new { id = cell.Id, source = cell.Source }) });

    /// <summary>Receives until a message of this type comes that is as it should be.</summary>
    public async Task<JsonObject> UntilAsync(string type, Predicate<JsonObject>? isIt = null)
    {
        while (await ReceiveAsync() is { } message)
        {
            if ((string?)message["type"] == type && isIt?.Invoke(message) != false)
            {
                return message;
            }
        }

        throw new InvalidOperationException($"no {type} came before the end; there were: {string.Join('\n', _seen.Select(message => message.ToJsonString()))}");
    }

    /// <summary>Receives until a cell is in one of these states.</summary>
    public Task<JsonObject> UntilCellAsync(string id, params string[] states) =>
        UntilAsync("cell", message => (string?)message["id"] == id && states.Contains((string?)message["state"]));

    public Task<JsonObject> UntilKernelAsync(string state) => UntilAsync("kernel", message => (string?)message["state"] == state);

    /// <summary>Runs one cell to its end.</summary>
    public async Task<JsonObject> RunToEndAsync(string id, string source)
    {
        await RunAsync((id, source));
        return await UntilCellAsync(id, "done", "failed", "stopped");
    }

    /// <summary>All the HTML that a cell's output came in since it was last cleared.</summary>
    public string Output(string id) => string.Concat(_seen
        .Skip(_seen.FindLastIndex(message => (string?)message["type"] == "clear" && (string?)message["id"] == id))
        .Where(message => (string?)message["type"] == "output" && (string?)message["id"] == id)
        .Select(message => (string?)message["html"]));

    /// <summary>How the server closed the line.</summary>
    public async Task<WebSocketCloseStatus?> UntilClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return _socket.CloseStatus;
    }

    public async Task CloseAsync() => await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonObject?> ReceiveAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(_patience);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            try
            {
                var received = await _socket.ReceiveAsync(buffer, limit.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                await text.WriteAsync(buffer.AsMemory(0, received.Count), limit.Token);
                if (received.EndOfMessage)
                {
                    var message = JsonNode.Parse(text.ToArray())!.AsObject();
                    _seen.Add(message);
                    return message;
                }
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"nothing more came; there were: {string.Join('\n', _seen.Select(message => message.ToJsonString()))}");
            }
        }
    }
}
