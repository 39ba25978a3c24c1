using AsyncBook.Exercises;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Exercises;

/// <summary>A small repository of a learner's own: one notebook with an exercise, its stub, the library it imports, and a home.</summary>
internal sealed class ExerciseFolder : IDisposable
{
    public const string Stub = "// 练习 9.1-a：加一\nint Next(int n)\n{\n    throw new NotImplementedException();\n}";
    public const string Right = "// 练习 9.1-a：加一\nint Next(int n) => n + 1;";
    public const string Wrong = "// 练习 9.1-a：加一\nint Next(int n) => n + 2;";
    public const string Broken = "// 练习 9.1-a：加一\nint Next(int n) => n +;";

    private const string Check =
        """
        // 检查 9.1-a
        await Check.RunAsync("9.1-a", async () => await Task.FromResult(Next(1)) == 2 ? Check.Right("对了。") : Check.Wrong("再想想。"));
        """;

    private static readonly string _unfinished = global::Check.Unfinished;
    private readonly TemporaryFolder _folder = new();

    public ExerciseFolder(string source = Stub)
    {
        Directory.CreateDirectory(this["notebooks/lib"]);
        File.Copy(System.IO.Path.Combine(Repository.Notebooks, "lib", "Check.cs"), this["notebooks/lib/Check.cs"]);
        Add("9.1-a", source);
    }

    public string Path => _folder.Path;

    /// <summary>What stands before the command when it is started: bounds, another user.</summary>
    public IReadOnlyList<string> Before { get; set; } = [];

    public string Notebook => this["notebooks/9.1.ipynb"];

    public string File1 => this["exercises/9.1-a.cs"];

    public Exercise Exercise => Assert.Single(ExerciseFinder.Find(AsyncBook.Notebooks.Notebook.Load(Notebook)));

    private (string, string)[] Environment => [("XDG_DATA_HOME", this["home"]), ("HOME", this["home"]), ("ASYNCBOOK_LANG", "en")];

    public string this[string name] => _folder[name];

    /// <summary>A notebook with an exercise of this number, the same as the first.</summary>
    public void Add(string id, string source)
    {
        string Own(string role) => $$"""{"id": "{{id}}", "role": "{{role}}"}""";
        string For(string text) => text.Replace("9.1-a", id, StringComparison.Ordinal);
        _folder.Write($"data/exercises/{id}/stub.cs", For(Stub) + "\n");
        var outputs = $$"""[{"name": "stdout", "output_type": "stream", "text": ["{{id}} {{_unfinished}}\n"]}]""";
        var notebook = SampleNotebook.Of(
            SampleNotebook.Code("prepare", "// 准备\n#!import lib/Check.cs"),
            SampleNotebook.Text("task", For("## 练习\n\n### 练习 9.1-a：加一\n\n`Next` 返回下一个数。")),
            SampleNotebook.Code("answer", For(source), Own("exercise")),
            SampleNotebook.Text("hint-1", "<details><summary>提示一</summary>\n\n想想加法。\n\n</details>", Own("hint")),
            SampleNotebook.Text("hint-2", "<details><summary>提示二</summary>\n\n加一。\n\n</details>", Own("hint")),
            SampleNotebook.Code("check", For(Check), Own("check"), outputs),
            SampleNotebook.Text("solution", "<details><summary>参考答案</summary>\n\n```csharp\nint Next(int n) => n + 1;\n```\n\n</details>", Own("solution")));
        _folder.Write($"notebooks/{id[..^2]}.ipynb", NotebookWriter.Write(notebook) + "\n");
    }

    /// <summary>Changes the notebook's own cell, as an editor does: where a page that was just left saves meanwhile, once more.</summary>
    public void Edit(string source)
    {
        for (var tries = 1; !TryEdit(source); tries++)
        {
            Assert.True(tries < 10, "somebody saves the notebook again and again");
        }
    }

    private bool TryEdit(string source)
    {
        try
        {
            var exercise = Exercise;
            exercise.Cell.ReplaceSource(source);
            exercise.Notebook.Save();
            return true;
        }
        catch (NotebookSaveException)
        {
            return false;
        }
    }

    /// <summary>Changes the answer in the file, as an editor does.</summary>
    public void EditFile(string from, string to)
    {
        var text = File.ReadAllText(File1);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(File1, text.Replace(from, to, StringComparison.Ordinal));
    }

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        AsyncBookProcess.RunAsync(Path, arguments, Environment);

    public System.Diagnostics.Process Start(params string[] arguments) => Start([], arguments);

    public System.Diagnostics.Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        string[] command = [.. Before, "dotnet", System.IO.Path.Combine(AppContext.BaseDirectory, "asyncbook.dll"), .. arguments];
        var start = new System.Diagnostics.ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return System.Diagnostics.Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
