#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Records when asynchronous code runs, on which thread, and when it waits; draws it as swimlanes.</summary>
/// <remarks>Nothing in the code under observation has to call it. An <see cref="AsyncLocal{T}"/> travels with the
/// code from thread to thread, and .NET reports each time a thread begins or stops carrying it.</remarks>
public sealed class Timeline
{
    private readonly Lock _gate = new();
    private readonly List<Lane> _lanes = [];
    private readonly AsyncLocal<Lane?> _current;
    private long _origin;

    /// <summary>An empty timeline; its clock starts with the first lane.</summary>
    public Timeline() => _current = new(OnSwitch);

    /// <summary>The lanes so far, in the order in which they began.</summary>
    public IReadOnlyList<Lane> Lanes
    {
        get { lock (_gate) return [.. _lanes.Select(lane => lane.Copy(Now))]; }
    }

    /// <summary>Runs <paramref name="body"/> and records it as one lane.</summary>
    public Task Track(string name, Func<Task> body) => Track(name, async () => { await body(); return true; });

    /// <inheritdoc cref="Track(string, Func{Task})"/>
    public async Task<T> Track<T>(string name, Func<Task<T>> body)
    {
        var lane = _current.Value = Add(name);
        try { return await body(); }
        finally { lock (_gate) lane.Finish(Now); }
    }

    /// <summary>The lanes as an SVG picture: solid while running, hatched while waiting, one colour per thread.</summary>
    public string ToSvg(string title) => TimelineSvg.Draw(title, Lanes);

    /// <summary>The lanes as text, for a terminal: a bar, then the lane's name and what it did in words.</summary>
    public string ToText() => TimelineText.Draw(Lanes);

    private double Now => Stopwatch.GetElapsedTime(_origin).TotalMilliseconds;

    private Lane Add(string name)
    {
        lock (_gate)
        {
            var lane = new Lane(name);
            _lanes.Add(lane);
            return lane;
        }
    }

    private void OnSwitch(AsyncLocalValueChangedArgs<Lane?> change)
    {
        lock (_gate)
        {
            if (_origin == 0)
                _origin = Stopwatch.GetTimestamp();
            change.PreviousValue?.Leave(Environment.CurrentManagedThreadId, Now);
            change.CurrentValue?.Enter(Environment.CurrentManagedThreadId, Now);
        }
    }
}

/// <summary>A stretch of time in which one thread ran a lane's code.</summary>
/// <param name="ThreadId">The managed id of the thread.</param>
/// <param name="Start">Milliseconds since the timeline began.</param>
/// <param name="End">Milliseconds since the timeline began.</param>
public readonly record struct RunSpan(int ThreadId, double Start, double End);

/// <summary>One tracked piece of asynchronous code. It runs in its spans; in the gaps between them it waits.</summary>
public sealed class Lane
{
    private readonly Dictionary<int, double> _running = [];
    private readonly List<RunSpan> _spans = [];

    internal Lane(string name) => (Name, End) = (name, double.NaN);

    /// <summary>What it was called in <see cref="Timeline.Track(string, Func{Task})"/>.</summary>
    public string Name { get; }

    /// <summary>When it began, in milliseconds since the timeline did.</summary>
    public double Start { get; private set; }

    /// <summary>When it ended, or now if it has not, in milliseconds since the timeline began.</summary>
    public double End { get; private set; }

    /// <summary>When which thread ran it, in order.</summary>
    public IReadOnlyList<RunSpan> Spans => _spans;

    /// <summary>The gaps in which no thread ran it: start and end in milliseconds since the timeline began.</summary>
    public IReadOnlyList<(double Start, double End)> Waits
    {
        get
        {
            var waits = new List<(double, double)>();
            var busyUntil = Start;
            foreach (var span in _spans.Append(new RunSpan(0, End, End)))
            {
                if (span.Start > busyUntil)
                    waits.Add((busyUntil, span.Start));
                busyUntil = Math.Max(busyUntil, span.End);
            }
            return waits;
        }
    }

    internal void Enter(int thread, double now)
    {
        if (!double.IsNaN(End))
            return;
        if (_spans.Count + _running.Count == 0)
            Start = now;
        _running[thread] = now;
    }

