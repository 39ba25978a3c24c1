namespace AsyncBook.Kernel.Tests;

public sealed class ThreadTests
{
    private readonly TestSession _session = new(Path.GetTempPath());

    [Fact]
    public void All_cells_begin_on_one_thread_whatever_they_await()
    {
        _session.Run("var local = new System.Threading.ThreadLocal<int>(() => 9); local.Value = 3; var id = Environment.CurrentManagedThreadId; await Task.Delay(1);");
        _session.Run("throw new Exception();");
        _session.Run("syntax error");
        Assert.Equal("value:(3, True, False)", _session.Run("(local.Value, id == Environment.CurrentManagedThreadId, System.Threading.Thread.CurrentThread.IsThreadPoolThread)").Words);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    public void A_cell_that_never_ends_is_stopped_at_once_and_the_next_one_runs(string code)
    {
        _session.Run("var kept = 7;");
        _session.Begin("display(1);\n" + code);
        _session.WaitForDisplay();
        _session.Stop("Command cancelled.");
        Assert.Equal("Command cancelled.", _session.End().Failure);
        Assert.Equal("value:7", _session.Run("kept").Words);
    }

    [Fact]
    public void A_cell_that_only_waits_does_not_keep_the_thread_when_it_is_stopped()
    {
        _session.Run("var id = Environment.CurrentManagedThreadId;");
        _session.Begin("display(1); await Task.Delay(-1);");
        _session.WaitForDisplay();

        // It may be stopped between its display and its wait: then the thread is its own. Once in a while is enough to see it wait.
        Thread.Sleep(200);
        _session.Stop("Command cancelled.");
        _session.End();
        Assert.Equal("value:True", _session.Run("id == Environment.CurrentManagedThreadId").Words);
    }

    [Fact]
    public void What_a_stopped_cell_still_does_changes_no_later_cell()
    {
        _session.Run("var go = new System.Threading.ManualResetEventSlim(); var n = 1;");
        _session.Begin("var n = 2; display(1); go.Wait(); n = 3;");
        _session.WaitForDisplay();
        _session.Stop("Command cancelled.");
        _session.End();
        Assert.Equal("value:1", _session.Run("n").Words);
        _session.Run("go.Set(); await Task.Delay(50);");
        Assert.Equal("value:1", _session.Run("n").Words);
    }

    [Fact]
    public void What_a_cell_does_when_it_is_stopped_blocks_nobody()
    {
        _session.Begin("Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken.Register(() => System.Threading.Thread.Sleep(-1)); display(1); await Task.Delay(-1);");
        _session.WaitForDisplay();
        _session.Stop("Command cancelled.");
        Assert.Equal("Command cancelled.", _session.End().Failure);
        Assert.Equal("value:2", _session.Run("1+1").Words);
    }
}
