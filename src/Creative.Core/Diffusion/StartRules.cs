namespace Creative.Core.Diffusion;

/// <summary>What can be asked of a painter that starts from pictures.</summary>
internal static class StartRules
{
    /// <summary>One text for each problem; nothing when all starts can be painted.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<PaintRequest> requests, DiffusionModel model)
    {
        var inpaints = model.Denoiser.ExtraChannels > 0;
        if (inpaints && requests.Any(request => request.Start?.Mask is null))
        {
            yield return $"start: {model.Identity.Id} only paints into pictures, so that each request needs one, with a mask";
        }

        if (requests.All(request => request.Start is null))
        {
            yield break;
        }

        if (model.Encoder is null)
        {
            yield return $"start: {model.Identity.Id} cannot start from a picture: {model.WhyNoEncoder}";
        }

        if (requests.Any(request => request.Start?.Strength != requests[0].Start?.Strength))
        {
            yield return "start: the requests of a batch have a picture and the same strength each, or none has";
        }

        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i].Start is { } start)
            {
                foreach (var problem in Problems(start, requests[0].Steps, model))
                {
                    yield return $"start {i}: {problem}";
                }
            }
        }
    }

    private static IEnumerable<string> Problems(StartImage start, int steps, DiffusionModel model)
    {
        var (size, channels) = (model.Decoder.SizeOf(model.Latent), model.Decoder.Channels);
        if (!(start.Strength is > 0 and <= 1))
        {
            yield return $"strength {start.Strength}, expected above 0 to 1";
        }
        else if (start.StepsLeft(steps) >= steps)
        {
            yield return $"strength {start.Strength} leaves none of {steps} steps";
        }

        if (start.Picture.Size != size || start.Picture.Channels != channels)
        {
            yield return $"a picture of {start.Picture.Size} with {start.Picture.Channels} channels, expected {size} with {channels}";
        }

        if (start.Mask is { } mask && mask.Length != start.Picture.Size.Pixels)
        {
            yield return $"a mask of {mask.Length} bytes, expected one for each of {start.Picture.Size.Pixels} pixels";
        }
    }
}
