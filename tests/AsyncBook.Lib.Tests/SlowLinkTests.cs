using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AsyncBook.Lib.Tests;

public sealed class SlowLinkTests : IDisposable
{
    private readonly TcpListener _far = new(IPAddress.Loopback, 0);
    private readonly Task _echo;

    public SlowLinkTests()
    {
        _far.Start();
        _echo = EchoAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Service Far => new("echo", "-", new($"redis://:pw@127.0.0.1:{((IPEndPoint)_far.LocalEndpoint).Port}"));

    public void Dispose() => _far.Dispose();

    [Fact]
    public async Task What_is_sent_arrives_late_whole_and_in_order()
    {
        await using var link = SlowLink.To(Far, TimeSpan.FromMilliseconds(500));
        using var client = await ConnectAsync(link);
        var start = Stopwatch.GetTimestamp();
        var sent = Enumerable.Range(0, 200).Select(i => (byte)i).ToArray();
        foreach (var part in sent.Chunk(20))
        {
            await client.GetStream().WriteAsync(part, Token);
        }

        var received = new byte[sent.Length];
        await client.GetStream().ReadExactlyAsync(received, Token);

        Assert.Equal(sent, received);
        // Ten parts, each as late as one: not ten times as late. A timer may be a little early, a machine a lot late.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0.9, 9);
    }

    [Fact]
    public async Task A_cut_ends_connections_and_refuses_new_ones_until_it_is_mended_at_the_same_address()
    {
        await using var link = SlowLink.To(Far, TimeSpan.Zero);
        using var client = await ConnectAsync(link);
        Assert.True(await AnswersAsync(client));
        var address = link.Near.Address;

        await link.CutAsync();

        Assert.False(await AnswersAsync(client));
        await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(link));

        link.Mend();
        using var again = await ConnectAsync(link);
        Assert.True(await AnswersAsync(again));
        Assert.Equal(address, link.Near.Address);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_seen_through_the_link_and_the_password_is_kept()
    {
        await using var link = SlowLink.To(Far, TimeSpan.Zero);
        _far.Stop();
        using var client = await ConnectAsync(link);

        Assert.False(await AnswersAsync(client));
        Assert.Equal("pw", link.Near.Password);
    }

    private static async Task<TcpClient> ConnectAsync(SlowLink link)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(link.Near.Host, link.Near.Port, Token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async Task<bool> AnswersAsync(TcpClient client)
    {
        try
        {
            await client.GetStream().WriteAsync(new byte[] { 7 }, Token);
            return await client.GetStream().ReadAsync(new byte[1], Token) == 1;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
            {
                var client = await _far.AcceptTcpClientAsync();
                _ = client.GetStream().CopyToAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
