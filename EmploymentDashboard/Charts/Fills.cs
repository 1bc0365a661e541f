namespace EmploymentDashboard.Charts;

/// <summary>Gradients and patterns that drawings share. Each drawing has its own copy, for one in a hidden part of the page would not paint.</summary>
public static class Fills
{
    public static void Write(MarkupWriter writer, string id)
    {
        writer.Open("svg", "defs").With("width", 0).With("height", 0).With("aria-hidden", "true").Open("defs");
        Fade(writer, id + "-fade", "fade-none", "fade-full");
        Fade(writer, id + "-fade-out", "fade-full", "fade-none");
        Pattern(writer, id + "-hatch", "hatch-line", 7, angle: 45);
        Pattern(writer, id + "-lines", "bar-line", 4, angle: 45);
        Pattern(writer, id + "-below", "below-line", 4, angle: 90);
        Pattern(writer, id + "-below-weak", "below-line weak", 4, angle: 90);
        writer.Close().Close();
    }

    private static void Fade(MarkupWriter writer, string id, string from, string to) =>
        writer.Open("linearGradient").With("id", id)
            .Open("stop", from).With("offset", 0).Close()
            .Open("stop", to).With("offset", 1).Close()
            .Close();

    private static void Pattern(MarkupWriter writer, string id, string classes, double size, int angle) =>
        writer.Open("pattern").With("id", id).With("width", size).With("height", size)
            .With("patternUnits", "userSpaceOnUse").With("patternTransform", FormattableString.Invariant($"rotate({angle})"))
            .Open("path", classes).With("d", FormattableString.Invariant($"M0 0V{size}")).Close()
            .Close();
}
