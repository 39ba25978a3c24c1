namespace AsyncBook.Content.Tests.Workshop;

public sealed class SkipsTests
{
    [Theory]
    [InlineData("NU1101: Unable to find package X.", true)]
    [InlineData("NU1102: Unable to find package X with version (= 2.6.1)", true)]
    [InlineData("NU1103: Unable to find a stable package X", true)]
    [InlineData("NU1301: Unable to load the service index", false)]
    [InlineData("redis-1 does not answer at 127.0.0.1:6379", false)]
    public void A_package_that_a_feed_refuses_is_a_failure_and_no_skip(string reason, bool isWrong) =>
        Assert.Equal(isWrong, Skips.Wrong([reason]).Any());
}
