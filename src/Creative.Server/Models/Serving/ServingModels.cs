namespace Creative.Server.Models.Serving;

/// <summary>Which version of each model takes new work. A change takes effect between two requests; work under way keeps what it has.</summary>
public sealed class ServingModels
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServedModel> _served = new(StringComparer.Ordinal);

    /// <summary>A lease on the version whose turn a request is; null when no version of this model serves.</summary>
    /// <param name="request">See <see cref="ServedModel.For"/>.</param>
    public ModelLease? Rent(string id, string? request)
    {
        lock (_gate)
        {
            // Within the lock: what is served now cannot be freed before the lease on it counts.
            return _served.GetValueOrDefault(id)?.For(request).Share();
        }
    }

    public (string? Champion, string? Challenger, double Share) StandingOf(string id)
    {
        lock (_gate)
        {
            var served = _served.GetValueOrDefault(id);
            return (served?.Champion.Key.Version, served?.Challenger?.Key.Version, served?.Share ?? 0);
        }
    }

    /// <summary>Puts a champion in the place of the one there is; takes the lease over. The challenger stays, unless it is this version.</summary>
    public void SetChampion(ModelLease champion)
    {
        ServedModel? before;
        bool stays;
        lock (_gate)
        {
            before = _served.GetValueOrDefault(champion.Key.Id);
            stays = before?.Challenger is { } challenger && challenger.Key != champion.Key;
            _served[champion.Key.Id] = stays ? new ServedModel(champion, before!.Challenger, before.Share) : new ServedModel(champion);
        }

        // Outside the lock: the last lease frees the model.
        before?.Champion.Dispose();
        if (!stays)
        {
            before?.Challenger?.Dispose();
        }
    }

    /// <summary>Puts a challenger beside the champion, which there must be, or takes it away; takes the lease over.</summary>
    public void SetChallenger(string id, ModelLease? challenger, double share)
    {
        ServedModel before;
        lock (_gate)
        {
            before = _served[id];
            _served[id] = before with { Challenger = challenger, Share = challenger is null ? 0 : share };
        }

        before.Challenger?.Dispose();
    }
}
