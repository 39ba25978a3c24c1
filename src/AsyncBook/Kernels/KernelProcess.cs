using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Kernels;

/// <summary>A kernel as a process: lines in, events out, and nothing of it left behind when it is disposed of.</summary>
internal sealed class KernelProcess : IAsyncDisposable
{
    private static readonly TimeSpan _exitPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(500);
    private readonly Process _process;
    private readonly ProcessFamily _family;
    private readonly LastWords _errors = new();
    private readonly Channel<KernelEvent> _events = Channel.CreateBounded<KernelEvent>(1024);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Task _reading;
    private readonly Task _readingErrors;

    private KernelProcess(Process process, ProcessFamily family)
    {
        (_process, _family, Exit) = (process, family, process.WaitForExitAsync());
        _reading = Task.Run(ReadEventsAsync);
        _readingErrors = Task.Run(ReadErrorsAsync);
    }

    /// <summary>Everything the kernel reports; completed when it has gone.</summary>
    public ChannelReader<KernelEvent> Events => _events.Reader;

    public int Id => _process.Id;

    /// <summary>Ends when it does.</summary>
    public Task Exit { get; }

    public TimeSpan? ProcessorTime
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                return null;
            }
        }
    }

    /// <exception cref="KernelException">The program is not there.</exception>
    public static KernelProcess Start(KernelLaunch launch, string folder)
    {
        ProcessFamily? family = null;
        try
        {
            family = new ProcessFamily();
            var variables = launch.LeavesFiles ? family.Variables.Concat(KernelTemporary.Of(family)).ToDictionary() : family.Variables;
            var process = Process.Start(launch.In(folder, variables))!;
            family.Add(process);
            return new KernelProcess(process, family);
        }
        catch (Exception e) when (e is KernelException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            family?.End();
            family?.Dispose();
            if (e is Win32Exception)
            {
                throw new KernelException(KernelWords.CannotStart(launch.FileName, e.Message), e);
            }

            throw;
        }
    }

    public async Task SendAsync(string line)
    {
        await _sending.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(line);
            await _process.StandardInput.FlushAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It has gone: whoever waits for its events learns why.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>How the kernel ended, for a report; waits a moment for its end and its last words.</summary>
    public async Task<string> DescribeExitAsync()
    {
        await Task.WhenAny(Task.WhenAll(_process.WaitForExitAsync(), _readingErrors), Task.Delay(_exitPatience));
        var how = _process.HasExited ? KernelWords.Ended(_process.ExitCode) : KernelWords.ClosedOutput;
        var said = _errors.ToString();
        return said.Length > 0 ? KernelWords.LastSaid(how, said) : how;
    }

    /// <summary>Ends the process and all it started, at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Waits a moment for an end in order, then forces it.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseInputAsync();
        using var grace = new CancellationTokenSource(_grace);
        await _process.WaitForExitAsync(grace.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        Kill();
        await _process.WaitForExitAsync();
        // What cells started, and whoever left its parents since, ends with the notebook.
        await Task.Run(_family.End);
        _family.Dispose();
        _events.Writer.TryComplete();
        await Task.WhenAny(Task.WhenAll(_reading, _readingErrors), Task.Delay(_grace));
        _process.Dispose();
        _sending.Dispose();
    }

    private async Task CloseInputAsync()
    {
        // A command that the kernel does not read any more must not keep it alive.
        var isMine = await _sending.WaitAsync(_grace);
        try
        {
            if (isMine)
            {
                _process.StandardInput.Close();
            }
        }
        catch (IOException)
        {
            // A pipe to a process that has gone cannot be flushed, and need not be.
        }
        finally
        {
            if (isMine)
            {
                _sending.Release();
            }
        }
    }

    private async Task ReadEventsAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                foreach (var found in EventParser.Parse(line))
                {
                    await _events.Writer.WriteAsync(found);
                }
            }
        }
        catch (Exception e) when (e is IOException or ChannelClosedException or ObjectDisposedException)
        {
            // The process was ended while its output was being read.
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }

    private async Task ReadErrorsAsync()
    {
        try
        {
            while (await _process.StandardError.ReadLineAsync() is { } line)
            {
                _errors.Add(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
