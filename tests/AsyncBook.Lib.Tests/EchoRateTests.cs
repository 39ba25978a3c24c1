using System.Net;
using System.Net.Sockets;

namespace AsyncBook.Lib.Tests;

public class EchoRateTests
{
    private const int Generous = 60_000;

    [Fact(Timeout = Generous)]
    public async Task It_makes_ten_connections_and_closes_them_when_it_is_done()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var measuring = EchoRate.MeasureAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        var serving = new List<Task<long>>();
        while (serving.Count < EchoRate.Connections)
        {
            serving.Add(EchoAsync(await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken)));
        }

        Assert.True(await measuring > 0);
        Assert.All(await Task.WhenAll(serving), bytes => Assert.Equal(1000 * 1024, bytes));
    }

    private static async Task<long> EchoAsync(TcpClient client)
    {
        using var connection = client;
        var (stream, buffer, all) = (client.GetStream(), new byte[65536], 0L);
        for (int read; (read = await stream.ReadAsync(buffer)) > 0; all += read)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read));
        }

        return all;
    }
}
