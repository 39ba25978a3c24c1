using AsyncBook.Kernel;
using AsyncBook.Kernel.Protocol;

using var channel = ProtocolChannel.TakeOverStandardStreams();
new KernelHost(channel).Run();

// A cell that never ends must not keep a kernel alive whose client has left.
Environment.Exit(0);
