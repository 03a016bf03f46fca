using System.Collections.Immutable;

namespace Creative.Engine.Checks;

/// <summary>What a model folder is, in plain words.</summary>
/// <param name="Folder">As it was named.</param>
/// <param name="Id">From model.json, or the folder's name.</param>
/// <param name="Kind">"elements", "layout" or, without a model.json that can be read, "unknown".</param>
public sealed record ModelReport(string Folder, string Id, string Kind)
{
    public string Version { get; init; } = "";

    /// <value>Such as "Stable Diffusion XL"; empty for a model that does not paint.</value>
    public string Family { get; init; } = "";

    /// <value>Of most weights of the part that does the work, such as "float16".</value>
    public string Precision { get; init; } = "";

    /// <value>What it paints without being asked for another size, such as "1024x1024 RGB".</value>
    public string NativeSize { get; init; } = "";

    /// <value>Which schedule it was trained with, and the settings it is run with.</value>
    public string Scheduler { get; init; } = "";

    /// <value>How prompts for it are written.</value>
    public string Prompts { get; init; } = "";

    /// <value>Bytes of all files that model.json lists.</value>
    public long Bytes { get; init; }

    public ImmutableArray<PartReport> Parts { get; init; } = [];

    public ImmutableArray<Ability> Abilities { get; init; } = [];

    /// <value>Everything that is missing or wrong; empty for a model that can be used.</value>
    public ImmutableArray<string> Problems { get; init; } = [];

    public bool Usable => Problems.IsEmpty;
}

/// <summary>One graph of a model.</summary>
/// <param name="Name">Folder, such as "text_encoder_2".</param>
/// <param name="Precision">Of most of its weights.</param>
/// <param name="Bytes">With the weights that it keeps in other files.</param>
public sealed record PartReport(string Name, string Precision, long Bytes);

/// <summary>Something that a model can do, or cannot and why.</summary>
public sealed record Ability(string Name, bool Can, string Says);
