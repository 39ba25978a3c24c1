namespace AsyncBook.Notebooks;

/// <summary>
/// One stored output: <see cref="StreamOutput"/>, <see cref="DisplayOutput"/>, <see cref="ResultOutput"/>,
/// <see cref="ErrorOutput"/> or <see cref="UnknownOutput"/>, and nothing else.
/// </summary>
internal abstract record CellOutput
{
    private protected CellOutput()
    {
    }
}
