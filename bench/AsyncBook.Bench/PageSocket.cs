using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace AsyncBook.Bench;

/// <summary>A page's WebSocket: whole JSON messages.</summary>
internal sealed class PageSocket : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private readonly ClientWebSocket _socket = new();

    public static async Task<PageSocket> OpenAsync(Uri address, params (string Name, string Value)[] headers)
    {
        var page = new PageSocket();
        foreach (var (name, value) in headers)
        {
            page._socket.Options.SetRequestHeader(name, value);
        }

        await page._socket.ConnectAsync(address, CancellationToken.None);
        return page;
    }

    public async Task SendAsync(JsonObject message) =>
        await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public async Task<JsonObject> UntilAsync(Predicate<JsonObject> isIt)
    {
        using var limit = new CancellationTokenSource(_limit);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            using var text = new MemoryStream();
            ValueWebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                await text.WriteAsync(buffer.AsMemory(0, received.Count), limit.Token);
            }
            while (!received.EndOfMessage);
            var message = JsonNode.Parse(text.ToArray())!.AsObject();
            if (isIt(message))
            {
                return message;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
