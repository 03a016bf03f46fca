using System.Collections.Immutable;
using Creative.Core.Datasets.Export.Formats;

namespace Creative.Core.Datasets.Export;

/// <summary>The forms of an export. A new one is one class and one line here.</summary>
public static class ExportFormats
{
    public static ImmutableArray<IExportFormat> All { get; } =
    [
        new ImageFolderFormat(),
        new KohyaFormat(),
        new WebDatasetFormat(),
        new JsonLinesFormat(),
        new PreferencePairsFormat(),
        new ScoreRegressionFormat(),
    ];

    /// <summary>Null: there is none.</summary>
    public static IExportFormat? Find(string id) => All.FirstOrDefault(format => format.Id == id);
}

/// <summary>The dataset holds nothing that this form could hold.</summary>
public sealed class EmptyExportException(string message) : InvalidOperationException(message);
