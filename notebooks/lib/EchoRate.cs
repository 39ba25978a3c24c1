#nullable enable
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

/// <summary>One client for every echo server: ten connections; in each round each sends 1 KiB and gets it back.</summary>
public static class EchoRate
{
    /// <summary>How many connections it makes: as many a server has to take.</summary>
    public const int Connections = 10;

    private const int Rounds = 1000, Message = 1024;

    /// <summary>Round trips a second. On a thread of its own: it blocks, and must not block the server's loop.</summary>
    /// <param name="port">Where the server listens, on this machine.</param>
    public static Task<double> MeasureAsync(int port) => Task.Factory.StartNew(
        () => Measure(port), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static double Measure(int port)
    {
        var (sockets, buffer) = (Enumerable.Range(0, Connections).Select(_ => Connect(port)).ToList(), new byte[Message]);
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            sockets.ForEach(socket => socket.Send(buffer));
            sockets.ForEach(socket => ReceiveAll(socket, buffer));
        }
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        sockets.ForEach(socket => socket.Dispose());
        return Connections * Rounds / seconds;
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000 };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    private static void ReceiveAll(Socket socket, byte[] buffer)
    {
        for (var got = 0; got < Message;)
        {
            var read = socket.Receive(buffer, got, Message - got, SocketFlags.None);
            got += read > 0 ? read : throw new IOException("服务器断开了");
        }
    }
}
