using Creative.Core.Brands;

namespace Creative.Core.Tests.Samples;

/// <summary>The brands of the samples, valid.</summary>
internal static class SampleBrands
{
    private static readonly Lazy<Brand[]> Read = new(() =>
    {
        var validator = new BrandValidator(
            new InstalledFamilies(), ["festive", "premium", "technological", "fresh", "minimal", "night"],
            ["gold coin", "red packet", "gift box", "gold bars", "piggy bank", "shield"]);
        return [.. SampleFiles.BrandFolders.Select(folder => validator.Validate(BrandFolder.Read(folder, out _)!).Brand!)];
    });

    public static IReadOnlyList<Brand> All => Read.Value;

    public static Brand Get(string id) => All.Single(brand => brand.Id == id);
}
