using System.Runtime.InteropServices;
using Creative.Core.Scoring.Learning.Files;

namespace Creative.Core.Scoring.Learning.Prompts;

/// <summary>What is known of usual looks, as bytes in the file of a scorer.</summary>
internal static class LooksFile
{
    public static void Write(BinaryWriter writer, UsualLooksState state)
    {
        writer.Write(state.Freedom);
        writer.Write(MemoryMarshal.AsBytes(state.Mean.AsSpan()));
        SymmetricBytes.Write(writer, state.Covariance, state.Words);
        SymmetricBytes.Write(writer, state.Precision, state.Look);
    }

    /// <exception cref="EndOfStreamException">Cut short.</exception>
    public static UsualLooks Read(BinaryReader reader, InputLayout layout)
    {
        var looks = new UsualLooks(layout.Words, layout.Look);
        looks.State.Freedom = reader.ReadDouble();
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(looks.State.Mean.AsSpan()));
        SymmetricBytes.Read(reader, looks.State.Covariance, layout.Words);
        SymmetricBytes.Read(reader, looks.State.Precision, layout.Look);
        return looks;
    }
}
