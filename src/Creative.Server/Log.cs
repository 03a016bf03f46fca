namespace Creative.Server;

/// <summary>Every message that this server logs. None holds copy, names of campaigns or anything else that a client wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Url}")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(2, LogLevel.Warning, "Listening on {Address}: reachable from other machines, without encryption or sign-in")]
    public static partial void ListensBeyondThisMachine(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Information, "Models loaded: {Elements} {ElementsVersion}, {Layout} {LayoutVersion}")]
    public static partial void ModelsLoaded(ILogger logger, string elements, string elementsVersion, string layout, string layoutVersion);

    [LoggerMessage(4, LogLevel.Critical, "The models cannot be used; nothing can be rendered until the server is started with good ones")]
    public static partial void ModelsUnusable(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "{Count} brands read from the brands folder")]
    public static partial void BrandsRead(ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Warning, "Brand folder {Folder} is left out: {Problems}")]
    public static partial void BrandLeftOut(ILogger logger, string folder, string problems);

    [LoggerMessage(7, LogLevel.Information, "{Note}")]
    public static partial void Engine(ILogger logger, string note);

    [LoggerMessage(8, LogLevel.Warning, "AI labels name a made-up provider or are sealed with a key that everybody knows: set --aigc-producer and CREATIVE_AIGC_KEY before publishing")]
    public static partial void SampleLabels(ILogger logger);

    [LoggerMessage(10, LogLevel.Error, "{Method} failed")]
    public static partial void CallFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "{Method} was refused: the disk is full")]
    public static partial void DiskFull(ILogger logger, string method);

    [LoggerMessage(20, LogLevel.Information, "Render {RenderId} accepted: {Variants} variants of {Placements} placements")]
    public static partial void RenderAccepted(ILogger logger, string renderId, int variants, int placements);

    [LoggerMessage(21, LogLevel.Information, "Render {RenderId} started, {Done} of {Expected} done before")]
    public static partial void RenderStarted(ILogger logger, string renderId, int done, int expected);

    [LoggerMessage(22, LogLevel.Information, "Render {RenderId} succeeded after {ElapsedMs} ms")]
    public static partial void RenderSucceeded(ILogger logger, string renderId, long elapsedMs);

    [LoggerMessage(23, LogLevel.Information, "Render {RenderId} was cancelled")]
    public static partial void RenderCancelled(ILogger logger, string renderId);

    [LoggerMessage(24, LogLevel.Information, "Render {RenderId} interrupted by the end of the server; it goes on at the next start")]
    public static partial void RenderInterrupted(ILogger logger, string renderId);

    [LoggerMessage(25, LogLevel.Warning, "Render {RenderId} failed: {Reason}")]
    public static partial void RenderRefused(ILogger logger, string renderId, string reason);

    [LoggerMessage(26, LogLevel.Error, "Render {RenderId} failed")]
    public static partial void RenderFailed(ILogger logger, string renderId, Exception exception);

    [LoggerMessage(27, LogLevel.Information, "{Count} unfinished renders go on")]
    public static partial void RendersResumed(ILogger logger, int count);

    [LoggerMessage(28, LogLevel.Error, "The end of render {RenderId} cannot be kept; it goes on at the next start")]
    public static partial void RenderEndLost(ILogger logger, string renderId, Exception exception);

    [LoggerMessage(30, LogLevel.Warning, "A file cannot be kept in a cache")]
    public static partial void CacheNotKept(ILogger logger, Exception exception);

    [LoggerMessage(31, LogLevel.Warning, "A cached file is damaged and made again")]
    public static partial void CacheDamaged(ILogger logger, Exception exception);

    [LoggerMessage(40, LogLevel.Information, "Asset {AssetId} replayed: identical {Identical}")]
    public static partial void Replayed(ILogger logger, string assetId, bool identical);

    [LoggerMessage(50, LogLevel.Warning, "There was no rater yet: made 'admin', whose key lies in {Path}. Keep it elsewhere and delete the file")]
    public static partial void FirstAdminMade(ILogger logger, string path);

    [LoggerMessage(51, LogLevel.Critical, "After a failed write the events cannot be read; scores are refused until the server is started anew")]
    public static partial void EventsUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(52, LogLevel.Error, "The embedding model cannot be used: nothing is learnt from scores")]
    public static partial void EmbedderUnusable(ILogger logger, Exception exception);

    [LoggerMessage(53, LogLevel.Error, "Describing items failed: no further ones are described until the server is started anew")]
    public static partial void DescribingFailed(ILogger logger, Exception exception);

    [LoggerMessage(54, LogLevel.Warning, "The scorer on the disk cannot be read; everything is learnt anew")]
    public static partial void ScorerUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(55, LogLevel.Information, "The scorer goes on from {Judgements} judgements")]
    public static partial void ScorerGoesOn(ILogger logger, long judgements);

    [LoggerMessage(56, LogLevel.Error, "Learning failed: elements are chosen by the last version until the server is started anew")]
    public static partial void LearningFailed(ILogger logger, Exception exception);

    [LoggerMessage(57, LogLevel.Warning, "Elements cannot be collected: there is no project {Project}")]
    public static partial void NoProjectToCollect(ILogger logger, string project);

    [LoggerMessage(58, LogLevel.Warning, "Something that was delivered was not collected for project {Project}: {Problems}")]
    public static partial void NotCollected(ILogger logger, string project, string problems);

    [LoggerMessage(59, LogLevel.Warning, "The image of item {ItemId} is damaged on the disk: nothing is foreseen of it")]
    public static partial void ImageDamaged(ILogger logger, string itemId, Exception exception);

    [LoggerMessage(60, LogLevel.Warning, "Model {Id} {Version}, the champion, is not there any more; version {Shipped} of the installation takes its place")]
    public static partial void ChampionGone(ILogger logger, string id, string version, string shipped);

    [LoggerMessage(61, LogLevel.Information, "Model {Id} {Version} registered")]
    public static partial void ModelRegistered(ILogger logger, string id, string version);

    [LoggerMessage(62, LogLevel.Information, "Model {Id}: {Alias} moved from '{From}' to '{To}' by {Who}")]
    public static partial void AliasMoved(ILogger logger, string id, string alias, string from, string to, string who);
}
