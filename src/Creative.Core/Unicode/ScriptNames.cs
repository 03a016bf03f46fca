using System.Text;

namespace Creative.Core.Unicode;

/// <summary>Names of scripts, for telling people which one cannot be drawn. By Unicode block, so only as fine as that.</summary>
public static class ScriptNames
{
    private static readonly (int First, int Last, string Name)[] Blocks =
    [
        (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"),
        (0x0600, 0x077F, "Arabic"), (0x08A0, 0x08FF, "Arabic"), (0xFB50, 0xFDFF, "Arabic"), (0xFE70, 0xFEFE, "Arabic"),
        (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"), (0x0A00, 0x0A7F, "Gurmukhi"), (0x0A80, 0x0AFF, "Gujarati"),
        (0x0B80, 0x0BFF, "Tamil"), (0x0C00, 0x0C7F, "Telugu"), (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Lao"),
        (0x0F00, 0x0FFF, "Tibetan"), (0x1000, 0x109F, "Myanmar"), (0x10A0, 0x10FF, "Georgian"), (0x1200, 0x139F, "Ethiopic"), (0x1780, 0x17FF, "Khmer"),
        (0x1800, 0x18AF, "Mongolian"), (0x1100, 0x11FF, "Hangul"), (0x3130, 0x318F, "Hangul"), (0xAC00, 0xD7AF, "Hangul"),
        (0x3040, 0x30FF, "Kana"), (0x2E80, 0x2FDF, "Han"), (0x3400, 0x9FFF, "Han"), (0xF900, 0xFAFF, "Han"), (0x20000, 0x3FFFF, "Han"),
        (0x2600, 0x27BF, "emoji and symbols"), (0x1F000, 0x1FAFF, "emoji and symbols"),
    ];

    /// <summary>Such as "Arabic"; null for Latin, marks and whatever has no name here.</summary>
    public static string? Of(Rune rune)
    {
        foreach (var (first, last, name) in Blocks)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return name;
            }
        }

        return null;
    }
}
