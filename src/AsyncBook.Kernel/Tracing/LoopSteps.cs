using System.Globalization;
using System.Runtime.CompilerServices;

namespace AsyncBook.Kernel.Tracing;

/// <summary>What enters a loop's queue and its timers, and why; and which .NET task is which traced one.</summary>
internal static class LoopSteps
{
    private static readonly ConditionalWeakTable<Task, TracedTask> _tasks = [];

    /// <summary>Makes a .NET task known as the end of a traced one.</summary>
    public static void Know(Task task, TracedTask traced) => _tasks.AddOrUpdate(task, traced);

    public static TracedTask? Find(object? task) => task is Task known && _tasks.TryGetValue(known, out var traced) ? traced : null;

    /// <summary>What a loop calls: its word for what happens, and what it happens to.</summary>
    public static void Report(string what, object? with)
    {
        switch (what)
        {
            case "create" when with is Task task && TraceRecorder.Current is { } recorder:
                var created = recorder.NewTask(task.AsyncState as string ?? "任务", Frame.RunningTask(recorder));
                Know(task, created);
                recorder.Add("ready", created, text: "create", on: created.Parent);
                break;
            case "start":
                Frame.Starting = Find(with);
                break;
            case "post" when with is Action rest:
                Woken(Find(rest.Target));
                break;
            case "post" or "callback" when TraceRecorder.Current is { } recorder:
                recorder.Add("ready", null, text: "callback", on: Frame.RunningTask(recorder));
                break;
            case "timer" when with is TimeSpan delay && TraceRecorder.Current is { } recorder:
                recorder.Add("timer", Frame.RunningTask(recorder), text: $"{delay.TotalSeconds.ToString("G6", CultureInfo.InvariantCulture)} s");
                break;
        }
    }

    // Nothing is known of the rest of a method that is not traced.
    private static void Woken(TracedTask? task) => task?.Recorder.Add(
        "ready", task, text: task.IsYielding ? "yield" : "wake", on: Frame.RunningTask(task.Recorder) ?? task.WaitsFor);
}
