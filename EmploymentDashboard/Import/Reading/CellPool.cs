using System.Runtime.InteropServices;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// Gives equal short texts one string where they follow each other soon, as areas, indicators and months do.
/// It keeps a fixed number of texts, whatever the size of the file.
/// </summary>
internal sealed class CellPool
{
    private const int SlotBits = 13;
    private const int Longest = 48;

    private readonly string?[] _slots = new string?[1 << SlotBits];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
            return text.ToString();

        ref var slot = ref _slots[Slot(text)];
        return slot is { } known && text.SequenceEqual(known) ? known : slot = text.ToString();
    }

    /// <summary>Four characters at a time. Texts that meet in a slot only displace each other, so nothing is gained by hitting one on purpose.</summary>
    private static int Slot(ReadOnlySpan<char> text)
    {
        const ulong Mixer = 0x9E37_79B9_7F4A_7C15;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        var hash = (ulong)text.Length;
        foreach (var word in words)
            hash = (hash ^ word) * Mixer;
        foreach (var character in text[(words.Length * 4)..])
            hash = (hash ^ character) * Mixer;
        return (int)(hash >> (64 - SlotBits));
    }
}
