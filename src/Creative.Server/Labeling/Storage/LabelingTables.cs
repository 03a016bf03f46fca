using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Labeling.Storage;

/// <summary>Raters, projects, items, leases, and the chain of events.</summary>
internal static class LabelingTables
{
    public static void Up(MigrationBuilder schema)
    {
        People(schema);
        Items(schema);
        Events(schema);
    }

    private static void People(MigrationBuilder schema)
    {
        schema.CreateTable(
            "raters",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Name = table.Column<string>(),
                Role = table.Column<int>(),
                Locale = table.Column<string>(),
                KeyHash = table.Column<byte[]>(),
                Disabled = table.Column<bool>(),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_raters", row => row.Ordinal));
        schema.CreateIndex("IX_raters_Id", "raters", "Id", unique: true);

        schema.CreateTable(
            "projects",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_projects", row => row.Ordinal));
        schema.CreateIndex("IX_projects_Id", "projects", "Id", unique: true);
    }

    private static void Items(MigrationBuilder schema)
    {
        schema.CreateTable(
            "items",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Project = table.Column<string>(),
                Sha256 = table.Column<string>(),
                Width = table.Column<int>(),
                Height = table.Column<int>(),
                Use = table.Column<int>(),
                Origin = table.Column<byte[]>(),
                Known = table.Column<byte[]>(nullable: true),
                Embedding = table.Column<byte[]>(nullable: true),
                EmbeddedBy = table.Column<string>(nullable: true),
                CreatedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_items", row => row.Ordinal));
        schema.CreateIndex("IX_items_Id", "items", "Id", unique: true);
        schema.CreateIndex("IX_items_EmbeddedBy", "items", "EmbeddedBy");
    }

    private static void Events(MigrationBuilder schema)
    {
        schema.CreateTable(
            "leases",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Project = table.Column<string>(),
                ItemId = table.Column<string>(),
                Rater = table.Column<string>(),
                Strategy = table.Column<string>(),
                Probability = table.Column<double>(),
                GivenAt = table.Column<long>(),
                ExpiresAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_leases", row => row.Ordinal));
        schema.CreateIndex("IX_leases_Id", "leases", "Id", unique: true);

        schema.CreateTable(
            "events",
            table => new
            {
                Ordinal = table.Column<long>(),
                EventId = table.Column<string>(),
                Project = table.Column<string>(),
                ItemId = table.Column<string>(),
                Rater = table.Column<string>(),
                Strategy = table.Column<string>(),
                Probability = table.Column<double>(),
                StoredAt = table.Column<long>(),
                Content = table.Column<byte[]>(),
                PreviousHash = table.Column<byte[]>(),
                Hash = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_events", row => row.Ordinal));
        schema.CreateIndex("IX_events_EventId", "events", "EventId", unique: true);
        schema.CreateIndex("IX_events_ItemId", "events", "ItemId");
        schema.CreateIndex("IX_events_Rater_Project", "events", ["Rater", "Project"]);
    }
}
