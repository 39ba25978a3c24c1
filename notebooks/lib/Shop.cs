#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

/// <summary>The bookshop of data/site, opened on a free port of this machine; it counts how many guests it has at a time.</summary>
public sealed class Shop : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private int _now;

    private Shop(WebApplication app) => _app = app;

    /// <summary>Its front door.</summary>
    public Uri Url => new(_app.Urls.Single() + "/");

    /// <summary>The most requests there were at a time.</summary>
    public int Peak { get; private set; }

    /// <summary>Opens it.</summary>
    /// <param name="delay">How long every request waits first.</param>
    /// <param name="more">Routes of a lesson's own.</param>
    public static async Task<Shop> OpenAsync(TimeSpan delay = default, Action<WebApplication>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var shop = new Shop(app);
        app.Use(async (context, next) =>
        {
            shop.Count(+1);
            try { await Task.Delay(delay, context.RequestAborted); }
            catch (OperationCanceledException) { return; }
            finally { shop.Count(-1); }
            await next(context);
        });
        more?.Invoke(app);
        ShopRoutes.Map(app);
        await app.StartAsync();
        return shop;
    }

    /// <summary>Closes it.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Count(int step)
    {
        lock (_gate) Peak = Math.Max(Peak, _now += step);
    }
}

/// <summary>The routes that no file can play: a redirect, a slow page, a page that fails twice, a calendar without an end.</summary>
internal static class ShopRoutes
{
    public static void Map(WebApplication app)
    {
        var failures = 0;
        app.MapGet("/go/sale", () => Results.Redirect("/lists/kids-1.html"));
        app.MapGet("/calendar/{year:int}-{month:int}.html", Calendar);
        app.MapGet("/reviews.html", async (CancellationToken gone) =>
        {
            Task minute = Task.Delay(TimeSpan.FromMinutes(1), gone);
            await minute.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ShopFiles.Page("/reviews.html");
        });
        app.MapGet("/books/b07.html", (HttpResponse response) => Interlocked.Increment(ref failures) switch
        {
            1 => Busy(response, "1"),
            2 => Busy(response, null),
            _ => ShopFiles.Page("/books/b07.html"),
        });
        app.MapGet("/{**path}", (string? path) => ShopFiles.Page("/" + (path ?? "index.html")));
    }

    private static IResult Busy(HttpResponse response, string? after)
    {
        response.Headers.RetryAfter = after;
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Calendar(int year, int month) => ShopFiles.Html($"""
        <h1>{year} 年 {month} 月：没有活动</h1>
        <a href="{(month == 12 ? year + 1 : year)}-{month % 12 + 1:00}.html">下个月</a>
        """);
}

/// <summary>The shop's files. What is not among them is a 404: no path leads out of data/site.</summary>
internal static class ShopFiles
{
    private static readonly string _root = Find();
    private static readonly Dictionary<string, string> _files = Directory
        .EnumerateFiles(_root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => "/" + Path.GetRelativePath(_root, file).Replace('\\', '/'));

    public static IResult Page(string path) => !_files.TryGetValue(path, out var file)
        ? Html("<h1>没有这一页</h1>", StatusCodes.Status404NotFound)
        : Results.File(file, Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".csv" => "text/csv; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        });

    public static IResult Html(string html, int status = StatusCodes.Status200OK) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    // Notebooks lie at different depths under the folder that data lies in.
    private static string Find()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data", "site") is var site && Directory.Exists(site))
                return site;
        throw new DirectoryNotFoundException("找不到 data/site：在仓库里打开笔记本");
    }
}
