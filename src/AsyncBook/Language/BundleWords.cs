namespace AsyncBook.Language;

/// <summary>What is said of the bundle for a room without a network.</summary>
internal static class BundleWords
{
    public static string Description => Tongue.Of(
        """
        Packs everything a room needs without a network into one file, for a USB stick: the repository as it was last committed,
        the packages of build, tests, notebooks and Jupyter's kernel, the book, and scripts (sh, PowerShell) that set it up from there.

        Left out: the .NET SDK, which everybody needs, Redis and MySQL, and the package of the browser tests (214 MB).

        Exit codes:
          0    written
          1    a package cannot be had, or this is no git repository; nothing was written
        """,
        """
        把没有网的教室要用的一切打成一个文件，放进 U 盘：仓库（最后一次提交的样子），编译、测试、笔记本和 Jupyter 内核的包，
        做好的书，还有安装用的脚本（sh 和 PowerShell）。

        不包括：人人要装的 .NET SDK，Redis 和 MySQL，浏览器测试的包（214 MB）。

        退出码：
          0    写好了
          1    有的包拿不到，或者这里不是 git 仓库；什么都没有写
        """);

    public static string Out => Tongue.Of("The file to write", "写成哪个文件");

    public static string Restoring => Tongue.Of("restoring packages (what is not here yet is downloaded) …", "正在还原包（还没有的要下载）……");

    public static string Packing(int packages) => Tongue.Of($"packing the repository, the book and {packages} packages …", $"正在打包：仓库、书和 {packages} 个包……");

    public static string Written(string path, long megabytes, int packages, long packageMegabytes) => Tongue.Of(
        $"{path}: {megabytes} MB, of which {packages} packages are {packageMegabytes} MB; unpack it and run setup.sh or setup.ps1",
        $"{path}：{megabytes} MB，其中 {packages} 个包占 {packageMegabytes} MB；解压以后运行 setup.sh 或 setup.ps1");

    public static string Failed(string command, string output) => Tongue.Of($"{command} failed: {output}", $"{command} 失败了：{output}");

    public static string NoPackage(string package, string folder) => Tongue.Of($"the package {package} is not in {folder}", $"{folder} 里没有包 {package}");

    public static string NoRepository => Tongue.Of(
        "this program was not built from a repository: run it there, with dotnet run",
        "这个程序不是从仓库里编译的：请在仓库里用 dotnet run 运行");
}
