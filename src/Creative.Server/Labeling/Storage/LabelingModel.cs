using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Storage;

/// <summary>The labelling tables as EF Core sees them.</summary>
internal static class LabelingModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<RaterRow>(rater =>
        {
            rater.ToTable("raters").HasKey(row => row.Ordinal);
            rater.HasIndex(row => row.Id).IsUnique();
        });
        model.Entity<ProjectRow>(project =>
        {
            project.ToTable("projects").HasKey(row => row.Ordinal);
            project.HasIndex(row => row.Id).IsUnique();
        });
        model.Entity<ItemRow>(item =>
        {
            item.ToTable("items").HasKey(row => row.Ordinal);
            item.HasIndex(row => row.Id).IsUnique();
            item.HasIndex(row => row.EmbeddedBy);
        });
        model.Entity<LeaseRow>(lease =>
        {
            lease.ToTable("leases").HasKey(row => row.Ordinal);
            lease.HasIndex(row => row.Id).IsUnique();
        });
        model.Entity<EventRow>(link =>
        {
            link.ToTable("events").HasKey(row => row.Ordinal);
            link.Property(row => row.Ordinal).ValueGeneratedNever();
            link.HasIndex(row => row.EventId).IsUnique();
            link.HasIndex(row => row.ItemId);
            link.HasIndex(row => new { row.Rater, row.Project });
        });
    }
}
