namespace AsyncBook.Language;

/// <summary>What is said of Redis and MySQL.</summary>
internal static class ServiceWords
{
    public static string Description => Tongue.Of(
        """
        The Redis and MySQL servers of chapters 2.1 to 2.4.

        Where this machine has redis-server and mariadbd, it is those, with the users and data of docker-compose.yml and new passwords,
        on 127.0.0.1 and in a folder of their own; otherwise Docker's, where an engine answers; otherwise, for Redis, garnet-server,
        which 'up' fetches from NuGet (116 MB, once). 'run' does this by itself where needed, but fetches nothing.

        Environment: ASYNCBOOK_REDIS_1, ASYNCBOOK_REDIS_2 (redis://:password@host:port), ASYNCBOOK_MYSQL_1, ASYNCBOOK_MYSQL_2
        (mysql://user:password@host:port/database) say where they are; docker-compose.yml's are the defaults.
        """,
        """
        2.1 到 2.4 要用的 Redis 和 MySQL 服务器。

        这台机器上有 redis-server 和 mariadbd，就用它们：用户和数据跟 docker-compose.yml 里的一样，密码是新的，只开在 127.0.0.1，
        放在自己的文件夹里；没有，而 Docker 有回应，就用 Docker 的；都没有，Redis 用 garnet-server 代替，up 会从 NuGet 下载它
        （116 MB，只有一次）。run 需要的时候，会自己启动它们，但是不下载。

        环境变量 ASYNCBOOK_REDIS_1、ASYNCBOOK_REDIS_2（redis://:密码@主机:端口）、ASYNCBOOK_MYSQL_1、ASYNCBOOK_MYSQL_2
        （mysql://用户:密码@主机:端口/数据库）说它们在哪里；没有设的时候，用 docker-compose.yml 里的地址。
        """);

    public static string Format => Tongue.Of(
        "Print nothing but the variables that say where the servers are, for a shell to read",
        "只打印说明服务器在哪里的变量，给 shell 读");

    public static string Up => Tongue.Of(
        "Starts what does not answer yet, and says which variables to set where the addresses are not the usual ones",
        "启动没有回应的；地址和平常不同的，说要设哪些变量");

    public static string Status => Tongue.Of(
        "Shows each server: where, which version, how quick. Exit code 1 if one does not answer",
        "列出每个服务器：在哪里，什么版本，多快回应。有一个没有回应，退出码就是 1");

    public static string Down => Tongue.Of(
        "Stops what 'up' started, and nothing else; data of Docker's servers stays",
        "停掉 up 启动的，别的不动；Docker 的数据还留着");

    public static string Looking => Tongue.Of("looking for the servers …", "正在找服务器……");

    public static string Starting(string names) => Tongue.Of($"starting {names} (some seconds) …", $"正在启动 {names}（要几秒）……");

    public static string StartingDocker(string names) => Tongue.Of(
        $"starting {names} with Docker (a minute or two where images must be fetched) …",
        $"正在用 Docker 启动 {names}（要下载镜像的话，一两分钟）……");

    public static string StoppedOrphans(string names) => Tongue.Of($"stopped what a run had left: {names}", $"停掉了以前运行留下的：{names}");

    public static string Stopped(string names) => Tongue.Of($"stopped: {names}", $"停掉了：{names}");

    public static string StoppedDocker => Tongue.Of("stopped: the servers of docker-compose.yml", "停掉了：docker-compose.yml 的服务器");

    public static string NothingToStop => Tongue.Of("nothing to stop: 'services up' started none that still runs", "没有要停的：没有 services up 启动、还在跑的服务器");

    public static string Service => Tongue.Of("service", "服务器");

    public static string Where => Tongue.Of("where", "在哪里");

    public static string Version => Tongue.Of("version", "版本");

    public static string AnswerAfter => Tongue.Of("answer after", "多久回应");

    public static string NoAnswer => Tongue.Of("does not answer", "没有回应");

    public static string Refused(string words) => Tongue.Of($"turned us away: {words}", $"拒绝了：{words}");

