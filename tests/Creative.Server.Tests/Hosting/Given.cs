using Creative.Contract.V1;
using Google.Protobuf;

namespace Creative.Server.Tests.Hosting;

/// <summary>Requests that are right, for tests to spoil in one place.</summary>
public static class Given
{
    public const string BrandId = "harbour-bank";

    public const string Logo =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path fill="#0b3d91" d="M4 4h32v32H4z"/><path fill="#0b3d91" d="M46 12h70v16H46z"/></svg>""";

    public static Brand Brand() => new()
    {
        Id = BrandId,
        Name = "Harbour Bank",
        Market = "CN",
        Locale = "zh-CN",
        Logos = { new Logo { Variant = "full", Svg = ByteString.CopyFromUtf8(Logo), ClearSpace = 0.5, MinHeight = 12 } },
        Colours =
        {
            new BrandColour { Role = "primary", Hex = "#0b3d91" },
            new BrandColour { Role = "secondary", Hex = "#e6eefc" },
            new BrandColour { Role = "accent", Hex = "#f5a623" },
        },
        Fonts =
        {
            new BrandFont { Role = "display", Family = "Noto Sans SC", Weight = 700 },
            new BrandFont { Role = "text", Family = "Noto Sans SC", Weight = 400 },
        },
        Glossary = { new GlossaryEntry { Term = "小金库", Meaning = "a savings product", Element = "piggy bank", Never = "a vault of gold" } },
        CornerRadius = 0.5,
    };

    public static Brief Brief(params PlacementRef[] placements) => new()
    {
        Campaign = "harbour-autumn",
        Brand = BrandId,
        Copy = new Copy { Headline = "秋日出海礼", Subhead = "开户即享三重好礼", Benefit = "18% 权益", CallToAction = "立即领取" },
        Mood = "热闹",
        Subject = "红包",
        Variants = 1,
        Seed = 18,
        Placements = { placements.Length > 0 ? placements : [Size(1200, 628), Size(300, 250)] },
    };

    /// <summary>As few steps as make a picture: these tests are about the server.</summary>
    public static RenderRequest Request(params PlacementRef[] placements) =>
        new() { Brief = Brief(placements), Options = new RenderOptions { Steps = 2, Candidates = 1 } };

    /// <summary>Paints for so long that it has to be stopped.</summary>
    public static RenderRequest LongRequest(ulong seed)
    {
        var request = Request(Size(640, 360));
        request.Options.Steps = 150;
        request.Options.Candidates = 16;
        request.Brief.Seed = seed;
        request.Brief.Variants = 8;
        return request;
    }

    public static PlacementRef Size(int width, int height) => new() { Custom = new CustomPlacement { Width = width, Height = height } };
}
