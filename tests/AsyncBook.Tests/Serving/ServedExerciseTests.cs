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

    private string Source => Notebook.Load(server.Folder.Notebook).Cells.Single(cell => cell.Id == "answer").Source;

    private static string Hash(LivePage page) => (string)page.Hello["exercises"]![0]!["hash"]!;

    private static Task SaveAsync(LivePage page, string source, string since) =>
        page.SendAsync(new Dictionary<string, string> { ["type"] = "save", ["exercise"] = "9.1-a", ["source"] = source, ["base"] = since });

    private static Task<System.Text.Json.Nodes.JsonObject> UntilStateAsync(LivePage page, params string[] states) =>
        page.UntilAsync("exercise", message => states.Contains((string?)message["state"]));
}
