#nullable enable
using System;
using System.IO;
using System.Net.Sockets;
using System.Text;

/// <summary>A library of the old kind, which can only block: it plays the part of the tutorial's requests.</summary>
public static class OldClient
{
    /// <summary>The body of what is at <paramref name="url"/>. Holds its thread until the server has said everything.</summary>
    /// <exception cref="IOException">The answer is not 200.</exception>
    public static byte[] Get(Uri url)
    {
        using var connection = new TcpClient(url.Host, url.Port) { ReceiveTimeout = 10_000 };
        using var stream = connection.GetStream();
        stream.Write(Encoding.ASCII.GetBytes($"GET {url.AbsolutePath} HTTP/1.0\r\nHost: {url.Authority}\r\n\r\n"));

        using var reply = new MemoryStream();
        stream.CopyTo(reply);
        var bytes = reply.ToArray();
        var body = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (body < 0 || !bytes.AsSpan(0, body).StartsWith("HTTP/1."u8) || Encoding.ASCII.GetString(bytes, 9, 3) != "200")
            throw new IOException($"下载失败：{url}");
        return bytes[(body + 4)..];
    }
}
