using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AsyncBook.Bench;

/// <summary>The minimal API of notebook 2.3 on Kestrel: prints its port and serves until its input ends, as web.py does.</summary>
internal static class WebServer
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/", () => new { message = "hello" });
        await app.StartAsync();

        Console.WriteLine(new Uri(app.Urls.First()).Port);
        // Read on a thread of its own: console input knows no other way to wait.
        await Task.Factory.StartNew(Console.In.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await app.StopAsync();
        return 0;
    }
}
