using Google.Protobuf;

namespace Creative.Cli.Reading;

/// <summary>Reads what a person wrote, with problems a person can act on.</summary>
internal static class InputFile
{
    /// <summary>The file's bytes.</summary>
    /// <exception cref="CliException">It is not there, too large or not readable.</exception>
    public static byte[] Read(string path, long largest)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= largest
                ? File.ReadAllBytes(path)
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
        var message = new T();
        var problems = ProtoJsonCheck.Of(WithoutByteOrderMark(json), message.Descriptor, root);
        if (problems.Count > 0)
        {
            throw CliException.BadInput($"{origin} is not a valid {root}.", problems);
        }

        try
        {
            return JsonParser.Default.Parse<T>(System.Text.Encoding.UTF8.GetString(WithoutByteOrderMark(json)));
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw CliException.BadInput($"{origin} is not a valid {root}.", new Problem(root, fault.Message));
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(byte[] json) =>
        json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json;
}
