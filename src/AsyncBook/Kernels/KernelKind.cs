namespace AsyncBook.Kernels;

/// <summary>Which kernel runs the cells.</summary>
internal enum KernelKind
{
    /// <summary>AsyncBook's own, which comes with it.</summary>
    Builtin,

    /// <summary>.NET Interactive, the one behind Polyglot Notebooks.</summary>
    Interactive,
}
