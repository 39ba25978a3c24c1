namespace AsyncBook.Lib.Tests;

/// <summary>Some of these tests count the descriptors of the whole process: none other opens any meanwhile.</summary>
[CollectionDefinition(nameof(EpollSocketTests), DisableParallelization = true)]
public sealed class Alone;
