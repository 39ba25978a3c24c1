using AsyncBook.Notebooks;
using AsyncBook.Tests.Exercises;

namespace AsyncBook.Tests.Serving;

/// <summary>An exercise on a page: saved into the notebook's own cell, checked, reset; and nothing that anybody wrote is lost.</summary>
[Trait("speed", "slow")]
public sealed class ServedExerciseTests(ServedFolder server) : IClassFixture<ServedFolder>, IAsyncLifetime
{
    // Every test begins with the stub.
    public ValueTask InitializeAsync()
    {
        server.Folder.Edit(ExerciseFolder.Stub);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_answer_is_checked_and_the_notebook_the_page_and_the_book_agree()
    {
        await using var page = await server.OpenAsync();
        Assert.Equal("begun-not", (string?)page.Hello["exercises"]![0]!["state"]);

        await page.SendAsync(new { type = "check", exercise = "9.1-a", source = ExerciseFolder.Wrong });
        Assert.Contains("再想想", (string)(await UntilStateAsync(page, "not-yet"))["text"]!, StringComparison.Ordinal);

        await page.SendAsync(new { type = "check", exercise = "9.1-a", source = ExerciseFolder.Right });
        await UntilStateAsync(page, "passed");
        Assert.Equal(ExerciseFolder.Right, Source);
        using var progress = await server.GetAsync("/progress.json");
        Assert.Contains("\"id\":\"9.1-a\",\"notebook\":\"9.1.ipynb\",\"page\":\"9.1.html\",\"state\":\"passed\"", await progress.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Matches("9.1-a .* solved ", (await server.Folder.RunAsync("exercises")).Output);
    }

    [Fact]
    public async Task A_check_that_runs_as_any_cell_judges_the_answer_as_its_button_does()
    {
        await using var page = await server.OpenAsync();
        await RunCheckAsync(page, ExerciseFolder.Stub);
        await UntilJudgedAsync(page, "begun-not");

        await RunCheckAsync(page, ExerciseFolder.Wrong);
        Assert.Contains("再想想", (string)(await UntilJudgedAsync(page, "not-yet"))["text"]!, StringComparison.Ordinal);
        Assert.Equal(ExerciseFolder.Wrong, Source);

        await RunCheckAsync(page, ExerciseFolder.Right);
        await UntilJudgedAsync(page, "passed");
        Assert.Equal(ExerciseFolder.Right, Source);
        Assert.Matches("9.1-a .* solved ", (await server.Folder.RunAsync("exercises")).Output);
    }

    [Fact]
    public async Task An_answer_that_was_run_with_all_others_is_judged_and_not_run_twice()
    {
        await using var page = await server.OpenAsync();
        const string Answer = ExerciseFolder.Right + "\nConsole.WriteLine(\"hier\");";
        await RunAllAsync(page, Answer);
        await UntilJudgedAsync(page, "passed");
        Assert.Equal(Answer, Source);
        Assert.Equal(["prepare", "answer", "check"], Ran(page));
        Assert.Equal("hier\n", page.Output("answer"));

        // Nor is it when its check is run once more; where another answer is to be judged, that one runs.
        await RunCheckAsync(page, Answer);
        await UntilJudgedAsync(page, "passed");
        await RunCheckAsync(page, ExerciseFolder.Wrong);
        await UntilJudgedAsync(page, "not-yet");
        Assert.Equal(["prepare", "answer", "check", "check", "answer", "check"], Ran(page));
    }

    [Fact]
    public async Task A_check_that_runs_in_a_new_kernel_brings_in_what_it_needs()
    {
        await using var page = await server.OpenAsync();
        await RunAllAsync(page, ExerciseFolder.Wrong);
        await UntilJudgedAsync(page, "not-yet");
        await page.SendAsync(new { type = "restart" });
        await page.UntilKernelAsync("ended");
        await page.UntilKernelAsync("ready");
        await RunCheckAsync(page, ExerciseFolder.Right);
        await UntilJudgedAsync(page, "passed");
    }

    [Fact]
    public async Task A_check_that_was_rewritten_judges_nothing()
    {
        await using var page = await server.OpenAsync();
        await RunAllAsync(page, ExerciseFolder.Right, "Console.WriteLine(\"9.1-a 通过：von selbst\");");
        await page.UntilCellAsync("check", "done");
        Assert.Equal("9.1-a 通过：von selbst\n", page.Output("check"));
        Assert.DoesNotContain(page.Seen, message => (string?)message["type"] == "exercise");
        Assert.Equal(ExerciseFolder.Stub, Source);
    }

    [Fact]
    public async Task A_check_among_others_whose_answer_was_changed_elsewhere_asks_and_the_others_run()
    {
        await using var page = await server.OpenAsync();
        server.Folder.Edit(ExerciseFolder.Wrong);
        await RunAllAsync(page, ExerciseFolder.Right);
        await page.UntilAsync("conflict");
        await page.UntilCellAsync("answer", "done");
        Assert.Equal(ExerciseFolder.Wrong, Source);
        Assert.Equal(["prepare", "answer"], Ran(page));
    }

    [Fact]
    public async Task An_answer_that_does_not_compile_is_not_yet_right()
    {
        await using var page = await server.OpenAsync();
        await page.SendAsync(new { type = "check", exercise = "9.1-a", source = ExerciseFolder.Broken });
        Assert.Contains("CS1525", (string)(await UntilStateAsync(page, "not-yet"))["text"]!, StringComparison.Ordinal);
        Assert.Equal(ExerciseFolder.Broken, Source);
    }

    [Fact]
    public async Task A_save_is_in_the_notebook_and_nothing_else_of_it_is_touched()
    {
        await using var page = await server.OpenAsync();
        var before = await File.ReadAllTextAsync(server.Folder.Notebook, TestContext.Current.CancellationToken);
        await SaveAsync(page, ExerciseFolder.Wrong, Hash(page));
        await UntilStateAsync(page, "begun", "not-yet");
        Assert.Equal(ExerciseFolder.Wrong, Source);
        server.Folder.Edit(ExerciseFolder.Stub);
        Assert.Equal(before, await File.ReadAllTextAsync(server.Folder.Notebook, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("mine", ExerciseFolder.Right, ExerciseFolder.Wrong)]
    [InlineData("disk", ExerciseFolder.Wrong, ExerciseFolder.Right)]
    public async Task Where_both_have_changed_it_both_are_kept(string keep, string inNotebook, string inFile)
    {
        await using var page = await server.OpenAsync();
        var since = Hash(page);
        server.Folder.Edit(ExerciseFolder.Wrong);
        await SaveAsync(page, ExerciseFolder.Right, since);
        var conflict = await page.UntilAsync("conflict");
        Assert.Equal(ExerciseFolder.Right, (string?)conflict["mine"]);
        Assert.Equal(ExerciseFolder.Wrong, (string?)conflict["disk"]);
        Assert.Equal(ExerciseFolder.Wrong, Source);

        await page.SendAsync(new { type = "resolve", exercise = "9.1-a", keep, source = ExerciseFolder.Right });
        var told = await page.UntilAsync("exercise");
        Assert.Equal(inNotebook, Source);
        var kept = ((string)told["text"]!).Split(' ')[^1];
        Assert.Equal(inFile + "\n", await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reset_brings_the_stub_back_and_keeps_the_answer()
    {
        await using var page = await server.OpenAsync();
        await SaveAsync(page, ExerciseFolder.Right, Hash(page));
        await page.UntilAsync("exercise");
        await page.SendAsync(new { type = "reset", exercise = "9.1-a" });
        var told = await UntilStateAsync(page, "begun-not");
        Assert.Equal(ExerciseFolder.Stub, ((string)told["source"]!).TrimEnd());
        Assert.Equal(ExerciseFolder.Stub, Source);
        Assert.Equal(ExerciseFolder.Right + "\n", await File.ReadAllTextAsync(((string)told["text"]!).Split(' ')[^1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_one_tab_saves_the_other_sees_and_so_it_does_with_what_an_editor_writes()
    {
        await using var one = await server.OpenAsync();
        await using var two = await server.OpenAsync();
        await SaveAsync(one, ExerciseFolder.Wrong, Hash(one));
        Assert.Equal(ExerciseFolder.Wrong, (string?)(await two.UntilAsync("disk"))["source"]);
        server.Folder.Edit(ExerciseFolder.Right);
        var told = await one.UntilAsync("disk");
        Assert.Equal(ExerciseFolder.Right, (string?)told["source"]);
        Assert.Equal(ExerciseFolder.Wrong + "\n", await File.ReadAllTextAsync(((string)told["text"]!).Split(' ')[^1], TestContext.Current.CancellationToken));
        Assert.Equal(ExerciseFolder.Right, (string?)(await two.UntilAsync("disk"))["source"]);
    }

    [Fact]
    public async Task An_exercise_that_is_not_there_is_said()
    {
        await using var page = await server.OpenAsync();
        await page.SendAsync(new { type = "check", exercise = "9.9-z", source = "" });
        Assert.Contains("9.9-z", (string)(await page.UntilAsync("error"))["text"]!, StringComparison.Ordinal);
    }

    private static string CellSource(LivePage page, string id) =>
        (string)page.Hello["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == id)!["source"]!;

    // What is said once a check has run; before that it is said what is known of this answer from another time.
    private static async Task<System.Text.Json.Nodes.JsonObject> UntilJudgedAsync(LivePage page, string state)
    {
        await page.UntilCellAsync("check", "done");
        return await UntilStateAsync(page, state);
    }

    // As a page runs the check alone: with its ▶, or with Shift+Enter.
    private static Task RunCheckAsync(LivePage page, string answer) => SendRunAsync(page, Judging(page, answer, CellSource(page, "check")));

    private static Task RunAllAsync(LivePage page, string answer, string? check = null) => SendRunAsync(
        page, new { id = "prepare", source = CellSource(page, "prepare") }, new { id = "answer", source = answer }, Judging(page, answer, check ?? CellSource(page, "check")));

    private static object Judging(LivePage page, string answer, string check)
    {
        var known = page.Seen.LastOrDefault(message => (string?)message["type"] == "exercise")?["hash"] ?? page.Hello["exercises"]![0]!["hash"];
        return new { id = "check", source = check, answer = new Dictionary<string, string> { ["source"] = answer, ["base"] = (string)known! } };
    }

    private static Task SendRunAsync(LivePage page, params object[] cells) => page.SendAsync(new { type = "run", cells });

    private static IEnumerable<string?> Ran(LivePage page) =>
        page.Seen.Where(message => (string?)message["type"] == "cell" && (string?)message["state"] == "running").Select(message => (string?)message["id"]);

    private string Source => Notebook.Load(server.Folder.Notebook).Cells.Single(cell => cell.Id == "answer").Source;

    private static string Hash(LivePage page) => (string)page.Hello["exercises"]![0]!["hash"]!;

    private static Task SaveAsync(LivePage page, string source, string since) =>
        page.SendAsync(new Dictionary<string, string> { ["type"] = "save", ["exercise"] = "9.1-a", ["source"] = source, ["base"] = since });

    private static Task<System.Text.Json.Nodes.JsonObject> UntilStateAsync(LivePage page, params string[] states) =>
        page.UntilAsync("exercise", message => states.Contains((string?)message["state"]));
}
