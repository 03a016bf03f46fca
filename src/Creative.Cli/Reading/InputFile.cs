using System.Text;
using Google.Protobuf;

namespace Creative.Cli.Reading;

/// <summary>Reads what a person wrote, with problems a person can act on.</summary>
internal static class InputFile
{
    /// <summary>The file's bytes, without a byte order mark.</summary>
    /// <exception cref="CliException">It is not there, too large or not readable.</exception>
    public static byte[] Read(string path, long largest)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= largest
                ? WithoutByteOrderMark(File.ReadAllBytes(path))
                : throw CliException.BadInput($"{path} is too large.", new Problem("", $"{length:N0} bytes, at most {largest:N0}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadInput($"{path} cannot be read.", new Problem("", fault.Message));
        }
    }

    /// <summary>A message from its proto3 JSON.</summary>
    /// <param name="origin">The file, for the error.</param>
    /// <param name="root">What its fields are called, such as "brief".</param>
    /// <exception cref="CliException">It does not fit; every difference is listed.</exception>
    public static T Parse<T>(byte[] json, string origin, string root)
        where T : IMessage<T>, new()
    {
        var problems = ProtoJsonCheck.Of(json, new T().Descriptor, root);
        return problems.Count > 0 ? throw CliException.BadInput($"{origin} is not a valid {root}.", problems) : ParseChecked<T>(json, origin, root);
    }

    /// <summary>As <see cref="Parse"/>, for what was compared with its message before.</summary>
    public static T ParseChecked<T>(byte[] json, string origin, string root)
        where T : IMessage<T>, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(Encoding.UTF8.GetString(json));
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException or FormatException)
        {
            throw CliException.BadInput($"{origin} is not a valid {root}.", new Problem(root, fault.Message));
        }
    }

    private static byte[] WithoutByteOrderMark(byte[] text) => text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text;
}
