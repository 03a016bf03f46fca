using System.Globalization;
using System.Text.Json;
using Creative.Core.Numerics;
using Creative.Studio.Defects;
using Creative.Studio.Files;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Bench.Elements;

/// <summary>
/// Renders for training: images.npy (uint8 [n, size, size, 4], premultiplied) and attributes.json, one entry for each picture:
/// shape, class, variant, hue, view, light, material, pose (degrees from the view's) and defects with kind, severity,
/// dimension and boxes (x, y, width, height in pixels). The same seed writes the same files.
/// </summary>
internal static class StudioData
{
    public const string Name = "studio";

    private const int Block = 32;

    public static int Run(string[] args)
    {
        var count = Arguments.Whole(args, "--count", 1000);
        var size = Arguments.Whole(args, "--size", 256);
        var seed = (ulong)Arguments.Whole(args, "--seed", 1);
        var share = double.Parse(Arguments.Value(args, "--defects") ?? "0", CultureInfo.InvariantCulture);
        var folder = Arguments.Value(args, "--out");
        string?[] problems =
        [
            folder is null ? "--out: missing, expected a folder" : null,
            count is < 1 or > 1_000_000 ? $"--count: {count}, expected 1 to 1000000" : null,
            size is < 64 or > 1024 ? $"--size: {size}, expected 64 to 1024" : null,
            share is >= 0 and <= 1 ? null : $"--defects: {share}, expected a share from 0 to 1",
        ];
        if (problems.Any(problem => problem is not null))
        {
            Console.Error.WriteLine(string.Join("; ", problems.Where(problem => problem is not null)) + ".");
            return 2;
        }

        Directory.CreateDirectory(folder!);
        using var images = File.Create(Path.Combine(folder!, "images.npy"));
        NpyFile.WriteHeader(images, count, size, size, 4);
        var entries = new List<object>(count);
        for (var start = 0; start < count; start += Block)
        {
            var block = new FlawedPicture[Math.Min(Block, count - start)];
            var shots = Enumerable.Range(start, block.Length).Select(i => Draw(seed, i, share)).ToArray();
            Parallel.For(0, block.Length, k => block[k] = FlawedPictures.Draw(shots[k].Shot, size, shots[k].Defects, shots[k].Seed));
            foreach (var (picture, shot) in block.Zip(shots))
            {
                images.Write(picture.Image.Pixels);
                entries.Add(Entry(shot.Shot, picture));
                picture.Dispose();
            }

            Console.Error.WriteLine($"{start + block.Length}/{count}");
        }

        File.WriteAllText(Path.Combine(folder!, "attributes.json"), JsonSerializer.Serialize(entries));
        Console.WriteLine(JsonSerializer.Serialize(new { count, size, folder }));
        return 0;
    }

    private static (Shot Shot, (DefectKind, double)[] Defects, ulong Seed) Draw(ulong seed, int i, double share)
    {
        var one = SeededRandom.Derive(seed, (ulong)i);
        var random = new SeededRandom(one);
        var shapes = Studio.Vocabulary.Elements.Shapes;
        var shape = shapes[i % shapes.Length]; // so that any prefix covers all shapes
        var looks = Studio.Vocabulary.Elements.LooksOf(shape.Class).ToArray();
        var (hue, light, material) = looks[random.Below(looks.Length)];
        var view = Studio.Vocabulary.Elements.Views[i / shapes.Length % Studio.Vocabulary.Elements.Views.Length];
        var shot = Shot.Jittered(new ElementAttributes(shape, hue, view, light, material), random.NextUInt64());
        var kinds = DefectKinds.All;
        var wanted = random.NextDouble() >= share ? 0 : random.NextDouble() < .7 ? 1 : 2;
        return (shot, [.. Enumerable.Range(0, wanted).Select(_ => (kinds[random.Below(kinds.Length)], random.NextDouble()))], one);
    }

    private static object Entry(Shot shot, FlawedPicture picture) => new
    {
        shape = shot.Attributes.Shape.Number,
        id = shot.Attributes.Shape.Class.Id,
        variant = shot.Attributes.Shape.Variant,
        hue = shot.Attributes.Hue,
        view = shot.Attributes.View,
        light = shot.Attributes.Light,
        material = shot.Attributes.Material,
        pose = new[] { Math.Round(shot.Offset.Yaw, 4), Math.Round(shot.Offset.Pitch, 4), Math.Round(shot.Offset.Roll, 4) },
        defects = picture.Defects.Select(defect => new
        {
            kind = defect.Kind.ToString(),
            severity = Math.Round(defect.Severity, 4),
            dimension = defect.Dimension.ToString(),
            boxes = defect.Regions.Select(box => new[] { Math.Round(box.X, 1), Math.Round(box.Y, 1), Math.Round(box.Width, 1), Math.Round(box.Height, 1) }),
        }),
    };
}