    internal void Leave(int thread, double now)
    {
        if (_running.Remove(thread, out var start))
            _spans.Add(new RunSpan(thread, start, now));
    }

    internal void Finish(double now)
    {
        foreach (var thread in _running.Keys)
            Leave(thread, now);
        End = now;
    }

    internal Lane Copy(double now)
    {
        var copy = new Lane(Name) { Start = Start, End = double.IsNaN(End) ? now : End };
        copy._spans.AddRange(_spans);
        copy._spans.AddRange(_running.Select(open => new RunSpan(open.Key, open.Value, now)));
        copy._spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return copy;
    }
}

internal static class TimelineText
{
    private const int Cells = 32;

    public static string Draw(IReadOnlyList<Lane> lanes)
    {
        var end = lanes.Select(lane => lane.End).Append(0.001).Max();
        var lines = lanes.Select(lane => Bar(lane, end / Cells) + " " + Words(lane));
        return string.Join("\n", lines.Prepend($"█ 运行（占着线程） ░ 等待（不占线程），从 0 到 {Ms(end)}"));
    }

    // The same structure for every lane: only the numbers differ from run to run.
    public static string Words(Lane lane) =>
        $"{lane.Name}：从 {Ms(lane.Start)} 到 {Ms(lane.End)}；" +
        $"运行 {Ms(lane.Spans.Sum(span => span.End - span.Start))}；" +
        $"等待 {Ms(lane.Waits.Sum(wait => wait.End - wait.Start))}；" +
        $"用过 {lane.Spans.Select(span => span.ThreadId).Distinct().Count()} 个线程。";

    public static string Ms(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    private static string Bar(Lane lane, double cell) => string.Concat(Enumerable.Range(0, Cells).Select(i =>
        lane.Spans.Any(span => Overlaps(span.Start, span.End, i * cell, cell)) ? '█'
        : Overlaps(lane.Start, lane.End, i * cell, cell) ? '░' : ' '));

    private static bool Overlaps(double start, double end, double from, double length) =>
        start < from + length && end >= from;
}

internal static class TimelineSvg
{
    private const int Width = 760, Row = 34, Bar = 18, Top = 44, Right = 28, MinBar = 3, Ticks = 5;
    private static readonly string[] _light =
        ["#1f6feb", "#d9730d", "#2da44e", "#8250df", "#cf222e", "#0a8a8a", "#8a5a2b", "#c2368a"];
    private static readonly string[] _dark =
        ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#ff7b72", "#39c5cf", "#c69065", "#ff7eb6"];

