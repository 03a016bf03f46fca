using Creative.Cli.Delivery;

namespace Creative.Cli.Demo;

/// <summary>What the demo made.</summary>
/// <param name="Folder">Where everything lies.</param>
/// <param name="PeakServerMemory">Largest resident memory of the server in bytes; null when it is not ours.</param>
/// <param name="Missing">Why the demo does not count as passed; empty when it does.</param>
internal sealed record DemoReport(
    string Folder,
    IReadOnlyList<RenderIndex> Campaigns,
    double ElapsedSeconds,
    long? PeakServerMemory,
    IReadOnlyList<string> Missing)
{
    public int Files => Campaigns.Sum(campaign => campaign.Files.Count);

    public int Refused => Campaigns.Sum(campaign => campaign.Refused.Count);
}
