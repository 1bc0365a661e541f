using System.Text;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// Text that was decoded in a wrong encoding and saved so: valid now, and wrong (鍖哄幙 for 区县). Turned back into bytes and decoded
/// the way it was meant, it shows known words where it shows none as it stands.
/// </summary>
/// <param name="Seen">A piece of it.</param>
/// <param name="Meant">What that piece was.</param>
internal sealed record GarbledText(string Seen, string Meant)
{
    private const int LeastHits = 2;

    /// <summary>Sound Chinese text has known words more often than once in so many characters.</summary>
    private const int CharactersForAHit = 50;

    /// <summary>The encodings that text is taken for, and those that it is in.</summary>
    private static readonly (Encoding Mistaken, TextEncoding Meant)[] Mistakes =
    [
        (CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, TextEncoding.Utf8),
        (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, TextEncoding.Utf8),
        (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, TextEncoding.Gb18030),
    ];

    /// <summary>The first piece of garbled text; null where nothing shows that the text is garbled.</summary>
    public static GarbledText? Find(string text, Vocabulary vocabulary)
    {
        var direct = vocabulary.Hits(text);
        var nonAscii = text.Count(character => !char.IsAscii(character));
        if (nonAscii == 0 || direct * CharactersForAHit > nonAscii)
            return null;

        foreach (var (mistaken, meant) in Mistakes)
        {
            if (vocabulary.Hits(Back(text)) is var hits && hits >= LeastHits && hits > direct)
            {
                return NonAsciiRuns(text)
                    .Select(run => new GarbledText(run, Back(run)))
                    .FirstOrDefault(piece => vocabulary.Hits(piece.Meant) > 0);
            }

            string Back(string garbled) => EncodingDetector.Decode(meant, mistaken.GetBytes(garbled)).Text;
        }

        return null;
    }

    private static IEnumerable<string> NonAsciiRuns(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = 0;
            while (start + length < text.Length && !char.IsAscii(text[start + length]))
                length++;
            if (length > 0)
                yield return text.Substring(start, length);
            start += length + 1;
        }
    }
}
