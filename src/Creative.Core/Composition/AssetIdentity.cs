using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Layouts;
using Creative.Core.Placements;

namespace Creative.Core.Composition;

/// <summary>
/// The id of an asset is derived from everything that made it, so that the same request has the same id, in the file's
/// metadata too: a random id or a time there would make equal pictures unequal files.
/// </summary>
internal static class AssetIdentity
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <returns>26 characters of Crockford's base 32: 130 bits of a SHA-256.</returns>
    public static string Of(Brief brief, Brand brand, Concept concept, ConceptArt art, Placement placement, IEnumerable<ModelIdentity> models, string rulesVersion, string softwareVersion)
    {
        var text = new StringBuilder();
        void Add(params object?[] values)
        {
            foreach (var value in values)
            {
                // Lengths keep fields apart whatever they contain.
                var field = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
            }
        }

        var copy = brief.Copy;
        Add(brief.Campaign, brand.Id, brand.Version, copy.Headline, copy.Subhead, copy.Benefit, copy.CallToAction, copy.Disclaimer);
        Add(brief.Mood, brief.Subject, brief.Audience, brief.ProductType, brief.Seed, brief.Format, brief.Style, concept.Variant);
        Add(placement.Id, placement.Size, placement.SafeArea, placement.MaxBytes, string.Join(',', placement.Formats));
        foreach (var evidence in brief.Evidence)
        {
            Add(evidence.Id, evidence.Claim);
        }

        foreach (var element in art.Elements)
        {
            Add(element.Request, element.Candidates);
        }

        foreach (var model in models)
        {
            Add(model);
        }

        Add(LayoutRules.Version, rulesVersion, softwareVersion);
        return Encode(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Encode(byte[] hash)
    {
        var id = new char[Length];
        int bits = 0, count = 0, at = 0;
        for (var i = 0; i < Length; i++)
        {
            while (count < 5)
            {
                bits = (bits << 8) | hash[at++];
                count += 8;
            }

            count -= 5;
            id[i] = Alphabet[(bits >> count) & 31];
            bits &= (1 << count) - 1;
        }

        return new string(id);
    }
}
