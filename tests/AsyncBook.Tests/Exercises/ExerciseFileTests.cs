using System.Diagnostics;
using System.Text;

namespace AsyncBook.Tests.Exercises;

/// <summary>Exercises as files: the loop of a learner who has no editor for notebooks.</summary>
[Trait("speed", "slow")]
public sealed class ExerciseFileTests : IDisposable
{
    private readonly ExerciseFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_holds_the_task_the_stub_and_the_hints_and_compiles_as_it_is()
    {
        var (exitCode, output, _) = await _folder.RunAsync("exercises", "9.1-a");

        Assert.Equal(0, exitCode);
        Assert.Contains(Path.Combine("exercises", "9.1-a.cs"), output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(_folder.File1, Token);
        Assert.Contains(ExerciseFolder.Stub, text, StringComparison.Ordinal);
        Assert.Contains("// `Next` 返回下一个数。", text, StringComparison.Ordinal);
        Assert.Matches("(?s)#region 提示 1.*// 想想加法。\n#endregion.*#region 提示 2.*// 加一。\n#endregion", text);

        var (verdict, said, _) = await _folder.RunAsync("exercises", "check", "9.1-a");
        Assert.Equal(1, verdict);
        Assert.Contains("9.1-a 未完成：", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_into_the_file_is_checked_and_is_in_the_notebook_too()
    {
        await _folder.RunAsync("exercises", "9.1-a");
        _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Wrong);
        var (wrong, said, _) = await _folder.RunAsync("exercises", "check", "9.1-a");
        Assert.Equal(1, wrong);
        Assert.Contains("9.1-a 还不对：再想想。", said, StringComparison.Ordinal);

        _folder.EditFile(ExerciseFolder.Wrong, ExerciseFolder.Right);
        Assert.Equal(0, (await _folder.RunAsync("exercises", "check", "9.1-a")).ExitCode);

        Assert.Equal(ExerciseFolder.Right, _folder.Exercise.Cell.Source);
        Assert.Contains("1 of 1 solved", (await _folder.RunAsync("exercises")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _folder.RunAsync("run", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_mistake_is_named_at_its_line_of_the_file()
    {
        await _folder.RunAsync("exercises", "9.1-a");
        _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Broken);
        var line = 1 + (await File.ReadAllLinesAsync(_folder.File1, Token)).ToList().FindIndex(text => text.Contains("n +;", StringComparison.Ordinal));

        var (exitCode, said, _) = await _folder.RunAsync("exercises", "check", "9.1-a");

        Assert.Equal(1, exitCode);
        Assert.Contains($"9.1-a.cs({line},", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_into_the_notebook_is_in_the_file_too()
    {
        await _folder.RunAsync("exercises", "9.1-a");
        _folder.Edit(ExerciseFolder.Right);
        Assert.Equal(0, (await _folder.RunAsync("exercises", "check", "9.1-a")).ExitCode);
        Assert.Contains(ExerciseFolder.Right, await File.ReadAllTextAsync(_folder.File1, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_both_were_changed_neither_answer_is_lost()
    {
        await _folder.RunAsync("exercises", "9.1-a");
        _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Right);
        _folder.Edit(ExerciseFolder.Wrong);

        var (exitCode, said, _) = await _folder.RunAsync("exercises", "check", "9.1-a");

        Assert.Equal(0, exitCode);
        Assert.Equal(ExerciseFolder.Right, _folder.Exercise.Cell.Source);
        var kept = Assert.Single(Directory.GetFiles(_folder["exercises"], "9.1-a.notebook-*.cs"));
        Assert.Equal(ExerciseFolder.Wrong + "\n", await File.ReadAllTextAsync(kept, Token));
        Assert.Contains(Path.GetFileName(kept), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_our_lines_is_an_answer_all_the_same()
    {
        Directory.CreateDirectory(_folder["exercises"]);
        await File.WriteAllTextAsync(_folder.File1, ExerciseFolder.Right.ReplaceLineEndings("\r\n"), Token);
        Assert.Equal(0, (await _folder.RunAsync("exercises", "check", "9.1-a")).ExitCode);
        Assert.Equal(ExerciseFolder.Right, _folder.Exercise.Cell.Source);
    }

    [Fact]
    public async Task A_reset_puts_the_stub_into_the_file_too()
    {
        await _folder.RunAsync("exercises", "9.1-a");
        _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Wrong);
        Assert.Equal(0, (await _folder.RunAsync("exercises", "--reset", "9.1-a")).ExitCode);
        Assert.Contains(ExerciseFolder.Stub, await File.ReadAllTextAsync(_folder.File1, Token), StringComparison.Ordinal);
        Assert.True(_folder.Exercise.IsStub);
    }

    [Fact]
    public async Task Hints_come_one_at_a_time()
    {
        string[] hints = ["想想加法。", "加一。", "no more hints"];
        foreach (var hint in hints)
        {
            var (_, said, _) = await _folder.RunAsync("exercises", "hint", "9.1-a");
            Assert.Equal([hint], hints.Where(other => said.Contains(other, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Next_is_the_first_that_is_not_solved()
    {
        _folder.Add("9.2-a", ExerciseFolder.Stub);
        Assert.Contains("9.1-a", (await _folder.RunAsync("exercises", "next")).Output, StringComparison.Ordinal);
        _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Right);
        await _folder.RunAsync("exercises", "check", "9.1-a");
        Assert.Contains("9.2-a", (await _folder.RunAsync("exercises", "next")).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["exercises/9.2-a.cs"]));
    }

    [Fact]
    public async Task Watching_checks_each_save_gives_hints_on_request_and_goes_on_to_the_next()
    {
        _folder.Add("9.2-a", ExerciseFolder.Stub);
        using var watch = _folder.Start("exercises", "--watch");
        try
        {
            await SaysAsync(watch, "Saving the file checks it");
            await watch.StandardInput.WriteLineAsync("h");
            await SaysAsync(watch, "想想加法。");
            _folder.EditFile(ExerciseFolder.Stub, ExerciseFolder.Wrong);
            await SaysAsync(watch, "9.1-a 还不对：再想想。");
            // An earlier answer's method must not stand in for one that has gone.
            _folder.EditFile(ExerciseFolder.Wrong, "// nothing");
            await SaysAsync(watch, "9.1-a 还不对：");
            _folder.EditFile("// nothing", ExerciseFolder.Right);
            await SaysAsync(watch, "9.1-a 通过：对了。");
            await SaysAsync(watch, "9.2-a 加一");
            await watch.StandardInput.WriteLineAsync("q");
            await watch.WaitForExitAsync(Token);
            Assert.Equal(0, watch.ExitCode);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }
    }

    private static async Task SaysAsync(Process process, string words)
    {
        // A slow machine is given a minute and a half.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        var said = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                said.AppendLine(line);
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            // As if it had ended: told below.
        }

        Assert.Fail($"it did not say '{words}' but: {said}");
    }
}
