using System.Net.WebSockets;

namespace AsyncBook.Tests.Serving;

/// <summary>A page and the kernel behind it.</summary>
[Trait("speed", "slow")]
public sealed class SessionTests(ServedFolder server) : IClassFixture<ServedFolder>
{
    private const string Endless = "while (true)\n{\n}";

    [Fact]
    public async Task Cells_run_in_order_and_see_each_other()
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("a", "var x = 6;"), ("b", "Console.WriteLine(x * 7);\nConsole.Error.WriteLine(\"oh\");\nx"));
        await page.UntilCellAsync("b", "done");
        await page.UntilKernelAsync("ready");

        Assert.Equal(
            ["a waiting", "b waiting", "a running", "a done", "b running", "b done"],
            page.Seen.Where(message => (string?)message["type"] == "cell").Select(message => $"{message["id"]} {message["state"]}"));
        Assert.Matches("^42\noh\n<.*6.*>$", page.Output("b"));
        Assert.Equal(["stdout", "stderr", "display"], page.Seen.Select(message => (string?)message["stream"]).OfType<string>().Distinct());
        var states = page.Seen.Where(message => (string?)message["type"] == "kernel").Select(message => (string)message["state"]!).ToList();
        Assert.Equal("ready", states[^1]);
        Assert.Contains("busy", states);
    }

    [Fact]
    public async Task What_a_cell_displays_is_cleaned_as_in_the_book()
    {
        await using var page = await server.OpenAsync();
        await page.RunToEndAsync("evil", """
            Console.WriteLine("<script>alert(1)</script>");
            "<img src=x onerror=alert(1)><b>bold</b><script>alert(2)</script>".DisplayAs("text/html");
            """);
        Assert.Contains("<b>bold</b>", page.Output("evil"), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page.Output("evil"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Output("evil"), StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", page.Output("evil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_keeps_those_behind_it_from_running()
    {
        await using var page = await server.OpenAsync();
        var signal = server.Folder["signal"];
        await page.RunAsync(("a", $"while (!System.IO.File.Exists(@\"{signal}\"))\n{{\n    await Task.Delay(10);\n}}\nint.Parse(\"x\")"), ("b", "Console.WriteLine(1);"));
        await page.RunAsync(("c", "Console.WriteLine(2);"));
        await page.UntilCellAsync("c", "waiting");
        // Behind the next message's answer, the one about c has been taken, too.
        await page.SendTextAsync("{}");
        await page.UntilAsync("error");
        await File.WriteAllTextAsync(signal, "", TestContext.Current.CancellationToken);
        await page.UntilCellAsync("c", "idle", "done");
        Assert.Equal("failed", LastState(page, "a"));
        Assert.Equal("idle", LastState(page, "c"));
        Assert.Equal("idle", (string?)(await page.UntilCellAsync("b", "idle", "done"))["state"]);
        Assert.Contains("FormatException", page.Output("a"), StringComparison.Ordinal);
        Assert.Equal("done", (string?)(await page.RunToEndAsync("d", "1"))["state"]);
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_and_the_next_cell_runs()
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("loop", Endless), ("next", "1"));
        await page.UntilCellAsync("loop", "running");
        await page.SendAsync(new { type = "stop" });
        await page.UntilCellAsync("loop", "stopped");
        await page.UntilCellAsync("next", "idle");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task A_cell_that_waits_is_stopped_and_what_ran_before_is_still_there()
    {
        await using var page = await server.OpenAsync();
        await page.RunToEndAsync("a", "var kept = 5;");
        await page.RunAsync(("wait", "await Task.Delay(-1);"));
        await page.UntilCellAsync("wait", "running");
        await page.SendAsync(new { type = "stop" });
        await page.UntilCellAsync("wait", "stopped");
        await page.RunToEndAsync("b", "Console.WriteLine(kept);");
        Assert.Equal("5\n", page.Output("b"));
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "3")]
    [InlineData("Environment.FailFast(\"broken\");", "broken")]
    [InlineData("int Deep(int n) => n + Deep(n + 1);\nDeep(0)", "Stack overflow")]
    public async Task A_kernel_that_is_gone_is_told_and_another_one_takes_over(string source, string said)
    {
        await using var page = await server.OpenAsync();
        var ended = await page.RunToEndAsync("end", source);
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains(said, (string)ended["text"]!, StringComparison.Ordinal);
        var kernel = await page.UntilKernelAsync("ended");
        Assert.Contains("run everything up to this cell", (string)kernel["text"]!, StringComparison.Ordinal);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task Output_without_end_is_cut_and_said()
    {
        await using var page = await server.OpenAsync();
        var ended = await page.RunToEndAsync("flood", "while (true)\n{\n    Console.WriteLine(new string('x', 100_000));\n}");
        Assert.Equal("failed", (string?)ended["state"]);
        Assert.Contains("printed and showed more than 10 million characters", (string)ended["text"]!, StringComparison.Ordinal);
        Assert.InRange(page.Output("flood").Length, 10 * 1024 * 1024, 12 * 1024 * 1024);
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task A_restart_forgets_what_ran()
    {
        await using var page = await server.OpenAsync();
        await page.RunToEndAsync("a", "var forgotten = 5;");
        await page.UntilKernelAsync("ready");
        await page.SendAsync(new { type = "restart" });
        await page.UntilKernelAsync("ended");
        await page.UntilKernelAsync("ready");
        Assert.Equal("failed", (string?)(await page.RunToEndAsync("b", "forgotten"))["state"]);
    }

    [Fact]
    public async Task A_restart_ends_a_cell_that_runs()
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("loop", Endless));
        await page.UntilCellAsync("loop", "running");
        await page.SendAsync(new { type = "restart" });
        await page.UntilCellAsync("loop", "stopped", "failed");
        await page.UntilKernelAsync("ready");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task The_steps_of_a_cell_come_with_it()
    {
        await using var page = await server.OpenAsync();
        await page.SendAsync(new { type = "run", cells = new[] { new { id = "own", source = "async Task F()\n{\n    await Task.Delay(1);\n}\nawait F();" } }, trace = true });
        var trace = await page.UntilAsync("trace", message => (string?)message["id"] == "own");
        Assert.Contains("Task.Delay(1)", (string)trace["steps"]![0]!["code"]!, StringComparison.Ordinal);
        Assert.NotEmpty(trace["steps"]![0]!["steps"]!.AsArray());
    }

    [Fact]
    public async Task Questions_about_code_are_answered_while_a_cell_runs()
    {
        await using var page = await server.OpenAsync();
        await page.RunToEndAsync("a", "var words = new List<string>();");
        await page.RunAsync(("wait", "await Task.Delay(-1);"));
        await page.UntilCellAsync("wait", "running");
        await page.SendAsync(new { type = "complete", request = 1, cell = "b", source = "words.Ad", line = 0, column = 8 });
        await page.SendAsync(new { type = "signature", request = 2, cell = "b", source = "words.Insert(1, ", line = 0, column = 16 });
        await page.SendAsync(new { type = "diagnose", request = 3, cell = "b", source = "int x = nothing;" });
        await AnswersAsync(page, 3);
        Assert.Contains(Answer(page, 1)["items"]!.AsArray(), item => (string?)item!["label"] == "AddRange");
        Assert.Equal(1, (int)Answer(page, 2)["signatures"]![0]!["active"]!);
        Assert.Equal("CS0103", (string?)Answer(page, 3)["marks"]![0]!["code"]);
        await page.SendAsync(new { type = "stop" });
        await page.UntilCellAsync("wait", "stopped");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{\"type\":\"fly\"}")]
    [InlineData("{\"type\":\"run\"}")]
    [InlineData("{\"type\":\"run\",\"cells\":[{\"id\":null,\"source\":null}]}")]
    public async Task What_is_no_message_is_said_and_the_page_goes_on(string text)
    {
        await using var page = await server.OpenAsync();
        await page.SendTextAsync(text);
        await page.UntilAsync("error");
        Assert.Equal("done", (string?)(await page.RunToEndAsync("after", "1"))["state"]);
    }

    [Fact]
    public async Task A_message_that_is_too_large_ends_the_connection()
    {
        await using var page = await server.OpenAsync();
        await page.RunAsync(("a", new string(' ', 1024 * 1024 + 1)));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await page.UntilClosedAsync());
    }

    [Fact]
    public async Task Two_tabs_have_a_kernel_each_and_a_page_that_is_loaded_again_has_its_own()
    {
        await using var one = await server.OpenAsync("one");
        await using var two = await server.OpenAsync("two");
        await one.RunToEndAsync("a", "var mine = 1;");
        Assert.Equal("failed", (string?)(await two.RunToEndAsync("a", "mine"))["state"]);
        await one.CloseAsync();
        await using var again = await server.OpenAsync("one");
        Assert.Equal("done", (string?)(await again.RunToEndAsync("b", "mine"))["state"]);
    }

    private static string? LastState(LivePage page, string id) =>
        (string?)page.Seen.Last(message => (string?)message["type"] == "cell" && (string?)message["id"] == id)["state"];

    private static System.Text.Json.Nodes.JsonObject Answer(LivePage page, int request) =>
        page.Seen.First(message => (string?)message["type"] == "answer" && (int)message["request"]! == request);

    private static async Task AnswersAsync(LivePage page, int count)
    {
        while (page.Seen.Count(message => (string?)message["type"] == "answer") < count)
        {
            await page.UntilAsync("answer");
        }
    }
}
