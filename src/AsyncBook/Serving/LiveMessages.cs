using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBook.Serving;

/// <summary>What a page asks of the server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Run), "run")]
[JsonDerivedType(typeof(Check), "check")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(Restart), "restart")]
[JsonDerivedType(typeof(Save), "save")]
[JsonDerivedType(typeof(Resolve), "resolve")]
[JsonDerivedType(typeof(Reset), "reset")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Signature), "signature")]
[JsonDerivedType(typeof(Diagnose), "diagnose")]
[JsonDerivedType(typeof(StartServices), "services")]
internal abstract record PageMessage
{
    private PageMessage()
    {
    }

    /// <summary>Run these in order, behind what runs already.</summary>
    internal sealed record Run([property: JsonRequired] IReadOnlyList<CellText> Cells, bool Trace = false) : PageMessage;

    /// <summary>Save an answer, run its cell, then the one that judges it.</summary>
    internal sealed record Check([property: JsonRequired] string Exercise, [property: JsonRequired] string Source, string? Base = null) : PageMessage;

    internal sealed record Stop : PageMessage;

    internal sealed record Restart : PageMessage;

    /// <param name="Exercise">Which.</param>
    /// <param name="Source">The answer.</param>
    /// <param name="Base">The hash of the text this edit began from.</param>
    internal sealed record Save([property: JsonRequired] string Exercise, [property: JsonRequired] string Source, [property: JsonRequired] string Base) : PageMessage;

    /// <param name="Exercise">Which.</param>
    /// <param name="Keep">mine or disk.</param>
    /// <param name="Source">Mine.</param>
    internal sealed record Resolve([property: JsonRequired] string Exercise, [property: JsonRequired] string Keep, [property: JsonRequired] string Source) : PageMessage;

    internal sealed record Reset([property: JsonRequired] string Exercise) : PageMessage;

    /// <summary>A question about code that is being written: what could stand there, how that is called, what is wrong with it.</summary>
    internal abstract record Question : PageMessage
    {
        [JsonRequired]
        public int Request { get; init; }

        public string Cell { get; init; } = "";

        [JsonRequired]
        public string Source { get; init; } = "";

        public int Line { get; init; }

        public int Column { get; init; }
    }

    internal sealed record Complete : Question;

    internal sealed record Signature : Question;

    internal sealed record Diagnose : Question;

    internal sealed record StartServices([property: JsonRequired] IReadOnlyList<string> Start) : PageMessage;
}

/// <summary>What the server tells a page.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Kernel), "kernel")]
[JsonDerivedType(typeof(Cell), "cell")]
[JsonDerivedType(typeof(Clear), "clear")]
[JsonDerivedType(typeof(Output), "output")]
[JsonDerivedType(typeof(Trace), "trace")]
[JsonDerivedType(typeof(Judged), "exercise")]
[JsonDerivedType(typeof(Conflict), "conflict")]
[JsonDerivedType(typeof(ChangedOnDisk), "disk")]
[JsonDerivedType(typeof(ServiceStates), "services")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Error), "error")]
internal abstract record ServerMessage
{
    private ServerMessage()
    {
    }

    internal sealed record Hello(
        string Notebook, IReadOnlyList<CellFacts> Cells, IReadOnlyList<ExerciseFacts> Exercises, IReadOnlyDictionary<string, string> Services, string Runtime) : ServerMessage;

    /// <param name="State">starting, ready, busy or ended.</param>
    /// <param name="Text">Why it ended, and what can be done about it.</param>
    internal sealed record Kernel(string State, string? Text = null) : ServerMessage;

    /// <param name="Id">The cell.</param>
    /// <param name="State">waiting, running, done, failed, stopped or idle.</param>
    /// <param name="Seconds">How long it took.</param>
    /// <param name="Text">The reason, where one is due.</param>
    internal sealed record Cell(string Id, string State, double? Seconds = null, string? Text = null) : ServerMessage;

    internal sealed record Clear(string Id) : ServerMessage;

