namespace AsyncBook.Documents;

internal enum CellRole
{
    Exercise,
    Hint,
    Solution,
    Check,
    Predict,
}
