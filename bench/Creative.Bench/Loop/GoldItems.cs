using Creative.Contract.V1;
using Creative.Engine.Imaging;
using Creative.Studio.Defects;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Bench.Loop;

/// <summary>Pictures with a known answer: fresh renders, and renders with a defect that is plain to see.</summary>
internal static class GoldItems
{
    private const int Size = 256;
    private const ulong FirstSeed = 90_000_000;

    /// <exception cref="InvalidOperationException">One was refused.</exception>
    public static async Task AddAsync(LabelingService.LabelingServiceClient labeling, string project)
    {
        using var call = labeling.AddItems();
        var answers = Task.Run(async () =>
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync())
            {
                if (answer.Problems.Count > 0)
                {
                    throw new InvalidOperationException($"Gold item {answer.Index} was refused: {string.Join("; ", answer.Problems.Select(problem => $"{problem.Field}: {problem.Description}"))}");
                }
            }
        });
        foreach (var (kind, i) in Studio.Vocabulary.Elements.Classes.Select((kind, i) => (kind, i)))
        {
            await call.RequestStream.WriteAsync(Item(project, kind, i, flawed: i % 2 == 1));
        }

        await call.RequestStream.CompleteAsync();
        await answers;
    }

    private static AddItemsRequest Item(string project, ElementClass kind, int i, bool flawed)
    {
        var attributes = new ElementAttributes(
            Studio.Vocabulary.Elements.Shapes.First(shape => shape.Class == kind), kind.Hues[i % kind.Hues.Length], Studio.Vocabulary.Elements.Views[0], Studio.Vocabulary.Elements.Lights[i % Studio.Vocabulary.Elements.Lights.Length], Studio.Vocabulary.Elements.Materials[0]);
        var seed = FirstSeed + (ulong)i;
        (DefectKind, double)[] defects = flawed ? [(DefectKinds.All[i % DefectKinds.All.Length], 1)] : [];
        using var picture = FlawedPictures.Draw(Shot.Jittered(attributes, seed), Size, defects, seed);
        return new AddItemsRequest
        {
            Project = project,
            Image = ByteString.CopyFrom(new Rasterizer().Encode(picture.Image, Core.Imaging.ImageFormat.Png, 100)),
            Origin = new ItemOrigin { Prompt = attributes.Prompt, Seed = seed, ElementClass = kind.Noun, ModelId = "renderer", ModelVersion = "1" },
            Gold = new KnownAnswer { Verdict = flawed ? Verdict.Unusable : Verdict.Usable, Tolerance = 1 },
        };
    }
}
