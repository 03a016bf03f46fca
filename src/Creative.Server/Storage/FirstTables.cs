using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Storage;

/// <summary>Brands, renders, their outcomes, and assets.</summary>
internal static class FirstTables
{
    public static void Up(MigrationBuilder schema)
    {
        schema.CreateTable(
            "brands",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Version = table.Column<string>(),
                Content = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_brands", row => row.Ordinal));
        schema.CreateIndex("IX_brands_Id_Version", "brands", ["Id", "Version"], unique: true);

        schema.CreateTable(
            "renders",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                RequestId = table.Column<string>(nullable: true),
                Fingerprint = table.Column<string>(),
                Request = table.Column<byte[]>(),
                Brand = table.Column<string>(),
                BrandVersion = table.Column<string>(),
                Expected = table.Column<int>(),
                State = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                ElapsedMs = table.Column<long>(),
                Error = table.Column<string>(),
                ErrorCode = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_renders", row => row.Ordinal));
        schema.CreateIndex("IX_renders_Id", "renders", "Id", unique: true);
        schema.CreateIndex("IX_renders_RequestId", "renders", "RequestId", unique: true);
        schema.CreateIndex("IX_renders_State", "renders", "State");

        schema.CreateTable(
            "assets",
            table => new
            {
                Ordinal = table.Counter(),
                Id = table.Column<string>(),
                Campaign = table.Column<string>(),
                Brand = table.Column<string>(),
                Placement = table.Column<string>(),
                Sha256 = table.Column<string>(),
                Record = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_assets", row => row.Ordinal));
        schema.CreateIndex("IX_assets_Id", "assets", "Id", unique: true);
        schema.CreateIndex("IX_assets_Campaign", "assets", "Campaign");
        schema.CreateIndex("IX_assets_Brand", "assets", "Brand");
        schema.CreateIndex("IX_assets_Placement", "assets", "Placement");

        schema.CreateTable(
            "outcomes",
            table => new
            {
                RenderId = table.Column<string>(),
                Sequence = table.Column<long>(),
                Variant = table.Column<int>(),
                Placement = table.Column<string>(),
                AssetId = table.Column<string>(nullable: true),
                Rule = table.Column<string>(),
                Reason = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_outcomes", row => new { row.RenderId, row.Sequence }));
        schema.CreateIndex("IX_outcomes_RenderId_Variant_Placement", "outcomes", ["RenderId", "Variant", "Placement"], unique: true);
        schema.CreateIndex("IX_outcomes_AssetId", "outcomes", "AssetId");
    }
}
