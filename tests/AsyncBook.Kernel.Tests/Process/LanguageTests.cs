using System.Diagnostics;
using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests;

/// <summary>What an editor asks while a cell is being written.</summary>
public sealed class LanguageTests(LanguageFixture fixture) : IClassFixture<LanguageFixture>
{
    private KernelClient Client => fixture.Kernel.Client;

    // "¦" is the cursor.
    [Theory]
    [InlineData("words.¦", "Add Count Where")]
    [InlineData("words.Wh¦", "Where")]
    [InlineData("// 一行中文注释，还有 😀\nwords.¦", "Add")]
    [InlineData("var 名字 = \"好\"; 名字.¦", "Length Substring")]
    [InlineData("Console.WriteLine(1);\r\n\r\nwords.¦\r\nConsole.WriteLine(2);", "Add")]
    [InlineData("Twi¦", "Twice words Doubler Lamp")]
    [InlineData("Doubler.¦", "Triple")]
    [InlineData("new Lamp().¦", "Watts")]
    [InlineData("void Inner() { } Inn¦", "Inner")]
    [InlineData("fore¦", "foreach")]
    [InlineData("int Answer() { ret¦ }", "return")]
    [InlineData("await ¦", "Task words Twice")]
    [InlineData("var n = await ¦", "Task words Twice")]
    [InlineData("if (true) { await ¦ }", "Task words Twice")]
    [InlineData("await Task.¦", "Delay WhenAll Run")]
    [InlineData("var html = new HtmlAgilityPack.¦", "HtmlDocument")]
    [InlineData("foreach (var w in words) { w.¦", "Length")]
    [InlineData("words.Select(w => w.¦", "Length ToUpper")]
    [InlineData("Timeout.¦", "Infinite")]
    [InlineData("#!import lib/Other.cs\nOther.¦", "Answer")]
    [InlineData("#!import lib/Other.cs\n¦", "Other words")]
    [InlineData("#r \"nuget: Not.There.Yet, 1.0.0\"\nwords.¦", "Add")]
    [InlineData("var early = 1;\n#!import lib/Other.cs\near¦", "early")]
    [InlineData("wo¦\n#!import lib/Other.cs", "words")]
    [InlineData("traced.¦", "Length")]
    public async Task A_place_is_completed(string code, string expected)
    {
        var (text, line, column) = Cursor(code);
        var found = await Client.CompleteAsync(text, line, column, CancellationToken.None);
        Assert.Equal([], expected.Split(' ').Except(found.Items.Select(item => item.Insert)));
    }

