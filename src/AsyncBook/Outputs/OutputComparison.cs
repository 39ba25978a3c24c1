namespace AsyncBook.Outputs;

/// <summary>Whether a cell still gives what is stored for it.</summary>
/// <param name="AreEqual">Whether it does, apart from what may vary.</param>
/// <param name="Diff">If not, the lines that differ: stored ones with a minus, those that came now with a plus.</param>
internal sealed record OutputComparison(bool AreEqual, string Diff);
