using System.Globalization;
using System.Xml.Linq;

namespace AsyncBook.Lib.Tests;

public class TimelineTests
{
    private const int Generous = 20_000;
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void On_a_loop_every_lane_runs_on_the_one_thread_and_waits_in_between()
    {
        var timeline = new Timeline();
        EventLoop.Run(() => Task.WhenAll(
            timeline.Track("a", () => Task.Delay(50)),
            EventLoop.CreateTask(() => timeline.Track("b", async () => { await Task.Delay(150); Block(30); await Task.Delay(150); }))));

        var lanes = timeline.Lanes;
        Assert.Equal(["a", "b"], lanes.Select(lane => lane.Name));
        Assert.Equal([Environment.CurrentManagedThreadId], lanes.SelectMany(lane => lane.Spans).Select(span => span.ThreadId).Distinct());
        Assert.Equal(2, lanes[1].Waits.Count);
        // The lane may be seen to leave its thread long after it set its timer: a seventh of the delay was once missing.
        Assert.All(lanes[1].Waits, wait => Assert.True(wait.End - wait.Start >= 30));
        Assert.Contains(lanes[1].Spans, span => span.End - span.Start >= 28);
    }

    [Fact]
    public void What_a_lane_says_is_marked_where_it_says_it()
    {
        var timeline = new Timeline();
        async Task SayAsync(string first, string second)
        {
            Timeline.Mark(first);
            await Task.Delay(30);
            Timeline.Mark(second);
        }

        EventLoop.Run(() => timeline.Track("main", async () =>
        {
            Timeline.Mark("begin");
            var inner = timeline.Track("inner", () => SayAsync("<1>", "2"));
            Timeline.Mark("end");
            await inner;
        }));
        Timeline.Mark("nowhere");

        Assert.Equal(["begin", "<1>", "end", "2"], timeline.Marks);
        Assert.Equal(["begin", "end"], timeline.Lanes[0].Marks.Select(mark => mark.Text));
        Assert.True(timeline.Lanes[1].Marks[1].At >= 25);
        var svg = XDocument.Parse(timeline.ToSvg("t")).Root!;
        Assert.Equal(["begin", "end", "<1>", "2"], svg.Elements(_svg + "text").Where(text => (string?)text.Attribute("class") == "said").Select(text => text.Value));
        Assert.Contains("打印 <1>（", svg.Element(_svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Matches("inner：.*；打印 <1>（[0-9.]+ ms）、2（[0-9.]+ ms）；", timeline.ToText());
    }

    [Fact]
    public void A_picture_in_which_nothing_is_said_has_no_room_for_it()
    {
        var timeline = new Timeline();
        EventLoop.Run(() => timeline.Track("main", () => Task.CompletedTask));
        Assert.DoesNotContain("mark", timeline.ToSvg("t"), StringComparison.Ordinal);
        Assert.DoesNotContain("打印", timeline.ToText(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Generous)]
    public async Task On_the_pool_two_lanes_that_meet_run_at_once_on_two_threads()
    {
        var timeline = new Timeline();
        using var meeting = new Barrier(2);
        Task Work() => Task.Run(() => Assert.True(meeting.SignalAndWait(Generous)), TestContext.Current.CancellationToken);
        await Task.WhenAll(timeline.Track("a", Work), timeline.Track("b", Work));

        Assert.True(timeline.Lanes.SelectMany(lane => lane.Spans).Select(span => span.ThreadId).Distinct().Count() >= 2);
        Assert.Contains(timeline.Lanes[0].Spans, mine => timeline.Lanes[1].Spans.Any(
            other => mine.ThreadId != other.ThreadId && mine.Start <= other.End && other.Start <= mine.End));
    }

    [Fact(Timeout = Generous)]
    public async Task A_lane_that_calls_another_does_not_run_while_the_other_does()
    {
        var timeline = new Timeline();
        await timeline.Track("outer", async () =>
        {
            Block(20);
            await timeline.Track("inner", () => { Block(20); return Task.CompletedTask; });
            Block(20);
        });

        var (outer, inner) = (timeline.Lanes[0], timeline.Lanes[1]);
        var span = Assert.Single(inner.Spans);
        var running = outer.Spans.Where(part => !part.IsCall).ToList();
        Assert.Equal(2, running.Count(part => part.End - part.Start >= 18));
        Assert.All(running, part => Assert.True(part.End <= span.Start || part.Start >= span.End));
        Assert.True(outer.Start <= inner.Start && inner.End <= outer.End);
    }

    [Fact(Timeout = Generous)]
    public async Task Who_calls_another_holds_the_thread_until_the_other_gives_it_back_and_only_then_waits()
    {
        var timeline = new Timeline();
        await timeline.Track("caller", () => timeline.Track("called", async () =>
        {
            Block(60);
            await Task.Delay(60);
        }));

        var (caller, called) = (timeline.Lanes[0], timeline.Lanes[1]);
        var call = Assert.Single(caller.Spans, span => span.IsCall);
        Assert.Equal(called.Spans[0].ThreadId, call.ThreadId);
        Assert.True(call.Start <= called.Spans[0].Start && called.Spans[0].End <= call.End);
        Assert.True(call.End - call.Start >= 50);
        Assert.All(caller.Waits, wait => Assert.True(wait.Start >= call.End || wait.End <= call.Start));
        Assert.Matches("调用别人 [0-9.]+ ms；等待", timeline.ToText().Split('\n')[1]);
        Assert.Contains('▒', timeline.ToText().Split('\n')[1]);
    }

    [Fact(Timeout = Generous)]
    public async Task Who_sets_a_result_holds_the_thread_while_the_rest_of_who_waited_for_it_runs_within()
    {
        var timeline = new Timeline();
        var box = new TaskCompletionSource();                // default options: the rest runs inside SetResult
        await Task.WhenAll(
            timeline.Track("waits", async () => { await box.Task.ConfigureAwait(false); Block(60); await Task.Delay(60); }),
            timeline.Track("sets", () => Task.Run(async () => { box.SetResult(); Block(30); await Task.Delay(30); }, TestContext.Current.CancellationToken)));

        var (waits, sets) = (timeline.Lanes[0], timeline.Lanes[1]);
        var within = waits.Spans.First(span => span.End - span.Start >= 50);
        var call = Assert.Single(sets.Spans, span => span.IsCall && span.End - span.Start >= 50);
        Assert.Equal(within.ThreadId, call.ThreadId);
        Assert.True(call.Start <= within.Start && within.End <= call.End);
        Assert.DoesNotContain(waits.Spans, span => span.IsCall);
    }

    [Theory, MemberData(nameof(LoopTests.Loops), MemberType = typeof(LoopTests))]
    public Task Who_queues_tasks_and_waits_is_not_said_to_run_while_the_loop_starts_and_ends_them(string name) => LoopTests.On(name, loop =>
    {
        var timeline = new Timeline();
        loop.Run(() => timeline.Track("main", async () =>
        {
            async Task Work()
            {
                Block(30);
                await Task.Delay(30);
                Block(30);
            }

            var (first, second) = (loop.CreateTask(timeline.Queued("a", Work)), loop.CreateTask(timeline.Queued("b", Work)));
            Block(30);
            await Task.WhenAll(first, second);
        }));

        var (main, a, b) = (timeline.Lanes[0], timeline.Lanes[1], timeline.Lanes[2]);
        // Once until it waits, once when both are done.
        Assert.Equal(2, main.Spans.Count);
        Assert.True(main.Spans[1].Start >= b.End);
        Assert.True(a.IsQueued && a.Started - a.Start >= 25 && a.Started >= main.Spans[0].End - 5);
        Assert.Equal([2, 2], new[] { a.Spans.Count, b.Spans.Count });
        Assert.DoesNotContain(timeline.Lanes, lane => lane.Spans.Any(span => span.IsCall));
        Assert.Matches("a：从 [0-9.]+ ms 到 [0-9.]+ ms；排队 [0-9.]+ ms；运行", timeline.ToText());
        Assert.Contains("·", timeline.ToText(), StringComparison.Ordinal);
    });

    [Fact(Timeout = Generous)]
    public async Task Two_timelines_in_one_picture_share_an_axis_so_that_the_shorter_is_drawn_shorter()
    {
        var (quick, slow) = (await Sample("甲", 5), await Sample("甲", 150));
        var svg = XElement.Parse(Timeline.ToSvg("比一比", ("快的", quick), ("慢的", slow)));
        var waits = svg.Elements(_svg + "rect").Where(rect => (string?)rect.Attribute("class") == "lane" && Number(rect, "height") == 18).ToList();
        double Ends(int lane) => waits.Where(rect => Number(rect, "y") == waits.Select(wait => Number(wait, "y")).Distinct().ElementAt(lane))
            .Max(rect => Number(rect, "x") + Number(rect, "width"));
        var left = waits.Min(rect => Number(rect, "x"));
        Assert.Equal(
            quick.Lanes[0].Waits[^1].End / slow.Lanes[0].Waits[^1].End, (Ends(0) - left) / (Ends(1) - left), tolerance: 0.1);
        Assert.True(Ends(0) < Ends(1));
        Assert.Equal(["快的", "慢的"], svg.Elements(_svg + "text").Where(text => (string?)text.Attribute("class") == "part").Select(text => text.Value));
        Assert.Contains("快的", svg.Element(_svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(5, Timeline.ToText(("快的", quick), ("慢的", slow)).Split('\n').Length);
    }

    [Fact(Timeout = Generous)]
    public async Task A_lane_ends_when_its_body_fails_and_the_failure_is_kept()
    {
        var timeline = new Timeline();
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => timeline.Track("a", async () =>
        {
            await Task.Delay(5);
            throw new TimeZoneNotFoundException();
        }));
        var end = timeline.Lanes[0].End;
        await Task.Delay(20);
        Assert.Equal(end, timeline.Lanes[0].End);
    }

    [Fact(Timeout = Generous)]
    public async Task A_lane_that_has_not_ended_lasts_until_now()
    {
        var timeline = new Timeline();
        var gate = new TaskCompletionSource();
        var task = timeline.Track("a", () => gate.Task);
        var first = timeline.Lanes[0].End;
        await Task.Delay(20);
        Assert.True(timeline.Lanes[0].End > first);
        gate.SetResult();
        await task;
    }

    [Fact(Timeout = Generous)]
    public async Task Two_timelines_do_not_see_each_other()
    {
        var (one, two) = (new Timeline(), new Timeline());
        Assert.Equal(5, await one.Track("one", () => two.Track("two", () => Task.FromResult(5))));
        Assert.Equal(["one"], one.Lanes.Select(lane => lane.Name));
        Assert.Equal(["two"], two.Lanes.Select(lane => lane.Name));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_thousand_lanes_on_many_threads_are_all_recorded_whole()
    {
        var timeline = new Timeline();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() => timeline.Track("x", async () =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
            }
        }), TestContext.Current.CancellationToken)));

        Assert.Equal(1000, timeline.Lanes.Count);
        Assert.All(timeline.Lanes, lane =>
        {
            Assert.NotEmpty(lane.Spans);
            Assert.All(lane.Spans, span => Assert.True(span.Start <= span.End && span.Start >= lane.Start && span.End <= lane.End));
        });
    }

