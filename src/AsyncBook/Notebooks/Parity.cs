namespace AsyncBook.Notebooks;

/// <summary>How closely a cell's output follows its Python program's, and its own stored one.</summary>
internal enum Parity
{
    /// <summary>The same lines in the same order.</summary>
    Exact,

    /// <summary>The same lines in any order.</summary>
    Unordered,

    /// <summary>The same lines once numbers are set aside.</summary>
    Shape,
}
