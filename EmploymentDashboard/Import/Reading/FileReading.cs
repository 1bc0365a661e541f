using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>How a file was understood as text and records, to be shown and corrected.</summary>
/// <param name="Encoding">utf-8, utf-8 BOM, utf-16le, utf-16be or gb18030.</param>
/// <param name="EncodingReason">What decided on it, as a clause for people.</param>
/// <param name="DialectReason">What decided on delimiter and quotes, as a clause for people.</param>
/// <param name="Confidence">How far the dialect stands out from the second best, from 0 to 1; 1 where it was given.</param>
public sealed record FileReading(string Encoding, Bilingual EncodingReason, Dialect Dialect, Bilingual DialectReason, double Confidence);

/// <summary>How a text is split into records and cells.</summary>
/// <param name="Delimiter">What stands between two cells. A single space stands for any number of them.</param>
/// <param name="Quote">The character around cells that hold delimiters or line breaks; null where quotes are ordinary text.</param>
/// <param name="Escape">The character that makes a delimiter or quote after it ordinary text, beside the doubled quote; null for none.</param>
/// <param name="LineEnd">LF, CRLF, CR or mixed; empty where the file is one line without an end.</param>
/// <param name="EndsWithLineBreak">Whether the last line has its line break.</param>
public sealed record Dialect(string Delimiter, char? Quote, char? Escape, string LineEnd, bool EndsWithLineBreak);
