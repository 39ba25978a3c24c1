namespace AsyncBook.Kernel.Tracing;

/// <content>What the rewritten code says.</content>
public sealed partial class Frame
{
    /// <summary>This line is next.</summary>
    public void At(int line)
    {
        if (_recorder is null)
        {
            return;
        }

        TakeThread();
        if (_task!.Away == this)
        {
            _task.Away = null;
        }

        if (_isHere)
        {
            _line = line;
            _recorder.Add("line", _task, line);
        }
    }

    /// <summary>Notes what leaves the body; always false, so that the exception goes on as it is.</summary>
    public bool Fault(Exception exception)
    {
        _fault = exception;
        return false;
    }

    /// <summary>The body has ended.</summary>
    public void Exit()
    {
        if (_recorder is null)
        {
            return;
        }

        if (_fault is null)
        {
            _recorder.Add("exit", _task, _line, _name);
        }
        else
        {
            _recorder.Add("throw", _task, _line, ExceptionWords.Of(_fault));
        }

        _running = _thread == Environment.CurrentManagedThreadId ? _caller : null;
        if (_restores)
        {
            _ambient.Value = _before;
        }
    }

    /// <summary>The iterator gives a value, and its caller goes on.</summary>
    public T Yield<T>(T value)
    {
        if (_recorder is not null)
        {
            _isOutside = true;
            _running = _thread == Environment.CurrentManagedThreadId ? _caller : null;
        }

        return value;
    }

    /// <summary>The iterator is asked for the next value.</summary>
    public void Back()
    {
        if (_recorder is null)
        {
            return;
        }

        _isOutside = false;
        _caller = Running(_recorder);
        _thread = Environment.CurrentManagedThreadId;
        TakeThread();
    }

    /// <summary>The iterator has come to its end.</summary>
    public void Done() => _isDone = true;

    /// <summary>The iterator's body has ended: by itself, because nobody wants more, or by an exception.</summary>
    public void End()
    {
        _fault = _isDone || _isOutside ? null : TraceHooks.LastThrown;
        Exit();
    }

    /// <summary>An awaitable that is not followed: it may give the thread back without a word.</summary>
    public T Leave<T>(T awaitable)
        where T : allows ref struct
    {
        _task?.Away = this;
        return awaitable;
    }

    internal Frame? Suspend(int line, string text, object? awaited, Action rest, bool isYield)
    {
        if (_recorder is null)
        {
            return _running;
        }

        var on = LoopSteps.Find(awaited);
        if (rest.Target is Task box)
        {
            LoopSteps.Know(box, _task!);
        }

        (_task!.WaitsFor, _task.IsYielding) = (on, isYield);
        _isSuspended = true;
        _recorder.Add("suspend", _task, _isHere ? line : null, text, on);
        return _thread == Environment.CurrentManagedThreadId ? _caller : null;
    }

    internal static void Resume(Frame? caller) => _running = caller;

    /// <summary>There was nothing to wait for; whether there was depends on who was faster, where the code stands does not.</summary>
    internal void Pass(int line)
    {
        if (_isHere)
        {
            _line = line;
        }
    }

    internal void Continue(int line)
    {
        _isSuspended = false;
        if (_recorder is null)
        {
            return;
        }

        _thread = 0;
        TakeThread();
        _line = _isHere ? line : null;
        _recorder.Add("resume", _task, _line);
    }

    private void TakeThread()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (_thread != thread)
        {
            (_caller, _thread) = (_running == this ? null : _running, thread);
        }

        _running = this;
        if (_isAsync && _ambient.Value != _task)
        {
            // An async iterator goes on in the context of whoever asked for the next value.
            _ambient.Value = _task;
        }
    }
}
