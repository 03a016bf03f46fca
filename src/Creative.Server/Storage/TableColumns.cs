using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Creative.Server.Storage;

/// <summary>Columns that several steps of the schema have.</summary>
internal static class TableColumns
{
    /// <summary>A number that is never used twice, in each product's own way.</summary>
    public static OperationBuilder<AddColumnOperation> Counter(this ColumnsBuilder table) => table.Column<long>()
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", "IdentityByDefaultColumn");
}