    public static string Draw(string title, IReadOnlyList<Lane> lanes)
    {
        var end = lanes.Select(lane => lane.End).Append(0.001).Max();
        var step = RoundUp(end / Ticks);
        var left = 24 + lanes.Select(lane => lane.Name.Sum(c => c < 128 ? 8 : 14)).DefaultIfEmpty(0).Max();
        var scale = (Width - left - Right) / (step * Ticks);
        var axis = Top + lanes.Count * Row;
        var threads = lanes.SelectMany(lane => lane.Spans).OrderBy(span => span.Start)
            .Select(span => span.ThreadId).Distinct().ToList();

        var body = new StringBuilder();
        for (var i = 0; i <= Ticks; i++)
        {
            var x = left + step * i * scale;
            body.Append(Invariant($"<line class='grid' x1='{x:0.#}' y1='{Top - 8}' x2='{x:0.#}' y2='{axis}'/>"));
            body.Append(Invariant($"<text class='small' x='{x:0.#}' y='{axis + 16}' text-anchor='middle'>{step * i:0.###}"));
            body.Append(i == Ticks ? " ms</text>\n" : "</text>\n");
        }
        for (var i = 0; i < lanes.Count; i++)
            DrawLane(body, lanes[i], left, scale, Top + i * Row, threads);
        DrawLegend(body, axis + 38, threads.Count);

        var height = axis + 56;
        var description = SecurityElement.Escape(string.Join("\n", lanes.Select(TimelineText.Words)));
        // The id keeps this picture's styles and pattern apart from those of other pictures on the page.
        var id = "timeline-" + Hash(title + description + body);
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" id="{id}" role="img" aria-labelledby="{id}-title {id}-desc" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}">
            <title id="{id}-title">{SecurityElement.Escape(title)}</title>
            <desc id="{id}-desc">{description}</desc>
            <style>{Style("#" + id, threads.Count)}</style>
            <pattern id="{id}-wait" class="wait" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7"/><line x1="0" y1="0" x2="0" y2="7"/></pattern>
            <rect class="panel" x="0.5" y="0.5" width="{Width - 1}" height="{height - 1}" rx="8"/>
            <text class="title" x="14" y="24">{SecurityElement.Escape(title)}</text>
            {body.Replace("#wait", $"#{id}-wait")}</svg>
            """);
    }

    private static void DrawLane(StringBuilder body, Lane lane, int left, double scale, int y, List<int> threads)
    {
        double X(double ms) => left + ms * scale;
        void Rectangle(string style, double start, double end)
        {
            var width = Math.Max(MinBar, (end - start) * scale);
            body.Append(Invariant($"<rect {style} x='{X(start):0.#}' y='{y}' width='{width:0.#}' height='{Bar}' rx='2'/>\n"));
        }

        body.Append(Invariant($"<text x='{left - 10}' y='{y + 14}' text-anchor='end'>{SecurityElement.Escape(lane.Name)}</text>\n"));
        Rectangle("class='lane' fill='url(#wait)'", lane.Start, lane.End);
        foreach (var span in lane.Spans)
            Rectangle($"class='thread{threads.IndexOf(span.ThreadId) % _light.Length}'", span.Start, span.End);
    }

    // The number of threads may change from run to run, the words around it do not.
    private static void DrawLegend(StringBuilder body, int y, int threads)
    {
        body.Append(Invariant($"<rect class='thread0' x='14' y='{y - 11}' width='26' height='13' rx='2'/>"));
        body.Append(Invariant($"<text class='small' x='46' y='{y}'>运行（占着线程）</text>"));
        body.Append(Invariant($"<rect class='lane' fill='url(#wait)' x='162' y='{y - 11}' width='26' height='13' rx='2'/>"));
        body.Append(Invariant($"<text class='small' x='194' y='{y}'>等待（不占线程）</text>"));
        body.Append(Invariant($"<text class='small' x='322' y='{y}'>一种颜色 = 一个线程，共 {threads} 个：</text>\n"));
        for (var i = 0; i < Math.Min(threads, _light.Length); i++)
            body.Append(Invariant($"<rect class='thread{i}' x='{512 + i * 20}' y='{y - 11}' width='13' height='13' rx='2'/>"));
    }

    private static string Style(string id, int threads)
    {
        var css = new StringBuilder($$"""
            {{id}} { max-width: 100%; height: auto; font: 13px system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
            {{id}} .title { font-weight: 600; } {{id}} .small { font-size: 12px; }
            """);
        void Theme(string ink, string panel, string edge, string wait, string hatch, string[] colours) => css.Append(CultureInfo.InvariantCulture, $$"""

            {{id}} text { fill: {{ink}}; } {{id}} .panel { fill: {{panel}}; stroke: {{edge}}; } {{id}} .grid { stroke: {{edge}}; }
            {{id}} .lane { stroke: {{hatch}}; stroke-width: 0.7; } {{id}} .wait rect { fill: {{wait}}; } {{id}} .wait line { stroke: {{hatch}}; stroke-width: 3; }
            {{string.Join(" ", colours.Take(Math.Max(threads, 1)).Select((colour, i) => $"{id} .thread{i} {{ fill: {colour}; }}"))}}
            """);
        Theme("#1f2328", "#ffffff", "#d8dee4", "#f3f4f6", "#b6bec8", _light);
        css.Append("\n@media (prefers-color-scheme: dark) {");
        Theme("#e6edf3", "#161b22", "#30363d", "#21262d", "#545d68", _dark);
        return css.Append("\n}").ToString();
    }

    // The smallest round number that is not below the value, so that the last tick never falls short of the end.
    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double[] round = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
        return power * round.First(factor => factor * power >= value * 0.999999);
    }

    // FNV-1a: a string's own hash code differs from process to process.
    private static string Hash(string text) =>
        text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u).ToString("x8", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
