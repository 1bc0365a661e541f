namespace EmploymentDashboard.Statistics;

/// <summary>One article or file that figures come from.</summary>
/// <param name="Published">Publication date as EDTF; often inferred, and <paramref name="PublishedHow"/> says from what.</param>
/// <param name="Page">The page or section within the issue, as far as known.</param>
public sealed record Source(
    string Code,
    string Publisher,
    string Headline,
    string Author,
    Period Published,
    Bilingual PublishedHow,
    string Page,
    string Url,
    string Language);
