using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AsyncBook.Bench;

/// <summary>The one client for all servers: keeps 1 KiB going to and fro on each connection, prints rounds per second.</summary>
/// <remarks>One thread on bare epoll, without await: it must cost less than any server it measures.</remarks>
internal static class EchoClient
{
    private const int Message = 1024;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.6), _measured = TimeSpan.FromSeconds(2);

    public static int Run(string port, string connections)
    {
        var (to, count) = (int.Parse(port, CultureInfo.InvariantCulture), int.Parse(connections, CultureInfo.InvariantCulture));
        // Connections that end belong to the warm-up: before the first end of a stream, CPython's asyncio reads at a third of its
        // speed, because glibc maps and unmaps the 256 KiB buffer of every read until one has been freed at its full size.
        _ = Rate(to, count, _warmUp);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"rate": {{Rate(to, count, _measured)}}}"""));
        return 0;
    }

    private static double Rate(int port, int connections, TimeSpan time)
    {
        var sockets = Enumerable.Range(0, connections).Select(_ => Connect(port)).ToArray();
        var handles = sockets.Select(socket => (int)socket.Handle).ToArray();
        var missing = Enumerable.Repeat(Message, connections).ToArray();
        var epoll = Linux.Check(Linux.epoll_create1(Linux.CloseOnExec));
        for (var i = 0; i < connections; i++)
        {
            Watch(epoll, handles[i], i);
            Send(handles[i], new byte[Message]);
        }

        var start = Stopwatch.GetTimestamp();
        var rounds = Drive(epoll, handles, missing, time);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Finish(handles, missing);
        _ = Linux.close(epoll);
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
        return rounds / seconds;
    }

    private static long Drive(int epoll, int[] handles, int[] missing, TimeSpan time)
    {
        var (events, buffer, rounds) = (new int[64 * EventInts], new byte[Message], 0L);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            var count = Linux.epoll_wait(epoll, ref events[0], 64, 1000);
            for (var i = 0; i < count; i++)
            {
                var connection = events[i * EventInts + EventInts - 2];
                var read = (int)Linux.recv(handles[connection], ref buffer[0], missing[connection], 0);
                if (read <= 0)
                {
                    throw new IOException(read == 0 ? "The server closed a connection." : Marshal.GetLastPInvokeErrorMessage());
                }
                if ((missing[connection] -= read) == 0)
                {
                    missing[connection] = Message;
                    rounds++;
                    Send(handles[connection], buffer);
                }
            }
        }
        return rounds;
    }

    // The answers still under way: a connection closed with unread bytes is a reset, and no server deserves that.
    private static void Finish(int[] handles, int[] missing)
    {
        var buffer = new byte[Message];
        for (var i = 0; i < handles.Length; i++)
        {
            for (nint read = 1; missing[i] > 0 && read > 0; missing[i] -= (int)read)
            {
                read = Linux.recv(handles[i], ref buffer[0], missing[i], 0);
            }
        }
    }

    private static int EventInts => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 3 : 4;

    private static void Watch(int epoll, int handle, int index)
    {
        var news = new int[EventInts];
        (news[0], news[EventInts - 2]) = (Linux.In, index);
        Linux.Check(Linux.epoll_ctl(epoll, Linux.AddToEpoll, handle, ref news[0]));
    }

    // A kilobyte always fits: at most one is under way on a connection.
    private static void Send(int handle, byte[] message) =>
        Linux.Check((int)Linux.send(handle, ref message[0], Message, Linux.NoSignal));

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }
}