    [Fact(Timeout = Generous)]
    public async Task The_picture_is_well_formed_and_says_what_it_shows()
    {
        var svg = XElement.Parse((await Sample("任务 <甲> & \"乙\"")).ToSvg("谁在跑 <&>"));

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("谁在跑 <&>", svg.Element(_svg + "title")!.Value);
        // When the lane began is the machine's affair: a tenth of a millisecond late has been seen.
        Assert.Matches(@"^任务 <甲> & ""乙""：从 \d+\.\d ms 到", svg.Element(_svg + "desc")!.Value);
        Assert.Equal($"{svg.Element(_svg + "title")!.Attribute("id")!.Value} {svg.Element(_svg + "desc")!.Attribute("id")!.Value}",
            (string?)svg.Attribute("aria-labelledby"));
        Assert.Contains("prefers-color-scheme: dark", svg.Element(_svg + "style")!.Value, StringComparison.Ordinal);
        Assert.Empty(svg.Descendants(_svg + "script"));
    }

    [Fact(Timeout = Generous)]
    public async Task Every_running_span_is_wide_enough_to_see()
    {
        var svg = XElement.Parse((await Sample("a")).ToSvg("t"));
        var bars = svg.Elements(_svg + "rect").Where(rect => ((string?)rect.Attribute("class"))!.StartsWith("thread", StringComparison.Ordinal)).ToList();
        Assert.True(bars.Count >= 3);
        Assert.All(bars, bar => Assert.True(Number(bar, "width") >= 3));
        Assert.All(bars, bar => Assert.InRange(Number(bar, "x"), 0, 760));
    }

