using EmploymentDashboard.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmploymentDashboard.Tests.Languages;

/// <summary>No text of the interface is in one language only. What the compiler cannot hold, because it is not written as a pair, is looked for in the source.</summary>
public sealed class SourceLanguageTests
{
    /// <summary>Where Chinese letters are read or printed as they are in both languages, and why.</summary>
    private static readonly (string Path, string Why)[] Exceptions =
    [
        ("Import/", "words that are looked for in the files of analysts, and written into files for them"),
        ("Statistics/Pinyin.cs", "how letters are said"),
        ("Statistics/Format.cs", "万 and 亿, which are asked for by language"),
        ("Statistics/Indicator.cs", "units, known by their Chinese name"),
        ("Bulletins/ChineseNumerals.cs", "numerals of headings, in Chinese bulletins only"),
        ("Bulletins/Masthead.cs", "a setting that has an English one beside it"),
        ("Features/Bulletins/IssuedPage.razor.cs", "the names of the two languages, each in itself"),
        ("Synthetic/", "files in which both languages stand in columns of their own"),
    ];

    /// <summary>Names of formats and standards, which have no translation.</summary>
    private static readonly string[] Names = ["EDTF, ISO 8601-2", "SHA-256", "PDF", "HTML", "CSV", "Excel"];

    private static string Project => Repository.App;

    [Fact]
    public void Chinese_InSource_HasEnglishBesideIt() =>
        Findings.AssertNone(Written().Concat(Pages()).Where(file => !IsExcepted(file.Path)).SelectMany(file => SourceWords.ChineseAlone(file.Root)));

    [Fact]
    public void Pages_WriteNoEnglishWhateverTheLanguage() => Findings.AssertNone(Pages().SelectMany(page => SourceWords.EnglishAlone(page.Root)).Where(found => !Names.Any(name => found.EndsWith(": " + name, StringComparison.Ordinal))));

    [Fact]
    public void Pairs_HaveALanguageEach() => Findings.AssertNone(Written().Concat(Pages()).SelectMany(file => SourceWords.PairsInOneLanguage(file.Root)));

    private static IEnumerable<(string Path, SyntaxNode Root)> Written() =>
        from path in Directory.EnumerateFiles(Project, "*.cs", SearchOption.AllDirectories)
        let inside = Path.GetRelativePath(Project, path)
        where !inside.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !inside.StartsWith("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        select (inside.Replace('\\', '/'), Parse(path));

    /// <summary>What the compiler made of each page in the build that is tested.</summary>
    private static IEnumerable<(string Path, SyntaxNode Root)> Pages()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var generated = Path.Combine(Project, "obj", build.Parent!.Name, build.Name, "generated");
        var pages = Directory.EnumerateFiles(generated, "*_razor.g.cs", SearchOption.AllDirectories).Select(path => (Path: path, Root: Parse(path))).ToList();
        Assert.NotEmpty(pages);
        return pages;
    }

    private static SyntaxNode Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetRoot();

    private static bool IsExcepted(string path) => Exceptions.Any(exception => path.StartsWith(exception.Path, StringComparison.Ordinal));
}
