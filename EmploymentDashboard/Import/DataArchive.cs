using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Import;

/// <summary>
/// Everything that stands, as one ZIP of CSV files in the shape of a data folder: a bureau can leave with it, and importing it into an empty
/// database gives the same areas, indicators, sources, annotations and figures. What was replaced or undone is not in it; a backup holds that.
/// </summary>
public sealed partial class DataArchive(DashboardDatabase database)
{
    public const string Extension = ".zip";

    public const string MediaType = "application/zip";

    private const string FiguresFile = "figures/figures.csv";

    /// <summary>A small file may claim to hold terabytes.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>Far above what a data folder has; a small file may claim to hold millions.</summary>
    private const int MostFiles = 10_000;

    private const string ReadMe = """
        地区就业统计的全部数据 / All of the data

        areas, themes, indicators, breakdowns, sources, annotations: 数字所指 / what figures refer to
        figures/figures.csv: 每行一个数字，带界限、口径、期间和出处 / a figure a row, with bound, basis, period and source

        UTF-8, RFC 4180. 期间用 EDTF (ISO 8601-2) / periods are EDTF.
        导入 / to import: EmploymentDashboard import data.zip

        """;

    /// <summary>Writes the archive and returns the number of figures.</summary>
    /// <param name="target">Stays open.</param>
    public long Write(Stream target, CancellationToken cancellation = default)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        // The figures first: whatever a batch adds meanwhile, all that they refer to is there when that is written.
        long count;
        using (var figures = archive.CreateEntry(FiguresFile).Open())
            count = new FigureExport(database).Write(figures, new(), cancellation: cancellation);

        using var connection = database.Open();
        var standing = AnnotationStore.All(connection).Where(annotation => annotation.Stands).OrderBy(annotation => annotation.Id).ToList();
        foreach (var (name, write) in ReferenceExport.Files(CatalogStore.Read(connection), standing))
        {
            using var file = archive.CreateEntry(name).Open();
            write(file);
        }

        using var readMe = archive.CreateEntry("README.txt").Open();
        readMe.Write(Encoding.UTF8.GetBytes(ReadMe));
        return count;
    }

    /// <summary>Lays the files of an archive out as a data folder; what else is in it is left there.</summary>
    /// <exception cref="InvalidDataException">It is no such archive, or unpacks to more than a disk should be filled with.</exception>
    public static async Task ExtractAsync(string path, string folder, CancellationToken cancellation = default)
    {
        using var archive = OpenRead(path);
        if (archive.Entries.Count > MostFiles)
            throw new InvalidDataException(new Statistics.Bilingual($"压缩包里的文件超过 {MostFiles} 个", $"the archive holds more than {MostFiles} files").ToString());

        var entries = archive.Entries.Where(entry => DataFile().IsMatch(entry.FullName)).ToList();
        if (!entries.Exists(entry => entry.FullName == "areas.csv"))
            throw new InvalidDataException(new Statistics.Bilingual("压缩包里没有 areas.csv，不是这里导出的全部数据", "the archive holds no areas.csv, so it is not an export of all data").ToString());
        if (entries.Sum(entry => entry.Length) > MostBytes)
            throw new InvalidDataException(new Statistics.Bilingual("压缩包展开后超过 4 GB", "the archive unpacks to more than 4 GB").ToString());

        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        foreach (var entry in entries)
        {
            // The length that an archive claims is what the framework unpacks of it at most.
            await using var source = entry.Open();
            await using var file = new FileStream(Path.Combine(folder, entry.FullName), FileMode.CreateNew);
            await source.CopyToAsync(file, cancellation);
        }
    }

    private static ZipArchive OpenRead(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(new Statistics.Bilingual("不是 ZIP 压缩包，或者已损坏；请重新导出或下载", "it is no ZIP archive, or is damaged; export or download it again").ToString(), exception);
        }
    }

    /// <summary>Names without any way out of the folder.</summary>
    [GeneratedRegex(@"^((areas|themes|indicators|breakdowns|sources|annotations)\.csv|figures/[\w\-]+\.csv)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DataFile();
}
