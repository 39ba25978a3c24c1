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
    private static readonly AsyncLocal<Action<string>?> _mark = new();
    private readonly AsyncLocal<Lane?> _current;
    private long _origin;

    // Once through everything, so that no lane of a picture shows this file being compiled.
    static Timeline() => new Timeline().Track("", () => Task.CompletedTask).GetAwaiter().GetResult();

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
    public Task<T> Track<T>(string name, Func<Task<T>> body) => Run(Add(name), body);

    /// <summary>A function to give to a loop's CreateTask: its lane begins now and is queued until the loop starts it.</summary>
    public Func<Task> Queued(string name, Func<Task> body) => Queued(name, async () => { await body(); return true; });

    /// <inheritdoc cref="Queued(string, Func{Task})"/>
    public Func<Task<T>> Queued<T>(string name, Func<Task<T>> body)
    {
        var lane = Add(name);
        lock (_gate) lane.Queue(Begin());
        return () =>
        {
            // The loop brings the AsyncLocal of whoever queued this: it is not that lane's code that runs here.
            lock (_gate) _current.Value?.Disown(Environment.CurrentManagedThreadId);
            return Run(lane, body);
        };
    }

    /// <summary>Marks on the lane whose code calls this that it says <paramref name="text"/> now; elsewhere, nothing.</summary>
    public static void Mark(string text) => _mark.Value?.Invoke(text);

    /// <summary>What was marked, on whichever lane, in the order in which it was.</summary>
    public IEnumerable<string> Marks => Lanes.SelectMany(lane => lane.Marks).OrderBy(mark => mark.At).Select(mark => mark.Text);

    /// <summary>The lanes as an SVG picture: solid while running, hatched while waiting, one colour per thread.</summary>
    public string ToSvg(string title) => TimelineSvg.Draw(title, [(null, Lanes)]);

    /// <summary>The lanes as text, for a terminal: a bar, then the lane's name and what it did in words.</summary>
    public string ToText() => TimelineText.Draw([(null, Lanes)]);

    /// <summary>Several timelines in one picture, one above the other on one axis: what took longer is longer.</summary>
    public static string ToSvg(string title, params (string Name, Timeline Timeline)[] timelines) =>
        TimelineSvg.Draw(title, [.. timelines.Select(part => ((string?)part.Name, part.Timeline.Lanes))]);

    /// <summary>The same as text.</summary>
    public static string ToText(params (string Name, Timeline Timeline)[] timelines) =>
        TimelineText.Draw([.. timelines.Select(part => ((string?)part.Name, part.Timeline.Lanes))]);

    private double Now => Stopwatch.GetElapsedTime(_origin).TotalMilliseconds;

    // The clock starts with the first thing that happens.
    private double Begin()
    {
        if (_origin == 0)
            _origin = Stopwatch.GetTimestamp();
        return Now;
    }

    private async Task<T> Run<T>(Lane lane, Func<Task<T>> body)
    {
        _current.Value = lane;
        _mark.Value = text => { lock (_gate) lane.Mark(Now, text); };
        try { return await body(); }
        finally { lock (_gate) lane.Finish(Now); }
    }

    private Lane Add(string name)
    {
        lock (_gate)
        {
            var lane = new Lane(name);
            _lanes.Add(lane);
            return lane;
        }
    }

    // Where the value is set, and not brought by the thread, the lane before it is not left: it is calling this one.
    // So it is where the thread turns to a lane that has waited: its rest runs within, in SetResult, say.
    private void OnSwitch(AsyncLocalValueChangedArgs<Lane?> change)
    {
        lock (_gate)
        {
            var (thread, now) = (Environment.CurrentManagedThreadId, Begin());
            change.PreviousValue?.Leave(thread, now, isCalling: !change.ThreadContextChanged || change.CurrentValue?.IsWaiting(thread) == true);
            // A queued lane has ended: what the loop does with its result, it does with the AsyncLocal of whoever queued it.
            if (change is { ThreadContextChanged: true, PreviousValue: { IsQueued: true, HasEnded: true } })
                change.CurrentValue?.Disown(thread);
            change.CurrentValue?.Enter(thread, now);
        }
    }
}

