namespace AsyncBook.Publishing;

internal enum LinkKind
{
    /// <summary>Outside the site: an address on the web.</summary>
    Elsewhere,

    /// <summary>A page or file of the site.</summary>
    Inside,

    /// <summary>A folder of the repository: a place to look, but no page.</summary>
    Folder,

    /// <summary>The notebook of a section that is not written yet.</summary>
    Planned,

    /// <summary>Nothing is there.</summary>
    Broken,
}
