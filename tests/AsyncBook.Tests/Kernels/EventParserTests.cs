using AsyncBook.Kernels;

namespace AsyncBook.Tests.Kernels;

public sealed class EventParserTests
{
    private const string Succeeded = """{"event":{},"eventType":"CommandSucceeded","command":{"token":"t1"}}""";

    [Fact]
    public void A_line_that_is_no_event_is_kept_as_stray_text() =>
        Assert.Equal([new KernelEvent.Stray("hello\n")], EventParser.Parse("hello"));

    [Fact]
    public void An_event_behind_a_print_without_a_newline_is_not_lost() => Assert.Equal(
        [new KernelEvent.Stray("late"), new KernelEvent.Ended("t1", null)], EventParser.Parse("late" + Succeeded));

    [Fact]
    public void A_print_that_looks_like_an_event_hides_none() => Assert.Equal(
        [new KernelEvent.Stray("""{"event":"""), new KernelEvent.Ended("t1", null)],
        EventParser.Parse("""{"event":""" + Succeeded));

    [Theory]
    [InlineData("""{"event":{}}""")]
    [InlineData("""{"event":{},"eventType":null}""")]
    [InlineData("""{"event":[1],"eventType":"StandardOutputValueProduced"}""")]
    [InlineData("{}")]
    [InlineData("")]
    public void What_is_no_whole_event_is_stray(string line) =>
        Assert.IsType<KernelEvent.Stray>(Assert.Single(EventParser.Parse(line)));

    [Fact]
    public void A_failure_carries_its_message() => Assert.Equal(
        [new KernelEvent.Ended("t2", "boom")],
        EventParser.Parse("""{"event":{"message":"boom"},"eventType":"CommandFailed","command":{"token":"t2"}}"""));

    [Fact]
    public void An_event_without_a_command_has_no_token() => Assert.Equal(
        [new KernelEvent.Text(null, true, "x")],
        EventParser.Parse("""{"event":{"formattedValues":[{"mimeType":"text/plain","value":"x"}]},"eventType":"StandardErrorValueProduced","command":null}"""));
}