    [Fact(Timeout = Generous)]
    public async Task The_words_of_the_picture_are_the_same_in_every_run_but_for_the_numbers()
    {
        static string Words(Timeline timeline) => System.Text.RegularExpressions.Regex.Replace(
            string.Join("|", XElement.Parse(timeline.ToSvg("t")).Descendants()
                .Where(part => part.Name.LocalName is "title" or "desc" or "text").Select(part => part.Value)),
            @"\d+(\.\d+)?", "N");

        Assert.Equal(Words(await Sample("a", 40)), Words(await Sample("a", 3)));
    }

    [Fact(Timeout = Generous)]
    public async Task Pictures_of_different_runs_share_no_id_and_style_only_themselves()
    {
        var pictures = new[] { XElement.Parse((await Sample("a")).ToSvg("t")), XElement.Parse((await Sample("b")).ToSvg("t")) };
        Assert.Empty(Ids(pictures[0]).Intersect(Ids(pictures[1])));
        Assert.All(pictures, svg => Assert.All(
            svg.Element(_svg + "style")!.Value.Split('}').Select(rule => rule[(rule.LastIndexOf('\n') + 1)..].Trim())
                .Where(rule => rule.Length > 0 && !rule.StartsWith('@')),
            rule => Assert.StartsWith("#" + svg.Attribute("id")!.Value, rule, StringComparison.Ordinal)));

        static IEnumerable<string> Ids(XElement svg) => svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value);
    }

    [Fact(Timeout = Generous)]
    public async Task Numbers_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var timeline = await Sample("a");
            Assert.All(XElement.Parse(timeline.ToSvg("t")).Descendants(_svg + "rect"), rect => Assert.DoesNotContain(",", rect.ToString(), StringComparison.Ordinal));
            Assert.Matches(@"从 0\.0 ms", timeline.ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact(Timeout = Generous)]
    public async Task The_text_twin_puts_the_bar_first_and_then_the_name()
    {
        var lines = (await Sample("甲")).ToText().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches("^█[█░]{31} 甲：从 0.0 ms 到 [0-9.]+ ms；运行 [0-9.]+ ms；等待 [0-9.]+ ms；用过 [0-9]+ 个线程。$", lines[1]);
        Assert.Contains('░', lines[1]);
    }

    [Fact]
    public void A_queued_lane_that_never_began_has_only_been_queued()
    {
        var timeline = new Timeline();
        timeline.Queued("a", () => Task.CompletedTask);
        var lane = Assert.Single(timeline.Lanes);
        Assert.Empty(lane.Spans);
        Assert.Empty(lane.Waits);
        Assert.Contains("用过 0 个线程", timeline.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_timeline_is_drawn_without_lanes()
    {
        Assert.Single(new Timeline().ToText().Split('\n'));
        Assert.Equal("", XElement.Parse(new Timeline().ToSvg("t")).Element(_svg + "desc")!.Value);
    }

    // Occupies the thread, on purpose, inside asynchronous code.
    private static void Block(int milliseconds) => Thread.Sleep(milliseconds);

    private static async Task<Timeline> Sample(string name, int milliseconds = 20)
    {
        var timeline = new Timeline();
        await timeline.Track(name, async () => { await Task.Delay(milliseconds); await Task.Delay(milliseconds); });
        return timeline;
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
