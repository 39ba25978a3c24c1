namespace AsyncBook.Lib.Tests;

public class CrowdTests
{
    private const int Generous = 20_000;

    [Fact(Timeout = Generous)]
    public async Task All_are_there_before_any_of_them_acts()
    {
        using var all = new CountdownEvent(4);
        var met = 0;
        await Crowd.MeetAsync(4, _ =>
        {
            all.Signal();
            Interlocked.Add(ref met, all.Wait(Generous) ? 1 : 0);
        });

        Assert.Equal(4, met);
    }

    [Fact(Timeout = Generous)]
    public async Task Each_has_its_number_and_a_thread_that_is_not_the_pools()
    {
        var numbers = new bool[3];
        var pooled = 0;
        await Crowd.MeetAsync(3, number =>
        {
            numbers[number] = true;
            Interlocked.Add(ref pooled, Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        });

        Assert.DoesNotContain(false, numbers);
        Assert.Equal(0, pooled);
    }

    [Fact(Timeout = Generous)]
    public async Task What_one_of_them_throws_comes_out_after_the_others_have_ended()
    {
        var ended = 0;
        await Assert.ThrowsAsync<FormatException>(() => Crowd.MeetAsync(3, number =>
        {
            if (number == 1)
            {
                throw new FormatException();
            }

            Interlocked.Increment(ref ended);
        }));

        Assert.Equal(2, ended);
    }
}
