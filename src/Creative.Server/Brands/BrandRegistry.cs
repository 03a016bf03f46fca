using System.Collections.Concurrent;
using Creative.Core.Brands;
using Creative.Server.Errors;
using Creative.Server.Mapping;
using Creative.Server.Storage;
using Google.Protobuf;
using Grpc.Core;
using V1 = Creative.Contract.V1;

namespace Creative.Server.Brands;

/// <summary>The brands that the service knows, as checked kits. Each version is read from its message once.</summary>
public sealed class BrandRegistry(BrandStore store, BrandValidator validator)
{
    private readonly ConcurrentDictionary<(string Id, string Version), Brand> _checked = new();

    public async Task<IReadOnlyList<V1.Brand>> PublishedAsync(CancellationToken cancellation) =>
        [.. (await store.PublishedAsync(cancellation)).Select(Message)];

    /// <param name="version">Null or empty: the published one.</param>
    public async Task<V1.Brand?> FindMessageAsync(string id, string? version, CancellationToken cancellation) =>
        await store.FindAsync(id, version, cancellation) is { } row ? Message(row) : null;

    /// <summary>Every version, the one in use first; empty for an unknown id.</summary>
    public async Task<IReadOnlyList<V1.BrandVersion>> VersionsAsync(string id, CancellationToken cancellation) =>
        [.. (await store.VersionsAsync(id, cancellation)).Select((row, i) => new V1.BrandVersion { Version = row.Version, Draft = row.Published is null, Current = i == 0 && row.Published is not null })];

    /// <summary>Makes a stored version the one in use; null when there is none.</summary>
    public async Task<V1.Brand?> PublishAsync(string id, string version, CancellationToken cancellation) =>
        await store.PublishAsync(id, version, cancellation) is { } row ? Message(row) : null;

    private static V1.Brand Message(BrandRow row)
    {
        var message = V1.Brand.Parser.ParseFrom(row.Content);
        message.Draft = row.Published is null;
        return message;
    }

    /// <param name="version">Null or empty: the published one.</param>
    /// <exception cref="RpcException">FAILED_PRECONDITION: it is stored, but breaks a rule that was added since, such as a font that is no longer there.</exception>
    public async Task<Brand?> FindAsync(string id, string? version, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, version, cancellation) is not { } row)
        {
            return null;
        }

        if (_checked.TryGetValue((row.Id, row.Version), out var known))
        {
            return known;
        }

        var verdict = validator.Validate(BrandMapping.ToDraft(V1.Brand.Parser.ParseFrom(row.Content)));
        var brand = verdict.Brand ?? throw Refusals.Precondition(
            [.. verdict.Problems.Select(problem => ("brand", $"{row.Id}@{row.Version}", $"{problem.Field}: {problem.Message}."))]);

        // The name it is stored under, whatever the rules would derive today: provenance refers to it.
        return _checked.GetOrAdd((row.Id, row.Version), brand with { Version = row.Version });
    }

    /// <summary>Checks a kit and keeps it as a version, published or as a draft, unless it is to be checked only.</summary>
    /// <returns>The brand with its version.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem.</exception>
    public async Task<V1.Brand> PutAsync(BrandDraft draft, bool validateOnly, bool publish, CancellationToken cancellation)
    {
        var verdict = validator.Validate(draft);
        if (verdict.Brand is not { } brand)
        {
            throw Refusals.BadRequest(verdict.Problems);
        }

        var message = BrandMapping.ToMessage(brand);
        return validateOnly
            ? message
            : Message(await store.PutAsync(new BrandRow { Id = brand.Id, Version = brand.Version, Content = message.ToByteArray() }, publish, cancellation));
    }
}
