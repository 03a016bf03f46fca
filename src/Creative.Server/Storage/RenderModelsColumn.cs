using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Storage;

/// <summary>Which versions of the models a render is made with, from its beginning to its end.</summary>
internal static class RenderModelsColumn
{
    public static void Up(MigrationBuilder schema) => schema.AddColumn<string>("Models", "renders", nullable: true);
}
