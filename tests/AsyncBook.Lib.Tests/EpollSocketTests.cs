using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AsyncBook.Lib.Tests;

[Collection(nameof(EpollSocketTests))]
public class EpollSocketTests
{
    [Fact]
    public Task Two_hundred_connections_are_echoed_at_once() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        var serving = Serve(listener, 200);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            using var connection = await EpollEventLoop.Current.ConnectAsync(listener.Port);
            for (var round = 0; round < 20; round++)
            {
                var message = BitConverter.GetBytes((number * 1000) + round);
                await connection.WriteAsync(message);
                Assert.Equal(message, await ReadExactly(connection, message.Length));
            }
        }));
        await serving;
    });

    [Fact]
    public Task A_big_payload_goes_through_in_pieces_while_others_are_served() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        var serving = Serve(listener, 2);
        using var connection = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var other = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        var payload = RandomNumberGenerator.GetBytes(32 * 1024 * 1024);

        var sending = connection.WriteAsync(payload).AsTask();
        Assert.False(sending.IsCompleted);
        var receiving = ReadExactly(connection, payload.Length);
        await other.WriteAsync(new byte[] { 7 });
        Assert.Equal(7, Assert.Single(await ReadExactly(other, 1)));
        await sending;
        Assert.Equal(SHA256.HashData(payload), SHA256.HashData(await receiving));

        other.Dispose();
        connection.Dispose();
        await serving;
    });

    [Fact]
    public Task After_half_a_close_the_other_half_still_carries_data() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        await client.WriteAsync("asked"u8.ToArray());
        client.ShutdownWrite();

        Assert.Equal("asked"u8.ToArray(), await ReadExactly(server, 5));
        Assert.Equal(0, await server.ReadAsync(new byte[10]));
        Assert.Equal(0, await server.ReadAsync(new byte[10]));
        await server.WriteAsync("answered"u8.ToArray());
        Assert.Equal("answered"u8.ToArray(), await ReadExactly(client, 8));
        server.Dispose();
        Assert.Equal(0, await client.ReadAsync(new byte[10]));
    });

    [Fact]
    public Task The_end_of_the_stream_that_comes_with_the_last_bytes_is_not_missed() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        for (var i = 0; i < 300; i++)
        {
            using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
            using var server = await listener.AcceptAsync();
            await client.WriteAsync(new byte[100]);
            client.Dispose();
            await ReadExactly(server, 100);
            Assert.Equal(0, await server.ReadAsync(new byte[1000]));
        }
    });

    [Fact]
    public Task A_reset_by_the_peer_is_an_exception_where_it_is_awaited_and_the_loop_goes_on() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await peer.ConnectAsync(IPAddress.Loopback, listener.Port);
        using var server = await listener.AcceptAsync();
        var reading = server.ReadAsync(new byte[10]).AsTask();
        peer.LingerState = new LingerOption(true, 0);
        peer.Dispose();

        var error = await Assert.ThrowsAsync<IOException>(() => reading);
        Assert.Contains("reset", error.Message, StringComparison.OrdinalIgnoreCase);
        await Assert.ThrowsAsync<IOException>(async () => await server.WriteAsync(new byte[10]));
    });

    [Fact]
    public Task A_refused_connection_is_an_exception() => OnEpoll(async () =>
    {
        int port;
        using (var listener = EpollEventLoop.Current.Listen())
        {
            port = listener.Port;
        }
        var error = await Assert.ThrowsAsync<IOException>(() => EpollEventLoop.Current.ConnectAsync(port));
        Assert.Contains("refused", error.Message, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public Task Closing_releases_who_waits() => OnEpoll(async () =>
    {
        var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        var reading = server.ReadAsync(new byte[10]).AsTask();
        var accepting = listener.AcceptAsync().AsTask();
        server.Dispose();
        await Task.Run(listener.Dispose);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => accepting);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await server.WriteAsync(new byte[1]));
    });

    [Fact]
    public Task A_second_read_at_the_same_time_and_a_read_from_another_thread_are_refused() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        var reading = server.ReadAsync(new byte[10]).AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await server.ReadAsync(new byte[10]));
        for (var i = 0; i < 40; i++)
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(async () => await client.ReadAsync(new byte[10])));
            Assert.Contains("线程", error.Message, StringComparison.Ordinal);
        }
        await client.WriteAsync(new byte[3]);
        Assert.Equal(3, await reading);
    });

    [Fact]
    public Task A_peer_that_never_stops_sending_does_not_keep_the_loop_to_itself() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var peer = new TcpClient();
        await peer.ConnectAsync(IPAddress.Loopback, listener.Port);
        using var server = await listener.AcceptAsync();
        var stopped = false;
        var flood = Task.Run(() =>
        {
            var block = new byte[1024 * 1024];
            try
            {
                while (!Volatile.Read(ref stopped))
                {
                    peer.GetStream().Write(block);
                }
            }
            catch (IOException)
            {
                // The other side has closed: that ends the flood too.
            }
        });
        var reading = Drain();
        await Task.Delay(200);
        Volatile.Write(ref stopped, true);
        peer.Close();
        await reading;
        await flood;

        async Task Drain()
        {
            var one = new byte[1];
            try
            {
                while (await server.ReadAsync(one) > 0)
                {
                    if (Volatile.Read(ref stopped))
                    {
                        return;
                    }
                }
            }
            catch (IOException)
            {
                // Reset, since not everything was read.
            }
        }
    });

    [Fact]
    public Task A_thousand_connections_one_after_the_other_leak_no_descriptor() => OnItsOwnThread(() =>
    {
        EpollEventLoop.Run(() => ConnectOneAfterTheOther(10));
        var before = Descriptors();
        EpollEventLoop.Run(() => ConnectOneAfterTheOther(1000));
        // Other tests run beside this one and open a few of their own.
        Assert.InRange(Descriptors(), 0, before + 100);

        static async Task ConnectOneAfterTheOther(int count)
        {
            using var listener = EpollEventLoop.Current.Listen();
            var serving = Serve(listener, count);
            for (var i = 0; i < count; i++)
            {
                using var connection = await EpollEventLoop.Current.ConnectAsync(listener.Port);
                await connection.WriteAsync(new byte[1]);
                await ReadExactly(connection, 1);
            }
            await serving;
        }
    });

    [Fact]
    public Task What_is_still_open_when_the_loop_ends_is_closed() => OnItsOwnThread(() =>
    {
        var before = Descriptors();
        for (var i = 0; i < 200; i++)
        {
            EpollEventLoop.Run(async () =>
            {
                var listener = EpollEventLoop.Current.Listen();
                var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
                var server = await listener.AcceptAsync();
                _ = server.ReadAsync(new byte[1]).AsTask();
                _ = client;
            });
        }
        Assert.InRange(Descriptors(), 0, before + 100);
    });

    [Fact]
    public Task A_loop_that_is_refused_inside_another_leaves_nothing_open() => OnItsOwnThread(() =>
    {
        var before = Descriptors();
        FastEventLoop.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Assert.Throws<InvalidOperationException>(() => EpollEventLoop.Run(() => Task.CompletedTask));
            }
            return Task.CompletedTask;
        });
        Assert.InRange(Descriptors(), 0, before + 100);
    });

    [Fact]
    public Task A_loop_that_has_ended_opens_no_sockets() => OnItsOwnThread(() =>
    {
        var ended = EpollEventLoop.Run(() => Task.FromResult(EpollEventLoop.Current));
        var before = Descriptors();
        for (var i = 0; i < 200; i++)
        {
            Assert.Throws<InvalidOperationException>(() => { ended.Listen(); });
            Assert.IsType<InvalidOperationException>(ended.ConnectAsync(1).Exception?.InnerException);
        }
        Assert.InRange(Descriptors(), 0, before + 100);
    });

    [Fact]
    public Task It_runs_on_Linux_and_elsewhere_says_what_it_needs() => OnItsOwnThread(() =>
    {
        var failure = Record.Exception(() => EpollEventLoop.Run(() => Task.CompletedTask));
        if (OperatingSystem.IsLinux())
        {
            Assert.Null(failure);
        }
        else
        {
            Assert.Contains("Linux", Assert.IsType<PlatformNotSupportedException>(failure).Message, StringComparison.Ordinal);
        }
    }, needsEpoll: false);

    // The event of a socket that is closed in the meantime is not the next one's that gets its number.
    [Fact]
    public Task An_event_of_a_closed_socket_never_reaches_the_next_with_its_number() => OnEpoll(async () =>
    {
        var loop = EpollEventLoop.Current;
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var port = ((IPEndPoint)full.LocalEndPoint!).Port;
        var filling = new List<Socket>();
        // Once its queue is full, Linux leaves those who connect waiting: their sockets are not writable.
        while (filling.Count < 2 || filling[^1].Connected)
        {
            filling.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            var connecting = filling[^1].ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            await Task.WhenAny(connecting, Task.Delay(200));
        }

        using var listener = loop.Listen();
        using var a = new TcpClient();
        using var b = new TcpClient();
        await a.ConnectAsync(IPAddress.Loopback, listener.Port);
        using var first = await listener.AcceptAsync();
        await b.ConnectAsync(IPAddress.Loopback, listener.Port);
        using var second = await listener.AcceptAsync();
        Task<LoopConnection>? pending = null;
        // Either may be reported first: whoever is, closes the other and connects anew.
        async Task ReadAndReplace(LoopConnection mine, LoopConnection other)
        {
            try
            {
                await mine.ReadAsync(new byte[1]);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            if (pending is null)
            {
                other.Dispose();
                pending = loop.ConnectAsync(port);
            }
        }

        var reading = Task.WhenAll(ReadAndReplace(first, second), ReadAndReplace(second, first));
        a.Client.Send([1]);
        b.Client.Send([1]);
        await reading;
        await Task.Delay(100);
        Assert.False(pending!.IsCompletedSuccessfully);
        full.Dispose();
        filling.ForEach(socket => socket.Dispose());
        _ = pending.ContinueWith(task => _ = task.Exception, TaskScheduler.Default);
    });

    [Fact]
    public Task Whoever_waits_for_a_closed_socket_goes_on_after_Dispose_not_inside_it() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        var seen = new List<string>();
        async Task ReadAsync()
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await server.ReadAsync(new byte[1]));
            seen.Add("reader");
        }

        var reading = ReadAsync();
        server.Dispose();
        seen.Add("disposed");
        await reading;
        Assert.Equal(["disposed", "reader"], seen);
    });

    [Fact]
    public Task A_cancelled_read_takes_nothing_and_the_next_one_gets_what_comes() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        using var cancel = new CancellationTokenSource();
        var reading = server.ReadAsync(new byte[10], cancel.Token).AsTask();
        await Task.Run(cancel.Cancel);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.True(reading.IsCanceled);
        await client.WriteAsync(new byte[3]);
        Assert.Equal(3, await server.ReadAsync(new byte[10]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await server.ReadAsync(new byte[1], cancel.Token));
    });

    [Fact]
    public Task Accepting_connecting_and_writing_can_be_cancelled() => OnEpoll(async () =>
    {
        using var listener = EpollEventLoop.Current.Listen();
        using (var soon = new CancellationTokenSource(20))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await listener.AcceptAsync(soon.Token));
        }
        using var client = await EpollEventLoop.Current.ConnectAsync(listener.Port);
        using var server = await listener.AcceptAsync();
        using (var soon = new CancellationTokenSource(20))
        {
            // More than both sides' buffers hold, and nobody reads.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.WriteAsync(new byte[64 * 1024 * 1024], soon.Token));
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EpollEventLoop.Current.ConnectAsync(listener.Port, new(canceled: true)));
    });

    private static async Task Serve(LoopListener listener, int connections)
    {
        await Task.WhenAll(await AcceptAll());

        async Task<List<Task>> AcceptAll()
        {
            var all = new List<Task>();
            while (all.Count < connections)
            {
                all.Add(Echo(await listener.AcceptAsync()));
            }
            return all;
        }

        static async Task Echo(LoopConnection connection)
        {
            using (connection)
            {
                var buffer = new byte[65536];
                for (int read; (read = await connection.ReadAsync(buffer)) > 0;)
                {
                    await connection.WriteAsync(buffer.AsMemory(0, read));
                }
            }
        }
    }

    private static async Task<byte[]> ReadExactly(LoopConnection connection, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = await connection.ReadAsync(bytes.AsMemory(read));
            Assert.NotEqual(0, more);
            read += more;
        }
        return bytes;
    }

    private static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private static Task OnEpoll(Func<Task> test) => OnItsOwnThread(() => EpollEventLoop.Run(test));

    private static Task OnItsOwnThread(Action test, bool needsEpoll = true)
    {
        Assert.SkipUnless(!needsEpoll || EpollEventLoop.IsSupported, "epoll is Linux's");
        return Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(TimeSpan.FromMinutes(2));
    }
}