    /// <param name="Id">The cell.</param>
    /// <param name="Html">Cleaned; of a stream, the encoded text.</param>
    /// <param name="Stream">stdout, stderr, error or display.</param>
    /// <param name="Value">The name of a displayed value that may be displayed anew.</param>
    /// <param name="Replace">The name of the one whose place it takes.</param>
    internal sealed record Output(string Id, string Html, string Stream, string? Value = null, string? Replace = null) : ServerMessage;

    /// <param name="Id">The cell.</param>
    /// <param name="Html">The steps as text.</param>
    /// <param name="Steps">What the player takes.</param>
    internal sealed record Trace(string Id, string Html, JsonElement Steps) : ServerMessage;

    /// <param name="Id">Which.</param>
    /// <param name="State">begun-not, begun, not-yet or passed.</param>
    /// <param name="Text">What the check said.</param>
    /// <param name="Hash">The hash of the answer that is in the notebook now.</param>
    /// <param name="Source">That answer, where the page has another.</param>
    internal sealed record Judged(string Id, string State, string? Text, string Hash, string? Source = null) : ServerMessage;

    internal sealed record Conflict(string Exercise, string Mine, string Disk, string Hash) : ServerMessage;

    /// <param name="Exercise">Which.</param>
    /// <param name="Source">What the notebook holds now.</param>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Text">Where what this page had saved is kept.</param>
    internal sealed record ChangedOnDisk(string Exercise, string Source, string Hash, string? Text = null) : ServerMessage;

    /// <param name="Services">What each is: absent, starting or up.</param>
    /// <param name="Text">Why one did not start.</param>
    internal sealed record ServiceStates(IReadOnlyDictionary<string, string> Services, string? Text = null) : ServerMessage;

    internal sealed record Answer(
        int Request, IReadOnlyList<Item>? Items = null, IReadOnlyList<Way>? Signatures = null, IReadOnlyList<Mark>? Marks = null) : ServerMessage;

    internal sealed record Error(string Text) : ServerMessage;
}

/// <summary>A cell's text as the page has it.</summary>
/// <param name="Id">The cell.</param>
/// <param name="Source">Its text.</param>
/// <param name="Answer">Of a cell that checks an exercise: what it is to judge; null: what the notebook holds.</param>
internal sealed record CellText([property: JsonRequired] string Id, [property: JsonRequired] string Source, WrittenAnswer? Answer = null);

/// <param name="Source">The answer.</param>
/// <param name="Base">The hash of the text this edit began from.</param>
internal sealed record WrittenAnswer([property: JsonRequired] string Source, string? Base = null);

/// <summary>A code cell as the notebook has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Its text.</param>
/// <param name="Role">exercise, check and so on.</param>
/// <param name="Exercise">Which exercise it belongs to.</param>
/// <param name="Needs">redis, mysql, python …</param>
/// <param name="Traced">Whether it is meant to be stepped through.</param>
/// <param name="Changed">Whether it is an exercise whose stub was changed.</param>
internal sealed record CellFacts(string Id, string Source, string? Role, string? Exercise, IReadOnlyList<string> Needs, bool Traced, bool Changed);

/// <summary>An exercise and how far it is.</summary>
internal sealed record ExerciseFacts(string Id, string State, string Hash, string Stub, string? Verdict);

/// <summary>Something that could stand at a place; what it replaces, in UTF-16 units from zero.</summary>
internal sealed record Item(string Label, string Insert, string? Kind, int? FromLine, int? FromColumn, int? ToLine, int? ToColumn);

/// <summary>One way to call something.</summary>
/// <param name="Label">All of it.</param>
/// <param name="Parameters">Their names.</param>
/// <param name="Active">The index of the one that is being written; -1 where another way fits.</param>
internal sealed record Way(string Label, IReadOnlyList<string> Parameters, int Active);

/// <summary>What the compiler says of a piece of code.</summary>
internal sealed record Mark(int Line, int Column, int EndLine, int EndColumn, string Severity, string Text, string Code);
