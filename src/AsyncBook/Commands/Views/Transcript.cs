using AsyncBook.Notebooks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AsyncBook.Commands.Views;

/// <summary>What a notebook has said and has not yet been shown.</summary>
internal sealed class Transcript(Notebook notebook)
{
    public Notebook Notebook { get; } = notebook;

    public Queue<IRenderable> Lines { get; } = new();

    public bool HasEnded { get; set; }

    public void Flush(IAnsiConsole console)
    {
        while (Lines.TryDequeue(out var line))
        {
            console.Write(line);
        }
    }
}
