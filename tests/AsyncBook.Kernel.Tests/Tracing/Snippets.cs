using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Tests;

/// <summary>Cells of every kind that a notebook may hold. They run as they are and traced, and say the same both times.</summary>
internal static class Snippets
{
    public static IReadOnlyDictionary<string, string> All { get; } = Split(
        """"""""
        == a value
        1 + 1
        == no value
        var x = 1; Console.WriteLine(x);
        == a declaration and its use
        int a = 1, b = 2;
        Console.WriteLine(a + b);
        a * b
        == null as a value
        (string)null
        == deconstruction
        var (a, (b, c)) = (1, (2, 3));
        (a, b, c)
        == a return
        if (DateTime.Now.Year > 2000) return 5;
        return 6;
        == if else without braces
        for (var i = 0; i < 3; i++)
            if (i == 0) Console.Write("zero ");
            else if (i == 1) Console.Write("one ");
            else Console.Write("many ");
        == loops without braces
        var n = 0;
        while (n < 3) n++;
        do n--; while (n > 0);
        foreach (var c in "abc") Console.Write(c);
        foreach (var (k, v) in new Dictionary<int, int> { [1] = 2 }) Console.Write(k + v);
        n
        == break and continue
        foreach (var i in Enumerable.Range(0, 10)) { if (i % 2 == 0) continue; if (i > 6) break; Console.Write(i); }
        == switch statement
        string F(object o)
        {
            switch (o)
            {
                case int i when i > 3: return "big";
                case int: goto default;
                case string s:
                    var t = s + "!";
                    return t;
                default:
                    return "other";
            }
        }
        F(4) + F(1) + F("x")
        == goto
        int Count() { var i = 0; again: i++; if (i < 5) goto again; return i; }
        Count()
        == goto out of loops
        string Find() { for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) if (i * j == 2) goto found; return "none"; found: return "found"; }
        Find()
        == goto case
        int G(int n) { switch (n) { case 1: n += 10; goto case 2; case 2: return n + 1; default: return 0; } }
        G(1)
        == label before a declaration
        int L() { var n = 0; start: var k = n++; if (k < 2) goto start; return k; }
        L()
        == nested blocks and empty statements
        { { ; } var y = 2; Console.WriteLine(y); }
        == expression bodies
        int Twice(int n) => n * 2;
        void Say(string s) => Console.WriteLine(s);
        Say("hi"); Twice(4)
        == expression body on the next line
        int Twice(int n) =>
            n
            * 2;
        throw new Exception(
            "line " + Twice(2));
        == throw expressions
        int F(string s) => s is null ? throw new ArgumentNullException("s") : s.Length;
        int G() => throw new NotSupportedException("never");
        try { G(); } catch (NotSupportedException e) { Console.WriteLine(e.Message); }
        F(null)
        == recursion
        int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        Fib(9)
        == out and ref and in
        void Swap(ref int a, ref int b) { (a, b) = (b, a); }
        bool Try(string s, out int n) { if (s == "") { n = -1; return false; } n = int.Parse(s); return true; }
        int Sum(in int a, in int b) => a + b;
        int p = 1, q = 2; Swap(ref p, ref q);
        Try("7", out var parsed);
        $"{p}{q}{parsed}{Sum(p, q)}"
        == ref returns and ref locals
        int[] cells = [1, 2, 3];
        ref int Largest(int[] of) { ref var found = ref of[0]; foreach (ref var one in of.AsSpan()) if (one > found) found = ref one; return ref found; }
        Largest(cells) = 9;
        string.Join(",", cells)
        == ref expression bodies
        class Box { int _n = 1; public ref int N => ref _n; public ref int M() => ref _n; }
        var box = new Box(); box.N += 5; box.M() += 1;
        box.N
        == spans
        int Sum(ReadOnlySpan<int> items) { var sum = 0; foreach (var item in items) sum += item; return sum; }
        int Stack() { Span<int> some = stackalloc int[3]; some.Fill(2); return Sum(some[1..]); }
        Stack()
        == spans beside awaits
        async Task<int> F() { await Task.Yield(); int sum = 0; { ReadOnlySpan<int> s = [1, 2]; foreach (var i in s) sum += i; } await Task.Yield(); return sum; }
        await F()
        == ref struct
        ref struct View { public Span<int> Items; public int First() => Items[0]; }
        int Look() { var view = new View { Items = new[] { 4, 5 } }; return view.First(); }
        Look()
        == unsafe
        unsafe { int* p = null; }
        == generics
        T Same<T>(T value) where T : class { return value; }
        async Task<T> Later<T>(T value) { await Task.Yield(); return value; }
        (Same("a"), await Later(3))
        == default and named arguments
        string F(int a, string b = "b", params int[] rest) => $"{a}{b}{rest.Length}";
        F(b: "x", a: 1) + F(1, "y", 2, 3)
        == static local functions
        int Outer(int n) { return Inner(n) + 1; static int Inner(int m) { return m * 2; } }
        Outer(3)
        == closures
        var actions = new List<Func<int>>();
        for (var i = 0; i < 3; i++) { var j = i; actions.Add(() => j * 10); }
        string.Join(",", actions.Select(f => f()))
        == lambdas
        Func<int, int> square = x => x * x;
        Func<int, int, int> add = (a, b) => { var sum = a + b; return sum; };
        Action<string> say = s => Console.WriteLine(s);
        Func<int> old = delegate { return 5; };
        say("x"); (square(3), add(1, 2), old())
        == lambdas with natural types
        var f = (int n) => n + 1; var g = static (string s) => s.Length; var h = (int n = 4) => { return n; };
        (f(1), g("ab"), h())
        == lambda that throws
        Func<int> f = () => throw new InvalidOperationException("in λ");
        f()
        == expression trees stay data
        System.Linq.Expressions.Expression<Func<int, int>> tree = x => Math.Abs(x) + 1;
        tree.ToString() + tree.Compile()(-2)
        == linq
        var q = from n in Enumerable.Range(1, 6) where Even(n) let m = n * n orderby -m select $"{m}";
        bool Even(int n) { return n % 2 == 0; }
        string.Join(" ", q)
        == overloads by delegate
        string Which(Func<Task> f) => "task"; string Which(Action f) => "action"; string Which<T>(Func<Task<T>> f) => "task of T";
        Which(() => { }) + Which(async () => await Task.Yield()) + Which(async () => await Task.FromResult(1)) + Which(() => Task.CompletedTask) + Which(() => Console.Write(""))
        == task run picks its overload
        var a = Task.Run(() => Math.Max(1, 2)); var b = Task.Run(async () => { await Task.Yield(); return "b"; }); var c = Task.Run(() => Task.FromResult('c'));
        $"{await a}{await b}{await c}"
        == iterators
        IEnumerable<int> Count(int to) { for (var i = 0; i < to; i++) yield return i; }
        string.Join(",", Count(4))
        == iterators with a finally
        IEnumerable<string> Words() { try { yield return "a"; yield return "b"; } finally { Console.WriteLine("closed"); } }
        foreach (var w in Words()) { Console.WriteLine(w); break; }
        Words().Count()
        == iterators that break and throw
        IEnumerable<int> F(int n) { yield return 1; if (n == 0) yield break; throw new FormatException("after " + n); }
        Console.WriteLine(F(0).Count());
        F(2).ToList()
        == iterators of other types
        IEnumerator<char> Chars() { yield return 'a'; }
        System.Collections.IEnumerable Things() { yield return 1; yield return "two"; yield return null; }
        IEnumerable<(int, string)> Pairs() { yield return (1, null); yield return default; }
        IEnumerable<T> Of<T>(T one) { yield return one; }
        var e = Chars(); e.MoveNext(); $"{e.Current}{Things().Cast<object>().Count()}{Pairs().Count()}{Of(3).Single()}"
        == iterators of lambdas and collections
        IEnumerable<Func<int>> Fs() { yield return () => 3; yield return F; int F() => 4; }
        IEnumerable<int[]> As() { yield return [1, 2]; }
        Fs().Sum(f => f()) + As().Single().Length
        == async method
        async Task<int> F() { await Task.Delay(1); return 3; }
        await F()
        == async void method
        async void Go(TaskCompletionSource done) { await Task.Yield(); Console.WriteLine("went"); done.SetResult(); }
        var done = new TaskCompletionSource(); Go(done); await done.Task;
        == async without await
        async Task<int> F() => 4;
        async Task G() { }
        await G(); await F()
        == async expression bodies
        async Task F() => await Task.Delay(1);
        async Task<string> G() => await Task.FromResult("g") + "!";
        Task<int> H() => Task.FromResult(1);
        await F(); (await G(), await H())
        == async value tasks
        async ValueTask<int> F() { await Task.Yield(); return 1; }
        async ValueTask G() => await Task.Yield();
        await G(); await F() + await new ValueTask<int>(2)
        == awaits of every kind
        await Task.CompletedTask; await Task.Delay(1).ConfigureAwait(false); await Task.Yield(); await new ValueTask();
        await new ValueTask(Task.Delay(1)).ConfigureAwait(false);
        (await Task.FromResult(1).ConfigureAwait(true), await new ValueTask<int>(2).ConfigureAwait(false), await Task.Run(() => 3))
        == awaits inside expressions
        async Task<int> N(int n) { await Task.Yield(); return n; }
        var list = new[] { await N(1), await N(2) }; var map = new Dictionary<int, int> { [await N(3)] = await N(4) };
        $"{await N(5)} {list[await N(0)]} {map[3]} {await N(await N(6))} {(await N(1) > 0 ? await N(7) : await N(8))} {-await N(9)}"
        == awaits in conditions
        async Task<bool> B(bool b) { await Task.Yield(); return b; }
        var n = 0; while (await B(n < 3)) n++; if (await B(true) && !await B(false)) n += 10; for (; await B(n < 15); n++) ; do n++; while (await B(n < 20));
        n
        == switch expression with awaits
        async Task<string> F(int n) => await Task.FromResult(n) switch { 0 => await Task.FromResult("zero"), var m when m > 5 => $"{await Task.FromResult(m)}", _ => "few" };
        (await F(0), await F(9), await F(3))
        == await of null
        Task none = null;
        try { await none; } catch (NullReferenceException e) { Console.WriteLine(e.Message); }
        == await of a conditional and of a cast
        var yes = true; var t = Task.FromResult(2);
        async Task<int> F() => await (yes ? t : Task.FromResult(3)) + await (Task<int>)t;
        await F()
        == await of dynamic
        dynamic d = Task.FromResult(4);
        int n = await d;
        n
        == custom awaitable
        class Soon { public Awaiter GetAwaiter() => new(); }
        class Awaiter : System.Runtime.CompilerServices.INotifyCompletion
        {
            public bool IsCompleted => false;
            public void OnCompleted(Action rest) { Console.WriteLine("later"); Task.Run(rest); }
            public string GetResult() { return "soon"; }
        }
        async Task<string> F() { var s = await new Soon(); return s; }
        await F() + await new Soon()
        == custom awaitable struct
        readonly struct Now { public Now GetAwaiter() => this; public bool IsCompleted => true; public void OnCompleted(Action a) { } public int GetResult() => 5; }
        class Marker : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public void OnCompleted(Action a) { } public void GetResult() { } public Marker GetAwaiter() => this; }
        await new Marker(); 1
        == try catch finally with awaits
        async Task F()
        {
            try { await Task.Yield(); throw new Exception("first"); }
            catch (Exception e) when (e.Message == "first") { await Task.Yield(); Console.WriteLine("caught"); throw new Exception("second"); }
            finally { await Task.Yield(); Console.WriteLine("finally"); }
        }
        await F()
        == exceptions come with their lines
        async Task Inner()
        {
            await Task.Delay(1);
            throw new InvalidOperationException("inner");
        }
        async Task Outer()
        {
            await Inner();
        }
        await Outer();
        == exceptions of sync code come with their lines
        void A(int n)
        {
            if (n == 0)
                throw new ArgumentException("deep");
            A(n - 1);
        }
        // a remark
        A(2);
        == exception wrapped
        void F() { try { int.Parse("x"); } catch (FormatException e) { throw new InvalidOperationException("wrapped", e); } }
        F();
        == rethrow
        void F() { try { throw new Exception("once"); } catch { Console.WriteLine("seen"); throw; } }
        F();
        == a filter that looks first
        bool Look(string s) { Console.WriteLine(s); return false; }
        void F() { try { throw new Exception("x"); } finally { Console.WriteLine("inner finally"); } }
        try { F(); } catch (Exception) when (Look("filter")) { } catch (Exception e) { Console.WriteLine(e.Message); }
        == aggregate
        async Task<int> Bad(string s) { await Task.Yield(); throw new Exception(s); }
        var all = Task.WhenAll(Bad("a"), Bad("b"));
        try { await all; } catch (Exception e) { Console.WriteLine(e.Message); }
        Console.WriteLine(string.Join(",", all.Exception.InnerExceptions.Select(e => e.Message)));
        all.Wait();
        == cancellation
        using System.Threading;
        async Task F(CancellationToken token) { try { await Task.Delay(-1, token); } finally { Console.WriteLine("cleaned"); } }
        var stop = new CancellationTokenSource(20);
        await F(stop.Token);
        == stack trace of the cell's own methods
        class Deep { public static void Fail() => throw new Exception("deep"); }
        try { Deep.Fail(); } catch (Exception e) { Console.WriteLine(e.StackTrace.Split('\n').Length + e.TargetSite.Name); }
        == using
        class R(string name) : IDisposable { public void Dispose() => Console.WriteLine("disposed " + name); }
        void F() { using var a = new R("a"); using (var b = new R("b")) Console.WriteLine("inside"); using (new R("c")) { } }
        F();
        using (var x = new R("x")) Console.WriteLine("top");
        == await using
        class R(string name) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); Console.WriteLine("disposed " + name); } }
        async Task F() { await using var a = new R("a"); await using (var b = new R("b")) { Console.WriteLine("inside"); } await using (new R("c")) Console.WriteLine("d"); await using (null as R) { } }
        await F();
        await using (var x = new R("x")) { Console.WriteLine("top"); }
        == await using by pattern and configured
        class P { public ValueTask DisposeAsync() { Console.WriteLine("pattern"); return default; } }
        class R : IAsyncDisposable { public ValueTask DisposeAsync() { Console.WriteLine("interface"); return default; } }
        struct S : IAsyncDisposable { public ValueTask DisposeAsync() { Console.WriteLine("struct"); return default; } }
        async Task F() { await using var p = new P(); await using var r = new R().ConfigureAwait(false); await using var s = new S(); await using (R one = new(), two = new()) { } }
        await F();
        == await using when the body throws
        class R : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); Console.WriteLine("disposed"); throw new Exception("on the way out"); } }
        async Task F()
        {
            await using var r = new R();
            throw new Exception("in the body");
        }
        await F();
        == async iterators
        async IAsyncEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) { await Task.Yield(); yield return i; } }
        var sum = 0;
        await foreach (var i in Count(4)) sum += i;
        sum
        == async iterators that end early
        async IAsyncEnumerable<int> F() { try { yield return 1; await Task.Delay(1); yield return 2; } finally { await Task.Yield(); Console.WriteLine("closed"); } }
        await foreach (var i in F()) { Console.WriteLine(i); break; }
        == async iterators that throw
        async IAsyncEnumerable<int> F() { yield return 1; await Task.Yield(); throw new Exception("third"); }
        await foreach (var i in F().ConfigureAwait(false)) Console.WriteLine(i);
        == async iterators with a token
        using System.Threading; using System.Runtime.CompilerServices;
        async IAsyncEnumerable<int> Ticks([EnumeratorCancellation] CancellationToken token = default) { for (var i = 0; ; i++) { await Task.Yield(); token.ThrowIfCancellationRequested(); yield return i; } }
        var stop = new CancellationTokenSource();
        await foreach (var i in Ticks().WithCancellation(stop.Token)) { Console.WriteLine(i); if (i == 2) stop.Cancel(); }
        == async iterators that yield awaits
        async IAsyncEnumerable<string> F() { yield return await Task.FromResult("a"); yield return $"{await Task.FromResult("b")}"; yield break; }
        await foreach (var s in F()) Console.Write(s);
        == await foreach over pairs and a pattern
        async IAsyncEnumerable<(int A, string B)> F() { await Task.Yield(); yield return (1, "x"); }
        class Own { public E GetAsyncEnumerator() => new(); public class E { int n; public int Current => n; public async ValueTask<bool> MoveNextAsync() { await Task.Yield(); return n++ < 2; } } }
        await foreach (var (a, b) in F()) Console.WriteLine(a + b);
        await foreach (var n in new Own()) Console.WriteLine(n);
        == when each
        await foreach (var done in Task.WhenEach(Task.FromResult(1))) Console.WriteLine(await done);
        == lock
        using System.Threading;
        var gate = new Lock(); var old = new object(); var n = 0;
        void Add() { lock (gate) n++; lock (old) { n++; } }
        Parallel.For(0, 20, _ => Add());
        n
        == interlocked with ref fields
        using System.Threading;
        class Counter { int _n; public int Next() => Interlocked.Increment(ref _n); }
        var c = new Counter(); c.Next(); c.Next()
        == nested classes
        class Outer { public class Inner { public static async Task<int> F() { await Task.Yield(); return 1; } public int P { get { return 2; } set { Console.WriteLine(value); } } public int Q => 3; public int this[int i] => i; } }
        var o = new Outer.Inner(); o.P = 5;
        (await Outer.Inner.F(), o.P, o.Q, o[7])
        == properties of every kind
        class P { public int A { get; set; } = 1; public int B { get; init; } public required int C { get; init; } public int D { get => field + 1; set => field = value * 2; } public static int E => 4; int _f; public int F { get => _f; private set { _f = value; } } public P() { F = 6; } }
        var p = new P { B = 2, C = 3, D = 5 };
        (p.A, p.B, p.C, p.D, P.E, p.F)
        == constructors
        class A { public A(int n) { Console.WriteLine($"A{n}"); } }
        class B : A { readonly int _n; static B() { Console.WriteLine("static"); } public B() : this(F()) { } public B(int n) : base(n + 1) => _n = n; static int F() => 7; public int N => _n; }
        new B().N
        == structs and records
        struct S { public int X; public S(int x) { X = x; } public readonly int Y => X + 1; public void Up() { X++; } }
        record R(int A) { public int B { get; } = A * 2; public string Show() => $"{A}{B}"; }
        record struct T(int N) { public readonly T More() => this with { N = N + 1 }; }
        var s = new S(1); s.Up(); (s.X, s.Y, new R(2).Show(), new T(1).More().N, new R(1) == new R(1))
        == operators and conversions
        readonly struct V(int n) { public int N => n; public static V operator +(V a, V b) => new(a.N + b.N); public static implicit operator V(int n) { return new V(n); } public static bool operator true(V v) => v.N > 0; public static bool operator false(V v) => v.N <= 0; }
        V v = 3; v = v + 4; v ? v.N : 0
        == interfaces and virtual calls
        interface IShape { int Area(); int Double() => Area() * 2; }
        abstract class Base : IShape { public abstract int Area(); public virtual string Name() { return "base"; } }
        sealed class Sq(int n) : Base { public override int Area() => n * n; public override string Name() => base.Name() + "!"; }
        IShape s = new Sq(3); (s.Double(), new Sq(1).Name())
        == events
        class Bell { public event Action Rung; event Action _kept; public event Action Kept { add { _kept += value; Console.WriteLine("added"); } remove => _kept -= value; } public void Ring() { Rung?.Invoke(); _kept?.Invoke(); } }
        var bell = new Bell(); bell.Rung += () => Console.WriteLine("ding"); bell.Kept += Say; bell.Ring(); bell.Kept -= Say; bell.Ring();
        void Say() => Console.WriteLine("dong");
        == field initializers with lambdas
        class H { Func<int> _f = () => Math.Max(1, 2); readonly Func<Task<int>> _g = async () => { await Task.Yield(); return 5; }; public async Task<int> Sum() => _f() + await _g(); }
        await new H().Sum()
        == ToString of the cell's own
        class N { public override string ToString() { return "I am N"; } }
        new N()
        == an exception of the cell's own
        class Own(int n) : Exception { public override string Message => $"own {n}"; }
        async Task F() { await Task.Yield(); throw new Own(3); }
        await F();
        == preprocessor
        #nullable enable
        #pragma warning disable CS0219
        string? s = null;
        #if NEVER
        Console.WriteLine("never");
        #else
        Console.WriteLine(s is null);
        #endif
        #region r
        var unused = 1;
        #endregion
        == references and comments first
        // 标题
        #r "System.Xml.Linq"
        using System.Xml.Linq;
        /* a */ Console.WriteLine(/* b */ new XElement("a")); // c
        == raw strings keep their lines
        var s = """
            one
              two
            """;
        throw new Exception(s);
        == checked and constants
        const int Max = int.MaxValue;
        int F(int n) { const int k = 1; checked { return n + k; } }
        F(Max)
        == threads
        using System.Threading;
        var seen = 0; var t = new Thread(() => { Volatile.Write(ref seen, 3); }); t.Start(); t.Join();
        ThreadPool.QueueUserWorkItem(_ => seen++); while (Volatile.Read(ref seen) < 4) await Task.Delay(1);
        seen
        == the same thread until something is awaited
        var first = Environment.CurrentManagedThreadId;
        async Task<bool> Same() { var before = Environment.CurrentManagedThreadId; await Task.CompletedTask; return before == Environment.CurrentManagedThreadId; }
        (await Same(), first == Environment.CurrentManagedThreadId)
        == synchronous continuations run inside SetResult
        var box = new TaskCompletionSource(); var log = new List<string>();
        async Task Wait() { await box.Task; log.Add("continuation"); }
        var waiting = Wait(); log.Add("before"); box.SetResult(); log.Add("after"); await waiting;
        string.Join(" ", log)
        == async local
        using System.Threading;
        var local = new AsyncLocal<string>();
        async Task Set() { local.Value = "inner"; await Task.Yield(); Console.WriteLine(local.Value); }
        local.Value = "outer"; await Set(); Console.WriteLine(local.Value);
        void Leak() { local.Value = "leaked"; } Leak(); Console.WriteLine(local.Value);
        await Task.Run(() => Console.WriteLine(local.Value));
        == own synchronization context
        using System.Threading;
        class Queue : SynchronizationContext { readonly System.Collections.Concurrent.BlockingCollection<Action> _all = []; public int Posts; public override void Post(SendOrPostCallback d, object state) { Posts++; _all.Add(() => d(state)); } public void Run(Func<Task> f) { var old = Current; SetSynchronizationContext(this); try { var t = f(); while (!t.IsCompleted) _all.Take()(); t.GetAwaiter().GetResult(); } finally { SetSynchronizationContext(old); } } }
        var queue = new Queue();
        queue.Run(async () => { await Task.Yield(); await Task.Delay(1); Console.WriteLine(SynchronizationContext.Current is Queue); });
        queue.Posts > 1
        == tuples of tasks and discards
        _ = Task.CompletedTask; var (a, b) = (Task.FromResult(1), Task.FromResult(2)); _ = await a; await b
        == patterns
        object o = new[] { 1, 2, 3 };
        string F() { if (o is int[] { Length: > 2 } and [var first, .., var last]) return $"{first}{last}"; return o is not string s ? "no" : s; }
        F()
        == local functions used before they stand
        int R() { return Later(2); int Later(int n) { if (n == 0) return 1; return Later(n - 1) + 1; } }
        R()
        == nested lambdas
        Func<int, Func<int, Task<int>>> add = a => async b => { await Task.Yield(); return new Func<int>(() => Math.Abs(a + b))(); };
        await add(1)(2)
        == anonymous types
        var one = new { A = await Task.FromResult(1), B = "b" }; async Task<object> F() { await Task.Yield(); return new { X = 1 }; }
        Console.WriteLine(one.A); await F()
        == a script that names its variables as we do
        var __step1 = 5; int F(int __step_1) { var __step2 = __step_1; return __step2; } string AsyncBook = "a";
        F(__step1) + AsyncBook
        == parallel
        var bag = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), async (i, token) => { await Task.Yield(); bag.Add(i); });
        bag.Sum()
        == channels
        using System.Threading.Channels;
        var pipe = Channel.CreateBounded<int>(1);
        async Task Write() { for (var i = 0; i < 3; i++) await pipe.Writer.WriteAsync(i); pipe.Writer.Complete(); }
        var writing = Write(); await foreach (var i in pipe.Reader.ReadAllAsync()) Console.Write(i); await writing;
        == suppress throwing
        async Task Bad() { await Task.Yield(); throw new Exception("x"); }
        await Bad().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); "went on"
        == wait blocks and wraps
        async Task Bad() { await Task.Delay(1); throw new Exception("x"); }
        Bad().Wait();
        == display in between
        Console.WriteLine("a"); display(1); Console.WriteLine("b"); 2
        == errors and warnings
        async Task F() { }
        int unused; Console.WriteLine("still runs");
        == does not compile
        int x = "a";
        """""""");

    private static Dictionary<string, string> Split(string text) => Regex.Split(text, "^== ", RegexOptions.Multiline)
        .Where(part => part.Length > 0)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0].Trim(), part => part[1].TrimEnd());
}
