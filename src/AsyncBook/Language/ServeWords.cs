namespace AsyncBook.Language;

/// <summary>What the live book says, in the terminal and on its pages.</summary>
internal static class ServeWords
{
    public static string Description => Tongue.Of(
        """
        Opens the notebooks in the browser, to read and to run: every cell can be changed, run, stopped and stepped through.
        It needs the .NET SDK and a browser, no editor, no Python and no network, and is there for this machine alone.
        The first line that is printed is the address, with its token. Ctrl+C ends it and all its kernels.

        Exit codes:
          0    ended by Ctrl+C
          1    the port is taken, or the browser's pages cannot be served
          2    bad usage, or a notebook that cannot be read
        """,
        """
        在浏览器里打开笔记本：读，改，运行，停下，逐步看，检查练习。
        只要 .NET SDK 和浏览器，不要编辑器，不要 Python，也不要网络；只有这台机器打得开。
        打印的第一行就是地址，后面带着令牌。按 Ctrl+C 结束，内核也一起结束。

        退出码：
          0    按 Ctrl+C 结束
          1    端口被占用，或者网页出不来
          2    用法不对，或者有笔记本读不了
        """);

    public static string Notebook => Tongue.Of("The notebook to open, such as 1.4 or notebooks/1.4-task.ipynb, or a folder of notebooks", "要打开的笔记本，比如 1.4 或 notebooks/1.4-task.ipynb，或者放笔记本的文件夹");

    public static string Port => Tongue.Of("The port on 127.0.0.1 [default: 8413, or a free one]", "127.0.0.1 上的端口 [默认：8413，被占用就另找一个]");

    public static string PortRange => Tongue.Of("--port takes a number from 1 to 65535", "--port 要写 1 到 65535 的数");

    public static string NoBrowser => Tongue.Of("Only print the address", "只打印地址，不打开浏览器");

    public static string HowToEnd => Tongue.Of("Ctrl+C ends it.", "按 Ctrl+C 结束。");

    public static string BrowserFailed(string why) => Tongue.Of($"no browser could be opened ({why}); open the address above", $"浏览器打不开（{why}）；请自己打开上面的地址");

    public static string PortTaken(int port) => Tongue.Of(
        $"port {port} of 127.0.0.1 is taken or not allowed; leave --port away, or name another one",
        $"127.0.0.1 的端口 {port} 已被占用，或者不许用；不写 --port，或者换一个");

    public static string NoSuchNotebook(string name, string folder) => Tongue.Of(
        $"there is no such notebook in {folder}; name it as in 'serve 1.4', or by its path ({name})",
        $"{folder} 里没有这个笔记本（{name}）；可以写 serve 1.4，或者写它的路径");

    public static string ForeignHost => Tongue.Of("This server answers to 127.0.0.1 and localhost only.", "这个服务器只认 127.0.0.1 和 localhost。");

    public static string OnlyReading => Tongue.Of("Pages can only be read.", "这里只能读网页。");

    public static string WrongToken => Tongue.Of("The token is not of this run: open the address that asyncbook serve printed last.", "令牌不对：请打开 asyncbook serve 这一次打印的地址。");

    public static string NoCookie => Tongue.Of("Open the address that asyncbook serve printed, with its token.", "请打开 asyncbook serve 打印的地址（带令牌的那个）。");

    public static string ForeignOrigin => Tongue.Of("Only the book's own pages may talk to it.", "只有书自己的网页可以连接。");

    public static string OnlySockets => Tongue.Of("Here a page's own script talks to the server, nobody else.", "这里只有网页自己的脚本能连接。");

    public static string NoSuchPage => Tongue.Of("There is no such page in the book.", "书里没有这一页。");

    public static string NoSuchExercise(string id) => Tongue.Of($"there is no exercise {id} in it", $"里面没有练习 {id}");

    public static string NoMessage(string why) => Tongue.Of($"this message was not understood: {why}", $"看不懂这条消息：{why}");

    public static string KernelDoesNotStart(string why) => Tongue.Of($"The kernel does not start: {why}", $"内核启动不了：{why}");

    public static string KernelLost(string why) => Tongue.Of(
        $"The kernel ended: {why}. A new one is starting; it knows nothing of what ran before: run everything up to this cell.",
        $"内核结束了：{why}。正在换一个新的，前面运行过的它都不知道：请重新运行到这一格。");

    public static string Restarted => Tongue.Of("The kernel is started anew; what ran before is forgotten.", "内核重新启动，前面运行过的都忘了。");

    public static string ServicesStarted => Tongue.Of("The kernel is started anew, so that it finds the servers.", "内核重新启动，好找到刚启动的服务器。");

    public static string Stopped => Tongue.Of("stopped", "停下了");

    public static string CheckSaidNothing => Tongue.Of("the check said nothing", "检查没有说话。");

    public static string Kept(string file) => Tongue.Of($"the other text is kept in {file}", $"换下来的那一份收在 {file}");
}
