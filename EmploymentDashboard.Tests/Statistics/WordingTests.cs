using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Every member of a closed list has a name in both languages, and a name of its own.</summary>
public sealed class WordingTests
{
    public static TheoryData<string, IReadOnlyDictionary<string, Bilingual>> Lists => new()
    {
        { "basis", Texts<Basis>(Wording.Name) },
        { "explanation of basis", Texts<Basis>(Wording.Explanation) },
        { "bound", Texts<Bound>(Wording.Name) },
        { "status", Texts<ObsStatus>(Wording.Name) },
        { "cell state", Texts<CellState>(Wording.Name) },
        { "kind of area", Texts<AreaKind>(Wording.Name) },
        { "obstacle", Texts<Obstacle>(Wording.Reason, except: Obstacle.None) },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void ClosedList_HasATextOfItsOwnForEachMember_InBothLanguages(string list, IReadOnlyDictionary<string, Bilingual> texts)
    {
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Value.Zh) || string.IsNullOrWhiteSpace(text.Value.En), $"{list}: {text.Key} has no text"));
        Assert.All(texts, text => Assert.True(text.Value.Zh.Any(letter => letter >= '\u4e00'), $"{list}: {text.Key} is not Chinese: {text.Value.Zh}"));
        Assert.All(texts, text => Assert.True(text.Value.En.All(char.IsAscii), $"{list}: {text.Key} is not English: {text.Value.En}"));
        Assert.Distinct(texts.Values.Select(text => text.Zh));
        Assert.Distinct(texts.Values.Select(text => text.En));
    }

    [Fact]
    public void NoObstacle_HasNoReason() => Assert.Equal(new("", ""), Obstacle.None.Reason());

    [Fact]
    public void Sign_IsOfItsOwnForEachBound() => Assert.Distinct(Enum.GetValues<Bound>().Select(bound => bound.Sign()));

    [Theory]
    [InlineData("zh-CN", "当期")]
    [InlineData("en-GB", "In period")]
    [InlineData("en-US", "In period")]
    [InlineData("de-DE", "当期")]
    public void Text_IsChineseUnlessEnglishIsAsked(string culture, string text)
    {
        using var language = Language.Of(culture);

        Assert.Equal(text, Basis.Flow.Name().ToString());
    }

    [Fact]
    public void MemberThatIsNone_IsAProgrammersError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Basis)99).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Basis)99).Explanation());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Bound)99).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Bound)99).Sign());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Bound)99).Direction());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Obstacle)99).Reason());
    }

    private static IReadOnlyDictionary<string, Bilingual> Texts<T>(Func<T, Bilingual> text, params T[] except)
        where T : struct, Enum =>
        Enum.GetValues<T>().Except(except).ToDictionary(member => member.ToString(), text, StringComparer.Ordinal);
}
