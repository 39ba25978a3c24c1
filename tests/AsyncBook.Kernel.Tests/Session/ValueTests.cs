using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests;

public sealed class ValueTests
{
    private static readonly TestSession _session = new(Path.GetTempPath());

    /// <summary>A cell, and its value as text: what the real kernel shows as plain text is the same to the letter.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "new DateTime(2024, 1, 2, 3, 4, 5)", "2024-01-02 03:04:05Z" },
        { "new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(8))", "2024-01-01 19:04:05Z" },
        { "TimeSpan.FromSeconds(90)", "00:01:30" },
        { "new[] { DateTime.UnixEpoch }", "[ 01/01/1970 00:00:00 ]" },
        { "1.0 / 4", "0.25" },
        { "'c'", "c" },
        { "true", "True" },
        { "DayOfWeek.Friday", "Friday" },
        { "(int?)5", "5" },
        { "null", "<null>" },
        { "(int x) => x + 1", "System.Func`2[System.Int32,System.Int32]" },
        { "new int[0]", "[  ]" },
        { "new List<string> { \"a\", null }", "[ a, <null> ]" },
        { "new[] { new[] { 1, 2 }, new[] { 3 } }", "[ [ 1, 2 ], [ 3 ] ]" },
        { "(1, new[] { 1, 2 })", "(1, [ 1, 2 ])" },
        { "new Dictionary<string, int> { [\"a\"] = 1 }", "[ [a, 1] ]" },
        { "new Dictionary<string, List<int>> { [\"a\"] = new() { 1, 2 } }", "[ [a, [ 1, 2 ]] ]" },
        { "new { Name = \"n\", Items = new[] { 1, 2 } }", "{ Name = n, Items = [ 1, 2 ] }" },
        { "class K { public int X { get; set; } = 1; public string Y = \"y\"; } new K()", "K { X = 1, Y = y }" },
        { "class Nothing { } new Nothing()", "Nothing" },
        { "class Base { public int A => 1; } class Derived : Base { public int B => 2; } new Derived()", "Derived { A = 1, B = 2 }" },
        { "record R(int A, int[] B); new R(1, [2, 3])", "R { A = 1, B = [ 2, 3 ] }" },
        { "class Said { public override string ToString() => \"said\"; } new Said()", "said" },
        { "class Box<T> { } typeof(Box<int>)", "Box`1[System.Int32]" },
        { "class Own { } new List<Own[]>().GetType()", "System.Collections.Generic.List`1[Own[]]" },
        { "class Mine : System.IO.MemoryStream { public int Z => 1; } new Mine()", "Mine { Z = 1 }" },
        { "Enumerable.Range(0, 20)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ]" },
        { "Enumerable.Range(0, 100)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (80 more) ]" },
        { "new HashSet<int>(Enumerable.Range(0, 21))", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (1 more) ]" },
        { "Enumerable.Range(0, 100).Select(x => x * 2)", "[ 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38 ... (more) ]" },
        { "IEnumerable<int> Endless() { while (true) yield return 1; } Endless()", "[ 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 ... (more) ]" },
        { "var circle = new List<object>(); circle.Add(circle); circle", "[ ... ]" },
        { "class Node { public Node Next { get; set; } } var node = new Node(); node.Next = node; node", "Node { Next = Node { ... } }" },
        { "record Ring(int A) { public Ring Next { get; set; } } var ring = new Ring(1); ring.Next = ring; ring", "Ring { A = 1, Next = Ring { ... } }" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_readable(string code, string text) => Assert.Equal("value:" + text, _session.Run(code).Words);

    [Theory]
    [InlineData("new[] { 1, 0 }.Select(x => 1 / x)", "System.DivideByZeroException: ")]
    [InlineData("default(System.Collections.Immutable.ImmutableArray<int>)", "System.InvalidOperationException: ")]
    [InlineData("class Bad { public override string ToString() => throw new Exception(\"no text\"); } new Bad()", "System.Exception: no text\n   at test.ipynb#cell:1")]
    [InlineData("class BadToo { public override string ToString() => throw new Exception(\"no text\"); } new[] { new BadToo() }", "System.Exception: no text\n   at test.ipynb#cell:1")]
    [InlineData("class Worse { public int X => throw new NotSupportedException(\"no X\"); } new Worse()", "System.NotSupportedException: no X\n   at test.ipynb#cell:1")]
    [InlineData("class None : IEnumerable { public IEnumerator GetEnumerator() => null; } new None()", "System.NullReferenceException: ")]
    [InlineData("new[] { 1, 0 }.Select(x => 1 / x).Display();", "System.DivideByZeroException: ")]
    [InlineData("new[] { 1, 0 }.Select(x => 1 / x).Display(\"application/json\");", "System.DivideByZeroException: ")]
    [InlineData("IEnumerable<int> Json() { while (true) yield return 1; } Json().Display(\"application/json\");", "System.InvalidOperationException: The value is larger than ")]
    [InlineData("1.Display(\"no/such\");", "System.ArgumentException: No formatter is registered for MIME type no/such.")]
    public void A_value_that_throws_while_it_is_shown_fails_the_cell_and_the_session_lives(string code, string failure)
    {
        Assert.StartsWith(failure, _session.Run(code).Failure, StringComparison.Ordinal);
        Assert.Equal("value:2", _session.Run("1+1").Words);
    }

    [Theory]
    [InlineData("class Endless { public override string ToString() { while (true) { } } }\nnew Endless()")]
    [InlineData("IEnumerable<int> Never() { while (true) yield return 1; }\nNever().Where(x => x > 5)")]
    [InlineData("class Slow { public int X { get { System.Threading.Thread.Sleep(-1); return 1; } } }\nnew Slow()")]
    [InlineData("class Silent : Exception { public override string Message { get { while (true) { } } } }\nthrow new Silent();")]
    public void A_value_that_never_ends_being_shown_fails_the_cell_at_its_limit_and_the_session_lives(string code)
    {
        var session = new TestSession(Path.GetTempPath(), TimeSpan.FromSeconds(0.5));
        session.Run("var kept = 7;");
        Assert.Contains("within 0.5 s", session.Run(code).Failure, StringComparison.Ordinal);
        Assert.Equal("value:7", session.Run("kept").Words);
    }

    [Theory]
    [InlineData("object deep = 1; for (var i = 0; i < 100_000; i++) deep = new[] { deep }; deep")]
    [InlineData("class Link { public Link Next; } Link list = null; for (var i = 0; i < 100_000; i++) list = new Link { Next = list }; list")]
    [InlineData("class Tree { public object[] Kids => Enumerable.Range(0, 20).Select(_ => (object)new Tree()).ToArray(); } new Tree()")]
    [InlineData("class Long { public override string ToString() => new string('x', 10_000_000); } new Long()")]
    [InlineData("new string('x', 10_000_000)")]
    [InlineData("Enumerable.Repeat(new string('x', 1_000_000), 1000)")]
    public void A_value_however_deep_or_long_is_shown_in_bounds(string code)
    {
        var trace = _session.Run(code);
        Assert.Null(trace.Failure);
        Assert.InRange(trace.Words.Length, 10, 1_000_100);
        Assert.Contains("...", trace.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_a_notebook_can_hold_is_shown_whole() =>
        Assert.Equal(500_000 + "value:".Length, _session.Run("new string('x', 500_000)").Words.Length);

    [Theory]
    [InlineData("new { A = 1 }", "application/json", "{\"A\":1}")]
    [InlineData("new[] { 1, 2 }", "application/json", "[1,2]")]
    [InlineData("\"<b>好\"", "application/json", "\"<b>好\"")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "application/json", "{\"a\":1}")]
    [InlineData("new { N = (string)null, D = double.NaN }", "application/json", "{\"D\":\"NaN\"}")]
    [InlineData("(object)null", "application/json", "null")]
    [InlineData("new { A = 1 }", "text/csv", "A\n1\n")]
    [InlineData("new[] { 1, 2 }", "text/csv", "value\n1\n2\n")]
    [InlineData("new[] { new { A = 1, B = \"x, y\" }, new { A = 2, B = \"y\\\"q\" } }", "text/csv", "A,B\n1,\"x, y\"\n2,\"y\"\"q\"\n")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }", "text/csv", "a,b\n1,2\n")]
    [InlineData("new[] { 1, 2 }", "text/plain", "[ 1, 2 ]")]
    [InlineData("\"<b>\"", "text/html", "<div class=\"dni-plaintext\"><pre>&lt;b&gt;</pre></div>")]
    public void A_display_is_what_its_mime_type_says(string value, string mimeType, string text)
    {
        var trace = _session.Run($"({value}).Display(\"{mimeType}\");");
        Assert.Null(trace.Failure);
        var shown = Assert.Single(trace.Events.OfType<KernelEvent.Displayed>());
        Assert.Equal(KeyValuePair.Create(mimeType, text), Assert.Single(shown.Data.Formats));
    }

    [Fact]
    public void What_replaces_a_display_has_its_mime_type()
    {
        var shown = _session.Run("var d = \"<svg/>\".DisplayAs(\"image/svg+xml\"); d.Update(\"<svg><g/></svg>\");").Events.OfType<KernelEvent.Displayed>();
        Assert.Equal([("image/svg+xml", "<svg/>"), ("image/svg+xml", "<svg><g/></svg>")], shown.Select(one => (one.Data.Formats[0].Key, one.Data.Formats[0].Value)));
    }
}
