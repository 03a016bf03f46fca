using Creative.Server.Models.Storage;

namespace Creative.Server.Models;

/// <summary>What the moves of a model's aliases come to.</summary>
/// <param name="Champions">The champions on top of one another, the present one last; taking a move back takes one off.</param>
/// <param name="Challenger">Empty: none.</param>
/// <param name="Share">Of the traffic, 0 to 1.</param>
public sealed record AliasHistory(IReadOnlyList<string> Champions, string Challenger, double Share)
{
    /// <param name="moves">Of one model, oldest first.</param>
    /// <param name="shipped">The version of the installation, which is the champion before any move; null: none.</param>
    public static AliasHistory Of(IEnumerable<AliasMoveRow> moves, string? shipped)
    {
        var champions = new List<string>();
        if (shipped is not null)
        {
            champions.Add(shipped);
        }

        var (challenger, share) = ("", 0.0);
        foreach (var move in moves)
        {
            if (move.Alias == Aliases.Challenger)
            {
                (challenger, share) = (move.ToVersion, move.Share);
            }
            else if (move.TakesBack)
            {
                champions.RemoveAt(champions.Count - 1);
            }
            else
            {
                champions.Add(move.ToVersion);
            }
        }

        return new AliasHistory(champions, challenger, share);
    }

    /// <value>Null: none.</value>
    public string? Champion => Champions.Count == 0 ? null : Champions[^1];

    /// <value>What taking the last move back leads to; null: there was none.</value>
    public string? Before => Champions.Count < 2 ? null : Champions[^2];
}