/// <summary>A stretch of time in which a lane held a thread.</summary>
/// <param name="ThreadId">The managed id of the thread.</param>
/// <param name="Start">Milliseconds since the timeline began.</param>
/// <param name="End">Milliseconds since the timeline began.</param>
/// <param name="IsCall">Whether it had called another lane, which ran there in its place until it gave the thread back.</param>
public readonly record struct RunSpan(int ThreadId, double Start, double End, bool IsCall = false);

/// <summary>One tracked piece of asynchronous code. It holds a thread in its spans; in the gaps between them it waits.</summary>
public sealed class Lane
{
    private readonly Dictionary<int, double> _running = [], _calling = [];
    private readonly HashSet<int> _disowned = [];
    private readonly List<RunSpan> _spans = [];
    private readonly List<(double At, string Text)> _marks = [];
    private double _queued = double.NaN;

    internal Lane(string name) => (Name, End) = (name, double.NaN);

    /// <summary>What it was called in <see cref="Timeline.Track(string, Func{Task})"/>.</summary>
    public string Name { get; }

    /// <summary>When it began, in milliseconds since the timeline did; for a queued one, when it was queued.</summary>
    public double Start { get; private set; }

    /// <summary>When a loop began to run it; <see cref="Start"/> where it was never queued.</summary>
    public double Started { get; private set; }

    /// <summary>When it ended, or now if it has not, in milliseconds since the timeline began.</summary>
    public double End { get; private set; }

    /// <summary>When it held which thread, in order.</summary>
    public IReadOnlyList<RunSpan> Spans => _spans;

    /// <summary>The gaps in which it held no thread: start and end in milliseconds since the timeline began.</summary>
    public IReadOnlyList<(double Start, double End)> Waits
    {
        get
        {
            var waits = new List<(double, double)>();
            var busyUntil = Started;
            foreach (var span in _spans.Append(new RunSpan(0, End, End)))
            {
                if (span.Start > busyUntil)
                    waits.Add((busyUntil, span.Start));
                busyUntil = Math.Max(busyUntil, span.End);
            }
            return waits;
        }
    }

    /// <summary>What its code said, and when: see <see cref="Timeline.Mark"/>.</summary>
    public IReadOnlyList<(double At, string Text)> Marks => _marks;

    /// <summary>Whether it waited in a loop's queue before it began.</summary>
    public bool IsQueued => !double.IsNaN(_queued);

    internal bool HasEnded => !double.IsNaN(End);

    // Not what this thread goes back to: a lane that is calling here, or whose value it only brought.
    internal bool IsWaiting(int thread) => !HasEnded && !_calling.ContainsKey(thread) && !_disowned.Contains(thread);

    internal void Queue(double now) => _queued = now;

    internal void Mark(double now, string text) => _marks.Add((now, text));

    internal void Enter(int thread, double now)
    {
        if (HasEnded || _disowned.Contains(thread))
            return;
        if (_spans.Count + _running.Count + _calling.Count == 0)
            (Start, Started) = (IsQueued ? _queued : now, now);
        if (_calling.Remove(thread, out var call))
            _spans.Add(new RunSpan(thread, call, now, IsCall: true));
        _running[thread] = now;
    }

    internal void Leave(int thread, double now, bool isCalling = false)
    {
        // A thread that brought this lane's value for a queued one takes it away again.
        if (!isCalling)
            _disowned.Remove(thread);
        if (!_running.Remove(thread, out var start))
            return;
        _spans.Add(new RunSpan(thread, start, now));
        if (isCalling)
            _calling[thread] = now;
    }

    // What ran here since the thread brought this lane's value, and what still will, is not this lane's.
    internal void Disown(int thread)
    {
        _running.Remove(thread);
        _disowned.Add(thread);
    }

