using System.Collections.Frozen;
using Creative.Contract.V1;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Creative.Server.Services;

/// <summary>The services that this server has, and every file and name they need, for reflection.</summary>
public static class ContractDescriptors
{
    private static readonly FrozenDictionary<string, FileDescriptor> ByFile;
    private static readonly FrozenDictionary<string, FileDescriptor> BySymbol;

    static ContractDescriptors()
    {
        var files = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        foreach (var service in Services)
        {
            Collect(service.File, files);
        }

        // Errors travel as Any: a client that resolves it asks for these.
        Collect(Google.Rpc.StatusReflection.Descriptor, files);
        Collect(Google.Rpc.ErrorDetailsReflection.Descriptor, files);
        ByFile = files.ToFrozenDictionary(StringComparer.Ordinal);
        BySymbol = files.Values
            .SelectMany(file => SymbolsOf(file).Select(symbol => (symbol, file)))
            .ToFrozenDictionary(pair => pair.symbol, pair => pair.file, StringComparer.Ordinal);
    }

    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
    [
        AssetService.Descriptor,
        BrandService.Descriptor,
        LabelingService.Descriptor,
        DatasetService.Descriptor,
        ModelService.Descriptor,
        Health.Descriptor,
        Grpc.Reflection.V1.ServerReflection.Descriptor,
        Grpc.Reflection.V1Alpha.ServerReflection.Descriptor,
    ];

    public static FileDescriptor? File(string name) => ByFile.GetValueOrDefault(name);

    /// <summary>The file that declares a message, enum, service, method or field, by full name.</summary>
    public static FileDescriptor? FileOfSymbol(string fullName) => BySymbol.GetValueOrDefault(fullName);

    public static bool IsMessage(string fullName) => FileOfSymbol(fullName)?.FindTypeByName<MessageDescriptor>(NameWithin(fullName)) is not null;

    /// <summary>A file and all that it needs, each once, the file itself first.</summary>
    public static IEnumerable<FileDescriptor> WithDependencies(FileDescriptor file)
    {
        var found = new Dictionary<string, FileDescriptor>(StringComparer.Ordinal);
        Collect(file, found);
        return found.Values;
    }

    private static string NameWithin(string fullName) => fullName[(FileOfSymbol(fullName)!.Package.Length + 1)..];

    private static void Collect(FileDescriptor file, Dictionary<string, FileDescriptor> found)
    {
        if (found.TryAdd(file.Name, file))
        {
            foreach (var dependency in file.Dependencies)
            {
                Collect(dependency, found);
            }
        }
    }

    private static IEnumerable<string> SymbolsOf(FileDescriptor file) =>
    [
        .. file.MessageTypes.SelectMany(SymbolsOf),
        .. file.EnumTypes.Select(type => type.FullName),
        .. file.Services.Select(service => service.FullName),
        .. file.Services.SelectMany(service => service.Methods).Select(method => method.FullName),
    ];

    private static IEnumerable<string> SymbolsOf(MessageDescriptor message) =>
    [
        message.FullName,
        .. message.Fields.InDeclarationOrder().Select(field => field.FullName),
        .. message.Oneofs.Select(oneof => oneof.FullName),
        .. message.EnumTypes.Select(type => type.FullName),
        .. message.NestedTypes.SelectMany(SymbolsOf),
    ];
}
