using System.Buffers.Binary;
using System.Text;

namespace EmploymentDashboard.Benchmarks.Circuits;

/// <summary>A control of the page that answers to an event.</summary>
/// <param name="Name">Its name attribute; empty where it has none.</param>
/// <param name="Values">What can be chosen, where it is a list.</param>
internal sealed record Control(string Element, string Name, string Event, long Handler, IReadOnlyList<string> Values);

/// <summary>The first drawing of a circuit, as far as a reader's hand needs it: the controls in it.</summary>
internal static class RenderedBatch
{
    private const int FrameSize = 20;
    private const int ElementFrame = 1;
    private const int AttributeFrame = 3;

    /// <param name="batch">As the server sends it: sections, and at the end where each begins.</param>
    public static IReadOnlyList<Control> Controls(ReadOnlySpan<byte> batch)
    {
        var (frames, strings) = (Int(batch, batch.Length - 16), Int(batch, batch.Length - 4));
        var controls = new List<(string Element, string Name, string Event, long Handler, List<string> Values)>();
        var (element, name, owner) = ("", "", -1);
        for (var i = 0; i < Int(batch, frames); i++)
        {
            var frame = batch.Slice(frames + 4 + (i * FrameSize), FrameSize);
            if (Int(frame, 0) == ElementFrame)
            {
                (element, name) = (Text(batch, strings, Int(frame, 8)), "");
                if (element is not ("option" or "optgroup"))
                    owner = -1;
            }
            else if (Int(frame, 0) == AttributeFrame)
            {
                var (attribute, value, handler) = (Text(batch, strings, Int(frame, 4)), Text(batch, strings, Int(frame, 8)), BinaryPrimitives.ReadInt64LittleEndian(frame[12..]));
                if (attribute == "name")
                    name = value;
                if (attribute == "value" && element == "option" && owner >= 0)
                    controls[owner].Values.Add(value);
                if (handler != 0)
                {
                    owner = controls.Count;
                    controls.Add((element, name, attribute, handler, []));
                }
            }
        }

        return [.. controls.Select(control => new Control(control.Element, control.Name, control.Event, control.Handler, control.Values))];
    }

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static string Text(ReadOnlySpan<byte> batch, int table, int index)
    {
        if (index < 0)
            return "";

        var at = Int(batch, table + (index * 4));
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part > 0x7F);
        return Encoding.UTF8.GetString(batch.Slice(at, length));
    }
}
