using System.Globalization;
using System.Text;

namespace Creative.Studio.Files;

/// <summary>
/// NumPy's array files (numpy.lib.format, version 1.0), for arrays of unsigned bytes in C order: the form in which the
/// training reads its pictures.
/// </summary>
public static class NpyFile
{
    private const int Alignment = 64;
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes the header; the bytes follow, as many as the product of the shape.</summary>
    public static void WriteHeader(Stream stream, params ReadOnlySpan<long> shape)
    {
        var sides = string.Join(", ", shape.ToArray().Select(side => side.ToString(CultureInfo.InvariantCulture)));
        var text = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({sides}{(shape.Length == 1 ? "," : "")}), }}";
        var length = Magic.Length + 2 + text.Length + 1;
        text += new string(' ', (Alignment - (length % Alignment)) % Alignment) + "\n";
        stream.Write(Magic);
        stream.Write([(byte)text.Length, (byte)(text.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    /// <exception cref="InvalidDataException">It is not such a file, or cut short.</exception>
    public static (long[] Shape, byte[] Bytes) Read(Stream stream)
    {
        try
        {
            var start = new byte[Magic.Length + 2];
            stream.ReadExactly(start);
            if (!start.AsSpan(0, 6).SequenceEqual(Magic[..6]) || start[6] != 1)
            {
                throw new InvalidDataException("Not an array file of NumPy, version 1.");
            }

            var header = new byte[start[^2] | (start[^1] << 8)];
            stream.ReadExactly(header);
            var text = Encoding.ASCII.GetString(header);
            if (!text.Contains("'|u1'", StringComparison.Ordinal) || !text.Contains("'fortran_order': False", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"Not an array of unsigned bytes in C order: {text.Trim()}");
            }

            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.IndexOf(')', StringComparison.Ordinal));
            var shape = text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(side => long.Parse(side, CultureInfo.InvariantCulture)).ToArray();
            var bytes = new byte[shape.Aggregate(1L, (a, b) => checked(a * b))];
            stream.ReadExactly(bytes);
            return (shape, bytes);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The array file ends early.", e);
        }
    }
}
