using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DrawnInline = DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Wordprocessing = DocumentFormat.OpenXml.Wordprocessing;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>One chart in a text document: the picture of all of them, with the rest cut away.</summary>
internal static class DocxPicture
{
    /// <summary>English Metric Units in a CSS pixel.</summary>
    private const double UnitsPerPixel = 9525;

    /// <summary>The unit in which a picture is cut: hundred-thousandths of its side.</summary>
    private const double Whole = 100_000;

    /// <param name="pictureId">Of the part that holds the picture.</param>
    /// <param name="description">What those are told who do not see it.</param>
    public static Wordprocessing.Drawing Of(string pictureId, uint id, string description, ChartPictures pictures, (double Top, double Height) place)
    {
        var (width, height) = ((long)(ChartPictures.Width * UnitsPerPixel), (long)(place.Height * UnitsPerPixel));
        var cut = new SourceRectangle
        {
            Top = (int)(place.Top / pictures.Height * Whole),
            Bottom = (int)((pictures.Height - place.Top - place.Height) / pictures.Height * Whole),
        };
        return new(new DrawnInline(
            new Extent { Cx = width, Cy = height },
            new DocProperties { Id = id, Name = $"Figure {id}", Description = description },
            new Graphic(new GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = id, Name = $"Figure {id}" }, new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new Blip { Embed = pictureId }, cut, new Stretch(new FillRectangle())),
                new Pictures.ShapeProperties(
                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }),
                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
