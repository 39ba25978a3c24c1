using AsyncBook.Kernel.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// Cuts and compiles a cell that is still being written as the session would, on top of what has run, and runs nothing of it.
/// Asked by one thread; a cell may run meanwhile.
/// </summary>
internal sealed class Drafting(string folder, SubmissionChain chain, PackageSession packages)
{
    private readonly string _folder = folder;
    private readonly Dictionary<(string Name, string Code, CSharpCompilation? After), CSharpCompilation> _before = [];
    private ChainState? _after;

    public Draft Of(string code, string name)
    {
        var state = chain.State;
        if (state != _after)
        {
            _before.Clear();
            _after = state;
        }

        var cell = CellSource.Parse(code, name);
        var reading = new Reading(this, state);
        if (cell.Faults.Count == 0)
        {
            reading.Add(cell, name, null);
        }

        return new Draft(reading.Parts, reading.LacksPackages)
        {
            Faults = cell.Faults,
            Rest = new DraftPart(null, chain.Next(reading.State, Blank(code), name)) { Before = reading.State.Written },
        };
    }

    private static string Blank(string code) => string.Create(code.Length, code, (blank, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            blank[i] = text[i] is '\r' or '\n' ? text[i] : ' ';
        }
    });

    private bool Has(CellSource source) => packages.Has(source.Packages);

    // A file that a cell imports is the same with every letter typed: what is known of it is kept.
    private CSharpCompilation Compile(ChainState state, string code, string name)
    {
        var key = (name, code, state.Last);
        if (!_before.TryGetValue(key, out var known))
        {
            _before[key] = known = chain.Next(state, code, name);
        }

        return known;
    }

    private sealed class Reading(Drafting drafting, ChainState state)
    {
        private readonly HashSet<string> _importing = [];

        public List<DraftPart> Parts { get; } = [];

        public ChainState State { get; private set; } = state;

        public bool LacksPackages { get; private set; }

        public void Add(CellSource source, string name, Location? import)
        {
            LacksPackages |= !drafting.Has(source);
            foreach (var part in source.Parts)
            {
                switch (part)
                {
                    case CellPart.Import found:
                        Import(found, import);
                        break;
                    case CellPart.Code code:
                        Add(code.Text, name, import);
                        break;
                }
            }
        }

        private void Add(string code, string name, Location? import)
        {
            var submission = drafting.Compile(State, code, name);
            Parts.Add(new DraftPart(null, submission) { Before = State.Written, Import = import });
            State = State.With(submission, submission);
        }

        private void Import(CellPart.Import found, Location? import)
        {
            var path = Path.GetFullPath(found.File, drafting._folder);
            if (!_importing.Add(path))
            {
                Refuse($"#!import: '{found.File}' imports itself", import ?? found.Place);
                return;
            }

            try
            {
                foreach (var file in ImportedFile.Read(found.File, drafting._folder))
                {
                    var source = CellSource.Parse(file.Code, file.Name);
                    foreach (var fault in source.Faults)
                    {
                        Refuse(fault.ToString(), import ?? found.Place);
                    }

                    Add(source, file.Name, import ?? found.Place);
                }
            }
            catch (ImportException e)
            {
                Refuse(e.Message, import ?? found.Place);
            }

            _importing.Remove(path);
        }

        private void Refuse(string message, Location place) => Parts.Add(new DraftPart(Dialect.Fault("DNI104", message, place), null));
    }
}