    internal void Finish(double now)
    {
        foreach (var thread in _running.Keys)
            Leave(thread, now);
        _spans.AddRange(_calling.Select(open => new RunSpan(open.Key, open.Value, now, IsCall: true)));
        _calling.Clear();
        End = now;
    }

    internal Lane Copy(double now)
    {
        var begun = _spans.Count + _running.Count + _calling.Count > 0;
        var copy = new Lane(Name)
        {
            _queued = _queued,
            Start = begun ? Start : IsQueued ? _queued : now,
            Started = begun ? Started : now,
            End = HasEnded ? End : now,
        };
        copy._spans.AddRange(_spans);
        copy._marks.AddRange(_marks);
        copy._spans.AddRange(_running.Select(open => new RunSpan(open.Key, open.Value, now)));
        copy._spans.AddRange(_calling.Select(open => new RunSpan(open.Key, open.Value, now, IsCall: true)));
        copy._spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return copy;
    }
}

internal static class TimelineText
{
    private const int Cells = 32;

    public static string Draw(IReadOnlyList<(string? Name, IReadOnlyList<Lane> Lanes)> parts)
    {
        var lanes = parts.SelectMany(part => part.Lanes).ToList();
        var end = lanes.Select(lane => lane.End).Append(0.001).Max();
        var styles = new StringBuilder("█ 运行（占着线程）");
        if (HasCalls(lanes))
            styles.Append(" ▒ 调用别人（线程还占着）");
        styles.Append(" ░ 等待（不占线程）");
        if (lanes.Any(lane => lane.IsQueued))
            styles.Append(" · 排队（还没开始）");
        var lines = parts.SelectMany(part => part.Lanes.Select(lane => Bar(lane, end / Cells) + " " + Words(lane))
            .Prepend(part.Name).OfType<string>());
        return string.Join("\n", lines.Prepend($"{styles}，从 0 到 {Ms(end)}"));
    }

    public static bool HasMarks(IEnumerable<Lane> lanes) => lanes.Any(lane => lane.Marks.Count > 0);

    public static bool HasCalls(IEnumerable<Lane> lanes) => lanes.Any(lane => lane.Spans.Any(span => span.IsCall));

    // The same structure in every run of a program: only the numbers differ.
    public static string Words(Lane lane)
    {
        string Sum(string what, IEnumerable<(double Start, double End)> parts) => $"{what} {Ms(parts.Sum(part => part.End - part.Start))}；";
        IEnumerable<(double, double)> Spans(bool calls) => lane.Spans.Where(span => span.IsCall == calls).Select(span => (span.Start, span.End));

        return $"{lane.Name}：从 {Ms(lane.Start)} 到 {Ms(lane.End)}；"
            + (lane.IsQueued ? Sum("排队", [(lane.Start, lane.Started)]) : "")
            + Sum("运行", Spans(calls: false))
            + (HasCalls([lane]) ? Sum("调用别人", Spans(calls: true)) : "")
            + Sum("等待", lane.Waits)
            + (HasMarks([lane]) ? $"打印 {string.Join("、", lane.Marks.Select(mark => $"{mark.Text}（{Ms(mark.At)}）"))}；" : "")
            + $"用过 {lane.Spans.Select(span => span.ThreadId).Distinct().Count()} 个线程。";
    }

    public static string Ms(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    private static string Bar(Lane lane, double cell) => string.Concat(Enumerable.Range(0, Cells).Select(i =>
    {
        bool Meets(double start, double end) => start < (i + 1) * cell && end >= i * cell;
        bool Holds(bool call) => lane.Spans.Any(span => span.IsCall == call && Meets(span.Start, span.End));
        return Holds(call: false) ? '█' : Holds(call: true) ? '▒'
            : Meets(lane.Started, lane.End) ? '░' : lane.IsQueued && Meets(lane.Start, lane.Started) ? '·' : ' ';
    }));
}

internal static class TimelineSvg
{
    private const int Width = 760, Row = 34, Bar = 18, Top = 44, Heading = 26, Said = 12, Right = 28, MinBar = 3, Ticks = 5;
    private static readonly string[] _light =
        ["#1f6feb", "#d9730d", "#2da44e", "#8250df", "#cf222e", "#0a8a8a", "#8a5a2b", "#c2368a"];
    private static readonly string[] _dark =
        ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#ff7b72", "#39c5cf", "#c69065", "#ff7eb6"];

