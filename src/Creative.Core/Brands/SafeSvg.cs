namespace Creative.Core.Brands;

/// <summary>SVG markup that was checked: no scripts, entities, style imports or references outside itself, bounded size.</summary>
public sealed class SafeSvg
{
    private SafeSvg(string markup, double width, double height)
    {
        Markup = markup;
        Width = width;
        Height = height;
    }

    /// <summary>The whole document, re-serialised.</summary>
    public string Markup { get; }

    /// <summary>Width of the view box, in its own units.</summary>
    public double Width { get; }

    /// <summary>Height of the view box, in its own units.</summary>
    public double Height { get; }

    /// <summary>Only for the parser that has checked the markup.</summary>
    internal static SafeSvg FromChecked(string markup, double width, double height) => new(markup, width, height);
}
