using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Storage;

/// <summary>Drafts of brands beside published versions. Every version that was there before counts as published.</summary>
internal static class BrandPublications
{
    public static void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("Published", "brands", nullable: true);
        schema.Sql("UPDATE brands SET \"Published\" = \"Ordinal\"");
    }
}
