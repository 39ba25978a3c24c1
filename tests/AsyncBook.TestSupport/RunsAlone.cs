namespace AsyncBook.TestSupport;

/// <summary>Notebooks show the order of things that are some 150 ms apart: no other test takes the CPU from them meanwhile.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone : ICollectionFixture<WorkshopServices>;
