namespace AsyncBook.Kernel.Tracing;

/// <summary>One thing that happened while a traced cell ran; data/traces/README.md says what each member means.</summary>
internal sealed record TraceStep(double Time, int Thread, TracedTask? Task, int? Line, string Kind, string? Text, TracedTask? On);

/// <summary>A call of an async method, or what a thread runs that no traced code has called.</summary>
internal sealed class TracedTask(TraceRecorder recorder, int id, string name, TracedTask? parent)
{
    public TraceRecorder Recorder => recorder;

    public int Id => id;

    public TracedTask? Parent => parent;

    /// <summary>Known once its code begins: until then, what it was called when it was queued.</summary>
    public string Name { get; set; } = name;

    /// <summary>The task whose end it waits for, where that is one.</summary>
    public TracedTask? WaitsFor { get; set; }

    /// <summary>Whether it has given its thread back without waiting for anything.</summary>
    public bool IsYielding { get; set; }

    /// <summary>The function that awaits something of a kind that is not followed: it may have given its thread back unseen.</summary>
    public Frame? Away { get; set; }
}
