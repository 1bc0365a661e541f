using System.Net.Mime;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>What the Explorer shows, as files. The address is that of the view, with <c>/figures.csv</c> or <c>/figures.xlsx</c> after the page's path.</summary>
public static class TakingEndpoints
{
    private const string PreviewPath = ExplorerSelection.Path + "/preview.png";

    private const string Path = ExplorerSelection.Path + "/figures.";

    /// <param name="format">csv or xlsx.</param>
    public static string Address(ExplorerSelection selection, string format) => Path + format + selection.Query;

    /// <summary>The address of the picture that a chat shows of the view.</summary>
    public static string Preview(ExplorerSelection selection) => PreviewPath + selection.Query;

    public static void MapTaking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "csv", (HttpContext context, TakenViews views) => views.Of(context) is { } view
            ? Results.File(TakenCsv.Write(view), "text/csv; charset=utf-8", view.FileName + ".csv")
            : Results.NotFound());
        routes.MapGet(Path + "xlsx", (HttpContext context, TakenViews views, TimeProvider clock) => views.Of(context) is { } view
            ? Results.File(TakenWorkbook.Write(view, clock.GetUtcNow()), TakenWorkbook.MediaType, view.FileName + ".xlsx")
            : Results.NotFound());
        routes.MapGet(PreviewPath, async (HttpContext context, TakenViews views, PreviewPicture pictures) =>
            views.Of(context) is { } view && await pictures.OfAsync(view, context.RequestAborted) is { } picture
                ? Results.Bytes(picture, MediaTypeNames.Image.Png)
                : Results.LocalRedirect("/" + LinkPreview.AnyPicture));
    }
}

/// <summary>Makes what is taken away of the view that an address names.</summary>
public sealed class TakenViews(ExplorerScreens screens, TargetQuery targets, Database.CatalogCache catalogs, TimeProvider clock)
{
    /// <summary>null where there is nothing that could be shown.</summary>
    public TakenView? Of(HttpContext context)
    {
        var catalog = catalogs.Current;
        return screens.Read(catalog, context.Request.Query) is { } selection
            ? Of(screens.Show(catalog, selection), $"{context.Request.Scheme}://{context.Request.Host}", clock.GetUtcNow())
            : null;
    }

    /// <param name="origin">Scheme and host under which the reader sees the dashboard.</param>
    /// <param name="now">When the screen was made.</param>
    public TakenView Of(ExplorerScreen screen, string origin, DateTimeOffset now) => new(
        screen,
        TakenFigure.Of(screen, targets),
        origin + screen.Data.Selection.Address,
        screen.Data.Selection.AsOf ?? now);
}