    [Theory]
    [InlineData("var s = \"wor¦\";")]
    [InlineData("// wor¦")]
    [InlineData("#!import lib/¦")]
    [InlineData("#r \"nuget: New¦")]
    [InlineData("#!nonsense wor¦")]
    public async Task Nothing_is_offered_where_no_code_stands(string code)
    {
        var (text, line, column) = Cursor(code);
        Assert.Empty((await Client.CompleteAsync(text, line, column, CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("words.Wh¦", 0, 6, 8)]
    [InlineData("// 中文\r\nwords.¦", 1, 6, 6)]
    [InlineData("await ¦", 0, 6, 6)]
    public async Task What_an_answer_replaces_is_told(string code, int line, int from, int to)
    {
        var (text, atLine, column) = Cursor(code);
        var found = await Client.CompleteAsync(text, atLine, column, CancellationToken.None);
        Assert.Equal(new CodeSpan(line, from, line, to), found.Replaced);
    }

    [Theory]
    [InlineData("Twice(¦)", "int Twice(int n)", 0)]
    [InlineData("words.Add(¦", "void List<string>.Add(string item)", 0)]
    [InlineData("Math.Max(1, ¦)", "int Math.Max(int val1, int val2)", 1)]
    [InlineData("Doubler.Triple(Twice(¦))", "int Twice(int n)", 0)]
    [InlineData("Doubler.Triple(Twice(1)¦)", "int Doubler.Triple(int n)", 0)]
    [InlineData("new List<int>(¦)", "List<int>.List(int capacity)", 0)]
    [InlineData("System.Text.StringBuilder text = new(¦)", "StringBuilder.StringBuilder(string? value)", 0)]
    [InlineData("words.Select(¦)", "Select", 0)]
    [InlineData("Func<int, int> twice = n => n; twice(¦)", "int Func<int, int>.Invoke(int arg)", 0)]
    [InlineData("#!import lib/Other.cs\r\nOther.Answer(1, ¦)", "int Other.Answer(int first, string second)", 1)]
    public async Task A_call_shows_its_signatures(string code, string expected, int parameter)
    {
        var (text, line, column) = Cursor(code);
        var found = await Client.SignaturesAsync(text, line, column, CancellationToken.None);
        Assert.NotNull(found);
        Assert.Contains(found.All, signature => signature.Label.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(parameter, found.Parameter);
    }

    [Fact]
    public async Task All_overloads_are_shown_and_the_one_that_fits_is_marked()
    {
        var found = await Client.SignaturesAsync("Console.WriteLine(1.5)", 0, 21, CancellationToken.None);
        Assert.NotNull(found);
        Assert.True(found.All.Count > 10);
        Assert.Equal("void Console.WriteLine(double value)", found.All[found.Active].Label);
        Assert.Equal(["value"], found.All[found.Active].Parameters);
    }

    [Theory]
    [InlineData("var one = 1;¦")]
    [InlineData("Twice¦(1)")]
    [InlineData("#!import lib/¦")]
    public async Task No_call_has_no_signatures(string code)
    {
        var (text, line, column) = Cursor(code);
        Assert.Null(await Client.SignaturesAsync(text, line, column, CancellationToken.None));
    }

    [Theory]
    [InlineData("int n = \"x\";")]
    [InlineData("// 注释\r\nnowhere.Find();\r\nwords.Nothing();")]
    [InlineData("var x = 1\nvar y = nowhere;")]
    [InlineData("#nullable enable\nstring? none = null;\nConsole.WriteLine(none.Length);")]
    [InlineData("async Task Slow() { await Task.Yield(); }\nasync Task Caller() { Slow(); await Task.Yield(); }")]
    [InlineData("Console.WriteLine(1);\n#!nonsense")]
    [InlineData("#r \"HtmlAgilityPack.None\"\n1")]
    [InlineData("#load \"lib/None.cs\"")]
    [InlineData("namespace N { }")]
    [InlineData("await Task.Delay(1); words.Count")]
    [InlineData("using System.IO;\nvar kept = new Lamp().Watts;")]
    [InlineData("#!import lib/Other.cs\nOther.Answer(1, 2)")]
    [InlineData("traced.Nothing()")]
    public async Task Marks_are_what_submitting_says(string code)
    {
        var marks = await Client.DiagnoseAsync(code, CancellationToken.None);
        var submitted = (await fixture.Kernel.RunAsync(code)).Events.OfType<KernelEvent.Diagnosed>().SelectMany(found => found.Marks);
        Assert.Equal(submitted, marks);
    }

    [Fact]
    public async Task What_is_wrong_with_an_import_stands_at_its_line()
    {
        var missing = Assert.Single(await Client.DiagnoseAsync("// 先\n#!import lib/Nowhere.cs\nNowhere.Go();", CancellationToken.None));
        Assert.Equal((1, 0, "error"), (missing.Span.Line, missing.Span.Column, missing.Severity));
        Assert.Contains("lib/Nowhere.cs", missing.Text, StringComparison.Ordinal);

        var broken = Assert.Single(await Client.DiagnoseAsync("// 先\n#!import lib/Broken.cs", CancellationToken.None));
        Assert.Equal((1, "CS0103"), (broken.Span.Line, broken.Code));
        Assert.Contains("lib/Broken.cs(1,", broken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_a_package_may_bring_are_not_marked_before_it_is_there()
    {
        Assert.Empty(await Client.DiagnoseAsync("#r \"nuget: Not.There.Yet, 1.0.0\"\nusing NotThereYet;\nThing.Do();", CancellationToken.None));
        Assert.NotEmpty(await Client.DiagnoseAsync("#r \"nuget: Not.There.Yet, 1.0.0\"\nThing.Do(;", CancellationToken.None));
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        await using var kernel = await TestKernel.StartAsync(fixture.Folder);
        await kernel.RunAsync("var before = \"x\";");
        var events = await WhileRunningAsync(kernel, "var after = 1;", async () =>
        {
            Assert.Contains((await kernel.Client.CompleteAsync("before.", 0, 7, CancellationToken.None)).Items, item => item.Insert == "Length");
            Assert.NotNull(await kernel.Client.SignaturesAsync("before.Substring(", 0, 17, CancellationToken.None));
            Assert.Equal("CS0103", Assert.Single(await kernel.Client.DiagnoseAsync("after", CancellationToken.None)).Code);
        });
        Assert.Equal("begun\nended\n", string.Concat(events.OfType<KernelEvent.Text>().Select(text => text.Value)));
        Assert.Empty(await kernel.Client.DiagnoseAsync("after", CancellationToken.None));
    }

    [Fact]
    public async Task A_cell_that_holds_every_thread_of_the_pool_keeps_no_mark_back()
    {
        await using var kernel = await TestKernel.StartAsync(fixture.Folder);
        await WhileRunningAsync(kernel, "for (var i = 0; i < 200; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1));", async () =>
        {
            Assert.Equal("CS0103", Assert.Single(await kernel.Client.DiagnoseAsync("nowhere", CancellationToken.None)).Code);
            Assert.NotNull(await kernel.Client.SignaturesAsync("Math.Max(", 0, 9, CancellationToken.None));
        });
    }

    [Fact]
    public async Task What_cells_print_late_is_kept_while_questions_are_answered()
    {
        // More than is taken ahead of whoever wants it: the answers come through all the same, and nothing is lost.
        await using var kernel = await TestKernel.StartAsync(fixture.Folder);
        await kernel.RunAsync("_ = Task.Run(async () => { while (!System.IO.File.Exists(\"go-late\")) await Task.Delay(10); for (var i = 0; i < 5000; i++) Console.Write($\"{i}\\n\"); System.IO.File.WriteAllText(\"late\", \"\"); });");
        await File.WriteAllTextAsync(Path.Combine(fixture.Folder, "go-late"), "");
        for (var asked = 0; asked < 20; asked++)
        {
            Assert.Equal("CS0103", Assert.Single(await kernel.Client.DiagnoseAsync("nowhere", CancellationToken.None)).Code);
        }

        var late = new List<KernelEvent>();
        var clock = Stopwatch.StartNew();
        while (late.Count < 5000 && clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            late.AddRange(kernel.Client.TakeStray());
            await Task.Delay(20);
        }

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"{i}\n"), late.OfType<KernelEvent.Stray>().Select(stray => stray.Value));
    }

    [Fact]
    public async Task A_question_that_is_given_up_disturbs_no_cell()
    {
        using var stop = new CancellationTokenSource();
        var asked = Client.CompleteAsync("words.", 0, 6, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        var trace = await fixture.Kernel.RunAsync("1+1");
        Assert.Equal("value:2", trace.Words);
        Assert.DoesNotContain(trace.Events, found => found is KernelEvent.Completed);
    }

    [Fact]
    public async Task A_kernel_that_nobody_asks_loads_nothing_for_it()
    {
        const string Loaded = "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name is \"AsyncBook.Kernel.Language\" or \"Microsoft.CodeAnalysis.Workspaces\" or \"Microsoft.CodeAnalysis.Features\")";
        await using var kernel = await TestKernel.StartAsync(fixture.Folder);
        await kernel.Client.DiagnoseAsync("1", CancellationToken.None);
        Assert.Equal("value:0", (await kernel.RunAsync(Loaded)).Words);
        await kernel.Client.CompleteAsync("", 0, 0, CancellationToken.None);
        Assert.Equal("value:3", (await kernel.RunAsync(Loaded)).Words);
    }

    [Fact]
    public async Task A_kernel_that_goes_says_so_to_whoever_asks()
    {
        await using var kernel = await TestKernel.StartAsync(fixture.Folder);
        kernel.Client.Kill();
        await Assert.ThrowsAsync<KernelException>(() => kernel.Client.CompleteAsync("words.", 0, 6, CancellationToken.None));
        await Assert.ThrowsAsync<KernelException>(() => kernel.Client.DiagnoseAsync("words.", CancellationToken.None));
    }

    // The cell goes on when the file is there: no clock decides.
    private async Task<IReadOnlyList<KernelEvent>> WhileRunningAsync(TestKernel kernel, string code, Func<Task> asking)
    {
        var go = $"go-{Guid.NewGuid():N}";
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var events = new List<KernelEvent>();
        var running = kernel.Client.SubmitAsync(
            $"{code} Console.WriteLine(\"begun\"); while (!System.IO.File.Exists(\"{go}\")) System.Threading.Thread.Sleep(10); Console.WriteLine(\"ended\");",
            "n.ipynb#busy",
            found =>
            {
                events.Add(found);
                _ = found is KernelEvent.Text && begun.TrySetResult();
            },
            CancellationToken.None);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await asking();
        Assert.False(running.IsCompleted);
        await File.WriteAllTextAsync(Path.Combine(fixture.Folder, go), "");
        Assert.Null(await running);
        return events;
    }

    private static (string Code, int Line, int Column) Cursor(string code)
    {
        var before = code[..code.IndexOf('¦', StringComparison.Ordinal)];
        return (code.Replace("¦", "", StringComparison.Ordinal), before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n') - 1);
    }
}

/// <summary>One kernel, in which some cells have run.</summary>
public sealed class LanguageFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    internal TestKernel Kernel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("lib/Doubler.cs", "public static class Doubler { public static int Triple(int n) => 3 * n; }");
        _folder.Write("lib/Other.cs", "public static class Other { public static int Answer(int first, string second) => first; }");
        _folder.Write("lib/Broken.cs", "nowhere.Go();");
        Kernel = await TestKernel.StartAsync(_folder.Path);
        string[] cells =
        [
            "using System.Threading;\nvar words = new List<string> { \"a\" };\nint Twice(int n) => 2 * n;\nclass Lamp { public int Watts; }",
            "#!import lib/Doubler.cs",
            "#r \"nuget: HtmlAgilityPack, 1.13.0\"",
            "nowhere",
        ];
        foreach (var cell in cells)
        {
            await Kernel.RunAsync(cell);
        }

        await Kernel.RunAsync("var traced = \"x\"; for (var i = 0; i < 2; i++) { traced += i; }", trace: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Kernel.DisposeAsync();
        _folder.Dispose();
    }
}
