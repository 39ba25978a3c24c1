#nullable enable
using System;
using System.Diagnostics;
using System.Threading.Tasks;

/// <summary>Judges the answer to the exercise of the process pool. Import Check.cs and ChildProgram.cs first.</summary>
public static class ProcessChecks
{
    // Reads first, so that who feeds it never meets a pipe with nobody at the other end.
    private const string Source = """
        using System;
        class Child
        {
            static int Main(string[] arguments)
            {
                var mode = arguments[0];
                if (mode == "echo")
                {
                    while (Console.ReadLine() is { } line) Console.WriteLine(line);
                    return 0;
                }
                var count = Console.In.ReadToEnd().Length;
                if (mode == "sleep") System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
                if (mode == "noisy") for (var i = 0; i < 5000; i++) Console.Error.WriteLine(new string('x', 100));
                if (mode == "fail") Console.Error.WriteLine("broken pieces");
                Console.WriteLine(count);
                return mode == "fail" ? 3 : 0;
            }
        }
        """;

    private static readonly TimeSpan _generous = TimeSpan.FromSeconds(15);

    /// <summary>process-pool-a: feed a child, and bring back what it says.</summary>
    /// <param name="feed">The learner's method.</param>
    public static async Task<Verdict> FeedAsync(Func<Process, string, TimeSpan, Task<string>> feed)
    {
        using var program = await ChildProgram.CompileAsync(Source);
        var lines = string.Join('\n', new string[20_000]).Replace("\n", "0123456789012345678901234567890123456789\n", StringComparison.Ordinal);
        return await AnswerAsync("echo", "", "", "没有输入也要关上标准输入：不然子进程一直等")
            ?? await AnswerAsync("noisy", "12345", "5", "子进程往标准错误里写了很多，没有人读，它就写不下去：标准输出和标准错误要同时读")
            ?? await AnswerAsync("echo", lines, lines, "输入和输出都很多：写输入的时候，也要读输出，不然两边都等着对方")
            ?? await FailureAsync()
            ?? await TimeoutAsync();

        async Task<Verdict?> AnswerAsync(string mode, string input, string wanted, string why)
        {
            using var child = program.Start(mode);
            try
            {
                var answer = await feed(child, input, _generous).WaitAsync(2 * _generous);
                return answer.ReplaceLineEndings("\n").Trim('\n') == wanted.Trim('\n')
                    ? null : Check.Wrong($"应当返回子进程写到标准输出的全部文字，一共 {wanted.Length} 个字符上下，你的有 {answer.Length} 个");
            }
            catch (TimeoutException) { return Check.Wrong(why); }
            finally { child.Kill(); }
        }

        async Task<Verdict?> FailureAsync()
        {
            using var child = program.Start("fail");
            try
            {
                await feed(child, "1", _generous).WaitAsync(2 * _generous);
                return Check.Wrong("子进程的退出码是 3，不是 0：要抛 InvalidOperationException");
            }
            catch (InvalidOperationException error)
            {
                return error.Message.Contains("broken pieces", StringComparison.Ordinal)
                    ? null : Check.Wrong("子进程写在标准错误里的话，要写进异常里，不然谁也不知道为什么失败");
            }
            finally { child.Kill(); }
        }

        async Task<Verdict> TimeoutAsync()
        {
            using var child = program.Start("sleep");
            try
            {
                await feed(child, "1", TimeSpan.FromSeconds(1)).WaitAsync(_generous);
                return Check.Wrong("到了时限，子进程还没有结束，你却返回了");
            }
            catch (TimeoutException)
            {
                var ended = child.WaitForExitAsync();
                return await Task.WhenAny(ended, Task.Delay(5000)) == ended
                    ? Check.Right("三条管道一起走，时限一到就收拾干净")
                    : Check.Wrong("到了时限，要抛 TimeoutException，还要杀掉子进程：它还活着");
            }
            finally { child.Kill(); }
        }
    }
}
