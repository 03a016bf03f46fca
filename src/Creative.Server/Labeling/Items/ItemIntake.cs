using System.Security.Cryptography;
using System.Text;
using Creative.Contract.V1;
using Creative.Core.Scenes;
using Creative.Core.Storage;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;
using Google.Protobuf;

namespace Creative.Server.Labeling.Items;

/// <summary>Puts images into projects: checked, decoded once to be sure of every pixel, on the disk, then on the board.</summary>
public sealed class ItemIntake(ProjectDesk projects, ProjectBoards boards, ItemStore store, IBlobStore blobs, IRasterizer rasterizer, TimeProvider clock)
{
    private const int IdLength = 26;

    /// <summary>One item, or every reason against it.</summary>
    public async Task<(string ItemId, bool Existed, IReadOnlyList<FieldProblem> Problems)> AddAsync(AddItemsRequest request, CancellationToken cancellation)
    {
        var project = projects.Find(request.Project).Read(state => state.Project);
        FieldProblem[] problems = [.. ItemRules.Problems(request, ProjectRules.DimensionsOf(project))];
        if (problems.Length == 0 && Undecodable(request.Image.Span) is { } damage)
        {
            problems = [new FieldProblem("image", damage)];
        }

        if (problems.Length > 0)
        {
            return ("", false, problems);
        }

        var (width, height) = PngHeader.Read(request.Image.Span)!.Value;
        var origin = Canonical(request.Origin ?? new ItemOrigin());
        var sha256 = await blobs.PutAsync(request.Image.Memory, cancellation);
        var known = request.Gold ?? request.Example;
        var (row, existed) = await store.AddAsync(
            new ItemRow
            {
                Id = IdOf(project.Id, sha256, ItemOrigin.Parser.ParseFrom(origin)),
                Project = project.Id,
                Sha256 = sha256,
                Width = (int)width,
                Height = (int)height,
                Use = request.Gold is not null ? ItemUse.Gold : request.Example is not null ? ItemUse.Example : ItemUse.Work,
                Origin = origin,
                Known = known?.ToByteArray(),
                CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            },
            cancellation);
        boards.Add(row);
        return (row.Id, existed, []);
    }

    private string? Undecodable(ReadOnlySpan<byte> file)
    {
        try
        {
            rasterizer.Decode(file).Dispose();
            return null;
        }
        catch (InvalidDataException)
        {
            return "is damaged, or not of 8 bits and 3 or 4 channels";
        }
    }

    private static byte[] Canonical(ItemOrigin origin) => ItemOrigin.Parser.WithDiscardUnknownFields(true).ParseFrom(origin.ToByteArray()).ToByteArray();

    /// <summary>Of what it is, not of where it is used: that may become more.</summary>
    private static string IdOf(string project, string sha256, ItemOrigin origin)
    {
        origin.Usage = "";
        origin.SeenIn.Clear();
        byte[] all = [.. Encoding.ASCII.GetBytes($"{project}\n{sha256}\n"), .. origin.ToByteArray()];
        return Convert.ToHexStringLower(SHA256.HashData(all))[..IdLength];
    }
}
