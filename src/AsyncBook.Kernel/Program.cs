using AsyncBook.Kernel;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;

var warmUp = WarmUp.Start();
using var channel = ProtocolChannel.TakeOverStandardStreams();
new KernelHost(channel, warmUp).Run();

// A cell that never ends must not keep a kernel alive whose client has left.
Environment.Exit(0);
