using AsyncBook.Outputs;

namespace AsyncBook.Tests.Outputs;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain 文字\tand\nlines", "plain 文字\tand\nlines")]
    [InlineData("\u001b[1;31mred\u001b[0m", "red")]
    [InlineData("\u001b]8;;http://a\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001b]52;c;Y2xpcA==\u0007kept", "kept")]
    [InlineData("\u001bPq#0\u001b\\kept", "kept")]
    [InlineData("\u001bckept\u001b7", "kept")]
    [InlineData("\u009b2Jkept", "kept")]
    [InlineData("bell\u0007", "bell␇")]
    [InlineData("lone \u001b", "lone ␛")]
    [InlineData("10%\r20%\r\n", "10%\n20%\n")]
    [InlineData("a\u202eb", "a�b")]
    public void Nothing_of_it_steers_a_terminal(string printed, string shown) => Assert.Equal(shown, TerminalText.Clean(printed));
}
