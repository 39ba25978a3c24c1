using System.Text.Json.Nodes;
using AsyncBook.Exercises;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Exercises;

public sealed class ExercisesCommandTests : IDisposable
{
    private const string Stub = "// 练习 9.1-a：加一\nint Next(int n)\n{\n    throw new NotImplementedException();\n}";
    private const string Answer = "// 练习 9.1-a：加一\nint Next(int n) => n + 1;";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Stub, "未完成：把练习里的……", 1, 2, "NotStarted")]
    [InlineData(Answer, "", 1, null, "Begun")]
    [InlineData(Answer, "未完成：把练习里的……", 3, 2, "Begun")]
    [InlineData(Answer, "还不对：再想想", 3, 4, "NotYet")]
    [InlineData(Answer, "通过：对了", 3, 4, "Solved")]
    [InlineData(Answer, "通过：对了", null, null, "Solved")]
    [InlineData(Answer, "通过：对了", 5, 4, "Begun")]
    public void The_state_comes_from_the_notebooks_own_cells(string source, string verdict, int? ran, int? checkedAt, string state) =>
        Assert.Equal(state, Assert.Single(ExerciseFinder.Find(Notebook.Load(Write(source, verdict, ran, checkedAt)))).State.ToString());

    [Fact]
    public async Task The_list_shows_each_with_what_its_check_says()
    {
        Write(Answer, "还不对：再想想", 1, 2);
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("exercises", _folder["notebooks"]);
        Assert.Equal(0, exitCode);
        Assert.Matches("9.1-a +加一 +not yet +还不对：再想想", output);
        Assert.Contains("0 of 1 solved", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--reset", "9.1-a")]
    [InlineData("--all", null)]
    public async Task A_reset_puts_the_stub_back_and_keeps_the_answer(string option, string? id)
    {
        var path = Write(Answer, "通过：对了", 1, 2);
        string[] arguments = ["exercises", option, .. id is null ? Array.Empty<string>() : [id]];
        var (exitCode, output, _) = await RunAsync(arguments);

        Assert.Equal(0, exitCode);
        var exercise = Assert.Single(ExerciseFinder.Find(Notebook.Load(path)));
        Assert.Equal(Stub, exercise.Cell.Source);
        Assert.Empty(exercise.Cell.Outputs);
        Assert.Empty(exercise.Check.Outputs);
        var kept = output[(output.IndexOf("kept in ", StringComparison.Ordinal) + "kept in ".Length)..].Trim();
        Assert.Equal(Answer + "\n", await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stub_is_left_as_it_is()
    {
        var path = Write(Stub, "未完成：把练习里的……", null, null);
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("exercises", _folder["notebooks"], "--all");
        Assert.Equal(0, exitCode);
        Assert.Contains("holds its stub already", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_exercise_is_refused_and_nothing_is_reset()
    {
        var path = Write(Answer, "", null, null);
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync("exercises", _folder["notebooks"], "--reset", "9.1-a", "--reset", "9.9-z");
        Assert.Equal(2, exitCode);
        Assert.Contains("no exercise 9.9-z; there are: 9.1-a", errors, StringComparison.Ordinal);
        Assert.Equal(Answer, Notebook.Load(path).Cells[0].Source);
    }

    [Fact]
    public async Task A_missing_stub_is_named()
    {
        Write(Answer, "", null, null);
        File.Delete(_folder["data/exercises/9.1-a/stub.cs"]);
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync("exercises", _folder["notebooks"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("exercise 9.1-a has no stub at", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exercise_of_the_repository_holds_the_stub_it_would_be_reset_to() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb").Select(Notebook.Load).SelectMany(ExerciseFinder.Find),
            exercise => Assert.Equal(exercise.Stub, exercise.Cell.Source + "\n"));

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        AsyncBookProcess.RunAsync(_folder.Path, arguments, ("XDG_DATA_HOME", _folder["home"]), ("HOME", _folder["home"]));

    private string Write(string source, string verdict, int? ran, int? checkedAt)
    {
        _folder.Write("data/exercises/9.1-a/stub.cs", Stub + "\n");
        var cell = SampleNotebook.Code("a", source, """{"id": "9.1-a", "role": "exercise"}""");
        cell["execution_count"] = ran;
        var printed = new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = MultilineText.Write($"9.1-a {verdict}\n") };
        var check = SampleNotebook.Code("b", "// 检查", """{"id": "9.1-a", "role": "check"}""", verdict.Length == 0 ? "[]" : $"[{printed.ToJsonString()}]");
        check["execution_count"] = checkedAt;
        return _folder.Write("notebooks/9.1.ipynb", NotebookWriter.Write(SampleNotebook.Of(cell, check)) + "\n");
    }
}
