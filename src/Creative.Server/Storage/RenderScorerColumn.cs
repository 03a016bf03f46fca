using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Storage;

/// <summary>Which version of the scorer a render chooses its elements by, from its beginning to its end.</summary>
internal static class RenderScorerColumn
{
    public static void Up(MigrationBuilder schema) => schema.AddColumn<string>("ScorerVersion", "renders", nullable: true);
}
