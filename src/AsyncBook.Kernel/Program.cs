using AsyncBook.Kernel;
using AsyncBook.Kernel.Protocol;

using var channel = ProtocolChannel.TakeOverStandardStreams();
await new KernelHost(channel).RunAsync();
