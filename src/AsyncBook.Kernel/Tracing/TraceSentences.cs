using System.Globalization;

namespace AsyncBook.Kernel.Tracing;

/// <summary>A trace in words, a line a step: what a front end without a player shows.</summary>
internal static class TraceSentences
{
    private const int Shown = 400;

    public static string Of(TraceRecorder trace)
    {
        if (trace.Refusal is { } refusal)
        {
            return $"没有逐步记录，单元格照常运行：{refusal}\n";
        }

        var lines = trace.Steps.Take(Shown).Select(Sentence).ToList();
        if (trace.Steps.Count > Shown)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"……还有 {trace.Steps.Count - Shown} 步。"));
        }

        if (trace.IsTruncated)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"超过 {TraceRecorder.Limit} 步，后面的没有记录。"));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Sentence(TraceStep step)
    {
        var who = step.Task?.Name ?? "回调";
        var where = step.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"第 {line} 行") : "别的单元格里";
        return step.Kind switch
        {
            "enter" when step.Text != BaseName(who) => $"{who}：进入 {step.Text}，{where}",
            "enter" => step.On is { } caller ? $"{who} 开始，{where}；调用它的是 {caller.Name}" : $"{who} 开始，{where}",
            "line" => $"{who}：{where}",
            "suspend" => $"{who} 停在{where}，等 {step.Text}",
            "resume" => $"{who} 接着跑，{where}",
            "exit" when step.Text != BaseName(who) => $"{who}：{step.Text} 返回",
            "exit" => $"{who} 结束",
            "throw" => $"{who} 抛出 {step.Text}",
            "print" => $"{(step.Task is null ? "没有跟踪的代码" : who + " ")}打印：{step.Text}",
            "ready" => Ready(who, step),
            "timer" => $"{who} 定时：{step.Text}",
            _ => throw new InvalidOperationException($"no words for {step.Kind}"),
        };
    }

    private static string Ready(string who, TraceStep step) => step.Text switch
    {
        "create" => $"{who} 进队列：刚创建",
        "yield" => $"{who} 进队列：让出线程，排到队尾",
        "wake" => step.On is { } other && other != step.Task ? $"{who} 进队列：等到了，来自 {other.Name}" : $"{who} 进队列：等到了",
        _ => "一个回调进队列",
    };

    private static string BaseName(string name) => name.IndexOf(" #", StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
}
