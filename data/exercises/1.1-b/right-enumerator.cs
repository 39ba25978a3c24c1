void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var steps = Enumerable.Range(0, from).Select(i => from - i).GetEnumerator();
    var loop = EventLoop.Current;
    void Next()
    {
        if (steps.MoveNext())
            loop.CallLater(gap, () => { log.Add(steps.Current); Next(); });
        else
            done();
    }
    Next();
}
