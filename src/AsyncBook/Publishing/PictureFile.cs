using System.Text;
using System.Xml;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>A picture of the repository as the site has it: an SVG may be opened by itself, and then could act.</summary>
internal static class PictureFile
{
    /// <exception cref="BookException">It is an SVG that cannot be read.</exception>
    public static byte[] Read(string path)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            return File.ReadAllBytes(path);
        }

        try
        {
            return Encoding.UTF8.GetBytes(SvgPicture.ForFile(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is XmlException or TooLargeException)
        {
            throw new BookException([PageWords.NoSvg(path, e.Message)], e);
        }
    }
}
