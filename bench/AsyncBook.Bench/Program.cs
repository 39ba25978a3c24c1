using AsyncBook.Bench;

return args switch
{
    ["--quick", .. var rest] => QuickSuite.Run(rest),
    ["all", .. var rest] => Suite.Run(rest),
    ["kernel", .. var rest] => await KernelSuite.RunAsync(rest),
    ["serve", .. var rest] => await ServeSuite.RunAsync(rest),
    ["writing", .. var rest] => await WritingSuite.RunAsync(rest),
    ["web", .. var rest] => await WebSuite.RunAsync(rest),
    ["web-server"] => await WebServer.RunAsync(),
    ["work", var loop, var work, var count] => WorkProcess.Run(loop, work, count),
    ["echo-server", var server] => EchoServer.Run(server),
    ["echo-client", var port, var connections] => EchoClient.Run(port, connections),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: AsyncBook.Bench --quick [--rounds 3]
          Measures what bench/README.md sets aims for, in two minutes, or so many rounds of it, and prints that table.
               AsyncBook.Bench all [--rounds 5] [--only yields,nested,tasks,futures,sleeps,echo]
          Measures the loops of notebooks/lib against asyncio and uvloop, interleaved, and prints one table.
               AsyncBook.Bench kernel [--rounds 7]
          Measures the built-in kernel against .NET Interactive, which 'dotnet tool restore' brings.
               AsyncBook.Bench serve [--rounds 5]
          Measures the live book against Jupyter's server with .NET Interactive (apt-get install jupyter-notebook; dotnet tool restore).
               AsyncBook.Bench writing [--rounds 5]
          Measures completion, parameter help and squiggles in the live book, the first of a kernel and those behind it.
               AsyncBook.Bench web [--rounds 5]
          Measures FastAPI on uvicorn against a minimal API on Kestrel, with wrk.
          Python is looked for at ASYNCBOOK_PYTHON, /usr/bin/python3, python3; see bench/README.md.
        """);
    return 2;
}
