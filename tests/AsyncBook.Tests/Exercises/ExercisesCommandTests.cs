using AsyncBook.Exercises;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Tests.Exercises;

/// <summary>What <c>exercises</c> and <c>run</c> say of an answer is said of the very text that was checked.</summary>
[Trait("speed", "slow")]
public sealed class ExercisesCommandTests : IDisposable
{
    private readonly ExerciseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExerciseFolder.Stub, "9.1-a +加一 +not begun", "0 of 1 solved")]
    [InlineData(ExerciseFolder.Right, "9.1-a +加一 +solved +通过：对了。", "1 of 1 solved")]
    [InlineData(ExerciseFolder.Wrong, "9.1-a +加一 +not yet +还不对：再想想。", "0 of 1 solved")]
    [InlineData(ExerciseFolder.Broken, "9.1-a +加一 +not yet +还不对：.*CS1525", "0 of 1 solved")]
    public async Task The_list_checks_what_nobody_has_checked(string answer, string row, string count)
    {
        _folder.Edit(answer);
        var before = await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken);

        var (exitCode, output, errors) = await _folder.RunAsync("exercises");

        Assert.Equal(0, exitCode);
        Assert.Matches(row, output);
        Assert.Contains(count, output, StringComparison.Ordinal);
        Assert.Equal(answer != ExerciseFolder.Stub, errors.Contains("checking 9.1-a", StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(ExerciseFolder.Right, "exercises: 1 passed, 0 not yet, 0 not begun", "solved", 0)]
    [InlineData(ExerciseFolder.Wrong, "exercises: 0 passed, 1 not yet, 0 not begun", "not yet", 1)]
    [InlineData(ExerciseFolder.Stub, "exercises: 0 passed, 0 not yet, 1 not begun", "not begun", 1)]
    public async Task A_run_tells_the_state_of_an_exercise_and_the_list_needs_no_save_to_know_it(string answer, string summary, string state, int asked)
    {
        _folder.Edit(answer);
        var (exitCode, output, _) = await _folder.RunAsync("run", "--verbose");
        Assert.Equal(0, exitCode);
        Assert.Contains(summary, output, StringComparison.Ordinal);
        Assert.Matches($"{state} [0-9.]+ s", output);
        Assert.Contains("2 cells passed", output, StringComparison.Ordinal);

        var (_, list, errors) = await _folder.RunAsync("exercises");
        Assert.Matches($"9.1-a +加一 +{state}", list);
        Assert.Empty(errors);

        Assert.Equal(asked, (await _folder.RunAsync("run", "--exercises")).ExitCode);
    }

    [Fact]
    public async Task An_answer_that_was_changed_or_broken_since_it_passed_is_not_solved()
    {
        _folder.Edit(ExerciseFolder.Right);
        Assert.Equal(0, (await _folder.RunAsync("run", "--save")).ExitCode);
        Assert.Contains("1 of 1 solved", (await _folder.RunAsync("exercises")).Output, StringComparison.Ordinal);

        _folder.Edit(ExerciseFolder.Broken);
        Assert.Equal(1, (await _folder.RunAsync("run", "--save")).ExitCode);
        Assert.Contains("通过", Assert.IsType<StreamOutput>(Assert.Single(_folder.Exercise.Check.Outputs)).Text, StringComparison.Ordinal);

        Assert.Matches("not yet.*CS1525", (await _folder.RunAsync("exercises")).Output);
    }

    [Theory]
    [InlineData("--reset", "9.1-a")]
    [InlineData("--all", null)]
    public async Task A_reset_makes_the_notebook_what_it_was_and_keeps_the_answer(string option, string? id)
    {
        var before = await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken);
        _folder.Edit(ExerciseFolder.Right);
        Assert.Equal(0, (await _folder.RunAsync("run", "--save")).ExitCode);
        string[] arguments = ["exercises", option, .. id is null ? Array.Empty<string>() : [id]];
        var (exitCode, output, _) = await _folder.RunAsync(arguments);

        Assert.Equal(0, exitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _folder.RunAsync("run", "--check")).ExitCode);
        var kept = output[(output.IndexOf("kept in ", StringComparison.Ordinal) + "kept in ".Length)..].Trim();
        Assert.Equal(ExerciseFolder.Right + "\n", await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_exercise_of_the_repository_is_after_a_reset_byte_for_byte_what_git_has()
    {
        var paths = Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories).ToList();
        Assert.Contains(paths, path => ExerciseFinder.Find(Notebook.Load(path)).Count > 0);
        Assert.All(paths, path =>
        {
            var notebook = Notebook.Load(path);
            foreach (var exercise in ExerciseFinder.Find(notebook))
            {
                Assert.True(exercise.IsStub, exercise.Id);
                exercise.Answer("int answer = 42;");
                exercise.Cell.ReplaceOutputs([new StreamOutput("stdout", "42\n")]);
                exercise.Show(new(exercise.Id, ExerciseState.Solved, "通过：对了。"));
                Assert.Equal(1, ExerciseFinder.Find(notebook).Count(other => !other.IsStub));
                exercise.Reset();
            }

            Assert.Equal(File.ReadAllText(path), notebook.ToJson());
        });
    }

    [Fact]
    public async Task A_stub_is_left_as_it_is()
    {
        var before = await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken);
        var (exitCode, output, _) = await _folder.RunAsync("exercises", "--all");
        Assert.Equal(0, exitCode);
        Assert.Contains("holds its stub already", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Notebook, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_exercise_is_refused_and_nothing_is_reset()
    {
        _folder.Edit(ExerciseFolder.Right);
        var (exitCode, _, errors) = await _folder.RunAsync("exercises", "--reset", "9.1-a", "--reset", "9.9-z");
        Assert.Equal(2, exitCode);
        Assert.Contains("no exercise 9.9-z; there are: 9.1-a", errors, StringComparison.Ordinal);
        Assert.Equal(ExerciseFolder.Right, _folder.Exercise.Cell.Source);
    }

    [Fact]
    public async Task A_missing_stub_is_named()
    {
        File.Delete(_folder["data/exercises/9.1-a/stub.cs"]);
        var (exitCode, _, errors) = await _folder.RunAsync("exercises");
        Assert.Equal(2, exitCode);
        Assert.Contains("exercise 9.1-a has no stub at", errors, StringComparison.Ordinal);
    }
}
