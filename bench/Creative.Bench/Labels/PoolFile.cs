using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Creative.Core.Scoring;
using Creative.Core.Scoring.Learning;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>A pool on disk, so that it is rendered once.</summary>
internal static class PoolFile
{
    /// <summary>Where a pool lies: another model, or other numbers about a picture, make another file.</summary>
    /// <param name="what">How it was made.</param>
    public static string PathOf(string what, IImageEmbedder embedder, ElementFeaturizer featurizer)
    {
        var made = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {embedder.Model.Sha256} {featurizer.Version}")));
        return Path.Combine("out", "bench", "labels", $"{what.Replace(' ', '-')}-{made[..12]}.bin");
    }

    public static Pool Get(string path, Func<Pool> make)
    {
        if (File.Exists(path))
        {
            return Read(path);
        }

        var pool = make();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var half = path + ".part";
        Write(half, pool);
        File.Move(half, path, overwrite: true);
        return pool;
    }

    private static void Write(string path, Pool pool)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(pool.Items.Length);
        writer.Write(pool.Layout.Look);
        writer.Write(pool.Layout.Measured);
        writer.Write(pool.Layout.Words);
        foreach (var item in pool.Items)
        {
            writer.Write(item.Family);
            writer.Write(item.Measured);
            foreach (var fault in item.Quality.Faults.Append(item.Quality.Technical))
            {
                writer.Write(fault);
            }

            writer.Write(MemoryMarshal.AsBytes(item.Inputs.AsSpan()));
        }
    }

    private static Pool Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var (count, layout) = (reader.ReadInt32(), new InputLayout(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        return new Pool(layout, [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (family, measured) = (reader.ReadString(), reader.ReadDouble());
            double[] faults = [.. Enumerable.Range(0, TrueQuality.Ids.Length + 1).Select(_ => reader.ReadDouble())];
            var inputs = new float[layout.Length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(inputs.AsSpan()));
            return new PoolItem(inputs, new TrueQuality([.. faults[..^1]], faults[^1]), family, measured);
        })]);
    }
}
