using Creative.Core.Imaging;

namespace Creative.Core.Tests.Samples;

/// <summary>The families that the service installs, taken to draw everything; what they really draw is the engine's test.</summary>
internal sealed class InstalledFamilies : IFontCatalog
{
    public IReadOnlyList<string> Families { get; } = ["Inter", "Montserrat", "Noto Sans SC", "Noto Serif SC", "ZCOOL KuaiLe", "ZCOOL XiaoWei"];

    public TextExtent Measure(string text, FontFace face) => new(text.Length, 0, -0.8, text.Length, 0.2);

    public IReadOnlyList<string> MissingGlyphs(string text, string family) => [];
}
