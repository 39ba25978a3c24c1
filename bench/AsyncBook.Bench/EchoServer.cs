using System.Net;
using System.Net.Sockets;

namespace AsyncBook.Bench;

/// <summary>An echo server on 127.0.0.1 that prints its port and serves until its input ends, as echo.py does.</summary>
internal static class EchoServer
{
    public static int Run(string server)
    {
        switch (server)
        {
            case "epoll": EpollEventLoop.Run(() => UntilEndOfInput(ServeOnEpoll)); break;
            case "sockets-on-loop": FastEventLoop.Run(() => UntilEndOfInput(ServeSockets)); break;
            case "sockets": UntilEndOfInput(ServeSockets).GetAwaiter().GetResult(); break;
            default: throw new ArgumentException($"No such server: {server}");
        }
        return 0;
    }

    // Read on a thread of its own: console input knows no other way to wait.
    private static async Task UntilEndOfInput(Func<Task> serve) => await Task.WhenAny(serve(), Task.Factory.StartNew(
        Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    // A server that loses a connection says why: its figure would be worth nothing.
    private static void Report(Task echo) => echo.ContinueWith(
        task => Console.Error.WriteLine(task.Exception), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private static async Task ServeOnEpoll()
    {
        using var listener = EpollEventLoop.Current.Listen();
        Console.WriteLine(listener.Port);
        while (true)
        {
            Report(Echo(await listener.AcceptAsync()));
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

    private static async Task ServeSockets()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1024);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
        {
            Report(Echo(await listener.AcceptAsync()));
        }

        static async Task Echo(Socket connection)
        {
            using (connection)
            {
                connection.NoDelay = true;
                var buffer = new byte[65536];
                for (int read; (read = await connection.ReceiveAsync(buffer.AsMemory())) > 0;)
                {
                    for (var sent = 0; sent < read;)
                    {
                        sent += await connection.SendAsync(buffer.AsMemory(sent, read - sent));
                    }
                }
            }
        }
    }
}