    public static string Draw(string title, IReadOnlyList<(string? Name, IReadOnlyList<Lane> Lanes)> parts)
    {
        var lanes = parts.SelectMany(part => part.Lanes).ToList();
        var end = lanes.Select(lane => lane.End).Append(0.001).Max();
        var step = RoundUp(end / Ticks);
        var left = 24 + lanes.Select(lane => lane.Name.Sum(c => c < 128 ? 8 : 14)).DefaultIfEmpty(0).Max();
        var scale = (Width - left - Right) / (step * Ticks);
        var axis = Top + lanes.Count * Row + parts.Count(part => part.Name is not null) * Heading + lanes.Count(lane => lane.Marks.Count > 0) * Said;
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
        var y = Top;
        foreach (var (name, rows) in parts)
        {
            if (name is not null)
            {
                body.Append(Invariant($"<text class='part' x='14' y='{y + 14}'>{SecurityElement.Escape(name)}</text>\n"));
                y += Heading;
            }
            foreach (var lane in rows)
            {
                y += lane.Marks.Count > 0 ? Said : 0;
                DrawLane(body, lane, left, scale, y, threads);
                y += Row;
            }
        }
        var height = DrawLegend(body, axis + 38, lanes, threads.Count) + 18;

        var description = SecurityElement.Escape(string.Join("\n", parts.SelectMany(part =>
            part.Lanes.Select(TimelineText.Words).Prepend(part.Name).OfType<string>())));
        // The id keeps this picture's styles and patterns apart from those of other pictures on the page.
        var id = "timeline-" + Hash(title + description + body);
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" id="{id}" role="img" aria-labelledby="{id}-title {id}-desc" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}">
            <title id="{id}-title">{SecurityElement.Escape(title)}</title>
            <desc id="{id}-desc">{description}</desc>
            <style>{Style("#" + id, threads.Count, TimelineText.HasMarks(lanes))}</style>
            <pattern id="{id}-wait" class="wait" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7"/><line x1="0" y1="0" x2="0" y2="7"/></pattern>
            <rect class="panel" x="0.5" y="0.5" width="{Width - 1}" height="{height - 1}" rx="8"/>
            <text class="title" x="14" y="24">{SecurityElement.Escape(title)}</text>
            {body.Replace("#wait", $"#{id}-wait")}</svg>
            """);
    }

    private static void DrawLane(StringBuilder body, Lane lane, int left, double scale, int y, List<int> threads)
    {
        void Rectangle(string style, double start, double end, double least)
        {
            var width = Math.Max(least, (end - start) * scale);
            if (width >= 1)
                body.Append(Invariant($"<rect {style} x='{left + start * scale:0.#}' y='{y}' width='{width:0.#}' height='{Bar}' rx='2'/>\n"));
        }

        string Colour(RunSpan span) => $"thread{threads.IndexOf(span.ThreadId) % _light.Length}";
        body.Append(Invariant($"<text x='{left - 10}' y='{y + 14}' text-anchor='end'>{SecurityElement.Escape(lane.Name)}</text>\n"));
        if (lane.IsQueued)
            Rectangle("class='queued'", lane.Start, lane.Started, least: 0);
        foreach (var (start, end) in lane.Waits)
            Rectangle("class='lane' fill='url(#wait)'", start, end, least: 0);
        foreach (var span in lane.Spans.Where(span => span.IsCall))
            Rectangle($"class='call {Colour(span)}'", span.Start, span.End, least: 0);
        foreach (var span in lane.Spans.Where(span => !span.IsCall))
            Rectangle($"class='{Colour(span)}'", span.Start, span.End, MinBar);
        DrawMarks(body, lane, left, scale, y);
    }

    // A stroke at the moment, the words above it; they step aside for the words before them.
    private static void DrawMarks(StringBuilder body, Lane lane, int left, double scale, int y)
    {
        var free = 0.0;
        foreach (var (at, text) in lane.Marks)
        {
            var x = left + at * scale;
            var width = text.Sum(c => c < 128 ? 6.5 : 12);
            var words = Math.Min(Math.Max(x - 1, free), Math.Max(free, Width - 8 - width));
            free = words + width + 6;
            body.Append(Invariant($"<rect class='mark' x='{x - 1:0.#}' y='{y - 4}' width='2' height='{Bar + 4}'/>"));
            body.Append(Invariant($"<text class='said' x='{words:0.#}' y='{y - 6}'>{SecurityElement.Escape(text)}</text>\n"));
        }
    }

    // The number of threads may change from run to run, the words around it do not.
    private static int DrawLegend(StringBuilder body, int y, List<Lane> lanes, int threads)
    {
        var x = 14;
        void Item(string style, string words, int width = 26)
        {
            body.Append(Invariant($"<rect {style} x='{x}' y='{y - 11}' width='{width}' height='13' rx='2'/>"));
            body.Append(Invariant($"<text class='small' x='{x + width + 6}' y='{y}'>{words}</text>"));
            x += width + 24 + words.Length * 12;
        }

        Item("class='thread0'", "运行（占着线程）");
        if (TimelineText.HasCalls(lanes))
            Item("class='call thread0'", "调用别人（线程还占着）");
        Item("class='lane' fill='url(#wait)'", "等待（不占线程）");
        if (lanes.Exists(lane => lane.IsQueued))
            Item("class='queued'", "排队（还没开始）");
        if (TimelineText.HasMarks(lanes))
            Item("class='mark'", "打印", width: 2);
        if (x > 340)
            (x, y) = (14, y + 22);
        body.Append(Invariant($"<text class='small' x='{x}' y='{y}'>一种颜色 = 一个线程，共 {threads} 个：</text>\n"));
        for (var i = 0; i < Math.Min(threads, _light.Length); i++)
            body.Append(Invariant($"<rect class='thread{i}' x='{x + 190 + i * 20}' y='{y - 11}' width='13' height='13' rx='2'/>"));
        return y;
    }

    private static string Style(string id, int threads, bool hasMarks)
    {
        var css = new StringBuilder($$"""
            {{id}} { max-width: 100%; height: auto; font: 13px system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
            {{id}} .title, {{id}} .part { font-weight: 600; } {{id}} .part { font-size: 12px; } {{id}} .small { font-size: 12px; }
            {{id}} .call { fill-opacity: 0.3; }
            """);
        void Theme(string ink, string panel, string edge, string wait, string hatch, string[] colours) => css.Append(CultureInfo.InvariantCulture, $$"""

            {{id}} text { fill: {{ink}}; } {{id}} .panel { fill: {{panel}}; stroke: {{edge}}; } {{id}} .grid { stroke: {{edge}}; }
            {{id}} .lane { stroke: {{hatch}}; stroke-width: 0.7; } {{id}} .queued { fill: none; stroke: {{hatch}}; stroke-dasharray: 2 3; } {{id}} .wait rect { fill: {{wait}}; } {{id}} .wait line { stroke: {{hatch}}; stroke-width: 3; }
            {{(hasMarks ? $"{id} .mark {{ fill: {ink}; }} {id} .said {{ font: 600 12px ui-monospace, monospace; }}\n" : "")}}{{string.Join(" ", colours.Take(Math.Max(threads, 1)).Select((colour, i) => $"{id} .thread{i} {{ fill: {colour}; }}"))}}
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
