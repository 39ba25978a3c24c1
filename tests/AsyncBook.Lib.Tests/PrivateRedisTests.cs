namespace AsyncBook.Lib.Tests;

public sealed class PrivateRedisTests
{
    [Fact]
    public async Task It_answers_is_gone_when_stopped_and_answers_again_at_the_same_address()
    {
        Assert.SkipUnless(HasRedisServer(), "no redis-server on the PATH");
        await using var redis = await PrivateRedis.StartAsync();
        var (address, port) = (redis.Service.Address, redis.Service.Port);
        Assert.True(await ListensAsync(port));

        await redis.StopAsync();
        Assert.False(await ListensAsync(port));

        await redis.RestartAsync();
        Assert.True(await ListensAsync(port));
        Assert.Equal(address, redis.Service.Address);

        await redis.DisposeAsync();
        Assert.False(await ListensAsync(port));
    }

    private static bool HasRedisServer() => !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
