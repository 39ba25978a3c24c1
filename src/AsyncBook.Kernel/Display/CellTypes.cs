using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Display;

/// <summary>What a type shows of itself, above all one that a cell has declared.</summary>
internal static partial class CellTypes
{
    private const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>The type's name, without the submission into which Roslyn puts what a cell declares.</summary>
    public static string NameOf(Type type) => WithoutSubmissions(type.ToString());

    public static string WithoutSubmissions(string text) => Submission().Replace(text, "");

    public static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>Whether somebody wrote a ToString for it; what the compiler writes for records knows neither lists nor circles.</summary>
    public static bool SpeaksForItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { DeclaringType: { } declaring } method
        && declaring != typeof(object) && declaring != typeof(ValueType) && !IsAnonymous(type)
        && !(IsDeclaredInCell(type) && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    /// <summary>Whether its members are shown: a learner's own class, not a class of the framework.</summary>
    public static bool IsTransparent(Type type) => IsAnonymous(type) || (IsDeclaredInCell(type) && !typeof(Delegate).IsAssignableFrom(type));

    /// <summary>The members that a cell has declared: what a base class of the framework has besides is noise, and may throw.</summary>
    public static IReadOnlyList<Member> OwnMembersOf(Type type) =>
        [.. MembersOf(type).Where(member => IsAnonymous(type) || IsDeclaredInCell(member.DeclaredIn))];

    /// <summary>The public properties and fields, those of a base class first, properties before fields.</summary>
    public static IReadOnlyList<Member> MembersOf(Type type)
    {
        var members = new List<Member>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            members.InsertRange(0, [.. level.GetMembers(Public).OrderBy(member => member is FieldInfo).ThenBy(member => member.MetadataToken).Select(MemberOf).OfType<Member>()]);
        }

        // An override, or a member that hides another, is one member to the reader.
        return [.. members.GroupBy(member => member.Name).Select(same => same.Last())];
    }

    /// <summary>How many items there are, where that is known without going through them.</summary>
    public static int? CountOf(IEnumerable items) => items is ICollection collection
        ? collection.Count
        : items.GetType().GetInterfaces()
            .Where(face => face.IsGenericType && (face.GetGenericTypeDefinition() == typeof(ICollection<>) || face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)))
            .Select(face => (int?)Read(face.GetProperty("Count")!, items)!)
            .FirstOrDefault();

    private static bool IsDeclaredInCell(Type type) => type.FullName is { } name && Submission().Match(name) is { Success: true, Index: 0 };

    private static Member? MemberOf(MemberInfo member) => member switch
    {
        PropertyInfo { CanRead: true, GetMethod.IsPublic: true, PropertyType: { IsByRef: false, IsByRefLike: false, IsPointer: false } } property
            when property.GetIndexParameters().Length == 0 => new Member(property.Name, property.DeclaringType!, value => Read(property, value)),
        FieldInfo { FieldType.IsPointer: false } field => new Member(field.Name, field.DeclaringType!, field.GetValue),
        _ => null,
    };

    // What the property throws comes out as it is.
    private static object? Read(PropertyInfo property, object value) =>
        property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null);

    [GeneratedRegex(@"Submission#\d+\+")]
    private static partial Regex Submission();

    internal sealed record Member(string Name, Type DeclaredIn, Func<object, object?> Get);
}
