using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Audit;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Explorer.Taking;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Features.Finding;
using EmploymentDashboard.Features.News;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Import.Uploads;

namespace EmploymentDashboard.Features;

public static class FeatureServices
{
    /// <summary>The queries of the screens. They hold no state, so one of each serves everyone.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddSingleton<FigureQuery>()
        .AddSingleton<AnnotationQuery>()
        .AddSingleton<AnnotationEntry>()
        .AddSingleton<OverviewQuery>()
        .AddSingleton<ExplorerQuery>()
        .AddSingleton<ExplorerScreens>()
        .AddSingleton<TakenViews>()
        .AddSingleton<PreviewPicture>()
        .AddSingleton<AreaQuery>()
        .AddSingleton<TargetQuery>()
        .AddSingleton<BulletinQuery>()
        .AddSingleton<BulletinDesk>()
        .AddSingleton<SourcesQuery>()
        .AddSingleton<SourceEntry>()
        .AddSingleton<BatchQuery>()
        .AddSingleton<BatchDifference>()
        .AddSingleton<BatchReach>()
        .AddSingleton<ChangesSince>()
        .AddSingleton<Finder>()
        .AddSingleton<BatchHistory>()
        .AddSingleton<ImportRun>()
        .AddSingleton<LayoutMemory>()
        .AddSingleton<UploadStore>()
        .AddSingleton<FileReceiver>()
        .AddSingleton<OverviewQueries>()
        .AddSingleton<Overviews>()
        .AddHostedService<AnswersAhead>()
        .AddHostedService<AuditRetention>();
}
