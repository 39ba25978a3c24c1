using AsyncBook.Bench;

return args switch
{
    ["all", .. var rest] => Suite.Run(rest),
    ["kernel", .. var rest] => await KernelSuite.RunAsync(rest),
    ["work", var loop, var work, var count] => WorkProcess.Run(loop, work, count),
    ["echo-server", var server] => EchoServer.Run(server),
    ["echo-client", var port, var connections] => EchoClient.Run(port, connections),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: AsyncBook.Bench all [--rounds 5] [--only yields,nested,tasks,futures,sleeps,echo]
          Measures the loops of notebooks/lib against asyncio and uvloop, interleaved, and prints one table.
               AsyncBook.Bench kernel [--rounds 7]
          Measures the built-in kernel, and .NET Interactive where ASYNCBOOK_INTERACTIVE names the command that starts it.
          Python is looked for at ASYNCBOOK_PYTHON, /usr/bin/python3, python3; see bench/README.md.
        """);
    return 2;
}
