using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Datasets.Storage;

/// <summary>Datasets, files of their exports, splits of families, looks of images, rounds.</summary>
internal static class DatasetTables
{
    private const string Files = "dataset_files";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<DatasetRecordRow>(dataset =>
        {
            dataset.ToTable("datasets").HasKey(row => row.Ordinal);
            dataset.HasIndex(row => row.Id).IsUnique();
        });
        model.Entity<DatasetFileRow>(file => file.ToTable(Files).HasKey(row => new { row.Dataset, row.Format, row.Path }));
        model.Entity<FamilySplitRow>(split => split.ToTable("family_splits").HasKey(row => row.Family));
        model.Entity<ImageLookRow>(look => look.ToTable("image_looks").HasKey(row => row.Sha256));
        model.Entity<RoundRow>(round => round.ToTable("rounds").HasKey(row => new { row.Series, row.Number }));
    }

    public static void Up(MigrationBuilder schema)
    {
        schema.CreateTable(
            "datasets",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Record = table.Column<byte[]>(),
                Query = table.Column<string>(),
                Segments = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_datasets", row => row.Ordinal));
        schema.CreateIndex("IX_datasets_Id", "datasets", "Id", unique: true);

        schema.CreateTable(
            "family_splits",
            table => new { Family = table.Column<string>(), Split = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_family_splits", row => row.Family));

        schema.CreateTable(
            "image_looks",
            table => new { Sha256 = table.Column<string>(), Fingerprint = table.Column<byte[]>() },
            constraints: table => table.PrimaryKey("PK_image_looks", row => row.Sha256));

        schema.CreateTable(
            "rounds",
            table => new { Series = table.Column<string>(), Number = table.Column<int>(), Record = table.Column<byte[]>() },
            constraints: table => table.PrimaryKey("PK_rounds", row => new { row.Series, row.Number }));
    }

    public static void AddFiles(MigrationBuilder schema) => schema.CreateTable(
        Files,
        table => new
        {
            Dataset = table.Column<string>(),
            Format = table.Column<string>(),
            Path = table.Column<string>(),
            Bytes = table.Column<long>(),
            Sha256 = table.Column<string>(),
            Maker = table.Column<string>(),
        },
        constraints: table => table.PrimaryKey("PK_dataset_files", row => new { row.Dataset, row.Format, row.Path }));
}
