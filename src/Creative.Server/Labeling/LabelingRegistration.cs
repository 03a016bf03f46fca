using Creative.Server.Labeling.Access;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Events;
using Creative.Server.Labeling.Figures;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Learning;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Queue;

namespace Creative.Server.Labeling;

/// <summary>What labelling is made of. To be registered after what brings the tables up to date.</summary>
internal static class LabelingRegistration
{
    public static IServiceCollection AddLabeling(this IServiceCollection services) => services
        .AddAccess()
        .AddSingleton<ProjectStore>()
        .AddSingleton<ProjectDesk>()
        .AddSingleton<ProjectBoards>()
        .AddItems()
        .AddQueue()
        .AddLearning()
        .AddEvents()
        .AddSingleton<ProgressFigures>()
        .AddSingleton<FiguresDesk>()
        .AddHostedService(provider => provider.GetRequiredService<FiguresDesk>());

    private static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<RaterStore>()
        .AddSingleton<RaterDirectory>()
        .AddSingleton<RaterDesk>()
        .AddSingleton<FirstAdmin>();

    private static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddSingleton<ItemStore>()
        .AddSingleton<ItemIntake>()
        .AddSingleton<PainterChoice>()
        .AddSingleton<ItemPainting>()
        .AddSingleton<RenderCollector>()
        .AddSingleton<ItemPages>()
        .AddSingleton<ItemFiles>();

    private static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddSingleton<LeaseStore>()
        .AddSingleton<NextItems>()
        .AddSingleton<WorkClock>()
        .AddSingleton<LeaseDesk>();

    // Before the events: what is read from the disk at start is learnt, too.
    private static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<ElementInputs>()
        .AddSingleton<ScorerFiles>()
        .AddSingleton<Lessons>()
        .AddSingleton<ScorerInForce>()
        .AddSingleton<LearningCourses>()
        .AddSingleton<Forecasts>()
        .AddSingleton<ItemDescriber>()
        .AddHostedService<LabelingStart>()
        .AddHostedService(provider => provider.GetRequiredService<ItemDescriber>())
        .AddHostedService<ScorerTrainer>();

    private static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventStore>()
        .AddSingleton<EventLog>()
        .AddSingleton<EventPages>()
        .AddSingleton<SubmitDesk>()
        .AddSingleton<ChainCheck>()
        .AddHostedService(provider => provider.GetRequiredService<EventLog>());
}
