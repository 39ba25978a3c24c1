using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>A book with questions, and with the steps of 1.4's two programs: C#'s written down by hand, Python's as data/ has them.</summary>
internal static class SteppedBook
{
    private const string Hot =
        """
        // 直接调用：当场开始
        async Task<string> FuncAsync()
        {
            Console.WriteLine("1");
            await Task.Delay(1000);
            Console.WriteLine("2");
            return "return";
        }
        async Task MainAsync()
        {
            Console.WriteLine("main开始");
            var task1 = FuncAsync();
            Console.WriteLine("main结束");
            await task1;
        }
        EventLoop.Run(MainAsync);
        """;

    private const string Trace =
        """
        {"language": "csharp", "version": "14", "failure": null, "truncated": false,
         "tasks": [{"id": 1, "name": "MainAsync"}, {"id": 2, "name": "FuncAsync", "parent": 1}],
         "steps": [
          {"t": 0.1, "thread": 1, "task": 1, "line": 9, "kind": "enter", "text": "MainAsync"},
          {"t": 0.2, "thread": 1, "task": 1, "line": 11, "kind": "line"},
          {"t": 0.2, "thread": 1, "task": 1, "line": 11, "kind": "print", "text": "main开始"},
          {"t": 0.3, "thread": 1, "task": 1, "line": 12, "kind": "line"},
          {"t": 0.3, "thread": 1, "task": 2, "line": 2, "kind": "enter", "text": "FuncAsync", "on": 1},
          {"t": 0.3, "thread": 1, "task": 2, "line": 4, "kind": "line"},
          {"t": 0.3, "thread": 1, "task": 2, "line": 4, "kind": "print", "text": "1"},
          {"t": 0.4, "thread": 1, "task": 2, "line": 5, "kind": "line"},
          {"t": 0.4, "thread": 1, "task": 2, "kind": "timer", "text": "1 s"},
          {"t": 0.4, "thread": 1, "task": 2, "line": 5, "kind": "suspend", "text": "Task.Delay(1000)"},
          {"t": 0.5, "thread": 1, "task": 1, "line": 13, "kind": "line"},
          {"t": 0.5, "thread": 1, "task": 1, "line": 13, "kind": "print", "text": "main结束"},
          {"t": 0.6, "thread": 1, "task": 1, "line": 14, "kind": "line"},
          {"t": 0.6, "thread": 1, "task": 1, "line": 14, "kind": "suspend", "text": "task1", "on": 2},
          {"t": 1000.9, "thread": 1, "task": 2, "kind": "ready", "text": "wake"},
          {"t": 1001.0, "thread": 1, "task": 2, "line": 5, "kind": "resume"},
          {"t": 1001.0, "thread": 1, "task": 2, "line": 6, "kind": "line"},
          {"t": 1001.0, "thread": 1, "task": 2, "line": 6, "kind": "print", "text": "2"},
          {"t": 1001.1, "thread": 1, "task": 2, "line": 7, "kind": "exit", "text": "FuncAsync"},
          {"t": 1001.1, "thread": 1, "task": 1, "kind": "ready", "text": "wake", "on": 2},
          {"t": 1001.2, "thread": 1, "task": 1, "line": 14, "kind": "resume"},
          {"t": 1001.2, "thread": 1, "task": 1, "line": 14, "kind": "exit", "text": "MainAsync"}]}
        """;

    /// <summary>How many steps the C# has.</summary>
    public const int Steps = 22;

    private const string Choose =
        """
        ### 先猜 1.4-p1
        “main结束”排在哪里？

        - A. 1 的前面
        - B. 1 的后面，2 的前面

        <details><summary>答案（点开）</summary>

        **B**。

        - A：这是 Python 的顺序（误解 2）。

        </details>
        """;

    private const string Order =
        """
        ### 先猜 1.4-p2
        打印的顺序是？

        - A. 2
        - B. 1

        <details><summary>答案（点开）</summary>

        **B A**。

        - A：排在前面，是以为调用会等它做完（误解 3）。

        </details>
        """;

    /// <summary>Makes the book.</summary>
    /// <returns>The page of the steps.</returns>
    public static string Make(TemporaryFolder folder)
    {
        var data = Path.Combine(Repository.Root, "data");
        folder.Write("data/traces/1.4_1.json", File.ReadAllText(Path.Combine(data, "traces", "1.4_1.json")));
        folder.Write("data/python/1.4_1.py", File.ReadAllText(Path.Combine(data, "python", "1.4_1.py")));
        var outputs = """[{"name": "stdout", "output_type": "stream", "text": "main开始\n1\nmain结束\n2\n"}, {"output_type": "display_data", "metadata": {}, "data": {"application/vnd.asyncbook.trace+json": TRACE, "text/plain": "第 1 步 MainAsync 开始"}}]"""
            .Replace("TRACE", Trace, StringComparison.Ordinal);
        Write(folder, Of(
            Text("header", "# 1.4 task 对象\n\n任务。"),
            Text("ask", Choose, """{"role": "predict", "id": "1.4-p1", "of": "hot"}"""),
            Code("hot", Hot, """{"ports": "1.4#1", "trace": true}""", outputs),
            Text("ask-order", Order, """{"role": "predict", "id": "1.4-p2", "of": "hot"}"""),
            Text("solution", "<details><summary>参考答案</summary>\n\n答案在这里\n\n</details>", """{"role": "solution", "id": "1.4-a"}"""),
            Text("end", "完。")), "notebooks/1.4-task.ipynb");
        Write(folder, Of(Text("all", "# 误解\n\n### 误解 2：调用了就行，不用 await\n\n其实不行。\n\n### 误解 3：.Result 就是同步的 await\n\n不是。")), "notebooks/reference/misconceptions.ipynb");
        Book.Write(new(folder["notebooks"], folder["book"], Slides: false));
        return folder["book/1.4-task.html"];
    }
}
