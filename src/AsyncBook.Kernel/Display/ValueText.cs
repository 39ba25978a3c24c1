using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncBook.Kernel.Display;

/// <summary>
/// A value as text, in bounds: a value may be circular, endless or of any size, and its own members may throw. What they throw
/// is the caller's to catch; what does not end in them, the caller's to stop.
/// </summary>
internal sealed class ValueText
{
    private const int ItemsShown = 20;
    private const int Depth = 8;
    private readonly int _length;
    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);

    // A text is shown whole as long as a notebook can hold it; of anything else nobody reads so much.
    private ValueText(object? value) => _length = value is string ? 1_000_000 : 100_000;

    private bool IsFull => _text.Length >= _length;

    public static string Of(object? value)
    {
        // A moment on its own is written as the real kernel writes it: universal, the same on every machine.
        if (value is DateTime or DateTimeOffset)
        {
            return ((IFormattable)value).ToString("u", CultureInfo.InvariantCulture);
        }

        var text = new ValueText(value);
        text.Append(value);
        return text._text.ToString();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                Write("<null>");
                break;
            case string text:
                Write(text);
                break;
            case Type type:
                Write(CellTypes.NameOf(type));
                break;
            case IFormattable formattable:
                Write(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case ITuple tuple when tuple.GetType().Namespace == nameof(System):
                Within(value, () => AppendAll("(", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), ")"));
                break;
            case DictionaryEntry entry:
                Within(value, () => AppendAll("[", [entry.Key, entry.Value], "]"));
                break;
            case IEnumerable items:
                Within(value, () => AppendItems(items));
                break;
            default:
                AppendObject(value);
                break;
        }
    }

    private void AppendObject(object value)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Within(value, () => AppendAll("[", CellTypes.MembersOf(type).Select(member => member.Get(value)), "]"));
        }
        else if (CellTypes.SpeaksForItself(type))
        {
            Write(value.ToString());
        }
        else
        {
            var name = CellTypes.IsAnonymous(type) ? "" : CellTypes.NameOf(type);
            Write(name);
            if (CellTypes.IsTransparent(type) && CellTypes.OwnMembersOf(type) is { Count: > 0 } members)
            {
                Write(name.Length > 0 ? " { " : "{ ");
                Within(value, () => AppendMembers(value, members));
                Write(" }");
            }
        }
    }

    private void AppendMembers(object value, IReadOnlyList<CellTypes.Member> members)
    {
        var opening = "";
        foreach (var member in members)
        {
            if (IsFull)
            {
                break;
            }

            Write($"{opening}{member.Name} = ");
            Append(member.Get(value));
            opening = ", ";
        }
    }

    private void AppendItems(IEnumerable items)
    {
        var shown = 0;
        Write("[ ");
        foreach (var item in items)
        {
            if (shown == ItemsShown || IsFull)
            {
                Write(CellTypes.CountOf(items) is { } count && count > shown
                    ? string.Create(CultureInfo.InvariantCulture, $" ... ({count - shown} more)")
                    : " ... (more)");
                break;
            }

            Write(shown++ == 0 ? "" : ", ");
            Append(item);
        }

        Write(" ]");
    }

    private void AppendAll(string opening, IEnumerable<object?> values, string closing)
    {
        foreach (var value in values)
        {
            Write(opening);
            Append(value);
            opening = ", ";
        }

        Write(closing);
    }

    // A circle is cut where it closes, and what only ever goes deeper, at a depth that nobody reads.
    private void Within(object value, Action append)
    {
        if (IsFull || _path.Count == Depth || !_path.Add(value))
        {
            Write("...");
            return;
        }

        append();
        _path.Remove(value);
    }

    private void Write(string? text)
    {
        if (text is null || IsFull)
        {
            return;
        }

        var room = _length - _text.Length;
        _text.Append(text.Length <= room ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, room)}... ({text.Length - room} more characters)"));
    }
}
