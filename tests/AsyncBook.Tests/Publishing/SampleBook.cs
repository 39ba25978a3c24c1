using System.Text.Json.Nodes;
using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;

namespace AsyncBook.Tests.Publishing;

/// <summary>A book of two pages with one of everything, for tests that read and project: the lessons may change as they like.</summary>
internal static class SampleBook
{
    public const string Page = "1.4-task.html";
    public const string Next = "1.5-future.html";

    /// <summary>What the program that is copied says.</summary>
    public const string Program = "// 等最快的一个\nvar first = await Task.WhenAny(slow, fast);\nConsole.WriteLine(first == fast);";

    private const string Picture =
        """
        <svg xmlns="http://www.w3.org/2000/svg" id="t" role="img" aria-labelledby="t-title" width="760" height="120" viewBox="0 0 760 120">
        <title id="t-title">两个任务并排等</title>
        <style>#t text { fill: #1f2328; } #t .panel { fill: #ffffff; stroke: #d8dee4; }
        @media (prefers-color-scheme: dark) { #t text { fill: #e6edf3; } #t .panel { fill: #161b22; stroke: #30363d; } }</style>
        <rect class="panel" x="0.5" y="0.5" width="759" height="119" rx="8"/><text x="14" y="24">两个任务并排等</text></svg>
        """;

    /// <summary>Makes the book.</summary>
    public static void Make(TemporaryFolder folder, string name)
    {
        Write(folder, Of(
            Text("header", "# 1.4 task 对象\n\n" + Prose("任务是一件正在做的事。")),
            Code("imports", "// 引入\nusing System.Threading;", outputs: Printed("好了")),
            Text("original-1-4-1", "**原文**\n\n> 在事件循环中添加多个任务。\n\n```python\nasyncio.as_completed(tasks)\n```\n\n" + Prose("任务不等人。"), """{"original": ["1.4#1"]}"""),
            Text("look-at-it", "任务已经开始了。"),
            Code("long", Long(), """{"ports": "1.4#1"}""", Printed("main开始")),
            Text("long-text", "## 任务多起来\n\n" + Prose("任务一个接一个，谁先做完不一定。")),
            Code("very-long", Long(), outputs: Printed("main结束")),
            Code("timeline", "// 看见它\nShow.Svg(picture);", outputs: Shown(Picture)),
            Text("cancel-text", "## 取消令牌\n\n令牌只对理会它的任务有用。"),
            Code("cancel", "// 取消令牌\nusing var source = new CancellationTokenSource(100);", outputs: Printed("取消了")),
            Code("when-any", Program, outputs: Printed("True")),
            Text("exercise-text", "## 练习 1.4-a：并排等"),
            Code("exercise-1-4-a", "// 练习 1.4-a：并排等\nTask<int> SumAsync() => throw new NotImplementedException();", """{"id": "1.4-a", "role": "exercise"}"""),
            Code("check-1-4-a", "// 检查 1.4-a\nCheck.Say(SumAsync);", """{"id": "1.4-a", "role": "check"}""", Printed("1.4-a 未完成")),
            Text("solution-1-4-a", "<details><summary>参考答案 1.4-a</summary>\n\n```csharp\nTask<int> SumAsync() => Task.FromResult(3);\n```\n\n</details>", """{"id": "1.4-a", "role": "solution"}"""),
            Text("summary", "## 小结\n\n" + Prose("任务是热的。")),
            Text("summary-more", Prose("等它，不要丢下它。")),
            Text("summary-most", Prose("取消要它理会。")),
            Text("end", "完。")), "notebooks/1.4-task.ipynb");
        Write(folder, Of(Text("header", "# 1.5 Future\n\n" + Prose("还没有的值。")), Code("one", "// 一\n1", outputs: Printed("1"))), "notebooks/1.5-future.ipynb");
        Book.Write(new(folder["notebooks"], folder[name], Slides: false));
    }

    private static string Prose(string sentence) => string.Join("\n\n", Enumerable.Repeat(sentence, 6));

    // Fits a slide as it is, and not in large type.
    private static string Long() => string.Join('\n', Enumerable.Range(1, 24).Select(line => line == 1 ? "// 很长的一格" : $"Console.WriteLine(\"第 {line} 行，说一句不长不短的话\");"));

    private static string Printed(string text) => new JsonArray(new JsonObject
    {
        ["name"] = "stdout",
        ["output_type"] = "stream",
        ["text"] = text + "\n",
    }).ToJsonString();

    private static string Shown(string svg) => new JsonArray(new JsonObject
    {
        ["data"] = new JsonObject { ["image/svg+xml"] = svg },
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    }).ToJsonString();
}
