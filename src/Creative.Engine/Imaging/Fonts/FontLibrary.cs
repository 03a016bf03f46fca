using Creative.Core.Imaging;
using Creative.Engine.Imaging.Fonts.Subsets;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>The files of the installed fonts, to hand on whole or in part.</summary>
public static class FontLibrary
{
    /// <summary>The TrueType file of a face; of the family's nearest weight (the lighter of two) where it lacks the one asked for, as when it is drawn.</summary>
    /// <returns>Null: the family is not installed.</returns>
    public static string? Find(FontFace face) => FontFolder.Faces.TryGetValue(face, out var exact)
        ? exact
        : FontFolder.Faces
            .Where(known => known.Key.Family == face.Family)
            .OrderBy(known => Math.Abs(known.Key.Weight - face.Weight)).ThenBy(known => known.Key.Weight)
            .Select(known => known.Value)
            .FirstOrDefault();

    /// <summary>The licence of an installed family, whole.</summary>
    public static string Licence(string family) => File.ReadAllText(
        Path.Combine(FontConfiguration.Folder, "licences", family.ToLowerInvariant().Replace(' ', '-'), "OFL.txt"));

    /// <summary>A face with no more than the characters of a text, as WOFF 1.0. The same text gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The family is not installed.</exception>
    public static byte[] Subset(FontFace face, string text) => FontSubset.Write(
        File.ReadAllBytes(Find(face) ?? throw new ArgumentException($"The font '{face.Family}' is not installed.", nameof(face))), text);
}
