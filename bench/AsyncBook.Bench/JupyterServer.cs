using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AsyncBook.IO;
using AsyncBook.Services;

namespace AsyncBook.Bench;

/// <summary>Jupyter's own server with the kernel that .NET Interactive installs, and the channels that its page uses. Nothing of the user's is read.</summary>
internal sealed class JupyterServer(Process process, PageSocket page) : IPageServer
{
    private const string Token = "bench";
    private int _messages;

    public int ProcessId => process.Id;

    /// <summary>Installs the kernel into a folder of its own; the folder can start it, too.</summary>
    public static async Task InstallAsync(string folder)
    {
        var manifest = Path.Combine(folder, ".config");
        Directory.CreateDirectory(manifest);
        File.Copy(Path.Combine(OwnCommand.Repository!, ".config", "dotnet-tools.json"), Path.Combine(manifest, "dotnet-tools.json"));
        var kernels = Directory.CreateDirectory(Path.Combine(folder, "jupyter", "kernels")).FullName;
        using var install = Begin(folder, ["dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "install", "--path", kernels]);
        await install.WaitForExitAsync();
        var path = Path.Combine(kernels, ".net-csharp", "kernel.json");
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        // As installed, it offers what it runs to the whole network.
        spec["argv"]!.AsArray().Add("--http-local-only");
        await File.WriteAllTextAsync(path, spec.ToJsonString());
    }

    public static async Task<IPageServer> StartAsync(string folder)
    {
        var root = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        var process = Begin(folder,
        [
            "jupyter-notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={root.Port}",
            $"--NotebookApp.token={Token}", $"--notebook-dir={folder}",
        ]);
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = root, DefaultRequestHeaders = { { "Authorization", $"token {Token}" } } };
        while (!await IsThereAsync(client))
        {
            await Task.Delay(20);
        }

        using var started = await client.PostAsJsonAsync("api/kernels", new { name = ".net-csharp" });
        started.EnsureSuccessStatusCode();
        var kernel = (string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
        var page = await PageSocket.OpenAsync(new Uri($"ws://{root.Authority}/api/kernels/{kernel}/channels?session_id=bench"), ("Authorization", $"token {Token}"));
        var server = new JupyterServer(process, page);
        var asked = await server.SendAsync("kernel_info_request", []);
        await page.UntilAsync(message => IsAnswer(message, asked, "kernel_info_reply"));
        return server;
    }

    public async Task<TimeSpan> RunAsync(string code)
    {
        var clock = Stopwatch.StartNew();
        var asked = await SendAsync("execute_request", new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = false,
            ["stop_on_error"] = true,
        });
        await page.UntilAsync(message => IsAnswer(message, asked, "stream"));
        var time = clock.Elapsed;
        await page.UntilAsync(message => IsAnswer(message, asked, "status") && (string?)message["content"]!["execution_state"] == "idle");
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsThereAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("api", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool IsAnswer(JsonObject message, string asked, string type) =>
        (string?)message["parent_header"]?["msg_id"] == asked && (string?)message["header"]!["msg_type"] == type;

    private static Process Begin(string folder, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["HOME"] = folder;
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "jupyter");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "config");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "data");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        return Process.Start(start)!;
    }

    private async Task<string> SendAsync(string type, JsonObject content)
    {
        var id = $"bench-{++_messages}";
        await page.SendAsync(new JsonObject
        {
            ["header"] = new JsonObject
            {
                ["msg_id"] = id,
                ["msg_type"] = type,
                ["session"] = "bench",
                ["username"] = "bench",
                ["version"] = "5.3",
                ["date"] = DateTime.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["content"] = content,
            ["buffers"] = new JsonArray(),
            ["channel"] = "shell",
        });
        return id;
    }
}
