using System.Net;
using AsyncBook.Language;
using AsyncBook.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AsyncBook.Serving;

/// <summary>The live book on 127.0.0.1, and nowhere else: nothing, no option and no variable, opens another address.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    // Bookmarks, and what a browser keeps for a page, hold from one day to the next.
    private const int UsualPort = 8413;
    private const int LargestHead = 16 * 1024;
    private readonly WebApplication _app;
    private readonly Gate _gate = Gate.WithNewToken();
    private readonly Shelf _shelf;
    private readonly LiveSessions _sessions;

    private LiveServer(Shelf shelf, int port, TimeSpan patience)
    {
        _shelf = shelf;
        _sessions = new LiveSessions(shelf, patience);
        // Empty: no file and no variable of the machine adds an address, a certificate, a log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, CommandsLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _app = builder.Build();
        _app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        _app.Run(AnswerAsync);
    }

    /// <summary>The address of the start page without its token.</summary>
    public Uri Root => new(_app.Urls.First() + "/");

    /// <summary>How many kernels there are, for pages and waiting for one.</summary>
    public IReadOnlyCollection<int> Kernels => _sessions.Kernels;

    /// <param name="shelf">The book.</param>
    /// <param name="port">The port; null: the usual one, or where that is taken, a free one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <param name="patience">How long the kernel of a page that was closed waits for it to come back; null: a minute.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LiveServer> StartAsync(Shelf shelf, int? port, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        foreach (var candidate in port is { } given ? [given] : new[] { UsualPort, 0 })
        {
            var server = new LiveServer(shelf, candidate, patience ?? TimeSpan.FromMinutes(1));
            try
            {
                await server._app.StartAsync(cancellationToken);
                server._sessions.Start();
                return server;
            }
            catch (IOException) when (candidate == UsualPort && port is null)
            {
                await server.DisposeAsync();
            }
            catch (IOException e) when (e.InnerException is AddressInUseException || port is not null)
            {
                await server.DisposeAsync();
                throw new IOException(ServeWords.PortTaken(candidate), e);
            }
        }

        throw new InvalidOperationException("A free port is always to be had.");
    }

    /// <summary>The address that opens a page, with the token.</summary>
    /// <param name="page">Its address in the book.</param>
    public Uri AddressOf(string page) => new(Root, $"{Html.Address(page)}?token={_gate.Token}");

    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!await _gate.AdmitAsync(context))
        {
            return;
        }

        var address = context.Request.Path.Value!.TrimStart('/');
        switch (address)
        {
            case "":
                context.Response.Redirect("/" + IndexPage.Address);
                return;
            case "live":
                await _sessions.ServeAsync(context);
                return;
            case "progress.json":
                await SendAsync(context, new SiteFile("application/json", LiveJson.Write(Progress.Of(_shelf.Pages))));
                return;
            default:
                await SendAsync(context, await FindAsync(address));
                return;
        }
    }

    private async Task<SiteFile?> FindAsync(string address) => await Task.Run(() => _shelf.Find(address));

    private async Task SendAsync(HttpContext context, SiteFile? file)
    {
        if (file is null && AsksForPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = _shelf.Missing;
        }

        if (file is null)
        {
            await Gate.RefuseAsync(context, StatusCodes.Status404NotFound, ServeWords.NoSuchPage);
            return;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
        }
    }

    private static bool AsksForPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>The command says when it is over; the host listens to no signal of its own.</summary>
    private sealed class CommandsLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
