namespace AsyncBook.Notebooks;

internal enum CellRole
{
    Exercise,
    Hint,
    Solution,
    Check,
    Predict,
}
