using System.Runtime.InteropServices;

namespace Creative.Core.Scoring.Learning.Files;

/// <summary>A symmetric matrix as bytes: one half, row by row.</summary>
internal static class SymmetricBytes
{
    public static void Write(BinaryWriter writer, double[] matrix, int length)
    {
        for (var row = 0; row < length; row++)
        {
            writer.Write(MemoryMarshal.AsBytes(matrix.AsSpan(row * length, row + 1)));
        }
    }

    /// <exception cref="EndOfStreamException">Cut short.</exception>
    public static void Read(BinaryReader reader, double[] matrix, int length)
    {
        for (var row = 0; row < length; row++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(matrix.AsSpan(row * length, row + 1)));
            for (var column = 0; column < row; column++)
            {
                matrix[(column * length) + row] = matrix[(row * length) + column];
            }
        }
    }
}
