using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Models.Storage;

/// <summary>Versions of models, moves of their aliases, comparisons.</summary>
internal static class ModelTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ModelVersionRow>(version =>
        {
            version.ToTable("model_versions").HasKey(row => row.Ordinal);
            version.HasIndex(row => new { row.ModelId, row.Version }).IsUnique();
            version.Ignore(row => row.Key);
        });
        model.Entity<AliasMoveRow>(move =>
        {
            move.ToTable("alias_moves").HasKey(row => row.Ordinal);
            move.HasIndex(row => row.ModelId);
        });
        model.Entity<ComparisonRow>(comparison =>
        {
            comparison.ToTable("comparisons").HasKey(row => row.Ordinal);
            comparison.HasIndex(row => row.ModelId);
        });
    }

    public static void Up(MigrationBuilder schema)
    {
        schema.CreateTable(
            "model_versions",
            table => new
            {
                Ordinal = table.Counter(),
                ModelId = table.Column<string>(),
                Version = table.Column<string>(),
                Kind = table.Column<string>(),
                Sha256 = table.Column<string>(),
                ByteSize = table.Column<long>(),
                CreatedAt = table.Column<long>(),
                Origin = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_model_versions", row => row.Ordinal));
        schema.CreateIndex("IX_model_versions_ModelId_Version", "model_versions", ["ModelId", "Version"], unique: true);

        schema.CreateTable(
            "alias_moves",
            table => new
            {
                Ordinal = table.Counter(),
                ModelId = table.Column<string>(),
                Alias = table.Column<string>(),
                FromVersion = table.Column<string>(),
                ToVersion = table.Column<string>(),
                Share = table.Column<double>(),
                TakesBack = table.Column<bool>(),
                Who = table.Column<string>(),
                Why = table.Column<string>(),
                MovedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_alias_moves", row => row.Ordinal));
        schema.CreateIndex("IX_alias_moves_ModelId", "alias_moves", "ModelId");

        schema.CreateTable(
            "comparisons",
            table => new
            {
                Ordinal = table.Counter(),
                ModelId = table.Column<string>(),
                Baseline = table.Column<string>(),
                Candidate = table.Column<string>(),
                Promotable = table.Column<bool>(),
                Record = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_comparisons", row => row.Ordinal));
        schema.CreateIndex("IX_comparisons_ModelId", "comparisons", "ModelId");
    }
}
