namespace AsyncBook.Tests.Publishing;

/// <summary>Tests that share one book and one browser.</summary>
[CollectionDefinition(nameof(BookInBrowser))]
public sealed class BookInBrowser : ICollectionFixture<BookBrowser>;
