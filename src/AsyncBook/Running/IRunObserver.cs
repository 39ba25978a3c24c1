using AsyncBook.Kernels;
using AsyncBook.Notebooks;

namespace AsyncBook.Running;

/// <summary>Sees a run as it happens. Notebooks that run at once call from several threads.</summary>
internal interface IRunObserver
{
    void NotebookStarted(Notebook notebook)
    {
    }

    void CellStarted(Notebook notebook, NotebookCell cell)
    {
    }

    void CellSaid(Notebook notebook, KernelEvent said)
    {
    }

    void CellEnded(Notebook notebook, CellReport report)
    {
    }

    void NotebookEnded(Notebook notebook, NotebookReport report)
    {
    }
}
