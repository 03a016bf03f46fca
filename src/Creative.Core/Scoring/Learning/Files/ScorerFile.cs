using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Creative.Core.Scoring.Learning.Linear;
using Creative.Core.Scoring.Learning.Prompts;
using Creative.Core.Scoring.Learning.Verdicts;

namespace Creative.Core.Scoring.Learning.Files;

/// <summary>
/// A scorer as bytes: format, settings, and of each model the posterior and the sums, as they are, so that what is read goes
/// on exactly where it stopped. At the end stands the SHA-256 of the rest.
/// </summary>
internal static class ScorerFile
{
    private const string Magic = "creative-scorer";
    private const int Format = 2;
    private const int MostTargets = 64;
    private const int MostSeen = 100_000;

    public static byte[] Write(LearnedScorer scorer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(scorer.Map.Layout.Look);
        writer.Write(scorer.Map.Layout.Measured);
        writer.Write(scorer.Map.Layout.Words);
        writer.Write(scorer.Map.Waves);
        writer.Write(scorer.Map.Reach);
        writer.Write(scorer.Judgements);
        writer.Write(scorer.NextTuning);
        writer.Write(scorer.Calibration.Curve.Slope);
        writer.Write(scorer.Calibration.Curve.Penalty);
        writer.Write(scorer.Calibration.Curve.Offset);
        writer.Write(scorer.Calibration.Seen.Count);
        foreach (var (signs, usable) in scorer.Calibration.Seen)
        {
            writer.Write(signs.Standing);
            writer.Write(signs.Unlikeness);
            writer.Write(usable);
        }

        writer.Write(scorer.Targets.Length);
        foreach (var (target, model) in scorer.Targets.Zip(scorer.Models))
        {
            writer.Write(target.Id);
            writer.Write(target.Low);
            writer.Write(target.High);
            writer.Write(target.Share);
            Write(writer, model.State);
        }

        if (scorer.Looks is { } looks)
        {
            LooksFile.Write(writer, looks.State);
        }

        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">Not such a file, of a later format, cut short, or changed.</exception>
    public static LearnedScorer Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
        {
            throw new InvalidDataException("The scorer is cut short or has been changed: its hash is another.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes[..^SHA256.HashSizeInBytes].ToArray()));
        try
        {
            return Read(reader);
        }
        catch (Exception problem) when (problem is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"Not a scorer: {problem.Message}", problem);
        }
    }

    private static LearnedScorer Read(BinaryReader reader)
    {
        if (reader.ReadString() is var magic && magic != Magic)
        {
            throw new InvalidDataException("Not a scorer.");
        }

        if (reader.ReadInt32() is var format && format != Format)
        {
            throw new InvalidDataException($"The scorer has format {format}, this software reads {Format}.");
        }

        var map = new FeatureMap(new InputLayout(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()), reader.ReadInt32(), reader.ReadDouble());
        var (judgements, nextTuning) = (reader.ReadInt64(), reader.ReadInt64());
        var curve = new VerdictCurve(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var seen = new (VerdictSigns, bool)[Count(reader, MostSeen)];
        for (var i = 0; i < seen.Length; i++)
        {
            seen[i] = (new VerdictSigns(reader.ReadDouble(), reader.ReadDouble()), reader.ReadBoolean());
        }

        var targets = new ScoringTarget[Count(reader, MostTargets)];
        var models = new BayesianLinearModel[targets.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = new ScoringTarget(reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            models[i] = new BayesianLinearModel(ReadState(reader, map.Length));
        }

        var looks = map.Layout.ExpectsLooks ? LooksFile.Read(reader, map.Layout) : null;
        return new LearnedScorer(map, [.. targets], models, looks, new VerdictCalibration(curve, seen), judgements, nextTuning);
    }

    private static int Count(BinaryReader reader, int most) =>
        reader.ReadInt32() is var count && count >= 0 && count <= most ? count : throw new InvalidDataException($"Not a scorer: a count of {count}.");

    private static void Write(BinaryWriter writer, LinearModelState state)
    {
        writer.Write(state.Noise);
        writer.Write(state.Prior);
        writer.Write(state.Count);
        writer.Write(state.Squares);
        writer.Write(MemoryMarshal.AsBytes(state.Mean.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(state.Moment.AsSpan()));
        SymmetricBytes.Write(writer, state.Covariance, state.Mean.Length);
        SymmetricBytes.Write(writer, state.Gram, state.Mean.Length);
    }

    private static LinearModelState ReadState(BinaryReader reader, int length)
    {
        var (noise, prior) = (reader.ReadDouble(), reader.ReadDouble());
        var state = new LinearModelState(length, noise, prior) { Count = reader.ReadInt64(), Squares = reader.ReadDouble() };
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(state.Mean.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(state.Moment.AsSpan()));
        SymmetricBytes.Read(reader, state.Covariance, length);
        SymmetricBytes.Read(reader, state.Gram, length);
        return state;
    }
}
