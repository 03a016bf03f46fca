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

    public async Task<IReadOnlyList<V1.Brand>> NewestAsync(CancellationToken cancellation) =>
        [.. (await store.NewestAsync(cancellation)).Select(row => V1.Brand.Parser.ParseFrom(row.Content))];

    /// <param name="version">Null or empty: the newest.</param>
    public async Task<V1.Brand?> FindMessageAsync(string id, string? version, CancellationToken cancellation) =>
        await store.FindAsync(id, version, cancellation) is { } row ? V1.Brand.Parser.ParseFrom(row.Content) : null;

    /// <param name="version">Null: the newest.</param>
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

    /// <summary>Checks a kit and keeps it as a version, unless it is to be checked only.</summary>
    /// <returns>The brand with its version.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem.</exception>
    public async Task<V1.Brand> PutAsync(BrandDraft draft, bool validateOnly, CancellationToken cancellation)
    {
        var verdict = validator.Validate(draft);
        if (verdict.Brand is not { } brand)
        {
            throw Refusals.BadRequest(verdict.Problems);
        }

        var message = BrandMapping.ToMessage(brand);
        if (!validateOnly)
        {
            await store.PutAsync(new BrandRow { Id = brand.Id, Version = brand.Version, Content = message.ToByteArray() }, cancellation);
        }

        return message;
    }
}