    public static string StartThem(string command) => Tongue.Of($"start them with: {command}", $"启动：{command}");

    public static string Install(string packages) => Tongue.Of(
        $"install Docker, or: sudo apt-get install {packages}",
        $"请装 Docker，或者：sudo apt-get install {packages}");

    public static string StartedForThisRun(string names) => Tongue.Of($"started for this run: {names}", $"为这次运行启动了：{names}");

    public static string RefusedAt(string name, string where, string words) => Tongue.Of(
        $"{name} turned us away at {where}: {words}",
        $"{name} 在 {where} 拒绝了：{words}");

    public static string SilentAt(string name, string where, string command) => Tongue.Of(
        $"{name} does not answer at {where}; start it with: {command}",
        $"{name} 在 {where} 没有回应；启动：{command}");

    public static string ComposeOrInstall(string package) => Tongue.Of(
        $"docker compose up -d --wait, or install {package}",
        $"docker compose up -d --wait，或者装 {package}");

    public static string Bringing(string program) => Tongue.Of(
        $"no redis-server here: fetching {program}, which speaks its protocol, from NuGet (116 MB, once) …",
        $"没有 redis-server：正在从 NuGet 下载 {program}，它说的是同一种协议（116 MB，只有一次）……");

    public static string NotBrought(string program, string why) => Tongue.Of($"{program} cannot be fetched: {why}", $"{program} 下载不了：{why}");

    public static string NotAmongPackages(string folder) => Tongue.Of(
        $"the SDK has it elsewhere than in {folder} (NUGET_PACKAGES); delete ~/.dotnet/toolResolverCache and try again",
        $"SDK 把它放在别处，不在 {folder}（NUGET_PACKAGES）；删掉 ~/.dotnet/toolResolverCache 再试");

    public static string Lacks(string name, string version, string command, string package) => Tongue.Of(
        $"{name} is {version}, which has no {command}: install {package}",
        $"{name} 是 {version}，没有 {command}：请装 {package}");

    public static string NotStarted(string names) => Tongue.Of(
        $"not started: {names}; no Docker engine answers",
        $"没有启动：{names}；Docker 没有回应");

    public static string NoAddress(string variable, string example) => Tongue.Of(
        $"the environment variable {variable} should be like {example}; what it holds is no such address (and is not printed: there may be a password in it)",
        $"环境变量 {variable} 应当像 {example}；现在里面的不是这样的地址（里面可能有密码，不打印）");

    public static string NoDocker => Tongue.Of("there is no docker on the PATH", "PATH 里没有 docker");

    public static string NoDataFolder(string program, string why) => Tongue.Of(
        $"{program} could not make a data folder: {why}",
        $"{program} 没能建好数据文件夹：{why}");

    public static string NoneCanStart(string folder, string why) => Tongue.Of(
        $"no server can be started in {folder}: {why}",
        $"在 {folder} 里启动不了服务器：{why}");

    public static string NoSpace(string folder) => Tongue.Of($"no space left on the disk of {folder}", $"{folder} 所在的磁盘满了");

    public static string NoLog => Tongue.Of("it left no log", "没有留下日志");

    public static string NotInRepository(string path, string folder) => Tongue.Of(
        $"{path} is not above {folder}: run asyncbook from its repository",
        $"{folder} 往上没有 {path}：请在仓库里运行 asyncbook");

    public static string EndedAtOnce(string name, int exitCode, string why) => Tongue.Of(
        $"{name} ended at once, with exit code {exitCode}: {why}",
        $"{name} 一启动就结束了，退出码 {exitCode}：{why}");

    public static string DidNotAnswer(string name, string where, int seconds, string why) => Tongue.Of(
        $"{name} did not answer at {where} within {seconds} s: {why}",
        $"{name} 在 {where} 等了 {seconds} 秒没有回应：{why}");

    public static string DidNotEnd(string name, int id, int seconds) => Tongue.Of(
        $"{name} (process {id}) did not end within {seconds} s",
        $"{name}（进程 {id}）{seconds} 秒之内没有结束");
}
