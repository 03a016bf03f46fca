using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using GrpcMetadata = Grpc.Core.Metadata;

namespace Creative.Deps.Tests.Grpc;

/// <summary>The packages were compiled against the assemblies that the stand-ins stand in for.</summary>
public sealed class ApiSurfaceTests
{
    private static readonly string[] StandIns = ["Grpc.Core.Api", "Grpc.Net.Common"];

    public static TheoryData<string> Packages => [typeof(GrpcChannel).Assembly.Location, typeof(GrpcServicesExtensions).Assembly.Location];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_type_and_member_a_package_asks_for_is_there(string package)
    {
        using var file = new PEReader(File.OpenRead(package));
        var reader = file.GetMetadataReader();
        var module = Assembly.LoadFrom(package).ManifestModule;

        var types = reader.TypeReferences.Where(handle => IsStandIn(reader, handle)).ToList();
        var members = reader.MemberReferences
            .Where(handle => IsStandIn(reader, DeclaringType(reader, reader.GetMemberReference(handle).Parent))).ToList();

        Assert.All(types, handle => module.ResolveType(MetadataTokens.GetToken(handle)));
        Assert.All(members, handle => module.ResolveMember(MetadataTokens.GetToken(handle), AnyTypes, AnyTypes));
        Assert.True(types.Count > 30 && members.Count > 50, $"only {types.Count} types and {members.Count} members were found");
    }

    [Fact]
    public void The_stand_ins_have_the_identity_that_the_packages_ask_for()
    {
        var wanted = typeof(GrpcChannel).Assembly.GetReferencedAssemblies().Where(name => StandIns.Contains(name.Name));

        Assert.Equal(
            wanted.Select(name => name.FullName).Order(),
            new[] { typeof(GrpcMetadata).Assembly.FullName!, typeof(ConnectivityState).Assembly.FullName! }.Order());
    }

    /// <summary>Arguments for whatever type parameters are in scope of a reference; the stand-ins ask only for classes.</summary>
    private static Type[] AnyTypes => [typeof(string), typeof(string), typeof(string), typeof(string)];

    private static bool IsStandIn(MetadataReader reader, EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var scope = reader.GetTypeReference((TypeReferenceHandle)type).ResolutionScope;
        return scope.Kind == HandleKind.TypeReference
            ? IsStandIn(reader, scope)
            : scope.Kind == HandleKind.AssemblyReference
                && StandIns.Contains(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name));
    }

    /// <summary>The type itself, or the open type of a generic instance.</summary>
    private static EntityHandle DeclaringType(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return parent;
        }

        var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        signature.ReadByte();
        return signature.ReadTypeHandle();
    }
}
