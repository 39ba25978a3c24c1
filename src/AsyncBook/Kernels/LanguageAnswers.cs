namespace AsyncBook.Kernels;

/// <summary>Something that could stand at a place of the code.</summary>
/// <param name="Label">What a list shows.</param>
/// <param name="Insert">What is written, in the place of <see cref="CodeCompletions.Replaced"/>.</param>
/// <param name="Kind">Method, Class, Keyword and so on; null where the kernel does not say.</param>
internal sealed record CodeCompletion(string Label, string Insert, string? Kind);

/// <summary>Everything that could stand there.</summary>
/// <param name="Items">In the kernel's order, whatever they begin with.</param>
/// <param name="Replaced">The beginning of a word that is there already; null where the kernel does not say.</param>
internal sealed record CodeCompletions(IReadOnlyList<CodeCompletion> Items, CodeSpan? Replaced);

/// <summary>The overloads of what is being called.</summary>
/// <param name="All">A label each, and the names of its parameters.</param>
/// <param name="Active">The index of the one that fits; 0 where there is none.</param>
/// <param name="Parameter">The index of the parameter that is being written.</param>
internal sealed record CodeSignatures(IReadOnlyList<CodeSignature> All, int Active, int Parameter);

/// <summary>One way to call something.</summary>
internal sealed record CodeSignature(string Label, IReadOnlyList<string> Parameters);

/// <summary>What the compiler says about a piece of code.</summary>
/// <param name="Span">Where.</param>
/// <param name="Severity">error, warning, info or hidden.</param>
/// <param name="Code">Its number, such as CS0103.</param>
/// <param name="Text">Its words.</param>
internal sealed record CodeMark(CodeSpan Span, string Severity, string Code, string Text);

/// <summary>A piece of code, in lines and UTF-16 units that count from zero; its end lies behind it.</summary>
internal readonly record struct CodeSpan(int Line, int Column, int EndLine, int EndColumn);
