using Creative.Server.Datasets.Storage;
using Creative.Server.Labeling.Storage;
using Creative.Server.Models.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Storage;

/// <summary>What the service remembers. Nothing here is particular to one database product; <see cref="Schema"/> makes the tables.</summary>
public sealed class CreativeDb(DbContextOptions<CreativeDb> options) : DbContext(options)
{
    public DbSet<BrandRow> Brands => Set<BrandRow>();

    public DbSet<RenderRow> Renders => Set<RenderRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<AssetRow> Assets => Set<AssetRow>();

    public DbSet<RaterRow> Raters => Set<RaterRow>();

    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<ItemRow> Items => Set<ItemRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BrandRow>(brand =>
        {
            brand.ToTable("brands").HasKey(row => row.Ordinal);
            brand.HasIndex(row => new { row.Id, row.Version }).IsUnique();
        });
        modelBuilder.Entity<RenderRow>(render =>
        {
            render.ToTable("renders").HasKey(row => row.Ordinal);
            render.HasIndex(row => row.Id).IsUnique();
            render.HasIndex(row => row.RequestId).IsUnique();
            render.HasIndex(row => row.State);
        });
        modelBuilder.Entity<OutcomeRow>(outcome =>
        {
            outcome.ToTable("outcomes").HasKey(row => new { row.RenderId, row.Sequence });
            outcome.HasIndex(row => new { row.RenderId, row.Variant, row.Placement }).IsUnique();
            outcome.HasIndex(row => row.AssetId);
        });
        modelBuilder.Entity<AssetRow>(asset =>
        {
            asset.ToTable("assets").HasKey(row => row.Ordinal);
            asset.HasIndex(row => row.Id).IsUnique();
            asset.HasIndex(row => row.Campaign);
            asset.HasIndex(row => row.Brand);
            asset.HasIndex(row => row.Placement);
        });
        LabelingModel.Build(modelBuilder);
        ModelTables.Configure(modelBuilder);
        DatasetTables.Configure(modelBuilder);
    }
}
