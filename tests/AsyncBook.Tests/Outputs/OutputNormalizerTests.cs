using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Services;

namespace AsyncBook.Tests.Outputs;

public sealed class OutputNormalizerTests
{
    [Theory]
    [InlineData("用时 12 ms", "用时 7 ms")]
    [InlineData("用时12ms,完", "用时1,234.5 ms,完")]
    [InlineData("took 1.03 s.", "took 0.998 s.")]
    [InlineData("0.5 秒", "12.25 秒")]
    [InlineData("等了250毫秒", "等了1999  毫秒")]
    [InlineData("3 µs", "12 μs")]
    [InlineData("3 us", "1E-05 us")]
    [InlineData("2 seconds", "1.5 seconds")]
    [InlineData("[00:00:01.23] a", "[00:00:02.3456789] a")]
    [InlineData("1.02:03:04", "00:00:00")]
    [InlineData("线程 7", "线程 12")]
    [InlineData("线程 #7 上", "线程 #13 上")]
    [InlineData("thread 7, Thread #7", "thread 9, Thread #11")]
    [InlineData("ThreadId=7", "ThreadId=8")]
    [InlineData("ManagedThreadId: 7", "ManagedThreadId: 8")]
    [InlineData("在 7 号线程", "在 12 号线程")]
    [InlineData("http://127.0.0.1:43567/a", "http://127.0.0.1:5000/a")]
    [InlineData("localhost:5000", "localhost:43567")]
    [InlineData("http://[::1]:5000/", "http://[::1]:1/")]
    [InlineData("redis://127.0.0.1:16379", "redis://redis-1:6379")]
    [InlineData("连不上 127.0.0.1:43211（环境变量", "连不上 mysql-2:3306（环境变量")]
    [InlineData("mysql://workshop:x@127.0.0.1:13306/workshop", "mysql://workshop:x@mysql-1:3306/workshop")]
    [InlineData("Unspecified/redis-2:6379,", "Unspecified/127.0.0.1:16380,")]
    [InlineData("写到/tmp/asyncbook-x1/a.jpg", "写到/tmp/q/b")]
    [InlineData("file:///tmp/a", "/var/folders/zz/T/b")]
    [InlineData("\"/tmp/a\"", "\"C:\\Users\\张三\\AppData\\Local\\Temp\\b.txt\"")]
    [InlineData("<Task at 0x7f3a2b1c4d50>", "<Task at 0x00007F9A01020304>")]
    [InlineData("Object@1a2b3c4d", "Object@9f8e7d6")]
    [InlineData("哈希码 46104728", "哈希码 -5")]
    [InlineData("id 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "id 00000000-0000-0000-0000-000000000000")]
    [InlineData("pid 123, 进程 123", "pid 4, 进程 77777")]
    [InlineData("PID: 1", "PID: 2")]
    [InlineData("a\r\nb\r\n", "a\nb")]
    [InlineData("a  \t b", "a b")]
    [InlineData("a  \nb\t\n\n\n", "a\nb")]
    public void What_varies_from_run_to_run_is_the_same(string stored, string now) =>
        Assert.Equal(Normal(stored), Normal(now));

    [Theory]
    [InlineData("1", "2")]
    [InlineData("100", "101")]
    [InlineData("done=2", "done=3")]
    [InlineData("done 1 of 3", "done 2 of 3")]
    [InlineData("main开始\nmain结束", "main结束\nmain开始")]
    [InlineData("1\n1\n2", "1\n2")]
    [InlineData("a\n\nb", "a\nb")]
    [InlineData("end", "End")]
    [InlineData("用时 12 ms", "用时 12 m")]
    [InlineData("12 ms a", "12 ms b")]
    [InlineData("3 sleeps", "4 sleeps")]
    [InlineData("3 s1", "4 s1")]
    [InlineData("x3 ms", "x4 ms")]
    [InlineData("1\ns", "2\ns")]
    [InlineData("线程:\n1", "线程:\n2")]
    [InlineData("1:2", "1:3")]
    [InlineData("10:30", "10:31")]
    [InlineData("2 个线程", "3 个线程")]
    [InlineData("线程 2 个", "线程 3 个")]
    [InlineData("线程数 4", "线程数 5")]
    [InlineData("threads 4", "threads 5")]
    [InlineData("线程 7", "线程池 7")]
    [InlineData("thread a", "thread b")]
    [InlineData("redis:6379", "redis:6380")]
    [InlineData("127.0.0.1:5000", "localhost:5000")]
    [InlineData("localhost:5000/a", "localhost:5000/b")]
    [InlineData("redis-1", "redis-2")]
    [InlineData("redis-1: 1", "redis-1: 2")]
    [InlineData("my-redis-1:6379", "127.0.0.1:6379")]
    [InlineData("redis-3:6379", "127.0.0.1:6379")]
    [InlineData("data/tmp/a", "data/tmp/b")]
    [InlineData("/home/a", "/home/b")]
    [InlineData("写到 /tmp/a 完成", "写到 /tmp/a 失败")]
    [InlineData("写到/tmp/a完成", "写到/tmp/a失败")]
    [InlineData("0xFF", "0xFE")]
    [InlineData("0x80004005", "0x80004004")]
    [InlineData("a@123456.com", "a@654321.com")]
    [InlineData("@decade", "@facade")]
    [InlineData("code 46104728", "code 46104729")]
    [InlineData("rapid 1", "rapid 2")]
    [InlineData("2 个进程", "3 个进程")]
    [InlineData("  a", "a")]
    [InlineData("ab", "a b")]
    [InlineData("██", "███")]
    [InlineData("10 次/秒", "11 次/秒")]
    [InlineData("1.5 倍", "1.6 倍")]
    public void What_the_lesson_says_is_kept(string stored, string now) =>
        Assert.NotEqual(Normal(stored), Normal(now));

    [Theory]
    [InlineData("b\na\nb", "a\nb\nb", true)]
    [InlineData("第 3 个用时 2 ms\n第 1 个用时 9 ms", "第 1 个用时 1 ms\n第 3 个用时 1 ms", true)]
    [InlineData("a\nb\nb", "a\na\nb", false)]
    [InlineData("a 1\nb 2", "a 2\nb 1", false)]
    public void Unordered_lines_may_come_in_any_order_but_must_all_be_there(string stored, string now, bool areEqual) =>
        Assert.Equal(areEqual, Normal(stored, Parity.Unordered) == Normal(now, Parity.Unordered));

    [Theory]
    [InlineData("用户 10\n用户 20\n用户 30\n完", "用户 7\n完", true)]
    [InlineData("共 1,234.5 个,-3", "共 7 个,8", true)]
    [InlineData("用时 3 s", "用时 12 ms", true)]
    [InlineData("█░░░█ a:从 1.0 ms", "  ██░  ░░ a:从 22.0 ms", true)]
    [InlineData("a 1\nb 2", "b 2\na 1", false)]
    [InlineData("a 1\nb 1\na 1", "a 1\nb 1", false)]
    [InlineData("a 1", "a x", false)]
    [InlineData("█ a", "a", false)]
    public void Shape_sets_quantities_aside_but_not_words_and_their_order(string stored, string now, bool areEqual) =>
        Assert.Equal(areEqual, Normal(stored, Parity.Shape) == Normal(now, Parity.Shape));

    [Fact]
    public void A_path_in_this_machines_own_temporary_folder_varies() =>
        Assert.Equal("<tmp> x", Normal(Path.Combine(Path.GetTempPath(), "abc.txt") + " x"));

    [Theory]
    [InlineData("ASYNCBOOK_REDIS_1", "redis://:a@cache.example:7000", "redis://:x@Cache.example:7000/0", "redis://:x@127.0.0.1:16379/0")]
    [InlineData("ASYNCBOOK_MYSQL_2", "mysql://workshop:a@10.1.2.3:3306/workshop", "connect 10.1.2.3:3306", "connect 127.0.0.1:13307")]
    public void A_service_is_the_same_wherever_it_is(string variable, string address, string now, string stored)
    {
        var there = ServiceAddresses.OfEnvironment.With([KeyValuePair.Create(variable, address)]);
        Assert.Equal(Normal(stored, addresses: there), Normal(now, addresses: there));
        Assert.NotEqual(Normal(stored, addresses: there), Normal(now.Replace("0", "9", StringComparison.Ordinal), addresses: there));
    }

    private static string Normal(string text, Parity? parity = null, ServiceAddresses? addresses = null) =>
        new OutputNormalizer(addresses ?? ServiceAddresses.OfEnvironment).Normalize([new StreamOutput("stdout", text)], parity);
}
